import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  applyFilters,
  countChoices,
  FILTER_CHOICES,
  type FilterChoice,
} from '../../../src/domain/groups/filters.js';
import { bySection, sectionOf } from '../../../src/domain/groups/sections.js';
import { groupsIn } from '../../support/all-groups.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { sampleGroup } from '../../support/groups.js';

const groups = [
  sampleGroup('a', {
    attendance: ['in-person'],
    approach: ['twelve-step'],
    spirituality: 'higher-power-open',
  }),
  sampleGroup('b', { attendance: ['online'], approach: ['skills'] }),
  sampleGroup('c', { attendance: ['phone', 'online'], approach: ['twelve-step'], backgrounds: ['women'] }),
  sampleGroup('d', { audience: ['bereaved'] }),
];
const passing = (...chosen: FilterChoice[]): string[] =>
  applyFilters(groups, new Set(chosen)).map(({ id }) => id);

describe('filters', () => {
  for (const [chosen, expected] of [
    [[], ['a', 'b', 'c', 'd']],
    [['attendance:online'], ['b', 'c']],
    [
      ['attendance:online', 'attendance:in-person'],
      ['a', 'b', 'c', 'd'],
    ],
    [['attendance:online', 'approach:twelve-step'], ['c']],
    [['also:women'], ['c']],
    [['also:women', 'also:mental-health'], []],
    [['audience:family'], ['d']],
    [['approach:secular'], ['b', 'c', 'd']],
  ] as [FilterChoice[], string[]][]) {
    it(`${chosen.join(' and ') || 'none'} leave ${expected.join(', ') || 'nothing'}`, () =>
      expect(passing(...chosen)).to.deep.equal(expected));
  }

  it('count before the click what the click will give, on the real groups', () => {
    const real = groupsIn('en');
    fc.assert(
      fc.property(fc.subarray([...FILTER_CHOICES]), fc.constantFrom(...FILTER_CHOICES), (chosen, next) => {
        const counts = countChoices(real, new Set(chosen));
        const [filter] = next.split(':');
        const kept = filter === 'also' ? chosen : chosen.filter((choice) => !choice.startsWith(`${filter}:`));
        expect(counts.get(next)).to.equal(applyFilters(real, new Set([...kept, next])).length);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('sections', () => {
  it('put each group under one heading, and lose none', () => {
    const real = groupsIn('en');
    const sorted = bySection(real).flatMap(({ groups: inside }) => inside);
    expect(new Set(sorted).size).to.equal(real.length);
  });
  it('put a group without proof of life last', () => {
    const [section] = bySection([sampleGroup('old', { status: 'dormant' }), sampleGroup('new')]);
    expect(section?.groups.map(({ id }) => id)).to.deep.equal(['new', 'old']);
  });
  for (const [id, expected] of [
    ['na', 'twelve-step'],
    ['smart', 'other-ways'],
    ['dra', 'mental-health'],
    ['nar-anon', 'family'],
    ['grasp', 'family'],
    ['mara', 'twelve-step'],
  ] as const) {
    it(`put ${id} under ${expected}`, () =>
      expect(sectionOf(groupsIn('en').find((group) => group.id === id)!)).to.equal(expected));
  }
});
