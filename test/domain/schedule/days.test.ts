import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayNumberOf, placeInMonth, weekOf, weekdayOf } from '../../../src/domain/schedule/days.js';
import { FUZZ_RUNS } from '../../support/assert.js';

describe('a day of the calendar', () => {
  for (const date of [
    '',
    'soon',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0026-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '20260101',
  ]) {
    it(`is not "${date}"`, () => expect(dayNumberOf(date)).to.be.NaN);
  }

  it('has no name where it is none', () => {
    for (const number of [NaN, Infinity, 1e12]) expect(dateOf(number), String(number)).to.equal('');
  });

  it('is what every calendar says', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (number) => {
        const day = epoch.add({ days: number });
        expect(dateOf(number)).to.equal(day.toString());
        expect(dayNumberOf(day.toString())).to.equal(number);
        expect(weekdayOf(number)).to.equal(day.dayOfWeek);
        expect(weekOf(number + 7)).to.equal(weekOf(number) + 1);
        const monday = day.subtract({ days: day.dayOfWeek - 1 });
        expect(weekOf(dayNumberOf(monday.toString()))).to.equal(weekOf(number));
        const { week, last } = placeInMonth(number);
        expect(day.subtract({ weeks: week - 1 }).month).to.equal(day.month);
        expect(day.subtract({ weeks: week }).month).not.to.equal(day.month);
        expect(last).to.equal(day.add({ weeks: 1 }).month !== day.month);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
