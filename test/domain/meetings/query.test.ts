import { expect } from '@open-wc/testing';
import {
  EMPTY_QUERY,
  filtersIn,
  isEmpty,
  timeOfDay,
  TIMES,
  toggled,
  tokensOf,
} from '../../../src/domain/meetings/query.js';

describe('the words of a search', () => {
  for (const [typed, tokens] of [
    ['big book', ['big', 'book']],
    ['  big   book ', ['big', 'book']],
    ['"big book" open', ['big book', 'open']],
    ['“big book” open', ['big book', 'open']],
    ['«big book»', ['big book']],
    ['„big book“', ['big book']],
    ['"big boo', ['big boo']],
    ['big"book', ['big', 'book']],
    ['"" a', ['a']],
    ['"', []],
    ['', []],
    ['\t\n', []],
  ] as const) {
    it(`are ${JSON.stringify(tokens)} in ${JSON.stringify(typed)}`, () =>
      expect(tokensOf(typed)).to.deep.equal(tokens));
  }
});

describe('the part of the day', () => {
  for (const [time, part] of [
    ['00:00', 'night'],
    ['04:59', 'night'],
    ['05:00', 'morning'],
    ['11:59', 'morning'],
    ['12:00', 'afternoon'],
    ['16:59', 'afternoon'],
    ['17:00', 'evening'],
    ['21:59', 'evening'],
    ['22:00', 'night'],
    ['23:59', 'night'],
  ] as const) {
    it(`is ${part} at ${time}`, () =>
      expect(TIMES[timeOfDay(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))]).to.equal(part));
  }
});

describe('a query', () => {
  const near = { latitude: 1, longitude: 2, name: '', meters: 1000 };

  it('takes a value once, and gives it back', () => {
    const one = toggled(EMPTY_QUERY, 'days', '1', true);
    expect(toggled(one, 'days', '1', true).days).to.deep.equal(['1']);
    expect(toggled(toggled(one, 'days', '2', true), 'days', '1', false).days).to.deep.equal(['2']);
    expect(EMPTY_QUERY.days).to.deep.equal([]);
  });

  it('with only blanks to search for is empty', () => {
    expect(isEmpty({ ...EMPTY_QUERY, text: '  ' })).to.equal(true);
    expect(isEmpty({ ...EMPTY_QUERY, text: 'a' })).to.equal(false);
    expect(isEmpty({ ...EMPTY_QUERY, near })).to.equal(false);
    expect(isEmpty({ ...EMPTY_QUERY, types: ['open'] })).to.equal(false);
  });

  it('counts each value, and a place once', () =>
    expect(filtersIn({ ...EMPTY_QUERY, text: 'x', days: ['1', '2'], ways: ['phone'], near })).to.equal(4));
});
