import type { View } from '../elements/shared/support-element.js';
import { inUnit, type DistanceUnit } from '../domain/meetings/distance.js';
import type { MeetingTimes } from '../domain/meetings/times.js';
import type { Meeting } from '../domain/meetings/types.js';
import { dateOf, MINUTE, weekdayOf } from '../domain/schedule/days.js';
import { momentOf } from '../domain/schedule/moment.js';
import { zoneTable } from '../domain/schedule/zone.js';
import type { ListView } from './types.js';

/** More minutes than people count. */
const LONG = 90;

/** `HH:MM` of a number of minutes after midnight. */
export const clockOf = (minutes: number): string => {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

const times = new WeakMap<View['t'], Map<number, string>>();

/** A time as people write it; a list has few different ones. */
export function timeText({ t }: View, minutes: number): string {
  let known = times.get(t);
  if (!known) times.set(t, (known = new Map<number, string>()));
  const within = ((minutes % 1440) + 1440) % 1440;
  let text = known.get(within);
  if (text === undefined) known.set(within, (text = t.time(clockOf(within))));
  return text;
}

/** A weekday with its date, or "Today". */
export function dayHeading({ t }: View, { today }: MeetingTimes, day: number): string {
  const name = t.weekday(weekdayOf(day));
  const date = t.date(dateOf(day));
  if (day <= today) return t('meetings-day-today', { day: name, date });
  if (day === today + 1) return t('meetings-day-tomorrow', { day: name, date });
  return t('meetings-day', { day: name, date });
}

const zoneNames = new Map<string, string>();

/** What people call a zone: "Eastern Time", else its city. */
export function zoneName(language: string, zone: string): string {
  const key = `${language} ${zone}`;
  let name = zoneNames.get(key);
  if (name === undefined) {
    name = zone.split('/').at(-1)!.replaceAll('_', ' ');
    try {
      // Not in every browser; a bare offset is no name that anybody knows.
      const part = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' })
        .formatToParts(0)
        .find(({ type }) => type === 'timeZoneName')?.value;
      if (part && !/^(GMT|UTC)[+−-]/.test(part)) name = part;
    } catch {
      // The city will do.
    }
    zoneNames.set(key, name);
  }
  return name;
}

/** When a meeting is, as it is shown. */
export interface When {
  /** "7:00 PM – 8:00 PM" */
  readonly time: string;
  /** "Starts in 25 minutes"; '' for nothing to say. */
  readonly moment: string;
  readonly isOn: boolean;
  /** The zone of the time, where it is not the visitor's; or the same moment on another clock. '' for neither. */
  readonly zone: string;
}

/** When meeting `i` is. */
export function whenOf(view: View, meeting: Meeting, i: number, columns: MeetingTimes, now: number): When {
  const { t, language } = view;
  const start = columns.starts[i]!;
  if (start === Infinity) {
    const time = meeting.start >= 0 ? timeText(view, meeting.start) : t('meetings-ask-time');
    return { time, moment: '', isOn: false, zone: '' };
  }
  const end = columns.ends[i]!;
  const around = end - start >= 23 * 60 * MINUTE;
  const shown = columns.minutes[i]!;
  const span = (from: number): string =>
    around
      ? t('meetings-around-the-clock')
      : meeting.minutes > 0
        ? t('meetings-span', {
            from: timeText(view, from),
            to: timeText(view, from + (end - start) / MINUTE),
          })
        : timeText(view, from);
  const moment = momentOf({ start, end }, now);
  const texts = {
    on: () => {
      const n = (moment as { minutesLeft: number }).minutesLeft;
      return t(around ? 'meetings-always-on' : n > LONG ? 'meetings-on-long' : 'meetings-on', { n });
    },
    'just-started': () => t('meetings-just-started', { n: (moment as { minutes: number }).minutes }),
    soon: () => t('meetings-soon', { n: (moment as { minutes: number }).minutes }),
    later: () => '',
  };
  return {
    time: span(shown),
    moment: texts[moment.kind](),
    isOn: moment.kind === 'on' || moment.kind === 'just-started',
    zone: around ? '' : zoneText(),
  };

  function zoneText(): string {
    const { zone } = meeting;
    const { visitorZone } = columns;
    const isLocal = meeting.inPerson;
    if (zone === '') return isLocal || !meeting.online ? '' : t('meetings-zone-unknown');
    const there = zoneTable(zone).offsetAt(start);
    const here = zoneTable(visitorZone).offsetAt(start);
    if (there === here) return '';
    // In person: the clock on the wall there. Online: the visitor's, with the meeting's own beside.
    if (isLocal) {
      const name = zoneName(language, zone);
      return meeting.online || meeting.phone
        ? t('meetings-zone-and-yours', { zone: name, time: timeText(view, shown + here - there) })
        : t('meetings-zone', { zone: name });
    }
    return t('meetings-zone-other', { time: timeText(view, meeting.start), zone: zoneName(language, zone) });
  }
}

/** Day and time, where no heading says the day: "Today, 7:00 PM to 8:00 PM · Starts in 20 minutes". */
export function shortWhen(view: ListView, index: number): string {
  const { list, times: columns } = view.meetings;
  const { time, moment } = whenOf(view, list.meetings[index]!, index, columns, view.at);
  const date = columns.date[index]!;
  if (columns.starts[index] === Infinity) return time;
  const ahead = date - columns.today;
  const day =
    ahead <= 0
      ? view.t('meetings-day-short-today')
      : ahead === 1
        ? view.t('meetings-day-short-tomorrow')
        : ahead < 7
          ? view.t.weekday(weekdayOf(date))
          : view.t.date(dateOf(date));
  return [`${day}, ${time}`, moment].filter(Boolean).join(' · ');
}

/** "1.2 km"; less than a tenth is said as such, because the visitor's place is only known coarsely. */
export function distanceText({ t }: View, meters: number, unit: DistanceUnit): string {
  const length = inUnit(meters, unit);
  if (length < 0.95) return t(unit === 'mi' ? 'meetings-under-mile' : 'meetings-under-km');
  const n = length < 10 ? Math.round(length * 10) / 10 : Math.round(length);
  return t(unit === 'mi' ? 'meetings-miles' : 'meetings-km', { n });
}

/** How somebody takes part. */
export function wayText({ t }: View, { inPerson, online, phone, closed }: Meeting): string {
  if (closed && !online && !phone) return t('meetings-building-closed');
  if (inPerson && (online || phone)) return t('meetings-way-hybrid');
  if (inPerson) return t('meetings-way-in-person');
  if (online) return t('meetings-way-online');
  return phone ? t('meetings-way-phone') : t('meetings-way-unknown');
}

/** One line for the place: name and address, without saying a thing twice. */
export function placeText({ place }: Meeting): string {
  if (!place) return '';
  const { name, address, city, regions } = place;
  const rest = address || city || regions.at(-1) || '';
  if (!name || rest.toLowerCase().startsWith(name.toLowerCase())) return rest;
  return rest ? `${name}, ${rest}` : name;
}

/** Dates that are named at most. */
const NAMED_DATES = 6;

/**
 * How often a meeting takes place.
 * @param day The weekday to name, Monday is 1.
 * @param today `YYYY-MM-DD`: of a list of dates, what is over is not named.
 */
function repeatText({ t }: View, { repeat }: Meeting, day: number, today: string): string {
  const name = t.weekday(day);
  switch (repeat?.kind) {
    case undefined:
      return t('meetings-every-week', { day: name });
    case 'monthly':
      return t('meetings-monthly', {
        weeks: t.list(
          repeat.weeks.map((week) => t(`meetings-week-${week < 0 ? 'last' : (week as 1 | 2 | 3 | 4 | 5)}`)),
        ),
        day: name,
      });
    case 'interval':
      return t('meetings-every-n-weeks', { n: repeat.weeks, day: name });
    case 'dates': {
      const coming = repeat.dates.filter((date) => date >= today).slice(0, NAMED_DATES);
      return t('meetings-on-dates', { dates: t.list(coming.map((date) => t.date(date))) });
    }
  }
}

/** How often meeting `i` takes place, and at what time: "Every Monday, 7:00 PM to 8:00 PM (Eastern Time)". */
export function timetableText(
  view: View,
  meeting: Meeting,
  i: number,
  columns: MeetingTimes,
  now: number,
): string {
  const { t, language } = view;
  if (meeting.day === 0) return t('meetings-by-appointment');
  const today = dateOf(columns.today);
  const shown = columns.day[i]! || meeting.day;
  const { time, zone } = whenOf(view, meeting, i, columns, now);
  if (shown !== meeting.day && meeting.repeat) {
    // "The first Monday" there is no first Tuesday here: told on the clock of its own place.
    const own = timeText(view, meeting.start);
    return `${repeatText(view, meeting, meeting.day, today)}, ${own} (${zoneName(language, meeting.zone)})`;
  }
  const clock = meeting.minutes > 0 || meeting.start < 0 ? time : t('meetings-from', { time });
  const line = `${repeatText(view, meeting, shown, today)}, ${clock}`;
  return zone ? `${line} (${zone})` : line;
}
