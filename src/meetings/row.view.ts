import { html, nothing, type TemplateResult } from 'lit';
import { callLink, outboundLink } from '../elements/shared/links.js';
import { directionsUrl } from './directions.js';
import { detailsView } from './details.view.js';
import { distanceText, placeText, wayText, whenOf } from './texts.js';
import type { ListView, Row } from './types.js';

/** Types that a row names at most; the others are in its details. */
const NAMED_TYPES = 4;
/** Kinds of types that people choose by, in this order. */
const NAMED = ['who', 'open', 'language', 'access'] as const;

/** Types that help to choose; what happens there is in the details. */
export function tellingTypes(view: ListView, { meeting }: Row): string[] {
  const { types } = view;
  return NAMED.flatMap((category) => meeting.types.filter((type) => types.category(type) === category))
    .slice(0, NAMED_TYPES)
    .map((type) => types.name(type));
}

/** The link or links by which somebody gets there. */
export function waysIn(view: ListView, { meeting }: Row, isOn: boolean): TemplateResult {
  const { t } = view;
  const { join, dial, name } = meeting;
  const way = directionsUrl(meeting);
  // One filled button in a row at the most: where the door is open now.
  const look = isOn ? 'button' : 'button quiet';
  return html`${
    join
      ? outboundLink(view, join, t('meetings-join'), {
          className: look,
          part: 'join',
          label: t('meetings-join-name', { name }),
        })
      : nothing
  }${
    dial
      ? callLink(
          dial,
          html`${t('meetings-dial')}<span class="on-paper"> <bdi dir="ltr">${meeting.dialText}</bdi></span>`,
          'button quiet',
          t('meetings-dial-name', { name }),
        )
      : nothing
  }${
    way
      ? outboundLink(view, way, t('meetings-directions'), {
          className: 'button quiet',
          label: t('meetings-directions-name', { name }),
        })
      : nothing
  }`;
}

/**
 * When a meeting is, as it stands at the head of its row.
 * @param day Day and time together, where no heading says the day.
 */
export function whenView(
  view: ListView,
  { meeting, index }: Row,
  day = '',
): { when: TemplateResult; isOn: boolean } {
  const { time, moment, isOn, zone } = whenOf(view, meeting, index, view.meetings.times, view.at);
  return {
    isOn,
    when: html`<p class="when">
      <strong>${day || time}</strong>${
        zone ? [' ', html`<span class="small zone">${zone}</span>`] : nothing
      }${moment && !day ? [' ', html`<span class="small moment" ?data-on=${isOn}>${moment}</span>`] : nothing}
    </p>`,
  };
}

/** One line for who, where and how. */
export function factsOf(view: ListView, row: Row): { where: string; tags: string } {
  const { meeting, meters } = row;
  const place = meeting.inPerson || !meeting.online ? placeText(meeting) : '';
  const where = [wayText(view, meeting), place, meters === null ? '' : distanceText(view, meters, view.unit)];
  const group = view.namesGroups
    ? (view.groupName(meeting.group) ?? view.feedName(view.meetings.list.feeds[row.index]!))
    : '';
  const home = meeting.homeGroup && meeting.homeGroup !== meeting.name ? meeting.homeGroup : '';
  const tags = [group, home, ...tellingTypes(view, row)];
  return {
    where: where.filter(Boolean).join(' · '),
    tags: tags.filter(Boolean).join(' · '),
  };
}

/** The button that opens the details of a meeting, with its name. */
export const nameButton = (view: ListView, { meeting, index, open }: Row): TemplateResult =>
  html`<button
    type="button"
    class="name"
    aria-expanded=${open ? 'true' : 'false'}
    data-index=${index}
    @click=${() => view.actions.toggle(index)}
  >
    <bdi>${meeting.name}</bdi>
  </button>`;

/** One meeting of the list. */
export function rowView(view: ListView, row: Row, day = ''): TemplateResult {
  const { when, isOn } = whenView(view, row, day);
  const { where, tags } = factsOf(view, row);
  return html`${when}
    <div class="what">
      ${nameButton(view, row)}
      <p class="small"><bdi>${where}</bdi></p>
      ${tags ? html`<p class="small muted"><bdi>${tags}</bdi></p>` : nothing}
    </div>
    <div class="ways">${waysIn(view, row, isOn)}</div>
    ${row.open ? detailsView(view, row) : nothing}`;
}
