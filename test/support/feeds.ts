import { listOf } from '../../src/domain/feeds/index.js';
import {
  BOUNDS,
  type FeedContext,
  type FeedFormat,
  type FeedList,
  type Problem,
} from '../../src/domain/feeds/types.js';
import type { Meeting } from '../../src/domain/meetings/types.js';
import { expect } from './assert.js';
import { sampleTypeTable } from './type-table.js';

/** A page that knows nothing about its list, but for what a test says. */
export function feedContext(facts: Partial<FeedContext> = {}): FeedContext {
  return { group: '', timezone: '', now: new Date('2026-11-23T12:00:00Z'), types: sampleTypeTable, ...facts };
}

export interface ReadFeed {
  readonly meetings: Meeting[];
  readonly problems: Problem[];
}

/** What a format makes of a list. */
export function readFeed(format: FeedFormat, list: FeedList, facts: Partial<FeedContext> = {}): ReadFeed {
  const meetings: Meeting[] = [];
  const problems: Problem[] = [];
  const read = format.reader(list, feedContext(facts));
  list.rows.forEach((row, index) => {
    const found = read(row, index);
    if (Array.isArray(found)) meetings.push(...found);
    else problems.push(found);
  });
  return { meetings, problems };
}

/** The one meeting that a format makes of one row. */
export function readRow(
  format: FeedFormat,
  row: unknown,
  { around = {}, ...facts }: Partial<FeedContext> & { around?: FeedList['around'] } = {},
): Meeting {
  const { meetings, problems } = readFeed(format, { rows: [row], around }, facts);
  expect(problems, 'problems').to.deep.equal([]);
  expect(meetings, 'meetings').to.have.length(1);
  return meetings[0]!;
}

/** A list of test/fixtures/feeds; see the README there. The address is a variable, so that TypeScript reads none of it. */
export async function sampleFeed(name: string): Promise<FeedList> {
  const address = `/test/fixtures/feeds/${name}.json`;
  const { default: json } = (await import(address)) as { default: unknown };
  const list = listOf(json);
  if (list === null) throw new Error(`${name} is no list`);
  return list;
}

const LINKS = /^(?:https?|tel|mailto):/;
// eslint-disable-next-line no-control-regex
const NEVER_IN_TEXT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
const zones = new Map<string, boolean>();

/** What holds for a meeting of any feed, however hostile; a finding names the field. */
export function checkMeeting(meeting: Meeting): void {
  const wrong: string[] = [];
  const must = (right: boolean, what: string): void => {
    if (!right) wrong.push(`${what}: ${JSON.stringify(meeting).slice(0, 500)}`);
  };
  const { day, start, minutes, zone, place } = meeting;
  must(Number.isInteger(day) && day >= 0 && day <= 7, 'day');
  must(Number.isInteger(start) && start >= -1 && start <= 1439, 'start');
  must(day > 0 || start === -1, 'a time without a day');
  must(Number.isInteger(minutes) && minutes >= 0, 'minutes');
  if (!zones.has(zone)) zones.set(zone, zone === '' || isZone(zone));
  must(zones.get(zone)!, 'zone');
  for (const link of ['join', 'dial', 'url', 'website', 'feedback'] as const) {
    must(meeting[link] === '' || LINKS.test(meeting[link]), link);
  }
  must(
    meeting.payments.every(({ url }) => url.startsWith('http')),
    'payments',
  );
  must(meeting.name !== '' && meeting.id !== '', 'name and id');
  must(meeting.updated === '' || DATE.test(meeting.updated), 'updated');
  must(meeting.types.length <= BOUNDS.types, 'number of types');
  const texts = { ...meeting, ...(place ? { place: place.name, placeNotes: place.notes } : {}) };
  for (const [field, text] of Object.entries({ ...texts, address: place?.address, city: place?.city })) {
    if (typeof text !== 'string') continue;
    const long = /notes$/i.test(field) || LINKS.test(text);
    must(text.length <= (long ? BOUNDS.text * 3 : BOUNDS.name + 12), `length of ${field}`);
    must(!NEVER_IN_TEXT.test(text), `characters of ${field}`);
    must(text === text.trim(), `spaces around ${field}`);
  }
  for (const type of meeting.types)
    must(type !== '' && type !== '=' && type.length <= BOUNDS.name + 1, 'a type');
  const { position } = place ?? {};
  must(!position || (Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180), 'position');
  must(
    (place?.regions ?? []).every((region) => region !== ''),
    'regions',
  );
  expect(wrong).to.deep.equal([]);
}
