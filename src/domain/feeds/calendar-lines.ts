import { BOUNDS } from './types.js';

/** The lines of a component by the names of their properties, in capital letters. */
export type Lines = ReadonlyMap<string, readonly string[]>;

/** What stands in a file before its events. */
export interface CalendarHead {
  /** The line with the zone of the calendar, or ''. */
  zone: string;
}

export interface EventLines {
  readonly lines: Lines;
  readonly head: CalendarHead;
  /** The file did not break off inside of it. */
  whole: boolean;
}

/** A zone that the file describes itself: since when, and how, the clocks are changed. */
export interface ZoneLines {
  readonly lines: Lines;
  readonly observances: readonly Lines[];
}

const EVENT_NAMES: ReadonlySet<string> = new Set([
  'UID', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'GEO', 'URL', 'CATEGORIES', 'STATUS', 'CLASS',
  'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'LAST-MODIFIED',
  'CONFERENCE', 'X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL',
]); // prettier-ignore
const ZONE_NAMES: ReadonlySet<string> = new Set(['TZID', 'X-LIC-LOCATION']);
const OBSERVANCE_NAMES: ReadonlySet<string> = new Set([
  'DTSTART', 'RRULE', 'RDATE', 'TZOFFSETTO', 'TZOFFSETFROM',
]); // prettier-ignore

const BREAKS = /\r\n?/g;
/** A long line goes on in the next one, behind a blank. */
const FOLDS = /\n[ \t]/g;
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,40}(?=[;:])/;
/** Characters that are taken apart at once: some 100 events, which takes about a millisecond. */
const PIECE = 65_536;
/** Nobody excludes more days, and nobody reads more of a text. */
const MOST_LINES = 500;
const LONGEST_LINE = BOUNDS.text * 4;
/** Zones in one calendar, and changes of the clocks in one zone: no honest one has more. */
const MOST_ZONES = 50;
const MOST_OBSERVANCES = 20;

/** Collects the lines of one component. */
class Part {
  readonly lines = new Map<string, string[]>();
  readonly #names: ReadonlySet<string>;
  #last: string[] | null = null;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  add(name: string, line: string): void {
    this.#last = null;
    if (!this.#names.has(name)) return;
    let lines = this.lines.get(name);
    if (lines === undefined) this.lines.set(name, (lines = []));
    if (lines.length < MOST_LINES) lines.push(line.slice(0, LONGEST_LINE));
    this.#last = lines;
  }

  /** Hand-made files break a text without folding it. */
  goOn(line: string): void {
    const text = this.#last?.pop();
    if (text === undefined) return;
    // Not cut to measure: that would copy the whole text for each of its lines.
    this.#last!.push(text.length < LONGEST_LINE ? `${text}\\n${line.slice(0, LONGEST_LINE)}` : text);
  }
}

/** The text in pieces of whole lines, without its mark at the beginning. */
function* piecesOf(text: string): Generator<string, void> {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  for (let from = text.startsWith('\ufeff') ? 1 : 0; from < text.length;) {
    let end = text.indexOf(lineEnd, from + PIECE);
    // A line that goes on stays in one piece, if it is no endless one.
    while (end >= 0 && end < from + 4 * PIECE && (text[end + 1] === ' ' || text[end + 1] === '\t'))
      end = text.indexOf(lineEnd, end + 1);
    if (end < 0) end = text.length;
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    from = end + 1;
  }
}

/** Those that go on put together. */
const linesOf = (piece: string): string[] => piece.replace(BREAKS, '\n').replace(FOLDS, '').split('\n');

/**
 * Takes a calendar (RFC 5545) apart into its events and zones. What is neither is passed over, and so is a text that is no
 * calendar. One step takes about a millisecond.
 * @param most Events at most.
 */
export function* calendarParts(
  text: string,
  most: number,
): Generator<void, { events: EventLines[]; zones: ZoneLines[] }> {
  const events: EventLines[] = [];
  const zones: ZoneLines[] = [];
  let head: CalendarHead = { zone: '' };
  let event: (EventLines & { readonly lines: Lines }) | null = null;
  let observances: Lines[] | null = null;
  let part: Part | null = null;
  /** Components inside an event that are not read, such as an alarm. */
  let depth = 0;
  const end = (whole: boolean): void => {
    if (event) events.push(Object.assign(event, { whole }));
    event = null;
    part = null;
    depth = 0;
  };
  /** @returns Whether there is room for more. */
  const take = (line: string): boolean => {
    const name = NAME.exec(line)?.[0].toUpperCase();
    if (name === 'BEGIN') {
      switch (line.slice(6).trim().toUpperCase()) {
        case 'VCALENDAR':
          end(false);
          head = { zone: '' };
          break;
        case 'VEVENT':
          end(false);
          if (events.length >= most) return false;
          part = new Part(EVENT_NAMES);
          event = { lines: part.lines, head, whole: false };
          break;
        case 'VTIMEZONE':
          end(false);
          part = new Part(ZONE_NAMES);
          observances = [];
          if (zones.length < MOST_ZONES) zones.push({ lines: part.lines, observances });
          break;
        case 'STANDARD':
        case 'DAYLIGHT':
          if (observances) {
            part = new Part(OBSERVANCE_NAMES);
            if (observances.length < MOST_OBSERVANCES) observances.push(part.lines);
            break;
          }
        // falls through
        default:
          depth++;
      }
    } else if (name === 'END') {
      switch (line.slice(4).trim().toUpperCase()) {
        case 'VEVENT':
          end(true);
          break;
        case 'VTIMEZONE':
          observances = null;
          part = null;
          break;
        case 'STANDARD':
        case 'DAYLIGHT':
          part = null;
          break;
        default:
          depth = Math.max(0, depth - 1);
      }
    } else if (part && depth === 0) {
      if (name === undefined) part.goOn(line);
      else part.add(name, line);
    } else if (name === 'X-WR-TIMEZONE') head.zone ||= line;
    return true;
  };
  for (const piece of piecesOf(text)) {
    if (!linesOf(piece).every(take)) break;
    yield;
  }
  end(false);
  return { events, zones };
}
