import { ANY_DRUG, type Match } from './vocabulary.js';

/**
 * The guided choice: one question after the other, what may be answered, and what each answer asks for. Three core
 * questions, and three that are asked only where an answer can still change something.
 */
export const CORE_QUESTIONS = ['who', 'about', 'spiritual'] as const;
export const FURTHER_QUESTIONS = ['also', 'background', 'attendance'] as const;
export const QUESTIONS = [...CORE_QUESTIONS, ...FURTHER_QUESTIONS] as const;
export type Question = (typeof QUESTIONS)[number];

/** Questions with one answer; the others take several. */
const ONE_ANSWER: ReadonlySet<Question> = new Set(['who', 'spiritual']);
export const takesSeveral = (question: Question): boolean => !ONE_ANSWER.has(question);

/** What was chosen, by question. An empty list: passed over. */
export type Answers = ReadonlyMap<Question, readonly string[]>;

/**
 * The answers to choose from, in the order shown. Those to `about` are ids of data/substances.json; most others are ids
 * of data/needs.json. The ones that are not: `self`, `spiritual` (a spiritual side is welcome), `either` (with or
 * without one), and ways to attend.
 */
const OPTIONS: Readonly<Record<Question, readonly string[]>> = {
  who: ['self', 'family', 'bereaved', 'grew-up-with'],
  about: [
    'alcohol',
    'cannabis',
    'cocaine',
    'methamphetamine',
    'stimulants',
    'heroin',
    'fentanyl',
    'prescription-opioids',
    'benzodiazepines',
    'z-drugs',
    'ghb',
    'ketamine',
    'mdma',
    ANY_DRUG,
    'nicotine',
    'gambling',
  ],
  spiritual: ['spiritual', 'not-religious', 'either', 'buddhist'],
  also: [
    'mental-health',
    'medicine',
    'setback',
    'moderation',
    'harm-reduction',
    'court',
    'after-prison',
    'pregnant',
    'unsafe-home',
  ],
  background: ['women', 'young', 'lgbtq', 'veteran', 'spanish', 'christian', 'muslim', 'native'],
  attendance: ['in-person', 'online', 'phone', 'written'],
};

/** The answers that a question offers, whether they change anything or not. */
export const optionsOf = (question: Question): readonly string[] => OPTIONS[question];

/** Somebody who does not ask for their own use is not asked about their own health or company. */
const OF_OTHERS: Readonly<Partial<Record<Question, readonly string[]>>> = {
  also: ['unsafe-home'],
  background: ['young', 'spanish', 'christian', 'native'],
};

/** What brings up words on safety, whatever it does to the groups. */
export const SAFETY_ANSWERS: ReadonlySet<string> = new Set([
  'setback',
  'after-prison',
  'moderation',
  'pregnant',
  'unsafe-home',
  'young',
]);

/** The answers that make sense for who is asking. */
export function optionsFor(question: Question, answers: Answers): readonly string[] {
  const who = answers.get('who')?.[0] ?? 'self';
  return (who === 'self' ? null : OF_OTHERS[question]) ?? OPTIONS[question];
}

/** What the answers ask for, in the words of the ranking. */
export function askedBy(answers: Answers): Match[] {
  return QUESTIONS.flatMap((question) => {
    const kind = question === 'about' ? 'substance' : 'need';
    return answersTo(question, answers).map((id): Match => ({ kind, id, phrase: '', strength: 1 }));
  });
}

/** What was answered to a question, as far as it makes sense for who is asking. */
export function answersTo(question: Question, answers: Answers): readonly string[] {
  const chosen = answers.get(question) ?? [];
  // A page may be about a substance that is not offered as an answer.
  if (question === 'about') return chosen;
  const allowed = optionsFor(question, answers);
  return chosen.filter((id) => allowed.includes(id));
}

/** Answers without those to questions that depend on who is asking. */
export const withoutFurther = (answers: Answers): Answers =>
  new Map(
    [...answers].filter(([question]) => !(FURTHER_QUESTIONS as readonly Question[]).includes(question)),
  );

/** The answers with one question answered anew. */
export const withAnswer = (answers: Answers, question: Question, chosen: readonly string[]): Answers =>
  new Map(answers).set(question, chosen);

/** The answers as if a question had been passed over. */
export const withoutAnswer = (answers: Answers, question: Question): Answers =>
  withAnswer(answers, question, []);
