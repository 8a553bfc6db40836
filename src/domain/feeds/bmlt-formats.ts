import { listOfTexts, rowOf, typeReader, type Row } from './rows.js';
import { shortened, type TextReader } from './text.js';
import { BOUNDS, type FeedContext } from './types.js';

/** What the formats of a meeting say. */
export interface Formats {
  /** Types of the meeting, as ids. */
  readonly ids: readonly string[];
  readonly virtual: boolean;
  readonly hybrid: boolean;
  readonly closed: boolean;
}

type Venue = 'virtual' | 'hybrid' | 'closed';

/** Formats that tell how one can go, by world id, and by key where a server has none: VM, HY, TC are the usual ones. */
const VENUES: ReadonlyMap<string, Venue> = new Map([
  ['VM', 'virtual'],
  ['HYBR', 'hybrid'],
  ['HY', 'hybrid'],
  ['TC', 'closed'],
]);
/** Says that a language is meant, not which. */
const ANY_LANGUAGE = 'LANG';

/** More formats than any server has. */
const MOST_FORMATS = 20_000;

interface Format {
  readonly type: string;
  readonly venue: Venue | undefined;
}

/** One entry of `formats`, as a server sends it. */
function formatOf(row: Row, context: FeedContext, line: TextReader['line']): Format {
  const worldId = shortened(row.world_id).toUpperCase();
  const key = shortened(row.key_string);
  const name = line(row.name_string) || key;
  const venue = VENUES.get(worldId) ?? (worldId === '' ? VENUES.get(key.toUpperCase()) : undefined);
  const known = worldId === '' || worldId === ANY_LANGUAGE ? undefined : context.types.byWorldId(worldId);
  return { venue, type: known ?? (name === '' ? '' : (context.types.byName(name) ?? `=${name}`)) };
}

/**
 * Reads the formats of meetings: joined to the list of formats that came with them, or by their keys.
 * @param formats What stands beside the meetings: each id once per language, with another key and name in each.
 */
export function formatsReader(
  formats: unknown,
  context: FeedContext,
  line: TextReader['line'],
): (ids: unknown, keys: unknown) => Formats {
  const byId = new Map<string, Format>();
  const byKey = new Map<string, Format>();
  const rows = (Array.isArray(formats) ? (formats as unknown[]).slice(0, MOST_FORMATS) : [])
    .map(rowOf)
    .filter((row) => row !== null);
  const english = rows.filter((row) => row.lang === 'en');
  // The names that the tables know are English: whichever language comes first, that one wins.
  for (const row of [...english, ...rows.filter((row) => row.lang !== 'en')]) {
    const id = shortened(row.id);
    const format = byId.get(id) ?? formatOf(row, context, line);
    if (id !== '' && !byId.has(id)) byId.set(id, format);
    const key = shortened(row.key_string);
    if (key !== '' && !byKey.has(key)) byKey.set(key, format);
  }

  const typeOfCode = typeReader(context.types, line);
  const ofKey = (key: string): Format =>
    byKey.get(key) ?? { venue: VENUES.get(key.toUpperCase()), type: typeOfCode(key) };

  const known = new Map<string, Formats>();
  return (idList, keyList) => {
    const raw = `${typeof idList === 'string' ? idList : ''} ${typeof keyList === 'string' ? keyList : ''}`;
    let found = known.get(raw);
    if (found === undefined) {
      const ids = listOfTexts(idList, BOUNDS.types);
      const keys = listOfTexts(keyList, BOUNDS.types);
      const joined = ids.map((id) => byId.get(id));
      // A server that lacks a translation leaves ids out; its keys are whole.
      const whole = joined.length >= keys.length && joined.every((format) => format !== undefined);
      const used = whole ? joined.filter((format) => format !== undefined) : keys.map(ofKey);
      const venues = new Set(used.map(({ venue }) => venue));
      const types = used
        .filter(({ venue, type }) => venue === undefined && type !== '')
        .map(({ type }) => type);
      found = {
        ids: [...new Set(types)],
        virtual: venues.has('virtual'),
        hybrid: venues.has('hybrid'),
        closed: venues.has('closed'),
      };
      known.set(raw, found);
    }
    return found;
  };
}
