import { html, noChange, nothing, type TemplateResult } from 'lit';
import { safetyIn } from '../../content/crisis.js';
import { labelsIn } from '../../content/search.js';
import { mayHaveChanged } from '../../domain/schedule/freshness.js';
import type { Reason, ReasonId, Reasons } from '../../domain/groups/reasons.js';
import type { Attendance, Group, GroupPhone } from '../../domain/groups/types.js';
import { readableUrl } from '../../domain/links/safe-url.js';
import type { MessageKey } from '../../locales/messages.js';
import { explained } from './explained.js';
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
  /** The long part is there, and nothing in it has changed. */
  readonly keepDetails?: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** What else can be done with the group. */
  readonly action?: unknown;
  /** When its next meeting is. */
  readonly next?: TemplateResult;
  /** Name of a group that this one points to. */
  readonly findGroup: (id: string) => Group | undefined;
}

/** Reasons that say that somebody does not want to go anywhere. */
const REMOTE: Readonly<Partial<Record<ReasonId, Attendance>>> = {
  'meets-online': 'online',
  'meets-online-daily': 'online',
  'meets-by-phone': 'phone',
};

/**
 * Where to find a meeting first: a list of the visitor's country, else one that holds everywhere. Where somebody asked
 * for meetings online or by phone, a list of nothing else comes before both.
 * @param reasons Why the group is shown, which tells what was asked for.
 */
export function firstFinder(
  { finders, nationalSites, website }: Group,
  country: string | null,
  reasons: readonly Reason[] = [],
): { readonly url: string; readonly checked: string | null } | null {
  const goes = reasons.some(({ id }) => id === 'meets-in-person');
  const way = goes ? undefined : reasons.map(({ id }) => REMOTE[id]).find((one) => one !== undefined);
  const remote =
    way && finders.find(({ attendance }) => attendance.includes(way) && !attendance.includes('in-person'));
  const own = finders.find((finder) => country !== null && finder.countries?.includes(country));
  const national = nationalSites.find((site) => site.country === country);
  const everywhere = finders.find(({ countries }) => countries === undefined);
  return remote ?? own ?? national ?? everywhere ?? finders[0] ?? website;
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
    ...(group.cost === 'free' ? (['fact-free'] as const) : []),
  ];
  return html`<ul class="plain facts small" part="facts">
    ${facts.map((fact) => html`<li>${t(fact)}</li>`)}
  </ul>`;
}

/** Where meetings are listed, and the official site; what may have changed stands below it. */
function finderList(view: View, group: Group): TemplateResult {
  const { t, now } = view;
  const national = group.nationalSites.filter((site) => site.country === view.country?.code);
  const pages = [
    ...national.map(({ url, checked }) => ({ url, checked, label: readableUrl(url) })),
    ...group.finders,
    ...(group.website ? [{ ...group.website, label: t('group-site-of', { name: group.name }) }] : []),
  ].map((page) => ({ ...page, stale: mayHaveChanged(page.checked, 'fact', now) }));
  return html`<ul>
    ${pages
      .filter(({ stale, url }) => !stale || url === group.website?.url)
      .concat(pages.filter(({ stale, url }) => stale && url !== group.website?.url))
      .map(
        ({ url, label, stale }) =>
          html`<li>
            ${outboundLink(view, url, label)}
            ${stale ? html`<span class="small">(${t('may-have-changed')})</span>` : nothing}
          </li>`,
      )}
  </ul>`;
}

/** The phones of the visitor's country, and those of the page's own. */
export const phonesOf = (view: View, { phones }: Group): GroupPhone[] =>
  phones.filter(({ country }) => !country || country === view.country?.code);

/** Calls a group. */
const phoneLink = ({ t }: View, { name }: Group, number: string, className = ''): TemplateResult =>
  callLink(number, numberText(number), className, t('call-name', { name, number }));

/** How to get in touch with a group that has no list of meetings and no site. */
export function withoutFinder(view: View, group: Group): TemplateResult | typeof nothing {
  if (group.status === 'method') return nothing;
  const [phone] = phonesOf(view, group);
  return phone
    ? html`<p>${phoneLink(view, group, phone.number, 'button')}</p>`
    : html`<p class="small">${view.t('group-no-finder')}</p>`;
}

function phoneList(view: View, group: Group): TemplateResult | typeof nothing {
  const { t, now } = view;
  const phones = phonesOf(view, group);
  if (phones.length === 0) return nothing;
  return html`<dt>${t('group-phones')}</dt>
    <dd>
      ${phones.map(
        ({ number, hours, checked }) =>
          html`<p>
            ${phoneLink(view, group, number)}
            <span class="small"
              >${[(hours && group.words.hours?.[hours]) || t('hours-unknown'), t('cost-unknown')].join(' · ')}</span
            >
            ${mayHaveChanged(checked, 'phone', now) ? html`<span class="small">${t('may-have-changed')}</span>` : nothing}
          </p>`,
      )}
    </dd>`;
}

function details(view: View, group: Group): TemplateResult {
  const { t, language } = view;
  const known = new Set<string>();
  const entry = (key: MessageKey, text: string | readonly string[]): TemplateResult | typeof nothing =>
    text.length === 0
      ? nothing
      : html`<dt>${t(key)}</dt>
          <dd>
            ${(typeof text === 'string' ? [text] : text).map((paragraph) => html`<p>${explained(view, paragraph, known)}</p>`)}
          </dd>`;
  const { words } = group;
  const forSelf = group.audience.includes('self');
  return html`<dl class="details" part="details">
      ${entry('group-about', group.about)}
      ${entry(group.status === 'method' ? 'points-how' : 'group-meeting', words.meeting)}
      ${entry('group-arrive', group.arrive)} ${entry('group-suits', group.suits)}
      ${entry('group-may-not-suit', group.mayNotSuit)} ${entry('group-goal', words.goal)}
      ${entry('group-spiritual', words.spiritual)}
      ${entry('group-medicine', forSelf ? [words.medicine, safetyIn(language).medicine] : words.medicine)}
      ${entry('group-led-by', words.ledBy)} ${entry('group-sponsor', words.sponsor)}
      ${entry('group-cost', words.cost)}
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
      ${group.checked && t('group-checked', { date: t.date(group.checked) })}
      ${group.checked && mayHaveChanged(group.checked, 'fact', view.now) ? `(${t('may-have-changed')})` : nothing}
    </p>`;
}

/** Another group, by its name, with its list of meetings. */
function findLink(view: View, group: Group): unknown {
  const find = firstFinder(group, view.country?.code ?? null);
  return find ? outboundLink(view, find.url, group.name) : group.name;
}

/**
 * The way to a list of a group's meetings, as a link to tap and as an address to read.
 * @param className How the link looks.
 */
export function findView(
  view: View,
  { name }: Group,
  { url, checked }: { readonly url: string; readonly checked: string | null },
  className = 'button',
): TemplateResult {
  const { t, now } = view;
  return html`${outboundLink(view, url, t('group-find'), {
      className,
      part: 'button',
      label: t('group-find-label', { name }),
      addressed: true,
    })}
    <p class="small">
      ${addressText(url)} ${mayHaveChanged(checked, 'fact', now) ? `(${t('may-have-changed')})` : nothing}
    </p>`;
}

/** One group: what it is, why it fits, what to do next; everything else in place, closed at first. */
export function groupView(view: View, group: Group, options: GroupViewOptions): TemplateResult {
  const { t } = view;
  const find =
    group.status === 'dormant'
      ? null
      : firstFinder(group, view.country?.code ?? null, options.reasons?.reasons);
  const alternatives =
    group.status === 'active' ? [] : group.alternatives.flatMap((id) => options.findGroup(id) ?? []);
  const onToggle = (event: Event): void => options.onToggle((event.target as HTMLDetailsElement).open);
  return html`<article class="group" part="group" aria-labelledby=${`name-${group.id}`}>
    <div class="group-main stack">
      ${heading(options.level, group.name, { id: `name-${group.id}` })}
      <p class="summary">${group.summary}</p>
      ${options.reasons ? reasonList(view, options.reasons) : nothing} ${factList(view, group)}
      ${options.next ?? nothing}
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
      ${find === null ? withoutFinder(view, group) : findView(view, group, find)} ${options.action ?? nothing}
    </div>
    <details class="group-details" part="disclosure" ?open=${options.open} @toggle=${onToggle}>
      <summary><span>${t('group-more', { name: group.name })}</span></summary>
      ${options.keepDetails ? noChange : options.withDetails || options.open ? details(view, group) : nothing}
    </details>
  </article>`;
}
