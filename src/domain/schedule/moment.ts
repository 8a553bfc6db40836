/** How an occurrence lies to the present moment, as facts from which sentences are made. Instants in milliseconds. */
import { MINUTE } from './days.js';
import type { Occurrence } from './occurrence.js';
import { wallClock } from './zone.js';

export type Moment =
  /** Going on for a while already, or around the clock; whole minutes, rounded up. 0: just over. */
  | { readonly kind: 'on'; readonly minutesLeft: number }
  /** Started within the last ten minutes: still good to join. Whole minutes since then, 0 to 9. */
  | { readonly kind: 'just-started'; readonly minutes: number }
  /** Starts within an hour: 1 to 60 whole minutes, rounded up. */
  | { readonly kind: 'soon'; readonly minutes: number }
  | { readonly kind: 'later' };

const GRACE = 10 * MINUTE;
const SOON = 60 * MINUTE;

/** A day of 24 hours has 23 when clocks are put forward. Nobody comes late to what is always on. */
const isAroundTheClock = ({ start, end }: Occurrence): boolean => end - start >= 23 * 60 * MINUTE;

const hasJustStarted = (occurrence: Occurrence, now: number): boolean =>
  now - occurrence.start < GRACE && now < occurrence.end && !isAroundTheClock(occurrence);

/** How an occurrence lies to the present moment. */
export function momentOf(occurrence: Occurrence, now: number): Moment {
  const { start, end } = occurrence;
  if (start - now > SOON) return { kind: 'later' };
  if (now < start) return { kind: 'soon', minutes: Math.ceil((start - now) / MINUTE) };
  if (hasJustStarted(occurrence, now))
    return { kind: 'just-started', minutes: Math.floor((now - start) / MINUTE) };
  return { kind: 'on', minutesLeft: Math.max(0, Math.ceil((end - now) / MINUTE)) };
}

/** The next instant at which `momentOf` of this one changes. */
function changeOf(occurrence: Occurrence, now: number): number {
  const { start, end } = occurrence;
  if (start - now > SOON) return start - SOON;
  if (now < start) return start - (Math.ceil((start - now) / MINUTE) - 1) * MINUTE;
  if (hasJustStarted(occurrence, now))
    return Math.min(end, start + (Math.floor((now - start) / MINUTE) + 1) * MINUTE);
  return now < end ? end - (Math.ceil((end - now) / MINUTE) - 1) * MINUTE : Infinity;
}

/**
 * The next instant at which `momentOf` of any of them changes; Infinity where none does. Midnight, at which "tomorrow"
 * becomes "today", is not looked at.
 */
export function nextChange(occurrences: Iterable<Occurrence>, now: number): number {
  let next = Infinity;
  for (const occurrence of occurrences) next = Math.min(next, changeOf(occurrence, now));
  return next;
}

/** What people call the day of an instant. */
export interface DayLabel {
  /** What began on a day before today and is on still counts as today's. */
  readonly label: 'today' | 'tomorrow' | 'later';
  /** `YYYY-MM-DD`, as the calendar of the zone shows it. */
  readonly date: string;
}

/** What people in a zone call the day of an instant. */
export function dayLabel(instant: number, now: number, zone: string): DayLabel {
  const { dayNumber, date } = wallClock(zone, instant);
  const ahead = dayNumber - wallClock(zone, now).dayNumber;
  return { label: ahead <= 0 ? 'today' : ahead === 1 ? 'tomorrow' : 'later', date };
}
