import { expect } from '@open-wc/testing';
import { problemsOfGroup } from '../../src/content/check-group.js';
import { countriesIn, safetyIn } from '../../src/content/crisis.js';
import { groupMapIn } from '../../src/content/groups.js';
import { groupsIn } from '../support/all-groups.js';
import { fourPointsIn, guidesIn, twelveStepsIn } from '../../src/content/programs.js';
import { addWords } from '../../src/content/words.js';
import { sampleGroup } from '../support/groups.js';

describe('the door to the data', () => {
  it('lets every bundled group in', () => {
    for (const group of groupsIn('en')) expect(problemsOfGroup(group), group.id).to.deep.equal([]);
  });
  it('has the seven groups that the project started from', () => {
    for (const id of ['na', 'ca', 'cma', 'ma', 'sos', 'smart', 'dra'])
      expect(groupMapIn('en').has(id), id).to.equal(true);
  });
  it('has twelve steps, six themes over all of them, four points, and no empty tool', () => {
    const { steps, themes } = twelveStepsIn('en');
    expect(steps.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(themes.length).to.equal(6);
    expect(new Set(themes.flatMap((theme) => theme.steps)).size).to.equal(12);
    const { points } = fourPointsIn('en');
    expect(points.map(({ tools }) => tools.length > 0)).to.deep.equal([true, true, true, true]);
  });
  it('has the eight guides, each with sources', () => {
    const guides = guidesIn('en');
    expect([...guides.keys()].sort()).to.deep.equal([
      'after-a-setback',
      'choosing-treatment',
      'first-meeting',
      'for-families',
      'medicine',
      'mental-health-too',
      'sponsor',
      'why-groups',
    ]);
    for (const guide of guides.values()) expect(guide.references.length, guide.id).to.be.greaterThan(0);
  });
  it('has an emergency number and a crisis line for each country', () => {
    const codes = countriesIn('en').map(({ code, emergency, lines }) => {
      expect(emergency.length, code).to.be.greaterThan(0);
      expect(
        lines.some(({ kind, phone }) => kind === 'suicide-crisis' && phone),
        code,
      ).to.equal(true);
      return code;
    });
    expect(codes).to.include.members(['AU', 'CA', 'GB', 'IE', 'NZ', 'US']);
  });
  it('lets nobody change what it gives out', () => {
    const [group] = groupsIn('en');
    expect(() => ((group as { name: string }).name = 'x')).to.throw(TypeError);
    expect(() => (safetyIn('en').overdose.steps as string[]).push('x')).to.throw(TypeError);
  });
  it('shows what a language lacks in English, string by string', () => {
    addWords('qx', { groups: { groups: { na: { name: 'NA auf X' } } } } as never);
    const na = groupMapIn('qx').get('na');
    expect(na?.name).to.equal('NA auf X');
    expect(na?.summary).to.equal(groupMapIn('en').get('na')?.summary);
  });
});

describe('an entry that is not right', () => {
  for (const [field, broken] of [
    ['id', { id: 'Not An Id' }],
    ['status', { status: 'closed' }],
    ['approach', { approach: ['magic'] }],
    ['approach', { approach: 'twelve-step' }],
    ['spirituality', { spirituality: 'yes' }],
    ['audience', { audience: ['cats'] }],
    ['attendance', { attendance: ['by-owl'] }],
    ['goals', { goals: [{ goal: 'cure' }] }],
    ['medicine.stance', { medicine: {} }],
    ['finders', { finders: [{ url: 'javascript:alert(1)' }] }],
    ['website', { website: { url: 'ftp://example.org' } }],
    ['phones', { phones: 'none' }],
    ['substances', { substances: 'all' }],
  ] as const) {
    it(`is named with its field: ${field} ${JSON.stringify(broken)}`, () => {
      const problems = problemsOfGroup({ ...sampleGroup('sample'), ...(broken as object) });
      expect(problems.map((problem) => problem.field)).to.deep.equal([field]);
      expect(problems[0]!.message).to.match(/write|not one of/);
    });
  }
  for (const junk of [null, 1, 'x', [], {}]) {
    it(`does not throw on ${JSON.stringify(junk)}`, () =>
      expect(problemsOfGroup(junk).length).to.be.greaterThan(0));
  }
});
