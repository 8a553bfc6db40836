import { regionPath } from './find.js';
import type { MeetingList } from './list.js';
import { CHOICES, DAYS, TIMES, WAYS, type Choice, type MeetingQuery } from './query.js';

/** The part of an address for each kind of filter. Typed words and places are never part of one. */
const NAMES: Readonly<Record<Choice, string>> = {
  days: 'meeting-day',
  times: 'meeting-time',
  ways: 'meeting-way',
  groups: 'meeting-group',
  regions: 'meeting-area',
  types: 'meeting-type',
};
const KNOWN: Partial<Record<Choice, readonly string[]>> = { days: DAYS, times: TIMES, ways: WAYS };
/** Values of one kind that a link may hold, and their length. */
const MOST = 20;
const LONGEST = 100;

/** The filters that an address names; null for none. Whatever is no filter is left out. */
export function queryInUrl(address: string): Partial<MeetingQuery> | null {
  const { searchParams } = new URL(address);
  const query: Partial<Record<Choice, readonly string[]>> = {};
  for (const choice of CHOICES) {
    const known = KNOWN[choice];
    const values = [...new Set(searchParams.getAll(NAMES[choice]))]
      .filter((value) => value !== '' && value.length <= LONGEST && (!known || known.includes(value)))
      .slice(0, MOST);
    if (values.length > 0) query[choice] = values;
  }
  return Object.keys(query).length > 0 ? (query as Partial<MeetingQuery>) : null;
}

/** A kind and a value as one text: no kind has a space in it. */
const keyOf = (choice: Choice, value: string): string => `${choice} ${value}`;

/** The filter in one part of an address, as {@link keyOf} says it; null for what is none. */
function filterIn(part: string): string | null {
  const [entry] = new URLSearchParams(part);
  const choice = entry && CHOICES.find((one) => NAMES[one] === entry[0]);
  return choice ? keyOf(choice, entry[1]) : null;
}

/**
 * The same address with these filters. Everything else stays as it is written, letter by letter: the server of the page
 * may tell `?flag` from `?flag=`, and `%20` from `+`.
 */
export function urlWithQuery(address: string, query: MeetingQuery): string {
  const [, page, search, hash] = /^([^?#]*)(\?[^#]*)?(.*)$/s.exec(address)!;
  const parts = search === undefined ? [] : search.slice(1).split('&');
  const missing = new Map(
    CHOICES.flatMap((choice) =>
      query[choice].map((value): [string, string] => [
        keyOf(choice, value),
        new URLSearchParams([[NAMES[choice], value]]).toString(),
      ]),
    ),
  );
  const kept = parts.filter((part) => {
    const filter = filterIn(part);
    return filter === null || missing.delete(filter);
  });
  if (kept.length === parts.length && missing.size === 0) return address;
  const all = [...kept, ...missing.values()];
  return page! + (all.length > 0 ? `?${all.join('&')}` : '') + hash!;
}

/**
 * The query without the types, groups and regions that a list does not have: a link may name anything, and its words
 * would stand in the page as if they were the page's own. The same object where it has them all.
 */
export function knownOnly(query: MeetingQuery, list: MeetingList): MeetingQuery {
  const { types, groups, regions } = query;
  if (types.length + groups.length + regions.length === 0) return query;
  const paths = regions.length > 0 ? new Set(list.regions.map((_, at) => regionPath(list, at))) : null;
  const known = {
    types: types.filter((type) => list.types.includes(type)),
    groups: groups.filter((group) => group !== '' && list.groups.includes(group)),
    regions: regions.filter((path) => paths!.has(path)),
  };
  const hasAll =
    known.types.length === types.length &&
    known.groups.length === groups.length &&
    known.regions.length === regions.length;
  return hasAll ? query : { ...query, ...known };
}
