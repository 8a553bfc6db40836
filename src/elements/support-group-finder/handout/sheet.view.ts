import { html, nothing, type TemplateResult } from 'lit';
import { directoriesIn, safetyIn } from '../../../content/crisis.js';
import { languageIn } from '../../../content/language.js';
import { mayHaveChanged, oldestDate } from '../../../domain/schedule/freshness.js';
import { isModerationGroup } from '../../../domain/groups/reasons.js';
import type { Group } from '../../../domain/groups/types.js';
import { readableUrl } from '../../../domain/links/safe-url.js';
import type { MessageKey } from '../../../locales/messages.js';
import { emergencyWords } from '../../shared/crisis-view.js';
import { phonesOf } from '../../shared/group-view.js';
import { heading } from '../../shared/heading.js';
import { addressText, callLink, numberText, outboundLink } from '../../shared/links.js';
import type { View } from '../../shared/support-element.js';
import {
  factsText,
  findOf,
  groupFor,
  helpLines,
  lineHours,
  lineName,
  meetingText,
  phoneHours,
} from './handout-text.js';
import type { Results } from '../results.js';
import { hasMeetings, meetingsOf, type HandoutState } from './handout.js';

/** What was asked for, as far as a sheet has to warn. */
export type SheetResults = Pick<Results, 'withdrawal' | 'tolerance' | 'needs'>;

/** A code to scan: its side in modules, and the dark ones as the data of a path. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

const NOTE_LINES = 2;

/** A line to write on. */
const ruled = (text: unknown = ''): TemplateResult => html`<p class="ruled">${text}</p>`;

/** The present day where the device is (`YYYY-MM-DD`). */
const localDate = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Lines of a note on stopping that fit on a sheet; when to call for help stands on it once already. */
const NOTE_SENTENCES = 3;

/** What to know before stopping: for what was asked about, else for whoever may stop at all. */
function warnings(
  { language }: View,
  groups: readonly Group[],
  { withdrawal, tolerance, needs }: SheetResults,
): string {
  const safety = safetyIn(language);
  const own = groups.some(({ audience }) => audience.includes('self'));
  const less = groups.some(isModerationGroup) ? (['alcohol'] as const) : [];
  const asked = new Set([...withdrawal, ...less]);
  const notes = asked.size > 0 ? [...asked] : own ? (['any'] as const) : [];
  return [
    ...notes.map((note) => {
      const { title, lines } = safety.withdrawal[note];
      return `${title}: ${lines.slice(0, NOTE_SENTENCES).join(' ')}`;
    }),
    ...(tolerance ? [safety.tolerance] : []),
    ...(needs.includes('pregnant') ? [safety.pregnant] : []),
    ...(own ? [safety.medicine] : []),
  ].join(' ');
}

/**
 * What is printed: the groups, how to find them, the next meetings, and help in a crisis, on one page. With a second
 * language all words stand in both; addresses, numbers and meetings stand once.
 * @param second The same view in another language.
 * @param qr The code for an address; null leaves it out.
 * @param results What was asked for, which decides how to warn before stopping.
 */
export function sheetView(
  view: View,
  second: View | null,
  groups: readonly Group[],
  state: HandoutState,
  qr: (url: string) => QrCode | null,
  results: SheetResults,
): TemplateResult {
  const { level, country } = view;
  const views = second ? [view, second] : [view];
  const both = (text: (view: View) => unknown): TemplateResult =>
    html`<span class="both"
      >${views.map((one) => html`<span lang=${one.language} dir=${one.t.direction}>${text(one)}</span> `)}</span
    >`;
  /** A few words in all languages, on one line. */
  const label = (key: MessageKey): TemplateResult =>
    html`<strong
      >${views.map(
        ({ t, language }, i) =>
          html`${i > 0 ? ' · ' : nothing}<span lang=${language} dir=${t.direction}>${t(key)}</span>`,
      )}</strong
    >`;
  const called = (number: string, said: (view: View) => string): TemplateResult =>
    html`<p class="handout-number">
      <strong>${callLink(number, numberText(number))}</strong> ${both(said)}
    </p>`;
  const address = (url: string): TemplateResult =>
    outboundLink(view, url, addressText(url), { addressed: true });

  const groupBlock = (group: Group): TemplateResult => {
    const find = findOf(view, group);
    const code = find && qr(find.url);
    const meets = hasMeetings(group);
    const phones = phonesOf(view, group);
    return html`<section class="handout-part stack">
      ${heading(
        level + 2,
        both((one) => groupFor(one, group).name),
      )}
      <p>${both((one) => groupFor(one, group).summary)}</p>
      ${
        group.status === 'active'
          ? html`<p class="small">${both((one) => factsText(one, group))}</p>`
          : html`<p>
              ${both(
                (one) =>
                  html`<strong>${one.t(`status-${group.status}` as MessageKey)}.</strong>
                    ${groupFor(one, group).words.status}`,
              )}
            </p>`
      }
      ${
        group.arrive
          ? html`<p>
              ${both((one) => html`<strong>${one.t('group-arrive')}:</strong> ${groupFor(one, group).arrive}`)}
            </p>`
          : nothing
      }
      <div class="handout-find">
        ${
          code
            ? html`<svg
                class="qr"
                viewBox=${`0 0 ${code.size} ${code.size}`}
                role="img"
                aria-label=${view.t('handout-qr', { address: readableUrl(find.url) })}
              >
                <path d=${code.path} />
              </svg>`
            : nothing
        }
        <div>
          ${
            find
              ? html`<p>
                  ${label(meets ? 'group-find' : 'website')}: ${address(find.url)}
                  ${
                    mayHaveChanged(find.checked, 'fact', view.now)
                      ? html`<span class="small">(${view.t('may-have-changed')})</span>`
                      : nothing
                  }
                </p>`
              : phones.length > 0
                ? nothing
                : html`<p>${label('group-no-finder')}</p>`
          }
          ${phones.map((phone) => called(phone.number, (one) => phoneHours(one, group, phone)))}
          ${
            meets
              ? html`${label('handout-meetings')}
                ${meetingsOf(state, group.id).map((meeting) =>
                  ruled(
                    second && meeting.start
                      ? [both((one) => meetingText(one, { ...meeting, place: '' })), meeting.place]
                      : meetingText(view, meeting),
                  ),
                )}`
              : nothing
          }
        </div>
      </div>
    </section>`;
  };

  return html`<section
    class="handout stack"
    part="handout"
    ?data-two=${second}
    aria-labelledby="handout-sheet"
  >
    <slot name="handout-header"></slot>
    ${heading(
      level + 1,
      both(({ t }) => t('handout-sheet')),
      { id: 'handout-sheet', look: 'section-title' },
    )}
    <p class="small">${both(({ t, now }) => t.date(localDate(now)))}</p>
    ${groups.map(groupBlock)}
    <section class="handout-part stack">
      ${heading(
        level + 2,
        both(({ t }) => t('lines-title')),
      )}
      <p>
        ${both((one) => [
          one.t('lines-emergency-text', { number: emergencyWords(one) }),
          ' ',
          one.country && one.t('country-numbers', { country: one.country.name }),
        ])}
      </p>
      ${
        country
          ? helpLines(view).map((line) =>
              called(line.phone!, (one) => `${lineName(one, line)} · ${lineHours(one, line)}`),
            )
          : directoriesIn(view.language).map(({ name, url }) =>
              url === null ? nothing : html`<p>${name}: ${address(url)}</p>`,
            )
      }
      <slot name="contact"></slot>
    </section>
    <p>${both((one) => warnings(one, groups, results))}</p>
    <section class="handout-part">
      ${label('handout-note')}
      ${state.note.trim() ? html`<p class="handout-note">${state.note}</p>` : Array.from({ length: second ? 1 : NOTE_LINES }, () => ruled())}
    </section>
    <p class="small">
      ${both(({ t, language }) =>
        [
          t('disclaimer'),
          t('group-checked', { date: t.date(oldestDate(groups.map(({ checked }) => checked)) ?? '') }),
          languageIn(language).review === 'draft' ? t('translation-draft') : '',
        ].join(' '),
      )}
    </p>
  </section>`;
}
