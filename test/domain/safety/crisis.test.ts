import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { crisisIndexIn } from '../../../src/content/search.js';
import { crisisIn, indexCrisisWords } from '../../../src/domain/safety/crisis.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { addSpanish } from '../../support/spanish.js';
import { crisisRows } from '../../support/tables.js';

addSpanish();

const rowsIn = async (file: string): Promise<ReturnType<typeof crisisRows>> =>
  crisisRows(await (await fetch(new URL(`../../fixtures/${file}`, import.meta.url))).text());
/** For each language its table, and how many rows of losses it has at least. */
const TABLES = [
  { language: 'en', rows: await rowsIn('crisis-table.txt'), losses: 20 },
  { language: 'es', rows: await rowsIn('crisis-table.es.txt'), losses: 15 },
];

for (const { language, rows, losses } of TABLES)
  describe(`words of danger, ${language}`, () => {
    const index = crisisIndexIn(language);
    for (const { crisis, typed } of rows) {
      it(`"${typed}" is ${crisis === 'none' ? 'no danger' : `read as ${crisis}`}`, () =>
        expect(crisisIn(typed, index) ?? 'none').to.equal(crisis));
    }
    it('are told apart in a table that is long enough', () => {
      const count = (...kinds: string[]): number =>
        rows.filter(({ crisis }) => kinds.includes(crisis)).length;
      expect(count('emergency', 'suicide')).to.be.at.least(60);
      expect(count('none')).to.be.at.least(60);
      expect(count('loss')).to.be.at.least(losses);
      expect(count('emergency', 'suicide', 'loss', 'none')).to.equal(rows.length);
    });
  });

describe('words of danger', () => {
  it('may be written as patterns', () => {
    const index = indexCrisisWords(
      {
        urgent: ['cant wake [him|her] [up|]'],
        emergency: [],
        suicide: [],
        loss: ['lost my {kin}'],
        not: ['[im|] dying to stop'],
      },
      { kin: ['son', 'best friend'] },
    );
    expect([...index.phrases.keys()].sort()).to.deep.equal([
      'cant wake her',
      'cant wake her up',
      'cant wake him',
      'cant wake him up',
      'dying to stop',
      'im dying to stop',
      'lost my best friend',
      'lost my son',
    ]);
  });

  it('are found as whole words only, wherever they stand', () => {
    const index = indexCrisisWords({ urgent: [], emergency: ['od'], suicide: [], loss: [], not: [] });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/), (before, after) => {
        expect(crisisIn(`${before} od ${after}`, index)).to.equal('emergency');
        expect(crisisIn(`${before}od${after}`, index)).to.equal(null);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
