/**
 * Sheets: rows of cells, with headings in the first. The headings are those of the Google Sheets that TSML UI reads and of
 * the CSV that the plugin 12 Step Meeting List writes, in any order and case, and others that people write instead.
 */
import type { Meeting } from '../meetings/types.js';
import { meetingGuideReader } from './meeting-guide.js';
import type { FeedContext, FeedFormat, FeedList, Problem } from './types.js';

/** Keys of a Meeting Guide row that a heading may name; its other spellings stand behind it. */
const HEADINGS: ReadonlyMap<string, string> = new Map(
  [
    'name meeting meeting_name title nombre',
    'slug',
    // The reader takes it where there is no slug.
    'id',
    'day days weekday day_of_week dia dias',
    'time start start_time begins hora inicio',
    'end_time end ends finish hora_fin fin',
    'timezone time_zone tz zona_horaria',
    'types type meeting_type meeting_types tipo tipos',
    'formatted_address full_address direccion_completa',
    'address street street_address direccion',
    'city town ciudad',
    'state province county estado provincia',
    'postal_code postcode post_code zip zip_code codigo_postal',
    'country pais',
    'latitude lat latitud',
    'longitude long lng lon longitud',
    'coordinates',
    'approximate',
    'location location_name venue building place lugar',
    'location_notes place_notes',
    'region area regiones',
    'sub_region subregion',
    'sub_sub_region',
    'regions',
    'notes note comments description notas',
    'group group_name home_group grupo',
    'group_notes',
    'district distrito',
    'conference_url online_url meeting_url meeting_link join_url join_link video_link zoom zoom_link online_link enlace',
    'conference_url_notes online_notes passcode',
    'conference_phone dial_in dial_in_number',
    'conference_phone_notes',
    'attendance_option attendance asistencia',
    'url link',
    'website web_site',
    'website_2',
    'feedback_url',
    'feedback_emails feedback_email',
    'venmo',
    'square',
    'paypal',
    'homegroup_online',
    'entity',
    'updated last_updated',
  ].flatMap((line) => {
    const [key = '', ...others] = line.split(' ');
    return [key, ...others].map((spelling) => [spelling, key] as const);
  }),
);

const MARKS = /\p{M}+/gu;
const BETWEEN = /[^\p{L}\p{N}]+/gu;
const AROUND = /^_+|_+$/g;
/** Longer is no heading, and a table has no more columns. */
const LONGEST_HEADING = 60;
const MOST_COLUMNS = 200;
/** A title or a blank row may stand above the headings. */
const ROWS_ABOVE = 10;
/** A meeting has a name, and something else. */
const LEAST_HEADINGS = 2;

const isRow = (row: unknown): row is readonly unknown[] => Array.isArray(row);

function plain(heading: unknown): string {
  if (typeof heading !== 'string' || heading.length > LONGEST_HEADING) return '';
  return heading.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(BETWEEN, '_').replace(AROUND, '');
}

/** The key of each column, '' for one that is not read; null where these are no headings. */
function keysOf(row: readonly unknown[]): readonly string[] | null {
  const keys = row.slice(0, MOST_COLUMNS).map((heading) => HEADINGS.get(plain(heading)) ?? '');
  const known = new Set(keys);
  known.delete('');
  if (!(known.has('name') || known.has('group')) || known.size < LEAST_HEADINGS) return null;
  // The plugin writes the whole address under "Address", and no town beside it.
  const isWhole = !known.has('city') && !known.has('formatted_address');
  const seen = new Set<string>();
  return keys.map((key) => {
    if (seen.has(key)) return '';
    seen.add(key);
    return key === 'address' && isWhole ? 'formatted_address' : key;
  });
}

interface Headings {
  readonly row: number;
  readonly keys: readonly string[];
}

function headingsOf({ rows }: FeedList): Headings | null {
  const most = Math.min(rows.length, ROWS_ABOVE);
  for (let row = 0; row < most; row++) {
    const cells = rows[row];
    const keys = isRow(cells) ? keysOf(cells) : null;
    if (keys) return { row, keys };
  }
  return null;
}

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

function sheetReader(
  list: FeedList,
  context: FeedContext,
): (row: unknown, index: number) => Meeting[] | Problem {
  const headings = headingsOf(list);
  const read = meetingGuideReader(list, context);
  if (!headings) return (row, index) => (isRow(row) && row.every(isBlank) ? [] : read(null, index));
  const { keys, row: top } = headings;
  return (row, index) => {
    if (!isRow(row)) return read(null, index);
    if (index <= top) return [];
    const values: Record<string, unknown> = {};
    let blank = true;
    const columns = Math.min(row.length, keys.length);
    for (let column = 0; column < columns; column++) {
      const key = keys[column]!;
      const cell = row[column];
      if (key === '' || isBlank(cell)) continue;
      values[key] = cell;
      blank = false;
    }
    return blank ? [] : read(values, index);
  };
}

export const sheetFormat: FeedFormat = {
  name: 'sheet',
  recognise: (list) => list.around.calendar !== true && headingsOf(list) !== null,
  reader: sheetReader,
};
