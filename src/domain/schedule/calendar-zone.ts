/** The rules of a time zone as calendars keep them (RFC 5545, 3.6.5): for readers that do not know the name of the zone. */
import { calendarDay } from './calendar-rule.js';
import { DAY, MINUTE, placeInMonth, weekdayOf } from './days.js';
import { zoneTable, type Transition } from './zone.js';

/** As many years of changes show which rule they follow: the 23rd or later Friday is the fourth one in most years. */
const YEARS = 12;
const YEAR = 365.25 * DAY;

/** `+0530` */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const digits = Math.floor(size / 60) * 100 + (size % 60);
  return `${minutes < 0 ? '-' : '+'}${String(digits).padStart(4, '0')}`;
}

/** What the clocks show just before they are changed, as milliseconds since 1970 there. */
const wall = ({ at, before }: Transition): number => at + before * MINUTE;

function component(kind: string, change: Transition, rule = ''): string[] {
  const start = new Date(wall(change)).toISOString().replace(/[-:]/g, '').slice(0, 15);
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    ...(rule && [`RRULE:${rule}`]),
    `TZOFFSETFROM:${offsetText(change.before)}`,
    `TZOFFSETTO:${offsetText(change.after)}`,
    `END:${kind}`,
  ];
}

/** The yearly rule that changes follow; '' where there is none, as where clocks go by the moon. */
function ruleOf(changes: readonly Transition[]): string {
  if (changes.length < YEARS - 1) return '';
  const days = changes.map((change) => Math.floor(wall(change) / DAY));
  const dates = days.map((day) => new Date(day * DAY));
  const places = days.map(placeInMonth);
  const same = (values: readonly number[]): boolean => values.every((value) => value === values[0]);
  const yearly = dates.every((date, i) => date.getUTCFullYear() === dates[0]!.getUTCFullYear() + i);
  const time = same(changes.map((change, i) => wall(change) - days[i]! * DAY));
  const month = same(dates.map((date) => date.getUTCMonth()));
  if (!yearly || !time || !month || !same(days.map(weekdayOf))) return '';
  const week = same(places.map((place) => place.week)) ? places[0]!.week : 0;
  const which = week > 0 ? week : places.every((place) => place.last) ? -1 : 0;
  if (which === 0) return '';
  return `FREQ=YEARLY;BYMONTH=${dates[0]!.getUTCMonth() + 1};BYDAY=${which}${calendarDay(weekdayOf(days[0]!))}`;
}

/**
 * A VTIMEZONE, each line without its end. Changes that come each year are given as a rule without an end, others one by
 * one for twelve years.
 * @param zone A name that `isZone` knows.
 * @param from The first instant for which it is asked.
 */
export function calendarZone(zone: string, from: number): string[] {
  const table = zoneTable(zone);
  // Its first start has to lie before whatever is looked up, in any zone.
  const begin = Math.max(Math.floor(from / DAY) * DAY - 2 * DAY, Date.UTC(1900));
  const changes = table.transitions(begin, begin + YEARS * YEAR);
  const first = table.offsetAt(begin);
  const standard = Math.min(first, ...changes.map(({ after }) => after));
  const kindOf = ({ after }: Transition): string => (after > standard ? 'DAYLIGHT' : 'STANDARD');

  const alike = new Map<string, Transition[]>();
  for (const change of changes) {
    const key = `${change.before} ${change.after}`;
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  const start = { at: begin, before: first, after: first };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...component(kindOf(start), start),
    ...[...alike.values()].flatMap((group) => {
      const rule = ruleOf(group);
      return rule
        ? component(kindOf(group[0]!), group[0]!, rule)
        : group.flatMap((change) => component(kindOf(change), change));
    }),
    'END:VTIMEZONE',
  ];
}
