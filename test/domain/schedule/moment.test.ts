import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { dayLabel, momentOf, nextChange } from '../../../src/domain/schedule/moment.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const START = Date.parse('2026-03-03T19:00Z');
const minutes = (count: number): number => count * 60_000;
const evening = { start: START, end: START + minutes(90) };
const allDay = { start: START, end: START + minutes(23 * 60) };

describe('the moment of a meeting', () => {
  for (const [when, at, moment] of [
    ['an hour and a little before', -minutes(60) - 1, { kind: 'later' }],
    ['an hour before', -minutes(60), { kind: 'soon', minutes: 60 }],
    ['a bit over 59 minutes before', -minutes(59) - 1, { kind: 'soon', minutes: 60 }],
    ['59 minutes before', -minutes(59), { kind: 'soon', minutes: 59 }],
    ['an instant before', -1, { kind: 'soon', minutes: 1 }],
    ['at the start', 0, { kind: 'just-started', minutes: 0 }],
    ['a bit under ten minutes after', minutes(10) - 1, { kind: 'just-started', minutes: 9 }],
    ['ten minutes after', minutes(10), { kind: 'on', minutesLeft: 80 }],
    ['an instant before the end', minutes(90) - 1, { kind: 'on', minutesLeft: 1 }],
    ['at the end', minutes(90), { kind: 'on', minutesLeft: 0 }],
    ['long over', minutes(900), { kind: 'on', minutesLeft: 0 }],
  ] as const) {
    it(`${when} is ${JSON.stringify(moment)}`, () =>
      expect(momentOf(evening, START + at)).to.deep.equal(moment));
  }

  it('around the clock is on from its first minute: nobody comes late', () =>
    expect(momentOf(allDay, START)).to.deep.equal({ kind: 'on', minutesLeft: 23 * 60 }));

  it('shorter than ten minutes ends as it ends', () =>
    expect(momentOf({ start: START, end: START + minutes(5) }, START + minutes(5))).to.deep.equal({
      kind: 'on',
      minutesLeft: 0,
    }));
});

describe('the next change of a moment', () => {
  for (const [when, at, next] of [
    ['hours before', -minutes(300), -minutes(60)],
    ['an hour before', -minutes(60), -minutes(59)],
    ['half an hour before', -minutes(30), -minutes(29)],
    ['in the last minute before', -1, 0],
    ['just started', 30_000, minutes(1)],
    ['while it goes on', minutes(20) + 5, minutes(21)],
    ['in its last minute', minutes(90) - 1, minutes(90)],
    ['when it is over', minutes(90), Infinity],
  ] as const) {
    it(`${when} is right`, () => expect(nextChange([evening], START + at)).to.equal(START + next));
  }

  it('of none never comes', () => expect(nextChange([], START)).to.equal(Infinity));

  it('is that of the meeting that changes first', () =>
    expect(nextChange([{ start: START + minutes(600), end: Infinity }, evening], START + 1)).to.equal(
      START + minutes(1),
    ));

  it('comes when a moment changes, and never after', () => {
    const occurrence = fc
      .tuple(
        fc.integer({ min: -minutes(3000), max: minutes(3000) }),
        fc.integer({ min: 1, max: minutes(1500) }),
      )
      .map(([start, length]) => ({ start: START + start, end: START + start + length }));
    fc.assert(
      fc.property(fc.array(occurrence, { minLength: 1, maxLength: 5 }), fc.nat(), (list, seed) => {
        const all = (at: number): string => JSON.stringify(list.map((each) => momentOf(each, at)));
        const next = nextChange(list, START);
        if (next === Infinity) {
          expect(all(START + minutes(10_000))).to.equal(all(START));
          return;
        }
        expect(next).to.be.greaterThan(START);
        expect(all(next - 1)).to.equal(all(START));
        expect(all(START + (seed % (next - START)))).to.equal(all(START));
        expect(all(next)).not.to.equal(all(START));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the name of a day', () => {
  for (const [zone, now, instant, label, date] of [
    ['Europe/London', '2026-03-03T12:00Z', '2026-03-03T23:59Z', 'today', '2026-03-03'],
    ['Europe/London', '2026-03-03T12:00Z', '2026-03-04T00:00Z', 'tomorrow', '2026-03-04'],
    ['Europe/London', '2026-03-03T12:00Z', '2026-03-05T00:00Z', 'later', '2026-03-05'],
    ['Europe/London', '2026-03-29T00:30Z', '2026-03-29T23:30Z', 'tomorrow', '2026-03-30'],
    ['America/New_York', '2026-03-04T02:00Z', '2026-03-04T04:30Z', 'today', '2026-03-03'],
    ['Asia/Kolkata', '2026-02-28T18:00Z', '2026-02-28T18:30Z', 'tomorrow', '2026-03-01'],
    ['Australia/Lord_Howe', '2026-12-31T12:00Z', '2026-12-31T13:00Z', 'tomorrow', '2027-01-01'],
    ['Africa/Casablanca', '2026-02-15T12:00Z', '2026-02-15T23:30Z', 'today', '2026-02-15'],
    ['Asia/Tehran', '2028-02-28T21:00Z', '2028-02-29T20:30Z', 'tomorrow', '2028-03-01'],
    ['America/Sao_Paulo', '2026-05-01T02:59Z', '2026-05-01T03:00Z', 'tomorrow', '2026-05-01'],
    ['Pacific/Apia', '2011-12-30T09:00Z', '2011-12-30T11:00Z', 'later', '2011-12-31'],
    ['UTC', '2026-03-03T00:30Z', '2026-03-02T23:30Z', 'today', '2026-03-02'],
  ] as const) {
    it(`of ${instant} at ${now} in ${zone} is "${label}", ${date}`, () =>
      expect(dayLabel(Date.parse(instant), Date.parse(now), zone)).to.deep.equal({ label, date }));
  }
});
