import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { makeTypeTable, type TypeFacts, type TypeWords } from '../../../src/domain/meetings/type-table.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const facts: TypeFacts = {
  types: [
    { id: 'big-book', category: 'topic', codes: ['B'], worldIds: [], names: ['Big Book Study'] },
    { id: 'book-study', category: 'topic', codes: [], worldIds: [], names: ['Big Book'] },
    { id: 'women', category: 'who', codes: ['W'], worldIds: ['W'] },
    { id: 'wheelchair', category: 'access', codes: ['X'], worldIds: ['WCHR'] },
  ],
  tables: {
    aca: { B: 'book-study', W: 'women' },
    na: { W: null },
    rd: { WA: 'wheelchair' },
    rr: { WA: 'wheelchair' },
  },
};
const categories = { open: '', who: '', access: '', language: '', topic: '', other: '' };
const english: TypeWords = {
  categories,
  types: { 'big-book': { name: 'Big Book' }, women: { name: 'Women' }, wheelchair: { name: 'Wheelchair' } },
};
const spanish: TypeWords = { categories, types: { wheelchair: { name: 'Baño & rampa' } } };
const table = (group: string) => makeTypeTable(facts, [english, spanish], group);

describe('a table of types', () => {
  for (const [group, code, id] of [
    ['aa', 'B', 'big-book'],
    ['aca', 'B', 'book-study'],
    ['', 'B', undefined],
    ['', 'X', 'wheelchair'],
    ['', 'WA', 'wheelchair'],
    ['rd', 'wa', 'wheelchair'],
    ['aa', 'WA', undefined],
    ['na', 'W', undefined],
    ['', 'W', undefined],
    ['aca', ' w ', 'women'],
    ['aca', '', undefined],
    ['constructor', 'B', 'big-book'],
  ] as const) {
    it(`reads the code "${code}" of ${group || 'nobody'} as ${id ?? 'nothing'}`, () =>
      expect(table(group).byCode(code)).to.equal(id));
  }

  for (const [name, id] of [
    ['WOMEN', 'women'],
    ['big  book', 'big-book'],
    ['Big-Book study', 'big-book'],
    ['bano y rampa', undefined],
    ['BAÑO and rampa', 'wheelchair'],
    ['W', undefined],
    ['', undefined],
    ['constructor', undefined],
  ] as const) {
    it(`reads the name "${name}" as ${id ?? 'nothing'}, the second time too`, () => {
      const made = table('aa');
      expect([made.byName(name), made.byName(name)]).to.deep.equal([id, id]);
    });
  }

  it('knows a world id in small letters, and takes no code for one', () => {
    expect(table('').byWorldId('wchr')).to.equal('wheelchair');
    expect(table('').byWorldId('X')).to.equal(undefined);
  });

  it('remembers no more than it needs to, and answers the same beyond', () => {
    const made = table('');
    for (let i = 0; i < 3_000; i++) expect(made.byName(`name ${i}`)).to.equal(undefined);
    expect(made.byName('women')).to.equal('women');
  });

  it('gives only ids that exist, for any text', () => {
    const ids = new Set<string | undefined>([undefined, ...facts.types.map(({ id }) => id)]);
    const made = table('');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const id of [made.byCode(text), made.byName(text), made.byWorldId(text)])
          expect(ids.has(id), text).to.equal(true);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
