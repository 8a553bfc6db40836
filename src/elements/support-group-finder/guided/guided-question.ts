import { keyed } from 'lit/directives/keyed.js';
import { optionsFor, QUESTIONS, type Question } from '../../../domain/groups/guided.js';
import { nextQuestion, usefulOptions } from '../../../domain/groups/recommend.js';
import type { Catalog } from '../../../domain/groups/rank.js';
import type { Group } from '../../../domain/groups/types.js';
import type { View } from '../../shared/support-element.js';
import { answered, back, type GuidedState } from './guided-choice.js';
import { questionView } from './question.view.js';

export interface GuidedHandlers {
  /** Another step; null: back to where the visitor came from. */
  readonly onStep: (state: GuidedState | null) => void;
  readonly onLeave: () => void;
}

/**
 * The answers that a step offers. They stay as they are while it is shown: another country would put other answers under
 * the boxes that somebody has ticked.
 */
const offered = new WeakMap<GuidedState, readonly string[]>();

function offeredAt(
  state: GuidedState,
  question: Question,
  groups: readonly Group[],
  catalog: Catalog,
  country: string | null,
): readonly string[] {
  let options = offered.get(state);
  if (!options) {
    const chosen = state.answers.get(question) ?? [];
    const useful = usefulOptions(question, groups, state.answers, catalog, country);
    const allowed = optionsFor(question, state.answers);
    const shown = [
      ...allowed.filter((option) => useful.includes(option) || chosen.includes(option)),
      ...chosen.filter((option) => !allowed.includes(option)),
    ];
    offered.set(state, (options = shown.length > 0 ? shown : allowed));
  }
  return options;
}

/** The question at which a visitor is, with the answers that still change something. */
export function guidedQuestion(
  view: View,
  state: GuidedState,
  groups: readonly Group[],
  catalog: Catalog,
  { onStep, onLeave }: GuidedHandlers,
): unknown {
  const { step: question, answers } = state;
  if (question === 'result') return null;
  const country = view.country?.code ?? null;
  const before = QUESTIONS.slice(0, QUESTIONS.indexOf(question)).filter((one) => answers.has(one));
  return keyed(
    state,
    questionView(view, {
      question,
      number: before.length + 1,
      options: offeredAt(state, question, groups, catalog, country),
      chosen: answers.get(question) ?? [],
      onAnswer: (chosen) =>
        onStep(answered(state, chosen, (now) => nextQuestion(groups, now, catalog, country))),
      onBack: (ticked) => onStep(back(state, ticked)),
      onLeave,
    }),
  );
}
