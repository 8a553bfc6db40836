import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../shared/support-element.js';

const EXAMPLES = [
  'search-example-1',
  'search-example-2',
  'search-example-3',
  'search-example-4',
  'search-example-5',
  'search-example-6',
] as const;

export interface SearchOptions {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onClear: () => void;
}

/**
 * The search box, with a few words to start from. What somebody types here stays here: no history, no spelling service
 * and no writing help of the browser, which may send it away.
 */
export function searchView(view: View, { typed, onType, onClear }: SearchOptions): TemplateResult {
  const { t } = view;
  return html`<form
    class="search stack no-print"
    part="search"
    role="search"
    autocomplete="off"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label for="search">${t('search-label')}</label>
    <p class="small" id="hint">${t('search-hint')}</p>
    <div class="field">
      <input
        type="search"
        id="search"
        part="input"
        aria-describedby="hint"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        enterkeyhint="search"
        maxlength="200"
        ${view.typed(typed)}
        @input=${(event: Event) => onType((event.target as HTMLInputElement).value)}
      />
      ${
        typed === ''
          ? nothing
          : html`<button type="button" class="button quiet" @click=${onClear}>${t('search-clear')}</button>`
      }
    </div>
    <div class="examples" role="group" aria-label=${t('search-examples')}>
      <span class="small">${t('search-examples')}:</span>
      ${EXAMPLES.map(
        (key) => html`<button type="button" class="chip" @click=${() => onType(t(key))}>${t(key)}</button>`,
      )}
    </div>
  </form>`;
}
