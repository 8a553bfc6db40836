import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import type { Repeat, Timetable } from '../../../src/domain/meetings/types.js';
import { recurrenceOf } from '../../../src/domain/schedule/calendar-rule.js';
import { occurrencesFrom } from '../../../src/domain/schedule/occurrence.js';

const at = (day: number, repeat?: Repeat, start = 1140): Timetable => ({
  day,
  start,
  minutes: 60,
  zone: 'UTC',
  ...(repeat && { repeat }),
});

const CASES: readonly (readonly [string, Timetable, string | null])[] = [
  ['each Monday', at(1), 'FREQ=WEEKLY;BYDAY=MO'],
  ['each Sunday', at(7), 'FREQ=WEEKLY;BYDAY=SU'],
  ['first and third Monday', at(1, { kind: 'monthly', weeks: [1, 3] }), 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['last Friday', at(5, { kind: 'monthly', weeks: [-1] }), 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['fifth Saturday', at(6, { kind: 'monthly', weeks: [5] }), 'FREQ=MONTHLY;BYDAY=5SA'],
  [
    'every other Thursday',
    at(4, { kind: 'interval', weeks: 2, from: '2026-03-05' }),
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
  ],
  ['every single week', at(4, { kind: 'interval', weeks: 1, from: '2026-03-05' }), 'FREQ=WEEKLY;BYDAY=TH'],
  ['a list of dates', at(4, { kind: 'dates', dates: ['2026-03-05'] }), null],
  ['in no week', at(4, { kind: 'monthly', weeks: [] }), null],
  ['every no weeks', at(4, { kind: 'interval', weeks: 0, from: '2026-03-05' }), null],
  ['by appointment', at(0), null],
  ['without a time', at(1, undefined, -1), null],
];

describe('the rule of a meeting for a calendar', () => {
  for (const [name, timetable, rule] of CASES)
    it(`${name} is ${rule ?? 'none'}`, () => expect(recurrenceOf(timetable)).to.equal(rule));

  for (const [name, timetable, rule] of CASES.filter((each) => each[2])) {
    it(`${name} gives the days on which the meeting takes place`, () => {
      const expected = occurrencesFrom(timetable, Date.parse('2026-01-20T00:00Z'), 'UTC', 30).map(
        ({ start }) => new Date(start).toISOString().slice(0, 16),
      );
      const first = ICAL.Time.fromDateTimeString(`${expected[0]}:00`);
      const starts = ICAL.Recur.fromString(rule!).iterator(first);
      expect(Array.from({ length: 30 }, () => starts.next().toString().slice(0, 16))).to.deep.equal(expected);
    });
  }
});
