import {
  askedBy,
  CORE_QUESTIONS,
  FURTHER_QUESTIONS,
  optionsFor,
  QUESTIONS,
  SAFETY_ANSWERS,
  withAnswer,
  withoutAnswer,
  type Answers,
  type Question,
} from './guided.js';
import { rankGroups, type Catalog, type RankedGroup } from './rank.js';
import {
  attendanceAsked,
  isElsewhere,
  isFineWithMedicine,
  isModerationGroup,
  meetsAsAsked,
  reasonsFor,
  takes,
  wantsToUseLess,
  type Reason,
} from './reasons.js';
import type { Background, Group, GroupFacts, SpiritualSide } from './types.js';
import { ANY_DRUG } from './vocabulary.js';

/** The first few are what a visitor looks at; the rest stays below. */
export const FIRST_CHOICES = 3;

/** How near a group comes to somebody who finds a spiritual side welcome. */
const WELCOME: Readonly<Partial<Record<SpiritualSide, number>>> = {
  'higher-power-open': 1.5,
  reworded: 0.5,
  varies: 0.5,
  christian: 0.75,
  islamic: 0.75,
  indigenous: 0.75,
  buddhist: 0.75,
};
/** A group that takes every drug, where nobody has named one; and one that does so beside a drug of its own. */
const OPEN_TO_ALL = 1;
const OPEN_TO_ALL_TOO = 0.7;
/** Each way to go, and meetings in many countries: so many more people can get there. */
const REACH = 0.1;
/** A group that is made for a background, a faith or an illness that nobody spoke of. */
const FOR_SOMEBODY_ELSE = 1.2;
const MADE_FOR_BOTH_CONDITIONS = 0.5;
const MADE_FOR_THEM = 1;
const MADE_FOR_MEDICINE = 1;
const FINE_WITH_MEDICINE = 0.5;
/** What a group keeps in which somebody may be told to stop their medicine. */
const ASK_ABOUT_MEDICINE = 0.4;
/** A group whose own drug is another one. */
const OTHER_DRUG = 0.5;
/** A group whose only aim is to stop, for somebody who wants something else for now. */
const OTHER_AIM = 0.8;
const AS_ASKED = 0.6;
const NOT_AS_ASKED = 0.9;

/** Where somebody is right now weighs less than what it is about: most groups know it. */
const SITUATIONS: ReadonlySet<string> = new Set(['setback', 'after-prison', 'court']);
const OF_A_SITUATION = 0.2;

/** What answers about a spiritual side leave open: both kinds of groups stand side by side. */
const DECIDED = ['spiritual', 'not-religious', 'buddhist', 'christian', 'muslim', 'native'];

/**
 * The groups for the answers of the guided choice, best first, each with its reasons. It depends on what the groups
 * are, never on where they stand in a file: equal ones are told apart by how many people can get there, and where
 * nothing was said about a spiritual side, the first ones are of different kinds.
 * @param country Where the visitor is; null: not known.
 */
export function recommend<G extends GroupFacts = Group>(
  groups: readonly G[],
  answers: Answers,
  catalog: Catalog,
  country: string | null = null,
): RankedGroup<G>[] {
  const asked = askedBy(answers);
  const needs = new Set(asked.filter(({ kind }) => kind === 'need').map(({ id }) => id));
  const named = asked.flatMap(({ kind, id }) => (kind === 'substance' && id !== ANY_DRUG ? [id] : []));
  const forSelf = !['family', 'bereaved', 'grew-up-with'].some((need) => needs.has(need));

  const wantsLess = wantsToUseLess(needs);

  /** Made for people of whom the visitor has not said to be one. */
  const forSomebodyElse = (group: G): boolean =>
    group.backgrounds.some((background) => !needs.has(NEED_OF_BACKGROUND[background])) ||
    (group.mentalHealth && !needs.has('mental-health')) ||
    (isModerationGroup(group) && !wantsLess);

  const more = (group: G, sum: number): number => {
    const suitsWho = group.audience.some((audience) => (audience === 'self') === forSelf);
    const takesIt = named.length === 0 || named.some((id) => takes(group, id, catalog.substances));
    if (!suitsWho || (!forSelf && sum <= 0)) return -sum;
    if (needs.has('pregnant') && isModerationGroup(group)) return -sum;
    // A service with staff is for the people of its country.
    if (isElsewhere(group, country) && group.approach.includes('charity')) return -sum;
    let points = 0;
    if (forSelf && named.length === 0 && group.substances.includes(ANY_DRUG))
      points += group.substances[0] === ANY_DRUG ? OPEN_TO_ALL : OPEN_TO_ALL_TOO;
    if (needs.has('spiritual') && takesIt) points += WELCOME[group.spirituality] ?? 0;
    if (needs.has('mental-health') && group.mentalHealth) points += MADE_FOR_BOTH_CONDITIONS;
    if (needs.has('medicine') && takesIt) {
      if (group.medicine.stance === 'core') points += MADE_FOR_MEDICINE;
      if (group.medicine.stance === 'prescribed-ok') points += FINE_WITH_MEDICINE;
    }
    if (sum + points <= 0) return -sum;
    if (!takesIt) points -= OTHER_DRUG;
    points += REACH * (group.attendance.length + Number(group.countries === null));
    if (attendanceAsked(needs)) points += meetsAsAsked(group, needs) ? AS_ASKED : -NOT_AS_ASKED;
    if (wantsLess && group.goals.every(({ goal }) => goal === 'abstinence')) points -= OTHER_AIM;
    if (forSelf && forSomebodyElse(group)) points -= FOR_SOMEBODY_ELSE;
    // Who asks for a group of their own is shown one, with a word of caution where there is need of one.
    const forThem = group.backgrounds.some((background) => needs.has(NEED_OF_BACKGROUND[background]));
    if (forThem && forSelf) points += MADE_FOR_THEM;
    if (needs.has('medicine') && forSelf && !forThem && !isFineWithMedicine(group))
      points -= (1 - ASK_ABOUT_MEDICINE) * Math.max(0, sum + points);
    return points;
  };

  // Which of several drugs takes most groups says nothing, and a list for "any drug" has a first place: neither ranks.
  const ranking = asked
    .filter(({ kind, id }) => !(kind === 'substance' ? id === ANY_DRUG : id === 'online' || id === 'written'))
    .map((match) => (SITUATIONS.has(match.id) ? { ...match, strength: OF_A_SITUATION } : match));
  const ranked = rankGroups(groups, ranking, catalog, country, more)
    .map((entry) => {
      const { reasons, cautions } = reasonsFor(entry.group, asked, catalog.substances, country);
      return { ...entry, reasons: reasons.length > 0 ? reasons : usualReasons(entry.group), cautions };
    })
    .sort(
      (a, b) =>
        Number(a.group.status === 'method') - Number(b.group.status === 'method') ||
        b.score - a.score ||
        (a.group.id < b.group.id ? -1 : 1),
    );
  return forSelf && !DECIDED.some((need) => needs.has(need)) ? varied(ranked) : ranked;
}

/** Why a group is here where no answer speaks for it more than for others. */
const usualReasons = ({ substances: [first, ...more] }: GroupFacts): Reason[] =>
  first === undefined || first === ANY_DRUG || more.includes(ANY_DRUG)
    ? [{ id: 'takes-all-drugs' }]
    : [{ id: 'made-for-substance', substance: first }];

/** What people say about themselves who look for a group of a background. */
export const NEED_OF_BACKGROUND: Readonly<Record<Background, string>> = {
  women: 'women',
  christian: 'christian',
  muslim: 'muslim',
  indigenous: 'native',
  'grew-up-with': 'grew-up-with',
};

/** How near another kind has to come to the next in the order: none comes up for its own sake. */
const NEARLY_AS_GOOD = 0.8;

/** The first ones of different kinds, the rest as it was. */
function varied<G extends GroupFacts>(ranked: readonly RankedGroup<G>[]): RankedGroup<G>[] {
  const left = [...ranked];
  const first: RankedGroup<G>[] = [];
  const kinds = new Set<string | undefined>();
  while (first.length < FIRST_CHOICES && left.length > 0) {
    const enough = left[0]!.score * NEARLY_AS_GOOD;
    const next = left.findIndex(({ group, score }) => score >= enough && !kinds.has(group.approach[0]));
    const [taken] = left.splice(Math.max(next, 0), 1);
    kinds.add(taken!.group.approach[0]);
    first.push(taken!);
  }
  return [...first, ...left];
}

/** What a visitor sees first of a result, to tell whether an answer changes it. */
const lookOf = (ranked: readonly RankedGroup<GroupFacts>[]): string =>
  JSON.stringify(
    ranked.slice(0, FIRST_CHOICES).map(({ group, reasons, cautions }) => [group.id, reasons, cautions]),
  );

/** The answers to a question that change what is seen first, or that bring up words on safety. */
export function usefulOptions(
  question: Question,
  groups: readonly GroupFacts[],
  answers: Answers,
  catalog: Catalog,
  country: string | null,
): readonly string[] {
  const options = optionsFor(question, answers);
  if ((CORE_QUESTIONS as readonly Question[]).includes(question)) return options;
  const without = withoutAnswer(answers, question);
  const look = (chosen: Answers): string => lookOf(recommend(groups, chosen, catalog, country));
  const before = look(without);
  return options.filter(
    (option) => SAFETY_ANSWERS.has(option) || look(withAnswer(without, question, [option])) !== before,
  );
}

/** The next question without an answer; null: there is nothing more to ask. */
export function nextQuestion(
  groups: readonly GroupFacts[],
  answers: Answers,
  catalog: Catalog,
  country: string | null,
): Question | null {
  return (
    CORE_QUESTIONS.find((question) => !answers.has(question)) ??
    FURTHER_QUESTIONS.find(
      (question) =>
        !answers.has(question) && usefulOptions(question, groups, answers, catalog, country).length > 0,
    ) ??
    null
  );
}

/** Groups about which nothing speaks against an answer. */
export const fitsAll = (ranked: readonly RankedGroup<GroupFacts>[]): number =>
  ranked.filter(({ cautions }) => cautions.length === 0).length;

/** Answers that are facts of a life and no wishes: nobody is asked to take them back. */
const FACTS: ReadonlySet<Question> = new Set(['who', 'also']);

/** An answer that could be taken back, and how many more groups would fit then. */
export interface Relaxation {
  readonly question: Question;
  readonly adds: number;
}

/** Which answers to take back for more groups that fit, the one that adds most first. */
export function relaxations(
  groups: readonly GroupFacts[],
  answers: Answers,
  catalog: Catalog,
  country: string | null,
): Relaxation[] {
  const now = fitsAll(recommend(groups, answers, catalog, country));
  return QUESTIONS.filter((question) => !FACTS.has(question) && (answers.get(question)?.length ?? 0) > 0)
    .map((question) => ({
      question,
      adds: fitsAll(recommend(groups, withoutAnswer(answers, question), catalog, country)) - now,
    }))
    .filter(({ adds }) => adds > 0)
    .sort((a, b) => b.adds - a.adds);
}
