import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../elements/shared/heading.js';
import { detailsView } from './details.view.js';
import { rowView, factsOf, nameButton, waysIn, whenView } from './row.view.js';
import { dayHeading, shortWhen } from './texts.js';
import type { Found, ListView, Row } from './types.js';

/** A part of the list under a heading. */
export interface Part {
  readonly key: string;
  readonly title: string;
  readonly indices: readonly number[];
  /** Whether the title does not say the day: then each row does. */
  readonly anyDay?: boolean;
}

export interface Window {
  /** What is in the page. */
  readonly parts: readonly Part[];
  /** On for a while already: told in one line until somebody asks. */
  readonly on: readonly number[];
  /** How many more there are. */
  readonly more: number;
}

/** The meetings that are in the page, under the headings of their days. */
export function windowOf(view: ListView, found: Found, size: number, byDistance: boolean): Window {
  const { t } = view;
  const { times } = view.meetings;
  const on: number[] = [];
  // Times of several zones are not in the order of their days: Monday evening there may be Tuesday here.
  const parts = new Map<number, Part & { indices: number[] }>();
  let shown = 0;
  let more = 0;
  for (const i of found.indices) {
    if (times.isOn(i, view.at)) {
      on.push(i);
      continue;
    }
    if (shown >= size) {
      more++;
      continue;
    }
    shown++;
    const day = byDistance
      ? 0
      : times.starts[i] === Infinity
        ? Infinity
        : Math.max(times.date[i]!, times.today);
    const part = parts.get(day);
    if (part) part.indices.push(i);
    else {
      const title = byDistance
        ? t('meetings-nearest-first')
        : day === Infinity
          ? t('meetings-no-fixed-time')
          : dayHeading(view, times, day);
      parts.set(day, { key: String(day), title, indices: [i], anyDay: byDistance });
    }
  }
  return { parts: [...parts].sort(([a], [b]) => a - b).map(([, part]) => part), on, more };
}

const rowOf = (view: ListView, found: Found, opened: ReadonlySet<number>, index: number): Row => {
  const meters = found.meters?.[index];
  return {
    index,
    meeting: view.meetings.list.meetings[index]!,
    open: opened.has(index),
    meters: meters === undefined || Number.isNaN(meters) ? null : meters,
  };
};

const dayIn = (view: ListView, { anyDay }: Part, index: number): string =>
  anyDay ? shortWhen(view, index) : '';

const list = (view: ListView, found: Found, opened: ReadonlySet<number>, part: Part): TemplateResult =>
  html`<ol class="plain meetings">
    ${part.indices.map(
      (index) =>
        html`<li class="meeting" part="meeting">
          ${rowView(view, rowOf(view, found, opened, index), dayIn(view, part, index))}
        </li>`,
    )}
  </ol>`;

function table(view: ListView, found: Found, opened: ReadonlySet<number>, part: Part): TemplateResult {
  const { t } = view;
  const { title, indices } = part;
  return html`<table class="meetings" part="table" aria-label=${title}>
    <thead>
      <tr>
        <th scope="col">${t('meetings-when')}</th>
        <th scope="col">${t('meetings-what')}</th>
        <th scope="col">${t('meetings-where')}</th>
        <th scope="col">${t('meetings-how-to-join')}</th>
      </tr>
    </thead>
    <tbody>
      ${indices.map((index) => {
        const row = rowOf(view, found, opened, index);
        const { when, isOn } = whenView(view, row, dayIn(view, part, index));
        const { where, tags } = factsOf(view, row);
        return html`<tr part="meeting">
            <td>${when}</td>
            <th scope="row">
              ${nameButton(view, row)}${tags ? html`<p class="small muted"><bdi>${tags}</bdi></p>` : nothing}
            </th>
            <td><bdi>${where}</bdi></td>
            <td><div class="ways">${waysIn(view, row, isOn)}</div></td>
          </tr>
          ${
            row.open
              ? html`<tr>
                  <td colspan="4">${detailsView(view, row)}</td>
                </tr>`
              : nothing
          }`;
      })}
    </tbody>
  </table>`;
}

export interface ListOptions {
  readonly found: Found;
  readonly opened: ReadonlySet<number>;
  readonly shows: 'list' | 'table';
  readonly window: Window;
  readonly showsOn: boolean;
  /** What is on now that is in the page. */
  readonly onShown: number;
  readonly onMore: () => void;
  readonly onToggleOn: (open: boolean) => void;
  readonly onMoreOn: () => void;
}

/** The meetings, by day. */
export function listView(view: ListView, options: ListOptions): TemplateResult {
  const { t, level } = view;
  const { found, opened, shows, window } = options;
  const rows = (part: Part): TemplateResult =>
    shows === 'table' ? table(view, found, opened, part) : list(view, found, opened, part);
  const on = window.on.slice(0, options.onShown);
  return html`${
    window.on.length > 0
      ? html`<details
          class="on"
          part="disclosure"
          ?open=${options.showsOn}
          @toggle=${(event: Event) => options.onToggleOn((event.target as HTMLDetailsElement).open)}
        >
          <summary><span>${t('meetings-on-now', { n: window.on.length })}</span></summary>
          ${
            options.showsOn
              ? html`${rows({ key: 'on', title: t('meetings-on-now', { n: window.on.length }), indices: on })}${
                  window.on.length > on.length
                    ? html`<button type="button" class="button quiet" @click=${options.onMoreOn}>
                        ${t('meetings-show-more')}
                      </button>`
                    : nothing
                }`
              : nothing
          }
        </details>`
      : nothing
  }
  ${window.parts.map(
    (part) =>
      html`<section class="day">
        ${heading(level + 1, part.title, { look: 'section-title' })} ${rows(part)}
      </section>`,
  )}
  ${
    window.more > 0
      ? html`<p class="no-print">
          <button type="button" class="button quiet more" @click=${options.onMore}>
            ${t('meetings-show-more')} <span class="small">(${t('meetings-left', { n: window.more })})</span>
          </button>
        </p>`
      : nothing
  }`;
}
