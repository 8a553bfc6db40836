/** Groups of a page's own, from the file that `groups-src` names. */
import type { Catalog } from './rank.js';
import { isFineWithMedicine } from './reasons.js';
import { NEED_OF_BACKGROUND } from './recommend.js';
import type { Group, GroupFacts, GroupWords } from './types.js';
import { ANY_DRUG, type Term, type Vocabulary } from './vocabulary.js';

export interface LocalGroup {
  readonly facts: GroupFacts;
  /** Its words in a language, else in one that it has. */
  readonly words: (language: string) => GroupWords;
  /** Sentences about facts that the file does not tell: empty, where others have one. */
  readonly unknown: Partial<Group['words']>;
}

/** All groups of one language. */
export interface Library {
  /** In the order of their names. */
  readonly list: readonly Group[];
  readonly byId: ReadonlyMap<string, Group>;
}

/** The groups that a finder knows, with what belongs to them. */
export interface Content {
  readonly library: (language: string) => Library;
  /** What people type for them. */
  readonly vocabulary: (language: string) => Vocabulary;
  /** The facts that ranking needs. */
  readonly catalog: () => Catalog;
}

/** What of the module is needed to put groups among those that it has. */
export interface Tools {
  readonly builtIn: Content;
  readonly vocabularyWith: (terms: readonly Term[]) => Content['vocabulary'];
  readonly joinIn: (language: string, facts: GroupFacts, words: GroupWords) => Group;
}

/** The groups of the module with those of a page's own among them. */
export function contentWith(
  local: readonly LocalGroup[],
  terms: readonly Term[],
  { builtIn, vocabularyWith, joinIn }: Tools,
): Content {
  const made = new WeakMap<Library, Library>();
  const library = (language: string): Library => {
    const base = builtIn.library(language);
    let whole = made.get(base);
    if (!whole) {
      const list = [...base.list];
      for (const { facts, words, unknown } of local) {
        const group = joinIn(language, facts, words(language));
        list.push({
          ...group,
          words: { ...group.words, ...unknown },
          inLanguage: (other) => library(other).byId.get(facts.id)!,
        });
      }
      list.sort((a, b) => (a.name < b.name ? -1 : 1));
      made.set(base, (whole = { list, byId: new Map(list.map((group) => [group.id, group])) }));
    }
    return whole;
  };
  const catalog = catalogWith(
    builtIn.catalog(),
    local.map(({ facts }) => facts),
  );
  return { library, vocabulary: vocabularyWith(terms), catalog: () => catalog };
}

/** Needs that a group is made for. */
const madeFor = (group: GroupFacts): string[] => [
  ...(group.audience.some((audience) => audience === 'family' || audience === 'teens') ? ['family'] : []),
  ...(group.audience.includes('teens') ? ['young'] : []),
  ...(group.audience.includes('bereaved') ? ['bereaved'] : []),
  ...(group.mentalHealth ? ['mental-health'] : []),
  ...group.backgrounds.map((background) => NEED_OF_BACKGROUND[background]),
];

/** Needs that it suits too. */
const alsoFor = (group: GroupFacts): string[] => {
  const aims = group.goals.map(({ goal }) => goal);
  return [
    ...(group.spirituality === 'none' ? ['not-religious'] : []),
    ...(group.spirituality === 'buddhist' ? ['buddhist'] : []),
    ...(group.approach.includes('twelve-step') ? ['twelve-step'] : []),
    ...(isFineWithMedicine(group) ? ['medicine'] : []),
    ...aims.filter((aim) => aim === 'moderation' || aim === 'harm-reduction'),
  ];
};

/**
 * The lists that ranking goes by, with groups that nobody has put there: in front where a group is made for a need or a
 * substance, because it is near; at the end where it suits too.
 */
export function catalogWith({ substances, needs }: Catalog, groups: readonly GroupFacts[]): Catalog {
  const ids = (fits: (group: GroupFacts) => boolean): string[] => groups.filter(fits).map(({ id }) => id);
  const around = (
    list: readonly string[],
    first: (group: GroupFacts) => boolean,
    last: (group: GroupFacts) => boolean,
  ): string[] => [...new Set([...ids(first), ...list, ...ids(last)])];
  const forSelf = ({ audience }: GroupFacts): boolean => audience.includes('self');
  const forOthers = ({ audience }: GroupFacts): boolean => audience.some((one) => one !== 'self');
  return {
    needs: new Map(
      [...needs].map(([id, need]) => [
        id,
        {
          ...need,
          groups: around(
            need.groups,
            (group) => madeFor(group).includes(id),
            (group) => alsoFor(group).includes(id),
          ),
        },
      ]),
    ),
    substances: new Map(
      [...substances].map(([id, substance]) => {
        const named = (group: GroupFacts): boolean => group.substances.includes(id);
        const takesAll = (group: GroupFacts): boolean =>
          substance.drug && group.substances.includes(ANY_DRUG);
        const listed = (list: readonly string[], fits: (group: GroupFacts) => boolean): string[] =>
          around(
            list,
            (group) => fits(group) && named(group),
            (group) => fits(group) && takesAll(group),
          );
        return [
          id,
          {
            ...substance,
            groups: listed(substance.groups, forSelf),
            familyGroups: listed(substance.familyGroups, forOthers),
          },
        ];
      }),
    ),
  };
}
