import { expect } from '@open-wc/testing';
import {
  buildLexicon,
  endingsOf,
  findPhrase,
  keyOf,
  phrasesFrom,
  readWord,
  withoutEnding,
} from '../../../src/domain/text/lexicon.js';

const endings = endingsOf(['s', 'es', 'ed', 'ing', 'ing=e', 'ies=y']);
const phrases = [
  'smoke',
  'stop',
  'painkiller',
  'sleeping pill',
  'cold turkey',
  'lady',
  'celebrate recovery',
  'ice',
];
const lexicon = buildLexicon(
  new Map(
    phrases.map((phrase) => {
      const words = phrase.split(' ');
      return [keyOf(words), { phrase, words, value: phrase }];
    }),
  ),
  endings,
);
const found = (typed: string): string | undefined =>
  findPhrase(
    typed.split(' ').map((word) => readWord(word, lexicon, false)),
    0,
    lexicon,
  )?.phrase;

describe('endings', () => {
  const known = new Set(['smoke', 'stop', 'lady', 'use']);
  for (const [word, stem] of [
    ['smoking', 'smoke'],
    ['stopping', 'stop'],
    ['stopped', 'stop'],
    ['ladies', 'lady'],
    ['smokes', 'smoke'],
    ['us', null],
    ['sing', null],
    ['walking', null],
  ] as const) {
    it(`“${word}” is ${stem ? `“${stem}”` : 'no known word'} without its ending`, () =>
      expect(withoutEnding(word, known, endings)).to.equal(stem));
  }
});

describe('known phrases', () => {
  for (const [typed, phrase] of [
    ['cold turkey', 'cold turkey'],
    ['coldturkey', 'cold turkey'],
    ['pain killers', 'painkiller'],
    ['sleeping pills', 'sleeping pill'],
    ['sleping pills', 'sleeping pill'],
    ['celebrat recovery', 'celebrate recovery'],
    ['smoking', 'smoke'],
    ['cold', undefined],
    ['ices', 'ice'],
    ['rice', undefined],
  ] as const) {
    it(`“${typed}” is ${phrase ? `“${phrase}”` : 'not one'}`, () => expect(found(typed)).to.equal(phrase));
  }
  it('are found by their beginning, the shortest first', () =>
    expect(phrasesFrom('s', lexicon).map(({ phrase }) => phrase)).to.deep.equal([
      'stop',
      'smoke',
      'sleeping pill',
    ]));
  it('take no whole word for an ending', () => {
    const words = ['painkiller', 'es'].map((word) => readWord(word, lexicon, false));
    expect(findPhrase(words, 0, lexicon)).to.include({ phrase: 'painkiller', length: 1 });
  });
  it('forgive two errors in a word, and one where its ending is changed as well', () => {
    expect(readWord('celibrarte', lexicon, false).right).to.equal('celebrate');
    expect(readWord('celibrarting', lexicon, false).right).to.equal('celibrarting');
    expect(readWord('celebrarting', lexicon, false).right).to.equal('celebrate');
  });
  it('tell what was forgiven', () => {
    const words = [readWord('smokke', lexicon, false)];
    expect(findPhrase(words, 0, lexicon)).to.include({ phrase: 'smoke', forgiven: true });
  });
});
