import type { Position } from './distance.js';
import { fold } from './fold.js';
import type { MeetingList } from './list.js';

/** A town, postcode or region of the lists themselves: nobody outside is asked where it lies. */
export interface KnownPlace extends Position {
  readonly name: string;
  /** The name, folded. */
  readonly key: string;
  /** How many places to meet it has. */
  readonly size: number;
}

/** Digits of a postcode that are a place of their own: "95112" and "95112-1234" are one. */
const ZIP = /^(\d{5})-\d{4}$/;

/** Places to meet in a field of one degree by one: what is summed up. */
interface Field {
  latitude: number;
  longitude: number;
  size: number;
}

interface Named {
  readonly name: string;
  readonly key: string;
  /** The number of its first field, and that field: most names have no other, and need no map. */
  readonly at: number;
  readonly first: Field;
  fields: Map<number, Field> | null;
  /** The last place that was counted, by its number. */
  last: number;
}

/** Places that are counted before the browser may do something else. */
const SLICE = 1000;

/** Fields from one to the one north of it. */
const ROW = 1000;
const fieldOf = ({ latitude, longitude }: Position): number =>
  Math.floor(latitude) * ROW + Math.floor(longitude);

function add(named: Named, at: number, { latitude, longitude }: Position): void {
  let field = at === named.at ? named.first : named.fields?.get(at);
  if (!field) {
    field = { latitude: 0, longitude: 0, size: 0 };
    named.fields ??= new Map([[named.at, named.first]]);
    named.fields.set(at, field);
  }
  field.latitude += latitude;
  field.longitude += longitude;
  field.size++;
}

/** The middle of the field with most places and those around it; of two that are even, the first. */
function middle({ name, key, first, fields }: Named): KnownPlace {
  let { size, latitude, longitude } = first;
  if (fields !== null) {
    let fullest = 0;
    let most = 0;
    for (const [field, one] of fields) if (one.size > most) [fullest, most] = [field, one.size];
    size = latitude = longitude = 0;
    for (const north of [-ROW, 0, ROW])
      for (const east of [-1, 0, 1]) {
        const field = fields.get(fullest + north + east);
        if (!field) continue;
        latitude += field.latitude;
        longitude += field.longitude;
        size += field.size;
      }
  }
  return { name, key, size, latitude: latitude / size, longitude: longitude / size };
}

/** Whether any place of the list is known to be somewhere: then somebody can ask what is near. */
export const hasPlaces = (list: MeetingList): boolean =>
  list.places.some(({ position }) => position !== null);

/**
 * The towns, postcodes and regions that meetings in person name, each in the middle of its meetings. Of towns with the
 * same name far apart it is the one with most meetings, and never a point between them; so too for a region of
 * hundreds of kilometers. It works in slices: tens of thousands of names take some tenths of a second.
 */
export function* readingPlaces(list: MeetingList): Generator<void, KnownPlace[]> {
  const byKey = new Map<string, Named>();
  // As they are written: the same town is folded once. Null for a name without a letter.
  const byName = new Map<string, Named | null>();
  const count = (name: string, place: number, position: Position, at: number): void => {
    if (name === '') return;
    let named = byName.get(name);
    if (named === undefined) {
      const key = fold(name).trim();
      named = key === '' ? null : (byKey.get(key) ?? null);
      if (named === null && key !== '') {
        const first: Field = { latitude: 0, longitude: 0, size: 0 };
        named = { name: name.trim(), key, at, first, fields: null, last: -1 };
        byKey.set(key, named);
      }
      byName.set(name, named);
    }
    // A town is often its own region, in capital letters.
    if (named === null || named.last === place) return;
    named.last = place;
    add(named, at, position);
  };
  for (let place = 0; place < list.places.length; place++) {
    if (place % SLICE === SLICE - 1) yield;
    const { position, city, postcode, regions } = list.places[place]!;
    if (position === null) continue;
    const at = fieldOf(position);
    count(city, place, position, at);
    count(postcode.length === 10 ? postcode.replace(ZIP, '$1') : postcode, place, position, at);
    for (const region of regions) count(region, place, position, at);
  }
  const places: KnownPlace[] = [];
  for (const named of byKey.values()) if (places.push(middle(named)) % SLICE === 0) yield;
  yield;
  return places.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** The place that somebody typed: the same name, else the greatest one that begins so; null for none. */
export function placeNamed(places: readonly KnownPlace[], typed: string): KnownPlace | null {
  const name = fold(typed).trim();
  if (name === '') return null;
  return places.find(({ key }) => key === name) ?? places.find(({ key }) => key.startsWith(name)) ?? null;
}
