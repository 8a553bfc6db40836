import { fold } from './fold.js';
import type { Merged } from './merge.js';
import type { Meeting, Place } from './types.js';

export const IN_PERSON = 1;
export const ONLINE = 2;
export const PHONE = 4;

/** A region with the regions inside it. */
export interface Region {
  readonly name: string;
  /** Number of the region around it; −1 for none. */
  readonly parent: number;
  readonly children: number[];
}

/** Rows that are worked on before the browser may do something else. */
const SLICE = 1000;

/**
 * All meetings in columns, so that a filter is a loop over numbers: no object is made and no text is read again at a
 * keystroke. It is built in slices.
 */
export class MeetingList {
  readonly meetings: readonly Meeting[];
  /** Number of the feed of each meeting. */
  readonly feeds: readonly number[];
  /** {@link IN_PERSON}, {@link ONLINE}, {@link PHONE}. */
  readonly ways: Uint8Array;
  /** The fellowships, and the number of that of each meeting. */
  readonly groups: readonly string[] = [];
  readonly groupAt: Uint32Array;
  /** All types, and the numbers of those of meeting `i`, from `typeFrom[i]` to `typeFrom[i + 1]`. */
  readonly types: readonly string[] = [];
  readonly typeFrom: Uint32Array;
  typeAt: Uint32Array = new Uint32Array(0);
  /** All places, and the number of that of each meeting; −1 for none. */
  readonly places: readonly Place[] = [];
  readonly placeAt: Int32Array;
  /** All regions, and the smallest one of each place; −1 for none. */
  readonly regions: readonly Region[] = [];
  regionOfPlace: Int32Array = new Int32Array(0);

  /** Texts to search, folded; empty until {@link readTexts} has run. */
  #own: string[] = [];
  #ofPlace: string[] = [];

  private constructor({ meetings, feeds }: Merged) {
    this.meetings = meetings;
    this.feeds = feeds;
    this.ways = new Uint8Array(meetings.length);
    this.groupAt = new Uint32Array(meetings.length);
    this.typeFrom = new Uint32Array(meetings.length + 1);
    this.placeAt = new Int32Array(meetings.length).fill(-1);
  }

  /** Builds the columns; each step gives the browser a chance to do something else. */
  static *build(merged: Merged): Generator<void, MeetingList> {
    const list = new MeetingList(merged);
    const groups = new Numbers<string>(list.groups as string[]);
    const types = new Numbers<string>(list.types as string[]);
    const places = new Numbers<Place>(list.places as Place[]);
    const typeAt: number[] = [];
    for (let i = 0; i < list.meetings.length; i++) {
      if (i % SLICE === SLICE - 1) yield;
      const { group, place, inPerson, online, phone, types: own } = list.meetings[i]!;
      list.ways[i] = (inPerson ? IN_PERSON : 0) | (online ? ONLINE : 0) | (phone ? PHONE : 0);
      list.groupAt[i] = groups.of(group);
      if (place) list.placeAt[i] = places.of(place);
      own.forEach((type, at) => {
        if (own.indexOf(type) === at) typeAt.push(types.of(type));
      });
      list.typeFrom[i + 1] = typeAt.length;
    }
    // Not 16 bits: what no table knows is a type too, and a list may have more than 65,536 of those.
    list.typeAt = Uint32Array.from(typeAt);
    yield;
    list.#readRegions();
    return list;
  }

  /** Whether a search finds everything yet. */
  get hasTexts(): boolean {
    return this.#own.length === this.meetings.length;
  }

  /** Reads the texts that a search looks into; not needed for the first rows. */
  *readTexts(): Generator<void, void> {
    for (let i = this.#ofPlace.length; i < this.places.length; i++) {
      const { name, address, city, postcode, regions } = this.places[i]!;
      this.#ofPlace.push(fold(`${name}\n${address}\n${city}\n${postcode}\n${regions.join('\n')}`));
      if (i % SLICE === SLICE - 1) yield;
    }
    for (let i = this.#own.length; i < this.meetings.length; i++) {
      const { name, notes, homeGroup, homeGroupNotes, district } = this.meetings[i]!;
      const home = homeGroup === name ? '' : homeGroup;
      this.#own.push(fold(`${name}\n${notes}\n${home}\n${homeGroupNotes}\n${district}`));
      if (i % SLICE === SLICE - 1) yield;
    }
  }

  textOf(i: number): string {
    return this.#own[i] ?? '';
  }

  textOfPlace(place: number): string {
    return this.#ofPlace[place] ?? '';
  }

  /** Numbers of the other meetings at the same address. */
  inSamePlace(i: number): number[] {
    const place = this.placeAt[i]!;
    const found: number[] = [];
    if (place < 0 || !this.places[place]!.exact) return found;
    // Two rows of one building may tell different ways to the door.
    const { address } = this.places[place]!;
    const same = this.places.map(
      (other, at) => at === place || (address !== '' && other.address === address),
    );
    for (let other = 0; other < this.placeAt.length; other++)
      if (other !== i && this.placeAt[other]! >= 0 && same[this.placeAt[other]!]) found.push(other);
    return found;
  }

  #readRegions(): void {
    const regions = this.regions as Region[];
    const byPath = new Map<string, number>();
    this.regionOfPlace = Int32Array.from(this.places, ({ regions: path, city }) => {
      let parent = -1;
      let key = '';
      for (const name of path.length > 0 ? path : city ? [city] : []) {
        key += `\n${fold(name)}`;
        let number = byPath.get(key);
        if (number === undefined) {
          number = regions.push({ name, parent, children: [] }) - 1;
          byPath.set(key, number);
          if (parent >= 0) regions[parent]!.children.push(number);
        }
        parent = number;
      }
      return parent;
    });
  }
}

/** Gives each value a number, in the order in which they come. */
class Numbers<T> {
  readonly #values: T[];
  readonly #numbers = new Map<T, number>();

  constructor(values: T[]) {
    this.#values = values;
  }

  of(value: T): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }
}

const keyOf = (list: MeetingList, i: number): string => `${list.feeds[i]} ${list.meetings[i]!.id}`;

/** The numbers that some meetings of an old list have in a new one. */
export function renumbered(
  before: MeetingList,
  after: MeetingList,
  indices: ReadonlySet<number>,
): ReadonlySet<number> {
  if (indices.size === 0) return indices;
  const keys = new Set(Array.from(indices, (i) => keyOf(before, i)));
  const found = new Set<number>();
  for (let i = 0; i < after.meetings.length; i++) if (keys.has(keyOf(after, i))) found.add(i);
  return found;
}
