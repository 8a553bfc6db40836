import { metersBetween } from './distance.js';
import { fold } from './fold.js';
import { IN_PERSON, ONLINE, PHONE, type MeetingList } from './list.js';
import { DAYS, timeOfDay, TIMES, tokensOf, WAYS, type MeetingQuery, type Near } from './query.js';
import type { MeetingTimes } from './times.js';

/** What the columns say in words, so that a search finds it: folded, in the order of the columns. */
export interface Labels {
  /** Of the types of the list. */
  readonly types: readonly string[];
  /** Of the groups of the list: id and name. */
  readonly groups: readonly string[];
  /** Monday first. */
  readonly days: readonly string[];
  /** In person, online, by phone. */
  readonly ways: readonly string[];
  /** Words for today, such as "tonight", and for tomorrow. */
  readonly today?: string;
  readonly tomorrow?: string;
  /** Words that say nothing about a meeting: "in", "meetings". A phrase in quotes keeps them. */
  readonly skipped?: ReadonlySet<string>;
  /** Of a type that is a language, true: these are joined by "or". */
  readonly isLanguage: readonly boolean[];
}

/** How many meetings each choice would leave. For types: each added to those that are chosen. */
export interface Counts {
  /** In the order of {@link DAYS}. */
  readonly days: Uint32Array;
  /** In the order of {@link TIMES}. */
  readonly times: Uint32Array;
  /** In the order of {@link WAYS}. */
  readonly ways: Uint32Array;
  /** In the order of the list's own groups, regions, types. */
  readonly groups: Uint32Array;
  readonly regions: Uint32Array;
  readonly types: Uint32Array;
}

export interface Found {
  /** Numbers of the meetings, in the order in which they are shown. */
  readonly indices: Int32Array;
  readonly counts: Counts;
  /** Meters from the place that was asked for; NaN where a meeting has no position. Null without such a place. */
  readonly meters: Float32Array | null;
}

/** One bit for each kind of filter: those that a meeting does not pass. */
const TEXT = 1;
const DAY = 2;
const TIME = 4;
const WAY = 8;
const GROUP = 16;
const REGION = 32;
const TYPE = 64;
const LANGUAGE = 128;
const DISTANCE = 256;

const WAY_BITS = [IN_PERSON, ONLINE, PHONE] as const;
const TODAY = 0;
const TOMORROW = 1;
const APPOINTMENT = DAYS.indexOf('appointment');
/** Words that are shorter are only looked for in texts: "m" is no Monday. */
const LABEL_WORD = 3;

/** Whether a word of the label begins with the token. */
const says = (label: string, token: string): boolean =>
  label.startsWith(token) || label.includes(` ${token}`);

/** The path of a region, as a query names it. */
export function regionPath({ regions }: MeetingList, region: number): string {
  const names: string[] = [];
  for (let at = region; at >= 0; at = regions[at]!.parent) names.unshift(regions[at]!.name);
  return names.join(' > ');
}

/**
 * Finds meetings in a list: one pass over columns for all filters, and a text search whose result is kept while the
 * text stays, and narrowed while it grows.
 */
export class MeetingSearch {
  readonly #list: MeetingList;
  readonly #labels: Labels;
  #tokens: readonly string[] = [];
  /** Names of days are those of these times. */
  #times: MeetingTimes | null = null;
  /** 1 for each meeting that the text leaves. */
  #hits: Uint8Array | null = null;
  #near: Near | null = null;
  #meters: Float32Array | null = null;
  #order: { meters: Float32Array; times: MeetingTimes; order: Int32Array } | null = null;

  constructor(list: MeetingList, labels: Labels) {
    this.#list = list;
    this.#labels = labels;
  }

  find(query: MeetingQuery, times: MeetingTimes): Found {
    const list = this.#list;
    const hits = this.#searched(query.text, times);
    const meters = this.#measured(query.near);
    const days = DAYS.map((day) => query.days.includes(day));
    const anyDay = query.days.length === 0;
    const parts = TIMES.map((time) => query.times.includes(time));
    const anyTime = query.times.length === 0;
    const ways = WAYS.reduce((bits, way, at) => (query.ways.includes(way) ? bits | WAY_BITS[at]! : bits), 0);
    const groups = list.groups.map((group) => query.groups.includes(group));
    const anyGroup = query.groups.length === 0;
    const regions = query.regions.length > 0 ? this.#regionsIn(query.regions) : null;
    const chosen = list.types.map((type) => query.types.includes(type));
    const language = chosen.map((is, at) => is && this.#labels.isLanguage[at]!);
    const anyLanguage = !language.includes(true);
    // A type that no meeting has leaves none: a link may name one.
    const known = new Set(list.types);
    const lost = query.types.some((type) => !known.has(type));
    const wanted = chosen.filter((is, at) => is && !this.#labels.isLanguage[at]).length + (lost ? 1 : 0);
    const most = query.near?.meters ?? Infinity;

    const counts: Counts = {
      days: new Uint32Array(DAYS.length),
      times: new Uint32Array(TIMES.length),
      ways: new Uint32Array(WAYS.length),
      groups: new Uint32Array(list.groups.length),
      regions: new Uint32Array(list.regions.length),
      types: new Uint32Array(list.types.length),
    };
    const indices = new Int32Array(list.meetings.length);
    let size = 0;
    const { starts, day, date, minutes, today } = times;
    const order = meters !== null && query.sort === 'distance' ? this.#nearest(meters, times) : times.order;
    const { ways: wayOf, groupAt, placeAt, regionOfPlace, typeFrom, typeAt } = list;

    const { isLanguage } = this.#labels;

    for (let rank = 0; rank < order.length; rank++) {
      const i = order[rank]!;
      // Its last date is over.
      if (starts[i] === Infinity && list.meetings[i]!.repeat?.kind === 'dates') continue;
      const weekday = day[i]!;
      const onDay = weekday === 0 ? APPOINTMENT : weekday + 1;
      // What began on a day before and is not over, or is on a day behind ours, is today's.
      const near = weekday === 0 ? -1 : Math.max(0, date[i]! - today);
      const part = timeOfDay(minutes[i]!);
      const place = placeAt[i]!;
      const region = place < 0 ? -1 : regionOfPlace[place]!;
      let failed = hits === null || hits[i] ? 0 : TEXT;
      if (!anyDay && !days[onDay] && !(near === 0 && days[TODAY]) && !(near === 1 && days[TOMORROW]))
        failed |= DAY;
      if (!anyTime && (weekday === 0 || !parts[part])) failed |= TIME;
      if (ways !== 0 && (wayOf[i]! & ways) === 0) failed |= WAY;
      if (!anyGroup && !groups[groupAt[i]!]) failed |= GROUP;
      if (regions !== null && (region < 0 || !regions[region])) failed |= REGION;
      if (meters !== null && most !== Infinity && !(meters[i]! <= most)) failed |= DISTANCE;
      const first = typeFrom[i]!;
      const last = typeFrom[i + 1]!;
      if (wanted > 0 || !anyLanguage) {
        let types = 0;
        let spoken = anyLanguage;
        for (let at = first; at < last; at++) {
          const type = typeAt[at]!;
          if (!chosen[type]) continue;
          if (language[type]) spoken = true;
          else types++;
        }
        if (types < wanted) failed |= TYPE;
        if (!spoken) failed |= LANGUAGE;
      }

      if (failed === 0) indices[size++] = i;
      if ((failed & ~DAY) === 0) {
        counts.days[onDay]!++;
        if (near === 0) counts.days[TODAY]!++;
        if (near === 1) counts.days[TOMORROW]!++;
      }
      if ((failed & ~TIME) === 0 && weekday !== 0) counts.times[part]!++;
      if ((failed & ~WAY) === 0) {
        if (wayOf[i]! & IN_PERSON) counts.ways[0]!++;
        if (wayOf[i]! & ONLINE) counts.ways[1]!++;
        if (wayOf[i]! & PHONE) counts.ways[2]!++;
      }
      if ((failed & ~GROUP) === 0) counts.groups[groupAt[i]!]!++;
      if ((failed & ~REGION) === 0 && region >= 0) counts.regions[region]!++;
      if ((failed & ~LANGUAGE) === 0)
        for (let at = first; at < last; at++) {
          const type = typeAt[at]!;
          if (failed === 0 || isLanguage[type]) counts.types[type]!++;
        }
    }
    // What is in a region is in the one around it, which stands before it.
    for (let at = list.regions.length - 1; at >= 0; at--) {
      const { parent } = list.regions[at]!;
      if (parent >= 0) counts.regions[parent]! += counts.regions[at]!;
    }
    return { indices: indices.slice(0, size), counts, meters };
  }

  /** Numbers of the regions with these paths, and of all inside them, as flags. */
  #regionsIn(paths: readonly string[]): boolean[] {
    const { regions } = this.#list;
    const chosen: boolean[] = [];
    // A region comes after the one around it.
    for (let at = 0; at < regions.length; at++) {
      const { parent } = regions[at]!;
      chosen.push((parent >= 0 && chosen[parent]!) || paths.includes(regionPath(this.#list, at)));
    }
    return chosen;
  }

  #measured(near: Near | null): Float32Array | null {
    if (near === null) return null;
    if (this.#meters && this.#near?.latitude === near.latitude && this.#near.longitude === near.longitude)
      return this.#meters;
    const { places, placeAt } = this.#list;
    const ofPlace = places.map(({ position }) => (position ? metersBetween(position, near) : NaN));
    this.#near = near;
    return (this.#meters = Float32Array.from(placeAt, (place) => (place < 0 ? NaN : ofPlace[place]!)));
  }

  /** All meetings, the nearest first; those without a position last; equal ones as they start. Kept while nobody moves. */
  #nearest(meters: Float32Array, times: MeetingTimes): Int32Array {
    const known = this.#order;
    if (known?.meters === meters && known.times === times) return known.order;
    const { starts } = times;
    const far = meters.map((one) => (Number.isNaN(one) ? Infinity : one));
    const order = times.order
      .slice()
      // Infinity less Infinity is NaN, and so neither.
      .sort((a, b) => far[a]! - far[b]! || starts[a]! - starts[b]! || a - b);
    this.#order = { meters, times, order };
    return order;
  }

  /** Which meetings have all words of the text; null for a text without words. */
  #searched(text: string, times: MeetingTimes): Uint8Array | null {
    const tokens = this.#telling(tokensOf(fold(text)));
    const known = this.#tokens;
    const kept = this.#times === times ? this.#hits : null;
    this.#tokens = tokens;
    this.#times = times;
    if (tokens.length === 0) return (this.#hits = null);
    if (kept !== null && tokens.length === known.length && tokens.every((token, at) => token === known[at]))
      return kept;
    // A longer word finds fewer, except where it is only now long enough for labels.
    const grown = known.every(
      (word, at) =>
        tokens[at] === word || (word.length >= LABEL_WORD && (tokens[at]?.startsWith(word) ?? false)),
    );
    const before = grown ? kept : null;
    const hits = new Uint8Array(this.#list.meetings.length);
    const tests = tokens.map((token) => this.#test(token, times));
    for (let i = 0; i < hits.length; i++) {
      if (before !== null && !before[i]) continue;
      let all = 1;
      for (const test of tests)
        if (!test(i)) {
          all = 0;
          break;
        }
      hits[i] = all;
    }
    return (this.#hits = hits);
  }

  /** The words that say something; all of them, where none does. */
  #telling(tokens: readonly string[]): readonly string[] {
    const { skipped } = this.#labels;
    const telling = skipped ? tokens.filter((token) => !skipped.has(token)) : tokens;
    return telling.length > 0 ? telling : tokens;
  }

  #test(token: string, { day, date, today }: MeetingTimes): (i: number) => boolean {
    const list = this.#list;
    const { placeAt, typeFrom, typeAt, groupAt, ways } = list;
    const places = list.places.map((_, place) => list.textOfPlace(place).includes(token));
    const long = token.length >= LABEL_WORD;
    // "Women's" and "beginners" mean the types that are called women and beginner.
    const single = token.length > LABEL_WORD && token.endsWith('s') ? token.slice(0, -1) : token;
    const isNamed = (label: string): boolean => long && (says(label, token) || says(label, single));
    const named = (labels: readonly string[]): boolean[] => labels.map(isNamed);
    const types = named(this.#labels.types);
    const anyType = types.includes(true);
    // "NA" is short, and a name.
    const groups = this.#labels.groups.map((label, at) => list.groups[at] === token || isNamed(label));
    const anyGroup = groups.includes(true);
    const days = named(this.#labels.days);
    const anyDay = days.includes(true);
    const isToday = isNamed(this.#labels.today ?? '');
    const isTomorrow = isNamed(this.#labels.tomorrow ?? '');
    const bits = named(this.#labels.ways).reduce((sum, is, at) => (is ? sum | WAY_BITS[at]! : sum), 0);
    return (i) => {
      if (list.textOf(i).includes(token)) return true;
      const place = placeAt[i]!;
      if (place >= 0 && places[place]) return true;
      if (anyGroup && groups[groupAt[i]!]) return true;
      // The day that the row shows, which for a visitor elsewhere may be the one after.
      if (anyDay && days[day[i]! - 1]) return true;
      if (isToday && day[i]! > 0 && date[i]! <= today) return true;
      if (isTomorrow && day[i]! > 0 && date[i] === today + 1) return true;
      if ((ways[i]! & bits) !== 0) return true;
      if (anyType)
        for (let at = typeFrom[i]!; at < typeFrom[i + 1]!; at++) if (types[typeAt[at]!]) return true;
      return false;
    };
  }
}
