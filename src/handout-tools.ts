/**
 * What a handout can do without, in a file of its own beside the one module: QR codes and a calendar file. Both are
 * made on the device. Nothing here throws: what cannot be made is null, or left out.
 */
import ical, { type ICalDayJsStub } from 'ical-generator';
import { correction, generate, mode } from 'lean-qr';
import { safeUrl } from './domain/links/safe-url.js';
import type { CalendarEvent } from './domain/schedule/calendar-event.js';
import { calendarZone } from './domain/schedule/calendar-zone.js';
import { DAY, weekOf, weekdayOf } from './domain/schedule/days.js';
import { isZone, toInstant } from './domain/schedule/zone.js';

/** The light border that a reader needs around the code (ISO/IEC 18004), in modules. */
const QUIET_ZONE = 4;
/** Text beyond ASCII as UTF-8: what every reader understands. */
const MODES = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8];

/**
 * A text as a QR code: the length of a side in modules with the quiet zone, and its dark modules as the data of an SVG
 * path. Null where no code holds the text (beyond some 2,300 bytes).
 */
export function qrCode(text: string): { size: number; path: string } | null {
  try {
    // M: paper is folded, and copied badly.
    const code = generate(text, { minCorrectionLevel: correction.M, modes: MODES });
    let path = '';
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        const from = x;
        while (code.get(x, y)) x++;
        if (x > from) path += `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from}v1h${from - x}z`;
      }
    }
    return { size: code.size + 2 * QUIET_ZONE, path };
  } catch {
    return null;
  }
}

/**
 * A time on the wall, as an object of the kind that the library takes from calendar packages: a `Date` would be written
 * in the visitor's own zone, where that hour may not exist.
 */
function wallClock(date: Date): ICalDayJsStub {
  const digits = date.toISOString().replace(/[-:]/g, '');
  const value: ICalDayJsStub = {
    format: (part) => (part === 'YYYYMMDD' ? digits.slice(0, 8) : digits.slice(9, 15)),
    isValid: () => true,
    toDate: () => date,
    toJSON: () => digits,
    // Asked for where the zone is UTC itself.
    utc: () => value,
  };
  return value;
}

/** What a recurrence rule may look like: nothing that ends a line. */
const RULE = /^FREQ=[A-Z]+(?:;[A-Z]+=[A-Z\d,+-]+)*$/;

/**
 * What tells an event from others. What comes again is the same whichever of its days the file begins with: another one
 * each week, it would stand in the calendar as often as the file was taken in.
 */
function identityOf(event: CalendarEvent, start: Date): unknown[] {
  const { title, minutes, timezone, place, text, url, recurrence } = event;
  if (recurrence === undefined) return [title, event.start, minutes, timezone, place, text, url];
  const day = Math.floor(+start / DAY);
  // Every other week: this one or the next.
  const turn = weekOf(day) % Number(/;INTERVAL=(\d+)/.exec(recurrence)?.[1] ?? 1);
  const when = [event.start.slice(11), weekdayOf(day), turn, recurrence];
  return [title, when, minutes, timezone, place, text, url];
}

/** The same for the same event, so that a file taken in twice gives one entry (FNV-1a, 32 bits for each seed). */
function uidOf(identity: readonly unknown[]): string {
  const whole = JSON.stringify(identity);
  const hash = (seed: number): string => {
    let value = seed;
    for (let i = 0; i < whole.length; i++) value = Math.imul(value ^ whole.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `${hash(0x811c9dc5)}${hash(0x2f0b4a37)}@support-group-elements`;
}

/**
 * A calendar file (RFC 5545). An event whose start is no time is left out, one that stands there twice comes once; a
 * zone that nobody knows is left away, and so are a rule that is none and an address that may not stand in a link. The
 * zones come with their rules.
 * @param now The present moment.
 * @returns '' where no event is left: a calendar without one is no calendar.
 */
export function calendarFile(events: readonly CalendarEvent[], now: Date): string {
  const calendar = ical({ prodId: '//support-group-elements//handout//EN' });
  const seen = new Set<string>();
  const firstStarts = new Map<string, number>();
  for (const { recurrence, ...once } of events) {
    const event: CalendarEvent = recurrence && RULE.test(recurrence) ? { ...once, recurrence } : once;
    const { title, minutes, timezone, place, text } = event;
    const start = new Date(`${event.start}:00Z`);
    // 30 February is a time to some engines.
    if (Number.isNaN(+start) || start.toISOString().slice(0, 16) !== event.start) continue;
    const id = uidOf(identityOf(event, start));
    if (seen.has(id)) continue;
    const end = new Date(+start + minutes * 60_000);
    seen.add(id);
    const zone = timezone && isZone(timezone) ? timezone : null;
    if (zone) {
      const instant = toInstant(zone, Math.floor(+start / DAY), 0);
      firstStarts.set(zone, Math.min(instant, firstStarts.get(zone) ?? Infinity));
    }
    calendar.createEvent({
      id,
      stamp: now,
      summary: title,
      start: wallClock(start),
      end: end > start ? wallClock(end) : null,
      ...(zone ? { timezone: zone } : { floating: true }),
      repeating: event.recurrence ?? null,
      location: place || null,
      description: text || null,
      // The library escapes an address as if it were a text, which readers do not take back.
      url: safeUrl(event.url)?.replace(/[\\,;]/g, encodeURIComponent) ?? null,
    });
  }
  calendar.timezone({
    name: null,
    generator: (zone) => calendarZone(zone, firstStarts.get(zone) ?? +now).join('\n'),
  });
  return seen.size > 0 ? `${calendar.toString()}\r\n` : '';
}
