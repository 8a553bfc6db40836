import type { Meeting } from '../meetings/types.js';
import { shortened } from './text.js';
import { BOUNDS, type Problem, type ProblemReason, type TypeTable } from './types.js';

export type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row as an object with keys; null where it is none. Airtable and NocoDB put the keys into `fields`. */
export function rowOf(value: unknown): Row | null {
  if (!isObject(value)) return null;
  return isObject(value.fields) ? value.fields : value;
}

/** Whether nothing stands in the row at all. */
export function isEmpty(row: Row): boolean {
  return Object.values(row).every((value) => value === '' || value === null || value === undefined);
}

/** What our own lists say of themselves in `format`; the number grows when older pages could no longer read them. */
export const OUR_FORMAT = 'support-group-elements/meetings 1';
const OUR_FORMATS = 'support-group-elements/meetings';

/** Whether the object around the rows says that the list is one of ours. */
export function isOurs(around: Row): boolean {
  return typeof around.format === 'string' && around.format.trim().startsWith(OUR_FORMATS);
}

/** Keys by which rows of a BMLT server are known, whichever fields were asked for. */
export const BMLT_KEYS = ['id_bigint', 'weekday_tinyint', 'meeting_name', 'format_shared_id_list'] as const;

/** Whether one of the first rows has one of the keys. */
export function someRowHas(rows: readonly unknown[], keys: readonly string[]): boolean {
  const most = Math.min(rows.length, 50);
  for (let index = 0; index < most; index++) {
    const row = rowOf(rows[index]);
    if (row && keys.some((key) => Object.hasOwn(row, key))) return true;
  }
  return false;
}

export function problem(index: number, name: unknown, reason: ProblemReason, value: unknown = ''): Problem {
  return { row: index + 1, name: shortened(name), reason, value: shortened(value) };
}

/** Gives each meeting of a list an id of its own: what is taken gets a number, `monday-2`. */
export function uniqueIds(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const take = (id: string): boolean => {
    const before = taken.size;
    return taken.add(id).size > before;
  };
  return (wanted) => {
    if (take(wanted)) return wanted;
    let number = next.get(wanted) ?? 2;
    while (!take(`${wanted}-${number}`)) number++;
    next.set(wanted, number + 1);
    return `${wanted}-${number}`;
  };
}

/** Monday is 1, and comes after Sunday, 7. */
export const nextDay = (day: number): number => (day % 7) + 1;

/**
 * The meetings of a row that takes place on several days.
 * @param meeting The one of the first day.
 */
export function onEachDay(
  meeting: Meeting,
  days: readonly number[],
  wantedId: string,
  idOf: (wanted: string) => string,
): Meeting[] {
  const meetings = [meeting];
  for (let at = 1; at < days.length; at++) {
    meetings.push({ ...meeting, id: idOf(wantedId), day: days[at]! });
  }
  return meetings;
}

const NOT_IN_ID = /[^\p{L}\p{N}]+/gu;

/** An id for a meeting that has none. */
export function madeUpId(...parts: readonly (string | number)[]): string {
  const id = parts.join(' ').slice(0, BOUNDS.name).toLowerCase().replace(NOT_IN_ID, '-');
  return id.replace(/^-|-$/g, '') || 'meeting';
}

const SEPARATORS = /[,|;]/;

/** The texts of a list, or of a text in which commas or bars stand between them; nothing else, nothing empty. */
export function listOfTexts(value: unknown, most: number): string[] {
  const found: string[] = [];
  const items: readonly unknown[] = Array.isArray(value)
    ? (value as unknown[])
    : typeof value === 'string'
      ? value.slice(0, BOUNDS.text).split(SEPARATORS)
      : [value];
  for (const item of items) {
    if (found.length === most) break;
    const text = typeof item === 'string' ? item.trim() : typeof item === 'number' ? String(item) : '';
    if (text !== '') found.push(text);
  }
  return found;
}

/** `[open]` */
const BRACKETS = /^\[|\]$/g;

/** Whether it may be a name; the codes of most tables are shorter. */
const isWord = (text: string): boolean => text.length > 2;

/**
 * The id of a type that a feed names by its code, or else by a name in words; `=` and the text where no table knows it.
 * @param line Makes plain text of it.
 */
export function typeReader(types: TypeTable, line: (text: string) => string): (written: string) => string {
  const known = new Map<string, string>();
  return (written) => {
    let type = known.get(written);
    if (type === undefined) {
      const text = line(written.replace(BRACKETS, ''));
      type = text === '' ? '' : (types.byCode(text) ?? (isWord(text) ? types.byName(text) : undefined));
      known.set(written, (type ??= `=${text}`));
    }
    return type;
  };
}
