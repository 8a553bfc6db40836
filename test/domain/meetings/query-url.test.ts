import { expect } from '@open-wc/testing';
import { knownOnly, queryInUrl, urlWithQuery } from '../../../src/domain/meetings/query-url.js';
import { EMPTY_QUERY, type MeetingQuery } from '../../../src/domain/meetings/query.js';
import { listOfFeeds, meeting, place } from '../../support/meetings.js';

const PAGE = 'https://site.example/meetings';
const query = (own: Partial<MeetingQuery>): MeetingQuery => ({ ...EMPTY_QUERY, ...own });

describe('the filters in an address', () => {
  for (const [what, search, found] of [
    [
      'each kind',
      '?meeting-day=1&meeting-day=today&meeting-way=online',
      { days: ['1', 'today'], ways: ['online'] },
    ],
    ['a value once', '?meeting-type=open&meeting-type=open', { types: ['open'] }],
    ['names with spaces', '?meeting-area=State+%3E%20Town', { regions: ['State > Town'] }],
    ['no unknown day', '?meeting-day=8&meeting-time=noon', null],
    ['no empty value', '?meeting-type=', null],
    ['no long value', `?meeting-type=${'x'.repeat(101)}`, null],
    ['nothing of the page', '?q=women&days=1', null],
    ['nothing in an empty search', '', null],
  ] as const) {
    it(`are ${what}`, () => expect(queryInUrl(PAGE + search)).to.deep.equal(found));
  }

  it('are twenty of a kind at most', () => {
    const search = Array.from({ length: 30 }, (_, i) => `meeting-group=g${i}`).join('&');
    expect(queryInUrl(`${PAGE}?${search}`)!.groups).to.have.length(20);
  });
});

describe('an address with filters', () => {
  for (const [what, before, own, after] of [
    ['adds them', '', { days: ['1', '2'] }, '?meeting-day=1&meeting-day=2'],
    ['adds them before the hash', '#a?b', { ways: ['online'] }, '?meeting-way=online#a?b'],
    [
      'adds them to what is there',
      '?a=1',
      { types: ['=Two words & more'] },
      '?a=1&meeting-type=%3DTwo+words+%26+more',
    ],
    [
      'takes away what is not chosen',
      '?meeting-day=1&a=1&meeting-day=2#x',
      { days: ['2'] },
      '?a=1&meeting-day=2#x',
    ],
    ['takes all away', '?meeting-day=1&meeting%2Dway=online', {}, ''],
    ['has each once', '?meeting-day=1&meeting-day=1', { days: ['1'] }, '?meeting-day=1'],
    [
      'keeps one that is written in another way',
      '?meeting-area=A%20%3E%20B',
      { regions: ['A > B'] },
      '?meeting-area=A%20%3E%20B',
    ],
    ['takes away a value that is none', '?meeting-day=noday', {}, ''],
  ] as const) {
    it(what, () => expect(urlWithQuery(PAGE + before, query(own))).to.equal(PAGE + after));
  }

  for (const rest of [
    '?flag&q=a%20b&x=(1)%2C~',
    '?',
    '?&&',
    '?a=1&',
    '?q=a+b&q=%zz#?meeting-day=1',
    '#x',
    '?meeting-days=1',
  ]) {
    it(`leaves the rest of ${rest} as it is written, with filters and when they are gone again`, () => {
      const address = PAGE + rest;
      expect(urlWithQuery(address, EMPTY_QUERY)).to.equal(address);
      const chosen = query({ days: ['today'], types: ['open'] });
      const filtered = urlWithQuery(address, chosen);
      expect(queryInUrl(filtered)).to.deep.equal({ days: ['today'], types: ['open'] });
      expect(urlWithQuery(filtered, chosen)).to.equal(filtered);
      expect(urlWithQuery(filtered, EMPTY_QUERY)).to.equal(address);
    });
  }
});

describe('the filters of a link', () => {
  const list = listOfFeeds([
    meeting({ group: 'na', types: ['open', '=Own'], place: place({ regions: ['State', 'Town'] }) }),
    meeting({ group: '', types: [] }),
  ]);

  it('stay where the list has them', () => {
    const known = query({
      text: 'x',
      days: ['7'],
      types: ['open', '=Own'],
      groups: ['na'],
      regions: ['State', 'State > Town'],
    });
    expect(knownOnly(known, list)).to.equal(known);
    expect(knownOnly(EMPTY_QUERY, list)).to.equal(EMPTY_QUERY);
  });

  for (const [kind, values, left] of [
    ['types', ['=The helpline moved: call 555-0100', 'open', 'men'], ['open']],
    ['groups', ['Call 555-0100', 'na', 'aa', ''], ['na']],
    ['regions', ['Town', 'State > Town', 'State > Call 555-0100', 'state'], ['State > Town']],
  ] as const) {
    it(`put no words of their own into the page: ${kind}`, () => {
      const linked = query({ days: ['1'], [kind]: values });
      expect(knownOnly(linked, list)).to.deep.equal({ ...linked, [kind]: left });
    });
  }
});
