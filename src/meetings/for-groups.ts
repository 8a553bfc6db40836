import { html, nothing, type TemplateResult } from 'lit';
import type { Meetings } from '../controllers/meeting-store.js';
import { IN_PERSON, ONLINE, PHONE } from '../domain/meetings/list.js';
import type { Way } from '../domain/meetings/query.js';
import { DAY, MINUTE, dateOf } from '../domain/schedule/days.js';
import { occurrencesFrom } from '../domain/schedule/occurrence.js';
import { zoneTable } from '../domain/schedule/zone.js';
import { readableUrl } from '../domain/links/safe-url.js';
import type { Meeting } from '../domain/meetings/types.js';
import { heading } from '../elements/shared/heading.js';
import { rowView } from './row.view.js';
import { clockOf, placeText, shortWhen, wayText } from './texts.js';
import type { ListView } from './types.js';

const BITS: Readonly<Record<Way, number>> = { 'in-person': IN_PERSON, online: ONLINE, phone: PHONE };

/** Groups whose meetings stand together below a result: as many as the result shows first. */
const FIRST_GROUPS = 3;

/** A meeting as it stands on a handout. */
export interface NextTime {
  /** Wall-clock time where the meeting is, `YYYY-MM-DDTHH:MM`. */
  readonly start: string;
  readonly place: string;
  /** In milliseconds. */
  readonly at: number;
}

/** The next meetings of each group: what a card, a result and a handout say. */
export class GroupMeetings {
  readonly #byGroup = new Map<string, number[]>();
  readonly #meetings: Meetings;

  constructor(meetings: Meetings) {
    this.#meetings = meetings;
    const { list, times } = meetings;
    for (const index of times.order) {
      if (times.starts[index] === Infinity) break;
      const { group, closed, inPerson, online, phone } = list.meetings[index]!;
      // Nobody is sent to a locked door.
      if (group === '' || (closed && !inPerson && !online && !phone)) continue;
      const known = this.#byGroup.get(group);
      if (known) known.push(index);
      else this.#byGroup.set(group, [index]);
    }
  }

  /** Numbers of the meetings of a group, the next one first. */
  of(group: string, ways: readonly Way[]): readonly number[] {
    const all = this.#byGroup.get(group) ?? [];
    const bits = ways.reduce((sum, way) => sum | BITS[way], 0);
    return bits === 0 ? all : all.filter((index) => (this.#meetings.list.ways[index]! & bits) !== 0);
  }

  /**
   * The next meetings of some groups together, at most `count`; those that began a while ago are left out. The first groups
   * that have any: one that fits less well does not crowd out the others by meeting more often.
   */
  upcoming(groups: readonly string[], ways: readonly Way[], count: number, now: number): number[] {
    const { times } = this.#meetings;
    return groups
      .filter((group) => this.of(group, ways).length > 0)
      .slice(0, FIRST_GROUPS)
      .flatMap((group) =>
        this.of(group, ways)
          .filter(
            (index) =>
              !times.isOn(index, now) || times.ends[index]! - times.starts[index]! >= DAY - 60 * MINUTE,
          )
          .slice(0, count),
      )
      .sort((a, b) => times.starts[a]! - times.starts[b]!)
      .slice(0, count);
  }

  /** The next times to go to, for a sheet of paper: also a second week of the same meeting, if there are few. */
  nextTimes(view: ListView, group: string, ways: readonly Way[], count: number): NextTime[] {
    const { list, times } = this.#meetings;
    return this.of(group, ways)
      .slice(0, count * 4)
      .flatMap((index) => {
        const meeting = list.meetings[index]!;
        const zone = meeting.inPerson && meeting.zone ? meeting.zone : times.visitorZone;
        return occurrencesFrom(meeting, view.at, times.visitorZone, count).map(({ start }): NextTime => {
          const local = start + zoneTable(zone).offsetAt(start) * MINUTE;
          const day = Math.floor(local / DAY);
          return {
            at: start,
            start: `${dateOf(day)}T${clockOf((local - day * DAY) / MINUTE)}`,
            place: [meeting.name, ...waysOf(view, meeting)].filter(Boolean).join(', '),
          };
        });
      })
      .filter(({ at }) => at > view.at)
      .sort((a, b) => a.at - b.at)
      .slice(0, count);
  }
}

/** Passcodes are short; what is longer has no room on a line of paper. */
const SHORT = 60;

/** How somebody gets in, on paper: an address, or what to type and to dial. */
function waysOf(view: ListView, meeting: Meeting): string[] {
  const { inPerson, join, joinNotes, dialText } = meeting;
  if (inPerson) return [placeText(meeting)];
  const notes = joinNotes.length <= SHORT ? joinNotes.replaceAll('\n', ' ') : '';
  if (join) return [readableUrl(join), notes];
  return dialText ? [dialText] : [wayText(view, meeting)];
}

/** What a card says: when and where its next meeting is, and the way to all of them. */
export function nextMeetingView(
  view: ListView,
  index: number | undefined,
  group: string,
  count: number,
  onAll: () => void,
): { readonly key: string; readonly view: TemplateResult } | null {
  if (index === undefined) return null;
  const { t } = view;
  const meeting = view.meetings.list.meetings[index]!;
  const where = meeting.inPerson ? placeText(meeting) : wayText(view, meeting);
  const text = [shortWhen(view, index), where].filter(Boolean).join(' · ');
  return {
    key: `${text} ${count}`,
    view: html`<p class="next-meeting">
      <strong>${t('meetings-next')}</strong> <bdi>${text}</bdi>
      <button
        type="button"
        class="text-button no-print"
        data-all=${group}
        aria-label=${`${t('meetings-all-of', { n: count })}: ${view.groupName(group) ?? group}`}
        @click=${onAll}
      >
        ${t('meetings-all-of', { n: count })}
      </button>
    </p>`,
  };
}

/** Real meetings at the end of a guided choice. */
export function upcomingView(
  view: ListView,
  indices: readonly number[],
  opened: ReadonlySet<number>,
  onAll: () => void,
): TemplateResult | typeof nothing {
  const { t, level } = view;
  if (indices.length === 0) return nothing;
  return html`<section class="upcoming" aria-labelledby="upcoming">
    <div class="stack">
      ${heading(level + 1, t('meetings-next-list'), { id: 'upcoming', look: 'section-title' })}
      <p>${t('meetings-next-list-text')}</p>
    </div>
    <ol class="plain meetings">
      ${indices.map(
        (index) =>
          html`<li class="meeting" part="meeting">
            ${rowView(
              { ...view, namesGroups: true },
              { index, meeting: view.meetings.list.meetings[index]!, open: opened.has(index), meters: null },
              shortWhen(view, index),
            )}
          </li>`,
      )}
    </ol>
    <p class="no-print">
      <button type="button" class="button quiet" data-all="" @click=${onAll}>${t('meetings-all')}</button>
    </p>
  </section>`;
}
