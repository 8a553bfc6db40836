import { expect } from '@open-wc/testing';
import type { Meeting } from '../../src/domain/meetings/types.js';
import { MeetingList } from '../../src/domain/meetings/list.js';
import { MeetingTimes } from '../../src/domain/meetings/times.js';
import type { View } from '../../src/elements/shared/support-element.js';
import { addMessages } from '../../src/locales/messages.js';
import { translatorFor } from '../../src/locales/translator.js';
import { words } from '../../src/meetings/index.js';
import { timetableText } from '../../src/meetings/texts.js';
import { listOfFeeds, meeting } from '../support/meetings.js';

/** A Monday. */
const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('texts: how often and when', () => {
  before(() => addMessages('en', words, true));
  const view = { t: translatorFor('en', 'en-GB'), language: 'en' } as unknown as View;
  const told = (own: Partial<Meeting>, visitor: string): string => {
    const list: MeetingList = listOfFeeds([meeting({ inPerson: true, ...own })]);
    return timetableText(view, list.meetings[0]!, 0, new MeetingTimes(list, NOW, visitor), NOW);
  };
  const online = { inPerson: false, online: true, join: 'https://meet.example/x', minutes: 60 };

  const cases: [what: string, own: Partial<Meeting>, visitor: string, expected: RegExp][] = [
    [
      'online, an evening there that is the next morning here',
      { ...online, day: 1, start: 1140, zone: 'America/New_York' },
      'Europe/Berlin',
      /^Every Tuesday, 01:00 to 02:00 \(your time; 19:00 Eastern Time\)$/,
    ],
    [
      'online, a morning there that is the evening before here',
      { ...online, day: 2, start: 540, zone: 'Australia/Sydney' },
      'America/New_York',
      /^Every Monday, 17:00 to 18:00 \(your time; 09:00 /,
    ],
    [
      'in person, on the day of its own place',
      { day: 1, start: 1140, minutes: 60, zone: 'America/New_York' },
      'Europe/Berlin',
      /^Every Monday, 19:00 to 20:00 \(Eastern Time\)$/,
    ],
    [
      'monthly, whose day is another one here: on the clock of its place',
      {
        ...online,
        day: 1,
        start: 1140,
        zone: 'America/New_York',
        repeat: { kind: 'monthly', weeks: [1, 3] },
      },
      'Europe/Berlin',
      /^The first and third Monday of the month, 19:00 \(Eastern Time\)$/,
    ],
    [
      'on dates, of which only those to come are named',
      {
        day: 1,
        start: 1140,
        minutes: 60,
        zone: 'Europe/London',
        repeat: { kind: 'dates', dates: ['2026-01-05', '2026-02-02', '2026-12-07'] },
      },
      'Europe/London',
      /^On 7 December 2026, 19:00 to 20:00$/,
    ],
    [
      'without a known end',
      { day: 1, start: 1140, minutes: 0, zone: 'Europe/London' },
      'Europe/London',
      /^Every Monday, from 19:00$/,
    ],
    ['by appointment', { day: 0, start: -1 }, 'Europe/London', /^Get in touch first/],
  ];
  for (const [what, own, visitor, expected] of cases)
    it(`${what}`, () => expect(told(own, visitor)).to.match(expected));
});
