/** When a meeting takes place next, in instants (milliseconds since 1 January 1970 UTC). */
import type { Timetable } from '../meetings/types.js';
import { MINUTE, dateOf, dayNumberOf, placeInMonth, weekOf, weekdayOf } from './days.js';
import { zoneTable, type ZoneTable } from './zone.js';

export interface Occurrence {
  readonly start: number;
  /** The first instant at which it is over. */
  readonly end: number;
}

/** How long a meeting is taken to be whose list does not say it: what most of them last. */
const ASSUMED_MINUTES = 60;
const AROUND_THE_CLOCK = 1440;

/** The last instant of a Date. */
const LAST = 8.64e15;

/** A fifth Friday comes at least once in a quarter. */
const MONTHLY_WEEKS = 20;

/** Whether it has a day and a time: false where people are asked to get in touch first. */
export const hasTime = ({ day, start }: Timetable): boolean => day >= 1 && day <= 7 && start >= 0;

const lengthOf = ({ minutes }: Timetable): number => (minutes > 0 ? minutes : ASSUMED_MINUTES);

/** The first day from a day on, it included, on which the meeting takes place; Infinity where there is none. */
function firstDay({ day, repeat }: Timetable, from: number): number {
  if (repeat?.kind === 'dates') {
    const earliest = dateOf(from);
    const date = repeat.dates.find((each) => each >= earliest);
    return date === undefined ? Infinity : dayNumberOf(date);
  }
  const first = from + ((day - weekdayOf(from) + 7) % 7);
  if (!repeat) return first;
  if (repeat.kind === 'interval') {
    const apart = weekOf(first) - weekOf(dayNumberOf(repeat.from));
    const { weeks } = repeat;
    return weeks >= 1 ? first + 7 * ((weeks - (apart % weeks)) % weeks) : Infinity;
  }
  for (let candidate = first; candidate < first + 7 * MONTHLY_WEEKS; candidate += 7) {
    const { week, last } = placeInMonth(candidate);
    if (repeat.weeks.includes(week) || (last && repeat.weeks.includes(-1))) return candidate;
  }
  return Infinity;
}

function on(timetable: Timetable, zone: ZoneTable, day: number): Occurrence {
  const { start } = timetable;
  const length = lengthOf(timetable);
  const begin = zone.toInstant(day, start);
  // Around the clock goes from midnight to midnight, also on a day of 23 hours; an hour is an hour.
  const end = length >= AROUND_THE_CLOCK ? zone.toInstant(day, start + length) : begin + length * MINUTE;
  return { start: begin, end };
}

/**
 * What is on now and what comes next, in order.
 * @param now The present instant.
 * @param visitorZone The zone of meetings that name none.
 * @param count How many at most; fewer where the dates of the meeting end.
 */
export function occurrencesFrom(
  timetable: Timetable,
  now: number,
  visitorZone: string,
  count: number,
): Occurrence[] {
  const found: Occurrence[] = [];
  if (!hasTime(timetable)) return found;
  const zone = zoneTable(timetable.zone || visitorZone);
  // One more than its length asks for: a start that is moved on by a change of the clocks ends later.
  const daysBack = Math.floor((timetable.start + lengthOf(timetable)) / 1440) + 1;
  let from = zone.dayAt(now) - daysBack;
  while (found.length < count) {
    const day = firstDay(timetable, from);
    const occurrence = on(timetable, zone, day);
    // Also ends for NaN and Infinity, which no day has.
    if (!(Math.abs(occurrence.start) <= LAST)) break;
    if (occurrence.end > now) found.push(occurrence);
    from = day + 1;
  }
  return found;
}

/**
 * The occurrence that is on now, or else the next one to start.
 * @returns null for a meeting without a day or a time, and where the last date is over.
 */
export const nextOccurrence = (timetable: Timetable, now: number, visitorZone: string): Occurrence | null =>
  occurrencesFrom(timetable, now, visitorZone, 1)[0] ?? null;

/**
 * The next occurrences of many meetings, kept up to date: what is not over yet is not worked out again. `starts[i]` and
 * `ends[i]` belong to `timetables[i]`; both are Infinity where there is none.
 */
export class NextStarts {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Since when, at the latest, the occurrence is the next one: a clock may be put back. */
  readonly #since: Float64Array;
  readonly #timetables: readonly Timetable[];
  readonly #visitorZone: string;

  constructor(timetables: readonly Timetable[], visitorZone: string) {
    this.#timetables = timetables;
    this.#visitorZone = visitorZone;
    this.starts = new Float64Array(timetables.length).fill(Infinity);
    this.ends = new Float64Array(timetables.length).fill(Infinity);
    this.#since = new Float64Array(timetables.length).fill(Infinity);
  }

  /**
   * Works out those from one index up to another, so that long lists can be done in slices.
   * @param now The present instant.
   * @returns How many were worked out.
   */
  update(now: number, from = 0, to = this.#timetables.length): number {
    let count = 0;
    for (let i = from; i < to; i++) {
      if (now < this.ends[i]! && now >= this.#since[i]!) continue;
      const next = nextOccurrence(this.#timetables[i]!, now, this.#visitorZone);
      this.starts[i] = next?.start ?? Infinity;
      this.ends[i] = next?.end ?? Infinity;
      this.#since[i] = now;
      count++;
    }
    return count;
  }
}

/** The next occurrences of many meetings at once. */
export function makeNextStarts(
  timetables: readonly Timetable[],
  now: number,
  visitorZone: string,
): NextStarts {
  const next = new NextStarts(timetables, visitorZone);
  next.update(now);
  return next;
}
