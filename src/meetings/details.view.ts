import { html, nothing, type TemplateResult } from 'lit';
import { mayHaveChanged } from '../domain/schedule/freshness.js';
import type { Meeting } from '../domain/meetings/types.js';
import { callLink, outboundLink } from '../elements/shared/links.js';
import { addressText } from '../elements/shared/links.js';
import { directionsUrl } from './directions.js';
import { placeText, timeText, timetableText, whenOf } from './texts.js';
import type { ListView, Row } from './types.js';

/** Other meetings in the same place that are named at most. */
const NEIGHBORS = 8;

const entry = (name: string, content: unknown): TemplateResult =>
  html`<div class="entry"><dt>${name}</dt><dd>${content}</dd></div>`; // prettier-ignore

/** Text of a list: as it came, each line for itself. */
const lines = (text: string): TemplateResult => html`<span class="lines"><bdi>${text}</bdi></span>`;

/** Where a mistake is reported: what the list gives, with the meeting named where it is a mail. */
export function feedbackUrl(view: ListView, meeting: Meeting): string {
  const { t } = view;
  const { feedback, name } = meeting;
  if (!feedback.startsWith('mailto:')) return feedback;
  const joint = feedback.includes('?') ? '&' : '?';
  const day = meeting.day > 0 ? t.weekday(meeting.day) : '';
  const text = [name, day, meeting.start >= 0 ? timeText(view, meeting.start) : '', placeText(meeting)]
    .filter(Boolean)
    .join('\r\n');
  return `${feedback}${joint}subject=${encodeURIComponent(t('meetings-report-subject', { name }))}&body=${encodeURIComponent(text)}`;
}

const SERVICES = {
  venmo: 'Venmo',
  square: 'Cash App',
  paypal: 'PayPal',
  homegroup: 'Homegroup Online',
} as const;

function joining(view: ListView, { join, joinNotes, dial, dialText, dialNotes }: Meeting): unknown {
  const { t } = view;
  const online =
    join || joinNotes
      ? html`${join ? html`<p>${outboundLink(view, join, addressText(join), { className: 'break', addressed: true })}</p>` : nothing}${
          joinNotes ? html`<p>${lines(joinNotes)}</p>` : nothing
        }`
      : nothing;
  const phone =
    dial || dialNotes
      ? html`<p>
          ${dial ? callLink(dial, html`<bdi dir="ltr">${dialText}</bdi>`, '', t('call', { number: dialText })) : nothing}
          ${dialNotes ? lines(dialNotes) : nothing}
        </p>`
      : nothing;
  return online === nothing && phone === nothing ? nothing : html`${online}${phone}`;
}

function neighbors(view: ListView, index: number): unknown {
  const { list, times } = view.meetings;
  const others = list.inSamePlace(index).sort((a, b) => times.starts[a]! - times.starts[b]!);
  if (others.length === 0) return nothing;
  const { t } = view;
  return html`<ul class="plain">
    ${others.slice(0, NEIGHBORS).map((other) => {
      const meeting = list.meetings[other]!;
      const when = whenOf(view, meeting, other, times, view.at);
      const shown = times.day[other]! || meeting.day;
      const day = shown > 0 ? t.weekday(shown) : '';
      return html`<li><bdi>${[day, when.time, meeting.name].filter(Boolean).join(', ')}</bdi></li>`;
    })}
    ${others.length > NEIGHBORS ? html`<li>${t('meetings-and-more', { n: others.length - NEIGHBORS })}</li>` : nothing}
  </ul>`;
}

function typeList(view: ListView, { types: own }: Meeting): unknown {
  const { types } = view;
  if (own.length === 0) return nothing;
  return html`<ul class="plain">
    ${own.map((type) => {
      const meaning = types.meaning(type);
      return html`<li><bdi>${types.name(type)}</bdi>${meaning ? `: ${meaning}` : nothing}</li>`;
    })}
  </ul>`;
}

function links(view: ListView, meeting: Meeting): unknown {
  const { t } = view;
  const found = [
    [meeting.url, t('meetings-page')],
    [meeting.website, t('meetings-home-group-page')],
    [feedbackUrl(view, meeting), t('meetings-report')],
    ...meeting.payments.map(({ service, url }) => [url, t('meetings-give', { service: SERVICES[service] })]),
  ].filter(([url]) => url) as [string, string][];
  if (found.length === 0) return nothing;
  return html`<ul class="plain">
    ${found.map(([url, text]) => html`<li>${outboundLink(view, url, text)}</li>`)}
  </ul>`;
}

/** Everything about one meeting. What the list does not say is left out. */
export function detailsView(view: ListView, row: Row): TemplateResult {
  const { t } = view;
  const { index, meeting } = row;
  const { place } = meeting;
  const { list } = view.meetings;
  const way = directionsUrl(meeting);
  const how = joining(view, meeting);
  const notes = [meeting.notes, meeting.homeGroupNotes].filter(Boolean).join('\n');
  const others = meeting.inPerson ? neighbors(view, index) : nothing;
  const types = typeList(view, meeting);
  const more = links(view, meeting);
  const feed = list.feeds[index]!;
  const updated = meeting.updated || view.feedUpdated(feed);
  const old = updated !== '' && mayHaveChanged(updated, 'fact', view.now);
  return html`<div class="details stack" part="details">
    <dl class="entries">
      ${entry(t('meetings-when'), timetableText(view, meeting, index, view.meetings.times, view.at))}
      ${
        place && (meeting.inPerson || !meeting.online)
          ? entry(
              t('meetings-where'),
              html`<p><bdi>${placeText(meeting)}</bdi></p>
                ${meeting.closed ? html`<p>${t('meetings-building-closed')}</p>` : nothing}
                ${place.notes ? html`<p>${lines(place.notes)}</p>` : nothing}
                ${way ? html`<p>${outboundLink(view, way, t('meetings-directions'))}</p>` : nothing}
                ${
                  place.exact || !meeting.inPerson
                    ? nothing
                    : html`<p class="small">${t('meetings-no-exact-address')}</p>`
                }`,
            )
          : nothing
      }
      ${how === nothing ? nothing : entry(t('meetings-how-to-join'), how)}
      ${
        !meeting.inPerson && !meeting.join && !meeting.dial
          ? entry(t('meetings-how-to-join'), t('meetings-ask-for-link'))
          : nothing
      }
      ${notes ? entry(t('meetings-notes'), lines(notes)) : nothing}
      ${types === nothing ? nothing : entry(t('meetings-what-it-is'), types)}
      ${
        meeting.homeGroup && meeting.homeGroup !== meeting.name
          ? entry(t('meetings-home-group'), html`<bdi>${meeting.homeGroup}</bdi>`)
          : nothing
      }
      ${others === nothing ? nothing : entry(t('meetings-same-place'), others)}
      ${more === nothing ? nothing : entry(t('meetings-links'), more)}
      ${entry(
        t('meetings-from-list'),
        html`<bdi
            >${[meeting.keeper || view.feedName(feed), meeting.district].filter(Boolean).join(' · ')}</bdi
          >${
            updated
              ? html`<br />${t('meetings-updated', { date: t.date(updated) })}${old ? ` (${t('may-have-changed')})` : nothing}`
              : nothing
          }`,
      )}
    </dl>
    <div class="row no-print">
      ${
        meeting.day > 0 && meeting.start >= 0 && view.frame.save
          ? html`<button type="button" class="button quiet" @click=${() => view.actions.calendar(index)}>
              ${t('meetings-calendar')}
            </button>`
          : nothing
      }
      <button type="button" class="button quiet" @click=${() => view.actions.copy(index)}>
        ${t('meetings-copy')}
      </button>
      ${view.done?.index === index ? html`<span class="small">${view.done.text}</span>` : nothing}
    </div>
  </div>`;
}
