import { html, nothing, type TemplateResult } from 'lit';
import { countriesIn } from '../../content/crisis.js';
import type { CountryChoice, View } from './support-element.js';

const OTHER = '-';
const UNKNOWN = '';

/**
 * Names the country whose numbers are shown, and lets it be changed: nobody should call another country's number.
 * Until it is known, it is asked. One template for both, so that the list keeps the focus while it is used by keys.
 */
export function countryPicker(view: View, { code, asked, choose }: CountryChoice): TemplateResult {
  const { t, language, country } = view;
  const chosen = code ?? (asked ? OTHER : UNKNOWN);
  const onChange = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value !== UNKNOWN) choose(value === OTHER ? null : value);
  };
  // An object is set at every rendering, a plain `true` only once: a browser may have filled in another country since.
  const option = (value: string, text: string): TemplateResult =>
    html`<option value=${value} .selected=${value === chosen && Object(true)}>${text}</option>`;
  return html`<div class="country">
    ${country ? html`<span>${t('country-numbers', { country: country.name })}</span>` : nothing}
    <details class="no-print" part="disclosure" ?open=${!country}>
      <summary>
        <span
          >${
            country
              ? `${t('country-not-here', { country: country.name })} ${t('country-change')}`
              : t('country-ask')
          }</span
        >
      </summary>
      <label class="country-select">
        <span>${t('country-choose')}</span>
        <select @change=${onChange}>
          ${chosen === UNKNOWN ? option(UNKNOWN, '–') : nothing}
          ${countriesIn(language).map((one) => option(one.code, one.listName))}
          ${option(OTHER, t('country-other'))}
        </select>
      </label>
    </details>
  </div>`;
}
