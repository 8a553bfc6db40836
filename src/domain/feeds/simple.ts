/**
 * Our own JSON, for lists that people write by hand and for those that the project keeps. data/schema/meetings.schema.json
 * says what may stand in it; the reader is more tolerant than that. Texts are plain: there are no entities and no tags.
 */
import type { Meeting, Payment, Place, Repeat } from '../meetings/types.js';
import { DAY } from '../schedule/days.js';
import { toInstant } from '../schedule/zone.js';
import { dialUrl, linkReader, namedPayment, type LinkReader } from './link.js';
import { distinct, MOST_REGIONS, placeKeeper, positionOf } from './place.js';
import {
  isEmpty,
  isOurs,
  listOfTexts,
  madeUpId,
  nextDay,
  onEachDay,
  problem,
  rowOf,
  uniqueIds,
  type Row,
} from './rows.js';
import { textReader, type TextReader } from './text.js';
import {
  BOUNDS,
  type FeedContext,
  type FeedFormat,
  type FeedList,
  type Problem,
  type TypeTable,
} from './types.js';
import { AROUND_THE_CLOCK, dateOf, daysOf, minutesBetween, numberOf, timeOf, zoneReader } from './values.js';

const PLACE_KEYS = [
  'place',
  'address',
  'city',
  'postcode',
  'regions',
  'latitude',
  'longitude',
  'exact',
  'placeNotes',
];

function placeOf(row: Row, { line, lines }: TextReader): Place {
  const address = line(row.address);
  const regions = Array.isArray(row.regions) ? (row.regions as unknown[]) : [row.regions];
  return {
    name: line(row.place),
    address,
    city: line(row.city),
    postcode: line(row.postcode),
    regions: distinct(regions.slice(0, MOST_REGIONS).map(line)),
    position: positionOf(row.latitude, row.longitude),
    exact: typeof row.exact === 'boolean' ? row.exact : address !== '',
    notes: lines(row.placeNotes),
  };
}

type Ways = Pick<Meeting, 'inPerson' | 'online' | 'phone'>;

/** By which ways one can go, where the row does not say: by those for which there is something to use. */
export function derivedWays({
  place,
  join,
  dial,
  closed,
}: Pick<Meeting, 'place' | 'join' | 'dial' | 'closed'>): Ways {
  const remote = join !== '' || dial !== '';
  return {
    inPerson: !closed && place !== null && (place.exact || !remote),
    online: join !== '',
    phone: dial !== '',
  };
}

const INTERVAL = /^(\d{1,2})\s*weeks?$/i;
/** More days in advance than a calendar holds. */
const MOST_DATES = 1_000;

/** The weekday of a date, Monday is 1. */
const dayOfDate = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** @returns undefined: each week; null: it says otherwise, and cannot be read. */
function repeatOf(row: Row): Repeat | undefined | null {
  const { dates, weeksOfMonth, every } = row;
  if (dates !== undefined) {
    const days = listOfTexts(dates, MOST_DATES).map(dateOf);
    if (days.length === 0 || days.includes('')) return null;
    return { kind: 'dates', dates: [...new Set(days)].sort() };
  }
  if (weeksOfMonth !== undefined) {
    const weeks = (Array.isArray(weeksOfMonth) ? (weeksOfMonth as unknown[]) : [weeksOfMonth])
      .slice(0, 10)
      .map(numberOf);
    const known = weeks.filter((week) => week === -1 || (week !== null && [1, 2, 3, 4, 5].includes(week)));
    if (known.length === 0 || known.length < weeks.length) return null;
    return { kind: 'monthly', weeks: [...new Set(known as number[])] };
  }
  if (every === undefined || every === 'week') return undefined;
  const weeks = typeof every === 'string' ? Number(INTERVAL.exec(every.trim())?.[1] ?? 0) : 0;
  if (weeks === 1) return undefined;
  const from = dateOf(row.from);
  return weeks > 1 && from !== '' ? { kind: 'interval', weeks, from } : null;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** An id, a name in plain words, or `=` and a text to show as it is. */
function typesReader(types: TypeTable, line: TextReader['line']): (value: unknown) => readonly string[] {
  const known = new Map<string, string>();
  const typeOf = (written: string): string => {
    let type = known.get(written);
    if (type === undefined) {
      const text = line(written.startsWith('=') ? written.slice(1) : written);
      if (text === '') type = '';
      else if (written.startsWith('=')) type = `=${text}`;
      else type = types.byName(text) ?? (ID.test(text) ? text : `=${text}`);
      known.set(written, type);
    }
    return type;
  };
  return (value) => {
    const found = new Set(listOfTexts(value, BOUNDS.types).map(typeOf));
    found.delete('');
    return [...found];
  };
}

function paymentsOf(value: unknown, links: LinkReader): readonly Payment[] {
  if (!Array.isArray(value)) return [];
  const payments: Payment[] = [];
  for (const item of value.slice(0, 10) as unknown[]) {
    const row = rowOf(item);
    const payment = row ? namedPayment(row.service, row.url, links) : null;
    if (payment) payments.push(payment);
  }
  return payments;
}

/** As an address of RFC 3966 names it. */
const EXTENSION = /;ext=/i;

/**
 * `dial` is for numbers whose pauses and PIN people do not read; else the number is what is dialled. Either way it is
 * kept as it is dialled: `%23` is `#`, not "23".
 */
function dialOf(dial: unknown, text: string): string {
  if (typeof dial !== 'string' || dial.length > BOUNDS.name || !/^tel:/i.test(dial)) {
    return text === '' ? '' : dialUrl(text);
  }
  try {
    return dialUrl(decodeURIComponent(dial.slice(4)).replace(EXTENSION, ' ext '));
  } catch {
    return '';
  }
}

/** What the clock and the calendar say of a row, or why that cannot be read. */
function timesOf(
  row: Row,
): { days: number[]; start: number; minutes: number; repeat?: Repeat } | 'day' | 'repeat' | 'start' | 'end' {
  const named = daysOf(row.day, 0);
  const repeat = repeatOf(row);
  if (named === null) return 'day';
  if (repeat === null) return 'repeat';
  const days = named.length === 0 && repeat?.kind === 'dates' ? [dayOfDate(repeat.dates[0]!)] : named;
  const rest = repeat ? { repeat } : {};
  if (days.length === 0) return { days, start: -1, minutes: 0, ...rest };
  const time = timeOf(row.start);
  if (Number.isNaN(time)) return 'start';
  const end = timeOf(row.end);
  if (Number.isNaN(end)) return 'end';
  const late = time === 1440;
  const start = time === null ? -1 : late ? 0 : time;
  const said = numberOf(row.minutes);
  const minutes =
    said !== null && said >= 0
      ? Math.min(Math.round(said), AROUND_THE_CLOCK)
      : start < 0
        ? 0
        : minutesBetween(start, end);
  return { days: late ? days.map(nextDay) : days, start, minutes, ...rest };
}

/** West of all zones it is twelve hours earlier than in UTC. */
const LAST_ZONE = 12 * 60;

/** The last day of a meeting on certain days, where that is over; else ''. */
function lastDay(
  { repeat, start, minutes }: { start: number; minutes: number; repeat?: Repeat },
  zone: string,
  now: Date,
): string {
  const last = repeat?.kind === 'dates' ? repeat.dates.at(-1)! : '';
  // Most are far from that, and a zone is not asked for them.
  if (last === '' || Date.parse(last) > +now + DAY) return '';
  // How long it takes is often not said; then it is over with the day.
  const end = start >= 0 && minutes > 0 ? start + minutes : AROUND_THE_CLOCK;
  const over = zone === '' ? toInstant('UTC', last, end + LAST_ZONE) : toInstant(zone, last, end);
  return over <= +now ? last : '';
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function simpleReader(
  list: FeedList,
  context: FeedContext,
): (row: unknown, index: number) => Meeting[] | Problem {
  const { around } = list;
  const text = textReader(false);
  const { line, lines } = text;
  const links = linkReader();
  const zoneOf = zoneReader(zoneReader(context.timezone)(around.timezone));
  const typesOf = typesReader(context.types, line);
  const keepPlace = placeKeeper(PLACE_KEYS, ['address', 'place'], (row) => placeOf(row, text));
  const idOf = uniqueIds();
  const group = line(around.group) || context.group;

  return (value, index) => {
    const row = rowOf(value);
    if (!row) return problem(index, '', 'not-a-meeting', value);
    const name = line(row.name);
    if (name === '') return problem(index, row.id, isEmpty(row) ? 'not-a-meeting' : 'no-name');
    const times = timesOf(row);
    if (times === 'day') return problem(index, name, 'bad-day', row.day);
    if (times === 'repeat') {
      return problem(index, name, 'bad-day', firstOf(row.dates ?? row.weeksOfMonth ?? row.every));
    }
    if (times === 'start' || times === 'end') return problem(index, name, 'bad-time', row[times]);

    const zone = zoneOf(row.timezone);
    const ended = lastDay(times, zone, context.now);
    if (ended !== '') return problem(index, name, 'ended', ended);

    const { days, start, minutes, repeat } = times;
    const place = keepPlace(row);
    const closed = row.closed === true;
    const link = links.webInText(row.join);
    const dialText = line(row.phone);
    const dial = dialOf(row.dial, dialText);
    const said = row.attendance === undefined ? null : listOfTexts(row.attendance, 3);
    const ways: Ways =
      said === null
        ? derivedWays({ place, join: link.url, dial, closed })
        : {
            inPerson: said.includes('in-person'),
            online: said.includes('online'),
            phone: said.includes('phone'),
          };
    const id = line(row.id) || madeUpId(name, days.join(' '), start, place?.name ?? '');
    const meeting: Meeting = {
      id: idOf(id),
      day: days[0] ?? 0,
      start,
      minutes,
      zone,
      group: line(row.group) || group,
      name,
      inPerson: ways.inPerson,
      online: ways.online,
      phone: ways.phone,
      closed,
      place,
      join: link.url,
      joinNotes: lines(row.joinNotes) || lines(link.rest),
      dial,
      dialText: dial === '' ? '' : dialText,
      dialNotes: lines(row.phoneNotes),
      types: typesOf(row.types),
      notes: lines(row.notes),
      homeGroup: line(row.homeGroup),
      homeGroupNotes: lines(row.homeGroupNotes),
      district: text.shared(row.district),
      url: links.web(row.url),
      website: links.web(row.website),
      feedback: links.feedback(row.feedback),
      keeper: text.shared(row.keeper),
      payments: paymentsOf(row.payments, links),
      updated: dateOf(row.updated),
      ...(repeat ? { repeat } : {}),
    };
    return onEachDay(meeting, days, id, idOf);
  };
}

export const simpleFormat: FeedFormat = {
  name: 'simple',
  recognise: ({ around }) => isOurs(around),
  reader: simpleReader,
};
