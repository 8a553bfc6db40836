import type { Place } from '../meetings/types.js';
import { numberOf } from './values.js';

export type Position = NonNullable<Place['position']>;

/**
 * A position as feeds give it. Null for none, and for what cannot be: 0, 0 lies in the sea and stands for "not known".
 * Latitude and longitude that changed places are put right where that is certain.
 */
export function positionOf(latitude: unknown, longitude: unknown): Position | null {
  const north = numberOf(latitude);
  const east = numberOf(longitude);
  if (north === null || east === null || (north === 0 && east === 0)) return null;
  // + 0: there is no −0 in JSON.
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return { latitude: north + 0, longitude: east + 0 };
  return Math.abs(north) <= 180 && Math.abs(east) <= 90 ? { latitude: east + 0, longitude: north + 0 } : null;
}

/**
 * A position in one text: `40.7,-73.9`; of four numbers, the corners of an area, it is the middle.
 * @returns `area`: there is no door at this position.
 */
export function positionOfText(value: unknown): { position: Position | null; area: boolean } {
  const numbers =
    typeof value === 'string' && value.length < 200 ? value.split(',').map((part) => numberOf(part)) : [];
  const [a = null, b = null, c = null, d = null] = numbers;
  if (numbers.length === 2) return { position: positionOf(a, b), area: false };
  if (numbers.length !== 4 || a === null || b === null || c === null || d === null) {
    return { position: null, area: false };
  }
  return { position: positionOf((a + c) / 2, (b + d) / 2), area: true };
}

const DIGIT = /\d/;
/** "10115 Berlin" of "10115 Berlin, Germany". */
const POSTCODE_FIRST = /^\s*\d{4,6}\s/;

/**
 * Whether an address on one line leads to a door: "20 Example St, Anytown, OK 12345, USA" does, "Anytown, OK 12345, USA"
 * and "Austin, TX, USA" do not. Four parts are a street and what it lies in; with fewer the first needs a number.
 */
export function isExact(address: string): boolean {
  const parts = address.split(',');
  if (parts.length >= 4) return true;
  return (
    parts.length >= 2 && DIGIT.test(parts[0]!) && !(parts.length === 2 && POSTCODE_FIRST.test(parts[0]!))
  );
}

/** Parts of an address on one line; what the part before says already is left out. */
export function addressLine(...parts: readonly string[]): string {
  let line = '';
  for (const part of parts) {
    if (part !== '' && !line.toLowerCase().includes(part.toLowerCase()))
      line += line === '' ? part : `, ${part}`;
  }
  return line;
}

/** Regions from the large to the small, without what is empty or said before. */
export function distinct(regions: readonly string[]): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const region of regions) {
    const key = region.toLowerCase();
    if (region === '' || seen.has(key)) continue;
    seen.add(key);
    found.push(region);
  }
  return found;
}

/** More levels are no regions. */
export const MOST_REGIONS = 10;
const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

const samePlace = (one: Place, other: Place): boolean =>
  one.name === other.name &&
  one.address === other.address &&
  one.city === other.city &&
  one.postcode === other.postcode &&
  one.exact === other.exact &&
  one.notes === other.notes &&
  one.position?.latitude === other.position?.latitude &&
  one.position?.longitude === other.position?.longitude &&
  sameTexts(one.regions, other.regions);

/** Whether there is anything in it that tells where. */
function saysSomething({ name, address, city, postcode, regions, position, notes }: Place): boolean {
  return (
    name !== '' ||
    address !== '' ||
    city !== '' ||
    postcode !== '' ||
    regions.length > 0 ||
    position !== null ||
    notes !== ''
  );
}

type Row = Readonly<Record<string, unknown>>;

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.length <= MOST_REGIONS && one.every((item, index) => item === other[index]);
}

/** Places that are compared before one is taken for new; of a true list two or three look alike. */
const MOST_ALIKE = 8;

/** Puts a value to those that look alike. */
function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

/**
 * Keeps the places of one list: the same place is the same object, and is made once for rows that say the same.
 * @param keys What a place is made of.
 * @param telling Those of the keys that differ from place to place, the best first.
 */
export function placeKeeper(
  keys: readonly string[],
  telling: readonly string[],
  make: (row: Row) => Place,
): (row: Row) => Place | null {
  const byRow = new Map<unknown, { readonly values: readonly unknown[]; readonly place: Place | null }[]>();
  const byAddress = new Map<string, Place[]>();
  const keep = (made: Place): Place | null => {
    if (!saysSomething(made)) return null;
    const alike = listAt(byAddress, made.address || made.name || made.city);
    const same = alike.find((place) => samePlace(place, made));
    if (same === undefined && alike.length < MOST_ALIKE) alike.push(made);
    return same ?? made;
  };
  return (row) => {
    let mark: unknown;
    for (const key of telling) {
      mark = row[key];
      if (typeof mark === 'string' && mark !== '') break;
    }
    const alike = listAt(byRow, mark);
    for (const { values, place } of alike) {
      let at = 0;
      while (at < keys.length && sameValue(values[at], row[keys[at]!])) at++;
      if (at === keys.length) return place;
    }
    const place = keep(make(row));
    if (alike.length < MOST_ALIKE) alike.push({ values: keys.map((key) => row[key]), place });
    return place;
  };
}
