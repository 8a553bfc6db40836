import type { Meeting } from '../meetings/types.js';

/** A list as it came: its rows, and what else stood in the object around them (formats, a date, a zone). */
export interface FeedList {
  readonly rows: readonly unknown[];
  readonly around: Readonly<Record<string, unknown>>;
}

/** Turns the codes of a fellowship into ids of data/meeting-types.json. */
export interface TypeTable {
  /** By the code of a Meeting Guide feed, in any case: `W`, `onl`. */
  byCode(code: string): string | undefined;
  /** By a name in plain words, in any case: `Women`, `big book`. */
  byName(name: string): string | undefined;
  /** By N.A.'s world id, which is the same on all BMLT servers: `WCHR`. */
  byWorldId(id: string): string | undefined;
}

/** What the page knows about a list, and the present. */
export interface FeedContext {
  /** Id of the group whose list this is, or ''. A row of our own format may say another. */
  readonly group: string;
  /** IANA zone of rows that name none, or ''. */
  readonly timezone: string;
  /** What is over by then is left out; the events of a calendar are looked up from here on. */
  readonly now: Date;
  readonly types: TypeTable;
}

/** Why a row cannot be used. The words for it are in src/meetings/feed-words.ts. */
export type ProblemReason =
  | 'not-a-meeting' // the row is no object, or an empty one
  | 'no-name'
  | 'bad-day'
  | 'bad-time'
  | 'ended'; // its last day is past

/** A row that was left out. */
export interface Problem {
  /** From 1, as an editor counts. */
  readonly row: number;
  /** What the row calls itself, shortened; '' for nothing. */
  readonly name: string;
  readonly reason: ProblemReason;
  /** The value that could not be read, shortened; '' for none. */
  readonly value: string;
}

/** One format of lists. */
export interface FeedFormat {
  readonly name: FormatName;
  /** Whether the list is of this format: only its own, so that at most one says yes. */
  recognise(list: FeedList): boolean;
  /**
   * Gives the function that reads one row. It never throws; a row on several days gives several meetings.
   * What is the same for all rows is worked out once here.
   */
  reader(list: FeedList, context: FeedContext): (row: unknown, index: number) => Meeting[] | Problem;
}

/** `simple` is our own format; a `sheet` has the columns of the Meeting Guide. */
export const FORMATS = ['simple', 'meeting-guide', 'bmlt', 'sheet', 'icalendar'] as const;
export type FormatName = (typeof FORMATS)[number];

/** At the door: bytes of a list, rows of a list, characters of a text in a row. */
export const BOUNDS = { bytes: 26_214_400, rows: 100_000, text: 4_000, name: 255, types: 60 } as const;
