import type { Position } from './distance.js';
import { fold } from './fold.js';
import type { MeetingList } from './list.js';

/** A town, postcode or region of the lists themselves: nobody outside is asked where it lies. */
export interface KnownPlace extends Position {
  readonly name: string;
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
  readonly fields: Map<number, Field>;
}

/** Fields from one to the one north of it. */
const ROW = 1000;
const fieldOf = ({ latitude, longitude }: Position): number =>
  Math.floor(latitude) * ROW + Math.floor(longitude);

/** The middle of the field with most places and those around it; of two that are even, the first. */
function middle({ name, fields }: Named): KnownPlace {
  let fullest = 0;
  let most = 0;
  for (const [field, { size }] of fields) if (size > most) [fullest, most] = [field, size];
  const sum: Field = { latitude: 0, longitude: 0, size: 0 };
  for (const north of [-ROW, 0, ROW])
    for (const east of [-1, 0, 1]) {
      const field = fields.get(fullest + north + east);
      if (!field) continue;
      sum.latitude += field.latitude;
      sum.longitude += field.longitude;
      sum.size += field.size;
    }
  const { size } = sum;
  return { name, size, latitude: sum.latitude / size, longitude: sum.longitude / size };
}

/**
 * The towns, postcodes and regions that meetings in person name, each in the middle of its meetings. Of towns with the
 * same name far apart it is the one with most meetings, and never a point between them; so too for a region of
 * hundreds of kilometers.
 */
export function knownPlaces(list: MeetingList): KnownPlace[] {
  const byName = new Map<string, Named>();
  for (const { position, city, postcode, regions } of list.places) {
    if (position === null) continue;
    const field = fieldOf(position);
    const keys = new Set<string>();
    for (const name of [city, postcode.replace(ZIP, '$1'), ...regions]) {
      const key = fold(name).trim();
      // A town is often its own region, in capital letters.
      if (key === '' || keys.has(key)) continue;
      keys.add(key);
      let named = byName.get(key);
      if (!named) byName.set(key, (named = { name: name.trim(), fields: new Map<number, Field>() }));
      const sum = named.fields.get(field);
      if (sum) {
        sum.latitude += position.latitude;
        sum.longitude += position.longitude;
        sum.size++;
      } else named.fields.set(field, { ...position, size: 1 });
    }
  }
  return Array.from(byName.values(), middle).sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
}

/** The place that somebody typed: the same name, else the greatest one that begins so; null for none. */
export function placeNamed(places: readonly KnownPlace[], typed: string): KnownPlace | null {
  const name = fold(typed).trim();
  if (name === '') return null;
  return (
    places.find((place) => fold(place.name) === name) ??
    places.find((place) => fold(place.name).startsWith(name)) ??
    null
  );
}
