import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { MeetingTimes } from '../../../src/domain/meetings/times.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { listOfFeeds, meeting } from '../../support/meetings.js';
import { ZONES, zoneAndInstant } from '../../support/zones.js';

const NEW_YORK = 'America/New_York';
const LOS_ANGELES = 'America/Los_Angeles';
const timesOf = (meetings: readonly Meeting[], now: string | number, zone: string) =>
  new MeetingTimes(listOfFeeds(meetings), typeof now === 'string' ? Date.parse(now) : now, zone);

/** "1 2026-03-02 19:00 +0": the weekday, the date and the time as shown, and how many days after the visitor's today. */
function shown(times: MeetingTimes, i = 0): string {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: times.date[i]! });
  const clock = Temporal.PlainTime.from('00:00').add({ minutes: times.minutes[i]! });
  return `${times.day[i]} ${date.toString()} ${clock.toString({ smallestUnit: 'minute' })} +${times.date[i]! - times.today}`;
}

// 2 March 2026 is a Monday.
const MONDAY_19_LA = meeting({ zone: LOS_ANGELES, day: 1, start: 19 * 60 });
const MONDAY_22_LA = meeting({ zone: LOS_ANGELES, day: 1, start: 22 * 60 });

describe('when a meeting is', () => {
  for (const [promise, one, now, zone, expected] of [
    [
      'in person, is told by the clock where it is',
      { ...MONDAY_22_LA, inPerson: true },
      '2026-03-02T17:00Z',
      NEW_YORK,
      '1 2026-03-02 22:00 +0',
    ],
    [
      'online, is told by the clock of the visitor',
      { ...MONDAY_22_LA, online: true },
      '2026-03-02T17:00Z',
      NEW_YORK,
      '2 2026-03-03 01:00 +1',
    ],
    [
      'by phone, is told by the clock of the visitor',
      { ...MONDAY_19_LA, phone: true },
      '2026-03-02T17:00Z',
      NEW_YORK,
      '1 2026-03-02 22:00 +0',
    ],
    [
      'both in person and online, is told by the clock where it is',
      { ...MONDAY_22_LA, inPerson: true, online: true },
      '2026-03-02T17:00Z',
      NEW_YORK,
      '1 2026-03-02 22:00 +0',
    ],
    [
      'in person without a zone, is told by the clock of the visitor',
      meeting({ inPerson: true }),
      '2026-03-02T17:00Z',
      NEW_YORK,
      '1 2026-03-02 19:00 +0',
    ],
    [
      'and began yesterday, is still shown at its own day',
      meeting({ inPerson: true, day: 7, start: 23 * 60 + 30, minutes: 90 }),
      '2026-03-02T05:15Z',
      NEW_YORK,
      '7 2026-03-01 23:30 +-1',
    ],
    [
      'half an hour from full hours away, is told to the minute',
      meeting({ online: true, zone: 'Asia/Kolkata', day: 1, start: 1140 }),
      '2026-03-02T00:00Z',
      'UTC',
      '1 2026-03-02 13:30 +0',
    ],
  ] as const) {
    it(promise, () => expect(shown(timesOf([one], now, zone))).to.equal(expected));
  }

  it('by appointment, or never again, has no day', () => {
    const ended = meeting({ repeat: { kind: 'dates', dates: ['2020-01-01'] } });
    const times = timesOf([meeting({ day: 0 }), meeting({ start: -1 }), ended], '2026-03-02T00:00Z', 'UTC');
    expect([...times.day]).to.deep.equal([0, 0, 0]);
    expect([...times.starts, ...times.ends]).to.deep.equal(new Array(6).fill(Infinity));
  });

  it('agrees with Temporal, in all zones and around changes of the clocks', () => {
    fc.assert(
      fc.property(
        zoneAndInstant,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.boolean(),
        ({ zone, instant }, visitor, day, start, inPerson) => {
          const times = timesOf([meeting({ zone, day, start, inPerson, online: true })], instant, visitor);
          const clock = Temporal.Instant.fromEpochMilliseconds(times.starts[0]!).toZonedDateTimeISO(
            inPerson ? zone : visitor,
          );
          const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(visitor);
          const dayNumber = (date: Temporal.PlainDate): number =>
            Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
          expect({
            day: times.day[0],
            date: times.date[0],
            minutes: times.minutes[0],
            today: times.today,
          }).to.deep.equal({
            day: clock.dayOfWeek,
            date: dayNumber(clock.toPlainDate()),
            minutes: clock.hour * 60 + clock.minute,
            today: dayNumber(today.toPlainDate()),
          });
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the order of meetings', () => {
  it('is that in which they start, whatever their zones; those without a time come last, as they stand', () => {
    const meetings = [
      meeting({ day: 0 }),
      meeting({ zone: NEW_YORK, inPerson: true, day: 1, start: 1200 }),
      meeting({ zone: LOS_ANGELES, inPerson: true, day: 1, start: 1200 }),
      meeting({ zone: LOS_ANGELES, inPerson: true, day: 1, start: 1019 }),
      meeting({ start: -1 }),
      meeting({ zone: NEW_YORK, inPerson: true, day: 1, start: 1200 }),
    ];
    expect([...timesOf(meetings, '2026-03-02T17:00Z', NEW_YORK).order]).to.deep.equal([3, 1, 5, 2, 0, 4]);
  });
});

describe('the times of a list are true', () => {
  const hour = meeting({ zone: 'UTC', day: 1, start: 600, minutes: 60 });
  const later = meeting({ zone: 'UTC', day: 3, start: 600, minutes: 60 });
  for (const [promise, one, now, zone, until] of [
    ['until the first meeting ends', hour, '2026-03-02T10:30Z', 'UTC', '2026-03-02T11:00Z'],
    ['until the day of the visitor ends', later, '2026-03-02T10:30Z', 'UTC', '2026-03-03T00:00Z'],
    ['until that day ends in their zone', later, '2026-03-02T10:30Z', NEW_YORK, '2026-03-03T05:00Z'],
    // Clocks go forward on 8 March, and back on 1 November.
    ['until a day of 23 hours ends', later, '2026-03-08T05:30Z', NEW_YORK, '2026-03-09T04:00Z'],
    ['until a day of 25 hours ends', later, '2026-11-01T04:30Z', NEW_YORK, '2026-11-02T05:00Z'],
    ['for a minute at least', hour, '2026-03-02T10:59:50Z', 'UTC', '2026-03-02T11:00:50Z'],
  ] as const) {
    it(promise, () => {
      expect(timesOf([one], now, zone).until).to.equal(Date.parse(until));
    });
  }

  it('and, worked out again, are those of the new moment', () => {
    const list = listOfFeeds([hour, later]);
    const before = new MeetingTimes(list, Date.parse('2026-03-02T10:30Z'), 'UTC');
    const now = Date.parse('2026-03-02T11:00Z');
    const after = new MeetingTimes(list, now, 'UTC', before);
    const anew = new MeetingTimes(list, now, 'UTC');
    for (const column of ['starts', 'ends', 'day', 'date', 'minutes', 'order'] as const)
      expect([...after[column]], column).to.deep.equal([...anew[column]]);
    expect(after.until).to.equal(anew.until);
  });
});

describe('a meeting is on', () => {
  for (const [is, when, now] of [
    [false, 'before it starts', '2026-03-02T09:59Z'],
    [false, 'in its first ten minutes, when one can still join it', '2026-03-02T10:09Z'],
    [true, 'after ten minutes', '2026-03-02T10:10Z'],
    [true, 'until its end', '2026-03-02T10:59Z'],
  ] as const) {
    it(`${is ? '' : 'not '}${when}`, () => {
      const times = timesOf([meeting({ zone: 'UTC', start: 600 })], now, 'UTC');
      expect(times.isOn(0, Date.parse(now))).to.equal(is);
      expect(times.isOn(0, Date.parse('2026-03-02T11:00Z'))).to.equal(false);
    });
  }
});
