import { html, nothing, type TemplateResult } from 'lit';
import { languageIn } from '../../content/language.js';
import { mayHaveChanged } from '../../domain/schedule/freshness.js';
import type { OfficialLink } from '../../domain/programs/types.js';
import { crisisEnd } from './crisis-end.js';
import { outboundLink } from './links.js';
import type { CountryChoice, View } from './support-element.js';

export interface FooterOptions {
  /** `YYYY-MM-DD` of the last review of what is shown. */
  readonly reviewed: string | null;
  readonly sources: readonly Pick<OfficialLink, 'label' | 'url'>[];
  readonly related: readonly Pick<OfficialLink, 'label' | 'url'>[];
  /** How the country is chosen; only for an element that shows no help in a crisis elsewhere. */
  readonly crisis?: CountryChoice;
}

const links = (view: View, title: string, list: FooterOptions['sources']): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<p>${title}:</p>
        <ul>
          ${list.map(({ label, url }) => html`<li>${outboundLink(view, url, label)}</li>`)}
        </ul>`;

/** The end of every element: what it is not, how fresh it is, what it rests on, where to go on. */
export function footer(view: View, { reviewed, sources, related, crisis }: FooterOptions): TemplateResult {
  const { t } = view;
  return html`<div class="footer stack" part="footer">
    ${crisis ? crisisEnd(view, crisis) : nothing}
    <p>
      ${t('disclaimer')} ${reviewed === null ? nothing : t('last-reviewed', { date: t.date(reviewed) })}
      ${reviewed !== null && mayHaveChanged(reviewed, 'fact', view.now) ? `(${t('may-have-changed')})` : nothing}
    </p>
    ${languageIn(view.language).review === 'draft' ? html`<p>${t('translation-draft')}</p>` : nothing}
    ${links(view, t('sources'), sources)} ${links(view, t('related'), related)}
  </div>`;
}
