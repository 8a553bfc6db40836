import { html, nothing, type TemplateResult } from 'lit';
import { labelsIn } from '../../content/search.js';
import { mayHaveChanged } from '../../domain/schedule/freshness.js';
import type { Reason, Reasons } from '../../domain/groups/reasons.js';
import type { Group, GroupFinder } from '../../domain/groups/types.js';
import { readableUrl } from '../../domain/links/safe-url.js';
import type { MessageKey } from '../../locales/messages.js';
import { heading } from './heading.js';
import { checkIcon, infoIcon } from './icons.js';
import { addressText, callLink, numberText, outboundLink } from './links.js';
import type { View } from './support-element.js';

export interface GroupViewOptions {
  /** Level of the group's heading. */
  readonly level: number;
  readonly reasons?: Reasons;
  /** Whether the long part is rendered already; it is closed at first, so it may come later. */
  readonly withDetails: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Name of a group that this one points to. */
  readonly findGroup: (id: string) => Group | undefined;
}

/** Where to find a meeting first: a list of the visitor's country, else one that holds everywhere. */
export function firstFinder({ finders, nationalSites }: Group, country: string | null): string | null {
  const own = finders.find((finder) => country !== null && finder.countries?.includes(country));
  const national = nationalSites.find((site) => site.country === country);
  return (
    (own ?? national ?? finders.find(({ countries }) => countries === undefined) ?? finders[0])?.url ?? null
  );
}

const reasonText = ({ t, language }: View, prefix: 'reason' | 'caution', { id, substance }: Reason): string =>
  t(
    `${prefix}-${id}` as MessageKey,
    substance ? { substance: lowerFirst(labelsIn(language)('substance', substance)) } : {},
  );

/** A label inside a sentence; abbreviations such as GHB stay. */
const lowerFirst = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

function reasonList(view: View, { reasons, cautions }: Reasons): TemplateResult | typeof nothing {
  if (reasons.length + cautions.length === 0) return nothing;
  return html`<ul class="plain reasons" part="reasons">
    ${reasons.map((reason) => html`<li>${checkIcon}<span>${reasonText(view, 'reason', reason)}</span></li>`)}
    ${cautions.map((caution) => html`<li class="caution">${infoIcon}<span>${reasonText(view, 'caution', caution)}</span></li>`)}
  </ul>`;
}

function factList({ t }: View, group: Group): TemplateResult {
  const approach = group.approach.filter((one) => one !== 'peer');
  const facts: MessageKey[] = [
    ...approach.map((one): MessageKey => `fact-${one}`),
    ...group.attendance.map((one): MessageKey => `fact-${one}`),
    `fact-${group.cost}`,
  ];
  return html`<ul class="plain facts small" part="facts">
    ${facts.map((fact) => html`<li>${t(fact)}</li>`)}
  </ul>`;
}

function finderList(view: View, group: Group): TemplateResult {
  const { t, now } = view;
  const stale = (checked: GroupFinder['checked']): unknown =>
    mayHaveChanged(checked, 'fact', now)
      ? html` <span class="small">(${t('may-have-changed')})</span>`
      : nothing;
  const national = group.nationalSites.filter((site) => site.country === view.country?.code);
  return html`<ul>
    ${national.map(
      ({ url, checked }) => html`<li>${outboundLink(view, url, readableUrl(url))} ${stale(checked)}</li>`,
    )}
    ${group.finders.map(
      ({ url, label, checked }) => html`<li>${outboundLink(view, url, label)} ${stale(checked)}</li>`,
    )}
    ${
      group.website
        ? html`<li>
            ${outboundLink(view, group.website.url, t('group-site-of', { name: group.name }))}
            ${stale(group.website.checked)}
          </li>`
        : nothing
    }
  </ul>`;
}

function phoneList(view: View, group: Group): TemplateResult | typeof nothing {
  const { t, now } = view;
  const phones = group.phones.filter(({ country }) => country === view.country?.code);
  if (phones.length === 0) return nothing;
  return html`<dt>${t('group-phones')}</dt>
    <dd>
      ${phones.map(
        ({ number, hours, checked }) =>
          html`<p>
            ${callLink(number, numberText(number), '', t('call-name', { name: group.name, number }))}
            <span class="small"
              >${[(hours && group.words.hours?.[hours]) || t('hours-unknown'), t('cost-unknown')].join(' · ')}</span
            >
            ${mayHaveChanged(checked, 'phone', now) ? html`<span class="small">${t('may-have-changed')}</span>` : nothing}
          </p>`,
      )}
    </dd>`;
}

function details(view: View, group: Group): TemplateResult {
  const { t } = view;
  const entry = (key: MessageKey, text: string | readonly string[]): TemplateResult =>
    html`<dt>${t(key)}</dt>
      <dd>${(typeof text === 'string' ? [text] : text).map((paragraph) => html`<p>${paragraph}</p>`)}</dd>`;
  return html`<dl class="details" part="details">
      ${entry('group-about', group.about)} ${entry('group-meeting', group.meeting)}
      ${entry('group-arrive', group.arrive)} ${entry('group-suits', group.suits)}
      ${entry('group-may-not-suit', group.mayNotSuit)} ${entry('group-goal', group.words.goal)}
      ${entry('group-spiritual', group.words.spiritual)} ${entry('group-medicine', group.words.medicine)}
      ${
        group.finders.length + group.nationalSites.length > 0 || group.website
          ? html`<dt>${t('group-finders')}</dt>
              <dd>${finderList(view, group)}</dd>`
          : nothing
      }
      ${phoneList(view, group)}
    </dl>
    <p class="small checked">
      ${group.founded === null ? nothing : `${t('group-founded', { year: group.founded })}. `}
      ${t('group-checked', { date: t.date(group.checked) })}
    </p>`;
}

/** Another group, by its name, with its list of meetings. */
function findLink(view: View, group: Group): unknown {
  const find = firstFinder(group, view.country?.code ?? null) ?? group.website?.url;
  return find ? outboundLink(view, find, group.name) : group.name;
}

/** One group: what it is, why it fits, what to do next; everything else in place, closed at first. */
export function groupView(view: View, group: Group, options: GroupViewOptions): TemplateResult {
  const { t } = view;
  const find =
    group.status === 'dormant'
      ? null
      : (firstFinder(group, view.country?.code ?? null) ?? group.website?.url ?? null);
  const alternatives =
    group.status === 'active' ? [] : group.alternatives.flatMap((id) => options.findGroup(id) ?? []);
  const onToggle = (event: Event): void => options.onToggle((event.target as HTMLDetailsElement).open);
  return html`<article class="group" part="group" aria-labelledby=${`name-${group.id}`}>
    <div class="group-main stack">
      ${heading(options.level, group.name, { id: `name-${group.id}` })}
      <p class="summary">${group.summary}</p>
      ${options.reasons ? reasonList(view, options.reasons) : nothing} ${factList(view, group)}
      ${
        group.status === 'active'
          ? nothing
          : html`<div class="note stack">
              <p><strong>${t(`status-${group.status}`)}</strong></p>
              ${group.words.status ? html`<p>${group.words.status}</p>` : nothing}
              ${
                alternatives.length > 0
                  ? html`<p>${t('group-see-instead')}:</p>
                      <ul>
                        ${alternatives.map((other) => html`<li>${findLink(view, other)}</li>`)}
                      </ul>`
                  : nothing
              }
            </div>`
      }
    </div>
    <div class="group-actions">
      ${
        find === null
          ? html`<p class="small">${t('group-no-finder')}</p>`
          : html`${outboundLink(view, find, t('group-find'), {
                className: 'button',
                part: 'button',
                label: t('group-find-label', { name: group.name }),
              })} <span class="small">${addressText(find)}</span>`
      }
    </div>
    <details class="group-details" part="disclosure" ?open=${options.open} @toggle=${onToggle}>
      <summary><span>${t('group-more', { name: group.name })}</span></summary>
      ${options.withDetails || options.open ? details(view, group) : nothing}
    </details>
  </article>`;
}
