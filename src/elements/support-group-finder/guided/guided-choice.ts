import {
  CORE_QUESTIONS,
  QUESTIONS,
  withAnswer,
  withoutFurther,
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

/** What the page owner has answered already. */
export interface Preset {
  readonly audience: readonly string[];
  readonly substance: string | null;
  readonly attendance: readonly string[];
}

/** The beginning, after what the page owner has answered. */
export function startWith({ audience, substance, attendance }: Preset): GuidedState {
  const answers = new Map<Question, readonly string[]>();
  if (audience.length === 1) answers.set('who', audience);
  if (substance !== null) answers.set('about', [substance]);
  if (attendance.length > 0)
    answers.set(
      'attendance',
      attendance.map((way) => (way === 'chat' ? 'written' : way)),
    );
  const step = CORE_QUESTIONS.find((question) => !answers.has(question)) ?? 'result';
  return { step, answers, single: false };
}

/** Goes on with an answer; an empty list passes the question over. */
export function answered(state: GuidedState, chosen: readonly string[], next: AskNext): GuidedState {
  const { step: question, answers: before, single } = state;
  if (question === 'result') return state;
  const answers = withAnswer(before, question, chosen);
  const other = question === 'who' && before.has('who') && before.get('who')?.[0] !== chosen[0];
  // Somebody else is asked other things.
  const kept = other ? withoutFurther(answers) : answers;
  return { step: single && !other ? 'result' : (next(kept) ?? 'result'), answers: kept, single: false };
}

/**
 * Goes back by one step, with all answers kept; null: out of the guided choice.
 * @param ticked What is ticked on the page that is left, where nobody has gone on yet.
 */
export function back(state: GuidedState, ticked: readonly string[] = []): GuidedState | null {
  const { step: question, single } = state;
  if (single) return { ...state, step: 'result', single: false };
  const answers =
    question !== 'result' && ticked.length > 0 ? withAnswer(state.answers, question, ticked) : state.answers;
  const here = question === 'result' ? QUESTIONS.length : QUESTIONS.indexOf(question);
  const before = QUESTIONS.slice(0, here).findLast((one) => answers.has(one));
  return before ? { step: before, answers, single: false } : null;
}

/** Opens one question again, from the result. */
export const change = (state: GuidedState, step: Question): GuidedState => ({ ...state, step, single: true });
