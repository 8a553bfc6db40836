import { dayNumberOf } from '../schedule/days.js';
import type { SeriesRule } from '../schedule/series.js';
import { toInstant, wallClock } from '../schedule/zone.js';

/** What a clock shows. */
export interface Stamp {
  /** Days since 1970. */
  readonly day: number;
  /** After midnight; −1 for a whole day. */
  readonly minutes: number;
  /** IANA name; '' for "wherever you are". */
  readonly zone: string;
}

const STAMP = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::\d{2})?(Z)?)?/;

/** @param value As jCal has it (RFC 7265): `2026-11-23T19:00:00`, with Z for world time, or a date alone. */
export function stampOf(value: unknown, zone: string): Stamp | null {
  const [, date, hours, minutes, utc] = (typeof value === 'string' ? STAMP.exec(value) : null) ?? [];
  const day = date === undefined ? NaN : dayNumberOf(date);
  if (Number.isNaN(day)) return null;
  if (hours === undefined) return { day, minutes: -1, zone: '' };
  return { day, minutes: Number(hours) * 60 + Number(minutes), zone: utc ? 'UTC' : zone };
}

/** The same moment on the clocks of another zone; as it is where a zone is not known. */
export function inZone(stamp: Stamp, zone: string): Stamp {
  if (stamp.minutes < 0 || stamp.zone === zone || stamp.zone === '' || zone === '') return stamp;
  const clock = wallClock(zone, toInstant(stamp.zone, stamp.day, stamp.minutes));
  return { day: clock.dayNumber, minutes: clock.minutes, zone };
}

const LENGTH = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d+S)?)?$/;

/** Minutes of a length such as `PT1H30M`; 0 for none. */
export function lengthOf(duration: string): number {
  const [, weeks, days, hours, minutes] = LENGTH.exec(duration) ?? [];
  return ((Number(weeks ?? 0) * 7 + Number(days ?? 0)) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0);
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})/;

/** Minutes east of UTC of `-05:00`; NaN for what is none. */
export function offsetOf(written: string): number {
  const [, sign, hours, minutes] = OFFSET.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKDAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;
const FREQUENCIES: ReadonlySet<unknown> = new Set<SeriesRule['frequency']>([
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
]);
/** A rule with one of these is about something else than a meeting. */
const UNKNOWN_PARTS = ['byyearday', 'byweekno'];

/** One value or several, as jCal has them. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

const numbersOf = (value: unknown): number[] =>
  listOf(value)
    .map(Number)
    .filter((one) => Number.isInteger(one) && one !== 0);

/**
 * @param value A rule as ical.js takes it apart: small names, `{freq: 'MONTHLY', byday: '1MO'}`, Sunday is 1.
 * @param start Where the series begins; the end of the rule is told on the same clocks.
 * @returns null for a rule that means no days.
 */
export function ruleOf(value: unknown, start: Stamp): SeriesRule | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts = value as Readonly<Record<string, unknown>>;
  if (!FREQUENCIES.has(parts.freq) || UNKNOWN_PARTS.some((part) => part in parts)) return null;
  let last = Infinity;
  if (parts.until !== undefined) {
    const until = stampOf(parts.until, start.zone);
    if (!until) return null;
    const end = inZone(until, start.zone);
    last = end.minutes >= 0 && end.minutes < start.minutes ? end.day - 1 : end.day;
  }
  const weekdays: { week: number; day: number }[] = [];
  for (const written of listOf(parts.byday)) {
    const [, week, day] = WEEKDAY.exec(String(written)) ?? [];
    if (day === undefined) return null;
    weekdays.push({ week: Number(week ?? 0), day: WEEKDAYS.indexOf(day) + 1 });
  }
  return {
    frequency: parts.freq as SeriesRule['frequency'],
    interval: Math.max(1, numbersOf(parts.interval)[0] ?? 1),
    last,
    count: numbersOf(parts.count)[0] ?? Infinity,
    weekdays,
    monthDays: numbersOf(parts.bymonthday),
    months: numbersOf(parts.bymonth),
    positions: numbersOf(parts.bysetpos),
    weekStart: typeof parts.wkst === 'number' ? ((parts.wkst + 5) % 7) + 1 : 1,
  };
}
