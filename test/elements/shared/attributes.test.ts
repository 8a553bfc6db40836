import { expect } from '@open-wc/testing';
import { all, consoleOf, element, FULL, groupNames, rootOf, TAGS, type Tag } from '../../support/elements.js';

/** An attribute, a value that nobody knows, and something that the warning has to name as accepted. */
const CASES: readonly [Tag, string, string, string][] = [
  ['support-group-finder', 'audience', 'neighbours', 'self, family'],
  ['support-group-finder', 'attendance', 'by-pigeon', 'in-person, online, phone'],
  [
    'support-group-finder',
    'approach',
    'hypnosis',
    'twelve-step, skills, secular, many-paths, buddhist, christian, islamic, indigenous',
  ],
  ['support-group-finder', 'substance', 'chocolate', 'alcohol'],
  ['support-group-finder', 'groups', 'nobody', 'smart'],
  ['support-group-finder', 'exclude', 'no-one', 'smart'],
  ['support-group-finder', 'link-target', 'top', 'self, blank'],
  ['support-group-card', 'group', 'nowhere', 'smart'],
  ['support-group-card', 'link-target', 'parent', 'self, blank'],
  ['twelve-steps', 'view', 'poem', 'themes, steps'],
  ['twelve-steps', 'step', '13', 'a whole number from 1 to 12'],
  ['twelve-steps', 'step', 'two', 'a whole number from 1 to 12'],
  ['twelve-steps', 'fellowship', 'chess-club', 'na'],
  ['recovery-guide', 'topic', 'cooking', 'first-meeting'],
  ...TAGS.flatMap((tag): [Tag, string, string, string][] => [
    [tag, 'country', 'atlantis', 'AU, BR, CA, FR, DE, IN, IE, MX, NZ, PT, ZA, ES, GB, US'],
    [tag, 'heading-level', '9', 'a whole number from 2 to 5'],
    [tag, 'heading-level', '2.5', 'a whole number from 2 to 5'],
  ]),
];

const without = (attributes: string, name: string): string =>
  attributes.replace(new RegExp(`\\b${name}="[^"]*"`), '');

describe('attributes: a value that is not known', () => {
  for (const [tag, attribute, value, accepted] of CASES) {
    it(`<${tag} ${attribute}="${value}"> falls back and says so once`, async () => {
      const attributes = `${without(FULL[tag], attribute)} ${attribute}="${value}"`;
      let text = '';
      const lines = await consoleOf('warn', async () => {
        const host = await element(tag, attributes);
        host.requestUpdate();
        await host.updateComplete;
        await element(tag, attributes);
        text = rootOf(host).querySelector('.base')!.textContent;
      });
      expect(lines).to.have.length(1);
      for (const part of [`<${tag}>`, `${attribute}="${value}"`, accepted]) expect(lines[0]).to.include(part);
      expect(text.trim().length).to.be.greaterThan(40);
    });
  }

  it('shows the same as without the attribute', async () => {
    await consoleOf('warn', async () => {
      const odd = await element(
        'support-group-finder',
        'country="us" audience="martians" attendance="teleport"',
      );
      const plain = await element('support-group-finder', 'country="us"');
      expect(groupNames(rootOf(odd))).to.deep.equal(groupNames(rootOf(plain)));
    });
  });

  it('says nothing about good values, whatever their case, and quotes that an editor made curly', async () => {
    const lines = await consoleOf('warn', async () => {
      const card = await element(
        'support-group-card',
        'group="”NA”" country="Us" link-target="BLANK" heading-level=" 3 "',
      );
      expect(all(rootOf(card), 'article', 'Narcotics Anonymous')).to.have.length(1);
      await element(
        'support-group-finder',
        'groups="NA, smart;aa" audience="Self" attendance="in-person online"',
      );
      await element('twelve-steps', 'view="Steps" step="01"');
    });
    expect(lines).to.deep.equal([]);
  });

  it('takes "false" as false in a boolean attribute', async () => {
    const card = await element('support-group-card', 'group="na" open="false"');
    expect(rootOf(card).querySelector('details')!.open).to.equal(false);
  });

  it('leaves the children of the page in sight where a card has no known group', async () => {
    await consoleOf('warn', async () => {
      const card = await element('support-group-card', 'group="nonsense"');
      for (const child of card.children) expect(child.checkVisibility()).to.equal(true);
      card.setAttribute('group', 'na');
      await card.updateComplete;
      for (const child of card.children) expect(child.checkVisibility()).to.equal(false);
    });
  });
});

describe('attributes: heading-level', () => {
  const levels = (host: Element): number[] =>
    [...rootOf(host).querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => Number(localName[1]));

  for (const tag of TAGS) {
    it(`moves all headings of <${tag}>, skips no level and never makes an h1`, async () => {
      const base = levels(await element(tag, FULL[tag]));
      expect(base[0], 'the title is an h2').to.equal(2);
      for (const [i, level] of base.entries()) {
        expect(level).to.be.within(2, 6);
        if (i > 0) expect(level - base[i - 1]!, `heading ${i}`).to.be.at.most(1);
      }
      for (const start of [3, 4, 5]) {
        const moved = levels(await element(tag, `${FULL[tag]} heading-level="${start}"`));
        expect(moved).to.deep.equal(base.map((level) => Math.min(6, level + start - 2)));
      }
    });
  }

  it('follows a change', async () => {
    const host = await element('four-points');
    host.setAttribute('heading-level', '4');
    await host.updateComplete;
    expect(Math.min(...levels(host))).to.equal(4);
  });
});

describe('attributes: what was meant', () => {
  const warnings = (attributes: string): Promise<string[]> =>
    consoleOf('warn', () => element('support-group-finder', `groups="na" ${attributes}`));

  for (const [written, meant] of [
    ['quickexit', 'quick-exit'],
    ['quick_exit', 'quick-exit'],
    ['countri="us"', 'country'],
    ['county="us"', 'country'],
    ['heading_level="3"', 'heading-level'],
    ['no-handouts', 'no-handout'],
  ] as const)
    it(`<support-group-finder ${written}>: ${meant} is named`, async () => {
      const name = written.split('=')[0]!;
      expect(await warnings(written)).to.deep.equal([
        `<support-group-finder> has ${name}, which it does not know. Is ${meant} meant?`,
      ]);
    });

  it('says that an editor turned the quotation marks, where that has cut a value', async () => {
    const [line, ...more] = await warnings('exclude=“sos aa”');
    expect(more).to.deep.equal([]);
    expect(line).to.include('aa”').and.to.include('straight');
  });

  it('says nothing of attributes that pages have on all elements', async () => {
    expect(
      await warnings(
        'class="wide" id="finder" style="margin: 0" title="Groups" tabindex="-1" role="region" aria-label="Groups" data-test="x" hidden lang="en" dir="ltr" translate="no" part="a" slot="b"',
      ),
    ).to.deep.equal([]);
  });
});
