import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { dateOf, dayNumberOf } from '../../../src/domain/schedule/days.js';
import {
  daysOfSeries,
  lastDayOfSeries,
  weeklyDays,
  type SeriesRule,
} from '../../../src/domain/schedule/series.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const every = (frequency: SeriesRule['frequency'], more: Partial<SeriesRule> = {}): SeriesRule => ({
  frequency,
  interval: 1,
  last: Infinity,
  count: Infinity,
  weekdays: [],
  monthDays: [],
  months: [],
  positions: [],
  weekStart: 1,
  ...more,
});
const on = (...written: string[]): SeriesRule['weekdays'] =>
  written.map((one) => ({ week: Number(one.slice(0, -2)), day: WEEKDAYS.indexOf(one.slice(-2)) + 1 }));

/** Days from 23 November 2026, a Monday, until 31 January. */
const days = (rule: SeriesRule, first: string, from = '2026-11-23', to = '2027-01-31'): string =>
  daysOfSeries(rule, dayNumberOf(first), dayNumberOf(from), dayNumberOf(to), 6)
    .map((day) => dateOf(day).slice(5))
    .join(' ');

describe('a series of a calendar', () => {
  for (const [name, rule, first, expected] of [
    ['each week', every('WEEKLY'), '2001-01-02', '11-24 12-01 12-08 12-15 12-22 12-29'],
    [
      'on two days',
      every('WEEKLY', { weekdays: on('TU', 'FR') }),
      '2026-01-02',
      '11-24 11-27 12-01 12-04 12-08 12-11',
    ],
    ['every other week', every('WEEKLY', { interval: 2 }), '2026-11-18', '12-02 12-16 12-30 01-13 01-27'],
    [
      'every other week from Monday on',
      every('WEEKLY', { interval: 2, weekdays: on('MO', 'SU') }),
      '2026-11-22',
      '11-30 12-06 12-14 12-20 12-28 01-03',
    ],
    [
      'every other week from Sunday on',
      every('WEEKLY', { interval: 2, weekdays: on('MO', 'SU'), weekStart: 7 }),
      '2026-11-22',
      '11-23 12-06 12-07 12-20 12-21 01-03',
    ],
    [
      'each day but at weekends',
      every('DAILY', { weekdays: on('MO', 'TU', 'WE', 'TH', 'FR') }),
      '2020-01-01',
      '11-23 11-24 11-25 11-26 11-27 11-30',
    ],
    [
      'every tenth day',
      every('DAILY', { interval: 10 }),
      '2026-11-20',
      '11-30 12-10 12-20 12-30 01-09 01-19',
    ],
    ['first Tuesday', every('MONTHLY', { weekdays: on('1TU') }), '2024-01-02', '12-01 01-05'],
    [
      'first and last Friday',
      every('MONTHLY', { weekdays: on('1FR', '-1FR') }),
      '2024-01-05',
      '11-27 12-04 12-25 01-01 01-29',
    ],
    ['fifth Sunday', every('MONTHLY', { weekdays: on('5SU') }), '2024-01-01', '11-29 01-31'],
    [
      'last working day',
      every('MONTHLY', { weekdays: on('MO', 'TU', 'WE', 'TH', 'FR'), positions: [-1] }),
      '2024-01-31',
      '11-30 12-31 01-29',
    ],
    [
      'second working day',
      every('MONTHLY', { weekdays: on('MO', 'TU', 'WE', 'TH', 'FR'), positions: [2] }),
      '2026-11-01',
      '12-02 01-04',
    ],
    ['the 31st', every('MONTHLY', { monthDays: [31] }), '2026-01-31', '12-31 01-31'],
    ['the last day of the month', every('MONTHLY', { monthDays: [-1] }), '2026-01-31', '11-30 12-31 01-31'],
    ['a month without the day', every('MONTHLY'), '2026-08-31', '12-31 01-31'],
    ['every third month', every('MONTHLY', { interval: 3 }), '2026-09-05', '12-05'],
    ['each year', every('YEARLY'), '1999-12-24', '12-24'],
    [
      'fourth Thursday of November',
      every('YEARLY', { months: [11], weekdays: on('4TH') }),
      '1999-11-25',
      '11-26',
    ],
    ['first Monday of the year', every('YEARLY', { weekdays: on('1MO') }), '1999-01-04', '01-04'],
    ['31 February', every('DAILY', { months: [2], monthDays: [31] }), '2000-01-01', ''],
    ['until a day', every('WEEKLY', { last: dayNumberOf('2026-12-01') }), '2026-01-06', '11-24 12-01'],
    ['three times', every('WEEKLY', { count: 3 }), '2026-11-17', '11-24 12-01'],
    ['three times, long ago', every('WEEKLY', { count: 3 }), '2001-01-02', ''],
    ['not before it begins', every('DAILY'), '2027-01-30', '01-30 01-31'],
  ] as const) {
    it(name, () => expect(days(rule, first)).to.equal(expected));
  }

  it('is what another reader of calendars makes of the rule', () => {
    const weekday = fc.constantFrom(...WEEKDAYS);
    const nth = fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), weekday)
      .map((parts) => parts.join(''));
    const rule = fc.oneof(
      fc.constant({ FREQ: 'DAILY' }),
      fc.record({
        FREQ: fc.constant('WEEKLY'),
        BYDAY: fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }).map(String),
      }),
      fc.record({
        FREQ: fc.constant('MONTHLY'),
        BYDAY: fc.uniqueArray(nth, { minLength: 1, maxLength: 2 }).map(String),
      }),
      fc.record({ FREQ: fc.constant('MONTHLY'), BYMONTHDAY: fc.constantFrom('1', '15', '28') }),
      // Not BYSETPOS: the other reader takes the first working day for the second one in the first month.
      fc.record({ FREQ: fc.constant('YEARLY'), BYMONTH: fc.constantFrom('3', '11'), BYDAY: nth }),
    );
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: dayNumberOf('2019-01-01'), max: dayNumberOf('2026-01-01') }),
        fc.option(fc.integer({ min: 1, max: 20 }), { nil: Infinity }),
        (parts, interval, first, count) => {
          const written = Object.entries(parts).map(([name, value]) => `${name}=${String(value)}`);
          const recur = ICAL.Recur.fromString([...written, `INTERVAL=${interval}`].join(';'));
          const iterator = recur.iterator(ICAL.Time.fromDateString(dateOf(first)));
          const expected: string[] = [];
          while (expected.length < Math.min(12, count)) {
            const next = iterator.next().toString();
            // Its first one may lie before the beginning of the series; and we do not count through more than 13 years.
            if (count < Infinity && dayNumberOf(next) > first + 5_000) break;
            if (dayNumberOf(next) >= first) expected.push(next);
          }
          const own = every(parts.FREQ, {
            interval,
            count,
            weekdays: 'BYDAY' in parts ? on(...parts.BYDAY.split(',')) : [],
            monthDays: 'BYMONTHDAY' in parts ? [Number(parts.BYMONTHDAY)] : [],
            months: 'BYMONTH' in parts ? [Number(parts.BYMONTH)] : [],
          });
          expect(
            daysOfSeries(own, first, first, first + 40_000, Math.min(12, count)).map(dateOf),
          ).to.deep.equal(expected);
        },
      ),
      { numRuns: Math.min(FUZZ_RUNS, 1_000) },
    );
  });

  it('names the last day before another one', () => {
    const rule = every('YEARLY', { months: [3], weekdays: on('-1SU') });
    expect(dateOf(lastDayOfSeries(rule, dayNumberOf('1996-03-31'), dayNumberOf('2026-11-23')))).to.equal(
      '2026-03-29',
    );
    expect(lastDayOfSeries(rule, dayNumberOf('2027-03-28'), dayNumberOf('2026-11-23'))).to.be.NaN;
  });

  it('is weekly only where it takes place on all those weekdays', () => {
    const [from, to] = [dayNumberOf('2026-11-23'), dayNumberOf('2027-01-22')] as const;
    const rule = every('WEEKLY', { weekdays: on('MO', 'TH') });
    const all = daysOfSeries(rule, from, from, to, 200);
    expect(weeklyDays(rule, all, from, to)).to.deep.equal([1, 4]);
    expect(weeklyDays(rule, all.slice(1), from, to)).to.deep.equal([]);
    expect(
      weeklyDays(
        rule,
        all.filter((day) => day !== from + 14),
        from,
        to,
      ),
    ).to.deep.equal([]);
    expect(weeklyDays(rule, [], from, to)).to.deep.equal([]);
    expect(weeklyDays({ ...rule, interval: 2 }, all, from, to)).to.deep.equal([]);
    expect(
      weeklyDays(every('DAILY'), daysOfSeries(every('DAILY'), 0, from, to, 200), from, to),
    ).to.have.length(7);
  });
});
