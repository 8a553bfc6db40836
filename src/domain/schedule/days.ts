/** Days of the calendar everywhere, without a zone: a day is the number of days since 1 January 1970. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The number of a day `YYYY-MM-DD`; NaN for what is no day, such as 30 February. */
export function dayNumberOf(date: string): number {
  if (!DATE.test(date)) return NaN;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  const time = Date.UTC(year, month - 1, day);
  // Date.UTC takes the year 26 for 1926, and 30 February for 2 March.
  const isDay = year >= 100 && month >= 1 && month <= 12 && new Date(time).getUTCDate() === day;
  return isDay ? time / DAY : NaN;
}

/** A day as `YYYY-MM-DD`; '' for what is no day. */
export function dateOf(dayNumber: number): string {
  const date = new Date(dayNumber * DAY);
  return Number.isNaN(+date) ? '' : date.toISOString().slice(0, 10);
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/** Weeks from Monday to Sunday, in a row. */
export const weekOf = (dayNumber: number): number => Math.floor((dayNumber + 3) / 7);

/** The how many-th such weekday of its month a day is, and whether it is the last one. */
export function placeInMonth(dayNumber: number): { week: number; last: boolean } {
  const date = new Date(dayNumber * DAY);
  const later = new Date((dayNumber + 7) * DAY);
  return {
    week: Math.ceil(date.getUTCDate() / 7),
    last: later.getUTCMonth() !== date.getUTCMonth(),
  };
}
