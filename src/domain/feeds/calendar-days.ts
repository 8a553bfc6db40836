import { DAY } from '../schedule/days.js';
import { daysOfSeries, weeklyDays, type SeriesRule } from '../schedule/series.js';
import { zoneTable } from '../schedule/zone.js';
import type { Stamp } from './calendar-values.js';

/** When an event takes place, on the clocks of its own zone. */
export interface EventTimes {
  readonly start: Stamp;
  /** Days that one occurrence of an event without a time goes on. */
  readonly length: number;
  readonly rules: readonly SeriesRule[];
  readonly left: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
  readonly cancelled: boolean;
}

/** Days since 1970, in order, and the weekdays of what takes place on each of them. */
export interface EventDays {
  readonly days: readonly number[];
  readonly weekdays: readonly number[];
}

/** Days of one event at most. */
const MOST_DAYS = 200;
/** How far ahead the next day is looked for where none is near, as of what takes place each year. */
const NEXT_YEAR = 800;
/** Days that are looked at for one file, in all: about a second on a phone. */
const MOST_WORK = 5_000_000;

/** Looks up the days of events, as long as the file does not ask too much. */
export class CalendarDays {
  readonly #now: number;
  readonly #ahead: number;
  #work = MOST_WORK;

  /** @param ahead How many days ahead events are looked for. */
  constructor(now: number, ahead: number) {
    this.#now = now;
    this.#ahead = ahead;
  }

  /**
   * @param changed Days of the series that other events stand for.
   * @returns null: the file asks too much.
   */
  of(event: EventTimes, changed: ReadonlySet<number>): EventDays | null {
    const { start, rules, length } = event;
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
    return { days, weekdays: rules.length === 1 ? weeklyDays(rules[0]!, days, from, to) : [] };
  }

  /** The days by the rules alone: those that are near, else the next one. */
  #regular({ rules, start: { day } }: EventTimes, from: number, to: number): number[] | null {
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
    const { positions, count, last } = rule;
    const since = count < Infinity ? first : Math.max(first, from);
    const asked = Math.max(0, Math.min(to, last) - since);
    // To know the position of a day, those around it are looked at: at most a year at each end.
    this.#work -= positions.length === 0 ? asked : 2 * (asked + 366);
    return this.#work < 0 ? null : daysOfSeries(rule, first, from, to, most);
  }
}
