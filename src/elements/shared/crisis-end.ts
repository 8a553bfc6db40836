import { html, type TemplateResult } from 'lit';
import { directoriesIn } from '../../content/crisis.js';
import { countryPicker } from './country-picker.js';
import { crisisLineLink, emergencyWords } from './crisis-view.js';
import { callLink, isolated, outboundLink } from './links.js';
import type { CountryChoice, View } from './support-element.js';

/** Help in a crisis, at the end of an element that has none of its own: never more than one step away. */
export function crisisEnd(view: View, choice: CountryChoice): TemplateResult {
  const { t, country, language } = view;
  const number = country?.emergency[0];
  return html`<div class="crisis-end">
    <p>${t('lines-emergency-text', { number: emergencyWords(view) })}</p>
    <p class="row">
      ${
        number === undefined
          ? directoriesIn(language).flatMap(({ url, name }) => (url ? [outboundLink(view, url, name)] : []))
          : html`${callLink(number, html`<strong>${t('call', { number: isolated(view, number) })}</strong>`)}
            ${crisisLineLink(view)}`
      }
    </p>
    ${number === undefined ? '' : countryPicker(view, choice)}
  </div>`;
}
