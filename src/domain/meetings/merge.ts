import { withoutLast } from '../feeds/text.js';
import { metersBetween, type Position } from './distance.js';
import type { Meeting } from './types.js';

/** Two feeds place the same hall within this many meters of each other. */
const SAME_PLACE = 100;

/** Meetings of one feed. */
export interface FeedMeetings {
  /** Number of the feed on the page. */
  readonly feed: number;
  readonly meetings: readonly Meeting[];
}

/** All meetings, each once, with the feed that it came from first. */
export interface Merged {
  readonly meetings: readonly Meeting[];
  readonly feeds: readonly number[];
  /** How many were in more than one feed. */
  readonly twice: number;
}

const keyOf = ({ group, day, start, zone, repeat }: Meeting): string =>
  `${group}|${day}|${start}|${zone}|${repeat ? JSON.stringify(repeat) : ''}`;

/** What one copy of a link has and another has not: the way in, once one is at the door. */
const PASSCODE = /^(?:pwd|passcode|password|pass|pin|tk|uname|from)$/i;
const ZOOM = /^https?:\/\/(?:[\w-]+\.)*zoom\.(?:us|com)\//i;
/** Pages at which everybody types the number of their own meeting. */
const DOOR = /^(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|[^/]+\/(?:join|j|meet|my))$/;

/** What a link leads to, without what differs from copy to copy; '' for a page that leads to no meeting of its own. */
function linkKey(link: string): string {
  if (link === '') return '';
  const [address = '', query = ''] = link.replace(/#(?![/!]).*$/s, '').split('?', 2);
  const path = withoutLast(address.replace(ZOOM, 'zoom.us/').replace(/^https?:\/\/(?:www\.)?/i, ''), '/');
  const kept = query.split('&').filter((part) => part !== '' && !PASSCODE.test(part.split('=', 1)[0]!));
  if (kept.length === 0 && DOOR.test(path)) return '';
  return [path, ...kept.sort()].join('&').toLowerCase();
}

const DIALED = /^\D*(\d+)(?:\D+(\d+))?/;

/**
 * The number that is called, and the first one typed after it: a service for calls has one number for all its meetings,
 * and what is typed next is the meeting. What comes then is a PIN.
 */
function phoneKey({ dial }: Meeting): string {
  const [, number, room = ''] = DIALED.exec(dial) ?? [];
  // With and without the country code of North America.
  return number === undefined ? '' : `${number.replace(/^1(?=\d{10}$)/, '')},${room}`;
}

/** Of two meetings with a number but nothing to type after it, links that differ say that they are two. */
const phoneMisleads = (a: Meeting, b: Meeting): boolean =>
  phoneKey(b).endsWith(',') && a.join !== '' && b.join !== '' && linkKey(a.join) !== linkKey(b.join);

const positionOf = ({ place }: Meeting): Position | null => (place?.exact ? place.position : null);

/** Number of the belt around the earth in which a position lies; two within 100 m are in the same or the next one. */
const beltOf = ({ latitude }: Position): number => Math.floor(latitude * 1000);

/** No list has as many meetings at one hour in one room; a list that is made to stop the page may. */
const MOST_ALIKE = 100;

/** What a meeting may have in common with its twin, each as a key. */
interface Traits {
  /** '' for none. */
  readonly link: string;
  readonly phone: string;
  readonly slot: string;
  readonly position: Position | null;
}

function traitsOf(meeting: Meeting): Traits {
  const slot = keyOf(meeting);
  const link = linkKey(meeting.join);
  const phone = phoneKey(meeting);
  return {
    link: link && `${link} ${slot}`,
    phone: phone && `${phone} ${slot}`,
    slot,
    position: positionOf(meeting),
  };
}

/** Meetings by what makes them the same, so that a long list is not compared with another, row by row. */
class Known {
  readonly #meetings: readonly Meeting[];
  readonly #byTrait = new Map<string, number[]>();

  constructor(meetings: readonly Meeting[]) {
    this.#meetings = meetings;
  }

  add(i: number, { link, phone, slot, position }: Traits): void {
    if (link !== '') this.#put(link, i);
    if (phone !== '') this.#put(phone, i);
    if (position) this.#put(`${beltOf(position)} ${slot}`, i);
  }

  /** The first that is the same and may be; what leads into a meeting says more than where it is. */
  same(meeting: Meeting, traits: Traits, may: (i: number) => boolean): number | undefined {
    const { link, phone, slot, position } = traits;
    let found = link === '' ? undefined : this.#byTrait.get(link)?.find(may);
    if (found === undefined && phone !== '')
      found = this.#byTrait.get(phone)?.find((i) => may(i) && !phoneMisleads(this.#meetings[i]!, meeting));
    if (found !== undefined || position === null) return found;
    const belt = beltOf(position);
    let first: number | undefined;
    for (let one = belt - 1; one <= belt + 1; one++)
      for (const i of this.#byTrait.get(`${one} ${slot}`) ?? []) {
        const other = positionOf(this.#meetings[i]!);
        if (!other || !may(i) || metersBetween(position, other) > SAME_PLACE) continue;
        // Two rooms of one house at the same hour are told apart by their names.
        if (this.#meetings[i]!.name === meeting.name) return i;
        if (first === undefined || i < first) first = i;
      }
    return first;
  }

  #put(trait: string, i: number): void {
    const known = this.#byTrait.get(trait);
    if (!known) this.#byTrait.set(trait, [i]);
    else if (known.length < MOST_ALIKE && known.at(-1) !== i) known.push(i);
  }
}

const TEXTS = [
  'join',
  'joinNotes',
  'dial',
  'dialText',
  'dialNotes',
  'notes',
  'homeGroup',
  'homeGroupNotes',
  'district',
  'url',
  'website',
  'feedback',
  'keeper',
  'updated',
] as const;

/** The first, with what it lacks from the second. */
function joined(first: Meeting, second: Meeting): Meeting {
  const filled: Partial<Record<(typeof TEXTS)[number], string>> = {};
  for (const key of TEXTS) if (first[key] === '' && second[key] !== '') filled[key] = second[key];
  return {
    ...first,
    ...filled,
    inPerson: first.inPerson || second.inPerson,
    online: first.online || second.online,
    phone: first.phone || second.phone,
    minutes: first.minutes || second.minutes,
    place: first.place ?? second.place,
    types: [...new Set([...first.types, ...second.types])],
    payments: first.payments.length > 0 ? first.payments : second.payments,
  };
}

/** Rows that are worked on before the browser may do something else. */
const SLICE = 1000;

/**
 * Joins the lists of several feeds, in slices. The same meeting in two feeds comes once: same fellowship, weekday, start
 * and zone, and the same link, phone number, or place within 100 m. Never across fellowships, never inside one feed, and
 * never where nobody said which fellowship it is.
 */
export function* mergingFeeds(lists: readonly FeedMeetings[]): Generator<void, Merged> {
  if (lists.length === 1) {
    const { feed, meetings } = lists[0]!;
    return { meetings, feeds: new Array<number>(meetings.length).fill(feed), twice: 0 };
  }
  const meetings: Meeting[] = [];
  const feeds: number[] = [];
  /** Which list a meeting was last found in. */
  const seenIn: FeedMeetings[] = [];
  const known = new Known(meetings);
  let twice = 0;
  for (const list of lists) {
    const may = (i: number): boolean => seenIn[i] !== list;
    for (const [row, meeting] of list.meetings.entries()) {
      if (row % SLICE === SLICE - 1) yield;
      const traits = meeting.group === '' ? null : traitsOf(meeting);
      const before = traits ? known.same(meeting, traits, may) : undefined;
      if (before === undefined) {
        meetings.push(meeting);
        feeds.push(list.feed);
        seenIn.push(list);
      } else {
        meetings[before] = joined(meetings[before]!, meeting);
        seenIn[before] = list;
        twice++;
      }
      // Of those that are joined too: a third list may share what only the second one says.
      if (traits) known.add(before ?? meetings.length - 1, traits);
    }
  }
  return { meetings, feeds, twice };
}

/** The same, at once. */
export function mergeFeeds(lists: readonly FeedMeetings[]): Merged {
  const merging = mergingFeeds(lists);
  for (;;) {
    const { done, value } = merging.next();
    if (done) return value;
  }
}
