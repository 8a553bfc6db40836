import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { calendarEntries } from '../src/calendar-tools.js';
import type { CalendarEntry } from '../src/domain/feeds/icalendar.js';
import { FUZZ_RUNS } from './support/assert.js';
import { atOnce, countedSteps } from './support/at-once.js';

/** A Monday, at noon in New York. */
const now = new Date('2026-11-23T17:00:00Z');
const options = { now, days: 60 };
const read = (text: string): (CalendarEntry | null)[] => atOnce(calendarEntries(text, options));
const fixture = async (name: string): Promise<string> => (await fetch(`/feeds/${name}`)).text();

const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:A', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const only = (...lines: string[]): CalendarEntry => {
  const [entry, ...others] = read(calendar(event(...lines)));
  expect(others).to.deep.equal([]);
  return entry!;
};

describe('a calendar of Google', () => {
  let entries: Map<string, CalendarEntry>;
  before(async () => {
    entries = new Map(read(await fixture('sample-google.ics')).map((entry) => [entry!.uid, entry!]));
  });
  const get = (id: string): CalendarEntry => entries.get(`${id}@sample.example`)!;

  it('has each event once, a changed day for itself, and no private event', () =>
    expect([...entries.keys()].map((uid) => uid.replace('@sample.example', ''))).to.deep.equal([
      'weekly', 'monthly', 'biweekly', 'moved', 'moved 2026-11-27', 'touched', 'allday', 'single', 'past', 'over',
    ])); // prettier-ignore
  it('has a series on two days of each week, however old it is', () => {
    const { weekly, weekdays, start, minutes, zone, location, description, updated } = get('weekly');
    expect({ weekly, weekdays, start, minutes, zone, updated }).to.deep.equal({
      weekly: true,
      weekdays: [1, 4],
      start: 19 * 60 + 30,
      minutes: 60,
      zone: 'America/New_York',
      updated: '2026-09-30',
    });
    expect(location).to.equal('Sample Community Church, 12 Example St, Sampletown, NY 10000, USA');
    expect(description).to.contain('bell, please.\nCoffee; tea.');
  });
  it('has the days of what does not come each week, without those that are left out', () => {
    expect(get('monthly').dates).to.deep.equal(['2026-12-01']);
    expect(get('biweekly').dates).to.deep.equal(['2026-12-02', '2026-12-30', '2027-01-13']);
    expect(get('monthly').weekly).to.equal(false);
  });
  it('leaves moved and cancelled days out of a series, and shows the moved one', () => {
    expect(get('moved').dates.slice(0, 2)).to.deep.equal(['2026-12-11', '2026-12-18']);
    expect(get('moved').weekly).to.equal(false);
    const moved = entries.get('moved@sample.example 2026-11-27')!;
    expect(moved.dates).to.deep.equal(['2026-11-28']);
    expect(moved.title).to.contain('Saturday');
  });
  it('stays weekly where a single day was saved without a change', () =>
    expect(get('touched').weekly).to.equal(true));
  it('tells a single event of world time on the clocks of the calendar', () => {
    const { dates, start, zone } = get('single');
    expect([dates, start, zone]).to.deep.equal([['2026-11-30'], 19 * 60 + 30, 'America/New_York']);
  });
  it('has no time for a whole day, and no days for what is over', () => {
    expect([get('allday').dates, get('allday').start]).to.deep.equal([['2026-12-25'], -1]);
    expect(get('past').dates).to.deep.equal([]);
    expect(get('over').dates).to.deep.equal([]);
  });
});

describe('a calendar of Outlook', () => {
  let entries: (CalendarEntry | null)[];
  before(async () => (entries = read(await fixture('sample-outlook.ics'))));

  it('knows the names that Windows gives to zones', () => {
    const [entry] = entries;
    expect([entry?.zone, entry?.start, entry?.minutes, entry?.weekdays]).to.deep.equal([
      'Europe/Berlin',
      1140,
      90,
      [2],
    ]);
    expect(entry?.categories).to.deep.equal(['Women', 'Meetings']);
    expect(entry?.description).to.equal('Kommen Sie gern vorbei.\n\nMehr: https://verein.example/treffen');
  });
  it('finds the zone whose clocks the file describes', () => {
    const [, entry] = entries;
    expect([entry?.zone, entry?.start, entry?.minutes]).to.deep.equal(['America/Chicago', 1200, 90]);
    expect(entry?.dates).to.deep.equal(['2026-11-30', '2026-12-28']);
    expect(entry?.conference).to.equal('https://teams.microsoft.com/l/meetup-join/sample');
  });
  it('names no zone where nobody knows it', () => {
    expect(entries[2]?.zone).to.equal('');
    expect(entries[2]?.dates[0]).to.equal('2026-11-27');
  });
});

describe('a broken calendar', () => {
  it('loses no event that can be read, and counts the others', async () => {
    const entries = read(await fixture('sample-broken.ics'));
    expect(entries.map((entry) => entry?.title ?? null)).to.deep.equal([
      'Still here', null, null, 'Never', null, 'A date without saying so', null,
    ]); // prettier-ignore
    expect(entries[0]?.description).to.equal('A text that somebody broke\n\nwithout folding it');
    expect(entries[0]?.weekdays).to.deep.equal([1]);
    expect(entries[3]?.dates).to.deep.equal([]);
    expect(entries[5]?.dates).to.deep.equal(['2026-12-01']);
  });
  for (const [name, text] of [
    ['a web page', '<!doctype html>\n<title>Not found: 404</title>'],
    ['nothing', ''],
    ['a table', 'Name,Day\nA,Monday'],
    ['a calendar without events', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
  ] as const) {
    it(`is empty for ${name}`, () => expect(read(text)).to.deep.equal([]));
  }
});

describe('an event', () => {
  for (const [name, lines, expected] of [
    ['of tomorrow', ['DTSTART:20261124T190000', 'DURATION:PT1H30M'], ['2026-11-24', 1140, 90, '']],
    [
      'of yesterday, which may not be over',
      ['DTSTART:20261122T230000', 'DURATION:PT2H'],
      ['2026-11-22', 1380, 120, ''],
    ],
    [
      'across midnight',
      ['DTSTART;TZID=Europe/Paris:20261124T233000', 'DTEND;TZID=Europe/Paris:20261125T010000'],
      ['2026-11-24', 1410, 90, 'Europe/Paris'],
    ],
    [
      'that ends in another zone',
      ['DTSTART;TZID=Europe/Paris:20261124T200000', 'DTEND:20261124T200000Z'],
      ['2026-11-24', 1200, 60, 'Europe/Paris'],
    ],
    ['without an end', ['DTSTART:20261124T190000Z'], ['2026-11-24', 1140, 0, 'UTC']],
    ['of several days', ['DTSTART:20261127T180000', 'DTEND:20261129T120000'], ['2026-11-27', 1080, 0, '']],
    [
      'of whole days',
      ['DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261130'],
      ['2026-11-27 2026-11-28 2026-11-29', -1, 0, ''],
    ],
    [
      'in half a year, of which only the next day is told',
      ['DTSTART:20270601T190000', 'RRULE:FREQ=DAILY'],
      ['2027-06-01', 1140, 0, ''],
    ],
    [
      'that is added to a series',
      ['DTSTART:20261124T190000', 'RDATE:20261203T190000,20261201T190000'],
      ['2026-11-24 2026-12-01 2026-12-03', 1140, 0, ''],
    ],
    ['that is cancelled', ['DTSTART:20261124T190000', 'STATUS:CANCELLED'], ['', 1140, 0, '']],
    [
      'of a program that puts its name before the zone',
      ['DTSTART;TZID=/sample.example/20250210_1/Europe/Berlin:20261124T190000'],
      ['2026-11-24', 1140, 0, 'Europe/Berlin'],
    ],
    ['with an abbreviation for a zone', ['DTSTART;TZID=EST:20261124T190000'], ['2026-11-24', 1140, 0, '']],
    [
      'until a moment of world time',
      ['DTSTART;TZID=America/New_York:20261117T193000', 'RRULE:FREQ=WEEKLY;UNTIL=20261202T003000Z'],
      ['2026-11-24 2026-12-01', 1170, 0, 'America/New_York'],
    ],
    [
      'until a moment before its last start',
      ['DTSTART;TZID=America/New_York:20261117T193000', 'RRULE:FREQ=WEEKLY;UNTIL=20261202T002959Z'],
      ['2026-11-24', 1170, 0, 'America/New_York'],
    ],
    [
      'left out by a date alone',
      ['DTSTART:20261124T190000', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261125'],
      ['2026-11-24 2026-11-26', 1140, 0, ''],
    ],
  ] as const) {
    it(name, () => {
      const { dates, start, minutes, zone } = only(...lines);
      expect([dates.join(' '), start, minutes, zone]).to.deep.equal(expected);
    });
  }

  it('has at most 200 days', () => {
    const text = calendar(event('DTSTART:20261124T190000', 'RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA'));
    expect(atOnce(calendarEntries(text, { now, days: 5_000 }))[0]?.dates).to.have.length(200);
  });
  it('takes the zone of the calendar for times that name none', () => {
    const text = calendar('X-WR-TIMEZONE:Europe/Madrid', event('DTSTART:20261124T190000'));
    expect(read(text)[0]?.zone).to.equal('Europe/Madrid');
  });
  it('keeps a series of world time in world time', () => {
    const text = calendar(
      'X-WR-TIMEZONE:Europe/Madrid',
      event('DTSTART:20260101T190000Z', 'RRULE:FREQ=WEEKLY'),
    );
    expect([read(text)[0]?.zone, read(text)[0]?.start]).to.deep.equal(['UTC', 1140]);
  });
  it('is told as weekly on each day where it takes place each day', () =>
    expect(only('DTSTART:20260101T190000', 'RRULE:FREQ=DAILY').weekdays).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7,
    ]));
  it('is not weekly before it begins, nor when it soon ends', () => {
    expect(only('DTSTART:20261201T190000', 'RRULE:FREQ=WEEKLY').weekly).to.equal(false);
    expect(only('DTSTART:20261001T190000', 'RRULE:FREQ=WEEKLY;UNTIL=20261231').weekly).to.equal(false);
    expect(only('DTSTART:20261001T190000', 'RRULE:FREQ=WEEKLY;COUNT=500').weekly).to.equal(true);
  });
  it('reads a place on the map, and only a true one', () => {
    const { latitude, longitude } = only('DTSTART:20261124T190000', 'GEO:40.7;-73.9');
    expect([latitude, longitude]).to.deep.equal([40.7, -73.9]);
    expect(only('DTSTART:20261124T190000', 'GEO:here').latitude).to.equal(null);
  });
});

describe('a day of a series that is told in world time', () => {
  const SERIES = event(
    'DTSTART;TZID=America/Chicago:20261109T190000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;BYDAY=MO',
  );
  /** It is 30 November in Chicago. */
  const day = (...lines: string[]): (CalendarEntry | null)[] =>
    read(calendar(event('RECURRENCE-ID:20261201T010000Z', 'DURATION:PT1H', ...lines), SERIES));

  it('is left out where it is called off', () => {
    const [series, ...others] = day('DTSTART:20261201T010000Z', 'STATUS:CANCELLED');
    expect(others).to.deep.equal([]);
    expect(series?.dates.slice(0, 3)).to.deep.equal(['2026-11-23', '2026-12-07', '2026-12-14']);
  });
  it('is shown on the clocks of the series where it is moved', () => {
    const [moved, series] = day('DTSTART:20261202T020000Z');
    expect([moved?.uid, moved?.dates, moved?.start, moved?.zone]).to.deep.equal([
      'a 2026-11-30',
      ['2026-12-01'],
      1200,
      'America/Chicago',
    ]);
    expect(series?.dates).not.to.include('2026-11-30');
  });
  it('leaves the series weekly where it is as the others', () => {
    const [series, ...others] = day('DTSTART:20261201T010000Z');
    expect([series?.weekly, others]).to.deep.equal([true, []]);
  });
});

describe('a long calendar', () => {
  for (const [name, lineEnd] of [
    ['of Windows', '\r\n'],
    ['of Unix', '\n'],
    ['of an old Mac', '\r'],
  ] as const) {
    it(`with line ends ${name} is the same as one piece, wherever it is cut, and is read in steps`, () => {
      const titles = Array.from({ length: 2_000 }, (_, i) => `Meeting ${i} ${'a'.repeat(i % 90)}`);
      const events = titles.map((title) =>
        [event('DTSTART:20261124T190000').replace('SUMMARY:A', `SUMMARY:${title}\r\n and\r\n\t more`)].join(
          '\r\n',
        ),
      );
      const text = calendar(...events).replaceAll('\r\n', lineEnd);
      const { value, steps } = countedSteps(calendarEntries(text, options));
      expect(value.map((entry) => entry?.title)).to.deep.equal(titles.map((title) => `${title}and more`));
      expect(steps).to.be.above(400);
    });
  }
});

describe('hostile calendars', () => {
  for (const rule of [
    'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
  ]) {
    it(`say nothing about a zone whose clocks change by ${rule}, and do not hold anyone up`, () => {
      const observance = [
        'BEGIN:STANDARD',
        'DTSTART:19700101T020000',
        `RRULE:${rule}`,
        'TZOFFSETTO:+0100',
        'END:STANDARD',
      ];
      const names = Array.from({ length: 50 }, (_, i) => `Clocks ${i}`);
      const zones = names.map((name) =>
        [
          'BEGIN:VTIMEZONE',
          `TZID:${name}`,
          ...Array.from({ length: 20 }, () => observance).flat(),
          'END:VTIMEZONE',
        ].join('\r\n'),
      );
      const events = names.map((name) => event(`DTSTART;TZID=${name}:20261124T190000`));
      const entries = read(calendar(...zones, ...events));
      expect(entries.map((entry) => entry?.zone)).to.deep.equal(names.map(() => ''));
    }).timeout(2_000);
  }

  const hostile = (line: string, start = '19700101T000000Z', count = 100_000): string =>
    calendar(event(`DTSTART:${start}`, line).concat('\r\n').repeat(count).trimEnd());

  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=1000000000',
    'FREQ=YEARLY;BYDAY=MO;BYSETPOS=60',
    'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366;COUNT=9',
    'FREQ=DAILY;COUNT=1000000000',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2',
    'FREQ=WEEKLY;UNTIL=00010101',
  ]) {
    it(`end: 20,000 times ${rule}`, () => {
      const entries = read(hostile(`RRULE:${rule}`, undefined, 20_000));
      expect(entries).to.have.length(20_000);
    }).timeout(10_000);
  }
  it('do not stop at a single event for long', () => {
    // Of 2014: each year of a series that is counted is looked at, for each of its days.
    const rule = 'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366;COUNT=9';
    const entries = read(hostile(rule, '20140101T190000Z', 200));
    expect(entries).to.not.include(null);
  }).timeout(2_000);
  it('end: a text of a million lines that are not folded', () => {
    const [entry] = read(
      calendar(event('DTSTART:20261124T190000', `DESCRIPTION:${'\n.'.repeat(1_000_000)}`)),
    );
    expect(entry?.description.length).to.be.within(1_000, 40_000);
  });
  it('end at the bound of rows', () =>
    expect(read(hostile('X:1', undefined, 100_100))).to.have.length(100_000)).timeout(20_000);

  it('never throw: truncated anywhere, shuffled, with any characters between', async () => {
    const texts = await Promise.all(
      ['google', 'outlook', 'broken'].map((name) => fixture(`sample-${name}.ics`)),
    );
    const damaged = fc
      .record({
        text: fc.constantFrom(...texts),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 400 }),
        by: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }),
          fc.constantFrom(
            '',
            '\n',
            ';',
            ':',
            '"',
            'RRULE:FREQ=DAILY',
            '\r\nBEGIN:VEVENT\r\n',
            '\r\nEND:VEVENT\r\n',
            '99999999',
          ),
        ),
        end: fc.double({ min: 0, max: 2, noNaN: true }),
      })
      .map(({ text, from, length, by, end }) => {
        const at = Math.floor(text.length * from);
        return (text.slice(0, at) + by + text.slice(at + length)).slice(0, Math.floor(text.length * end));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        for (const entry of read(text)) {
          if (entry === null) continue;
          for (const date of entry.dates) expect(date).to.match(/^\d{4}-\d{2}-\d{2}$/);
          expect([...entry.dates].sort()).to.deep.equal(entry.dates);
          expect(entry.start).to.be.within(-1, 1439);
          expect(entry.minutes).to.be.within(0, 1440);
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
  it('never throw: any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(read(text)).to.be.an('array');
        expect(read(calendar(event('DTSTART:20261124T190000', text)))).to.be.an('array');
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
