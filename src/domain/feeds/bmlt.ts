/**
 * The answers of BMLT, N.A.'s meeting servers, to `GetSearchResults`: every value is a text, an empty one for nothing.
 * github.com/bmlt-enabled/bmlt-server
 */
import type { Meeting, Place } from '../meetings/types.js';
import { formatsReader, type Formats } from './bmlt-formats.js';
import { dialUrl, linkReader } from './link.js';
import { addressLine, distinct, placeKeeper, positionOf } from './place.js';
import {
  BMLT_KEYS,
  isEmpty,
  isOurs,
  madeUpId,
  nextDay,
  onEachDay,
  problem,
  rowOf,
  someRowHas,
  uniqueIds,
  type Row,
} from './rows.js';
import { textReader, type TextReader } from './text.js';
import type { FeedContext, FeedFormat, FeedList, Problem } from './types.js';
import { AROUND_THE_CLOCK, daysOf, durationOf, timeOf, zoneReader } from './values.js';

const PLACE_KEYS = [
  'location_text',
  'location_info',
  'location_street',
  'location_city_subsection',
  'location_municipality',
  'location_sub_province',
  'location_province',
  'location_postal_code_1',
  'location_nation',
  'latitude',
  'longitude',
  'train_lines',
  'bus_lines',
];

/** Old servers put the title of a field before its value: `Train Lines#@-@#A and C`. */
const PROMPT = '#@-@#';

function withoutPrompt(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const at = value.indexOf(PROMPT);
  return at < 0 ? value : value.slice(at + PROMPT.length);
}

/**
 * Province, county, city, borough, from the large to the small. A county of the same name as its city or borough (Bronx)
 * is left out; so is the nation, which servers write in many ways, unless there is nothing else.
 */
function regionsOf(
  province: string,
  county: string,
  city: string,
  borough: string,
  nation: string,
): readonly string[] {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const regions = distinct([
    province,
    same(county, city) || same(county, borough) ? '' : county,
    city,
    borough,
  ]);
  return regions.length > 0 ? regions : distinct([nation]);
}

function placeOf(row: Row, { line, lines }: TextReader): Place {
  const field = (key: string): string => line(withoutPrompt(row[key]));
  const street = field('location_street');
  const city = field('location_municipality');
  const province = field('location_province');
  const postcode = field('location_postal_code_1');
  const borough = field('location_city_subsection');
  return {
    name: field('location_text'),
    address:
      street === '' ? '' : line(addressLine(street, city || borough, [province, postcode].join(' ').trim())),
    city,
    postcode,
    regions: regionsOf(province, field('location_sub_province'), city, borough, field('location_nation')),
    position: positionOf(row.latitude, row.longitude),
    exact: street !== '',
    notes: lines(
      [row.location_info, row.train_lines, row.bus_lines]
        .map((value) => lines(withoutPrompt(value)))
        .filter((note) => note !== '')
        .join('\n'),
    ),
  };
}

type Ways = Pick<Meeting, 'inPerson' | 'online' | 'phone' | 'closed'>;

/** Venue types are 1 in person, 2 virtual, 3 hybrid. Servers before 3.0 have only the formats VM, HY and TC. */
function waysOf(venue: unknown, formats: Formats, place: Place | null, join: string, dial: string): Ways {
  const { closed } = formats;
  const link = join !== '';
  const number = dial !== '';
  // Virtual is by phone where there is a number and no link.
  const remote = { online: link || !number, phone: number };
  const type = typeof venue === 'number' ? String(venue) : venue;
  if (type === '2') return { inPerson: false, ...remote, closed };
  if (type === '3') return { inPerson: !closed, ...remote, closed };
  if (type === '1') return { inPerson: !closed, online: false, phone: false, closed };
  if (formats.hybrid) return { inPerson: !closed, ...remote, closed };
  if (formats.virtual) return { inPerson: false, ...remote, closed };
  const inPerson = !closed && place !== null && (place.exact || !(link || number));
  return { inPerson, online: link, phone: number, closed };
}

function idFor(row: Row, line: TextReader['line']): string {
  const id = line(row.id_bigint);
  // Ids are a server's own; an aggregator says which server.
  const server = line(row.root_server_id);
  return id !== '' && server !== '' ? line(`${server}-${id}`) : id;
}

function bmltReader(
  list: FeedList,
  context: FeedContext,
): (row: unknown, index: number) => Meeting[] | Problem {
  const text = textReader(true);
  const { line, lines } = text;
  const links = linkReader();
  const zoneOf = zoneReader(context.timezone);
  const formatsOf = formatsReader(list.around.formats, context, line);
  const keepPlace = placeKeeper(PLACE_KEYS, ['location_street', 'location_text'], (row) =>
    placeOf(row, text),
  );
  const idOf = uniqueIds();

  return (value, index) => {
    const row = rowOf(value);
    if (!row) return problem(index, '', 'not-a-meeting', value);
    const name = line(row.meeting_name) || line(row.location_text);
    if (name === '') return problem(index, row.id_bigint, isEmpty(row) ? 'not-a-meeting' : 'no-name');
    const named = daysOf(row.weekday_tinyint, 1);
    if (named === null) return problem(index, name, 'bad-day', row.weekday_tinyint);
    const time = named.length > 0 ? timeOf(row.start_time) : null;
    if (Number.isNaN(time)) return problem(index, name, 'bad-time', row.start_time);
    const late = time === 1440;
    const days = late ? named.map(nextDay) : named;
    // 00:00:00 is "as the server is set", which the answer does not say: 0, not known.
    const minutes = time === null ? 0 : durationOf(row.duration_time);
    const start = time === null ? -1 : late || minutes === AROUND_THE_CLOCK ? 0 : time;

    const place = keepPlace(row);
    const link = links.webInText(withoutPrompt(row.virtual_meeting_link));
    const dialText = line(withoutPrompt(row.phone_meeting_number));
    const dial = dialText === '' ? '' : dialUrl(dialText);
    const formats = formatsOf(row.format_shared_id_list, row.formats);
    const ways = waysOf(row.venue_type, formats, place, link.url, dial);
    const id = idFor(row, line) || madeUpId(name, days.join(' '), start, place?.name ?? '');
    const meeting: Meeting = {
      id: idOf(id),
      day: days[0] ?? 0,
      start,
      minutes,
      zone: zoneOf(row.time_zone),
      group: context.group,
      name,
      inPerson: ways.inPerson,
      online: ways.online,
      phone: ways.phone,
      closed: ways.closed,
      place,
      join: link.url,
      joinNotes: lines(withoutPrompt(row.virtual_meeting_additional_info)) || lines(link.rest),
      dial,
      dialText: dial === '' ? '' : dialText,
      dialNotes: '',
      types: formats.ids,
      notes: lines(withoutPrompt(row.comments)),
      homeGroup: '',
      homeGroupNotes: '',
      district: text.shared(row.service_body_name),
      url: '',
      website: '',
      feedback: '',
      keeper: '',
      payments: [],
      updated: '',
    };
    return onEachDay(meeting, days, id, idOf);
  };
}

export const bmltFormat: FeedFormat = {
  name: 'bmlt',
  recognise: ({ rows, around }) =>
    !isOurs(around) && (someRowHas(rows, BMLT_KEYS) || (rows.length === 0 && Array.isArray(around.formats))),
  reader: bmltReader,
};
