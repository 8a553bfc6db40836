import { html, type TemplateResult } from 'lit';
import type { View } from './support-element.js';

/** Bars that stand where the rows will be. */
const BARS = 6;

/** A calm picture of rows to come, with words for whoever does not see it. */
export const skeleton = ({ t }: View): TemplateResult =>
  html`<div class="skeleton">
    <p>${t('meetings-loading')}</p>
    ${Array.from({ length: BARS }, () => html`<div class="bar" aria-hidden="true"></div>`)}
  </div>`;
