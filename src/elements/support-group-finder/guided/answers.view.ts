import { html, nothing, type TemplateResult } from 'lit';
import { answersTo, QUESTIONS, type Answers, type Question } from '../../../domain/groups/guided.js';
import type { Relaxation } from '../../../domain/groups/recommend.js';
import type { MessageKey } from '../../../locales/messages.js';
import { crisisLineLink } from '../../shared/crisis-view.js';
import type { View } from '../../shared/support-element.js';
import { optionText, questionText } from './question.view.js';

export interface AnswersOptions {
  readonly answers: Answers;
  /** Answers to take back where few groups fit; empty: enough do. */
  readonly relax: readonly Relaxation[];
  readonly onChange: (question: Question) => void;
  readonly onRelax: (question: Question) => void;
  readonly onBack: () => void;
  readonly onOver: () => void;
}

/** What a question is about, in a word or two, for one that was passed over. */
const TOPICS: Readonly<Record<Question, MessageKey>> = {
  who: 'guided-who',
  about: 'guided-topic-about',
  spiritual: 'group-spiritual',
  also: 'guided-topic-also',
  background: 'guided-topic-background',
  attendance: 'compare-join',
};

const answerText = (view: View, question: Question, chosen: readonly string[]): string =>
  view.t.list(chosen.map((option) => optionText(view, question, option)));

/** What was answered, each to be changed on its own; and what to take back where little fits. */
export function answersView(view: View, a: AnswersOptions): TemplateResult {
  const { t } = view;
  const rows = QUESTIONS.filter((question) => a.answers.has(question));
  return html`<div class="answers no-print" part="answers">
      <p class="small" id="answers">${t('guided-answers')}</p>
      <div class="examples" role="group" aria-labelledby="answers">
        ${rows.map((question) => {
          const chosen = answersTo(question, a.answers);
          return html`<button type="button" class="chip" @click=${() => a.onChange(question)}>
            ${
              chosen.length > 0
                ? html`<span class="visually-hidden">${questionText(view, question)}</span>
                    ${answerText(view, question, chosen)}`
                : `+ ${t(TOPICS[question])}`
            }
          </button>`;
        })}
      </div>
      <div class="row">
        <button type="button" class="text-button" @click=${a.onBack}>${t('guided-back')}</button>
        <button type="button" class="text-button" @click=${a.onOver}>${t('guided-over')}</button>
      </div>
    </div>
    ${
      a.relax.length > 0
        ? html`<div class="note stack no-print" part="empty">
            <p><strong>${t('guided-narrow')}</strong></p>
            <div class="examples">
              ${a.relax.map(
                ({ question, adds }) =>
                  html`<button type="button" class="chip" @click=${() => a.onRelax(question)}>
                    ${t('guided-relax', {
                      choice: answerText(view, question, a.answers.get(question) ?? []),
                      n: adds,
                    })}
                  </button>`,
              )}
            </div>
            <p>${crisisLineLink(view)}</p>
          </div>`
        : nothing
    }`;
}
