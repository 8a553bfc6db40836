import fc from 'fast-check';
import { dialUrl } from '../../../src/domain/feeds/link.js';
import { listOf, recogniseFormat } from '../../../src/domain/feeds/index.js';
import { simpleFormat } from '../../../src/domain/feeds/simple.js';
import { textReader } from '../../../src/domain/feeds/text.js';
import { toSimple } from '../../../src/domain/feeds/write-simple.js';
import { safeUrl } from '../../../src/domain/links/safe-url.js';
import type { Meeting, Payment, Place, Repeat } from '../../../src/domain/meetings/types.js';
import { expect, FUZZ_RUNS } from '../../support/assert.js';
import { readFeed, sampleFeed } from '../../support/feeds.js';
import { SAMPLE_TYPES } from '../../support/type-table.js';

const { line, lines } = textReader(false);
const UPDATED = { updated: '2026-11-23' };

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('Rock & Roll', '&amp; <b>', '24/7', '=x', '0', '  ', 'São João – گروه'),
);
const aLine = fc.oneof(fc.constant(''), someText.map(line));
const aName = aLine.map((text) => text || 'Hope');
const aNote = fc.oneof(
  fc.constant(''),
  fc.array(someText, { maxLength: 4 }).map((parts) => lines(parts.join('\n\n'))),
);
const aLink = fc.oneof(
  fc.constant(''),
  fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => safeUrl(url) ?? ''),
);
const aDate = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const regions = fc
  .uniqueArray(aName, { maxLength: 4, selector: (name) => name.toLowerCase() })
  .map((names): readonly string[] => names);
const position = fc
  .record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((x) => x + 0),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((x) => x + 0),
  })
  .filter(({ latitude, longitude }) => latitude !== 0 || longitude !== 0);
const place: fc.Arbitrary<Place> = fc
  .record({
    name: aLine,
    address: aLine,
    city: aLine,
    postcode: aLine,
    regions,
    position: fc.option(position),
    exact: fc.boolean(),
    notes: aNote,
  })
  // A place that says nothing is none.
  .map((made) => ({ ...made, city: made.city || 'Springfield' }));

const repeat: fc.Arbitrary<Repeat | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1 })
    .map((weeks) => ({ kind: 'monthly' as const, weeks })),
  fc.record({ kind: fc.constant('interval' as const), weeks: fc.integer({ min: 2, max: 52 }), from: aDate }),
  fc
    .uniqueArray(aDate, { maxLength: 5 })
    // What is over is left out when it is read.
    .map((dates) => ({ kind: 'dates' as const, dates: [...dates.sort(), '2061-01-01'] })),
);
const times = fc
  .record({
    day: fc.integer({ min: 0, max: 7 }),
    start: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 1439 })),
    minutes: fc.oneof(fc.constantFrom(0, 60, 90, 1439, 1440), fc.integer({ min: 0, max: 1_440 })),
    repeat,
  })
  .map(({ repeat: how, ...made }) =>
    made.day === 0 ? { day: 0, start: -1, minutes: 0 } : { ...made, ...(how ? { repeat: how } : {}) },
  );

const dialling = fc
  .oneof(
    fc.constant({ dial: '', dialText: '' }),
    fc
      .stringMatching(/^\+?\d{6,9}( \d{3}){0,2}(,,\d{3,6}#)?$/)
      .map((text) => ({ dial: dialUrl(text), dialText: text })),
    fc.record({
      dial: fc.constant('tel:+15550100100,,123#'),
      dialText: fc.constantFrom('', '555 010 0100', 'ask'),
    }),
  )
  .filter(({ dial, dialText }) => dial !== '' || dialText === '');

const meeting: fc.Arbitrary<Meeting> = fc
  .record({
    times,
    dialling,
    rest: fc.record({
      id: aName,
      zone: fc.constantFrom('', 'America/New_York', 'Asia/Kolkata', 'UTC'),
      group: fc.constantFrom('', 'na', 'smart-recovery'),
      name: aName,
      inPerson: fc.boolean(),
      online: fc.boolean(),
      phone: fc.boolean(),
      closed: fc.boolean(),
      place: fc.option(place),
      join: aLink,
      joinNotes: aNote,
      dialNotes: aNote,
      types: fc
        .uniqueArray(fc.constantFrom(...SAMPLE_TYPES, '=Women', '=Grapevine', '=Story, night', '=a=b'), {
          maxLength: 8,
        })
        .map((types): readonly string[] => types),
      notes: aNote,
      homeGroup: aLine,
      homeGroupNotes: aNote,
      district: aLine,
      url: aLink,
      website: aLink,
      feedback: fc.oneof(aLink, fc.constant('mailto:meetings@example.org')),
      keeper: aLine,
      payments: fc.array(
        fc.constantFrom<Payment>(
          { service: 'venmo', url: 'https://venmo.com/ExampleGroup' },
          { service: 'square', url: 'https://cash.app/$ExampleGroup' },
          { service: 'paypal', url: 'https://www.paypal.com/paypalme/ExampleGroup' },
          { service: 'homegroup', url: 'https://donate.homegroup.online/example/' },
        ),
        { maxLength: 3 },
      ),
      updated: fc.oneof(fc.constant(''), aDate),
    }),
  })
  .map(({ times: when, dialling: number, rest }) => ({ ...rest, ...number, ...when }));

/** What is in a file after a list was written to it. */
const written = (meetings: readonly Meeting[]): unknown =>
  JSON.parse(JSON.stringify(toSimple(meetings, UPDATED)));

function readAgain(meetings: readonly Meeting[]): Meeting[] {
  const list = listOf(written(meetings))!;
  expect(recogniseFormat(list)).to.equal(simpleFormat);
  const { meetings: again, problems } = readFeed(simpleFormat, list);
  expect(problems).to.deep.equal([]);
  return again;
}

describe('meetings written in our own format', () => {
  it('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(meeting, { selector: ({ id }) => id, maxLength: 5 }), (meetings) => {
        expect(readAgain(meetings)).to.deep.equal(meetings);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  for (const name of [
    'mg-sanjose-2021',
    'mg-edmonton-2022',
    'mg-eda-worldwide-2023',
    'mg-edge-cases',
    'bmlt-newyork-sample',
    'bmlt-australia-2023',
    'bmlt-variants-synthetic',
  ]) {
    it(`are the same as those of ${name}`, async () => {
      const list = await sampleFeed(name);
      const { meetings } = readFeed(recogniseFormat(list)!, list, {
        group: 'na',
        timezone: 'America/Chicago',
      });
      expect(meetings).not.to.be.empty;
      expect(readAgain(meetings)).to.deep.equal(meetings);
    });
  }

  it('say what all of them share once, and leave out what they do not say', async () => {
    const list = await sampleFeed('bmlt-australia-2023');
    const { meetings } = readFeed(recogniseFormat(list)!, list, {
      group: 'na',
      timezone: 'Australia/Sydney',
    });
    const { meetings: rows, ...around } = written(meetings) as { meetings: object[] };
    expect(around).to.deep.equal({
      format: 'support-group-elements/meetings 1',
      updated: '2026-11-23',
      timezone: 'Australia/Sydney',
      group: 'na',
    });
    for (const row of rows) expect(row).not.to.have.any.keys('timezone', 'group', 'closed', 'updated');
  });

  it('have no key that the schema does not know', async () => {
    const address = '/data/schema/meetings.schema.json';
    const { default: schema } = (await import(address)) as {
      default: { properties: { meetings: { items: { properties: object } } } };
    };
    const known = Object.keys(schema.properties.meetings.items.properties);
    fc.assert(
      fc.property(meeting, (one) => {
        const { meetings: rows, ...around } = written([one]) as { meetings: object[] };
        expect(Object.keys(schema.properties)).to.include.members(Object.keys(around));
        expect(known).to.include.members(Object.keys(rows[0]!));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
