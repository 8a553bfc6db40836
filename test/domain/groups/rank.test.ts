import { expect } from '@open-wc/testing';
import { rankGroups, type Catalog } from '../../../src/domain/groups/rank.js';
import { reasonsFor } from '../../../src/domain/groups/reasons.js';
import type { Match } from '../../../src/domain/groups/vocabulary.js';
import { sampleGroup } from '../../support/groups.js';

const groups = [
  sampleGroup('steps', {
    approach: ['twelve-step'],
    spirituality: 'higher-power-open',
    medicine: { stance: 'mixed' },
  }),
  sampleGroup('tools', {
    approach: ['skills'],
    goals: [{ goal: 'self-chosen' }],
    medicine: { stance: 'supportive' },
    attendance: ['online'],
  }),
  sampleGroup('coke', { substances: ['cocaine', 'any-drug'], spirituality: 'higher-power-open' }),
  sampleGroup('gone', { status: 'dormant' }),
  sampleGroup('kin', { audience: ['family'], medicine: { stance: 'not-applicable' } }),
  sampleGroup('women', { backgrounds: ['women'] }),
  sampleGroup('less', { substances: ['alcohol'], goals: [{ goal: 'moderation' }] }),
  sampleGroup('church', { spirituality: 'christian', backgrounds: ['christian'] }),
  sampleGroup('taught', { status: 'method', audience: ['family'] }),
  sampleGroup('bets', { substances: ['gambling'] }),
  sampleGroup('childhood', { audience: ['family'], backgrounds: ['grew-up-with'] }),
  sampleGroup('written', { attendance: ['chat'] }),
];
const substance = (
  id: string,
  list: string[],
  parent: string | null = null,
  treatment = false,
  drug = true,
) => [id, { id, parent, groups: list, familyGroups: ['kin'], withdrawal: null, treatment, drug }] as const;
const need = (id: string, list: string[]) => [id, { id, groups: list, guides: [] }] as const;
const catalog: Catalog = {
  substances: new Map([
    substance('cocaine', ['coke', 'steps', 'tools', 'gone']),
    substance('crack', ['coke', 'steps'], 'cocaine'),
    substance('moud', ['tools', 'steps'], null, true),
    substance('alcohol', ['steps', 'tools', 'less']),
    substance('weed', ['steps', 'tools']),
    substance('gambling', ['bets'], null, false, false),
  ]),
  needs: new Map([
    need('not-religious', ['tools', 'women']),
    need('family', ['taught', 'kin']),
    need('moderation', ['less', 'tools']),
    need('christian', ['church']),
    need('grew-up-with', ['childhood']),
    need('court', ['steps', 'bets']),
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
    [
      ['substance cocaine', 'need family'],
      ['kin', 'taught'],
    ],
    [
      ['group taught', 'need family'],
      ['taught', 'kin'],
    ],
    [['need moderation'], ['tools', 'less']],
    [['substance alcohol'], ['steps', 'tools']],
    [
      ['need moderation', 'substance alcohol'],
      ['less', 'tools', 'steps'],
    ],
    [
      ['need moderation', 'substance weed'],
      ['tools', 'steps'],
    ],
    [
      ['need christian', 'substance cocaine'],
      ['church', 'coke', 'steps', 'tools'],
    ],
    [
      ['need court', 'substance gambling'],
      ['bets', 'steps'],
    ],
    [
      ['need christian', 'need not-religious'],
      ['tools', 'women'],
    ],
    [['need grew-up-with'], ['childhood']],
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
    ['steps', ['need online'], ['! other-attendance']],
    ['less', ['need moderation'], ['helps-drink-less']],
    ['church', ['need christian'], ['for-christian']],
    ['church', ['need not-religious'], ['! faith-based']],
    ['childhood', ['need grew-up-with'], ['grew-up-with']],
    ['written', ['need written'], ['takes-part-in-writing']],
    ['steps', ['substance gambling'], ['! other-substance']],
    ['bets', ['substance gambling'], ['made-for-substance']],
  ] as const) {
    it(`of ${id} for ${wish.join(' and ')} are ${expected.join(', ') || 'none'}`, () =>
      expect(why(id, ...wish)).to.deep.equal(expected));
  }
});
