/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One stretch of opening on some days, in wall-clock time `HH:MM`. `to` may be `24:00`; it may lie after midnight. */
export interface OpenPeriod {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** `always` is day and night, all year; null: unknown, or not a service with hours. */
export type OpeningHours =
  'always' | { readonly timeZone: string; readonly open: readonly OpenPeriod[] } | null;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const DAY_NUMBERS: Readonly<Record<string, number>> = {
  Mon: 1,
  Tue: 2,
  Wed: 3,
  Thu: 4,
  Fri: 5,
  Sat: 6,
  Sun: 7,
};
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Weekday and minute of the day that a clock on the wall of that zone shows. */
function wallClock(timeZone: string, now: Date): { day: number; minute: number } {
  let format = formatters.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(now).map((part) => [part.type, part.value]));
  return {
    day: DAY_NUMBERS[parts.get('weekday') ?? ''] ?? 1,
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/**
 * Whether a service answers at this moment; null where its hours are not known.
 * @param now The present moment.
 */
export function isOpenAt(hours: OpeningHours, now: Date): boolean | null {
  if (hours === null) return null;
  if (hours === 'always') return true;
  const { day, minute } = wallClock(hours.timeZone, now);
  const yesterday = day === 1 ? 7 : day - 1;
  return hours.open.some(({ days, from, to }) => {
    const start = minutesOf(from);
    const end = minutesOf(to);
    if (end > start) return days.includes(day) && minute >= start && minute < end;
    return (days.includes(day) && minute >= start) || (days.includes(yesterday) && minute < end);
  });
}
