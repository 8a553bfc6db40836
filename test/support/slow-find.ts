import { metersBetween } from '../../src/domain/meetings/distance.js';
import type { Labels } from '../../src/domain/meetings/find.js';
import { fold } from '../../src/domain/meetings/fold.js';
import type { MeetingList } from '../../src/domain/meetings/list.js';
import { DAYS, TIMES, WAYS, type MeetingQuery } from '../../src/domain/meetings/query.js';
import type { MeetingTimes } from '../../src/domain/meetings/times.js';

type Kind = 'text' | 'days' | 'times' | 'ways' | 'groups' | 'regions' | 'types' | 'languages' | 'near';

/** Words and phrases, by hand instead of by an expression. */
function tokens(text: string): string[] {
  const found: string[] = [];
  fold(text)
    .replaceAll(/[“”]/g, '"')
    .split('"')
    .forEach((part, at) => found.push(...(at % 2 === 1 ? [part.trim()] : part.split(/\s+/))));
  return found.filter((token) => token !== '');
}

/** Paths of a region and of all around it. */
const pathsOf = (regions: readonly string[]): string[] =>
  regions.map((_, at) => regions.slice(0, at + 1).join(' > '));
const same = (a: string, b: string): boolean => fold(a) === fold(b);

/** What a search is to find, and its counts, meeting by meeting and word by word. */
export function slowlyFound(
  list: MeetingList,
  labels: Labels,
  times: MeetingTimes,
  query: MeetingQuery,
): { indices: number[]; counts: Record<string, number[]> } {
  const { meetings } = list;
  const isLanguage = (type: string): boolean => type.startsWith('lang-') && list.types.includes(type);
  const regionsOf = (i: number): string[] => {
    const { regions = [], city = '' } = meetings[i]!.place ?? {};
    return pathsOf(regions.length > 0 ? regions : city === '' ? [] : [city]);
  };
  /** The paths as the list writes them: the first to name a region gives it its name. */
  const paths = list.regions.map((_, at) => {
    const names: string[] = [];
    for (let one = at; one >= 0; one = list.regions[one]!.parent) names.unshift(list.regions[one]!.name);
    return names.join(' > ');
  });

  const daysOf = (i: number): string[] => {
    if (times.day[i] === 0) return ['appointment'];
    const ahead = times.date[i]! - times.today;
    const day = String(times.day[i]);
    return ahead <= 0 ? ['today', day] : ahead === 1 ? ['tomorrow', day] : [day];
  };
  const timesOf = (i: number): string[] => {
    if (times.day[i] === 0) return [];
    const hour = Math.floor(times.minutes[i]! / 60);
    if (hour < 5 || hour >= 22) return ['night'];
    return [hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'];
  };
  const waysOf = (i: number): string[] => {
    const { inPerson, online, phone } = meetings[i]!;
    return WAYS.filter((_, at) => [inPerson, online, phone][at]);
  };
  const meters = (i: number): number => {
    const position = meetings[i]!.place?.position;
    return position && query.near ? Math.fround(metersBetween(position, query.near)) : NaN;
  };

  const hasToken = (i: number, token: string): boolean => {
    const { name, notes, homeGroup, homeGroupNotes, district, place, group, types } = meetings[i]!;
    const texts = [name, notes, homeGroup, homeGroupNotes, district];
    if (place) texts.push(place.name, place.address, place.city, place.postcode, ...place.regions);
    if (texts.some((text) => fold(text).includes(token))) return true;
    if (group !== '' && group === token) return true;
    if (token.length < 3) return false;
    const named = [
      labels.groups[list.groups.indexOf(group)]!,
      ...types.map((type) => labels.types[list.types.indexOf(type)]!),
      ...waysOf(i).map((way) => labels.ways[(WAYS as readonly string[]).indexOf(way)]!),
    ];
    if (times.day[i]! > 0) {
      named.push(labels.days[times.day[i]! - 1]!);
      if (daysOf(i).includes('today')) named.push(labels.today ?? '');
      if (daysOf(i).includes('tomorrow')) named.push(labels.tomorrow ?? '');
    }
    const single = token.length > 3 && token.endsWith('s') ? token.slice(0, -1) : token;
    return named.some((label) => [token, single].some((word) => ` ${label}`.includes(` ${word}`)));
  };

  const telling = (all: readonly string[]): readonly string[] => {
    const left = all.filter((token) => !labels.skipped?.has(token));
    return left.length > 0 ? left : all;
  };

  const any = (chosen: readonly string[], own: readonly string[]): boolean =>
    chosen.length === 0 || chosen.some((one) => own.includes(one));
  const passes: Record<Kind, (i: number) => boolean> = {
    text: (i) => telling(tokens(query.text)).every((token) => hasToken(i, token)),
    days: (i) => any(query.days, daysOf(i)),
    times: (i) => any(query.times, timesOf(i)),
    ways: (i) => any(query.ways, waysOf(i)),
    groups: (i) => any(query.groups, [meetings[i]!.group]),
    regions: (i) =>
      query.regions.length === 0 ||
      query.regions.some((path) => paths.includes(path) && regionsOf(i).some((own) => same(own, path))),
    types: (i) => query.types.every((type) => isLanguage(type) || meetings[i]!.types.includes(type)),
    languages: (i) => any(query.types.filter(isLanguage), meetings[i]!.types),
    near: (i) => query.near === null || query.near.meters === Infinity || meters(i) <= query.near.meters,
  };
  const passesAllBut = (i: number, but: Kind | null): boolean =>
    (Object.keys(passes) as Kind[]).every((kind) => kind === but || passes[kind](i));

  const all = meetings
    .map((_, i) => i)
    .filter((i) => times.starts[i] !== Infinity || meetings[i]!.repeat?.kind !== 'dates');
  const count = (but: Kind | null, has: (i: number) => boolean): number =>
    all.filter((i) => passesAllBut(i, but) && has(i)).length;
  const start = (i: number): number => Math.min(times.starts[i]!, Number.MAX_VALUE);
  const far = (i: number): number => (Number.isNaN(meters(i)) ? Number.MAX_VALUE : meters(i));
  const byTime = (a: number, b: number): number => start(a) - start(b) || a - b;
  const indices = all.filter((i) => passesAllBut(i, null)).sort(byTime);
  if (query.sort === 'distance' && query.near) indices.sort((a, b) => far(a) - far(b) || byTime(a, b));
  return {
    indices,
    counts: {
      days: DAYS.map((day) => count('days', (i) => daysOf(i).includes(day))),
      times: TIMES.map((time) => count('times', (i) => timesOf(i).includes(time))),
      ways: WAYS.map((way) => count('ways', (i) => waysOf(i).includes(way))),
      groups: list.groups.map((group) => count('groups', (i) => meetings[i]!.group === group)),
      regions: paths.map((path) => count('regions', (i) => regionsOf(i).some((own) => same(own, path)))),
      types: list.types.map((type) =>
        count(isLanguage(type) ? 'languages' : null, (i) => meetings[i]!.types.includes(type)),
      ),
    },
  };
}
