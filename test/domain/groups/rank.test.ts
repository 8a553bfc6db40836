import { expect } from '@open-wc/testing';
import { rankGroups, type Catalog } from '../../../src/domain/groups/rank.js';
import { reasonsFor } from '../../../src/domain/groups/reasons.js';
import type { Match } from '../../../src/domain/groups/vocabulary.js';
import { sampleGroup } from '../../support/groups.js';

const groups = [
  sampleGroup('steps', {
    approach: ['twelve-step'],
    spirituality: 'higher-power-open',
    medicine: { stance: 'mixed', checked: '2026-01-01' },
  }),
  sampleGroup('tools', {
    approach: ['skills'],
    goals: [{ goal: 'self-chosen' }],
    medicine: { stance: 'supportive', checked: '2026-01-01' },
    attendance: ['online'],
  }),
  sampleGroup('coke', { substances: ['cocaine', 'any-drug'], spirituality: 'higher-power-open' }),
  sampleGroup('gone', { status: 'dormant' }),
  sampleGroup('kin', { audience: ['family'], medicine: { stance: 'not-applicable', checked: '2026-01-01' } }),
  sampleGroup('women', { backgrounds: ['women'] }),
];
const substance = (id: string, list: string[], parent: string | null = null, treatment = false) =>
  [id, { id, parent, groups: list, familyGroups: ['kin'], withdrawal: null, treatment }] as const;
const need = (id: string, list: string[]) => [id, { id, groups: list, guides: [] }] as const;
const catalog: Catalog = {
  substances: new Map([
    substance('cocaine', ['coke', 'steps', 'tools', 'gone']),
    substance('crack', ['coke', 'steps'], 'cocaine'),
    substance('moud', ['tools', 'steps'], null, true),
  ]),
  needs: new Map([
    need('not-religious', ['tools', 'women']),
    need('family', ['kin']),
    need('women', ['women']),
  ]),
};
const asked = (...ids: string[]): Match[] =>
  ids.map((text) => {
    const [kind, id] = text.split(' ') as [Match['kind'], string];
    return { kind, id, phrase: id, strength: 1 };
  });
const order = (...ids: string[]): string[] =>
  rankGroups(groups, asked(...ids), catalog).map(({ group }) => group.id);

describe('ranking', () => {
  for (const [wish, expected] of [
    [['substance cocaine'], ['coke', 'steps', 'tools']],
    [
      ['substance cocaine', 'need not-religious'],
      ['tools', 'women'],
    ],
    [['substance cocaine', 'need family'], ['kin']],
    [['substance moud'], ['tools', 'steps']],
    [['group gone'], ['gone']],
    [
      ['group steps', 'substance cocaine'],
      ['steps', 'coke', 'tools'],
    ],
    [['need unknown'], []],
    [[], []],
  ] as const) {
    it(`for ${wish.join(' and ') || 'nothing'} leads with ${expected.join(', ') || 'no group'}`, () =>
      expect(order(...wish)).to.deep.equal(expected));
  }
  it('puts a group of another country behind one of the visitor’s own, and says so', () => {
    const here = sampleGroup('here', { countries: ['US'] });
    const there = sampleGroup('there', { countries: ['GB'] });
    const both: Catalog = {
      substances: catalog.substances,
      needs: new Map([need('women', ['there', 'here'])]),
    };
    const inUs = rankGroups([there, here], asked('need women'), both, 'US');
    expect(inUs.map(({ group }) => group.id)).to.deep.equal(['here', 'there']);
    expect(inUs[1]!.cautions).to.deep.equal([{ id: 'other-country' }]);
    expect(rankGroups([there, here], asked('need women'), both)[0]!.group.id).to.equal('there');
  });
  it('has no caution about another drug while one of two meanings fits', () => {
    const one = rankGroups(groups, asked('substance cocaine', 'substance moud'), catalog);
    expect(one.find(({ group }) => group.id === 'coke')!.cautions).to.not.deep.include({
      id: 'other-substance',
    });
  });
  it('never leads with a dormant group that nobody named', () =>
    expect(order('substance cocaine')).not.to.include('gone'));
});

describe('reasons', () => {
  const why = (id: string, ...wish: string[]) => {
    const { reasons, cautions } = reasonsFor(
      groups.find((group) => group.id === id)!,
      asked(...wish),
      catalog.substances,
    );
    return [...reasons.map((reason) => reason.id), ...cautions.map((caution) => `! ${caution.id}`)];
  };
  for (const [id, wish, expected] of [
    ['coke', ['substance cocaine'], ['made-for-substance']],
    ['coke', ['substance crack'], ['made-for-substance']],
    ['steps', ['substance cocaine'], ['takes-all-drugs']],
    ['tools', ['need not-religious'], ['not-religious']],
    ['steps', ['need not-religious'], ['! higher-power']],
    ['tools', ['substance moud'], ['welcomes-medicine']],
    ['steps', ['need medicine'], ['! ask-about-medicine']],
    ['coke', ['need medicine'], ['! medicine-unknown']],
    ['tools', ['need moderation'], ['own-goal']],
    ['steps', ['need moderation'], ['! aims-at-stopping']],
    ['kin', ['need family', 'substance cocaine'], ['for-family']],
    ['women', ['need women'], ['for-women']],
    ['women', ['need not-religious'], ['not-religious', '! only-women']],
    ['tools', ['need online'], ['meets-online']],
    ['steps', ['need online'], []],
  ] as const) {
    it(`of ${id} for ${wish.join(' and ')} are ${expected.join(', ') || 'none'}`, () =>
      expect(why(id, ...wish)).to.deep.equal(expected));
  }
});
