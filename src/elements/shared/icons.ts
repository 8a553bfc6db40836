import { html, type TemplateResult } from 'lit';

/** Drawn inline, few, and never alone: the words beside them carry the meaning. */
export const checkIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 13l4.5 4.5L19 7" />
</svg>`;

export const infoIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 11v6M12 7v.5" />
</svg>`;

export const phoneIcon: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />
</svg>`;
