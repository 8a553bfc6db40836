import { html, nothing, type TemplateResult } from 'lit';
import { safetyIn } from '../../content/crisis.js';
import { guidesIn } from '../../content/programs.js';
import { labelsIn } from '../../content/search.js';
import type { FilterChoice } from '../../domain/groups/filters.js';
import { bySection } from '../../domain/groups/sections.js';
import type { Meaning } from '../../domain/groups/vocabulary.js';
import type { Reasons } from '../../domain/groups/reasons.js';
import type { Group } from '../../domain/groups/types.js';
import type { LineKind } from '../../domain/safety/types.js';
import {
  directoryView,
  emergencyCall,
  linesView,
  overdoseView,
  withdrawalView,
} from '../shared/crisis-view.js';
import { groupView, type GroupViewOptions } from '../shared/group-view.js';
import { guideSections } from '../shared/guide-view.js';
import { heading } from '../shared/heading.js';
import type { View } from '../shared/support-element.js';
import type { Results } from './results.js';
import type { Rows } from './rows.js';

export interface ResultsOptions extends Pick<GroupViewOptions, 'findGroup'> {
  readonly opened: ReadonlySet<string>;
  readonly rows: Rows;
  /** How many groups may be rendered by now, and how many of them with their long part. */
  readonly ready: number;
  readonly readyDetails: number;
  readonly chosen: ReadonlySet<FilterChoice>;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onChoose: (choice: FilterChoice, chosen: boolean) => void;
  readonly onClear: () => void;
}

/** Needs that something before the groups answers. */
const ANSWERED: ReadonlySet<string> = new Set(['detox', 'treatment', 'naloxone', 'pregnant', 'unsafe-home']);
const TREATMENT: readonly LineKind[] = ['treatment-referral', 'locator', 'drugs', 'alcohol'];

interface Entry {
  readonly group: Group;
  readonly reasons?: Reasons;
}

/** Help lines of some kinds in the visitor's country, else where to find them. */
const helpLines = (view: View, kinds: readonly LineKind[], title: string): unknown => {
  const lines = view.country?.lines.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return lines.length > 0 ? linesView(view, title, lines, view.level + 1) : directoryView(view);
};

/** What stands before any group: how to stop safely, what to read, where else to turn. */
export function beforeGroups(view: View, results: Results): TemplateResult {
  const { t, level, language } = view;
  const { withdrawal, guides, needs } = results;
  const known = guidesIn(language);
  const shownGuides = guides.flatMap((id) => known.get(id) ?? []);
  return html`
    ${withdrawal.length > 0 ? withdrawalView(view, withdrawal, level + 1) : nothing}
    ${results.tolerance ? html`<p class="note">${safetyIn(language).tolerance}</p>` : nothing}
    ${needs.includes('pregnant') ? html`<p class="note"><strong>${safetyIn(language).pregnant}</strong></p>` : nothing}
    ${needs.includes('naloxone') ? html`<div class="note">${overdoseView(view, level + 1)}</div>` : nothing}
    ${
      needs.includes('unsafe-home')
        ? html`<div class="note stack">
            <p>${emergencyCall(view)}</p>
            ${helpLines(view, ['domestic-violence'], t('lines-unsafe-home'))}
          </div>`
        : nothing
    }
    ${
      needs.includes('veteran')
        ? linesView(
            view,
            t('lines-veterans'),
            view.country?.lines.filter((line) => line.veterans) ?? [],
            level + 1,
          )
        : nothing
    }
    ${needs.includes('treatment') ? helpLines(view, TREATMENT, t('lines-kind-drugs')) : nothing}
    ${shownGuides.map(
      (guide) =>
        html`<details part="disclosure">
          <summary><span>${t('guides-read', { title: guide.title })}</span></summary>
          <p>${guide.lead}</p>
          ${guideSections(view, guide, level + 1)}
        </details>`,
    )}
  `;
}

/** Which of two meanings: a question back, where a word has more than one. It stays, so that the answer can change. */
export function questionsView(
  { t, language }: View,
  { understanding }: Results,
  onAnswer: (phrase: string, meaning: Meaning) => void,
): TemplateResult[] {
  const label = labelsIn(language);
  return understanding.questions.map(({ phrase, meanings, answer }) => {
    const question = t('question-title', { word: phrase });
    return html`<div class="note stack" role="group" aria-label=${question}>
      <p>${question}</p>
      <div class="examples">
        ${meanings.map(
          (meaning) =>
            html`<button
              type="button"
              class="chip"
              aria-pressed=${answer?.id === meaning.id ? 'true' : 'false'}
              @click=${() => onAnswer(phrase, meaning)}
            >
              ${label(meaning.kind, meaning.id)}
            </button>`,
        )}
      </div>
    </div>`;
  });
}

/** The groups: those that the words speak for first, all others below, in the sections under which people look. */
export function groupsView(view: View, results: Results, options: ResultsOptions): TemplateResult {
  const { t, level } = view;
  const { leading, others, understanding } = results;
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
        return options.rows.item(
          group.id,
          [t, view.country, at, why.join(), withDetails, open, view.newWindow],
          () =>
            groupView(view, group, {
              level: at,
              ...(reasons && { reasons }),
              withDetails,
              open,
              onToggle: (now) => options.onToggle(group.id, now),
              findGroup,
            }),
        );
      })}
    </ul>`;
  const sections = (groups: readonly Group[], at: number): unknown[] =>
    bySection(groups, options.chosen.has('audience:family') ? 'family' : undefined).map(
      ({ section, groups: inside }) =>
        // A heading whose groups are still to come would be pushed down by those before it.
        number < options.ready
          ? html`<section class="section" aria-labelledby=${`section-${section}`}>
              <div class="stack">
                ${heading(at, t(`section-${section}`), { id: `section-${section}`, look: 'section-title' })}
                <p>${t(`section-${section}-text`)}</p>
              </div>
              ${list(
                inside.map((group) => ({ group })),
                at + 1,
              )}
            </section>`
          : nothing,
    );

  if (leading.length + others.length === 0) return emptyView(view, options);
  if (leading.length === 0) {
    return html`<div>
      ${understanding.typed ? nothingFound(view, results) : nothing}
      <p class="count" tabindex="-1">${t('count', { n: others.length })}</p>
      ${
        results.ordered
          ? list(
              others.map((group) => ({ group })),
              level + 1,
            )
          : sections(others, level + 1)
      }
    </div>`;
  }
  return html`<section class="section leading" aria-labelledby="leading">
      <div class="stack">
        ${heading(level + 1, t('leading-title'), { id: 'leading', look: 'section-title' })}
        <p class="count" tabindex="-1">${t('count-leading', { n: leading.length })}</p>
      </div>
      ${list(
        leading.map((ranked) => ({ group: ranked.group, reasons: ranked })),
        level + 2,
      )}
    </section>
    ${
      others.length > 0
        ? html`<details class="others" part="disclosure">
            <summary>
              <span>${t('others-title')}</span>
              <span class="small">(${t('count', { n: others.length })})</span>
            </summary>
            <p>${t('others-text')}</p>
            ${sections(others, level + 1)}
          </details>`
        : nothing
    }`;
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

/** No group passes: which filter to take away, and what that gives. */
function emptyView({ t }: View, { chosen, onChoose, onClear }: ResultsOptions): TemplateResult {
  return html`<div class="note stack" part="empty">
    <p><strong>${t('count-none')}</strong></p>
    <p>${t('empty-text')}</p>
    <div class="examples">
      ${[...chosen].map(
        (choice) =>
          html`<button type="button" class="chip" @click=${() => onChoose(choice, false)}>
            ${t('empty-drop', { choice: t(`filter-${choice}`) })}
          </button>`,
      )}
      <button type="button" class="button" @click=${onClear}>${t('filters-clear-all')}</button>
    </div>
  </div>`;
}
