import { html, nothing, type TemplateResult } from 'lit';
import { countriesIn, directoriesIn, languageNamesIn, safetyIn } from '../../content/crisis.js';
import { mayHaveChanged } from '../../domain/schedule/freshness.js';
import { isOpenAt, type OpeningHours } from '../../domain/schedule/opening-hours.js';
import type { WithdrawalNote } from '../../domain/groups/reasons.js';
import type { CrisisLine, SafetyText } from '../../domain/safety/types.js';
import { fill } from '../../locales/translator.js';
import { heading } from './heading.js';
import { phoneIcon } from './icons.js';
import { callLink, isolated, outboundLink, textLink } from './links.js';
import type { View } from './support-element.js';

/** The emergency number, or that there is one, for use inside a sentence. */
export const emergencyWords = (view: View): string =>
  view.country?.emergency[0] ? isolated(view, view.country.emergency[0]) : view.t('emergency-local');

/** Works in all states of the European Union, and from mobile phones in many other countries. */
const EUROPE = '112';

/** The emergency number to tap. Until the country is known, the numbers of several, each with its places. */
export function emergencyCall(view: View): TemplateResult {
  const { t, language } = view;
  const number = view.country?.emergency[0];
  if (number !== undefined) {
    return callLink(
      number,
      html`${phoneIcon} ${t('call', { number: isolated(view, number) })}`,
      'button emergency',
    );
  }
  const places = new Map([[EUROPE, [t('emergency-europe')]]]);
  for (const { listName, emergency, timeZones } of countriesIn(language)) {
    const [first] = emergency;
    if (first === undefined || (first === EUROPE && timeZones[0]?.startsWith('Europe/'))) continue;
    places.set(first, [...(places.get(first) ?? []), listName]);
  }
  return html`<strong>${t('strip-unknown')}</strong>
    <span class="row emergency-numbers"
      >${[...places].map(([first, names]) =>
        callLink(first, t('emergency-in', { country: t.list(names), number: isolated(view, first) })),
      )}</span
    >`;
}

/** The first line for people who may want to die, and for anybody in crisis. */
const crisisLineOf = ({ country }: View): CrisisLine | undefined =>
  country?.lines.find(({ kind, phone }) => kind === 'suicide-crisis' && phone !== null);

function hoursText({ t, now }: View, hours: OpeningHours, onPaper: boolean): string {
  if (hours === null) return t('hours-unknown');
  if (hours === 'always') return t('hours-always');
  const periods = hours.open.map(({ days, from, to }) =>
    t('hours-days', { days: dayRange(t, days), from: t.time(from), to: t.time(to) }),
  );
  const open = onPaper ? '' : ` (${t(isOpenAt(hours, now) ? 'hours-open' : 'hours-closed')})`;
  return periods.join('; ') + open;
}

function dayRange(t: View['t'], days: readonly number[]): string {
  const inRow = days.length > 2 && days.every((day, i) => i === 0 || day === days[i - 1]! + 1);
  if (inRow) return `${t.weekday(days[0]!)} – ${t.weekday(days.at(-1)!)}`;
  return t.list(days.map((day) => t.weekday(day)));
}

/**
 * When a service answers, what it costs, and in which languages where the page's own is not the only one.
 * @param onPaper Does not say whether it is open now: a sheet is read later.
 */
export function hoursAndPrice(view: View, line: CrisisLine, onPaper = false): string {
  const { t } = view;
  const said = [
    line.hoursNote ?? hoursText(view, line.hours, onPaper),
    line.price ?? t(line.cost === 'free' ? 'free' : 'cost-unknown'),
  ];
  if (line.languages.some((code) => code !== view.language)) {
    said.push(t('languages', { languages: t.list(line.languages.map(languageNamesIn(view.language))) }));
  }
  return said.join(' · ');
}

/** The ways to reach a service. What may have changed stands behind its official page. */
function waysOf(view: View, line: CrisisLine, stale: boolean): TemplateResult {
  const { t } = view;
  const { name, phone, sms, chat, url } = line;
  const call =
    phone === null
      ? nothing
      : callLink(
          phone,
          t('call', { number: isolated(view, phone) }),
          'way',
          t('call-name', { name, number: phone }),
        );
  const text =
    sms === null
      ? nothing
      : textLink(
          sms.number,
          sms.body,
          sms.body === null
            ? t('text-to', { number: isolated(view, sms.number) })
            : t('text-word', { word: sms.body, number: isolated(view, sms.number) }),
        );
  const page = (address: string | null, key: 'chat' | 'website'): unknown =>
    address === null ? nothing : outboundLink(view, address, t(key), { label: `${t(key)}: ${name}` });
  const site = page(url === chat ? null : url, 'website');
  return html`<p class="row line-ways">
    ${stale ? site : nothing} ${call} ${text} ${page(chat, 'chat')} ${stale ? nothing : site}
  </p>`;
}

/** One service: who it is for, how to reach it, when, at what price, and how fresh that is. */
export function lineView(view: View, line: CrisisLine): TemplateResult {
  const { t, now } = view;
  const reachable = line.phone !== null || line.sms !== null;
  const stale = mayHaveChanged(line.checked, reachable ? 'phone' : 'fact', now);
  return html`<li class="line" part="line">
    <p class="line-name">${line.name}</p>
    ${line.who ? html`<p>${line.who}</p>` : nothing} ${waysOf(view, line, stale)}
    <p class="small">
      ${reachable ? hoursAndPrice(view, line) : nothing}
      ${stale ? html`${reachable ? ' · ' : nothing}<span>${t('may-have-changed')}</span>` : nothing}
    </p>
    ${line.note ? html`<p class="small">${line.note}</p>` : nothing}
  </li>`;
}

/** Several services under a heading. */
export function linesView(
  view: View,
  title: string,
  lines: readonly CrisisLine[],
  level: number,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="lines stack">
    ${heading(level, title, { look: 'minor' })}
    <ul class="plain line-list">
      ${lines.map((line) => lineView(view, line))}
    </ul>
  </div>`;
}

/** Where help lines of all countries are listed. */
export const directoryView = (view: View): TemplateResult =>
  html`<ul class="plain line-list">
    ${directoriesIn(view.language).map((line) => lineView(view, line))}
  </ul>`;

/** What to do in an overdose: short lines, in the order in which they are needed. */
export function overdoseView(view: View, level: number): TemplateResult {
  const { t } = view;
  const { overdose, stimulant, tolerance } = safetyIn(view.language);
  const emergency = emergencyWords(view);
  return html`<div class="stack">
    ${heading(level, overdose.title, { look: 'minor' })}
    <ol>
      ${overdose.steps.map((step) => html`<li>${fill(step, { emergency })}</li>`)}
    </ol>
    <details part="disclosure">
      <summary><span>${t('overdose-more')}</span></summary>
      <div class="stack">
        <p><strong>${t('overdose-signs')}</strong></p>
        <ul>
          ${overdose.signs.map((sign) => html`<li>${sign}</li>`)}
        </ul>
        <p><strong>${t('overdose-facts')}</strong></p>
        <ul>
          ${overdose.facts.map((fact) => html`<li>${fact}</li>`)}
          <li>${tolerance}</li>
        </ul>
        ${heading(level, stimulant.title, { look: 'minor' })}
        <ul>
          ${stimulant.signs.map((sign) => html`<li>${sign}</li>`)}
        </ul>
        <ol>
          ${stimulant.steps.map((step) => html`<li>${fill(step, { emergency })}</li>`)}
        </ol>
      </div>
    </details>
  </div>`;
}

/** A note on stopping safely, for one kind of withdrawal, with what always holds. */
export function withdrawalView(
  view: View,
  notes: readonly (WithdrawalNote | 'any')[],
  level: number,
): TemplateResult {
  const { withdrawal, medicine, pregnant } = safetyIn(view.language);
  const emergency = emergencyWords(view);
  const one = ({ title, lines }: SafetyText): TemplateResult => html`
    ${heading(level, title, { look: 'minor' })}
    ${lines.map((line) => html`<p>${fill(line, { emergency })}</p>`)}
  `;
  return html`<div class="note stack" part="note">
    ${notes.map((note) => one(withdrawal[note]))}
    <p>${medicine}</p>
    <p>${pregnant}</p>
  </div>`;
}

/** The first crisis line as a link, with hours and price; nothing where the country is not known. */
export function crisisLineLink(view: View): TemplateResult | typeof nothing {
  const line = crisisLineOf(view);
  if (!line?.phone) return nothing;
  const number = isolated(view, line.phone);
  return html`<span
    >${callLink(line.phone, `${view.t('strip-crisis')}: ${number}`)}
    <span class="small"
      >(${hoursAndPrice(view, line)}${
        mayHaveChanged(line.checked, 'phone', view.now) ? ` · ${view.t('may-have-changed')}` : ''
      })</span
    ></span
  >`;
}
