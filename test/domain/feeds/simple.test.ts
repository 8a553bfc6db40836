import { simpleFormat } from '../../../src/domain/feeds/simple.js';
import type { FeedList } from '../../../src/domain/feeds/types.js';
import { telephoneUrl } from '../../../src/domain/links/safe-url.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { expect } from '../../support/assert.js';
import { readFeed, readRow } from '../../support/feeds.js';

const AROUND = { format: 'support-group-elements/meetings 1' };
const ROW = { name: 'Hope', day: 'Monday', start: '18:00', end: '19:30' };
const ROOM = 'https://meet.example.org/room';

const read = (facts: object, around: FeedList['around'] = {}): Meeting =>
  readRow(simpleFormat, { ...ROW, ...facts }, { around: { ...AROUND, ...around } });
const problem = (facts: object): object => {
  const { meetings, problems } = readFeed(simpleFormat, { rows: [{ ...ROW, ...facts }], around: AROUND });
  expect(meetings).to.deep.equal([]);
  return problems[0]!;
};

describe('a list of our own format', () => {
  it('is known by what it says of itself, and by nothing else', () => {
    expect(simpleFormat.recognise({ rows: [], around: AROUND })).to.be.true;
    for (const format of [undefined, null, '', 'meetings', 1, ['support-group-elements/meetings 1']]) {
      expect(simpleFormat.recognise({ rows: [ROW], around: { format } })).to.be.false;
    }
  });

  it('says zone and group once for all, and a row may say another', () => {
    const around = { timezone: 'America/Los_Angeles', group: 'na' };
    expect(read({}, around)).to.include({ zone: 'America/Los_Angeles', group: 'na' });
    expect(read({ timezone: 'Europe/London', group: 'aa' }, around)).to.include({
      zone: 'Europe/London',
      group: 'aa',
    });
  });

  it('falls back to what the page says', () => {
    const facts = { group: 'na', timezone: 'Europe/London', around: AROUND };
    expect(readRow(simpleFormat, ROW, facts)).to.include({ zone: 'Europe/London', group: 'na' });
    const wrong = { ...facts, around: { ...AROUND, timezone: 'EST' } };
    expect(readRow(simpleFormat, ROW, wrong)).to.include({ zone: 'Europe/London' });
  });
});

describe('when a meeting of our own format takes place', () => {
  for (const [what, facts, expected] of [
    ['weekday, start and end', {}, { day: 1, start: 1080, minutes: 90 }],
    ['beyond midnight', { start: '23:30', end: '01:00' }, { start: 1410, minutes: 90 }],
    ['around the clock', { start: '00:00', end: '24:00' }, { start: 0, minutes: 1440 }],
    ['minutes instead of an end', { end: undefined, minutes: 1000 }, { start: 1080, minutes: 1000 }],
    ['longer than a day: around the clock', { end: undefined, minutes: 1e300 }, { minutes: 1440 }],
    ['no day: by appointment', { day: undefined }, { day: 0, start: -1, minutes: 0 }],
    ['no start: ask first', { start: undefined, end: undefined }, { day: 1, start: -1, minutes: 0 }],
    ['dates without a day', { day: undefined, dates: ['2026-12-24'] }, { day: 4, start: 1080 }],
  ] as const) {
    it(what, () => expect(read(facts)).to.include(expected));
  }

  for (const [facts, repeat] of [
    [{}, undefined],
    [{ every: 'week' }, undefined],
    [{ every: '1 week' }, undefined],
    [
      { every: '2 weeks', from: '2026-11-23' },
      { kind: 'interval', weeks: 2, from: '2026-11-23' },
    ],
    [{ weeksOfMonth: [1, 3, -1] }, { kind: 'monthly', weeks: [1, 3, -1] }],
    [{ weeksOfMonth: 1 }, { kind: 'monthly', weeks: [1] }],
    [
      { dates: ['2026-12-31', '2026-12-24', '2026-12-24'] },
      { kind: 'dates', dates: ['2026-12-24', '2026-12-31'] },
    ],
  ] as const) {
    it(`${JSON.stringify(facts)} repeats as ${JSON.stringify(repeat)}`, () =>
      expect(read(facts).repeat).to.deep.equal(repeat));
  }

  it('a list of days gives a meeting on each', () => {
    const rows = [{ ...ROW, id: 'hope', day: ['Monday', 'Friday'] }];
    const { meetings } = readFeed(simpleFormat, { rows, around: AROUND });
    expect(meetings.map(({ id, day }) => `${id} ${day}`)).to.deep.equal(['hope 1', 'hope-2 5']);
  });

  for (const [facts, expected] of [
    [{ day: 'Mondy' }, { reason: 'bad-day', value: 'Mondy' }],
    [{ start: 'six' }, { reason: 'bad-time', value: 'six' }],
    [{ end: '26:00' }, { reason: 'bad-time', value: '26:00' }],
    [{ every: 'fortnight' }, { reason: 'bad-day', value: 'fortnight' }],
    [{ every: '2 weeks' }, { reason: 'bad-day', value: '2 weeks' }],
    [
      { every: '2 weeks', from: '2026-02-30' },
      { reason: 'bad-day', value: '2 weeks' },
    ],
    [{ weeksOfMonth: [6] }, { reason: 'bad-day', value: '6' }],
    [{ dates: ['Christmas'] }, { reason: 'bad-day', value: 'Christmas' }],
    [{ dates: [] }, { reason: 'bad-day', value: '' }],
    [{ name: ' ' }, { reason: 'no-name', value: '' }],
  ] as const) {
    it(`nobody is sent on a wrong day by ${JSON.stringify(facts)}: the row is counted`, () =>
      expect(problem(facts)).to.include({ row: 1, ...expected }));
  }
});

describe('a meeting on certain days is over', () => {
  const NIGHT = { day: undefined, start: '23:30', end: '01:00', timezone: 'America/New_York' };
  for (const [when, over, facts] of [
    ['the day before its last one', false, { ...NIGHT, now: '2026-11-22T12:00:00Z' }],
    ['past midnight, until its end', false, { ...NIGHT, now: '2026-11-24T05:59:00Z' }],
    ['from its end on', true, { ...NIGHT, now: '2026-11-24T06:00:00Z' }],
    ['with its day, where no end is said', false, { ...NIGHT, end: undefined, now: '2026-11-24T04:59:00Z' }],
    ['from then on', true, { ...NIGHT, end: undefined, now: '2026-11-24T05:00:00Z' }],
    [
      'nowhere, as long as it is on somewhere',
      false,
      { ...NIGHT, timezone: undefined, now: '2026-11-24T12:59:00Z' },
    ],
    ['everywhere from then on', true, { ...NIGHT, timezone: undefined, now: '2026-11-24T13:00:00Z' }],
    ['far away too', true, { ...NIGHT, timezone: 'Pacific/Kiritimati', now: '2026-11-23T11:00:00Z' }],
  ] as const) {
    it(`${when}: ${over ? 'it is left out' : 'not yet'}`, () => {
      const { now, ...own } = facts;
      const rows = [{ ...ROW, ...own, dates: ['2026-11-23', '2026-10-23'] }];
      const { problems } = readFeed(simpleFormat, { rows, around: AROUND }, { now: new Date(now) });
      expect(problems).to.deep.equal(
        over ? [{ row: 1, name: 'Hope', reason: 'ended', value: '2026-11-23' }] : [],
      );
    });
  }
});

describe('a number of our own format is kept as it is dialled', () => {
  for (const [dial, dialled] of [
    ['tel:+15550100100,,123#', 'tel:+15550100100,,123#'],
    ['tel:+15550100100,,123%23', 'tel:+15550100100,,123#'],
    ['TEL:+1-555-010-0100', 'tel:+15550100100'],
    ['tel:+15550100100;ext=12', 'tel:+15550100100,,12'],
    ['tel:5550100100;phone-context=+1', 'tel:5550100100'],
    ['tel:*7215550100100', 'tel:15550100100'],
    ['tel:%2A%2A21%2A15550100100%23', 'tel:15550100100#'],
    ['tel:%', ''],
    ['tel:', ''],
  ] as const) {
    it(`${dial} is ${dialled || 'none'}`, () => {
      const { dial: kept } = read({ dial });
      expect(kept).to.equal(dialled);
      // A link to call is made of it with this.
      if (kept !== '') expect(telephoneUrl(kept)).to.equal(kept);
    });
  }
});

describe('by which ways one can go to a meeting of our own format', () => {
  for (const [what, facts, expected] of [
    ['an address', { address: '12 Example Street' }, [true, false, false]],
    ['a link', { join: ROOM }, [false, true, false]],
    ['a number', { phone: '555 010 0100' }, [false, false, true]],
    ['an address, a link', { address: '12 Example Street', join: ROOM }, [true, true, false]],
    ['a town, a link', { city: 'Springfield', join: ROOM }, [false, true, false]],
    ['a town', { city: 'Springfield' }, [true, false, false]],
    ['a closed building', { address: '12 Example Street', closed: true }, [false, false, false]],
    ['what the row says', { address: '12 Example Street', attendance: ['phone'] }, [false, false, true]],
    ['that the row says none', { join: ROOM, attendance: [] }, [false, false, false]],
    ['nothing', {}, [false, false, false]],
  ] as const) {
    it(`${what}: ${expected.join(', ')}`, () => {
      const { inPerson, online, phone } = read(facts);
      expect([inPerson, online, phone]).to.deep.equal(expected);
    });
  }
});

for (const [types, ids] of [
  [
    ['open', 'big-book'],
    ['open', 'big-book'],
  ],
  [
    ['Women', 'big book'],
    ['women', 'big-book'],
  ],
  [
    ['=Women', '=Grapevine'],
    ['=Women', '=Grapevine'],
  ],
  [['Story Night'], ['=Story Night']],
  [['open', 'Open', ''], ['open']],
  ['open, Women', ['open', 'women']],
  [undefined, []],
] as const) {
  it(`types ${JSON.stringify(types)} of our own format are ${JSON.stringify(ids)}`, () =>
    expect(read({ types }).types).to.deep.equal(ids));
}

it('a link, a number or a payment that may not be is left out', () => {
  const meeting = read({
    join: 'javascript:alert(1)',
    dial: 'javascript:alert(1)',
    url: 'data:text/html,x',
    website: '0',
    feedback: 'javascript:alert(1)',
    payments: [
      { service: 'venmo', url: 'https://example.org/venmo' },
      { service: 'venmo', url: 'javascript:1' },
      { service: 'bank', url: ROOM },
      null,
      'x',
    ],
  });
  expect(meeting).to.include({ join: '', dial: '', url: '', website: '', feedback: '' });
  expect(meeting.payments).to.deep.equal([]);
});
