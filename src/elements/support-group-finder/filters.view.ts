import { html, nothing, type TemplateResult } from 'lit';
import { choicesOf, FILTERS, type FilterChoice } from '../../domain/groups/filters.js';
import type { View } from '../shared/support-element.js';

export interface FiltersOptions {
  readonly chosen: ReadonlySet<FilterChoice>;
  readonly counts: () => ReadonlyMap<FilterChoice, number>;
  readonly open: boolean;
  /** Whether the choices are rendered already; they are closed at first, so they may come later. */
  readonly withBody: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly onChoose: (choice: FilterChoice, chosen: boolean) => void;
  readonly onClear: () => void;
}

/** Filters with the number of groups behind each choice, so that no click leads to nothing. */
export function filtersView({ t }: View, options: FiltersOptions): TemplateResult {
  const { chosen, counts, open, withBody, onToggle, onChoose, onClear } = options;
  const numbers = open ? counts() : null;
  const choiceView = (choice: FilterChoice): TemplateResult => {
    const checked = chosen.has(choice);
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => onChoose(choice, (event.target as HTMLInputElement).checked)}
      />
      <span
        >${t(`filter-${choice}`)}
        ${numbers ? html`<span class="small">(${numbers.get(choice) ?? 0})</span>` : nothing}</span
      >
    </label>`;
  };
  return html`<div class="filters no-print" part="filters">
    <details
      part="disclosure"
      ?open=${open}
      @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <span>${t('filters-title')}</span>
        ${chosen.size > 0 ? html`<span class="small">${t('filters-chosen', { n: chosen.size })}</span>` : nothing}
      </summary>
      ${
        withBody
          ? html`<div class="filters-body">
              ${FILTERS.map(
                (filter) =>
                  html`<fieldset>
                    <legend>${t(`filter-${filter}`)}</legend>
                    ${choicesOf(filter).map(choiceView)}
                  </fieldset>`,
              )}
            </div>`
          : nothing
      }
    </details>
    ${
      chosen.size > 0
        ? html`<button type="button" class="text-button" @click=${onClear}>${t('filters-clear')}</button>`
        : nothing
    }
  </div>`;
}
