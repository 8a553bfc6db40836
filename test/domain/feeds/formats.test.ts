import fc from 'fast-check';
import { JSON_FORMATS, listOf, recogniseFormat } from '../../../src/domain/feeds/index.js';
import { meetingGuideReader } from '../../../src/domain/feeds/meeting-guide.js';
import { FORMATS, type FeedFormat, type FeedList } from '../../../src/domain/feeds/types.js';
import { expect, FUZZ_RUNS } from '../../support/assert.js';
import { PAYLOADS } from '../../support/payloads.js';
import { checkMeeting, feedContext, readFeed, sampleFeed } from '../../support/feeds.js';

/** Format and number of meetings of each list in test/fixtures/feeds. */
const SAMPLES = [
  ['mg-sanjose-2021', 'meeting-guide', 693],
  ['mg-edmonton-2022', 'meeting-guide', 315],
  ['mg-eda-worldwide-2023', 'meeting-guide', 185],
  ['mg-edge-cases', 'meeting-guide', 19],
  ['bmlt-newyork-sample', 'bmlt', 1513],
  ['bmlt-australia-2023', 'bmlt', 54],
  ['bmlt-variants-synthetic', 'bmlt', 16],
  ['bmlt-australia-formats', null, 0],
] as const;

it('every format there may be has its reader, once', () =>
  expect(JSON_FORMATS.map(({ name }) => name)).to.have.members([...FORMATS]));

describe('every format and every sample', () => {
  for (const [sample, own, number] of SAMPLES) {
    it(`${sample} is ${own ?? 'no list of meetings'}, and nothing else`, async () => {
      const list = await sampleFeed(sample);
      const says = JSON_FORMATS.filter((format) => format.recognise(list)).map(({ name }) => name);
      expect(says).to.deep.equal(own === null ? [] : [own]);
      expect(recogniseFormat(list)?.name ?? null).to.equal(own);
    });

    if (own !== null) {
      it(`${sample} has ${number} meetings, every one of them sound`, async () => {
        const list = await sampleFeed(sample);
        const { meetings, problems } = readFeed(recogniseFormat(list)!, list);
        expect(problems).to.deep.equal([]);
        expect(meetings).to.have.length(number);
        for (const meeting of meetings) checkMeeting(meeting);
        expect(new Set(meetings.map(({ id }) => id))).to.have.property('size', number);
      });
    }

    for (const format of JSON_FORMATS.filter(({ name }) => name !== own)) {
      it(`${sample} read as ${format.name} gives no error and nothing unsound`, async () => {
        const list = await sampleFeed(sample);
        for (const meeting of readFeed(format, list).meetings) checkMeeting(meeting);
      });
    }
  }

  it('Edmonton meets in the evening', async () => {
    const list = await sampleFeed('mg-edmonton-2022');
    const { meetings } = readFeed(recogniseFormat(list)!, list);
    expect(meetings.filter(({ start }) => start >= 17 * 60).length).to.be.above(150);
    expect(meetings.filter(({ start }) => start < 5 * 60)).to.deep.equal([]);
  });

  it('in San Jose a closed building is no in-person meeting, and its online part goes on', async () => {
    const list = await sampleFeed('mg-sanjose-2021');
    const closed = readFeed(recogniseFormat(list)!, list).meetings.filter((meeting) => meeting.closed);
    expect(closed.length).to.be.above(100);
    expect(closed.filter(({ inPerson }) => inPerson)).to.deep.equal([]);
    expect(closed.filter(({ join, online }) => (join !== '') !== online)).to.deep.equal([]);
  });

  it('a place is one object within a list', async () => {
    for (const [sample, own] of SAMPLES) {
      if (own === null) continue;
      const list = await sampleFeed(sample);
      const places = readFeed(recogniseFormat(list)!, list).meetings.map(({ place }) => place);
      const texts = new Set(places.map((place) => JSON.stringify(place)));
      expect(new Set(places).size, sample).to.equal(texts.size);
    }
  });
});

describe('the list in an answer', () => {
  const row = { name: 'Hope', slug: 'hope', day: 1, time: '19:00' };
  for (const [what, json, rows] of [
    ['a list', [row], [row]],
    ['an empty list', [], []],
    ['meetings', { meetings: [row], formats: [] }, [row]],
    ['data', { data: [row] }, [row]],
    ['records with fields', { records: [{ id: 'a', fields: row }, null, 5] }, [row, null, 5]],
    [
      'rows of cells',
      { range: 'A1:B2', majorDimension: 'ROWS', values: [['Name'], ['Hope']] },
      [['Name'], ['Hope']],
    ],
    ['values that are no rows of cells', { values: [1, 2] }, null],
    ['an object without a list', { error: 'no such sheet' }, null],
    ['meetings that are no list', { meetings: {} }, null],
    ['text', 'x', null],
    ['a number', 7, null],
    ['null', null, null],
    ['undefined', undefined, null],
  ] as const) {
    it(`${what} ${rows === null ? 'is none' : 'is found'}`, () =>
      expect(listOf(json)?.rows ?? null).to.deep.equal(rows));
  }

  it('keeps what stands around it', () =>
    expect(listOf({ meetings: [], formats: [1], timezone: 'UTC' })?.around).to.deep.equal({
      formats: [1],
      timezone: 'UTC',
    }));

  for (const [what, list] of [
    ['an empty one', { rows: [], around: {} }],
    ['formats of meetings', { rows: [{ key_string: 'O', name_string: 'Open' }], around: {} }],
    ['people', { rows: [{ name: 'A Person', email: 'person@example.org' }], around: {} }],
    [
      'our own without the line that says so',
      { rows: [{ name: 'Hope', day: 'Monday', start: '18:00' }], around: {} },
    ],
    ['numbers', { rows: [1, 2, 3], around: {} }],
  ] as const) {
    it(`${what}: no format claims it`, () => expect(recogniseFormat(list)).to.be.null);
  }

  it('a BMLT server that found nothing is still one', () =>
    expect(recogniseFormat({ rows: [], around: { formats: [] } })?.name).to.equal('bmlt'));
});

/** Keys that the formats read, and some that every object has. */
const KEYS = [
  'name slug id day time end_time timezone types location formatted_address address city state postal_code country',
  'latitude longitude coordinates approximate location_notes group group_notes notes region sub_region regions',
  'conference_url conference_url_notes conference_phone conference_phone_notes attendance_option updated url website',
  'feedback_url feedback_emails venmo square paypal homegroup_online district entity',
  'id_bigint weekday_tinyint venue_type start_time duration_time time_zone formats format_shared_id_list meeting_name',
  'location_text location_info location_street location_municipality location_province location_nation comments',
  'phone_meeting_number virtual_meeting_link virtual_meeting_additional_info train_lines root_server_id',
  'start end minutes every from weeksOfMonth dates place postcode exact placeNotes attendance closed join joinNotes',
  'phone dial phoneNotes homeGroup homeGroupNotes feedback keeper payments fields',
  '__proto__ constructor prototype toString valueOf hasOwnProperty toJSON then length',
].flatMap((keys) => keys.split(' '));

const LONG = [
  'x',
  '<',
  '<a ',
  '<script>',
  '&',
  '&amp;',
  ' ',
  '\n',
  '\u202e',
  '\ud800',
  ',',
  '9',
  '(',
  'a.',
  '@',
  '/',
  ';',
  '1 x',
].map((piece) => piece.repeat(Math.ceil(100_000 / piece.length)));
const NASTY = [
  ...PAYLOADS,
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u202ejavascript:alert(1)',
  'JAVASCRIPT://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'https://user:word@example.org',
  'https://[::1',
  'https://xn--a',
  'mailto:a@example.org?bcc=b@example.org',
  'tel:1;phone-context=javascript:1',
  '<img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u2066\u202e\u0000\u0007 text \u2069',
  '__proto__',
  'constructor',
  '=',
  '24:00',
  '99:99',
  '00:00',
  '-1',
  '1e999',
  'Monday',
  '0,1,2,3,4,5,6',
];
const deep = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...NASTY) },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(0, 1, 2, 6, 7, -1, 1440, 1e308, null, true, false, '', [], {}),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(fc.constantFrom<unknown>(...NASTY), fc.integer(), fc.jsonValue()), {
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...LONG) },
);
/** As a parser makes it: `__proto__` is then a key like any other. */
const row: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 25 })
  .map(
    (entries) =>
      JSON.parse(
        `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join(',')}}`,
      ) as unknown,
  );
const named = row.map((made) => ({ ...(made as object), name: 'x', meeting_name: 'x' }));

function checkFormat(format: FeedFormat, list: FeedList): void {
  const { meetings, problems } = readFeed(format, list);
  for (const meeting of meetings) checkMeeting(meeting);
  expect(new Set(meetings.map(({ id }) => id)).size).to.equal(meetings.length);
  for (const { name, value: shown } of problems) expect(name.length + shown.length).to.be.at.most(120);
}

describe('a hostile list', () => {
  for (const format of JSON_FORMATS) {
    it(`read as ${format.name} never throws, and what comes out keeps all bounds`, () => {
      fc.assert(
        fc.property(
          fc.array(
            fc.oneof(
              { weight: 3, arbitrary: named },
              { weight: 1, arbitrary: row },
              { weight: 1, arbitrary: value },
            ),
            {
              maxLength: 6,
            },
          ),
          row,
          (rows, around) => checkFormat(format, { rows, around: around as FeedList['around'] }),
        ),
        { numRuns: FUZZ_RUNS },
      );
    });
  }

  it('with values inside one another by the thousand is read like any other', () => {
    const nested = deep(5_000);
    const made = Object.fromEntries(KEYS.map((key) => [key, nested]));
    const rows = [
      { ...made, name: 'x', meeting_name: 'x', day: 1, weekday_tinyint: 1, dates: undefined },
      made,
      nested,
    ];
    for (const format of JSON_FORMATS) checkFormat(format, { rows, around: { formats: nested } });
  });

  it('is claimed by one format at most', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), row, (rows, around) => {
        const list = { rows, around: around as FeedList['around'] };
        expect(JSON_FORMATS.filter((format) => format.recognise(list)).length).to.be.at.most(1);
        expect(() => listOf(around)).not.to.throw();
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('of the same slug 20,000 times gets as many ids, and does not hang', () => {
    const same = { name: 'x', slug: 'x', day: 1, time: '19:00' };
    const rows = Array.from({ length: 20_000 }, () => same);
    const read = meetingGuideReader({ rows, around: {} }, feedContext());
    const ids = new Set(
      rows.flatMap((one, index) => (read(one, index) as { id: string }[]).map(({ id }) => id)),
    );
    expect(ids.size).to.equal(20_000);
  });
});
