import data from '../../data/groups.json' with { type: 'json' };
import type { Library } from '../domain/groups/local.js';
import type { Group, GroupFacts, GroupWords, SharedGroupWords } from '../domain/groups/types.js';
import { confirmedOnly } from '../domain/safety/confirmed.js';
import { freeze, perLanguage, withWords } from './door.js';
import { wordsIn } from './words.js';

function joinGroup(group: GroupFacts, own: GroupWords, shared: SharedGroupWords): Group {
  const { terms: _searchOnly, finders, status, hours, meeting, spiritual, goal, medicine, ...rest } = own;
  const [approach] = group.approach;
  const usual = approach && shared.meeting[approach];
  return {
    ...group,
    ...rest,
    words: {
      meeting: [...meeting, ...(usual === undefined ? [] : [usual])],
      spiritual: spiritual ?? shared.spirituality[group.spirituality],
      goal: goal === undefined ? group.goals.map((one) => shared.goal[one.goal]) : [goal],
      medicine: medicine ?? shared.medicine[group.medicine.stance],
      ledBy: shared.ledBy[group.ledBy],
      sponsor: shared.sponsor[group.sponsor],
      cost: shared.cost[group.cost],
      ...(status && { status }),
      ...(hours && { hours }),
    },
    phones: confirmedOnly(group.phones),
    finders: group.finders.map((finder) => ({ ...finder, label: finders[finder.id] ?? rest.name })),
  };
}

export const libraryIn = perLanguage((words): Library => {
  const list = freeze(
    // By code points: a collator takes longer to make than everything else before the first paint.
    withWords(data.groups as unknown as readonly GroupFacts[], words.groups.groups, (group, own) =>
      joinGroup(group, own, words.groups.shared),
    ).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  return { list, byId: new Map(list.map((group) => [group.id, group])) };
});

/** A group of a page's own, with the words that it shares with others. */
export const joinIn = (language: string, facts: GroupFacts, own: GroupWords): Group =>
  joinGroup(facts, own, wordsIn(language).groups.shared);

/** All groups, by id. */
export const groupMapIn = (language: string): ReadonlyMap<string, Group> => libraryIn(language).byId;
