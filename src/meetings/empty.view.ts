import { html, nothing, type TemplateResult } from 'lit';
import { CHOICES, isEmpty, toggled, type MeetingQuery } from '../domain/meetings/query.js';
import { choiceName } from './filters.view.js';
import type { ListView } from './types.js';

/** Ways out that are named at most. */
const OFFERED = 5;
/** Ways out that are tried at most: a link may set many filters. */
const TRIED = 12;

export interface EmptyActions {
  readonly set: (query: MeetingQuery) => void;
  readonly clear: () => void;
}

/** No dead end: what to take back, with what it would bring. */
export function emptyView(
  view: ListView,
  query: MeetingQuery,
  count: (query: MeetingQuery) => number,
  { set, clear }: EmptyActions,
): TemplateResult {
  const { t } = view;
  const text = query.text.trim();
  // An empty list: there is nothing to take away.
  if (isEmpty(query)) return html`<p part="empty">${t('meetings-empty-list')}</p>`;
  const ways: { name: string; query: MeetingQuery }[] = [
    ...(text ? [{ name: `“${text}”`, query: { ...query, text: '' } }] : []),
    ...CHOICES.flatMap((choice) =>
      query[choice].map((value) => ({
        name: choiceName(view, choice, value),
        query: toggled(query, choice, value, false),
      })),
    ),
    ...(query.near && query.near.meters !== Infinity
      ? [{ name: t('meetings-distance'), query: { ...query, near: { ...query.near, meters: Infinity } } }]
      : []),
  ];
  const offered = ways
    .slice(0, TRIED)
    .map((way) => ({ ...way, n: count(way.query) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, OFFERED);
  return html`<div class="stack" part="empty">
    <p>${ways.length === 1 ? t('meetings-none-one', { filter: ways[0]!.name }) : t('meetings-none')}</p>
    ${
      offered.length > 0
        ? html`<ul class="plain chips">
            ${offered.map(
              ({ name, n, query: other }) =>
                html`<li>
                  <button type="button" class="button quiet" @click=${() => set(other)}>
                    ${t('meetings-without', { filter: name, n })}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      ways.length === 1 && offered.length === 1
        ? nothing
        : html`<button type="button" class="button quiet" @click=${clear}>${t('meetings-clear-all')}</button>`
    }
  </div>`;
}
