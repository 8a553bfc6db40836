import { html, nothing, type TemplateResult } from 'lit';
import { countriesIn } from '../../content/crisis.js';
import type { View } from './support-element.js';

export interface CountryChoice {
  readonly code: string | null;
  /** Whether the visitor said so. */
  readonly asked: boolean;
  readonly choose: (code: string | null) => void;
}

const OTHER = '-';

/**
 * Names the country whose numbers are shown, and lets it be changed: nobody should call another country's number.
 * Until it is known, it is asked.
 */
export function countryPicker(view: View, { code, asked, choose }: CountryChoice): TemplateResult {
  const { t, language, country } = view;
  const onChange = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value !== '') choose(value === OTHER ? null : value);
  };
  const select = html`<label class="country-select">
    <span>${t(country ? 'country-choose' : 'country-ask')}</span>
    <select @change=${onChange}>
      ${code === null && !asked ? html`<option value="" selected>–</option>` : nothing}
      ${countriesIn(language).map(
        (one) => html`<option value=${one.code} ?selected=${one.code === code}>${capital(one.name)}</option>`,
      )}
      <option value=${OTHER} ?selected=${code === null && asked}>${t('country-other')}</option>
    </select>
  </label>`;
  if (!country) return html`<div class="country no-print">${select}</div>`;
  return html`<div class="country">
    <span>${t('country-numbers', { country: country.name })}</span>
    <details class="no-print">
      <summary>
        <span>${t('country-not-here', { country: country.name })} ${t('country-change')}</span>
      </summary>
      ${select}
    </details>
  </div>`;
}

/** "the United States" stands in a sentence; a list starts with a capital letter and without the article. */
const capital = (name: string): string => name.replace(/^the /, '');
