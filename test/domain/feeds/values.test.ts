import fc from 'fast-check';
import {
  dateOf,
  daysOf,
  durationOf,
  minutesBetween,
  numberOf,
  timeOf,
  zoneReader,
} from '../../../src/domain/feeds/values.js';
import { expect, FUZZ_RUNS } from '../../support/assert.js';

describe('days of a feed', () => {
  for (const [value, sunday, days] of [
    [0, 0, [7]],
    [1, 0, [1]],
    [6, 0, [6]],
    ['0', 0, [7]],
    ['6', 0, [6]],
    ['1', 1, [7]],
    ['2', 1, [1]],
    ['7', 1, [6]],
    [[6], 0, [6]],
    [[1, 3, 3], 0, [1, 3]],
    [['Monday', '3', null, ''], 0, [1, 3]],
    ['Sunday', 0, [7]],
    ['sundays', 0, [7]],
    ['Tues.', 0, [2]],
    ['Monday, Wednesday & Friday', 0, [1, 3, 5]],
    ['1,3', 0, [1, 3]],
    ['miércoles', 0, [3]],
    ['SÁBADO', 0, [6]],
    ['dimanche', 0, [7]],
    ['火曜日', 0, [2]],
    ['lördag', 0, [6]],
    ['štvrtok', 0, [4]],
    [undefined, 0, []],
    [null, 0, []],
    ['', 0, []],
    ['  ', 0, []],
    [[], 0, []],
    [[''], 0, []],
    [7, 0, null],
    [0, 1, null],
    [-1, 0, null],
    [1.5, 0, null],
    ['someday', 0, null],
    [['someday'], 0, null],
    [{}, 0, null],
    [true, 0, null],
  ] as const) {
    it(`${JSON.stringify(value)} where Sunday is ${sunday} is ${JSON.stringify(days)}`, () =>
      expect(daysOf(value, sunday)).to.deep.equal(days));
  }
});

describe('a time of a feed', () => {
  for (const [value, minutes] of [
    ['19:00', 1140],
    ['07:30', 450],
    ['7:00', 420],
    ['7:00 PM', 1140],
    ['7:00PM', 1140],
    ['7:00 p.m.', 1140],
    ['7 pm', 1140],
    ['12:00 AM', 0],
    ['12:15 PM', 735],
    ['11:00 am', 660],
    ['18:00:00', 1080],
    ['6:05:30', 365],
    ['7.30pm', 1170],
    ['19h30', 1170],
    ['19h', 1140],
    ['1900', 1140],
    [1900, 1140],
    [0.75, 1080],
    ['Noon', 720],
    ['midnight', 0],
    ['00:00', 0],
    ['24:00', 1440],
    ['', null],
    [null, null],
    [undefined, null],
    [0, null],
    ['25:00', NaN],
    ['24:01', NaN],
    ['19:60', NaN],
    ['7', NaN],
    ['after work', NaN],
    [7, NaN],
    [{}, NaN],
    [[19], NaN],
    ['1'.repeat(100_000), NaN],
  ] as const) {
    it(`${JSON.stringify(value)?.slice(0, 40)} is ${minutes}`, () =>
      expect(timeOf(value)).to.deep.equal(minutes));
  }
});

describe('how long a meeting takes', () => {
  for (const [start, end, minutes, why] of [
    [1140, 1200, 60, 'from start to end'],
    [1410, 60, 90, 'an end before the start is on the next day'],
    [1380, 0, 60, 'until midnight'],
    [1380, 1440, 60, 'until 24:00'],
    [1170, 1170, 0, 'an end at the start says nothing'],
    [1155, 495, 0, '13 hours are a mistake'],
    [420, 1140, 720, '12 hours may be'],
    [0, 1440, 1440, 'around the clock'],
    [0, 1439, 1440, 'around the clock, to the last minute'],
    [1140, null, 0, 'no end'],
    [1140, NaN, 0, 'an end that cannot be read'],
  ] as const) {
    it(`${why}: ${start} to ${end} is ${minutes}`, () =>
      expect(minutesBetween(start, end)).to.equal(minutes));
  }

  for (const [value, minutes] of [
    ['01:30:00', 90],
    ['1:30', 90],
    ['24:00:00', 1440],
    ['12:00:00', 720],
    ['00:00:00', 0],
    ['20:00:00', 0],
    ['99:00:00', 0],
    ['', 0],
    ['soon', 0],
    [90, 0],
  ] as const) {
    it(`a duration of ${JSON.stringify(value)} is ${minutes}`, () =>
      expect(durationOf(value)).to.equal(minutes));
  }
});

describe('numbers', () => {
  for (const [value, number] of [
    [1.5, 1.5],
    ['-33.5', -33.5],
    ['51,5', 51.5],
    [' 7 ', 7],
    ['40.8806192784682000000000000000', 40.8806192784682],
    ['', null],
    ['1e5', null],
    ['12 m', null],
    [NaN, null],
    [null, null],
    [[1], null],
  ] as const) {
    it(`${JSON.stringify(value)} is ${number}`, () => expect(numberOf(value)).to.equal(number));
  }
});

describe('the day of a change', () => {
  for (const [value, date] of [
    ['2023-03-15 23:03:00', '2023-03-15'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', ''],
    ['2100-02-29', ''],
    ['2023-4-6', '2023-04-06'],
    ['2023-04-31', ''],
    ['2023-08-31T10:00Z', '2023-08-31'],
    ['8/29/2021', '2021-08-29'],
    ['8/25/2022 11:17:07 AM', '2022-08-25'],
    ['25/8/2022', '2022-08-25'],
    ['6.4.2023', '2023-04-06'],
    [1_700_000_000, '2023-11-14'],
    [1_700_000_000_000, '2023-11-14'],
    ['1700000000', '2023-11-14'],
    [45_000, '2023-03-15'],
    [7, ''],
    [-1, ''],
    ['', ''],
    [null, ''],
    ['yesterday', ''],
    ['0000-00-00 00:00:00', ''],
    ['20230315111', ''],
  ] as const) {
    it(`of ${JSON.stringify(value)} is ${JSON.stringify(date)}`, () => expect(dateOf(value)).to.equal(date));
  }

  it('is a day that exists, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^\d{4}-\d\d-\d\d$/)), (value) => {
        const date = dateOf(value);
        if (date !== '') expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).to.equal(date);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('the zone of a row', () => {
  const zoneOf = zoneReader('Europe/London');
  for (const [value, zone] of [
    ['America/New_York', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['UTC', 'UTC'],
    ['EST', 'Europe/London'],
    ['EST5EDT', 'Europe/London'],
    ['+05:00', 'Europe/London'],
    ['America/Nowhere', 'Europe/London'],
    ['', 'Europe/London'],
    [null, 'Europe/London'],
    [5, 'Europe/London'],
  ] as const) {
    it(`${JSON.stringify(value)} is ${zone}`, () => expect(zoneOf(value)).to.equal(zone));
  }

  it('is unknown where neither the row nor the page knows it', () => {
    expect(zoneReader('')('PST')).to.equal('');
    expect(zoneReader('Mars/Base')('')).to.equal('');
  });

  it('is looked up once for each name, and not for more names than there are', () => {
    const original = Intl.DateTimeFormat;
    let asked = 0;
    Intl.DateTimeFormat = new Proxy(original, {
      construct(target, args: []) {
        asked++;
        return new target(...args);
      },
    });
    try {
      const read = zoneReader('');
      for (let i = 0; i < 50; i++) expect(read('Asia/Kolkata')).to.equal('Asia/Kolkata');
      expect(asked).to.equal(1);
      for (let i = 0; i < 5_000; i++) read(`Made/Up${i}`);
      expect(asked).to.be.below(1_000);
    } finally {
      Intl.DateTimeFormat = original;
    }
  });
});
