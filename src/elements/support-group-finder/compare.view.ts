import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../domain/groups/types.js';
import { comparisonView } from '../shared/comparison-view.js';
import { heading } from '../shared/heading.js';
import type { View } from '../shared/support-element.js';

export interface CompareOptions {
  readonly onHandout: (() => void) | null;
  readonly onBack: () => void;
}

/** The picked groups side by side. */
export function comparePage(
  view: View,
  groups: readonly Group[],
  { onHandout, onBack }: CompareOptions,
): TemplateResult {
  const { t, level } = view;
  return html`<section class="stack-wide" aria-labelledby="view-title">
    ${heading(level + 1, t('compare-title'), { id: 'view-title', look: 'section-title', focusable: true })}
    ${comparisonView(view, groups)}
    <div class="row no-print">
      ${
        onHandout
          ? html`<button type="button" class="button" @click=${onHandout}>${t('picks-handout')}</button>`
          : nothing
      }
      <button type="button" class="button quiet" @click=${onBack}>${t('guided-back')}</button>
    </div>
  </section>`;
}
