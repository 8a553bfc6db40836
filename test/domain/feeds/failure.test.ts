import { expect } from '@open-wc/testing';
import { mayPass, pauseBefore, type FailureKind } from '../../../src/domain/feeds/failure.js';

describe('a failure', () => {
  for (const [kind, detail, passes] of [
    ['unreachable', '', true],
    ['timeout', '', true],
    ['offline', '', true],
    ['status', '503', true],
    ['status', '502', true],
    ['status', '429', true],
    ['status', '404', false],
    ['status', '403', false],
    ['status', '501', false],
    ['status', '', false],
    ['no-cors', '503', false],
    ['policy', '', false],
    ['insecure', '', false],
    ['too-large', '', false],
    ['web-page', '', false],
    ['not-a-list', '', false],
    ['empty', '', false],
    ['reader', '', false],
  ] as [FailureKind, string, boolean][]) {
    it(`of the kind ${kind} ${detail} ${passes ? 'may pass' : 'stays'}`, () =>
      expect(mayPass({ kind, detail })).to.equal(passes));
  }
});

describe('the pause before the next attempt', () => {
  for (const [promise, attempt, retryAfter, random, pause] of [
    ['is short at first', 1, null, 0.5, 1500],
    ['is longer then', 2, null, 0.5, 6000],
    ['differs from visitor to visitor, at least', 1, null, 0, 1125],
    ['differs from visitor to visitor, at most', 1, null, 1, 1875],
    ['is as long as the server asks for', 1, 20, 0.5, 20_000],
    ['is no shorter than usual', 2, 1, 0.5, 6000],
    ['may be half a minute', 1, 30, 0.5, 30_000],
    ['is none where the server asks for more', 1, 31, 0.5, null],
    ['is none after the third attempt', 3, null, 0.5, null],
  ] as const) {
    it(promise, () => expect(pauseBefore(attempt, retryAfter, random)).to.equal(pause));
  }
});
