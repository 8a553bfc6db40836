import { html, nothing, type TemplateResult } from 'lit';
import type { OfficialLink } from '../../domain/programs/types.js';
import { outboundLink } from './links.js';
import type { View } from './support-element.js';

export interface FooterOptions {
  /** `YYYY-MM-DD` of the last review of what is shown. */
  readonly reviewed: string | null;
  readonly sources: readonly Pick<OfficialLink, 'label' | 'url'>[];
  readonly related: readonly Pick<OfficialLink, 'label' | 'url'>[];
}

const links = (view: View, title: string, list: FooterOptions['sources']): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<p>${title}:</p>
        <ul>
          ${list.map(({ label, url }) => html`<li>${outboundLink(view, url, label)}</li>`)}
        </ul>`;

/** The end of every element: what it is not, how fresh it is, what it rests on, where to go on. */
export function footer(view: View, { reviewed, sources, related }: FooterOptions): TemplateResult {
  const { t } = view;
  return html`<div class="footer stack" part="footer">
    <p>${t('disclaimer')} ${reviewed === null ? nothing : t('last-reviewed', { date: t.date(reviewed) })}</p>
    ${links(view, t('sources'), sources)} ${links(view, t('related'), related)}
  </div>`;
}
