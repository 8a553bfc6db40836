/**
 * Meeting Guide JSON, as most A.A. sites and many others publish it, and as it really comes. Its specification is
 * github.com/code4recovery/spec; what departs from it is noted where it is dealt with.
 */
import type { Meeting, Place } from '../meetings/types.js';
import { dialUrl, linkReader, paymentReader } from './link.js';
import {
  addressLine,
  distinct,
  isExact,
  MOST_REGIONS,
  placeKeeper,
  positionOf,
  positionOfText,
} from './place.js';
import {
  BMLT_KEYS,
  isEmpty,
  isOurs,
  listOfTexts,
  madeUpId,
  nextDay,
  onEachDay,
  problem,
  rowOf,
  someRowHas,
  typeReader,
  uniqueIds,
  type Row,
} from './rows.js';
import { textReader, type TextReader } from './text.js';
import { BOUNDS, type FeedContext, type FeedFormat, type FeedList, type Problem } from './types.js';
import { AROUND_THE_CLOCK, dateOf, daysOf, minutesBetween, timeOf, zoneReader } from './values.js';

/** Keys that only this format has; `name` and `day` are in others too. */
const OWN_KEYS = [
  'slug',
  'time',
  'end_time',
  'formatted_address',
  'location',
  'location_notes',
  'conference_url',
  'conference_phone',
  'postal_code',
  'sub_region',
  'attendance_option',
];

const PLACE_KEYS = [
  'location',
  'formatted_address',
  'address',
  'city',
  'state',
  'postal_code',
  'country',
  'regions',
  'region',
  'sub_region',
  'sub_sub_region',
  'latitude',
  'longitude',
  'coordinates',
  'approximate',
  'location_notes',
];

const YES: ReadonlySet<unknown> = new Set(['yes', 'true', '1', 1, true]);
const NO: ReadonlySet<unknown> = new Set(['no', 'false', '0', 0, false]);
const lower = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

/** Some exporters need a building and write this for none. */
const NO_BUILDING = /^(?:online|virtual|zoom|telephone|phone)(?: (?:only|meeting|meetings))?$/i;

function regionsOf(row: Row, line: TextReader['line']): readonly string[] {
  const { regions } = row;
  if (Array.isArray(regions)) {
    const names = distinct((regions as unknown[]).slice(0, MOST_REGIONS).map(line));
    if (names.length > 0) return names;
  } else if (typeof regions === 'string' && regions !== '') {
    // In a sheet: "New York > Bronx".
    return distinct(regions.slice(0, BOUNDS.text).split('>').slice(0, MOST_REGIONS).map(line));
  }
  return distinct([line(row.region), line(row.sub_region), line(row.sub_sub_region)]);
}

function placeOf(row: Row, { line, lines }: TextReader): Place {
  const building = line(row.location);
  const street = line(row.address);
  const city = line(row.city);
  const postcode = line(row.postal_code);
  const state = line(row.state);
  const whole = line(row.formatted_address);
  const stateAndCode = state !== '' && postcode !== '' ? `${state} ${postcode}` : state + postcode;
  const address =
    whole || (street === '' ? '' : line(addressLine(street, city, stateAndCode, line(row.country))));
  const there = positionOfText(row.coordinates);
  const approximate = lower(row.approximate);
  const exact = YES.has(approximate)
    ? false
    : NO.has(approximate)
      ? address !== ''
      : !there.area && (isExact(address) || (street !== '' && !street.includes(',') && street !== city));
  return {
    name: NO_BUILDING.test(building) ? '' : building,
    address,
    city,
    postcode,
    regions: regionsOf(row, line),
    position: positionOf(row.latitude, row.longitude) ?? there.position,
    exact,
    notes: lines(row.location_notes),
  };
}

/** Codes, and their names in sheets, that tell how one can go, not what kind of meeting it is. */
const ONLINE: ReadonlySet<string> = new Set(['ONL', 'ONLINE', 'ONLINE MEETING']);
const CLOSED: ReadonlySet<string> = new Set(['TC', 'LOCATION TEMPORARILY CLOSED', 'TEMPORARILY CLOSED']);

interface Types {
  readonly ids: readonly string[];
  readonly online: boolean;
  /** The building is closed for now, which says nothing about the meeting. */
  readonly closed: boolean;
}

function typesReader(context: FeedContext, line: TextReader['line']): (value: unknown) => Types {
  const typeOf = typeReader(context.types, line);
  const known = new Map<string, Types>();
  return (value) => {
    let key = '';
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length && at < BOUNDS.types; at++) {
        const code: unknown = value[at];
        if (typeof code === 'string' || typeof code === 'number') key += `${code}|`;
      }
    } else if (typeof value === 'string' || typeof value === 'number') key = String(value);
    let types = known.get(key);
    if (types === undefined) {
      const codes = listOfTexts(key, BOUNDS.types);
      const ids = new Set<string>();
      let online = false;
      let closed = false;
      for (const code of codes) {
        const upper = code.toUpperCase();
        if (ONLINE.has(upper)) online = true;
        else if (CLOSED.has(upper)) closed = true;
        else ids.add(typeOf(code));
      }
      ids.delete('');
      known.set(key, (types = { ids: [...ids], online, closed }));
    }
    return types;
  };
}

const OPTIONS: ReadonlySet<unknown> = new Set(['in_person', 'online', 'hybrid', 'inactive', undefined]);

type Ways = Pick<Meeting, 'inPerson' | 'online' | 'phone' | 'closed'>;

/**
 * By which ways one can go to a meeting. What the WordPress plugin worked out (`attendance_option`) is believed. Else a
 * link is enough to be online, whatever its host, and a number alone makes a meeting by phone. What has neither is in
 * person as long as any place is named. Nobody is sent to a closed building.
 */
function waysOf(option: unknown, types: Types, place: Place | null, join: string, dial: string): Ways {
  const { closed } = types;
  const link = join !== '';
  const number = dial !== '';
  const remote = link || (types.online && !number);
  switch (OPTIONS.has(option) ? option : lower(option)) {
    case 'in_person':
    case 'in-person':
    case 'in person':
      return { inPerson: !closed, online: false, phone: false, closed };
    case 'online':
      return { inPerson: false, online: link || !number, phone: number, closed };
    case 'hybrid':
      return { inPerson: !closed, online: link || !number, phone: number, closed };
    case 'inactive':
      // Said of a meeting that has a link, it is about the building.
      return { inPerson: false, online: link, phone: number, closed };
  }
  const inPerson = !closed && place !== null && (place.exact || !(remote || number));
  return { inPerson, online: remote, phone: number, closed };
}

/**
 * Gives the function that reads one row with the keys of the specification; for sheets too, whose columns become them.
 * A row on several days gives a meeting for each.
 */
export function meetingGuideReader(
  _list: FeedList,
  context: FeedContext,
): (row: unknown, index: number) => Meeting[] | Problem {
  const text = textReader(true);
  const { line, lines, shared } = text;
  const links = linkReader();
  const payments = paymentReader();
  const zoneOf = zoneReader(context.timezone);
  const typesOf = typesReader(context, line);
  const keepPlace = placeKeeper(PLACE_KEYS, ['formatted_address', 'address', 'location'], (row) =>
    placeOf(row, text),
  );
  const idOf = uniqueIds();

  return (value, index) => {
    const row = rowOf(value);
    if (!row) return problem(index, '', 'not-a-meeting', value);
    const homeGroup = line(row.group);
    // An exporter that forgot the name has mostly one of these.
    const name = line(row.name) || homeGroup || line(row.location);
    if (name === '') return problem(index, row.slug, isEmpty(row) ? 'not-a-meeting' : 'no-name');

    const named = daysOf(row.day, 0);
    if (named === null) return problem(index, name, 'bad-day', row.day);
    const time = named.length > 0 ? timeOf(row.time) : null;
    if (Number.isNaN(time)) return problem(index, name, 'bad-time', row.time);
    // 24:00 is the first minute of the next day.
    const late = time === 1440;
    const days = late ? named.map(nextDay) : named;
    let start = time === null ? -1 : late ? 0 : time;
    let minutes = start < 0 ? 0 : minutesBetween(start, timeOf(row.end_time));
    if (minutes === AROUND_THE_CLOCK) start = 0;
    // From midnight to midnight is what exporters write for "not known".
    if (start === 0 && minutes === 0 && timeOf(row.end_time) === 0) start = -1;
    if (start < 0) minutes = 0;

    const place = keepPlace(row);
    const link = links.webInText(row.conference_url);
    const dialText = line(row.conference_phone);
    const dial = dialText === '' ? '' : dialUrl(dialText);
    const types = typesOf(row.types);
    const ways = waysOf(row.attendance_option, types, place, link.url, dial);
    const joinNotes = lines(row.conference_url_notes);
    const slug = line(row.slug) || line(row.id) || madeUpId(name, days.join(' '), start, place?.name ?? '');
    const meeting: Meeting = {
      id: idOf(slug),
      day: days[0] ?? 0,
      start,
      minutes,
      zone: zoneOf(row.timezone),
      group: context.group,
      name,
      inPerson: ways.inPerson,
      online: ways.online,
      phone: ways.phone,
      closed: ways.closed,
      place,
      join: link.url,
      joinNotes: joinNotes || lines(link.rest),
      dial,
      dialText: dial === '' ? '' : dialText,
      dialNotes: lines(row.conference_phone_notes),
      types: types.ids,
      notes: lines(row.notes),
      homeGroup,
      homeGroupNotes: lines(row.group_notes),
      district: shared(row.district),
      url: links.web(row.url),
      website: links.web(row.website) || links.web(row.website_2),
      feedback: links.feedback(row.feedback_url, row.feedback_emails),
      keeper: shared(row.entity),
      payments: payments(row),
      updated: dateOf(row.updated),
    };
    return onEachDay(meeting, days, slug, idOf);
  };
}

export const meetingGuideFormat: FeedFormat = {
  name: 'meeting-guide',
  recognise: ({ rows, around }) =>
    !isOurs(around) &&
    someRowHas(rows, OWN_KEYS) &&
    someRowHas(rows, ['name', 'slug']) &&
    !someRowHas(rows, BMLT_KEYS),
  reader: meetingGuideReader,
};
