import { lastDayOfSeries, type SeriesRule } from '../schedule/series.js';
import { isZone, toInstant, zoneTable } from '../schedule/zone.js';
import { WINDOWS_ZONES } from './windows-zones.js';

/** A zone that a calendar describes itself. */
export interface DescribedZone {
  readonly name: string;
  /** An IANA name that stands beside it, or ''. */
  readonly location: string;
  readonly observances: readonly Observance[];
}

/** Since when the clocks of a zone have an offset. */
export interface Observance {
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Days since 1970. */
  readonly first: number;
  /** null: once. */
  readonly rule: SeriesRule | null;
}

/** The offset at noon of a day; NaN where the zone does not say it. */
function offsetOn(observances: readonly Observance[], day: number): number {
  let since = -Infinity;
  let offset = NaN;
  for (const one of observances) {
    const onset = one.rule ? lastDayOfSeries(one.rule, one.first, day) : one.first;
    if (onset <= day && onset > since) {
      since = onset;
      offset = one.offset;
    }
  }
  return offset;
}

/** "Europe/Berlin", also behind the name of a program: "/citadel.org/20250210_1/Europe/Berlin". */
function ianaName(written: string): string {
  const name = written.trim();
  if (name.toUpperCase() === 'UTC') return 'UTC';
  const parts = name.split('/');
  for (const length of [parts.length, 3, 2]) {
    const end = parts.slice(-length).join('/');
    // A name without a slash is an abbreviation, which does not say when the clocks change.
    if (length > 1 && length <= parts.length && isZone(end)) return end;
  }
  return '';
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month * 30);
const NOON = 720;
const MOST_REMEMBERED = 500;
/** Days that a series of observances is looked for, at most. */
const ONE_SERIES = 400;
/** Days that are looked at for the zones of one calendar, in all: what 60 honest observances take. */
const MOST_WORK = 300_000;

/** Finds IANA names for the zones that one calendar names. */
export class CalendarZones {
  readonly #described: ReadonlyMap<string, DescribedZone>;
  readonly #known = new Map<string, string>();
  readonly #days: readonly number[];
  #work = MOST_WORK;

  /** @param today Days since 1970. */
  constructor(zones: readonly DescribedZone[], today: number) {
    this.#described = new Map(zones.map((zone) => [zone.name, zone]));
    this.#days = MONTHS.map((days) => today + days);
  }

  /**
   * @param calendarZone The zone of the calendar itself: of those with the same clocks it comes first.
   * @returns '' where nobody knows the name, and no known zone has the clocks that the calendar describes.
   */
  named(name: string, calendarZone = ''): string {
    const key = `${name}\n${calendarZone}`;
    let zone = this.#known.get(key);
    if (zone === undefined) {
      zone =
        this.#known.size < MOST_REMEMBERED
          ? ianaName(name) ||
            WINDOWS_ZONES.get(name.trim().toLowerCase()) ||
            this.#describedAs(name, calendarZone)
          : '';
      if (this.#known.size < MOST_REMEMBERED) this.#known.set(key, zone);
    }
    return zone;
  }

  #describedAs(name: string, calendarZone: string): string {
    const zone = this.#described.get(name);
    if (!zone) return '';
    const location = ianaName(zone.location);
    if (location !== '') return location;
    const series = zone.observances.filter(({ rule }) => rule !== null).length;
    this.#work -= series * this.#days.length * ONE_SERIES;
    if (this.#work < 0) return '';
    const offsets = this.#days.map((day) => offsetOn(zone.observances, day));
    const alike = (other: string): boolean =>
      other !== '' &&
      this.#days.every((day, i) => zoneTable(other).offsetAt(toInstant(other, day, NOON)) === offsets[i]);
    return [calendarZone, ...WINDOWS_ZONES.values()].find(alike) ?? '';
  }
}
