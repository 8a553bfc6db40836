import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fold } from '../../../src/domain/meetings/fold.js';
import { FUZZ_RUNS } from '../../support/assert.js';

describe('a folded text', () => {
  for (const [text, folded] of [
    ['São João’s', 'sao joaos'],
    ["St. Mark's", 'st. marks'],
    ['O‘Brien', 'obrien'],
    ['Oʼahu', 'oahu'],
    ['John´s', 'johns'],
    ['John`s', 'johns'],
    ['John＇s', 'johns'],
    ['John｀s', 'johns'],
    ['ÉCOLE', 'ecole'],
    ['İzmir', 'izmir'],
    ['ﬁrst ﬂoor', 'first floor'],
    ['𝐍𝐀 𝐌𝐞𝐞𝐭𝐢𝐧𝐠', 'na meeting'],
    ['Room\u00a0２', 'room 2'],
    ['Собрание', 'собрание'],
    ['', ''],
  ] as const) {
    it(`of "${text}" is "${folded}"`, () => expect(fold(text)).to.equal(folded));
  }

  it('is the same whether accents are parts of letters or stand beside them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).to.equal(fold(text.normalize('NFC')));
        expect(fold(fold(text))).to.equal(fold(text));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
