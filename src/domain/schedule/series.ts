/**
 * The days on which a series of a calendar takes place (RFC 5545, 3.3.10). Each day is asked for itself whether it belongs
 * to the series: that takes the same time for a series of 2001 as for a new one, and ends whatever a rule says, where
 * going from one occurrence to the next does not (31 February, each day).
 */
import { DAY, weekdayOf } from './days.js';

export interface SeriesRule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** Every so many days, weeks, months, years: 1 and more. */
  readonly interval: number;
  /** The last day, as days since 1970; Infinity for none. */
  readonly last: number;
  /** How many times; Infinity for no end. */
  readonly count: number;
  /** Monday is 1. `week` is the how many-th of its month or year, −1 the last, 0 each of them. */
  readonly weekdays: readonly { readonly week: number; readonly day: number }[];
  /** Days of the month, −1 the last. */
  readonly monthDays: readonly number[];
  /** January is 1. */
  readonly months: readonly number[];
  /** Which of the days that fit in a week, a month, a year; −1 the last. */
  readonly positions: readonly number[];
  /** The first day of a week: Monday is 1. */
  readonly weekStart: number;
}

/** Days that are gone through to count how often a series took place: more than 13 years. */
const MOST_COUNTED = 5_000;

interface Parts {
  readonly year: number;
  /** January is 1. */
  readonly month: number;
  readonly date: number;
}

function partsOf(day: number): Parts {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

const dayOf = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / DAY;
const divides = (interval: number, number: number): boolean => number % interval === 0;

/** Whether a day lies in a stretch, from its first day until before its end, as the n-th of its kind. */
function isNth(day: number, week: number, from: number, end: number): boolean {
  return week > 0 ? Math.floor((day - from) / 7) === week - 1 : Math.floor((end - 1 - day) / 7) === -week - 1;
}

/** One series, for those who ask about many days. */
class Series {
  readonly #rule: SeriesRule;
  readonly #first: number;
  readonly #start: Parts;
  /** The days that fit in the week, month or year that was asked about last: most who ask go through it day by day. */
  #period: { readonly from: number; readonly days: readonly number[] } = { from: NaN, days: [] };

  constructor(rule: SeriesRule, first: number) {
    this.#rule = rule;
    this.#first = first;
    this.#start = partsOf(first);
  }

  has(day: number): boolean {
    if (day < this.#first || day > this.#rule.last) return false;
    const parts = partsOf(day);
    return this.#inInterval(day, parts) && this.#fits(day, parts) && this.#inPosition(day, parts);
  }

  #weekOf(day: number): number {
    // 1 January 1970 was a Thursday.
    return Math.floor((day + 4 - this.#rule.weekStart) / 7);
  }

  #inInterval(day: number, { year, month }: Parts): boolean {
    const { frequency, interval } = this.#rule;
    switch (frequency) {
      case 'DAILY':
        return divides(interval, day - this.#first);
      case 'WEEKLY':
        return divides(interval, this.#weekOf(day) - this.#weekOf(this.#first));
      case 'MONTHLY':
        return divides(interval, (year - this.#start.year) * 12 + month - this.#start.month);
      case 'YEARLY':
        return divides(interval, year - this.#start.year);
    }
  }

  #fits(day: number, parts: Parts): boolean {
    const { frequency, months, monthDays, weekdays } = this.#rule;
    const { year, month, date } = parts;
    if (months.length > 0 && !months.includes(month)) return false;
    if (monthDays.length > 0) {
      const left = dayOf(year, month + 1, 1) - dayOf(year, month, 1) - date;
      if (!monthDays.includes(date) && !monthDays.includes(-left - 1)) return false;
    }
    if (weekdays.length > 0) return weekdays.some((one) => this.#isWeekday(one, day, parts));
    if (monthDays.length > 0 || frequency === 'DAILY') return true;
    if (frequency === 'WEEKLY') return weekdayOf(day) === weekdayOf(this.#first);
    return (
      date === this.#start.date &&
      (frequency === 'MONTHLY' || months.length > 0 || month === this.#start.month)
    );
  }

  #isWeekday(wanted: SeriesRule['weekdays'][number], day: number, { year, month }: Parts): boolean {
    const { frequency, months, monthDays } = this.#rule;
    if (weekdayOf(day) !== wanted.day) return false;
    if (wanted.week === 0 || frequency === 'DAILY' || frequency === 'WEEKLY') return true;
    return frequency === 'YEARLY' && months.length === 0 && monthDays.length === 0
      ? isNth(day, wanted.week, dayOf(year, 1, 1), dayOf(year + 1, 1, 1))
      : isNth(day, wanted.week, dayOf(year, month, 1), dayOf(year, month + 1, 1));
  }

  #inPosition(day: number, { year, month }: Parts): boolean {
    const { frequency, positions, weekStart } = this.#rule;
    if (positions.length === 0) return true;
    let from = day;
    let end = day + 1;
    if (frequency === 'WEEKLY') {
      from = this.#weekOf(day) * 7 - 4 + weekStart;
      end = from + 7;
    } else if (frequency === 'MONTHLY') {
      from = dayOf(year, month, 1);
      end = dayOf(year, month + 1, 1);
    } else if (frequency === 'YEARLY') {
      from = dayOf(year, 1, 1);
      end = dayOf(year + 1, 1, 1);
    }
    if (this.#period.from !== from) {
      const days: number[] = [];
      for (let other = from; other < end; other++) if (this.#fits(other, partsOf(other))) days.push(other);
      this.#period = { from, days };
    }
    const { days } = this.#period;
    const before = days.indexOf(day);
    return positions.includes(before + 1) || positions.includes(before - days.length);
  }
}

/**
 * The days of a series, in order.
 * @param first The day of the first one, as days since 1970.
 * @param from The first day that is wanted.
 * @param to The last day that is wanted.
 * @param most How many days at most.
 */
export function daysOfSeries(
  rule: SeriesRule,
  first: number,
  from: number,
  to: number,
  most: number,
): number[] {
  const series = new Series(rule, first);
  const days: number[] = [];
  const last = Math.min(to, rule.last);
  const counted = rule.count < Infinity;
  let left = rule.count;
  const end = counted ? Math.min(last, first + MOST_COUNTED) : last;
  for (let day = counted ? first : Math.max(first, from); day <= end; day++) {
    if (!series.has(day)) continue;
    if (left-- <= 0) break;
    if (day >= from && days.push(day) >= most) break;
  }
  return days;
}

/** The last day up to a day on which a series took place, in the year before; NaN for none. */
export function lastDayOfSeries(rule: SeriesRule, first: number, until: number): number {
  const series = new Series(rule, first);
  const latest = Math.min(until, rule.last);
  for (let day = latest; day >= Math.max(first, latest - 400); day--) if (series.has(day)) return day;
  return NaN;
}

/**
 * The weekdays of a series that takes place on each of them within a stretch of days; empty where it does not.
 * @param days Its days in that stretch, exceptions considered.
 */
export function weeklyDays(rule: SeriesRule, days: readonly number[], from: number, to: number): number[] {
  const { frequency, interval, positions } = rule;
  if (interval !== 1 || positions.length > 0 || (frequency !== 'WEEKLY' && frequency !== 'DAILY')) return [];
  const weekdays = new Set(days.map(weekdayOf));
  let at = 0;
  for (let day = from; day <= to; day++) if (weekdays.has(weekdayOf(day)) && days[at++] !== day) return [];
  return at === days.length ? [...weekdays].sort((a, b) => a - b) : [];
}
