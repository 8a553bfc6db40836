/**
 * Wall-clock time of IANA zones. The engine knows the rules; asking it takes microseconds, so what it says is kept in
 * tables of a few days each, made when first needed.
 */
import { DAY, MINUTE, dateOf, dayNumberOf, weekdayOf } from './days.js';

/** A moment at which the clocks of a zone are changed. Offsets are minutes east of UTC. */
export interface Transition {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What a clock on the wall shows. */
export interface WallClock {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Days since 1 January 1970. */
  readonly dayNumber: number;
  /** Monday is 1, Sunday is 7. */
  readonly day: number;
  /** Whole minutes after midnight. */
  readonly minutes: number;
}

/** A stretch of days: `offsets[0]` until `changes[0]`, `offsets[1]` until `changes[1]` … */
interface Stretch {
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}

const STRETCH = 16 * DAY;
/** Before and after these years the offset of the first and last day is given: nobody meets there. */
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2400, 0, 1);

/** No offset such as `+01:00`, which some engines take for a zone, and nothing that could break a line of a file. */
const NAME = /^[A-Za-z][\w+/-]*$/;

const NO_DIGITS = /\D+/;

/** One zone, for those who ask it often. */
export class ZoneTable {
  #format: Intl.DateTimeFormat;
  #stretches = new Map<number, Stretch>();
  #lastIndex = NaN;
  #last: Stretch = { changes: [], offsets: [0] };

  constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  /** Minutes east of UTC. */
  offsetAt(instant: number): number {
    // Not `<`: NaN is to end here too.
    const time = !(instant >= FIRST) ? FIRST : instant > LAST ? LAST : instant;
    const { changes, offsets } = this.#stretch(Math.floor(time / STRETCH));
    let i = 0;
    while (i < changes.length && time >= changes[i]!) i++;
    return offsets[i]!;
  }

  /** The number of the day that it is there. */
  dayAt(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant) * MINUTE) / DAY);
  }

  /** As Temporal's "compatible": an hour left out is moved on by its length, of an hour that comes twice the first counts. */
  toInstant(dayNumber: number, minutes: number): number {
    const local = dayNumber * DAY + minutes * MINUTE;
    // No offset is a whole day, so these two moments lie on either side of the one asked for.
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    const early = local - before * MINUTE;
    if (before === after || this.offsetAt(early) === before) return early;
    const late = local - after * MINUTE;
    return this.offsetAt(late) === after ? late : early;
  }

  /** Changes of the clocks from one instant until another, in order. */
  transitions(from: number, to: number): Transition[] {
    const found: Transition[] = [];
    const end = Math.min(to, LAST);
    for (let index = Math.floor(Math.max(from, FIRST) / STRETCH); index * STRETCH < end; index++) {
      const { changes, offsets } = this.#stretch(index);
      changes.forEach((at, i) => {
        if (at >= from && at < to) found.push({ at, before: offsets[i]!, after: offsets[i + 1]! });
      });
    }
    return found;
  }

  #stretch(index: number): Stretch {
    if (index === this.#lastIndex) return this.#last;
    let stretch = this.#stretches.get(index);
    if (!stretch) this.#stretches.set(index, (stretch = this.#probe(index * STRETCH)));
    this.#lastIndex = index;
    return (this.#last = stretch);
  }

  /** Day by day: some zones put their clocks back for Ramadan only, and Samoa once left a day out. */
  #probe(from: number): Stretch {
    const changes: number[] = [];
    const offsets = [this.#ask(from)];
    for (let day = from; day < from + STRETCH; day += DAY) {
      const before = offsets.at(-1)!;
      const after = this.#ask(day + DAY);
      if (after === before) continue;
      let low = day / MINUTE;
      let high = (day + DAY) / MINUTE;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (this.#ask(middle * MINUTE) === before) low = middle;
        else high = middle;
      }
      changes.push(high * MINUTE);
      offsets.push(after);
    }
    return { changes, offsets };
  }

  #ask(instant: number): number {
    const [month, day, year, hour, minute] = this.#format.format(instant).split(NO_DIGITS).map(Number);
    return Math.round((Date.UTC(year!, month! - 1, day, hour, minute) - instant) / MINUTE);
  }
}

const formatIn = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/**
 * How many unknown names are looked up. To find that a name is none takes as long as to find a zone: a list with another
 * one in each row would stop the page for seconds.
 */
const MOST_UNKNOWN = 1000;
let unknown = 0;

/** null: no zone. */
const tables = new Map<string, ZoneTable | null>();
let utc: ZoneTable | undefined;

function tableOrNull(name: string): ZoneTable | null {
  const known = tables.get(name);
  if (known !== undefined) return known;
  if (unknown >= MOST_UNKNOWN || !NAME.test(name)) return null;
  let table: ZoneTable | null = null;
  try {
    table = new ZoneTable(formatIn(name));
  } catch {
    unknown++;
  }
  tables.set(name, table);
  return table;
}

/** Whether it is an IANA name that the engine knows; offsets such as `+01:00` are none. */
export const isZone = (name: string): boolean => tableOrNull(name) !== null;

/** The table of a zone; UTC for a name that nobody knows. */
export const zoneTable = (zone: string): ZoneTable =>
  tableOrNull(zone) ?? (utc ??= new ZoneTable(formatIn('UTC')));

/** Minutes east of UTC at an instant. */
export const offsetAt = (zone: string, instant: number): number => zoneTable(zone).offsetAt(instant);

/**
 * The instant at which clocks show a time. A time that is left out when clocks are put forward is moved on by as much;
 * of a time that comes twice it is the first.
 * @param date `YYYY-MM-DD`, or the number of the day since 1 January 1970.
 * @param minutes After midnight; 1,440 and more lead into the days after.
 * @returns NaN for what is no day.
 */
export const toInstant = (zone: string, date: string | number, minutes: number): number =>
  zoneTable(zone).toInstant(typeof date === 'string' ? dayNumberOf(date) : date, minutes);

/** What a clock on the wall shows at an instant. */
export function wallClock(zone: string, instant: number): WallClock {
  const local = instant + offsetAt(zone, instant) * MINUTE;
  const dayNumber = Math.floor(local / DAY);
  return {
    date: dateOf(dayNumber),
    dayNumber,
    day: weekdayOf(dayNumber),
    minutes: Math.floor((local - dayNumber * DAY) / MINUTE),
  };
}
