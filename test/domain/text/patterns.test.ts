import { expect } from '@open-wc/testing';
import { expandPattern } from '../../../src/domain/text/patterns.js';

const sets = { kin: ['son', 'best friend'] };

describe('the phrases of a pattern', () => {
  for (const [pattern, phrases] of [
    ['cold turkey', ['cold turkey']],
    ['[him|her]', ['him', 'her']],
    ['cant wake [him|her] [up|]', ['cant wake him up', 'cant wake him', 'cant wake her up', 'cant wake her']],
    ['[my|] meds', ['my meds', 'meds']],
    ['lost my {kin}', ['lost my son', 'lost my best friend']],
    [
      '[the|] {kin} [died|]',
      [
        'the son died',
        'the son',
        'the best friend died',
        'the best friend',
        'son died',
        'son',
        'best friend died',
        'best friend',
      ],
    ],
    ['my {unknown}', []],
  ] as const) {
    it(`of “${pattern}” are ${phrases.join(', ') || 'none'}`, () =>
      expect(expandPattern(pattern, sets)).to.deep.equal(phrases));
  }
});
