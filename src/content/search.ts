import needsData from '../../data/needs.json' with { type: 'json' };
import substancesData from '../../data/substances.json' with { type: 'json' };
import type { Catalog } from '../domain/groups/rank.js';
import type { NeedFacts, SubstanceFacts } from '../domain/groups/reasons.js';
import {
  buildVocabulary,
  LIKELY,
  understand,
  type Meaning,
  type Term,
  type Vocabulary,
} from '../domain/groups/vocabulary.js';
import { crisisIn, indexCrisisWords, type Crisis, type CrisisIndex } from '../domain/safety/crisis.js';
import { freeze, perLanguage } from './door.js';
import { wordsIn, type Words } from './words.js';

type SubstanceEntry = Omit<SubstanceFacts, 'treatment' | 'drug'> & { treatment?: boolean; drug?: boolean };

const makeCatalog = (): Catalog => {
  const substances = (substancesData.substances as unknown as readonly SubstanceEntry[]).map(
    ({ id, parent, groups, familyGroups, withdrawal, treatment, drug }): SubstanceFacts =>
      freeze({
        id,
        parent,
        groups,
        familyGroups,
        withdrawal,
        treatment: treatment === true,
        drug: drug !== false,
      }),
  );
  const needs = (needsData.needs as unknown as readonly NeedFacts[]).map(({ id, groups, guides }) =>
    freeze({ id, groups, guides }),
  );
  return {
    substances: new Map(substances.map((entry) => [entry.id, entry])),
    needs: new Map(needs.map((entry) => [entry.id, entry])),
  };
};
let made: Catalog | undefined;

/** The facts that ranking needs, by id. */
export const catalog = (): Catalog => (made ??= makeCatalog());

/**
 * Everything a search box understands.
 * @param local What else people type, for groups of the page's own.
 */
export const vocabularyWith = (local: readonly Term[]): ((language: string) => Vocabulary) =>
  perLanguage((words) => {
    const terms: Term[] = [...local];
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
    const { search: rules } = words;
    const ambiguous = Object.entries(rules.ambiguous).map(([word, ids]): [string, Meaning[]] => [
      word,
      ids.map((id) => ({ kind: 'substance', id })),
    ]);
    return buildVocabulary(terms, { ...rules, ambiguous: Object.fromEntries(ambiguous) });
  });

export const vocabularyIn = vocabularyWith([]);

/** The words of danger: those of the page's language, and English ones, which people type on any page. */
export const crisisIndexIn = perLanguage((words: Words): CrisisIndex => {
  const english = wordsIn('en');
  const base = words === english ? undefined : crisisIndexIn('en');
  return indexCrisisWords(words.crisisWords, words.search.sets, base);
});

/** Danger in typed words. It stays while somebody who typed them goes on to other pages of the finder. */
export const crisisOf = (language: string, typed: string): Crisis | null =>
  typed.trim() === '' ? null : crisisIn(typed, crisisIndexIn(language));

/** The need of those who mourn. */
const BEREAVED = 'bereaved';

/**
 * The same for a search that is about something else, such as meetings: words of loss count too, as they do where groups
 * are looked for.
 */
export function dangerOf(language: string, typed: string): Crisis | null {
  const crisis = crisisOf(language, typed);
  if (crisis !== null || typed.trim() === '') return crisis;
  const { matches } = understand(typed, vocabularyIn(language), new Map());
  const mourns = matches.some(
    ({ kind, id, strength }) => kind === 'need' && id === BEREAVED && strength >= LIKELY,
  );
  return mourns ? 'loss' : null;
}

/** How a substance or a need is called, by kind and id; the id itself where it has no words. */
export const labelsIn = perLanguage((words) => (kind: Meaning['kind'], id: string): string => {
  if (kind === 'substance') return words.substances.substances[id]?.label ?? id;
  if (kind === 'need') return words.needs.needs[id]?.label ?? id;
  return words.groups.groups[id]?.name ?? id;
});
