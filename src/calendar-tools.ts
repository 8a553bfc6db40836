/**
 * Calendars (iCalendar, RFC 5545) as plain values, in a file of its own beside the one module. Nothing here throws: an event
 * that cannot be read is null. ical.js takes lines apart; series are worked out in domain/schedule/series.ts, as its own
 * iterator never ends for some rules (`FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31`).
 */
import ICAL from 'ical.js';
import { calendarParts, type EventLines, type Lines, type ZoneLines } from './domain/feeds/calendar-lines.js';
import { CalendarDays, type EventDays, type EventTimes } from './domain/feeds/calendar-days.js';
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
import type { SeriesRule } from './domain/schedule/series.js';

export interface CalendarOptions {
  readonly now: Date;
  /** How far ahead events are looked for. */
  readonly days: number;
}

/** Without a time: an event that goes on longer is not one gathering. */
const MOST_DAYS_LONG = 31;
const MOST_RULES = 10;
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

/** Clocks are changed once a year, on a certain day of a certain month: no honest zone has any other rule. */
const isOfClocks = ({ frequency, positions }: SeriesRule): boolean =>
  frequency === 'YEARLY' && positions.length === 0;

function describedZone({ lines, observances }: ZoneLines): DescribedZone {
  const read: DescribedZone['observances'][number][] = [];
  for (const one of observances) {
    const start = stampOf(textOf(one, 'DTSTART'), '');
    const line = one.get('RRULE')?.[0];
    const rule = start && ruleOf(valueOf(line)?.values[0], start);
    // Without one of its rules a zone would have the clocks of another.
    if (line !== undefined && !(rule && isOfClocks(rule))) return { ...zoneNames(lines), observances: [] };
    read.push({ offset: offsetOf(textOf(one, 'TZOFFSETTO')), first: start?.day ?? NaN, rule });
  }
  return { ...zoneNames(lines), observances: read };
}

const zoneNames = (lines: Lines): Pick<DescribedZone, 'name' | 'location'> => ({
  name: textOf(lines, 'TZID'),
  location: textOf(lines, 'X-LIC-LOCATION'),
});

/** An event with its times on the clocks of its own zone. */
interface Event extends EventTimes {
  readonly lines: Lines;
  readonly uid: string;
  readonly minutes: number;
  /** When the one of the series would have been that this one stands for; null: it is the series. */
  readonly instead: Stamp | null;
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
  const written = (name: string): Stamp[] =>
    (lines.get(name) ?? [])
      .flatMap((line) => valueOf(line) ?? [])
      .flatMap((value) => stampsOf(value, zone))
      .filter((stamp) => stamp !== null);
  const stamps = (name: string): Stamp[] => written(name).map((stamp) => inZone(stamp, zone));
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
    // Its day is one on the clocks of the series, which is not known yet.
    instead: written('RECURRENCE-ID')[0] ?? null,
    cancelled: textOf(lines, 'STATUS').trim().toUpperCase() === 'CANCELLED',
  };
}

/** @param days When it takes place. */
function entryOf(event: Event, { days, weekdays }: EventDays): CalendarEntry {
  return {
    ...plainValues(event.lines),
    uid: event.instead === null ? event.uid : `${event.uid} ${dateOf(event.instead.day)}`,
    zone: event.start.zone,
    start: event.start.minutes,
    minutes: event.minutes,
    weekly: weekdays.length > 0,
    weekdays,
    dates: days.map(dateOf),
  };
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

/** A day of a series with its times on the clocks of that series. */
function asOf(one: Event, series: Event | undefined): Event {
  if (one.instead === null || series === undefined) return one;
  const { zone } = series.start;
  const start = one.start.zone === 'UTC' ? inZone(one.start, zone) : one.start;
  return { ...one, start, instead: inZone(one.instead, zone) };
}

/** Whether a day of a series was saved for itself and is yet like the others, as Google does after any click on it. */
function isLike(one: Event, series: Event | undefined): boolean {
  return (
    series !== undefined &&
    !one.cancelled &&
    one.start.day === one.instead?.day &&
    one.start.minutes === series.start.minutes &&
    one.start.zone === series.start.zone &&
    one.minutes === series.minutes &&
    SEEN.every((name) => textOf(one.lines, name) === textOf(series.lines, name))
  );
}

/**
 * The events of a calendar, in its order. A day of a series that is unlike the others is an entry of its own.
 * One step reads one event, or some lines.
 * @returns null for an event that cannot be read; nothing for a text that is no calendar.
 */
export function* calendarEntries(
  text: string,
  options: CalendarOptions,
): Generator<void, (CalendarEntry | null)[]> {
  const parts = yield* calendarParts(text, BOUNDS.rows);
  const described: DescribedZone[] = [];
  for (const zone of parts.zones) {
    described.push(describedZone(zone));
    yield;
  }
  const zones = new CalendarZones(described, Math.floor(+options.now / DAY));
  const events: (Event | null)[] = [];
  const series = new Map<string, Event>();
  for (const one of parts.events) {
    if (PRIVATE.test(textOf(one.lines, 'CLASS').trim())) continue;
    const event = readEvent(one, zones);
    if (event?.instead === null) series.set(event.uid, event);
    events.push(event);
    yield;
  }
  const changed = new Map<string, Set<number>>();
  const single = new Set<Event>();
  for (let i = 0; i < events.length; i++) {
    const written = events[i];
    if (!written?.instead) continue;
    const event = (events[i] = asOf(written, series.get(written.uid)));
    if (isLike(event, series.get(event.uid))) continue;
    single.add(event);
    if (event.uid === '' || event.instead === null) continue;
    const days = changed.get(event.uid) ?? new Set<number>();
    changed.set(event.uid, days.add(event.instead.day));
    yield;
  }
  const calendar = new CalendarDays(+options.now, options.days);
  const read = (event: Event, changed: ReadonlySet<number>): CalendarEntry | null => {
    const days = calendar.of(event, changed);
    return days && entryOf(event, days);
  };
  const none: ReadonlySet<number> = new Set();
  const entries: (CalendarEntry | null)[] = [];
  for (const event of events) {
    if (event === null) entries.push(null);
    else if (event.instead === null) entries.push(read(event, changed.get(event.uid) ?? none));
    else if (single.has(event)) {
      const entry = read(event, none);
      // A day that is over, or called off, says nothing about the series.
      if (entry === null || entry.dates.length > 0) entries.push(entry);
    }
    yield;
  }
  return entries;
}
