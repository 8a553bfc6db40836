import data from '../../data/groups.json' with { type: 'json' };
import type { Group, GroupFacts, GroupWords } from '../domain/groups/types.js';
import { problemsOfGroup } from './check-group.js';
import { freeze, perLanguage, withWords } from './door.js';

const facts = (data.groups as unknown as readonly GroupFacts[]).filter((entry) => {
  const problems = problemsOfGroup(entry);
  for (const { entry: id, field, message } of problems) {
    console.warn(
      `support-group-elements: data/groups.json, "${id}", ${field}: ${message}. The group is left out.`,
    );
  }
  return problems.length === 0;
});

function joinGroup(group: GroupFacts, words: GroupWords): Group {
  const { terms: _searchOnly, finders, status, hours, spiritual, goal, medicine, ...rest } = words;
  return {
    ...group,
    ...rest,
    words: { spiritual, goal, medicine, ...(status && { status }), ...(hours && { hours }) },
    finders: group.finders.map((finder) => ({ ...finder, label: finders[finder.id] ?? rest.name })),
  };
}

const libraryIn = perLanguage((words) => {
  const list = freeze(
    // By code points: a collator takes longer to make than everything else before the first paint.
    withWords(facts, words.groups.groups, joinGroup).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  return { list, byId: new Map(list.map((group) => [group.id, group])) };
});

/** All groups, in the order of their names. */
export const groupsIn = (language: string): readonly Group[] => libraryIn(language).list;

/** All groups, by id. */
export const groupMapIn = (language: string): ReadonlyMap<string, Group> => libraryIn(language).byId;
