import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { phraseOf, wordsOf } from '../../../src/domain/text/words.js';
import { FUZZ_RUNS } from '../../support/assert.js';

describe('the words of a typed text', () => {
  for (const [typed, words] of [
    ["I’m on Héroïne – can't stop", ['im', 'on', 'heroine', 'cant', 'stop']],
    ['  METH  ', ['meth']],
    ['co-occurring', ['co', 'occurring']],
    ['7-OH', ['7', 'oh']],
    ['N.A. or A.A.?', ['na', 'or', 'aa']],
    ['stop.now', ['stop', 'now']],
    ['¿Heroína? Sí, señor', ['heroina', 'si', 'senor']],
    ['', []],
    ['…?!', []],
    ['cocaína', ['cocaina']],
    ['ﬁne', ['fine']],
    ['метадон', ['метадон']],
  ] as const) {
    it(`are ${JSON.stringify(words)} in "${typed}"`, () => expect(wordsOf(typed)).to.deep.equal(words));
  }

  it('are the same however they are written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phrase = phraseOf(text);
        expect(phraseOf(phrase)).to.equal(phrase);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
