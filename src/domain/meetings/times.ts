import { DAY, MINUTE } from '../schedule/days.js';
import { NextStarts } from '../schedule/occurrence.js';
import { zoneTable } from '../schedule/zone.js';
import { IN_PERSON, type MeetingList } from './list.js';

/** Meetings that began at most this long ago are good to join, and stay among those to come. In milliseconds. */
export const GRACE = 10 * MINUTE;

/**
 * When each meeting takes place next, in columns. What is in person is told in the time of its own place; what is online
 * or by phone only, in the visitor's time.
 */
export class MeetingTimes {
  /** The moment that this was worked out for, in milliseconds. */
  readonly now: number;
  readonly visitorZone: string;
  /** In milliseconds; Infinity for those without a next time. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Monday is 1, Sunday is 7, as shown; 0: by appointment, or never again. */
  readonly day: Uint8Array;
  /** Days since 1970 of the date as shown. */
  readonly date: Int32Array;
  /** Minutes after midnight, as shown. */
  readonly minutes: Uint16Array;
  /** All meetings, the next one first; those without a time last. */
  readonly order: Int32Array;
  /** Days since 1970 of the visitor's today. */
  readonly today: number;
  /** When the first of those that are on now ends, or the visitor's day does: then this is old. */
  readonly until: number;

  /** @param before What was worked out for the same list earlier: what is not over is taken from there. */
  constructor(list: MeetingList, now: number, visitorZone: string, before: MeetingTimes | null = null) {
    const { meetings, ways } = list;
    const size = meetings.length;
    this.now = now;
    this.visitorZone = visitorZone;
    this.#next = (before ? before.#next : null) ?? new NextStarts(meetings, visitorZone);
    this.#next.update(now);
    const { starts, ends } = this.#next;
    this.starts = starts;
    this.ends = ends;
    this.day = new Uint8Array(size);
    this.date = new Int32Array(size).fill(-1);
    this.minutes = new Uint16Array(size);
    const visitor = zoneTable(visitorZone);
    const clock = now + visitor.offsetAt(now) * MINUTE;
    this.today = Math.floor(clock / DAY);
    // Not in 24 hours from the last midnight: a day has 23 when clocks are put forward.
    let until = visitor.toInstant(this.today + 1, 0);
    let zone = visitorZone;
    let table = visitor;
    for (let i = 0; i < size; i++) {
      const start = starts[i]!;
      if (start === Infinity) continue;
      const wanted = (ways[i]! & IN_PERSON && meetings[i]!.zone) || visitorZone;
      if (wanted !== zone) table = zoneTable((zone = wanted));
      const shown = start + table.offsetAt(start) * MINUTE;
      const date = Math.floor(shown / DAY);
      this.date[i] = date;
      // 1 January 1970 was a Thursday.
      this.day[i] = ((((date + 3) % 7) + 7) % 7) + 1;
      this.minutes[i] = (shown - date * DAY) / MINUTE;
      if (ends[i]! < until) until = ends[i]!;
    }
    this.until = Math.max(until, now + MINUTE);
    this.order = inOrder(starts);
  }

  readonly #next: NextStarts;

  /** Whether a meeting began longer ago than the grace period and is not over. */
  isOn(i: number, now: number): boolean {
    return this.starts[i]! <= now - GRACE && this.ends[i]! > now;
  }
}

/** Numbers of the smallest value first; equal ones as they stand. */
function inOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((a, b) => {
    const one = values[a]!;
    const other = values[b]!;
    return one === other ? a - b : one - other;
  });
}
