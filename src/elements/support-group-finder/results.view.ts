import { html, nothing, type TemplateResult } from 'lit';
import { safetyIn } from '../../content/crisis.js';
import { guidesIn } from '../../content/programs.js';
import { labelsIn } from '../../content/search.js';
import type { Meaning } from '../../domain/groups/vocabulary.js';
import type { LineKind } from '../../domain/safety/types.js';
import {
  directoryView,
  emergencyCall,
  linesView,
  overdoseView,
  withdrawalView,
} from '../shared/crisis-view.js';
import { guideSections } from '../shared/guide-view.js';
import type { View } from '../shared/support-element.js';
import type { Results } from './results.js';

const TREATMENT: readonly LineKind[] = ['treatment-referral', 'locator', 'drugs', 'alcohol'];

/** Help lines of some kinds in the visitor's country, else where to find them. */
const helpLines = (view: View, kinds: readonly LineKind[], title: string): unknown => {
  const lines = view.country?.lines.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return lines.length > 0 ? linesView(view, title, lines, view.level + 1) : directoryView(view);
};

/** What stands before any group: how to stop safely, what to read, where else to turn. */
export function beforeGroups(view: View, results: Results): TemplateResult {
  const { t, level, language } = view;
  const { withdrawal, guides, needs } = results;
  const known = guidesIn(language);
  const shownGuides = guides.flatMap((id) => known.get(id) ?? []);
  // Kind words first, for somebody who blames themselves.
  const setback = needs.includes('setback') ? known.get('after-a-setback') : undefined;
  return html`
    ${setback ? html`<p>${setback.lead}</p>` : nothing}
    ${
      needs.includes('unsafe-home')
        ? html`<div class="note stack">
            <p>${emergencyCall(view)}</p>
            ${helpLines(view, ['domestic-violence'], t('lines-unsafe-home'))}
          </div>`
        : nothing
    }
    ${withdrawal.length > 0 ? withdrawalView(view, withdrawal, level + 1) : nothing}
    ${results.tolerance ? html`<p class="note">${safetyIn(language).tolerance}</p>` : nothing}
    ${needs.includes('pregnant') ? html`<p class="note"><strong>${safetyIn(language).pregnant}</strong></p>` : nothing}
    ${needs.includes('naloxone') ? html`<div class="note">${overdoseView(view, level + 1)}</div>` : nothing}
    ${
      needs.includes('veteran')
        ? linesView(
            view,
            t('lines-veterans'),
            view.country?.lines.filter((line) => line.veterans) ?? [],
            level + 1,
          )
        : nothing
    }
    ${
      needs.includes('young')
        ? linesView(
            view,
            t('lines-kind-youth'),
            view.country?.lines.filter(({ kind }) => kind === 'youth') ?? [],
            level + 1,
          )
        : nothing
    }
    ${needs.includes('treatment') ? helpLines(view, TREATMENT, t('lines-kind-drugs')) : nothing}
    ${
      results.lookFor.length > 0
        ? html`<p>
            ${t('guided-look', { labels: t.list(results.lookFor.map((id) => labelsIn(language)('need', id))) })}
          </p>`
        : nothing
    }
    ${shownGuides.map(
      (guide) =>
        html`<details part="disclosure">
          <summary><span>${t('guides-read', { title: guide.title })}</span></summary>
          <p>${guide.lead}</p>
          ${guideSections(view, guide, level + 1)}
        </details>`,
    )}
  `;
}

/** Which of two meanings: a question back, where a word has more than one. It stays, so that the answer can change. */
export function questionsView(
  { t, language }: View,
  { understanding }: Results,
  onAnswer: (phrase: string, meaning: Meaning) => void,
): TemplateResult[] {
  const label = labelsIn(language);
  return understanding.questions.map(({ phrase, meanings, answer }) => {
    const question = t('question-title', { word: phrase });
    return html`<div class="note stack" role="group" aria-label=${question}>
      <p>${question}</p>
      <div class="examples">
        ${meanings.map(
          (meaning) =>
            html`<button
              type="button"
              class="chip"
              aria-pressed=${answer?.id === meaning.id ? 'true' : 'false'}
              @click=${() => onAnswer(phrase, meaning)}
            >
              ${label(meaning.kind, meaning.id)}
            </button>`,
        )}
      </div>
    </div>`;
  });
}
