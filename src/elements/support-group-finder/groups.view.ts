import { html, nothing, type TemplateResult } from 'lit';
import { labelsIn } from '../../content/search.js';
import type { FilterChoice } from '../../domain/groups/filters.js';
import { FIRST_CHOICES } from '../../domain/groups/recommend.js';
import type { Reasons } from '../../domain/groups/reasons.js';
import { bySection } from '../../domain/groups/sections.js';
import type { Group } from '../../domain/groups/types.js';
import { crisisLineLink } from '../shared/crisis-view.js';
import { groupView, type GroupViewOptions } from '../shared/group-view.js';
import { heading } from '../shared/heading.js';
import type { View } from '../shared/support-element.js';
import { pickView, type PickOptions } from './picks.view.js';
import type { Results } from './results.js';
import type { Rows } from './rows.js';

export interface GroupsOptions extends Pick<GroupViewOptions, 'findGroup'> {
  readonly opened: ReadonlySet<string>;
  readonly rows: Rows;
  /** How many groups may be rendered by now, and how many of them with their long part. */
  readonly ready: number;
  readonly readyDetails: number;
  readonly chosen: ReadonlySet<FilterChoice>;
  /** Somebody looks for a relative. */
  readonly family: boolean;
  /** The groups answer the guided choice, whose heading stands above. */
  readonly guided: boolean;
  /** How a group can be picked; null: groups cannot be picked. */
  readonly pick: ((id: string) => PickOptions) | null;
  /** When the next meeting of a group is, where the page has lists of meetings. */
  readonly next: (id: string) => { readonly key: string; readonly view: TemplateResult } | null;
  /** Real meetings, below the groups that come first. */
  readonly upcoming: unknown;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onChoose: (choice: FilterChoice, chosen: boolean) => void;
  readonly onClear: () => void;
}

/** Needs that something before the groups answers. */
const ANSWERED: ReadonlySet<string> = new Set(['detox', 'treatment', 'naloxone', 'pregnant', 'unsafe-home']);

interface Entry {
  readonly group: Group;
  readonly reasons?: Reasons;
}

/** The groups: those that were asked for first, all others below, in the sections under which people look. */
export function groupsView(view: View, results: Results, options: GroupsOptions): TemplateResult {
  const { t, level } = view;
  const { leading, others, aims, understanding } = results;
  const { guided } = options;
  let number = 0;
  const list = (entries: readonly Entry[], at: number): TemplateResult =>
    html`<ul class="plain groups" part="results">
      ${entries.slice(0, Math.max(0, options.ready - number)).map(({ group, reasons }) => {
        const withDetails = number++ < options.readyDetails;
        const open = options.opened.has(group.id);
        const { findGroup } = options;
        const why = reasons
          ? [...reasons.reasons, ...reasons.cautions].map(({ id, substance }) => id + substance)
          : [];
        const pick = options.pick?.(group.id);
        const next = options.next(group.id);
        return options.rows.item(
          group.id,
          [group, t, view.country, withDetails || open, view.newWindow],
          [at, why.join(), open, pick?.picked, pick?.full, next?.key],
          (keepDetails) =>
            groupView(view, group, {
              level: at,
              ...(reasons && { reasons }),
              ...(pick && { action: pickView(view, group, pick) }),
              ...(next && { next: next.view }),
              withDetails,
              keepDetails,
              open,
              onToggle: (now) => options.onToggle(group.id, now),
              findGroup,
            }),
        );
      })}
    </ul>`;
  const plain = (groups: readonly Group[]): Entry[] => groups.map((group) => ({ group }));
  const sections = (groups: readonly Group[], at: number): unknown[] =>
    bySection(groups, options.family ? 'family' : undefined).map(({ section, groups: inside }) =>
      // A heading whose groups are still to come would be pushed down by those before it.
      number < options.ready
        ? html`<section class="section" aria-labelledby=${`section-${section}`}>
            <div class="stack">
              ${heading(at, t(`section-${section}`), { id: `section-${section}`, look: 'section-title' })}
              <p>${t(`section-${section}-text`)}</p>
            </div>
            ${list(plain(inside), at + 1)}
          </section>`
        : nothing,
    );
  const more = (title: string, count: number, content: () => unknown): TemplateResult | typeof nothing =>
    count === 0
      ? nothing
      : html`<details class="others" part="disclosure">
          <summary>
            <span>${title}</span>
            <span class="small">(${t('count', { n: count })})</span>
          </summary>
          ${content()}
        </details>`;
  const ranked = (from: number, to?: number): Entry[] =>
    leading.slice(from, to).map((entry) => ({ group: entry.group, reasons: entry }));
  const rest = (): unknown =>
    more(
      t('others-title'),
      others.length,
      () =>
        html`<p>${t('others-text')}</p>
          ${sections(others, level + 1)}`,
    );

  // For relatives, both aims side by side: to look after oneself is no lesser one.
  const sideBySide =
    aims.length === 0
      ? nothing
      : html`<div class="aims">
          ${aims.map(
            ({ aim, groups }) =>
              html`<section aria-labelledby=${aim}>
                <div class="stack">
                  ${heading(level + 1, t(`aim-${aim}`), { id: aim, look: 'section-title' })}
                  <p>${t(`aim-${aim}-text`)}</p>
                </div>
                ${list(
                  groups.map((entry) => ({ group: entry.group, reasons: entry })),
                  level + 2,
                )}
              </section>`,
          )}
        </div>`;

  if (guided) {
    const first = aims.length > 0 ? 0 : FIRST_CHOICES;
    // Nobody is sent away: what there is stands open, with somebody to talk to.
    if (leading.length + aims.length === 0)
      return html`<div class="stack">
        <p>${t('others-text')}</p>
        <p>${crisisLineLink(view)}</p>
        ${list(plain(others), level + 2)}
      </div>`;
    return html`<div class="leading">
      ${sideBySide} ${first > 0 && leading.length > 0 ? list(ranked(0, first), level + 2) : nothing}
      ${options.upcoming}
      ${more(t('guided-more'), Math.max(0, leading.length - first), () => list(ranked(first), level + 2))}
      ${rest()}
    </div>`;
  }
  if (leading.length + others.length + aims.length === 0) return emptyView(view, results, options);
  if (leading.length === 0) {
    return html`<div>
      ${understanding.typed ? nothingFound(view, results) : nothing} ${sideBySide}
      <p class="count" tabindex="-1">${t('count', { n: others.length + number })}</p>
      ${results.ordered ? list(plain(others), level + 1) : sections(others, level + 1)}
    </div>`;
  }
  return html`<section class="section leading" aria-labelledby="leading">
      <div class="stack">
        ${heading(level + 1, t('leading-title'), { id: 'leading', look: 'section-title' })}
        <p class="count" tabindex="-1">${t('count-leading', { n: leading.length })}</p>
      </div>
      ${list(ranked(0), level + 2)}
    </section>
    ${rest()}`;
}

/** Words that we do not know, or a need that no group here is made for: said, and never a dead end. */
function nothingFound(
  { t, language }: View,
  { understanding, needs, guides, crisis }: Results,
): TemplateResult | typeof nothing {
  if (crisis !== null || guides.length > 0 || needs.some((need) => ANSWERED.has(need))) return nothing;
  const need = needs[0];
  if (need !== undefined) {
    return html`<p class="note">${t('need-without-group', { label: labelsIn(language)('need', need) })}</p>`;
  }
  if (understanding.unknown.length === 0) return nothing;
  return html`<div class="note stack">
    <p><strong>${t('unknown-title', { words: understanding.unknown.join(' ') })}</strong></p>
    <p>${t('unknown-text')}</p>
  </div>`;
}

/** No group passes: which filter to take away, and how many groups that gives. */
function emptyView(view: View, { without }: Results, { onChoose, onClear }: GroupsOptions): TemplateResult {
  const { t } = view;
  return html`<div class="note stack" part="empty">
    <p><strong>${t('count-none')}</strong></p>
    <p>${t('empty-text')}</p>
    <div class="examples">
      ${without().map(
        ({ choice, adds }) =>
          html`<button type="button" class="chip" @click=${() => onChoose(choice, false)}>
            ${t('guided-relax', { choice: t(`filter-${choice}`), n: adds })}
          </button>`,
      )}
      <button type="button" class="button" @click=${onClear}>${t('filters-clear-all')}</button>
    </div>
    <p>${crisisLineLink(view)}</p>
  </div>`;
}
