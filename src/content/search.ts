import needsData from '../../data/needs.json' with { type: 'json' };
import substancesData from '../../data/substances.json' with { type: 'json' };
import type { Catalog } from '../domain/groups/rank.js';
import type { NeedFacts, SubstanceFacts } from '../domain/groups/reasons.js';
import { buildVocabulary, type Meaning, type Term } from '../domain/groups/vocabulary.js';
import { indexCrisisWords } from '../domain/safety/crisis.js';
import { freeze, perLanguage } from './door.js';

const substances = freeze(
  (
    substancesData.substances as unknown as readonly (Omit<SubstanceFacts, 'treatment'> & {
      treatment?: boolean;
    })[]
  ).map(({ id, parent, groups, familyGroups, withdrawal, treatment }): SubstanceFacts => ({
    id,
    parent,
    groups,
    familyGroups,
    withdrawal,
    treatment: treatment === true,
  })),
);
const needs = freeze(
  (needsData.needs as unknown as readonly NeedFacts[]).map(({ id, groups, guides }) => ({
    id,
    groups,
    guides,
  })),
);

/** The facts that ranking needs, by id. */
export const catalog: Catalog = {
  substances: new Map(substances.map((entry) => [entry.id, entry])),
  needs: new Map(needs.map((entry) => [entry.id, entry])),
};

/** Everything the search box understands. */
export const vocabularyIn = perLanguage((words) => {
  const terms: Term[] = [];
  for (const [id, { terms: written }] of Object.entries(words.substances.substances)) {
    terms.push({ kind: 'substance', id, terms: written });
  }
  for (const [id, { terms: written }] of Object.entries(words.needs.needs))
    terms.push({ kind: 'need', id, terms: written });
  for (const [id, { name, abbreviation, terms: others }] of Object.entries(words.groups.groups)) {
    terms.push({
      kind: 'group',
      id,
      terms: [name, ...(abbreviation ? [abbreviation] : []), ...(others ?? [])],
    });
  }
  const ambiguous = Object.entries(words.search.ambiguous).map(([word, ids]): [string, Meaning[]] => [
    word,
    ids.map((id) => ({ kind: 'substance', id })),
  ]);
  return buildVocabulary(terms, Object.fromEntries(ambiguous), words.search.ignored);
});

/** The words of danger. */
export const crisisIndexIn = perLanguage((words) => indexCrisisWords(words.crisisWords));

/** How a substance or a need is called, by kind and id; the id itself where it has no words. */
export const labelsIn = perLanguage((words) => (kind: Meaning['kind'], id: string): string => {
  if (kind === 'substance') return words.substances.substances[id]?.label ?? id;
  if (kind === 'need') return words.needs.needs[id]?.label ?? id;
  return words.groups.groups[id]?.name ?? id;
});
