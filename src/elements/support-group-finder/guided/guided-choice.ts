import {
  CORE_QUESTIONS,
  optionsOf,
  QUESTIONS,
  withAnswer,
  type Answers,
  type Question,
} from '../../../domain/groups/guided.js';

/** What the visitor sees of the guided choice: one question, or what came of it. */
export type GuidedStep = Question | 'result';

/** Finds the next question without an answer; null: all that matters has been asked. */
export type AskNext = (answers: Answers) => Question | null;

/**
 * Where a visitor is in the guided choice. It lives in memory only, and is gone with the page or with "Start over".
 * Each change gives a new state.
 */
export interface GuidedState {
  readonly step: GuidedStep;
  readonly answers: Answers;
  /** A single answer is changed from the result, to which the visitor returns. */
  readonly single: boolean;
}

/**
 * The beginning, with what the page owner has answered already.
 * @param audience `family` answers for whom it is.
 * @param substance A substance that the page is about.
 */
export function startWith(audience: string | null, substance: string | null): GuidedState {
  const answers = new Map<Question, readonly string[]>();
  if (audience === 'family') answers.set('who', [audience]);
  if (substance !== null && optionsOf('about').includes(substance)) answers.set('about', [substance]);
  const step = CORE_QUESTIONS.find((question) => !answers.has(question)) ?? 'result';
  return { step, answers, single: false };
}

/** Goes on with an answer; an empty list passes the question over. */
export function answered(state: GuidedState, chosen: readonly string[], next: AskNext): GuidedState {
  if (state.step === 'result') return state;
  const answers = withAnswer(state.answers, state.step, chosen);
  return { step: state.single ? 'result' : (next(answers) ?? 'result'), answers, single: false };
}

/** Goes back by one step, with all answers kept; null: out of the guided choice. */
export function back(state: GuidedState): GuidedState | null {
  if (state.single) return { ...state, step: 'result', single: false };
  const here = state.step === 'result' ? QUESTIONS.length : QUESTIONS.indexOf(state.step);
  const before = QUESTIONS.slice(0, here).findLast((question) => state.answers.has(question));
  return before ? { ...state, step: before } : null;
}

/** Opens one question again, from the result. */
export const change = (state: GuidedState, step: Question): GuidedState => ({ ...state, step, single: true });
