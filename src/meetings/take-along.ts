import type { CalendarEvent } from '../domain/schedule/calendar-event.js';
import { recurrenceOf } from '../domain/schedule/calendar-rule.js';
import { dateOf, DAY, MINUTE } from '../domain/schedule/days.js';
import { zoneTable } from '../domain/schedule/zone.js';
import { loadHandoutTools } from '../elements/shared/handout-tools.js';
import { saveCalendarFile } from '../elements/shared/save-calendar.js';
import { clockOf, placeText, timetableText } from './texts.js';
import type { ListView } from './types.js';

/** A meeting as text, to send or to keep. */
export function meetingText(view: ListView, index: number): string {
  const { list, times } = view.meetings;
  const meeting = list.meetings[index]!;
  const { name, join, joinNotes, dialText, dialNotes, notes, url } = meeting;
  return [
    name,
    view.groupName(meeting.group) ?? '',
    timetableText(view, meeting, index, times, view.at),
    placeText(meeting),
    meeting.place?.notes ?? '',
    join,
    joinNotes,
    dialText,
    dialNotes,
    notes,
    url,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A meeting as a calendar entry that comes again as the meeting does; null for one without a next time. */
export function meetingEvent(view: ListView, index: number): CalendarEvent | null {
  const { list, times } = view.meetings;
  const meeting = list.meetings[index]!;
  const begin = times.starts[index]!;
  if (begin === Infinity) return null;
  const zone = meeting.zone || times.visitorZone;
  const local = begin + zoneTable(zone).offsetAt(begin) * MINUTE;
  const day = Math.floor(local / DAY);
  const recurrence = recurrenceOf(meeting);
  const { join, url, notes, joinNotes, dialText } = meeting;
  return {
    title: meeting.name,
    start: `${dateOf(day)}T${clockOf((local - day * DAY) / MINUTE)}`,
    minutes: meeting.minutes,
    // A meeting that names no zone is at that hour on the wall, wherever the calendar is read.
    ...(meeting.zone && { timezone: meeting.zone }),
    place: placeText(meeting) || join,
    text: [join, joinNotes, dialText, notes].filter(Boolean).join('\n'),
    ...((join || url) && { url: join || url }),
    ...(recurrence && { recurrence }),
  };
}

/** Copies a meeting. @returns What to say. */
export async function copyMeeting(view: ListView, index: number): Promise<string> {
  try {
    await navigator.clipboard.writeText(meetingText(view, index));
    return view.t('meetings-copied');
  } catch {
    return view.t('meetings-not-copied');
  }
}

/** Saves a meeting as a calendar file. @returns What to say. */
export async function saveCalendar(view: ListView, index: number): Promise<string> {
  const tools = await loadHandoutTools();
  const event = meetingEvent(view, index);
  const file = event && tools?.calendarFile([event], view.now);
  if (!file) return view.t('meetings-no-calendar');
  saveCalendarFile(file);
  return view.t('meetings-calendar-saved');
}
