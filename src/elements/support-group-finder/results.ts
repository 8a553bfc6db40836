import { nextTask } from '../../controllers/next-task.js';
import { libraryIn } from '../../content/groups.js';
import { catalog, crisisIndexIn, crisisOf, vocabularyIn } from '../../content/search.js';
import { applyFilters, countChoices, type FilterChoice } from '../../domain/groups/filters.js';
import { answersTo, askedBy, type Answers } from '../../domain/groups/guided.js';
import { rankGroups, type RankedGroup } from '../../domain/groups/rank.js';
import { isModerationGroup, speaksOfMedicine, type WithdrawalNote } from '../../domain/groups/reasons.js';
import {
  FIRST_CHOICES,
  fitsAll,
  NEED_OF_BACKGROUND,
  recommend,
  relaxations,
  type Relaxation,
} from '../../domain/groups/recommend.js';
import type { Content } from '../../domain/groups/local.js';
import type { Goal, Group } from '../../domain/groups/types.js';
import {
  ANY_DRUG,
  LIKELY,
  understand,
  type Match,
  type Meaning,
  type Understanding,
} from '../../domain/groups/vocabulary.js';
import type { Crisis } from '../../domain/safety/crisis.js';

/** What every finder knows. */
export const BUILT_IN: Content = { library: libraryIn, vocabulary: vocabularyIn, catalog };

/** What the visitor and the page owner asked for. */
export interface Wish {
  readonly typed: string;
  /** The answers of the guided choice, which then stand for typed words and filters; null: nobody is led. */
  readonly guided: Answers | null;
  /** What the visitor answered about words with two meanings. */
  readonly answers: ReadonlyMap<string, Meaning>;
  /** Where the visitor is; null: not known. */
  readonly country: string | null;
  readonly chosen: ReadonlySet<FilterChoice>;
  /** The groups that the page owner lets in. */
  readonly available: readonly Group[];
  /** The page owner chose their order. */
  readonly ordered: boolean;
  /** A substance that the page is about. */
  readonly substance: string | null;
  readonly content?: Content;
}

/** What the finder shows for a wish. */
export interface Results {
  readonly understanding: Understanding;
  readonly crisis: Crisis | null;
  /** Needs that were spoken of, by id. */
  readonly needs: readonly string[];
  readonly withdrawal: readonly (WithdrawalNote | 'any')[];
  /** A break is spoken of: the dose from before it may kill now. */
  readonly tolerance: boolean;
  /** Guides to read first, by id. */
  readonly guides: readonly string[];
  /** Groups that the words speak for, best first. */
  readonly leading: readonly RankedGroup[];
  /** All others that pass the filters. */
  readonly others: readonly Group[];
  /** The page owner chose the groups and their order. */
  readonly ordered: boolean;
  /** For relatives, the first groups for each of the two aims; they stand side by side. */
  readonly aims: readonly { readonly aim: Aim; readonly groups: readonly RankedGroup[] }[];
  /** Answers of the guided choice to take back, where few groups fit. */
  readonly relax: readonly Relaxation[];
  /** Backgrounds that were asked for and that none of the first groups is made for: to look for in lists of meetings. */
  readonly lookFor: readonly string[];
  /** How many groups each choice of a filter would give. */
  readonly counts: () => ReadonlyMap<FilterChoice, number>;
  /** Each chosen filter without which there are groups, with their number. */
  readonly without: () => readonly { readonly choice: FilterChoice; readonly adds: number }[];
}

/** What relatives come for: to look after themselves, or to help somebody change. */
export const AIMS = ['own-wellbeing', 'help-into-care'] as const satisfies readonly Goal[];
export type Aim = (typeof AIMS)[number];
const GROUPS_PER_AIM = 2;
/** Fewer than these that fit in every way are few. */
const FEW = 3;
const FAMILY: Answers = new Map([['who', ['family']]]);

/** As typed, or with a typing error. */
const SURE = 0.9;

/** Needs that speak of a break from use, or of one to come. */
const BREAKS = ['setback', 'after-prison', 'detox'];

const NOTHING_TYPED: Understanding = { matches: [], questions: [], unknown: [], typed: false };

/** Makes the vocabulary, so that the first letter does not wait for it. In steps: on a slow phone each takes its time. */
export function prepareSearch(language: string): void {
  crisisIndexIn(language);
  nextTask(() => {
    const { lexicon } = vocabularyIn(language);
    nextTask(() => lexicon.words());
  });
}

export function resultsFor(
  language: string,
  { typed, guided, answers, country, chosen, available, ordered, substance, content = BUILT_IN }: Wish,
): Results {
  // The vocabulary is large, and nobody needs it before something is typed.
  const understanding =
    guided !== null || typed.trim() === ''
      ? NOTHING_TYPED
      : understand(typed, content.vocabulary(language), answers);
  const crisis = crisisOf(language, typed);
  const danger = crisis === 'emergency' || crisis === 'suicide';
  const specific = understanding.matches.some(({ kind, id }) => kind === 'substance' && id !== ANY_DRUG);
  const asked: Match[] = understanding.matches.filter(({ kind, id }) => {
    // Somebody who is afraid for a life is not met with groups for the bereaved.
    if (danger && kind === 'need' && id === 'bereaved') return false;
    // "Heroin addiction" asks for heroin.
    return !(specific && kind === 'substance' && id === ANY_DRUG);
  });
  const ask = (kind: Match['kind'], id: string): void => {
    if (!asked.some((match) => match.kind === kind && match.id === id))
      asked.push({ kind, id, phrase: '', strength: 1 });
  };
  for (const { kind, id } of guided ? askedBy(guided) : []) ask(kind, id);
  if (substance !== null && !guided) ask('substance', substance);

  const facts = content.catalog();
  const { byId } = content.library(language);
  const shown = guided ? available : applyFilters(available, chosen);
  const leading = guided
    ? recommend(shown, guided, facts, country)
    : rankGroups(shown, asked, facts, country);
  const led = new Set(leading.map(({ group }) => group.id));
  const who = guided?.get('who')?.[0];
  const forFamily = guided ? who === 'family' : chosen.has('audience:family') && asked.length === 0;
  const aims =
    forFamily && !ordered && !asked.some(({ id }) => id === 'unsafe-home')
      ? byAim(guided ? leading : recommend(shown, FAMILY, facts, country))
      : [];
  const first = new Set(aims.flatMap(({ groups }) => groups.map(({ group }) => group.id)));

  // The start of a word may become another: it ranks groups, and brings up nothing else.
  const needs = asked
    .filter(({ kind, strength }) => kind === 'need' && strength >= LIKELY)
    .map(({ id }) => id);
  const withdrawal = new Set<WithdrawalNote | 'any'>();
  // "Several drugs" may hold one that cannot be stopped at once.
  const several = guided?.get('about')?.includes(ANY_DRUG) === true;
  if (needs.includes('detox') || several) withdrawal.add('any');
  // Who wants to cut down may drink, and a body used to drink does not bear less of it suddenly.
  const drugs = asked.filter(({ kind, id }) => kind === 'substance' && id !== ANY_DRUG);
  const namedModeration = asked.some(({ kind, id }) => {
    const group = kind === 'group' ? byId.get(id) : undefined;
    return group !== undefined && isModerationGroup(group);
  });
  if ((needs.includes('moderation') && drugs.length === 0) || namedModeration) withdrawal.add('alcohol');
  for (const { kind, id, strength } of asked) {
    const substance = kind === 'substance' ? facts.substances.get(id) : undefined;
    if (substance?.treatment && needs.includes('detox')) withdrawal.add('opioids');
    const note = substance?.withdrawal;
    if (!note) continue;
    // Where stopping suddenly can kill, the note comes even for a word that may mean something else; the note on
    // opioids stays away from those who mourn.
    const deadly = note !== 'opioids';
    if (strength >= (deadly ? LIKELY : SURE) && (deadly || !needs.includes('bereaved'))) withdrawal.add(note);
  }
  // A medicine that treats opioid use is read about like medicine asked for in other words.
  const topics = speaksOfMedicine(asked, facts.substances) ? [...needs, 'medicine'] : needs;
  const guides = new Set(topics.flatMap((id) => facts.needs.get(id)?.guides ?? []));

  // Somebody who mourns, or looks back on a childhood, has nothing to stop.
  if (who === 'bereaved' || who === 'grew-up-with') withdrawal.clear();

  return {
    understanding,
    crisis: crisis ?? (needs.includes('bereaved') ? 'loss' : null),
    needs,
    withdrawal: [...withdrawal],
    tolerance: BREAKS.some((need) => needs.includes(need)),
    guides: [...guides],
    leading: leading.filter(({ group }) => !first.has(group.id)),
    others: shown.filter(({ id }) => !led.has(id) && !first.has(id)),
    aims,
    lookFor: (guided ? answersTo('background', guided) : []).filter((need) => !isAnswered(leading, need)),
    relax: guided && fitsAll(leading) < FEW ? relaxations(shown, guided, facts, country) : [],
    ordered,
    counts: () => countChoices(available, chosen),
    without: () =>
      [...chosen]
        .map((choice) => {
          const left = new Set([...chosen].filter((other) => other !== choice));
          return { choice, adds: applyFilters(available, left).length };
        })
        .filter(({ adds }) => adds > 0),
  };
}

/** The first groups for each aim; one that helps with both stands with the rarer one. */
const byAim = (ranked: readonly RankedGroup[]): Results['aims'] =>
  AIMS.map((aim) => {
    const helps = ({ group }: RankedGroup): boolean =>
      group.goals.some(({ goal }) => goal === 'help-into-care');
    // A method has no meetings: it stands further down.
    const groups = ranked.filter(
      (entry) => helps(entry) === (aim === 'help-into-care') && entry.group.status !== 'method',
    );
    return { aim, groups: groups.slice(0, GROUPS_PER_AIM) };
  }).filter(({ groups }) => groups.length > 0);

/** What was asked for, first things first. */
export const shownFirst = ({ aims, leading }: Results): Group[] =>
  [...aims.flatMap(({ groups }) => groups), ...leading].map(({ group }) => group);

export const allOf = (results: Results): Group[] => [...shownFirst(results), ...results.others];

/** Whether one of the first groups is made for a background. */
const isAnswered = (leading: readonly RankedGroup[], need: string): boolean =>
  leading
    .slice(0, FIRST_CHOICES)
    .some(({ group }) => group.backgrounds.some((background) => NEED_OF_BACKGROUND[background] === need));
