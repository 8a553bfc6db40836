import { bmltFormat } from './bmlt.js';
import { icalendarFormat } from './icalendar.js';
import { meetingGuideFormat } from './meeting-guide.js';
import { sheetFormat } from './sheet.js';
import { simpleFormat } from './simple.js';
import type { FeedFormat, FeedList } from './types.js';

/** Every format of lists. What a file beside the module makes of a table or a calendar is read here too. */
export const JSON_FORMATS: readonly FeedFormat[] = [
  simpleFormat,
  meetingGuideFormat,
  bmltFormat,
  sheetFormat,
  icalendarFormat,
];

/** The format of a list; null where none knows it. */
export function recogniseFormat(list: FeedList): FeedFormat | null {
  return JSON_FORMATS.find((format) => format.recognise(list)) ?? null;
}

const NOTHING_AROUND: FeedList['around'] = {};

/** `{id, fields}` of Airtable and NocoDB. */
const fieldsOf = (record: unknown): unknown =>
  typeof record === 'object' && record !== null && 'fields' in record ? record.fields : record;

/**
 * The rows in what a server answered: a list, or an object that holds one as `meetings`, `data`, `records` (whose rows
 * stand in `fields`) or `values` (rows of cells). Null for anything else.
 */
export function listOf(json: unknown): FeedList | null {
  if (Array.isArray(json)) return { rows: json as unknown[], around: NOTHING_AROUND };
  if (typeof json !== 'object' || json === null) return null;
  const { meetings, data, records, values, ...around } = json as Readonly<Record<string, unknown>>;
  if (Array.isArray(meetings)) return { rows: meetings as unknown[], around };
  if (Array.isArray(data)) return { rows: data as unknown[], around };
  if (Array.isArray(records)) return { rows: records.map(fieldsOf), around };
  if (Array.isArray(values) && values.every((row) => Array.isArray(row))) {
    return { rows: values as unknown[], around };
  }
  return null;
}
