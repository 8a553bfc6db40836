import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MeetingSearch, type Found } from '../../../src/domain/meetings/find.js';
import type { MeetingList } from '../../../src/domain/meetings/list.js';
import { EMPTY_QUERY, type MeetingQuery } from '../../../src/domain/meetings/query.js';
import { MeetingTimes } from '../../../src/domain/meetings/times.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { labelsOf, listOfFeeds, meeting, place } from '../../support/meetings.js';
import { slowlyFound } from '../../support/slow-find.js';

/** A Monday. */
const NOW = Date.parse('2026-03-02T12:00Z');
const NAMES = { na: 'Narcotics Anonymous', smart: 'SMART Recovery', 'lang-es': 'Español', bb: 'Big Book' };

const searchIn = (list: MeetingList): MeetingSearch => new MeetingSearch(list, labelsOf(list, NAMES));
function find(meetings: readonly Meeting[], query: Partial<MeetingQuery>, zone = 'UTC'): Found {
  const list = listOfFeeds(meetings);
  return searchIn(list).find({ ...EMPTY_QUERY, ...query }, new MeetingTimes(list, NOW, zone));
}
/** The ids of those that are found, in their order. */
const idsOf = (meetings: readonly Meeting[], query: Partial<MeetingQuery>, zone?: string): string =>
  Array.from(find(meetings, query, zone).indices, (i) => meetings[i]!.id).join(' ');

describe('a search', () => {
  const meetings = [
    meeting({ id: 'a', name: 'Big Book at noon', notes: 'Ring the bell', types: ['bb'], start: 720 }),
    meeting({
      id: 'b',
      name: 'Book of the big river',
      start: 780,
      day: 2,
      inPerson: true,
      place: place({ name: 'Igreja de São João', city: 'São Paulo', postcode: '01310', regions: ['Brasil'] }),
    }),
    meeting({
      id: 'c',
      group: 'smart',
      name: 'St. Mark’s',
      start: 840,
      day: 3,
      online: true,
      types: ['lang-es', '=Grapevine'],
      homeGroup: 'Sunrise',
      district: 'District 12',
      homeGroupNotes: 'Bring a friend',
    }),
    meeting({ id: 'd', name: 'National', start: 900, day: 4, phone: true, group: 'aa' }),
  ];

  for (const [text, found] of [
    ['', 'a b c d'],
    ['   ', 'a b c d'],
    ['book', 'a b'],
    ['BOOK  big', 'a b'],
    ['book noon', 'a'],
    ['book friend', ''],
    ['"big book"', 'a'],
    ['“big book”', 'a'],
    ['"book of" river', 'b'],
    ['"big book', 'a'],
    ['sao', 'b'],
    ['São', 'b'],
    ['SAO PAULO', 'b'],
    ['01310', 'b'],
    ['brasil', 'b'],
    ['igreja', 'b'],
    ['bell', 'a'],
    ['sunrise', 'c'],
    ['friend', 'c'],
    ['"district 12"', 'c'],
    ['st. marks', 'c'],
    ["mark's", 'c'],
    ['grapevine', 'c'],
    ['espanol', 'c'],
    ['esp', 'c'],
    ['tuesday', 'b'],
    ['wed', 'c'],
    ['online', 'c'],
    ['"in person"', 'b'],
    ['phone', 'd'],
    ['narcotics', 'a b'],
    ['anonymous tuesday', 'b'],
    // The name of a fellowship, and a part of "National".
    ['na', 'a b d'],
    ['smart', 'c'],
    ['aa', 'd'],
    // Part of a word of a text, but not of a label.
    ['iver', 'b'],
    ['cotics', ''],
    ['uesday', ''],
    // Too short for labels: "on" is no "Online".
    ['on', 'a d'],
    ['.', 'c'],
    ['\\', ''],
  ] as const) {
    it(`for ${JSON.stringify(text)} finds ${found || 'nothing'}`, () =>
      expect(idsOf(meetings, { text })).to.equal(found));
  }

  it('finds a day by the name that the row shows', () => {
    // For somebody in Tokyo it is Tuesday already.
    const evening = [meeting({ id: 'x', zone: 'America/New_York', online: true })];
    expect(idsOf(evening, { text: 'tuesday' }, 'Asia/Tokyo')).to.equal('x');
    expect(idsOf(evening, { text: 'monday' }, 'Asia/Tokyo')).to.equal('');
    expect(idsOf(evening, { text: 'monday' }, 'America/New_York')).to.equal('x');
  });

  it('finds the day anew when other times are given', () => {
    const list = listOfFeeds([meeting({ zone: 'America/New_York', online: true })]);
    const search = searchIn(list);
    const query = { ...EMPTY_QUERY, text: 'monday' };
    const counts = ['America/New_York', 'Asia/Tokyo', 'America/New_York'].map(
      (zone) => search.find(query, new MeetingTimes(list, NOW, zone)).indices.length,
    );
    expect(counts).to.deep.equal([1, 0, 1]);
  });
});

describe('a filter', () => {
  const at = (latitude: number) => ({ latitude, longitude: 0 });
  const meetings = [
    meeting({
      id: 'a',
      day: 1,
      start: 1140,
      inPerson: true,
      types: ['open', 'men'],
      place: place({ regions: ['X'] }),
    }),
    meeting({ id: 'b', day: 2, start: 420, online: true, types: ['open', 'lang-es'], group: 'aa' }),
    meeting({
      id: 'c',
      day: 2,
      start: 780,
      inPerson: true,
      online: true,
      types: ['men', 'lang-fr'],
      place: place({ regions: ['X', 'Y'], position: at(1) }),
    }),
    meeting({
      id: 'd',
      day: 6,
      start: 1410,
      phone: true,
      place: place({ regions: ['Z', 'Y'], position: at(0.5) }),
    }),
    meeting({ id: 'e', day: 0, start: -1, types: ['open', 'men', 'lang-es'] }),
  ];
  const near = { latitude: 0, longitude: 0, name: '', meters: Infinity };

  for (const [promise, query, found] of [
    ['that is not set leaves all, the next first', {}, 'a b c d e'],
    ['for today', { days: ['today'] }, 'a'],
    ['for tomorrow', { days: ['tomorrow'] }, 'b c'],
    ['for a weekday', { days: ['6'] }, 'd'],
    ['for days is an "or"', { days: ['today', '6'] }, 'a d'],
    ['for those by appointment', { days: ['appointment'] }, 'e'],
    ['for a part of the day', { times: ['morning'] }, 'b'],
    [
      'for parts of the day is an "or", without those by appointment',
      { times: ['afternoon', 'night'] },
      'c d',
    ],
    ['for a day and a part of it is an "and"', { days: ['tomorrow'], times: ['afternoon'] }, 'c'],
    ['for a way to go, hybrid ones too', { ways: ['online'] }, 'b c'],
    ['for ways is an "or"', { ways: ['in-person', 'phone'] }, 'a c d'],
    ['for a fellowship', { groups: ['aa'] }, 'b'],
    ['for fellowships is an "or"', { groups: ['aa', 'na'] }, 'a b c d e'],
    ['for a region has all inside it', { regions: ['X'] }, 'a c'],
    ['for a region inside another', { regions: ['X > Y'] }, 'c'],
    ['for regions is an "or"', { regions: ['X > Y', 'Z'] }, 'c d'],
    ['for a region that no list has leaves none', { regions: ['Y'] }, ''],
    ['for a type', { types: ['open'] }, 'a b e'],
    ['for types is an "and"', { types: ['open', 'men'] }, 'a e'],
    ['for a type that is named twice is one', { types: ['open', 'open'] }, 'a b e'],
    ['for languages is an "or"', { types: ['lang-es', 'lang-fr'] }, 'b c e'],
    ['for types and languages is an "and"', { types: ['men', 'lang-es', 'lang-fr'] }, 'c e'],
    ['for a type that no list has leaves none', { types: ['open', 'nothing'] }, ''],
    ['for a place without a distance leaves all', { near }, 'a b c d e'],
    ['for a distance leaves those with a position within it', { near: { ...near, meters: 60_000 } }, 'd'],
    ['for a greater distance', { near: { ...near, meters: 112_000 } }, 'c d'],
    ['sorts by distance, those without a position last', { near, sort: 'distance' }, 'd c a b e'],
    ['without a place does not sort by distance', { sort: 'distance' }, 'a b c d e'],
  ] satisfies [string, Partial<MeetingQuery>, string][]) {
    it(promise, () => expect(idsOf(meetings, query)).to.equal(found));
  }

  it('for today has what began yesterday and is on', () => {
    const night = [meeting({ id: 'x', day: 7, start: 1410, minutes: 900 })];
    expect(idsOf(night, { days: ['today'] })).to.equal('x');
    expect(idsOf(night, { days: ['tomorrow'] })).to.equal('');
    expect(idsOf(night, { days: ['7'] })).to.equal('x');
  });

  it('for a type is not passed by another one that is there twice', () =>
    expect(
      idsOf([meeting({ types: ['open', 'open', 'x'] }), meeting({ types: ['men'] })], {
        types: ['open', 'men'],
      }),
    ).to.equal(''));

  it('for a place measures each meeting', () => {
    const { meters } = find(meetings, { near });
    expect(Array.from(meters!, (one) => Math.round(one / 1000))).to.deep.equal([NaN, NaN, 111, 56, NaN]);
    expect(find(meetings, {}).meters).to.equal(null);
  });
});

const WORDS = ['big', 'book', 'boo', 'na', 'São', 'open', 'mon', 'es', 'smart', 'o', '7', 'men'];
const TYPES = ['open', 'men', 'bb', 'lang-es', 'lang-fr', '=Book'];
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((some) => some.join(' '));
const zone = fc.constantFrom('', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland', 'UTC');
const position = fc.constantFrom(
  null,
  { latitude: 0, longitude: 0 },
  { latitude: 0.5, longitude: 0.5 },
  { latitude: 1, longitude: -1 },
);
const regions = fc.constantFrom([], ['X'], ['X', 'Y'], ['X', 'Y', 'Z'], ['Q', 'Y'], ['x']);
const places = fc.array(
  fc.record({ name: words, city: words, regions, position, exact: fc.boolean() }).map(place),
  { minLength: 1, maxLength: 4 },
);
const day = fc.integer({ min: 0, max: 7 });
const listOfAny = places.chain((some) =>
  fc.array(
    fc
      .record({
        group: fc.constantFrom('na', 'aa', 'smart', ''),
        name: words,
        notes: words,
        day,
        start: fc.integer({ min: -1, max: 1439 }),
        minutes: fc.constantFrom(0, 60, 600, 1440),
        zone,
        inPerson: fc.boolean(),
        online: fc.boolean(),
        phone: fc.boolean(),
        place: fc.constantFrom(null, ...some),
        types: fc.array(fc.constantFrom(...TYPES), { maxLength: 4 }),
      })
      .map(meeting),
    { maxLength: 12 },
  ),
);
const some = <T>(...values: T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
/** As a person types: mostly a letter more, at times a word gone, a quote, another text. */
const typing = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS, ' ', '"', '“') },
      { weight: 1, arbitrary: fc.constant('\b') },
    ),
    { maxLength: 5 },
  )
  .map((parts) => {
    const texts = [''];
    for (const part of parts) {
      if (part === '\b') texts.push(texts.at(-1)!.slice(0, -2));
      else for (const letter of part) texts.push(texts.at(-1)! + letter);
    }
    return texts;
  });
const rarely = <T>(values: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: values });
const filters = fc.record({
  days: rarely(some('today', 'tomorrow', '1', '2', '3', '7', 'appointment')),
  times: rarely(some('morning', 'afternoon', 'evening', 'night')),
  ways: rarely(some('in-person', 'online', 'phone')),
  groups: rarely(some('na', 'aa', 'smart', 'ha')),
  regions: rarely(some('X', 'X > Y', 'Q', 'Y')),
  types: rarely(some(...TYPES, 'nothing')),
  near: fc.option(
    fc.record({
      latitude: fc.constant(0.1),
      longitude: fc.constant(0),
      name: fc.constant(''),
      meters: fc.constantFrom(20_000, 80_000, Infinity),
    }),
  ),
  sort: fc.constantFrom('time', 'distance'),
}) as fc.Arbitrary<Omit<MeetingQuery, 'text'>>;

describe('what is found', () => {
  it('and each count are those of a slow and obvious search, while a text grows and shrinks and filters change', () => {
    fc.assert(
      fc.property(
        listOfAny,
        typing,
        fc.array(filters, { minLength: 1, maxLength: 3 }),
        zone,
        fc.integer({ min: 0, max: 10_080 }),
        (meetings, texts, chosen, visitor, minute) => {
          const list = listOfFeeds(meetings);
          const times = new MeetingTimes(list, NOW + minute * 60_000, visitor || 'UTC');
          const labels = labelsOf(list, NAMES);
          const search = new MeetingSearch(list, labels);
          texts.forEach((text, step) => {
            const query = { ...chosen[step % chosen.length]!, text };
            const { indices, counts } = search.find(query, times);
            const slow = slowlyFound(list, labels, times, query);
            const fast = {
              indices: [...indices],
              counts: Object.fromEntries(
                Object.entries(counts).map(([kind, column]) => [kind, [...(column as Uint32Array)]]),
              ),
            };
            expect(fast, JSON.stringify(query)).to.deep.equal(slow);
          });
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
