import { isElsewhere, reasonsFor, type NeedFacts, type Reasons, type SubstanceFacts } from './reasons.js';
import type { Group, GroupFacts } from './types.js';
import type { Match } from './vocabulary.js';

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
/** A group with a higher power is not led with where somebody asked for none. */
const AGAINST_A_WISH = 2;

const ELSEWHERE = 0.4;
const UNCONFIRMED = 0.6;

const placeWeight = (list: readonly string[], id: string): number => {
  const place = list.indexOf(id);
  return place < 0 ? 0 : 1 / (1 + FALL * place);
};

/**
 * The groups that answer what was asked, best first; groups that it does not speak for are left out (they are shown
 * below, never hidden). Dormant groups never lead, unless somebody typed their name; groups of another country, and ones
 * that nobody could confirm, come later. Equal scores keep their order.
 * @param country Where the visitor is; null: not known.
 */
export function rankGroups<G extends GroupFacts>(
  groups: readonly G[],
  asked: readonly Match[],
  catalog: Catalog,
  country: string | null = null,
): RankedGroup<G>[] {
  const needs = new Set(asked.filter(({ kind }) => kind === 'need').map(({ id }) => id));
  const forOthers = needs.has('family') || needs.has('bereaved');

  const mourns = needs.has('bereaved');

  const score = (group: G): number => {
    let sum = 0;
    for (const { kind, id, strength } of asked) {
      if (kind === 'group') {
        if (id === group.id) sum += NAME_WEIGHT * strength;
      } else if (mourns && id !== 'bereaved') {
        // A death is spoken of: what it was about, and whose it was, weighs no more.
        continue;
      } else if (kind === 'need') {
        sum += NEED_WEIGHT * strength * placeWeight(catalog.needs.get(id)?.groups ?? [], group.id);
      } else {
        const substance = catalog.substances.get(id);
        const list = forOthers ? substance?.familyGroups : substance?.groups;
        sum += strength * placeWeight(list ?? [], group.id);
      }
    }
    if (sum >= NAME_WEIGHT / 2) return sum;
    if (group.status === 'dormant') return 0;
    if (forOthers && !group.audience.some((audience) => audience !== 'self')) return 0;
    if (needs.has('not-religious') && group.spirituality === 'higher-power-open') sum -= AGAINST_A_WISH;
    if (isElsewhere(group, country)) sum *= ELSEWHERE;
    if (group.status === 'unclear') sum *= UNCONFIRMED;
    return sum;
  };

  return groups
    .map((group) => ({ group, score: score(group) }))
    .filter((ranked) => ranked.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((ranked) => ({ ...ranked, ...reasonsFor(ranked.group, asked, catalog.substances, country) }));
}
