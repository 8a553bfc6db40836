import type { Meeting, Place, Repeat } from '../meetings/types.js';
import { dayNumberOf, weekdayOf } from '../schedule/days.js';
import { linkReader, type LinkReader } from './link.js';
import { isExact, placeKeeper, positionOf } from './place.js';
import { madeUpId, onEachDay, problem, rowOf, uniqueIds, type Row } from './rows.js';
import { textReader, withoutLast, type TextReader } from './text.js';
import { BOUNDS, type FeedContext, type FeedFormat, type FeedList, type Problem } from './types.js';
import { dateOf, zoneReader } from './values.js';

/** An event of a calendar, as src/calendar-tools.ts reads it: plain values, and each series worked out. */
export interface CalendarEntry {
  /** Its id in the calendar; a single day of a series that is unlike the others has that day behind it. */
  readonly uid: string;
  readonly title: string;
  /** May hold tags. */
  readonly description: string;
  readonly location: string;
  readonly url: string;
  /** Link of a video call that the calendar made itself, or ''. */
  readonly conference: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly categories: readonly string[];
  /** IANA name of the zone of the clock, or ''. */
  readonly zone: string;
  /** Minutes after midnight; −1: all day. */
  readonly start: number;
  /** 0: not known. */
  readonly minutes: number;
  /** Each week, on the same weekdays, without an exception that is near. */
  readonly weekly: boolean;
  /** Of a weekly one; Monday is 1. */
  readonly weekdays: readonly number[];
  /** The days to come on which it takes place, `YYYY-MM-DD`, in order; of what comes later only the first. None: over. */
  readonly dates: readonly string[];
  /** `YYYY-MM-DD`, or ''. */
  readonly updated: string;
}

/** Where people meet by video, so that a link there is no page about the group. */
const MEETING_HOST =
  /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|gotomeet\.me|gotomeeting\.com|goto\.com|meet\.jit\.si|whereby\.com|bluejeans\.com|skype\.com|discord\.gg|freeconferencecall\.com|zoho\.com|dialpad\.com|bigbluebutton\.org)\/[^\s<>"]*/i;
/** Written in the field for a place where there is none: such words, and no others. */
const NO_BUILDING =
  /^(?:[\s:,.–-]*(?:an?|only|meetings?|call|conference|link|id|room|event|google|microsoft|online|virtual|zoom|web|internet|video|skype|meet|teams|webex|phone|telephone|en línea|virtuell)(?![\p{L}\p{N}]))+[\s:,.–-]*$/iu;
const ONLINE =
  /\b(?:online|virtual|zoom|web|internet|video|skype|meet|teams|webex|phone|telephone|virtuell)\b|en línea/i;
const LINK = /https?:\/\/[^\s<>"]+/i;
const LINKS = new RegExp(LINK, 'gi');
/** They end the sentence, not the address. */
const LAST_STOPS = '.,;:!?)]}';
const AMPERSAND = /&amp;/g;
const DIGIT = /\d/;
/** More meetings of one event than days in a week cannot be. */
const WEEK = 7;

/** Longer is no address that people use. */
const LONGEST_LINK = 2_000;

const isNoBuilding = (text: string): boolean => ONLINE.test(text) && NO_BUILDING.test(text);

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, BOUNDS.text * 4).replace(AMPERSAND, '&') : '';

function placeOf(row: Row, { line }: TextReader): Place {
  const whole = line(textIn(row.location).replace(LINKS, ' '));
  const address = isNoBuilding(whole) ? '' : whole;
  const comma = address.indexOf(',');
  // Calendars write "St Mark's Church, 5 Example St, Anytown"; a first part without a number is the building.
  const named =
    comma > 0
      ? !DIGIT.test(address.slice(0, comma)) && DIGIT.test(address.slice(comma))
      : !DIGIT.test(address);
  return {
    name: named ? (comma > 0 ? address.slice(0, comma) : address) : '',
    address: !named ? address : comma > 0 ? address.slice(comma + 1).trim() : '',
    city: '',
    postcode: '',
    regions: [],
    position: positionOf(row.latitude, row.longitude),
    exact: address !== '' && (named || isExact(address)),
    notes: '',
  };
}

/** Which link leads into the meeting: one to a known host, else any where there is no place to go to. */
function linksOf(
  row: Row,
  hasPlace: boolean,
  links: LinkReader,
): { readonly join: string; readonly url: string } {
  const conference = textIn(row.conference);
  const location = textIn(row.location);
  const description = textIn(row.description);
  const url = links.web(textIn(row.url));
  const first = (text: string, pattern: RegExp): string => {
    const found = pattern.exec(text)?.[0] ?? '';
    return found.length > LONGEST_LINK ? '' : links.web(withoutLast(found, LAST_STOPS));
  };
  const join =
    [conference, location, description, url]
      .map((text) => first(text, MEETING_HOST))
      .find((one) => one !== '') ??
    (first(conference, LINK) || first(location, LINK) || (hasPlace ? '' : url || first(description, LINK)));
  return { join, url: url === join ? '' : url };
}

const datesOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? (value.slice(0, 1_000) as unknown[]).filter(
        (date): date is string => typeof date === 'string' && !Number.isNaN(dayNumberOf(date)),
      )
    : [];

const wholeNumber = (value: unknown, least: number, most: number, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;

function icalendarReader(
  _list: FeedList,
  context: FeedContext,
): (row: unknown, index: number) => Meeting[] | Problem {
  const text = textReader(true);
  const { line, lines } = text;
  const links = linkReader();
  const zoneOf = zoneReader(context.timezone);
  const idOf = uniqueIds();
  const keepPlace = placeKeeper(['location', 'latitude', 'longitude'], ['location'], (row) =>
    placeOf(row, text),
  );

  const typesOf = (categories: unknown): string[] => {
    const ids = new Set<string>();
    if (!Array.isArray(categories)) return [];
    for (const category of categories.slice(0, BOUNDS.types) as unknown[]) {
      // What is no type is an editor's own label, such as "Meetings" or a colour.
      const id = context.types.byName(line(category));
      if (id !== undefined) ids.add(id);
    }
    return [...ids];
  };

  return (value, index) => {
    const row = rowOf(value);
    if (!row) return problem(index, '', 'not-a-meeting', value);
    const name = line(row.title);
    if (name === '') return problem(index, row.uid, 'no-name');
    const dates = datesOf(row.dates);
    const weekdays =
      row.weekly === true && Array.isArray(row.weekdays)
        ? (row.weekdays as unknown[]).slice(0, WEEK).filter((day) => wholeNumber(day, 1, WEEK, 0) > 0)
        : [];
    if (dates.length === 0 && weekdays.length === 0) return problem(index, name, 'ended');
    const days = weekdays.length > 0 ? (weekdays as number[]) : [weekdayOf(dayNumberOf(dates[0]!))];
    const repeat: Repeat | null = weekdays.length > 0 ? null : { kind: 'dates', dates };

    const place = keepPlace(row);
    const { join, url } = linksOf(row, place !== null, links);
    const start = wholeNumber(row.start, 0, 1439, -1);
    const id = line(row.uid) || madeUpId(name, days.join(' '), start, place?.name ?? '');
    const meeting: Meeting = {
      id: idOf(id),
      day: days[0]!,
      start,
      minutes: start < 0 ? 0 : wholeNumber(row.minutes, 0, 1440, 0),
      zone: zoneOf(row.zone),
      group: context.group,
      name,
      inPerson: place !== null,
      online: join !== '' || (place === null && isNoBuilding(line(row.location))),
      phone: false,
      closed: false,
      place,
      join,
      joinNotes: '',
      dial: '',
      dialText: '',
      dialNotes: '',
      types: typesOf(row.categories),
      notes: lines(row.description),
      homeGroup: '',
      homeGroupNotes: '',
      district: '',
      url,
      website: '',
      feedback: '',
      keeper: '',
      payments: [],
      updated: dateOf(row.updated),
      ...(repeat ? { repeat } : {}),
    };
    return onEachDay(meeting, days, id, idOf);
  };
}

export const icalendarFormat: FeedFormat = {
  name: 'icalendar',
  recognise: ({ around }) => around.calendar === true,
  reader: icalendarReader,
};
