import type { Labels } from '../../src/domain/meetings/find.js';
import { fold } from '../../src/domain/meetings/fold.js';
import { MeetingList } from '../../src/domain/meetings/list.js';
import { mergeFeeds } from '../../src/domain/meetings/merge.js';
import type { Meeting, Place } from '../../src/domain/meetings/types.js';

/** An invented place; what a test is about is given. */
export const place = (own: Partial<Place> = {}): Place => ({
  name: '',
  address: '',
  city: '',
  postcode: '',
  regions: [],
  position: null,
  exact: true,
  notes: '',
  ...own,
});

/** An invented meeting on a Monday at seven in the evening; what a test is about is given. */
export const meeting = (own: Partial<Meeting> = {}): Meeting => ({
  id: 'm',
  group: 'na',
  name: 'Meeting',
  day: 1,
  start: 1140,
  minutes: 60,
  zone: '',
  inPerson: false,
  online: false,
  phone: false,
  closed: false,
  place: null,
  join: '',
  joinNotes: '',
  dial: '',
  dialText: '',
  dialNotes: '',
  types: [],
  notes: '',
  homeGroup: '',
  homeGroupNotes: '',
  district: '',
  url: '',
  website: '',
  feedback: '',
  keeper: '',
  payments: [],
  updated: '',
  ...own,
});

/** What a work in slices gives, at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Lists of meetings, one for each feed, as they are searched. */
export function listOfFeeds(...feeds: (readonly Meeting[])[]): MeetingList {
  const list = atOnce(MeetingList.build(mergeFeeds(feeds.map((meetings, feed) => ({ feed, meetings })))));
  atOnce(list.readTexts());
  return list;
}

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Labels whose words are the ids: `lang-es` is a language. */
export const labelsOf = (list: MeetingList, names: Readonly<Record<string, string>> = {}): Labels => ({
  types: list.types.map((type) => fold(names[type] ?? type.replace(/^=/, ''))),
  groups: list.groups.map((group) => fold(`${group} ${names[group] ?? ''}`)),
  days: DAY_NAMES.map(fold),
  ways: ['In person', 'Online', 'By phone'].map(fold),
  isLanguage: list.types.map((type) => type.startsWith('lang-')),
});
