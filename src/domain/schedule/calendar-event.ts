/** What goes into a calendar: one meeting at one time, or again and again from that time on. */
export interface CalendarEvent {
  readonly title: string;
  /** What a clock on the wall shows at the start: `YYYY-MM-DDTHH:MM`. */
  readonly start: string;
  /** How long it takes; 0 where that is not known. */
  readonly minutes: number;
  /** The IANA zone of that clock. Without it the time is the one on the wall wherever the calendar is read. */
  readonly timezone?: string;
  /** How it comes again: a recurrence rule of RFC 5545 without its name, `FREQ=WEEKLY;BYDAY=MO`. Absent: once. */
  readonly recurrence?: string;
  readonly place?: string;
  readonly text?: string;
  readonly url?: string;
}
