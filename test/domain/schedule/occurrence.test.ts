import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Repeat, Timetable } from '../../../src/domain/meetings/types.js';
import {
  NextStarts,
  makeNextStarts,
  nextOccurrence,
  occurrencesFrom,
} from '../../../src/domain/schedule/occurrence.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { ZONES, zoneAndInstant } from '../../support/zones.js';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const at = (zone: string, day: number, time: string, minutes: number, repeat?: Repeat): Timetable => ({
  zone,
  day,
  start: minutesOf(time),
  minutes,
  ...(repeat && { repeat }),
});

const shown = (timetable: Timetable, now: string, visitorZone = 'UTC'): string | null => {
  const next = nextOccurrence(timetable, Date.parse(now), visitorZone);
  const text = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;
  return next && `${text(next.start)} ${text(next.end)}`;
};

const TUESDAY = at('Europe/London', 2, '19:00', 90);
const NIGHT = at('America/New_York', 6, '23:30', 90);
const FIRST_AND_LAST: Repeat = { kind: 'monthly', weeks: [1, -1] };
const FORTNIGHT: Repeat = { kind: 'interval', weeks: 2, from: '2026-03-03' };
const DATES: Repeat = { kind: 'dates', dates: ['2026-03-03', '2026-04-10'] };

describe('the next occurrence', () => {
  for (const [promise, timetable, now, expected] of [
    ['is the one of today', TUESDAY, '2026-03-03T12:00Z', '2026-03-03T19:00Z 2026-03-03T20:30Z'],
    ['is the one that is on', TUESDAY, '2026-03-03T20:29Z', '2026-03-03T19:00Z 2026-03-03T20:30Z'],
    ['at its end is that of next week', TUESDAY, '2026-03-03T20:30Z', '2026-03-10T19:00Z 2026-03-10T20:30Z'],
    [
      'after clocks went forward, by the clock',
      TUESDAY,
      '2026-03-25T12:00Z',
      '2026-03-31T18:00Z 2026-03-31T19:30Z',
    ],
    [
      'after clocks went back, by the clock',
      TUESDAY,
      '2026-10-21T12:00Z',
      '2026-10-27T19:00Z 2026-10-27T20:30Z',
    ],
    [
      'of unknown length is an hour',
      at('UTC', 2, '19:00', 0),
      '2026-03-03T19:59Z',
      '2026-03-03T19:00Z 2026-03-03T20:00Z',
    ],
    [
      'that crosses midnight is on until its end',
      NIGHT,
      '2026-03-01T05:59Z',
      '2026-03-01T04:30Z 2026-03-01T06:00Z',
    ],
    [
      'that crosses midnight is over at its end',
      NIGHT,
      '2026-03-01T06:00Z',
      '2026-03-08T04:30Z 2026-03-08T06:00Z',
    ],
    [
      'through an hour left out takes as long as ever',
      at('America/New_York', 7, '01:30', 60),
      '2026-03-08T06:45Z',
      '2026-03-08T06:30Z 2026-03-08T07:30Z',
    ],
    [
      'in an hour left out is moved on',
      at('America/New_York', 7, '02:30', 60),
      '2026-03-08T00:00Z',
      '2026-03-08T07:30Z 2026-03-08T08:30Z',
    ],
    [
      'in an hour that comes twice is in the first',
      at('America/New_York', 7, '01:30', 30),
      '2026-11-01T00:00Z',
      '2026-11-01T05:30Z 2026-11-01T06:00Z',
    ],
    [
      'in half an hour left out is moved on by that',
      at('Australia/Lord_Howe', 7, '02:15', 60),
      '2026-10-01T00:00Z',
      '2026-10-03T15:45Z 2026-10-03T16:45Z',
    ],
    [
      'over the end of a year',
      at('Asia/Kolkata', 4, '23:45', 60),
      '2026-12-31T18:30Z',
      '2026-12-31T18:15Z 2026-12-31T19:15Z',
    ],
    [
      'on a leap day',
      at('Asia/Tehran', 2, '18:00', 60),
      '2028-02-26T00:00Z',
      '2028-02-29T14:30Z 2028-02-29T15:30Z',
    ],
    [
      'in Ramadan goes by the clock of Ramadan',
      at('Africa/Casablanca', 1, '20:00', 60),
      '2026-02-15T12:00Z',
      '2026-02-16T20:00Z 2026-02-16T21:00Z',
    ],
    [
      'after Ramadan goes by the usual clock',
      at('Africa/Casablanca', 1, '20:00', 60),
      '2026-03-20T12:00Z',
      '2026-03-23T19:00Z 2026-03-23T20:00Z',
    ],
    [
      'at a midnight left out starts an hour later',
      at('America/Sao_Paulo', 7, '00:00', 60),
      '2018-11-03T12:00Z',
      '2018-11-04T03:00Z 2018-11-04T04:00Z',
    ],
    [
      'over the day that was left out',
      at('Pacific/Apia', 4, '23:30', 60),
      '2011-12-30T10:15Z',
      '2011-12-30T09:30Z 2011-12-30T10:30Z',
    ],
    [
      'around the clock is on all day',
      at('Europe/London', 7, '00:00', 1440),
      '2026-03-29T22:59Z',
      '2026-03-29T00:00Z 2026-03-29T23:00Z',
    ],
    [
      'around the clock has 25 hours in autumn',
      at('Europe/London', 7, '00:00', 1440),
      '2026-10-25T23:59Z',
      '2026-10-24T23:00Z 2026-10-26T00:00Z',
    ],
    [
      'around the clock ends at midnight',
      at('Europe/London', 7, '00:00', 1440),
      '2026-03-29T23:00Z',
      '2026-04-04T23:00Z 2026-04-05T23:00Z',
    ],
    [
      'of two days is on in the second',
      at('UTC', 2, '12:00', 2880),
      '2026-03-05T11:59Z',
      '2026-03-03T12:00Z 2026-03-05T12:00Z',
    ],
    [
      'without a zone is by the clock of the visitor',
      at('', 2, '19:00', 60),
      '2026-03-03T12:00Z',
      '2026-03-03T19:00Z 2026-03-03T20:00Z',
    ],
    [
      'in a zone that nobody knows is in UTC',
      at('Nowhere/X', 2, '19:00', 60),
      '2026-03-03T12:00Z',
      '2026-03-03T19:00Z 2026-03-03T20:00Z',
    ],
    [
      'of a month is on its first such day',
      at('UTC', 2, '19:00', 60, FIRST_AND_LAST),
      '2026-03-01T00:00Z',
      '2026-03-03T19:00Z 2026-03-03T20:00Z',
    ],
    [
      'of a month is on its last such day',
      at('UTC', 2, '19:00', 60, FIRST_AND_LAST),
      '2026-03-03T20:00Z',
      '2026-03-31T19:00Z 2026-03-31T20:00Z',
    ],
    [
      'of a fifth day waits for a month that has one',
      at('UTC', 7, '19:00', 60, { kind: 'monthly', weeks: [5] }),
      '2026-03-30T00:00Z',
      '2026-05-31T19:00Z 2026-05-31T20:00Z',
    ],
    [
      'of a last day in a leap year',
      at('UTC', 2, '19:00', 60, { kind: 'monthly', weeks: [-1] }),
      '2028-02-23T00:00Z',
      '2028-02-29T19:00Z 2028-02-29T20:00Z',
    ],
    [
      'of every other week is on in its week',
      at('UTC', 2, '19:00', 60, FORTNIGHT),
      '2026-03-03T19:59Z',
      '2026-03-03T19:00Z 2026-03-03T20:00Z',
    ],
    [
      'of every other week leaves a week out',
      at('UTC', 2, '19:00', 60, FORTNIGHT),
      '2026-03-03T20:00Z',
      '2026-03-17T19:00Z 2026-03-17T20:00Z',
    ],
    [
      'of every other week counts backwards too',
      at('UTC', 2, '19:00', 60, FORTNIGHT),
      '2026-02-11T00:00Z',
      '2026-02-17T19:00Z 2026-02-17T20:00Z',
    ],
    [
      'of every other week goes by the week of its first day',
      at('UTC', 4, '19:00', 60, FORTNIGHT),
      '2026-03-03T00:00Z',
      '2026-03-05T19:00Z 2026-03-05T20:00Z',
    ],
    [
      'of a list is the next date',
      at('UTC', 2, '19:00', 60, DATES),
      '2026-03-04T00:00Z',
      '2026-04-10T19:00Z 2026-04-10T20:00Z',
    ],
    [
      'of a list is the date that is on',
      at('UTC', 2, '23:30', 60, DATES),
      '2026-03-04T00:15Z',
      '2026-03-03T23:30Z 2026-03-04T00:30Z',
    ],
    ['of a list is none when all are over', at('UTC', 2, '19:00', 60, DATES), '2026-04-10T20:00Z', null],
    [
      'of an empty list is none',
      at('UTC', 2, '19:00', 60, { kind: 'dates', dates: [] }),
      '2026-03-04T00:00Z',
      null,
    ],
    ['by appointment is none', at('UTC', 0, '19:00', 60), '2026-03-04T00:00Z', null],
    ['without a time is none', { ...TUESDAY, start: -1 }, '2026-03-04T00:00Z', null],
  ] as const) {
    it(promise, () => expect(shown(timetable, now)).to.equal(expected));
  }

  it('without a zone follows the visitor', () =>
    expect(shown(at('', 2, '19:00', 60), '2026-03-03T12:00Z', 'Asia/Kolkata')).to.equal(
      '2026-03-03T13:30Z 2026-03-03T14:30Z',
    ));

  it('of what is no timetable is none, and nothing throws or hangs', () => {
    for (const broken of [
      { ...TUESDAY, day: NaN },
      { ...TUESDAY, day: 8 },
      { ...TUESDAY, start: NaN },
      { ...TUESDAY, start: Infinity },
      { ...TUESDAY, minutes: Infinity },
      { ...TUESDAY, repeat: { kind: 'interval', weeks: 0, from: '2026-03-03' } },
      { ...TUESDAY, repeat: { kind: 'interval', weeks: NaN, from: '2026-03-03' } },
      { ...TUESDAY, repeat: { kind: 'interval', weeks: 2, from: '2026-02-30' } },
      { ...TUESDAY, repeat: { kind: 'interval', weeks: 1e15, from: '2026-03-03' } },
      { ...TUESDAY, repeat: { kind: 'monthly', weeks: [] } },
      { ...TUESDAY, repeat: { kind: 'monthly', weeks: [6, 0, -2] } },
      { ...TUESDAY, repeat: { kind: 'dates', dates: ['soon'] } },
    ] as Timetable[])
      expect(shown(broken, '2026-03-10T12:00Z'), JSON.stringify(broken)).to.equal(null);
    expect(nextOccurrence(TUESDAY, NaN, 'UTC')).to.equal(null);
  });
});

describe('the next occurrences', () => {
  const starts = (timetable: Timetable, now: string, count: number): string[] =>
    occurrencesFrom(timetable, Date.parse(now), 'UTC', count).map(({ start }) =>
      new Date(start).toISOString().slice(0, 16),
    );

  it('begin with the one that is on, and go on over a change of the clocks', () =>
    expect(starts(TUESDAY, '2026-03-24T20:00Z', 3)).to.deep.equal([
      '2026-03-24T19:00',
      '2026-03-31T18:00',
      '2026-04-07T18:00',
    ]));

  it('are as many as there are dates', () =>
    expect(starts(at('UTC', 2, '19:00', 60, DATES), '2026-01-01T00:00Z', 5)).to.deep.equal([
      '2026-03-03T19:00',
      '2026-04-10T19:00',
    ]));

  it('are none where none is asked for', () =>
    expect(starts(TUESDAY, '2026-03-24T20:00Z', 0)).to.deep.equal([]));
});

/** The same question answered by a calendar: day by day, each in its zone. */
function oracle(timetable: Timetable, now: number, zone: string): { start: number; end: number } | null {
  const { day, start, minutes, repeat } = timetable;
  const length = minutes || 60;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const monday = (date: Temporal.PlainDate): Temporal.PlainDate =>
    date.subtract({ days: date.dayOfWeek - 1 });
  const takesPlace = (date: Temporal.PlainDate): boolean => {
    if (repeat?.kind === 'dates') return repeat.dates.includes(date.toString());
    if (date.dayOfWeek !== day) return false;
    if (repeat?.kind === 'interval')
      return monday(Temporal.PlainDate.from(repeat.from)).until(monday(date)).days % (7 * repeat.weeks) === 0;
    if (repeat?.kind === 'monthly')
      return repeat.weeks.some((week) =>
        week > 0 ? Math.floor((date.day - 1) / 7) === week - 1 : date.daysInMonth - date.day < 7,
      );
    return true;
  };
  for (let ahead = -4; ahead < 130; ahead++) {
    const date = today.add({ days: ahead });
    if (!takesPlace(date)) continue;
    const local = date.toPlainDateTime({ hour: Math.floor(start / 60), minute: start % 60 });
    const begin = local.toZonedDateTime(zone);
    const end =
      length < 1440 ? begin.add({ minutes: length }) : local.add({ minutes: length }).toZonedDateTime(zone);
    if (end.epochMilliseconds > now) return { start: begin.epochMilliseconds, end: end.epochMilliseconds };
  }
  return null;
}

const dayNear = (now: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: -40, max: 40 })
    .map((days) => new Date(now + days * 86_400_000).toISOString().slice(0, 10));

const repeatNear = (now: number): fc.Arbitrary<Repeat | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.record({
      kind: fc.constant('monthly' as const),
      weeks: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('interval' as const),
      weeks: fc.integer({ min: 1, max: 5 }),
      from: dayNear(now),
    }),
    fc.record({
      kind: fc.constant('dates' as const),
      dates: fc.uniqueArray(dayNear(now), { maxLength: 5 }).map((dates) => dates.sort()),
    }),
  );

const question = zoneAndInstant.chain(({ zone, instant }) =>
  fc.record({
    now: fc.constant(instant),
    timetable: fc
      .record({
        zone: fc.constant(zone),
        day: fc.integer({ min: 1, max: 7 }),
        // Most starts lie in the hours in which clocks are changed.
        start: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 })),
        minutes: fc.constantFrom(0, 1, 30, 60, 90, 180, 600, 1440, 2880),
        repeat: repeatNear(instant),
      })
      .map(({ repeat, ...weekly }): Timetable => (repeat ? { ...weekly, repeat } : weekly)),
  }),
);

describe('next occurrences, whatever the meeting,', () => {
  it('are those that a calendar gives', () => {
    fc.assert(
      fc.property(question, ({ timetable, now }) => {
        expect(nextOccurrence(timetable, now, 'UTC')).to.deep.equal(oracle(timetable, now, timetable.zone));
      }),
      { numRuns: 2 * FUZZ_RUNS },
    );
  });

  it('follow each other: at the end of one comes the next', () => {
    fc.assert(
      fc.property(question, ({ timetable, now }) => {
        const [first, ...rest] = occurrencesFrom(timetable, now, 'UTC', 4);
        if (!first) return;
        expect(first).to.deep.equal(nextOccurrence(timetable, now, 'UTC'));
        let { end } = first;
        for (const next of rest) {
          expect(next.end).to.be.greaterThan(end);
          expect(next).to.deep.equal(nextOccurrence(timetable, end, 'UTC'));
          end = next.end;
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the next starts of many', () => {
  const NOW = Date.parse('2026-03-28T12:00Z');
  const many = ZONES.flatMap((zone) =>
    [0, 1, 4, 6, 7].flatMap((day) =>
      [-1, 0, 90, 1140, 1410].flatMap((start) =>
        [0, 90, 1440].flatMap((minutes) =>
          [undefined, FIRST_AND_LAST, FORTNIGHT, DATES].map((repeat): Timetable => ({
            zone,
            day,
            start,
            minutes,
            ...(repeat && { repeat }),
          })),
        ),
      ),
    ),
  );
  const expectRight = (next: NextStarts, now: number, from = 0, to = many.length): void => {
    const wrong = many.slice(from, to).filter((timetable, i) => {
      const one = nextOccurrence(timetable, now, 'UTC');
      return (
        next.starts[from + i] !== (one?.start ?? Infinity) || next.ends[from + i] !== (one?.end ?? Infinity)
      );
    });
    expect(wrong).to.deep.equal([]);
  };

  it('are the same as of each', () => expectRight(makeNextStarts(many, NOW, 'UTC'), NOW));

  it('stay right as time goes on, over a change of the clocks', () => {
    const next = makeNextStarts(many, NOW, 'UTC');
    for (let now = NOW; now < NOW + 3 * 86_400_000; now += 47 * 60_000) {
      next.update(now);
      expectRight(next, now);
    }
  });

  it('are right after the clock of the device was put back', () => {
    const next = makeNextStarts(many, NOW, 'UTC');
    next.update(NOW - 20 * 86_400_000);
    expectRight(next, NOW - 20 * 86_400_000);
  });

  it('can be made in slices', () => {
    const next = new NextStarts(many, 'UTC');
    expect(next.starts[50]).to.equal(Infinity);
    next.update(NOW, 0, 50);
    expectRight(next, NOW, 0, 50);
    expect(next.starts.subarray(50).every((start) => start === Infinity)).to.equal(true);
    next.update(NOW, 50, many.length);
    expectRight(next, NOW);
  });

  it('are worked out again only where one is over', () => {
    const next = makeNextStarts(many, NOW, 'UTC');
    expect(next.update(NOW)).to.equal(0);
    const ends = next.ends.slice();
    const first = Math.min(...ends);
    expect(next.update(first - 1)).to.equal(0);
    expect(next.update(first)).to.equal(ends.filter((end) => end === first).length);
  });
});
