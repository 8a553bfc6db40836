import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { languageIn } from '../../../content/language.js';
import type { Group } from '../../../domain/groups/types.js';
import type { MessageKey } from '../../../locales/messages.js';
import { heading } from '../../shared/heading.js';
import { checkIcon } from '../../shared/icons.js';
import { outboundLink } from '../../shared/links.js';
import type { View } from '../../shared/support-element.js';
import { calendarEvents, findOf, handoutText, mailUrl, smsUrl } from './handout-text.js';
import { changed, hasMeetings, meetingsOf, withMeeting, type HandoutState } from './handout.js';

const NOTE_LENGTH = 400;
const PLACE_LENGTH = 100;

export interface HandoutOptions {
  readonly groups: readonly Group[];
  readonly state: HandoutState;
  /** The view in the language of the second column; messages then say everything in both. */
  readonly second: View | null;
  /** Languages that a second column can have. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  /** Whether a calendar file can be made. */
  readonly calendar: boolean;
  readonly onChange: (state: HandoutState) => void;
  readonly onPrint: () => void;
  readonly onCopy: (text: string) => void;
  readonly onCalendar: () => void;
  /** The visitor opens a message that holds the text. */
  readonly onSend: (action: 'text' | 'mail') => void;
  readonly onClose: () => void;
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

/**
 * The form around the sheet: meetings, a note, a second language, and the ways to take it along. What is typed here
 * stays here, as in the search box.
 */
export function handoutView(view: View, options: HandoutOptions): TemplateResult {
  const { t, level } = view;
  const { groups, state, second, languages, onChange, onPrint, onCopy, onSend, onClose } = options;
  const text = [view, options.second]
    .flatMap((one) => (one ? handoutText(one, groups, state) : []))
    .join('\n\n');
  const own = languageIn(view.language).name;
  const subject = t(state.neutral ? 'handout-neutral-title' : 'handout-sheet');
  const button = (key: MessageKey, onClick: () => void, className = 'button quiet'): TemplateResult =>
    html`<button type="button" class=${className} @click=${onClick}>${t(key)}</button>`;

  const meetingRows = (group: Group, open: boolean): unknown => {
    const find = findOf(view, group);
    // The boxes are filled once: written back at each change, a half-typed date would be wiped out.
    return keyed(
      group.id,
      html`<details part="disclosure" ?open=${open}>
        <summary><span>${t('handout-meetings')}: ${group.name}</span></summary>
        <fieldset class="stack">
          <legend class="visually-hidden">${group.name}</legend>
          ${find ? html`<p>${outboundLink(view, find.url, t('group-find'), { label: t('group-find-label', { name: group.name }) })}</p>` : nothing}
          ${meetingsOf(state, group.id).map(
            ({ start, place }, row) =>
              html`<div class="row">
                <label
                  >${row + 1}. ${t('handout-when')}
                  <input
                    type="datetime-local"
                    max="9999-12-31T23:59"
                    @blur=${(event: Event) => (event.target as HTMLInputElement).reportValidity()}
                    autocomplete="off"
                    value=${start}
                    @change=${(event: Event) => onChange(withMeeting(state, group.id, row, { start: valueOf(event).slice(0, 16) }))}
                /></label>
                <label
                  >${row + 1}. ${t('handout-place')}
                  <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    writingsuggestions="false"
                    maxlength=${PLACE_LENGTH}
                    value=${place}
                    @input=${(event: Event) => onChange(withMeeting(state, group.id, row, { place: valueOf(event) }))}
                /></label>
              </div>`,
          )}
        </fieldset>
      </details>`,
    );
  };

  return html`<section class="handout-form stack-wide no-print" aria-labelledby="handout-title">
    ${heading(level + 1, t('handout-title'), { id: 'handout-title', look: 'section-title', focusable: true })}
    <p>${t('handout-lead')}</p>
    ${groups.filter(hasMeetings).map((group, i) => meetingRows(group, i === 0))}
    <label
      >${t('handout-note')}
      <textarea
        rows="3"
        autocomplete="off"
        spellcheck="false"
        writingsuggestions="false"
        maxlength=${NOTE_LENGTH}
        ${view.typed(state.note)}
        @input=${(event: Event) => onChange(changed(state, { note: valueOf(event) }))}
      ></textarea>
    </label>
    ${
      languages.length > 0
        ? html`<label
            >${t('handout-second')}
            <select @change=${(event: Event) => onChange(changed(state, { second: valueOf(event) || null }))}>
              <option value="">${own}</option>
              ${languages.map(
                ({ code, name }) =>
                  html`<option value=${code} ?selected=${code === state.second}>${own} + ${name}</option>`,
              )}
            </select>
            ${
              second && languageIn(second.language).review === 'draft'
                ? html`<span class="small">${t('translation-draft')}</span>`
                : nothing
            }
          </label>`
        : nothing
    }
    <div>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby="handout-neutral"
          .checked=${state.neutral}
          @change=${(event: Event) => onChange(changed(state, { neutral: (event.target as HTMLInputElement).checked }))}
        />
        <span>${t('handout-neutral')}</span>
      </label>
      <p class="small" id="handout-neutral">${t('handout-neutral-text')}</p>
    </div>
    <div class="row">
      ${view.frame.print ? button('handout-print', onPrint, 'button') : html`<span class="small">${t('print-blocked')}</span>`}
      ${button('handout-copy', () => onCopy(text))}
      ${state.done === 'copied' ? html`<span>${checkIcon} ${t('handout-copied')}</span>` : nothing}
      ${
        view.frame.messages
          ? html`<a class="button quiet" href=${smsUrl(text)} @click=${() => onSend('text')}
                >${t('handout-sms')}</a
              >
              <a class="button quiet" href=${mailUrl(subject, text)} @click=${() => onSend('mail')}
                >${t('handout-mail')}</a
              >`
          : nothing
      }
      ${
        !options.calendar
          ? nothing
          : calendarEvents(view, groups, state).length > 0
            ? button('handout-calendar', options.onCalendar)
            : html`<span class="small">${t('handout-calendar-needs')}</span>`
      }
      ${button('handout-close', onClose, 'text-button')}
    </div>
    ${
      state.done === 'failed'
        ? html`<label
            >${t('handout-copy-failed')}
            <textarea
              id="handout-text"
              rows="6"
              readonly
              .defaultValue=${text}
              @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
            ></textarea>
          </label>`
        : nothing
    }
  </section>`;
}
