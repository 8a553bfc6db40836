import {
  isElsewhere,
  isMadeFor,
  isModerationGroup,
  reasonsFor,
  takes,
  wantsToUseLess,
  type NeedFacts,
  type Reasons,
  type SubstanceFacts,
} from './reasons.js';
import type { Group, GroupFacts } from './types.js';
import { ANY_DRUG, type Match } from './vocabulary.js';

export interface Catalog {
  readonly substances: ReadonlyMap<string, SubstanceFacts>;
  readonly needs: ReadonlyMap<string, NeedFacts>;
}

export interface RankedGroup<G extends GroupFacts = Group> extends Reasons {
  readonly group: G;
  readonly score: number;
}

/** What a visitor says about themselves weighs more than the drug: most groups take every drug. */
const NEED_WEIGHT = 2.5;
const NAME_WEIGHT = 20;
/** How fast a place further down a list of groups loses weight. */
const FALL = 0.12;
/** What a need counts for a group that takes none of the substances that were named. */
const OTHER_SUBSTANCE = 0.2;
/** What it counts for a group for one substance, while nobody has named one. */
const UNNAMED_SUBSTANCE = 0.7;
/** What it counts for a group that is not made for relatives first, where somebody asks for one. */
const NOT_FOR_OTHERS_FIRST = 0.5;
/** Of several substances: one that a group takes without being a first choice for it, and its being made for another. */
const TAKES_TOO = 0.5;
const MADE_FOR_ONE = 0.25;

/** Groups that are not led with where somebody asked for no religion. */
const AGAINST_A_WISH: Readonly<Partial<Record<GroupFacts['spirituality'], number>>> = {
  'higher-power-open': 2,
  indigenous: 3,
  christian: 4,
  islamic: 4,
};

const ELSEWHERE = 0.4;
const UNCONFIRMED = 0.6;
/** A service with staff in the visitor's own country. */
const OWN_SERVICE = 1.5;

/** Needs of somebody who does not ask for their own drug use. */
const FOR_OTHERS = ['family', 'bereaved', 'grew-up-with'];

const placeWeight = (list: readonly string[], id: string): number => {
  const place = list.indexOf(id);
  return place < 0 ? 0 : 1 / (1 + FALL * place);
};

/**
 * The groups that answer what was asked, best first; groups that it does not speak for are left out (they are shown
 * below, never hidden). Dormant groups never lead, and a method never leads before a group, unless somebody typed their
 * name; groups of another country, and ones that nobody could confirm, come later. Equal scores keep their order.
 * @param country Where the visitor is; null: not known.
 * @param more What else speaks for a group or against it, added to what speaks for it by then.
 */
export function rankGroups<G extends GroupFacts>(
  groups: readonly G[],
  asked: readonly Match[],
  catalog: Catalog,
  country: string | null = null,
  more: (group: G, sum: number) => number = () => 0,
): RankedGroup<G>[] {
  const { substances } = catalog;
  const needs = new Set(asked.filter(({ kind }) => kind === 'need').map(({ id }) => id));
  const forOthers = FOR_OTHERS.some((need) => needs.has(need));
  const mourns = needs.has('bereaved');
  const listOf = (id: string): readonly string[] =>
    (forOthers ? substances.get(id)?.familyGroups : substances.get(id)?.groups) ?? [];
  const named = asked
    .filter(({ kind, id }) => kind === 'substance' && id !== ANY_DRUG && !substances.get(id)?.treatment)
    .map(({ id }) => id);

  const isListed = (group: G): boolean =>
    named.some((id) => listOf(id).includes(group.id)) ||
    FOR_OTHERS.some((need) => needs.has(need) && catalog.needs.get(need)?.groups.includes(group.id));

  /** Who speaks of their medicine asks about that: a group for drinking less is no answer. */
  const onlyTreated =
    named.length === 0 && asked.some(({ kind, id }) => kind === 'substance' && substances.get(id)?.treatment);

  /** How much needs count for a group, by the substances that were named. */
  const weightOfNeeds = (group: G): number => {
    if (mourns) return 1;
    if (forOthers && !isListed(group)) return NOT_FOR_OTHERS_FIRST;
    if (named.some((id) => listOf(id).includes(group.id) || takes(group, id, substances))) return 1;
    if (isModerationGroup(group) && onlyTreated) return 0;
    if (named.length > 0) return isModerationGroup(group) ? 0 : OTHER_SUBSTANCE;
    return forOthers || group.substances.includes(ANY_DRUG) ? 1 : UNNAMED_SUBSTANCE;
  };

  /** To drink less is nothing to offer somebody who did not ask for it: for many it is not safe. */
  const wantsLess = !onlyTreated && wantsToUseLess(needs);
  const weightOfList = (group: G): number => (isModerationGroup(group) && !wantsLess ? 0 : 1);

  /** Where several substances were named: a group made for one of them that takes the others, too. */
  const weightOfSeveral = (group: G): number => {
    if (forOthers || named.length < 2 || !named.some((id) => listOf(id).includes(group.id))) return 0;
    if (!named.every((id) => takes(group, id, substances))) return 0;
    const more = named.filter((id) => !listOf(id).includes(group.id)).length;
    return more * TAKES_TOO + (named.some((id) => isMadeFor(group, id, substances)) ? MADE_FOR_ONE : 0);
  };

  const isNamed = (group: G): boolean => asked.some(({ kind, id }) => kind === 'group' && id === group.id);

  const score = (group: G): number => {
    const forNeeds = NEED_WEIGHT * weightOfNeeds(group);
    let sum = weightOfSeveral(group);
    for (const { kind, id, strength } of asked) {
      if (kind === 'group') {
        if (id === group.id) sum += NAME_WEIGHT * strength;
      } else if (mourns && id !== 'bereaved') {
        // A death is spoken of: what it was about, and whose it was, weighs no more.
        continue;
      } else if (kind === 'need') {
        sum += forNeeds * strength * placeWeight(catalog.needs.get(id)?.groups ?? [], group.id);
      } else {
        sum += strength * weightOfList(group) * placeWeight(listOf(id), group.id);
      }
    }
    if (sum >= NAME_WEIGHT / 2) return sum;
    if (group.status === 'dormant') return 0;
    if (forOthers && !group.audience.some((audience) => audience !== 'self')) return 0;
    if (needs.has('not-religious')) sum -= AGAINST_A_WISH[group.spirituality] ?? 0;
    sum += more(group, sum);
    if (isElsewhere(group, country)) sum *= ELSEWHERE;
    else if (country !== null && group.countries !== null && group.approach.includes('charity'))
      sum *= OWN_SERVICE;
    if (group.status === 'unclear') sum *= UNCONFIRMED;
    return sum;
  };

  return groups
    .map((group) => ({ group, score: score(group), after: group.status === 'method' && !isNamed(group) }))
    .filter((ranked) => ranked.score > 0)
    .sort((a, b) => Number(a.after) - Number(b.after) || b.score - a.score)
    .map(({ group, score: points }) => ({
      group,
      score: points,
      ...reasonsFor(group, asked, substances, country),
    }));
}
