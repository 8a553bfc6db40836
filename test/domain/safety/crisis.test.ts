import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { crisisIndexIn } from '../../../src/content/search.js';
import { crisisIn, indexCrisisWords } from '../../../src/domain/safety/crisis.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const english = crisisIndexIn('en');

describe('words of danger', () => {
  const table = {
    emergency: [
      'overdose',
      'OVERDOSE!!!',
      'my friend is overdosing',
      'overdosed on fentanyl',
      'overdossed',
      'od',
      'my son is not breathing',
      'he won’t wake up',
      "she can't breathe",
      'unconscious',
      'turning blue',
      'lips are blue',
      'took too many pills',
      'my husband passed out and i cant wake him',
      'he is not breathing, last year it was the same',
      'having a seizure',
    ],
    suicide: [
      'suicide',
      'I want to die',
      'kill myself',
      'i wanna kill my self',
      'end my life',
      'suicidal thoughts',
      'self-harm',
      'my son died and I want to die',
      'dont want to live anymore',
      'dead tired of living',
    ],
    loss: [
      'lost my son to an overdose',
      'my brother died of an overdose',
      'overdose last year',
      'grieving after an overdose',
      'my daughter passed away overdose',
    ],
    none: [
      'meth',
      'codeine',
      'method',
      'today',
      'overdose awareness group',
      'dying to stop',
      'dying for a drink',
      'dead end job',
      'food',
      'bipolar',
      'my son',
      'lost my job',
      'odd',
      'modern',
      'blue pills',
      'i died of shame',
      'clean for a year',
    ],
  } as const;
  for (const [crisis, phrases] of Object.entries(table)) {
    for (const typed of phrases) {
      it(`"${typed}" is ${crisis === 'none' ? 'no danger' : `read as ${crisis}`}`, () =>
        expect(crisisIn(typed, english)).to.equal(crisis === 'none' ? null : crisis));
    }
  }

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
