import { html, nothing, type TemplateResult } from 'lit';
import { safetyIn } from '../../content/crisis.js';
import { groupMapIn } from '../../content/groups.js';
import type { Group } from '../../domain/groups/types.js';
import type { MessageKey } from '../../locales/messages.js';
import { explained } from './explained.js';
import { findView, firstFinder, withoutFinder } from './group-view.js';
import { outboundLink } from './links.js';
import type { View } from './support-element.js';

/** What kind of group it is; one that is not active says so before anything else is read. */
function kind({ t }: View, { approach, status, words }: Group): TemplateResult {
  // Nearly all are peer groups: it is said where nothing else tells what they are.
  const kinds = approach.filter((one) => one !== 'peer');
  return html`<p>${(kinds.length > 0 ? kinds : approach).map((one) => t(`fact-${one}`)).join(' · ')}</p>
    ${
      status === 'active'
        ? nothing
        : html`<p><strong>${t(`status-${status}`)}</strong></p>
            ${words.status ? html`<p>${words.status}</p>` : nothing}`
    }`;
}

/** The way to the group's meetings, and to living groups where it is not active. */
function meetings(view: View, group: Group): TemplateResult {
  const { t, country, language } = view;
  const find = group.status === 'dormant' ? null : firstFinder(group, country?.code ?? null);
  const others =
    group.status === 'active'
      ? []
      : group.alternatives.flatMap((id) => {
          const other = groupMapIn(language).get(id);
          const list = other && firstFinder(other, country?.code ?? null);
          return list ? outboundLink(view, list.url, other.name) : [];
        });
  return html`${find ? findView(view, group, find, 'button quiet') : withoutFinder(view, group)}
  ${others.length > 0 ? html`<p>${t('group-see-instead')}: ${others.map((link, i) => [i ? ', ' : '', link])}</p>` : nothing}`;
}

/**
 * Groups side by side, in the order given: a row for each thing in which they differ, and last the way to a meeting.
 * In a narrow place a row is a block (see comparison.styles.ts), and each cell says whose it is. Roles are written out,
 * because some browsers take a table that is not laid out as one for plain text.
 */
export function comparisonView(view: View, groups: readonly Group[]): TemplateResult {
  const { t, language } = view;
  const known = new Set<string>();
  const row = (key: MessageKey, cell: (group: Group) => unknown): TemplateResult =>
    html`<tr role="row">
      <th role="rowheader" scope="row">${t(key)}</th>
      ${groups.map(
        (group) =>
          html`<td role="cell">
            <span class="whose small" aria-hidden="true">${group.abbreviation ?? group.name}</span
            >${cell(group)}
          </td>`,
      )}
    </tr>`;
  const words = (
    key: MessageKey,
    text: (words: Group['words']) => string | readonly string[],
  ): TemplateResult =>
    row(key, ({ words }) => {
      const said = [text(words)].flat().filter(Boolean);
      return said.length > 0 ? said.map((one) => html`<p>${explained(view, one, known)}</p>`) : '–';
    });
  return html`<table class="comparison" part="table" role="table">
      <caption>
        ${t('compare-caption', {
          names: t.list(
            groups.map(({ name, abbreviation }) => (abbreviation ? `${name} (${abbreviation})` : name)),
          ),
        })}
      </caption>
      <thead>
        <tr role="row">
          <td role="cell"></td>
          ${groups.map(({ name }) => html`<th role="columnheader" scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row('compare-approach', (group) => kind(view, group))}
        ${words('group-spiritual', ({ spiritual }) => spiritual)} ${words('group-goal', ({ goal }) => goal)}
        ${words('group-led-by', ({ ledBy }) => ledBy)} ${words('group-medicine', ({ medicine }) => medicine)}
        ${words('group-sponsor', ({ sponsor }) => sponsor)} ${words('group-cost', ({ cost }) => cost)}
        ${row('compare-join', ({ attendance }) => attendance.map((one) => t(`fact-${one}`)).join(' · ') || t('group-no-finder'))}
        ${words('group-meeting', ({ meeting }) => meeting)}
        ${row('group-finders', (group) => meetings(view, group))}
      </tbody>
    </table>
    ${
      groups.some(({ audience }) => audience.includes('self'))
        ? html`<p>${safetyIn(language).medicine}</p>`
        : nothing
    }`;
}
