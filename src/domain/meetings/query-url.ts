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

/** The same address with these filters, and everything else as it was. */
export function urlWithQuery(address: string, query: MeetingQuery): string {
  const url = new URL(address);
  for (const choice of CHOICES) {
    url.searchParams.delete(NAMES[choice]);
    for (const value of query[choice]) url.searchParams.append(NAMES[choice], value);
  }
  return url.href;
}
