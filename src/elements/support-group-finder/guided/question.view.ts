import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { labelsIn } from '../../../content/search.js';
import { takesSeveral, type Question } from '../../../domain/groups/guided.js';
import type { MessageKey } from '../../../locales/messages.js';
import { heading } from '../../shared/heading.js';
import { checkIcon } from '../../shared/icons.js';
import type { View } from '../../shared/support-element.js';

export interface QuestionOptions {
  readonly question: Question;
  /** Which one it is, from 1. */
  readonly number: number;
  readonly options: readonly string[];
  /** What was answered before. */
  readonly chosen: readonly string[];

  readonly onAnswer: (chosen: readonly string[]) => void;
  readonly onBack: (ticked: readonly string[]) => void;
  /** Out of the guided choice, to all groups. */
  readonly onLeave: () => void;
}

/** Questions and answers that the filters have words for already. */
const QUESTION_KEYS: Readonly<Record<Question, MessageKey>> = {
  who: 'guided-who',
  about: 'guided-about',
  spiritual: 'guided-spiritual',
  also: 'guided-also',
  background: 'guided-background',
  attendance: 'filter-attendance',
};
const OPTION_KEYS: Readonly<Record<string, MessageKey>> = {
  self: 'guided-who-self',
  medicine: 'guided-also-medicine',
  young: 'guided-background-young',
  'not-religious': 'guided-spiritual-not-religious',
  spiritual: 'guided-spiritual-spiritual',
  either: 'guided-spiritual-either',
  'in-person': 'filter-attendance:in-person',
  online: 'filter-attendance:online',
  phone: 'filter-attendance:phone',
  written: 'filter-attendance:chat',
};

export const questionText = ({ t }: View, question: Question): string => t(QUESTION_KEYS[question]);

export function optionText({ t, language }: View, question: Question, option: string): string {
  const key = OPTION_KEYS[option];
  return key ? t(key) : labelsIn(language)(question === 'about' ? 'substance' : 'need', option);
}

/**
 * One question. With one answer, a tap on it goes on; with several, they are ticked first. Every question can be passed
 * over, and an answer that was given before is still there.
 */
export function questionView(view: View, q: QuestionOptions): TemplateResult {
  const { t, level } = view;
  const { question, options, chosen } = q;
  const several = takesSeveral(question);
  const hint = several ? t('guided-several') : question === 'spiritual' ? t('guided-spiritual-hint') : '';
  const ticked = (event: Event): string[] => {
    const form = (event.target as HTMLElement).closest('form')!;
    // No `value`: recorders read it whenever a box is drawn as ticked.
    return [...form.querySelectorAll('input')].flatMap(({ checked }, i) => (checked ? [options[i]!] : []));
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    q.onAnswer(ticked(event));
  };
  return html`<form class="question stack" part="question" autocomplete="off" @submit=${onSubmit}>
    <p class="small">${t('guided-step', { n: q.number })}</p>
    ${heading(level + 1, questionText(view, question), { id: 'view-title', look: 'section-title', focusable: true })}
    ${hint ? html`<p id="view-hint">${hint}</p>` : nothing}
    <div
      class=${several ? 'options several' : 'options'}
      role="group"
      aria-labelledby="view-title"
      aria-describedby=${hint ? 'view-hint' : nothing}
    >
      ${options.map((option) => {
        const text = optionText(view, question, option);
        const on = chosen.includes(option);
        return several
          ? html`<label class="choice"><input type="checkbox" .checked=${on} /><span>${text}</span></label>`
          : html`<button
              type="button"
              class="option"
              aria-pressed=${ifDefined(on ? 'true' : undefined)}
              @click=${() => q.onAnswer([option])}
            >
              <span>${text}</span>${on ? checkIcon : nothing}
            </button>`;
      })}
    </div>
    <div class="row">
      ${several ? html`<button class="button">${t('guided-next')}</button>` : nothing}
      <button type="button" class="button quiet" @click=${(event: Event) => q.onBack(ticked(event))}>
        ${t('guided-back')}
      </button>
      <button type="button" class="button quiet" @click=${() => q.onAnswer([])}>
        ${t(question === 'about' ? 'guided-rather-not' : 'guided-skip')}
      </button>
      <button type="button" class="text-button" @click=${q.onLeave}>${t('filters-clear-all')}</button>
    </div>
  </form>`;
}
