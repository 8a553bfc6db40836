import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import ICAL from 'ical.js';
import 'jsqr';
import type jsQR from 'jsqr';
import type { CalendarEvent } from '../src/domain/schedule/calendar-event.js';
import { wallClock } from '../src/domain/schedule/zone.js';
import { calendarFile, qrCode } from '../src/handout-tools.js';

/** The reader is a classic script: it puts itself on the window. */
const read = (globalThis as unknown as { jsQR: typeof jsQR }).jsQR;

/** Draws the path as a page does and gives the image. */
function picture({ size, path }: { size: number; path: string }, scale = 4): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * scale;
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = 'black';
  context.fill(new Path2D(path));
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const scanned = (text: string): string | undefined => {
  const { data, width, height } = picture(qrCode(text)!);
  return read(data, width, height)?.data;
};

describe('a QR code', () => {
  for (const text of [
    'https://www.na.org/meetingsearch/?a=b&c=%20d#e',
    'tel:+18006624357',
    'TEL:988',
    '0123456789',
    'https://ejemplo.example/reunión-de-mañana?q=¿ahora?',
    '日本語 😀 Ελληνικά',
    `https://a.example/${'x'.repeat(400)}`,
  ]) {
    it(`is read as ${text.slice(0, 60)}`, () => expect(scanned(text)).to.equal(text));
  }

  it('has a light border of four modules on every side, and nothing outside', () => {
    const code = qrCode('https://www.na.org/')!;
    const { data, width } = picture(code, 1);
    const dark = (x: number, y: number): boolean => data[(y * width + x) * 4]! < 128;
    expect(width).to.equal(code.size);
    const spots = [...Array(width).keys()].flatMap((x) =>
      [...Array(width).keys()].filter((y) => dark(x, y)).map((y) => [x, y] as const),
    );
    for (const side of [0, 1]) {
      expect(Math.min(...spots.map((spot) => spot[side]!))).to.equal(4);
      expect(Math.max(...spots.map((spot) => spot[side]!))).to.equal(code.size - 5);
    }
  });

  it('is the data of a path and nothing that could be markup', () =>
    expect(qrCode('"><script>alert(1)</script>')!.path).to.match(/^[Mhvz\d\s-]+$/));

  it('is null where no code holds the text', () => {
    expect(qrCode('x'.repeat(2300))).not.to.equal(null);
    expect(qrCode('x'.repeat(3000))).to.equal(null);
  });
});

const NOW = new Date('2026-03-01T09:30:15Z');
const MEETING: CalendarEvent = { title: 'Meeting', start: '2026-03-03T19:00', minutes: 60 };

const parsed = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsIn = (text: string): ICAL.Component[] => parsed(text).getAllSubcomponents('vevent');
const fileOf = (event: Partial<CalendarEvent>): string => calendarFile([{ ...MEETING, ...event }], NOW);
const eventOf = (event: Partial<CalendarEvent>): ICAL.Component => eventsIn(fileOf(event))[0]!;
const valueOf = (event: ICAL.Component, name: string): string | null => {
  const value = event.getFirstPropertyValue(name);
  return value === null ? null : String(value as string | ICAL.Time);
};
/** The first starts of the first event, by no other knowledge of zones than the file's own. */
function instantsOf(text: string, count: number): number[] {
  const calendar = parsed(text);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const id = event.component.getFirstProperty('dtstart')!.getFirstParameter('tzid');
  const component = calendar.getAllSubcomponents('vtimezone').find((zone) => valueOf(zone, 'tzid') === id)!;
  const zone = new ICAL.Timezone(component);
  const starts = event.iterator();
  return Array.from({ length: count }, () => {
    const start = starts.next();
    start.zone = zone;
    return start.toUnixTime() * 1000;
  });
}

describe('a calendar file', () => {
  it('says what it is and who made it, and ends every line as the format asks', () => {
    const text = fileOf({});
    expect(valueOf(parsed(text), 'version')).to.equal('2.0');
    expect(valueOf(parsed(text), 'prodid')).to.include('support-group-elements');
    expect(text.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });

  it('says when it was made', () => expect(valueOf(eventOf({}), 'dtstamp')).to.equal('2026-03-01T09:30:15Z'));

  it('without a zone holds the time on the wall, wherever it is read', () => {
    const text = fileOf({});
    expect(text).to.include('\r\nDTSTART:20260303T190000\r\n').and.include('\r\nDTEND:20260303T200000\r\n');
    const start = eventOf({}).getFirstPropertyValue('dtstart') as ICAL.Time;
    expect(start.zone).to.equal(ICAL.Timezone.localTimezone);
  });

  it('with a zone names it', () => {
    const text = fileOf({ timezone: 'Europe/London' });
    expect(text).to.include('\r\nDTSTART;TZID=Europe/London:20260303T190000\r\n');
    expect(text).to.include('\r\nDTEND;TZID=Europe/London:20260303T200000\r\n');
    expect(
      eventOf({ timezone: 'Europe/London' }).getFirstProperty('dtstart')!.getFirstParameter('tzid'),
    ).to.equal('Europe/London');
  });

  it('keeps an hour of the wall that the clocks of the visitor leave out', async () => {
    await executeServerCommand('time-zone', 'America/Chicago');
    try {
      expect(new Date('2026-03-08T02:30').getHours(), 'the clocks are put forward').to.equal(3);
      for (const timezone of [undefined, 'Europe/London', 'America/Chicago']) {
        for (const day of ['03-08', '03-29', '10-25', '11-01', '07-01']) {
          const start = `2026-${day}T02:30`;
          const event = eventOf({ start, ...(timezone && { timezone }) });
          expect(valueOf(event, 'dtstart')).to.equal(`${start}:00`);
          expect(valueOf(event, 'dtend')).to.equal(`2026-${day}T03:30:00`);
        }
      }
    } finally {
      await executeServerCommand('time-zone', '');
    }
  });

  it('goes over midnight and the end of a year', () =>
    expect(valueOf(eventOf({ start: '2026-12-31T23:30', minutes: 90 }), 'dtend')).to.equal(
      '2027-01-01T01:00:00',
    ));

  it('has no end where the length is not known', () => {
    for (const minutes of [0, -5, NaN])
      expect(eventOf({ minutes }).hasProperty('dtend'), String(minutes)).to.equal(false);
  });

  it('gives back every sign of its texts', () => {
    const words = {
      title: 'A, b; c \\ d: "e" 😀 – ñ',
      place: 'Room 2; 12, High Street\nLeeds\\UK',
      text: 'One\nTwo\r\nThree, four; five\\n',
    };
    const event = eventOf(words);
    expect(valueOf(event, 'summary')).to.equal(words.title);
    expect(valueOf(event, 'location')).to.equal(words.place);
    expect(valueOf(event, 'description')).to.equal(words.text.replace('\r\n', '\n'));
  });

  it('lets no text begin a line of its own', () => {
    const bad = 'x\r\nEND:VEVENT\rBEGIN:VALARM\nATTACH:https://evil.example/';
    const text = fileOf({ title: bad, place: bad, text: bad, url: bad, timezone: bad });
    expect(text.split('\r\n').filter((line) => /^(END:VEVENT|BEGIN:VALARM|ATTACH)/.test(line))).to.deep.equal(
      ['END:VEVENT'],
    );
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });

  it('folds long lines at 75 octets, and no sign is cut in two', () => {
    const title = 'reunión 😀 '.repeat(40).trim();
    const text = fileOf({ title, text: title, place: title });
    const lines = text.split('\r\n');
    for (const line of lines) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(lines.length).to.be.greaterThan(30);
    expect(text).not.to.include('\ufffd');
    expect(valueOf(eventsIn(text)[0]!, 'summary')).to.equal(title);
  });

  it('takes only addresses that may stand in a link', () => {
    expect(valueOf(eventOf({ url: 'https://www.na.org/a?b=c&d#e' }), 'url')).to.equal(
      'https://www.na.org/a?b=c&d#e',
    );
    expect(valueOf(eventOf({ url: 'https://www.na.org/a,b?c;d' }), 'url')).to.equal(
      'https://www.na.org/a%2Cb?c%3Bd',
    );
    for (const url of ['javascript:alert(1)', 'https://user:secret@a.example/', 'nothing', ''])
      expect(eventOf({ url }).hasProperty('url'), url).to.equal(false);
  });

  it('leaves a zone away that nobody knows', () => {
    for (const timezone of ['Nowhere/Nothing', '+01:00', 'Europe/London:X', ''])
      expect(fileOf({ timezone }), timezone).to.include('\r\nDTSTART:20260303T190000\r\n');
  });

  it('gives the same event the same name each time, and another event another one', () => {
    const uid = (event: Partial<CalendarEvent>, now = NOW): string =>
      valueOf(eventsIn(calendarFile([{ ...MEETING, ...event }], now))[0]!, 'uid')!;
    expect(uid({})).to.equal(uid({}, new Date('2030-01-01')));
    const others: Partial<CalendarEvent>[] = [
      {},
      { title: 'Meeting 2' },
      { start: '2026-03-10T19:00' },
      { minutes: 61 },
      { timezone: 'Europe/London' },
      { place: 'x' },
      { text: 'x' },
      { url: 'https://x.example/' },
    ];
    expect(new Set(others.map((event) => uid(event))).size).to.equal(others.length);
  });

  it('holds each event once, in the order given', () => {
    const later = { ...MEETING, start: '2026-03-10T19:00' };
    const starts = eventsIn(calendarFile([later, MEETING, later], NOW)).map((event) =>
      valueOf(event, 'dtstart'),
    );
    expect(starts).to.deep.equal(['2026-03-10T19:00:00', '2026-03-03T19:00:00']);
  });

  it('leaves out an event whose start is no time', () => {
    for (const start of [
      '',
      'soon',
      '2026-02-30T10:00',
      '2026-03-03',
      '2026-03-03T25:00',
      '2026-03-03T10:00Z',
    ]) {
      expect(fileOf({ start }), start).to.equal('');
      expect(eventsIn(calendarFile([{ ...MEETING, start }, MEETING], NOW)), start).to.have.length(1);
    }
  });

  it('is empty without an event: a calendar without one is no calendar', () =>
    expect(calendarFile([], NOW)).to.equal(''));

  it('comes again each week at the same time by the clock, also after clocks are changed', () => {
    for (const [timezone, start, recurrence, instants] of [
      [
        'Europe/London',
        '2026-03-24T19:00',
        'FREQ=WEEKLY;BYDAY=TU',
        ['2026-03-24T19:00Z', '2026-03-31T18:00Z', '2026-04-07T18:00Z'],
      ],
      [
        'America/New_York',
        '2026-10-28T20:00',
        'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
        ['2026-10-29T00:00Z', '2026-11-12T01:00Z', '2026-11-26T01:00Z'],
      ],
      [
        'Australia/Lord_Howe',
        '2026-03-02T09:00',
        'FREQ=MONTHLY;BYDAY=1MO,-1MO',
        ['2026-03-01T22:00Z', '2026-03-29T22:00Z', '2026-04-05T22:30Z', '2026-04-26T22:30Z'],
      ],
      [
        'Africa/Casablanca',
        '2026-02-09T20:00',
        'FREQ=WEEKLY;BYDAY=MO',
        ['2026-02-09T19:00Z', '2026-02-16T20:00Z', '2026-02-23T20:00Z'],
      ],
    ] as const)
      expect(instantsOf(fileOf({ timezone, start, recurrence }), instants.length), timezone).to.deep.equal(
        instants.map((instant) => Date.parse(instant)),
      );
  });

  it('holds the rules of its zones for years to come, each zone once', () => {
    const weekly: CalendarEvent = { ...MEETING, recurrence: 'FREQ=WEEKLY;BYDAY=TU' };
    const zones = ['Europe/London', 'Asia/Kolkata', 'Europe/London'];
    const text = calendarFile(
      zones.map((timezone, i) => ({ ...weekly, timezone, title: `Meeting ${i}` })),
      NOW,
    );
    const ids = parsed(text)
      .getAllSubcomponents('vtimezone')
      .map((zone) => valueOf(zone, 'tzid'));
    expect(ids).to.deep.equal(['Europe/London', 'Asia/Kolkata']);
    const instants = instantsOf(text, 800);
    expect(instants.at(-1)).to.be.greaterThan(Date.UTC(2041, 0));
    const hours = instants.map((instant) => wallClock('Europe/London', instant).minutes / 60);
    expect(new Set(hours)).to.deep.equal(new Set([19]));
    expect(text.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });

  it('in UTC says so', () =>
    expect(fileOf({ timezone: 'UTC' })).to.include('\r\nDTSTART:20260303T190000Z\r\n'));

  it('holds no zone where no event names one', () => {
    for (const timezone of [undefined, 'UTC', 'Nowhere/Nothing'])
      expect(fileOf(timezone ? { timezone } : {})).not.to.match(/VTIMEZONE|TZID|TIMEZONE-ID/);
  });

  it('gives a meeting that comes again the same name whichever week it is made', () => {
    const uid = (event: Partial<CalendarEvent>): string =>
      valueOf(eventOf({ recurrence: 'FREQ=WEEKLY;BYDAY=TU', ...event }), 'uid')!;
    expect(uid({ start: '2026-03-10T19:00' })).to.equal(uid({}));
    const fortnight = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU';
    expect(uid({ recurrence: fortnight, start: '2026-03-17T19:00' })).to.equal(
      uid({ recurrence: fortnight }),
    );
    const others: Partial<CalendarEvent>[] = [
      {},
      { start: '2026-03-03T19:30' },
      { start: '2026-03-04T19:00', recurrence: 'FREQ=WEEKLY;BYDAY=WE' },
      { recurrence: 'FREQ=MONTHLY;BYDAY=1TU' },
      { recurrence: fortnight },
      { recurrence: fortnight, start: '2026-03-10T19:00' },
      { title: 'Meeting 2' },
      { timezone: 'Europe/London' },
    ];
    expect(new Set(others.map(uid)).size).to.equal(others.length);
    expect(uid({})).not.to.equal(valueOf(eventOf({}), 'uid'));
  });

  it('leaves a rule away that is none', () => {
    for (const recurrence of [
      '',
      'WEEKLY',
      'FREQ=WEEKLY\r\nATTACH:x',
      'FREQ=WEEKLY;BYDAY=',
      'RRULE:FREQ=DAILY',
    ])
      expect(fileOf({ recurrence }), recurrence).to.equal(fileOf({}));
  });

  it('has no alarm', () => expect(fileOf({ recurrence: 'FREQ=WEEKLY;BYDAY=TU' })).not.to.include('VALARM'));
});
