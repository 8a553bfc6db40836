import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarZone } from '../../../src/domain/schedule/calendar-zone.js';
import { offsetAt, wallClock } from '../../../src/domain/schedule/zone.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { ZONES } from '../../support/zones.js';

const FROM = Date.parse('2026-03-01T12:00Z');
const YEAR = 365 * 86_400_000;

const read = (zone: string, from = FROM): ICAL.Timezone =>
  new ICAL.Timezone(new ICAL.Component(ICAL.parse(calendarZone(zone, from).join('\r\n')) as unknown[]));

describe('the rules of a zone for a calendar', () => {
  for (const [zone, rules] of [
    ['Europe/London', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']],
    ['America/New_York', ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']],
    [
      'Australia/Lord_Howe',
      ['RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'],
    ],
    ['Africa/Casablanca', []],
    ['Asia/Kolkata', []],
  ] as const) {
    it(`of ${zone} ${rules.length > 0 ? 'have no end' : 'are given one by one'}`, () =>
      expect(calendarZone(zone, FROM).filter((line) => line.startsWith('RRULE'))).to.deep.equal(rules));
  }

  it('are one offset where clocks are never changed', () =>
    expect(calendarZone('Asia/Kolkata', FROM)).to.deep.equal([
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Kolkata',
      'BEGIN:STANDARD',
      'DTSTART:20260227T053000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]));

  it('write an offset to the west, and half an hour', () =>
    expect(calendarZone('America/St_Johns', FROM)).to.include.members([
      'TZOFFSETFROM:-0330',
      'TZOFFSETTO:-0230',
    ]));

  it('call the time of more light daylight', () => {
    const lines = calendarZone('Europe/London', FROM).join('|');
    expect(lines).to.match(/BEGIN:DAYLIGHT[^E]*?.*?TZOFFSETTO:\+0100\|END:DAYLIGHT/);
    expect(lines).to.match(/TZOFFSETTO:\+0000\|END:STANDARD/);
  });

  it('are lines of a calendar, whatever the year', () => {
    for (const year of ['0000', '0001', '1899', '2026', '2399', '9999'])
      for (const line of calendarZone('Europe/London', Date.parse(`${year}-01-01T00:00Z`)))
        expect(line, year).to.match(/^(BEGIN|END|TZID|RRULE|TZOFFSET(TO|FROM)):|^DTSTART:\d{8}T\d{6}$/);
  });

  for (const zone of ZONES.filter((each) => each !== 'UTC')) {
    it(`of ${zone} lead a reader to the right instant for twelve years`, () => {
      const timezone = read(zone);
      fc.assert(
        fc.property(fc.integer({ min: FROM, max: FROM + 11.9 * YEAR }), (instant) => {
          const { date, minutes } = wallClock(zone, instant);
          const time = ICAL.Time.fromDateString(date);
          time.isDate = false;
          time.addDuration(ICAL.Duration.fromSeconds(minutes * 60));
          time.zone = timezone;
          const read = time.toUnixTime() * 1000;
          // Of an hour that comes twice the file cannot say which one is meant.
          if (offsetAt(zone, instant - 3_600_000) !== offsetAt(zone, instant + 3_600_000)) return;
          expect(read).to.equal(Math.floor(instant / 60_000) * 60_000);
        }),
        { numRuns: Math.ceil(FUZZ_RUNS / 5) },
      );
    });
  }
});
