import type { CalendarOptions } from '../../calendar-tools.js';
import type { FeedReader } from '../../controllers/feed-loader.js';
import { warnOnce } from './warn.js';

/** How far ahead a calendar is read, in days. */
const AHEAD: CalendarOptions['days'] = 60;

const missing = (format: string, file: string) => (): null => {
  warnOnce(`A list that is a ${format} cannot be read: put ${file} beside the module.`);
  return null;
};

/** Reads tables of text (CSV) step by step, with the file beside the module; null where that is missing or blocked. */
export const loadTableReader = (): Promise<FeedReader<string[][]> | null> =>
  import('../../csv-tools.js').then(
    ({ csvRows }) => csvRows,
    missing('table', 'support-group-elements.csv.js'),
  );

/** Reads calendars (iCalendar) step by step, with the file beside the module; null where that is missing or blocked. */
export const loadCalendarReader = (): Promise<FeedReader<readonly unknown[]> | null> =>
  import('../../calendar-tools.js').then(
    ({ calendarEntries }) =>
      (text: string, now: Date) =>
        calendarEntries(text, { now, days: AHEAD }),
    missing('calendar', 'support-group-elements.calendar.js'),
  );
