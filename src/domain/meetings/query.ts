import type { Position } from './distance.js';

export const DAYS = ['today', 'tomorrow', '1', '2', '3', '4', '5', '6', '7', 'appointment'] as const;
export type Day = (typeof DAYS)[number];

/** The day in four parts, by the hour at which a meeting starts: from 5, 12, 17 and 22. */
export const TIMES = ['morning', 'afternoon', 'evening', 'night'] as const;
export type TimeOfDay = (typeof TIMES)[number];
/** Minutes after midnight at which each part begins. */
const BEGINNINGS = [300, 720, 1020, 1320] as const;

/** Number in {@link TIMES} of a time, in minutes after midnight. */
export function timeOfDay(minutes: number): number {
  if (minutes < BEGINNINGS[0] || minutes >= BEGINNINGS[3]) return 3;
  return minutes < BEGINNINGS[1] ? 0 : minutes < BEGINNINGS[2] ? 1 : 2;
}

export const WAYS = ['in-person', 'online', 'phone'] as const;
export type Way = (typeof WAYS)[number];

/** Where to look for meetings in person. */
export interface Near extends Position {
  /** How the place is called; '' where the visitor stands. */
  readonly name: string;
  /** Greatest distance, in meters. */
  readonly meters: number;
}

/** What somebody is looking for. Values of a kind are joined by "or", kinds by "and"; types by "and", languages by "or". */
export interface MeetingQuery {
  readonly text: string;
  readonly days: readonly Day[];
  readonly times: readonly TimeOfDay[];
  readonly ways: readonly Way[];
  /** Ids of groups. */
  readonly groups: readonly string[];
  /** Paths from large to small, joined by ` > `. */
  readonly regions: readonly string[];
  readonly types: readonly string[];
  readonly near: Near | null;
  readonly sort: 'time' | 'distance';
}

export const EMPTY_QUERY: MeetingQuery = {
  text: '',
  days: [],
  times: [],
  ways: [],
  groups: [],
  regions: [],
  types: [],
  near: null,
  sort: 'time',
};

export const CHOICES = ['days', 'times', 'ways', 'groups', 'regions', 'types'] as const;
export type Choice = (typeof CHOICES)[number];

/** With one value of a kind added, or taken away. */
export function toggled(query: MeetingQuery, choice: Choice, value: string, on: boolean): MeetingQuery {
  const rest = (query[choice] as readonly string[]).filter((one) => one !== value);
  return { ...query, [choice]: on ? [...rest, value] : rest };
}

/** How many filters are set, besides the search. */
export const filtersIn = (query: MeetingQuery): number =>
  CHOICES.reduce((sum, choice) => sum + query[choice].length, query.near ? 1 : 0);

export const isEmpty = (query: MeetingQuery): boolean => query.text.trim() === '' && filtersIn(query) === 0;

/** Phones write “these” by themselves. */
const CURLY = /[“”„‟«»]/g;
const QUOTED = /"([^"]*)"?|([^\s"]+)/g;

/** The words and quoted phrases of a search, as they were typed. */
export function tokensOf(text: string): string[] {
  return Array.from(text.replace(CURLY, '"').matchAll(QUOTED), ([, phrase, word]) =>
    (phrase ?? word ?? '').trim(),
  ).filter((token) => token !== '');
}
