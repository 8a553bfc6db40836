import type { Timetable } from '../meetings/types.js';
import { hasTime } from './occurrence.js';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A weekday as calendars write it: Monday is 1. */
export const calendarDay = (day: number): string => DAYS[day - 1] ?? '';

/**
 * How a meeting comes again, as a recurrence rule of a calendar (RFC 5545, 3.3.10); it belongs beside a start that is
 * one of its occurrences.
 * @returns null for a list of dates, and for a meeting without a day or a time.
 */
export function recurrenceOf(timetable: Timetable): string | null {
  if (!hasTime(timetable)) return null;
  const day = calendarDay(timetable.day);
  const { repeat } = timetable;
  switch (repeat?.kind) {
    case undefined:
      return `FREQ=WEEKLY;BYDAY=${day}`;
    case 'monthly':
      return repeat.weeks.length > 0
        ? `FREQ=MONTHLY;BYDAY=${repeat.weeks.map((week) => `${week}${day}`).join(',')}`
        : null;
    case 'interval':
      if (!(repeat.weeks >= 1)) return null;
      return `FREQ=WEEKLY${repeat.weeks > 1 ? `;INTERVAL=${repeat.weeks}` : ''};BYDAY=${day}`;
    case 'dates':
      return null;
  }
}
