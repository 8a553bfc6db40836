import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isZone, offsetAt, toInstant, wallClock, zoneTable } from '../../../src/domain/schedule/zone.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { zoneAndInstant } from '../../support/zones.js';

describe('the name of a zone', () => {
  for (const name of ['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'US/Eastern', 'Etc/GMT+5'])
    it(`is "${name}"`, () => expect([isZone(name), isZone(name)]).to.deep.equal([true, true]));
  for (const name of ['', '+01:00', '-0500', 'Nowhere/Nothing', 'Europe/London\r\nX', ' UTC', 'constructor'])
    it(`is not ${JSON.stringify(name)}`, () =>
      expect([isZone(name), isZone(name)]).to.deep.equal([false, false]));
});

describe('an unknown zone', () => {
  it('counts as UTC, and nothing throws', () => {
    const noon = Date.UTC(2026, 6, 1, 12);
    for (const zone of ['', '+05:00', 'Nowhere/Nothing']) {
      expect(offsetAt(zone, noon)).to.equal(0);
      expect(toInstant(zone, '2026-07-01', 720)).to.equal(noon);
      expect(wallClock(zone, noon)).to.deep.equal({
        date: '2026-07-01',
        dayNumber: noon / 86_400_000 - 0.5,
        day: 3,
        minutes: 720,
      });
    }
  });
});

describe('what is no instant or no day', () => {
  it('gives NaN, and nothing throws', () => {
    for (const date of ['', 'soon', '2026-02-30', NaN, Infinity])
      expect(toInstant('Europe/London', date, 600), String(date)).not.to.satisfy(Number.isFinite);
    for (const instant of [NaN, Infinity, -Infinity, 8.64e15, -8.64e15, 1e300]) {
      expect(offsetAt('Europe/London', instant), String(instant)).to.satisfy(Number.isFinite);
      expect(() => wallClock('Europe/London', instant)).not.to.throw();
    }
    expect(wallClock('Europe/London', NaN).date).to.equal('');
  });
});

/** Zone, what the clock shows, and the instant. */
const TIMES = [
  ['UTC', '2028-02-29', '23:59', '2028-02-29T23:59Z', 'leap day'],
  ['Europe/London', '2026-03-29', '00:59', '2026-03-29T00:59Z', 'the last minute of winter'],
  ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30Z', 'left out: moved on'],
  ['Europe/London', '2026-03-29', '02:00', '2026-03-29T01:00Z', 'the first minute of summer'],
  ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30Z', 'comes twice: the first'],
  ['Europe/London', '2026-10-25', '02:00', '2026-10-25T02:00Z', 'after the second'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z', 'left out: moved on'],
  ['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00Z', 'comes twice: the first'],
  ['America/New_York', '2026-12-31', '23:30', '2027-01-01T04:30Z', 'the end of a year'],
  ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00Z', 'a midnight that is left out'],
  ['America/Sao_Paulo', '2019-02-16', '23:30', '2019-02-17T01:30Z', 'half past eleven twice'],
  ['America/Sao_Paulo', '2026-01-15', '12:00', '2026-01-15T15:00Z', 'summer time is no more'],
  ['Asia/Kolkata', '2026-03-01', '00:00', '2026-02-28T18:30Z', 'the end of a month, half an hour apart'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z', 'half an hour is left out'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z', 'half an hour comes twice'],
  ['Africa/Casablanca', '2026-02-14', '12:00', '2026-02-14T11:00Z', 'before Ramadan'],
  ['Africa/Casablanca', '2026-02-16', '12:00', '2026-02-16T12:00Z', 'in Ramadan'],
  ['Africa/Casablanca', '2026-03-23', '12:00', '2026-03-23T11:00Z', 'after Ramadan'],
  ['Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59Z', 'before the day that was left out'],
  ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00Z', 'the day that was left out: moved on'],
  ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00Z', 'after it'],
  ['Asia/Tehran', '2022-03-22', '00:30', '2022-03-21T21:00Z', 'midnight is left out'],
  ['Asia/Tehran', '2026-06-01', '12:00', '2026-06-01T08:30Z', 'summer time is no more'],
] as const;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('a time on the wall', () => {
  for (const [zone, date, time, instant, why] of TIMES) {
    it(`${date} ${time} in ${zone} is ${instant} (${why})`, () =>
      expect(toInstant(zone, date, minutesOf(time))).to.equal(Date.parse(instant)));
  }

  it('may lie on the next days', () =>
    expect(toInstant('Europe/London', '2026-12-31', 1440 + 90)).to.equal(Date.parse('2027-01-01T01:30Z')));
});

describe('the clock on the wall', () => {
  for (const [zone, date, time, instant] of TIMES.filter(([, , , , why]) => !why.includes('left out'))) {
    it(`shows ${date} ${time} in ${zone} at ${instant}`, () => {
      const shown = wallClock(zone, Date.parse(instant) + 59_999);
      expect([shown.date, shown.minutes]).to.deep.equal([date, minutesOf(time)]);
    });
  }
});

const zoned = (zone: string, instant: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

describe('zones, whatever the instant,', () => {
  it('show the time that Temporal says', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, instant }) => {
        const expected = zoned(zone, instant);
        expect(offsetAt(zone, instant)).to.equal(expected.offsetNanoseconds / 60e9);
        const clock = wallClock(zone, instant);
        expect(clock.date).to.equal(expected.toPlainDate().toString());
        expect(clock.day).to.equal(expected.dayOfWeek);
        expect(clock.minutes).to.equal(expected.hour * 60 + expected.minute);
        expect(clock.dayNumber).to.equal(
          Temporal.PlainDate.from('1970-01-01').until(expected.toPlainDate()).days,
        );
      }),
      { numRuns: 2 * FUZZ_RUNS },
    );
  });

  it('have the instants that Temporal says, left out hours and double ones included', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, instant }) => {
        // As if the zone were UTC, so that hours come up that its clocks do not show.
        const local = zoned('UTC', instant + 60_000 * offsetAt(zone, instant)).toPlainDateTime();
        const expected = local
          .round({ smallestUnit: 'minute', roundingMode: 'floor' })
          .toZonedDateTime(zone, { disambiguation: 'compatible' });
        const date = local.toPlainDate().toString();
        const minutes = local.hour * 60 + local.minute;
        expect(toInstant(zone, date, minutes)).to.equal(expected.epochMilliseconds);
        const number = wallClock('UTC', Date.parse(date)).dayNumber;
        expect(toInstant(zone, number, minutes)).to.equal(expected.epochMilliseconds);
      }),
      { numRuns: 2 * FUZZ_RUNS },
    );
  });

  it('of the whole world have the offset that Temporal says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: Date.UTC(1975), max: Date.UTC(2040) }),
        (zone, instant) => {
          expect(offsetAt(zone, instant)).to.equal(zoned(zone, instant).offsetNanoseconds / 60e9);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the changes of the clocks', () => {
  it('are those that Temporal knows, to the minute, also twice within six weeks', () => {
    for (const zone of ['Africa/Casablanca', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata']) {
      const from = Date.UTC(2011, 0, 1);
      const to = Date.UTC(2031, 0, 1);
      const expected: number[] = [];
      let at: Temporal.ZonedDateTime | null = zoned(zone, from);
      while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < to)
        expected.push(at.epochMilliseconds);
      const found = zoneTable(zone).transitions(from, to);
      expect(
        found.map((change) => change.at),
        zone,
      ).to.deep.equal(expected);
      for (const { at: instant, before, after } of found) {
        expect(offsetAt(zone, instant - 1)).to.equal(before);
        expect(offsetAt(zone, instant)).to.equal(after);
        expect(before).not.to.equal(after);
      }
    }
  });
});

// The last one here: it uses up what is looked up.
describe('a list of nothing but unknown zones', () => {
  it('is read as UTC, and what was known stays known', () => {
    for (let i = 0; i < 3000; i++) expect(isZone(`Nowhere/N${i}`)).to.equal(false);
    expect(isZone('Europe/London')).to.equal(true);
    expect(offsetAt('Nowhere/N2999', 0)).to.equal(0);
  });
});
