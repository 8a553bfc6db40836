import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mergeFeeds } from '../../../src/domain/meetings/merge.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { meeting, place } from '../../support/meetings.js';

const merge = (...lists: (readonly Meeting[])[]) =>
  mergeFeeds(lists.map((meetings, feed) => ({ feed, meetings })));
const countOf = (...lists: (readonly Meeting[])[]): number => merge(...lists).meetings.length;

const ZOOM = 'https://us02web.zoom.us/j/81234567890?pwd=abc';
const LINK = 'https://meet.example.org/room-1';
/** A hall, and the same some meters further north. */
const hall = (north = 0, own = {}) =>
  place({ position: { latitude: 40 + north / 111_195, longitude: -74 }, ...own });
const east = (meters: number, latitude: number) =>
  place({
    position: { latitude, longitude: 20 + meters / (111_195 * Math.cos((latitude * Math.PI) / 180)) },
  });

describe('the same meeting in two lists', () => {
  for (const [promise, first, second] of [
    ['by its link', { join: LINK }, { join: LINK }],
    ['by its link, whatever the passcode', { join: ZOOM }, { join: 'https://us02web.zoom.us/j/81234567890' }],
    ['by its link, with another passcode', { join: ZOOM }, { join: `${ZOOM.slice(0, -3)}xyz` }],
    ['by its link, with another host of Zoom', { join: ZOOM }, { join: 'https://zoom.us/j/81234567890' }],
    ['by its link, with a last slash', { join: LINK }, { join: `${LINK}/` }],
    ['by its link, with www', { join: LINK }, { join: LINK.replace('meet.', 'www.meet.') }],
    ['by its link, in other letters', { join: LINK }, { join: 'https://MEET.example.org/Room-1' }],
    ['by its link, with a mark behind it', { join: LINK }, { join: `${LINK}#success` }],
    ['by its phone', { dial: 'tel:+15550100199' }, { dial: 'tel:5550100199' }],
    [
      'by its phone and its room, whatever the PIN',
      { dial: 'tel:+15550100199,,123456789#,,,,*1#' },
      { dial: 'tel:+15550100199,,123456789#,,,,*2#' },
    ],
    ['by its place', { place: hall() }, { place: hall() }],
    ['by its place, 99 m away', { place: hall() }, { place: hall(99) }],
    ['by its place, 99 m away, over a round degree', { place: hall(-50) }, { place: hall(49) }],
    ['by its place, 99 m to the east, far north', { place: east(0, 69.65) }, { place: east(99, 69.65) }],
    ['by its place, under another name', { place: hall(), name: 'A' }, { place: hall(), name: 'B' }],
    [
      'with the same rhythm',
      { join: LINK, repeat: { kind: 'monthly', weeks: [1] } },
      { join: LINK, repeat: { kind: 'monthly', weeks: [1] } },
    ],
  ] as const) {
    it(`comes once, ${promise}`, () => {
      const { meetings, feeds, twice } = merge([meeting(first)], [meeting(second)]);
      expect([meetings.length, feeds, twice]).to.deep.equal([1, [0], 1]);
    });
  }
});

it('a link of slashes does not stop the page', () => {
  const join = `https://meet.example.org/${'/'.repeat(500_000)}x`;
  expect(countOf([meeting({ join })], [meeting({ join })])).to.equal(1);
});

describe('two meetings stay two', () => {
  for (const [promise, first, second] of [
    ['of two fellowships', { group: 'na' }, { group: 'aa' }],
    ['where nobody said which fellowship it is', { group: '' }, { group: '' }],
    ['on two days', { day: 1 }, { day: 2 }],
    ['at two times', { start: 600 }, { start: 601 }],
    ['in two zones', { zone: 'America/New_York' }, { zone: 'America/Chicago' }],
    [
      'in two weeks of the month',
      { repeat: { kind: 'monthly', weeks: [1] } },
      { repeat: { kind: 'monthly', weeks: [2] } },
    ],
    ['with two links', { join: LINK }, { join: 'https://meet.example.org/room-2' }],
    [
      'with links that differ behind the question mark',
      { join: 'https://meet.example.org/in?id=1' },
      { join: 'https://meet.example.org/in?id=2' },
    ],
    [
      'with a link to the front door only',
      { join: 'https://zoom.us/join' },
      { join: 'https://zoom.us/join' },
    ],
    [
      'that call one number and then type another room',
      { dial: 'tel:+15550100199,,111111111#' },
      { dial: 'tel:+15550100199,,222222222#' },
    ],
    [
      'that call one number, with links that differ',
      { dial: 'tel:+15550100199', join: LINK },
      { dial: 'tel:+15550100199', join: ZOOM },
    ],
    ['101 m apart', { place: hall() }, { place: hall(101) }],
    ['at no more than a town', { place: hall(0, { exact: false }) }, { place: hall(0, { exact: false }) }],
    ['without any link, number or place', {}, {}],
  ] as const) {
    it(promise, () => {
      // Where nothing else is said they have the same link.
      const same = 'join' in first || 'dial' in first || 'place' in first || promise.startsWith('without');
      const shared = same ? {} : { join: LINK };
      const { meetings, feeds, twice } = merge(
        [meeting({ ...shared, ...first })],
        [meeting({ ...shared, ...second })],
      );
      expect([meetings.length, feeds, twice]).to.deep.equal([2, [0, 1], 0]);
    });
  }

  it('in one list, with one list and with several', () => {
    const twins = [meeting({ join: LINK }), meeting({ join: LINK })];
    expect(countOf(twins)).to.equal(2);
    expect(countOf(twins, [])).to.equal(2);
    expect(countOf([meeting({ join: LINK })], twins)).to.equal(2);
    expect(countOf(twins, twins)).to.equal(2);
  });
});

describe('a meeting that is joined', () => {
  it('keeps what the first list says, and takes what it lacks from the second', () => {
    const first = meeting({
      id: '1',
      name: 'One',
      join: LINK,
      notes: 'Ring',
      minutes: 0,
      types: ['open', 'men'],
    });
    const second = meeting({
      id: '2',
      name: 'Two',
      join: `${LINK}?pwd=1`,
      joinNotes: 'Passcode 1',
      notes: 'Knock',
      minutes: 90,
      online: true,
      place: hall(),
      types: ['men', 'books'],
      payments: [{ service: 'venmo', url: 'https://venmo.com/x' }],
      updated: '2026-01-02',
    });
    expect(merge([first], [second]).meetings).to.deep.equal([
      {
        ...first,
        joinNotes: 'Passcode 1',
        minutes: 90,
        online: true,
        place: second.place,
        types: ['open', 'men', 'books'],
        payments: second.payments,
        updated: '2026-01-02',
      },
    ]);
  });

  it('is known to a third list by what only the second one says', () => {
    const dial = 'tel:+15550100199';
    expect(countOf([meeting({ join: LINK })], [meeting({ join: LINK, dial })], [meeting({ dial })])).to.equal(
      1,
    );
  });

  it('of two in the same house at the same hour is the one with the same name', () => {
    const rooms = ['Up', 'Down'].map((name) => meeting({ name, place: hall(), notes: '' }));
    const { meetings } = merge(rooms, [
      meeting({ name: 'Down', place: hall(5), notes: 'Cellar' }),
      meeting({ name: 'Up', place: hall(5), notes: 'Attic' }),
    ]);
    expect(meetings.map(({ name, notes }) => [name, notes])).to.deep.equal([
      ['Up', 'Attic'],
      ['Down', 'Cellar'],
    ]);
  });

  it('is known by its link sooner than by its place', () => {
    const { meetings } = merge(
      [meeting({ name: 'Hall', place: hall() }), meeting({ name: 'Hybrid', place: hall(500), join: LINK })],
      [meeting({ place: hall(), join: LINK, notes: 'Here' })],
    );
    expect(meetings.map(({ notes }) => notes)).to.deep.equal(['', 'Here']);
  });

  it('leaves the lists themselves as they were', () => {
    const first = Object.freeze(meeting({ join: LINK, types: Object.freeze(['a']) }));
    merge([first], [meeting({ join: LINK, notes: 'x', types: ['b'] })]);
    expect([first.notes, first.types]).to.deep.equal(['', ['a']]);
  });
});

describe('lists that are joined', () => {
  const some = fc
    .record({
      group: fc.constantFrom('na', 'aa', ''),
      day: fc.integer({ min: 1, max: 2 }),
      join: fc.constantFrom('', LINK, ZOOM),
      dial: fc.constantFrom('', 'tel:5550100199', 'tel:5550100199,,1#'),
      place: fc.constantFrom(null, hall(), hall(60), hall(120)),
    })
    .map(meeting);

  it('lose no meeting and no fellowship, and keep the order of the page', () => {
    fc.assert(
      fc.property(fc.array(fc.array(some, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (lists) => {
        const { meetings, feeds, twice } = merge(...lists);
        const all = lists.flat();
        expect(meetings.length + twice).to.equal(all.length);
        expect(feeds).to.deep.equal([...feeds].sort((a, b) => a - b));
        expect(feeds).to.have.length(meetings.length);
        const known = meetings.map(({ group, day }) => `${group} ${day}`);
        for (const { group, day } of all) expect(known).to.include(`${group} ${day}`);
        const nobodys = (list: readonly Meeting[]) => list.filter(({ group }) => group === '').length;
        expect(nobodys(meetings)).to.equal(nobodys(all));
        lists.forEach((list, feed) => {
          // Of each list no two have become one.
          expect(meetings.length).to.be.at.least(list.length);
          expect(feeds.filter((one) => one === feed).length).to.be.at.most(list.length);
        });
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('that are long, or made to be slow, do not take a time that grows with their square', () => {
    const rows = 20_000;
    const full = (own: Partial<Meeting>) => new Array<Meeting>(rows).fill(meeting(own));
    // Compared row by row these would take minutes, and the test would be ended.
    expect(countOf(full({ join: LINK }), full({ join: LINK }))).to.be.at.least(rows);
    expect(countOf(full({ place: hall() }), full({ place: hall() }))).to.be.at.least(rows);
    const own = (from: number) =>
      Array.from({ length: rows }, (_, i) => meeting({ join: `${LINK}${from + i}` }));
    expect(merge(own(0), own(rows / 2)).twice).to.equal(rows / 2);
  });
});
