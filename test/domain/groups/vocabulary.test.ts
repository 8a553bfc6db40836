import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { buildVocabulary, understand } from '../../../src/domain/groups/vocabulary.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const vocabulary = buildVocabulary(
  [
    { kind: 'substance', id: 'heroin', terms: ['heroin', 'smack'] },
    { kind: 'substance', id: 'methamphetamine', terms: ['meth', 'crystal meth', 'methamphetamine'] },
    { kind: 'substance', id: 'moud', terms: ['methadone'] },
    { kind: 'substance', id: 'cannabis', terms: ['weed', 'cannabis', 'smoking'] },
    { kind: 'need', id: 'family', terms: ['{kin}', 'my [ma|pa]'] },
    { kind: 'need', id: 'detox', terms: ['cold turkey', 'break from'] },
    { kind: 'group', id: 'na', terms: ['Narcotics Anonymous', 'NA'] },
  ],
  {
    ambiguous: {
      skunk: [
        { kind: 'substance', id: 'cannabis' },
        { kind: 'substance', id: 'heroin' },
      ],
    },
    fillers: ['the', 'a'],
    ignored: ['i', 'am', 'on', 'use', 'and'],
    endings: ['s'],
    alone: ['smoking'],
    sets: { kin: ['son', 'brother'] },
  },
);
const ids = (typed: string): string[] => understand(typed, vocabulary).matches.map(({ id }) => id);

describe('understanding what was typed', () => {
  for (const [typed, found] of [
    ['meth', ['methamphetamine']],
    ['METH!', ['methamphetamine']],
    ['crystal-meth', ['methamphetamine']],
    ['i am on methadone', ['moud']],
    ['my son uses weed', ['family', 'cannabis']],
    ['NA', ['na']],
    ['narcotics anonymous', ['na']],
    ['herion', ['heroin']],
    ['canabis and heroin', ['cannabis', 'heroin']],
    ['metham', ['methamphetamine']],
    ['crystal me', ['methamphetamine']],
    ['my pa', ['family']],
    ['brothers', ['family']],
    ['coldturkey', ['detox']],
    ['a break from the weed', ['detox', 'cannabis']],
    ['smoking', ['cannabis']],
    ['smoking heroin', ['heroin']],
    ['N.A.', ['na']],
    ['', []],
    ['???', []],
  ] as const) {
    it(`"${typed}" means ${found.join(', ') || 'nothing yet'}`, () =>
      expect(ids(typed)).to.deep.equal(found));
  }

  it('takes the start of the last word for more than one thing, the shorter word first', () =>
    expect(ids('met')).to.deep.equal(['methamphetamine', 'moud']));
  it('takes a finished word as it stands', () => expect(ids('met ')).to.deep.equal([]));
  it('asks back about a word with two meanings', () => {
    const { questions, matches } = understand('skunk', vocabulary);
    expect(questions.map(({ phrase }) => phrase)).to.deep.equal(['skunk']);
    expect(matches.map(({ id }) => id)).to.deep.equal(['cannabis', 'heroin']);
  });
  it('does not ask where another word has answered', () =>
    expect(understand('skunk weed', vocabulary).questions).to.deep.equal([]));
  it('asks about such a word, and not about one that counts only alone', () =>
    expect(understand('smoking skunk', vocabulary).questions.map(({ phrase }) => phrase)).to.deep.equal([
      'skunk',
    ]));
  it('names the words that lead nowhere, and not those that say nothing', () =>
    expect(understand('i am on flurbl', vocabulary).unknown).to.deep.equal(['flurbl']));
  it('knows an exact word better than a guess', () => {
    const strength = (typed: string): number | undefined =>
      understand(typed, vocabulary).matches[0]?.strength;
    expect(strength('heroin')).to.equal(1);
    expect(strength('herion ')).to.be.lessThan(1);
    expect(strength('hero')!).to.be.lessThan(strength('herion ')!);
  });
  it('never throws and never invents a meaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        for (const { id } of understand(typed, vocabulary).matches) {
          expect(['heroin', 'methamphetamine', 'moud', 'cannabis', 'family', 'detox', 'na']).to.include(id);
        }
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
