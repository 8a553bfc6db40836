/**
 * Calendars (iCalendar, RFC 5545) as plain values, in a file of its own beside the one module. Nothing here throws: an event
 * that cannot be read is null. ical.js takes lines apart; series are worked out in domain/schedule/series.ts, as its own
 * iterator never ends for some rules (`FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31`).
 */
import ICAL from 'ical.js';
import { calendarParts, type EventLines, type Lines, type ZoneLines } from './domain/feeds/calendar-lines.js';
import {
  inZone,
  lengthOf,
  listOf,
  offsetOf,
  ruleOf,
  stampOf,
  type Stamp,
} from './domain/feeds/calendar-values.js';
import { CalendarZones, type DescribedZone } from './domain/feeds/calendar-zones.js';
import type { CalendarEntry } from './domain/feeds/icalendar.js';
import { BOUNDS } from './domain/feeds/types.js';
import { DAY, dateOf } from './domain/schedule/days.js';
import { daysOfSeries, weeklyDays, type SeriesRule } from './domain/schedule/series.js';
import { zoneTable } from './domain/schedule/zone.js';

export interface CalendarOptions {
  readonly now: Date;
  /** How far ahead events are looked for. */
  readonly days: number;
}

/** Days of one event at most. */
const MOST_DAYS = 200;
/** How far ahead the next day is looked for where none is near, as of what takes place each year. */
const NEXT_YEAR = 800;
/** Without a time: an event that goes on longer is not one gathering. */
const MOST_DAYS_LONG = 31;
const MOST_RULES = 10;
/** Days that are looked at for one file, in all: about a second on a phone. */
const MOST_WORK = 5_000_000;

interface Value {
  readonly tzid: string | null;
  readonly values: readonly unknown[];
}

/** One line taken apart, its values unescaped; null where that cannot be. */
function valueOf(line: string | undefined): Value | null {
  if (line === undefined) return null;
  try {
    const [, { tzid }, , ...values] = ICAL.parse.property(line) as unknown as [
      string,
      Record<string, unknown>,
      string,
      ...unknown[],
    ];
    return { tzid: typeof tzid === 'string' ? tzid : null, values };
  } catch {
    return null;
  }
}

function textOf(lines: Lines, name: string): string {
  const value = valueOf(lines.get(name)?.[0])?.values[0];
  return typeof value === 'string' ? value : '';
}

function describedZone({ lines, observances }: ZoneLines): DescribedZone {
  return {
    name: textOf(lines, 'TZID'),
    location: textOf(lines, 'X-LIC-LOCATION'),
    observances: observances.map((one) => {
      const start = stampOf(textOf(one, 'DTSTART'), '');
      return {
        offset: offsetOf(textOf(one, 'TZOFFSETTO')),
        first: start?.day ?? NaN,
        rule: start && ruleOf(valueOf(one.get('RRULE')?.[0])?.values[0], start),
      };
    }),
  };
}

/** An event with its times on the clocks of its own zone. */
interface Event {
  readonly lines: Lines;
  readonly uid: string;
  readonly start: Stamp;
  readonly minutes: number;
  /** Days that one occurrence of an event without a time goes on. */
  readonly length: number;
  readonly rules: readonly SeriesRule[];
  readonly left: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
  /** The day of the series that this one stands for; null: it is the series. */
  readonly instead: number | null;
  readonly cancelled: boolean;
}

const PARAMETERS = /^[^:]*:/;

function readEvent({ lines, head, whole }: EventLines, zones: CalendarZones): Event | null {
  const calendarZone = head.zone === '' ? '' : zones.named(head.zone.replace(PARAMETERS, ''));
  const stampsOf = ({ tzid, values }: Value, otherwise: string): (Stamp | null)[] => {
    const zone = tzid === null ? otherwise : zones.named(tzid, calendarZone);
    // Of a period it is the beginning.
    return values.map((value) => stampOf(Array.isArray(value) ? value[0] : value, zone));
  };
  const begin = valueOf(lines.get('DTSTART')?.[0]);
  let start = begin && stampsOf(begin, calendarZone)[0];
  if (!whole || !start) return null;
  const ruleLines = (lines.get('RRULE') ?? []).slice(0, MOST_RULES);
  // A single event that is stored in world time is meant in the calendar's own; a series there keeps to world time.
  if (start.zone === 'UTC' && ruleLines.length === 0) start = inZone(start, calendarZone);
  const { zone } = start;
  const stamps = (name: string): Stamp[] =>
    (lines.get(name) ?? [])
      .flatMap((line) => valueOf(line) ?? [])
      .flatMap((value) => stampsOf(value, zone))
      .flatMap((stamp) => (stamp ? [inZone(stamp, zone)] : []));
  const days = (name: string): Set<number> => new Set(stamps(name).map(({ day }) => day));

  const rules: SeriesRule[] = [];
  for (const line of ruleLines) {
    const rule = ruleOf(valueOf(line)?.values[0], start);
    if (!rule) return null;
    rules.push(rule);
  }
  const [end] = stamps('DTEND');
  const length = end
    ? (end.day - start.day) * 1440 + end.minutes - start.minutes
    : lengthOf(textOf(lines, 'DURATION'));
  const allDay = start.minutes < 0;
  return {
    lines,
    uid: textOf(lines, 'UID'),
    start,
    minutes: !allDay && length > 0 && length <= 1440 ? length : 0,
    length: allDay ? Math.min(Math.max(1, Math.round(length / 1440)), MOST_DAYS_LONG) : 1,
    rules,
    left: days('EXDATE'),
    added: days('RDATE'),
    instead: stamps('RECURRENCE-ID')[0]?.day ?? null,
    cancelled: textOf(lines, 'STATUS').trim().toUpperCase() === 'CANCELLED',
  };
}

/** Looks up the days of events, as long as the file does not ask too much. */
class Calendar {
  readonly #now: number;
  readonly #ahead: number;
  #work = MOST_WORK;

  constructor({ now, days }: CalendarOptions) {
    this.#now = +now;
    this.#ahead = days;
  }

  /** @param changed Days of the series that other events stand for. */
  entry(event: Event, changed: ReadonlySet<number>): CalendarEntry | null {
    const { start, rules, length, lines } = event;
    const today = start.zone === '' ? Math.floor(this.#now / DAY) : zoneTable(start.zone).dayAt(this.#now);
    // What began yesterday may not be over.
    const from = today - 1;
    const to = today + this.#ahead;
    let days: number[] = [];
    if (!event.cancelled) {
      const regular = this.#regular(event, from - length + 1, to);
      if (regular === null) return null;
      const all = new Set(
        [...regular, ...event.added].filter((day) => !event.left.has(day) && !changed.has(day)),
      );
      for (const day of [...all]) for (let i = 1; i < length; i++) all.add(day + i);
      days = [...all].filter((day) => day >= from).sort((a, b) => a - b);
      const far = days.findIndex((day) => day > to);
      if (far >= 0) days.length = Math.max(far, 1);
      if (days.length > MOST_DAYS) days.length = MOST_DAYS;
    }
    const weekdays = rules.length === 1 ? weeklyDays(rules[0]!, days, from, to) : [];
    return {
      ...plainValues(lines),
      uid: event.instead === null ? event.uid : `${event.uid} ${dateOf(event.instead)}`,
      zone: start.zone,
      start: start.minutes,
      minutes: event.minutes,
      weekly: weekdays.length > 0,
      weekdays,
      dates: days.map(dateOf),
    };
  }

  /** The days by the rules alone: those that are near, else the next one. null: the file asks too much. */
  #regular({ rules, start: { day } }: Event, from: number, to: number): number[] | null {
    if (rules.length === 0) return [day];
    const days: number[] = [];
    for (const rule of rules) {
      let found = this.#days(rule, day, from, to, MOST_DAYS);
      if (found?.length === 0) found = this.#days(rule, day, to + 1, Math.max(to, day) + NEXT_YEAR, 1);
      if (!found) return null;
      days.push(...found);
    }
    return days;
  }

  #days(rule: SeriesRule, first: number, from: number, to: number, most: number): number[] | null {
    const { frequency, positions, count, last } = rule;
    const around =
      positions.length === 0 ? 1 : frequency === 'YEARLY' ? 366 : frequency === 'MONTHLY' ? 31 : 7;
    const since = count < Infinity ? first : Math.max(first, from);
    this.#work -= Math.max(0, Math.min(to, last) - since) * around;
    return this.#work < 0 ? null : daysOfSeries(rule, first, from, to, most);
  }
}

const NUMBER = /^\s*-?\d+(?:\.\d+)?\s*$/;
const coordinate = (value: unknown): number | null =>
  NUMBER.test(String(value)) && Number.isFinite(Number(value)) ? Number(value) : null;

function plainValues(
  lines: Lines,
): Omit<CalendarEntry, 'uid' | 'zone' | 'start' | 'minutes' | 'weekly' | 'weekdays' | 'dates'> {
  const [latitude = null, longitude = null] = listOf(valueOf(lines.get('GEO')?.[0])?.values[0]).map(
    coordinate,
  );
  return {
    title: textOf(lines, 'SUMMARY'),
    description: textOf(lines, 'DESCRIPTION'),
    location: textOf(lines, 'LOCATION'),
    url: textOf(lines, 'URL'),
    conference:
      textOf(lines, 'X-GOOGLE-CONFERENCE') ||
      textOf(lines, 'X-MICROSOFT-SKYPETEAMSMEETINGURL') ||
      textOf(lines, 'CONFERENCE'),
    latitude: longitude === null ? null : latitude,
    longitude,
    categories: (lines.get('CATEGORIES') ?? [])
      .flatMap((line) => valueOf(line)?.values ?? [])
      .filter((one) => typeof one === 'string'),
    updated: textOf(lines, 'LAST-MODIFIED').slice(0, 10),
  };
}

const PRIVATE = /^(?:PRIVATE|CONFIDENTIAL)$/i;
const SEEN = ['SUMMARY', 'LOCATION', 'URL'];

/** Whether a day of a series was saved for itself and is yet like the others, as Google does after any click on it. */
function isLike(one: Event, series: Event | undefined): boolean {
  return (
    series !== undefined &&
    !one.cancelled &&
    one.start.day === one.instead &&
    one.start.minutes === series.start.minutes &&
    one.start.zone === series.start.zone &&
    one.minutes === series.minutes &&
    SEEN.every((name) => textOf(one.lines, name) === textOf(series.lines, name))
  );
}

/**
 * The events of a calendar, in its order. A day of a series that is unlike the others is an entry of its own.
 * @returns null for an event that cannot be read; nothing for a text that is no calendar.
 */
export function calendarEntries(text: string, options: CalendarOptions): (CalendarEntry | null)[] {
  const parts = calendarParts(text, BOUNDS.rows);
  const zones = new CalendarZones(parts.zones.map(describedZone), Math.floor(+options.now / DAY));
  const events = parts.events
    .filter(({ lines }) => !PRIVATE.test(textOf(lines, 'CLASS').trim()))
    .map((event) => readEvent(event, zones));
  const series = new Map(
    events.flatMap((event) => (event?.instead === null ? [[event.uid, event] as const] : [])),
  );
  const changed = new Map<string, Set<number>>();
  const single = new Set<Event>();
  for (const event of events) {
    if (!event || event.instead === null || isLike(event, series.get(event.uid))) continue;
    single.add(event);
    if (event.uid === '') continue;
    const days = changed.get(event.uid) ?? new Set<number>();
    changed.set(event.uid, days.add(event.instead));
  }
  const calendar = new Calendar(options);
  const none: ReadonlySet<number> = new Set();
  const entries: (CalendarEntry | null)[] = [];
  for (const event of events) {
    if (!event) entries.push(null);
    else if (event.instead === null) entries.push(calendar.entry(event, changed.get(event.uid) ?? none));
    else if (single.has(event)) {
      const entry = calendar.entry(event, none);
      // A day that is over, or called off, says nothing about the series.
      if (entry === null || entry.dates.length > 0) entries.push(entry);
    }
  }
  return entries;
}
