import { keyed } from 'lit/directives/keyed.js';
import { catalog } from '../../../content/search.js';
import { nextQuestion, usefulOptions } from '../../../domain/groups/recommend.js';
import type { Group } from '../../../domain/groups/types.js';
import type { View } from '../../shared/support-element.js';
import { answered, back, type GuidedState } from './guided-choice.js';
import { questionView } from './question.view.js';

export interface GuidedHandlers {
  /** Another step; null: back to where the visitor came from. */
  readonly onStep: (state: GuidedState | null) => void;
  readonly onLeave: () => void;
}

/** The question at which a visitor is, with the answers that still change something. */
export function guidedQuestion(
  view: View,
  state: GuidedState,
  groups: readonly Group[],
  { onStep, onLeave }: GuidedHandlers,
): unknown {
  const { step: question, answers } = state;
  if (question === 'result') return null;
  const country = view.country?.code ?? null;
  return keyed(
    question,
    questionView(view, {
      question,
      options: usefulOptions(question, groups, answers, catalog(), country),
      chosen: answers.get(question) ?? [],
      onAnswer: (chosen) =>
        onStep(answered(state, chosen, (now) => nextQuestion(groups, now, catalog(), country))),
      onBack: () => onStep(back(state)),
      onLeave,
    }),
  );
}
