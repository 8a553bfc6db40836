import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { calendarEntries } from '../../../src/calendar-tools.js';
import { typeTable } from '../../../src/content/meeting-types.js';
import { icalendarFormat, type CalendarEntry } from '../../../src/domain/feeds/icalendar.js';
import type { FeedContext, Problem } from '../../../src/domain/feeds/types.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { atOnce } from '../../support/at-once.js';

const now = new Date('2026-11-23T17:00:00Z');
const context: FeedContext = { group: 'na', timezone: 'Europe/Vienna', now, types: typeTable('na') };
const readAll = (rows: readonly unknown[]): (Meeting[] | Problem)[] =>
  rows.map(icalendarFormat.reader({ rows, around: { calendar: true } }, context));
const fixture = async (name: string): Promise<string> => (await fetch(`/feeds/${name}`)).text();

const ENTRY: CalendarEntry = {
  uid: 'a@sample.example',
  title: 'Lifeline',
  description: '',
  location: '',
  url: '',
  conference: '',
  latitude: null,
  longitude: null,
  categories: [],
  zone: 'America/New_York',
  start: 1140,
  minutes: 60,
  weekly: true,
  weekdays: [1],
  dates: [],
  updated: '',
};
const one = (change: Partial<CalendarEntry>): Meeting => {
  const [found] = readAll([{ ...ENTRY, ...change }]);
  expect(found).to.be.an('array').with.length(1);
  return (found as Meeting[])[0]!;
};

describe('an event of a calendar', () => {
  it('that comes each week is a meeting for each of its weekdays, without dates', () => {
    const [found] = readAll([{ ...ENTRY, weekdays: [1, 4], dates: ['2026-11-23', '2026-11-26'] }]) as [
      Meeting[],
    ];
    expect(
      found.map(({ day, id, start, minutes, zone, group }) => [day, id, start, minutes, zone, group]),
    ).to.deep.equal([
      [1, 'a@sample.example', 1140, 60, 'America/New_York', 'na'],
      [4, 'a@sample.example-2', 1140, 60, 'America/New_York', 'na'],
    ]);
    expect(found[0]).not.to.have.property('repeat');
  });
  it('that does not is one meeting on its dates', () => {
    const meeting = one({ weekly: false, weekdays: [], dates: ['2026-12-01', '2027-01-05'] });
    expect(meeting.day).to.equal(2);
    expect(meeting.repeat).to.deep.equal({ kind: 'dates', dates: ['2026-12-01', '2027-01-05'] });
  });
  it('that is over has ended', () => {
    const [found] = readAll([{ ...ENTRY, weekly: false, weekdays: [] }]);
    expect(found).to.deep.equal({ row: 1, name: 'Lifeline', reason: 'ended', value: '' });
  });
  it('of a whole day has a day and no time', () => {
    const meeting = one({ start: -1, weekly: false, weekdays: [], dates: ['2026-12-25'] });
    expect([meeting.day, meeting.start, meeting.minutes]).to.deep.equal([5, -1, 0]);
  });
  it('without a zone has the zone that the page says', () =>
    expect(one({ zone: '' }).zone).to.equal('Europe/Vienna'));
  it('without a title, or not read at all, is counted', () => {
    const reasons = readAll([{ ...ENTRY, title: ' ' }, null]).map((found) => (found as Problem).reason);
    expect(reasons).to.deep.equal(['no-name', 'not-a-meeting']);
  });
  it('has its text without tags', () =>
    expect(one({ description: 'Ring the <b>bell</b>.<br>Tea &amp; cake' }).notes).to.equal(
      'Ring the bell.\nTea & cake',
    ));
  it('has the types among its categories, and not an editor’s own labels', () =>
    expect(one({ categories: ['women', 'Meetings', 'Basic Text'] }).types).to.deep.equal([
      'women',
      'basic-text',
    ]));

  for (const [location, name, address, exact] of [
    [
      'Sample Church, 12 Example St, Sampletown, NY 10000, USA',
      'Sample Church',
      '12 Example St, Sampletown, NY 10000, USA',
      true,
    ],
    ['12 Example St, Sampletown, NY 10000, USA', '', '12 Example St, Sampletown, NY 10000, USA', true],
    ['Sampletown, USA', '', 'Sampletown, USA', false],
    ['Sample Hall', 'Sample Hall', '', true],
    ['Sample Hall\n5 Example Rd', '', 'Sample Hall 5 Example Rd', false],
    ['Sample Hall https://zoom.us/j/1', 'Sample Hall', '', true],
  ] as const) {
    it(`in "${location}" is in person`, () => {
      const { inPerson, place } = one({ location });
      expect({ inPerson, name: place?.name, address: place?.address, exact: place?.exact }).to.deep.equal({
        inPerson: true,
        name,
        address,
        exact,
      });
    });
  }

  for (const [about, change, join, inPerson, online] of [
    [
      'a link for a place',
      { location: 'https://anything.example/room' },
      'https://anything.example/room',
      false,
      true,
    ],
    ['words around the link', { location: 'Zoom: https://zoom.us/j/1' }, 'https://zoom.us/j/1', false, true],
    [
      'a link in its text',
      { location: 'Online', description: 'Come: https://room.example/a.' },
      'https://room.example/a',
      false,
      true,
    ],
    [
      'an address in markup',
      { description: '<a href="https://meet.google.com/abc?a=0&amp;b=1">Join</a>' },
      'https://meet.google.com/abc?a=0&b=1',
      false,
      true,
    ],
    [
      'a link of the calendar itself',
      { location: 'Microsoft Teams Meeting', conference: 'https://teams.microsoft.com/l/x' },
      'https://teams.microsoft.com/l/x',
      false,
      true,
    ],
    [
      'a place and a room',
      { location: 'Sample Hall', description: 'or https://us02web.zoom.us/j/1' },
      'https://us02web.zoom.us/j/1',
      true,
      true,
    ],
    [
      'a place and a page about the group',
      { location: 'Sample Hall', description: 'See https://group.example/' },
      '',
      true,
      false,
    ],
    [
      'a place and its own page',
      { location: 'Sample Hall', url: 'https://group.example/m' },
      '',
      true,
      false,
    ],
    ['no place and its own page', { url: 'https://group.example/m' }, 'https://group.example/m', false, true],
    ['the word online alone', { location: 'Online meeting' }, '', false, true],
    ['a script for a link', { location: 'javascript:alert(1)', url: 'javascript:alert(1)' }, '', true, false],
    ['neither', {}, '', false, false],
  ] as const) {
    it(`with ${about} is ${inPerson ? 'in person' : ''}${online ? ' online' : ''}`, () => {
      const meeting = one(change);
      expect([meeting.join, meeting.inPerson, meeting.online]).to.deep.equal([join, inPerson, online]);
    });
  }
  for (const [location, online] of [
    ['Zoom', true],
    ['Zoom meeting room', true],
    ['En línea', true],
    ['Meeting room', false],
    ['Online Street 5', false],
  ] as const) {
    it(`at "${location}" is ${online ? 'online' : 'in person'}`, () => {
      const { inPerson, ...meeting } = one({ location });
      expect([meeting.online, inPerson]).to.deep.equal([online, !online]);
    });
  }
  it('is read in no time, however its text is made', () => {
    for (const text of [
      'online  '.repeat(2_000),
      'https://zoom.us/'.padEnd(16_000, '.)'),
      'http://a.'.repeat(2_000),
      '<a'.repeat(8_000),
    ])
      for (const change of [
        { location: `${text}x` },
        { description: `${text}x` },
        { url: `${text}x` },
        { title: `${text}x` },
      ])
        expect(one(change).day).to.equal(1);
  });
  it('keeps the page about it where the link leads elsewhere', () =>
    expect(one({ location: 'Sample Hall', url: 'https://group.example/m' }).url).to.equal(
      'https://group.example/m',
    ));
  it('has a position', () =>
    expect(one({ location: 'Sample Hall', latitude: 40.7, longitude: -73.9 }).place?.position).to.deep.equal({
      latitude: 40.7,
      longitude: -73.9,
    }));
});

describe('a calendar', () => {
  it('is recognised by what stands around it, and nothing else is', () => {
    expect(icalendarFormat.recognise({ rows: [], around: { calendar: true } })).to.equal(true);
    expect(icalendarFormat.recognise({ rows: [ENTRY], around: {} })).to.equal(false);
    expect(icalendarFormat.recognise({ rows: [ENTRY], around: { calendar: 'true' } })).to.equal(false);
  });
  it('of Google becomes meetings', async () => {
    const found = readAll(atOnce(calendarEntries(await fixture('sample-google.ics'), { now, days: 60 })));
    const meetings = found.flatMap((each) => (Array.isArray(each) ? each : []));
    const ended = found.filter((each) => !Array.isArray(each));
    expect(meetings.map(({ name, day, repeat }) => [name, day, repeat?.kind ?? 'weekly'])).to.deep.equal([
      ['Monday and Thursday Lifeline', 1, 'weekly'],
      ['Monday and Thursday Lifeline', 4, 'weekly'],
      ['First Tuesday Noon', 2, 'dates'],
      ['Every Other Wednesday', 3, 'dates'],
      ['Friday Candlelight', 5, 'dates'],
      ['Friday Candlelight (on Saturday: holiday)', 6, 'dates'],
      ['Tuesday Breakfast', 2, 'weekly'],
      ['Open House All Day', 5, 'dates'],
      ['Speaker Night', 1, 'dates'],
    ]);
    expect(ended.map((each) => (each as Problem).reason)).to.deep.equal(['ended', 'ended']);
    expect(new Set(meetings.map(({ id }) => id)).size).to.equal(meetings.length);
  });

  it('never throws, whatever it is made of', () => {
    const entry = fc.record(
      Object.fromEntries(
        Object.entries(ENTRY).map(([key, value]) => [
          key,
          fc.oneof(fc.constant(value as unknown), fc.anything({ maxDepth: 1 })),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(entry, fc.anything({ maxDepth: 2 })), { maxLength: 5 }), (rows) => {
        for (const found of readAll(rows)) {
          if (!Array.isArray(found)) continue;
          for (const { day, start, join } of found) {
            expect(day).to.be.within(1, 7);
            expect(start).to.be.within(-1, 1439);
            expect(join).to.match(/^(https?:\/\/|$)/);
          }
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
