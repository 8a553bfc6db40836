import type { Meeting, Place, Timetable } from '../meetings/types.js';
import { dialUrl } from './link.js';
import { OUR_FORMAT } from './rows.js';
import { derivedWays } from './simple.js';
import { minutesBetween } from './values.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What stands in a list for a value; undefined is left out of the JSON. */
const orNone = <T extends string | readonly unknown[]>(value: T): T | undefined =>
  value.length === 0 ? undefined : value;

function clock(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The end on the clock where that says how long it takes, else the minutes. */
function length(start: number, minutes: number): object {
  if (minutes === 0) return {};
  const end = start < 0 ? NaN : start + minutes === 1440 ? 1440 : (start + minutes) % 1440;
  return minutesBetween(start, end) === minutes ? { end: clock(end) } : { minutes };
}

function repeats({ repeat }: Timetable): object {
  switch (repeat?.kind) {
    case 'monthly':
      return { weeksOfMonth: repeat.weeks };
    case 'interval':
      return { every: `${repeat.weeks} weeks`, from: repeat.from };
    case 'dates':
      return { dates: repeat.dates };
    default:
      return {};
  }
}

function where(place: Place | null): object {
  if (place === null) return {};
  return {
    place: orNone(place.name),
    address: orNone(place.address),
    exact: place.exact === (place.address !== '') ? undefined : place.exact,
    city: orNone(place.city),
    postcode: orNone(place.postcode),
    regions: orNone(place.regions),
    ...place.position,
    placeNotes: orNone(place.notes),
  };
}

function attendance(meeting: Meeting): string[] | undefined {
  const { inPerson, online, phone } = derivedWays(meeting);
  if (inPerson === meeting.inPerson && online === meeting.online && phone === meeting.phone) return undefined;
  return [
    ...(meeting.inPerson ? ['in-person'] : []),
    ...(meeting.online ? ['online'] : []),
    ...(meeting.phone ? ['phone'] : []),
  ];
}

function rowFor(meeting: Meeting, timezone: string, group: string): object {
  const { dial, dialText } = meeting;
  return {
    id: meeting.id,
    name: meeting.name,
    group: meeting.group === group ? undefined : orNone(meeting.group),
    day: WEEKDAYS[meeting.day - 1],
    start: meeting.start < 0 ? undefined : clock(meeting.start),
    ...length(meeting.start, meeting.minutes),
    ...repeats(meeting),
    timezone: meeting.zone === timezone ? undefined : orNone(meeting.zone),
    ...where(meeting.place),
    attendance: attendance(meeting),
    closed: meeting.closed || undefined,
    join: orNone(meeting.join),
    joinNotes: orNone(meeting.joinNotes),
    phone: orNone(dialText),
    dial: dialText !== '' && dialUrl(dialText) === dial ? undefined : orNone(dial),
    phoneNotes: orNone(meeting.dialNotes),
    types: orNone(meeting.types),
    notes: orNone(meeting.notes),
    homeGroup: orNone(meeting.homeGroup),
    homeGroupNotes: orNone(meeting.homeGroupNotes),
    district: orNone(meeting.district),
    url: orNone(meeting.url),
    website: orNone(meeting.website),
    feedback: orNone(meeting.feedback),
    keeper: orNone(meeting.keeper),
    payments: orNone(meeting.payments),
    updated: orNone(meeting.updated),
  };
}

/** The value that all meetings have; '' where there is none. */
function shared(meetings: readonly Meeting[], value: (meeting: Meeting) => string): string {
  const [first] = meetings;
  const one = first ? value(first) : '';
  return meetings.every((meeting) => value(meeting) === one) ? one : '';
}

/**
 * Meetings as a list of our own format, to be written with `JSON.stringify`. Read with simpleFormat it gives the same
 * meetings again; what is not said is left out.
 * @param options.updated The day on which the list was made, `YYYY-MM-DD`.
 */
export function toSimple(meetings: readonly Meeting[], { updated }: { readonly updated: string }): object {
  const timezone = shared(meetings, ({ zone }) => zone);
  const group = shared(meetings, (meeting) => meeting.group);
  return {
    format: OUR_FORMAT,
    updated,
    timezone: orNone(timezone),
    group: orNone(group),
    meetings: meetings.map((meeting) => rowFor(meeting, timezone, group)),
  };
}
