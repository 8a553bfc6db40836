import { expect } from '@open-wc/testing';
import { mayHaveChanged, oldestDate } from '../../../src/domain/schedule/freshness.js';

describe('a fact', () => {
  for (const [checked, kind, now, stale] of [
    ['2026-06-01', 'phone', '2026-11-30', false],
    ['2026-06-01', 'phone', '2026-12-02', true],
    ['2026-06-01', 'fact', '2027-05-31', false],
    ['2026-06-01', 'fact', '2027-06-02', true],
    [null, 'phone', '2026-06-01', true],
    ['soon', 'fact', '2026-06-01', true],
  ] as const) {
    it(`(${kind}) checked on ${checked ?? 'no day'} ${stale ? 'may have changed' : 'stands'} on ${now}`, () =>
      expect(mayHaveChanged(checked, kind, new Date(`${now}T12:00:00Z`))).to.equal(stale));
  }
  it('has an oldest date among several', () =>
    expect(oldestDate(['2025-01-01', null, '2026-02-03', '2026-01-30'])).to.equal('2025-01-01'));
  it('has none among none', () => expect(oldestDate([null])).to.equal(null));
});
