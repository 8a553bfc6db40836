import { expect } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { groupMapIn } from '../../../src/content/groups.js';
import type { Group } from '../../../src/domain/groups/types.js';
import {
  all,
  complete,
  consoleOf,
  element,
  FALLBACK,
  nameOf,
  one,
  rootOf,
  show,
  textOf,
  ui,
} from '../../support/elements.js';

const TAG = 'support-group-comparison';
const library = groupMapIn('en');
const WIDTHS = [320, 1280] as const;

/** The header of each row, in the order in which they stand. */
const ROWS = (
  [
    'compare-approach',
    'group-spiritual',
    'group-goal',
    'group-led-by',
    'group-medicine',
    'group-sponsor',
    'group-cost',
    'compare-join',
    'group-meeting',
    'group-finders',
  ] as const
).map((key) => ui(key));

interface AxNode {
  readonly role: string;
  readonly name: string;
}
const axNodes = (): Promise<AxNode[]> => executeServerCommand<AxNode[], undefined>('ax-tree');
const namesOf = (nodes: readonly AxNode[], role: string): string[] =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);

/** The cells of the row with that header, as they can be read. */
const cellsOf = (host: Element, header: string): string[] => {
  const row = one(rootOf(host), 'rowheader', header).closest('[role=row]')!;
  return [...row.querySelectorAll('[role=cell]')].map((cell) => {
    const copy = cell.cloneNode(true) as Element;
    for (const unread of copy.querySelectorAll('[aria-hidden=true], [hidden]')) unread.remove();
    return textOf(copy);
  });
};
const columns = (host: Element): string[] =>
  [...rootOf(host).querySelectorAll('[role=columnheader]')].map(textOf);

describe('comparison: a table, wide and narrow', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const width of WIDTHS) {
    it(`is a named table with row and column headers for assistive technology at ${width} px`, async () => {
      await setViewport({ width, height: 800 });
      await show(`<${TAG} groups="na smart" country="gb">${FALLBACK}</${TAG}>`);
      const nodes = await axNodes();
      expect(namesOf(nodes, 'table')).to.deep.equal([
        ui('compare-caption', { names: 'Narcotics Anonymous (NA) and SMART Recovery (SMART)' }),
      ]);
      expect(namesOf(nodes, 'columnheader')).to.deep.equal(['Narcotics Anonymous', 'SMART Recovery']);
      expect(namesOf(nodes, 'rowheader')).to.deep.equal(ROWS);
      expect(namesOf(nodes, 'row')).to.have.length(ROWS.length + 1);
      expect(namesOf(nodes, 'cell')).to.have.length(1 + ROWS.length * 2);
      expect(
        namesOf(nodes, 'StaticText').filter((text) => text === 'NA'),
        'what says whose a cell is, is there for the eye alone',
      ).to.deep.equal([]);
      expect(namesOf(nodes, 'heading')).to.include(ui('compare-title'));
    });

    it(`does not scroll sideways at ${width} px, with the longest names and words`, async () => {
      await setViewport({ width, height: 800 });
      const host = await element(TAG, 'groups="aca fds-au smart-family craft"');
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      const { left, right } = host.getBoundingClientRect();
      for (const node of rootOf(host).querySelectorAll('table *')) {
        // A place where an address may break has no box of its own.
        if (node.getClientRects().length === 0 || node.localName === 'wbr') continue;
        const box = node.getBoundingClientRect();
        expect(box.left, node.outerHTML.slice(0, 120)).to.be.at.least(left - 1);
        expect(box.right, node.outerHTML.slice(0, 120)).to.be.at.most(right + 1);
      }
    });
  }

  it('has each group in a column of its own where there is room, below its name', async () => {
    await setViewport({ width: 1280, height: 800 });
    const host = await element(TAG, 'groups="na smart lifering mara"');
    const heads = all(rootOf(host), 'columnheader');
    const edges = heads.map((head) => head.getBoundingClientRect().left);
    for (const header of ROWS) {
      const row = one(rootOf(host), 'rowheader', header).closest('[role=row]')!;
      const cells = all(row, 'cell');
      expect(cells.map((cell) => cell.getBoundingClientRect().left)).to.deep.equal(edges);
      expect(new Set(cells.map((cell) => cell.getBoundingClientRect().top)).size, 'one line').to.equal(1);
    }
    expect(all(rootOf(host), 'cell').some((cell) => cell.innerText.startsWith('NA\n'))).to.equal(false);
  });

  it('has two groups side by side on a small phone, below the name of the row, each cell with its group', async () => {
    await setViewport({ width: 320, height: 800 });
    const host = await element(TAG, 'groups="na smart"');
    for (const header of ROWS) {
      const rowHeader = one(rootOf(host), 'rowheader', header);
      const [first, second] = all(rowHeader.closest('[role=row]')!, 'cell');
      const [a, b] = [first!.getBoundingClientRect(), second!.getBoundingClientRect()];
      expect(a.top).to.equal(b.top);
      expect(a.top).to.be.at.least(rowHeader.getBoundingClientRect().bottom);
      expect(a.right).to.be.at.most(b.left);
      expect(a.width).to.be.closeTo(b.width, 1);
      expect([first!, second!].map((cell) => cell.innerText.split('\n')[0])).to.deep.equal(['NA', 'SMART']);
    }
  });

  it('puts the groups below each other where even two are too wide', async () => {
    const host = await element(TAG, 'groups="na smart" style="width: 180px"');
    const [first, second] = all(one(rootOf(host), 'rowheader', ROWS[0]).closest('[role=row]')!, 'cell').map(
      (cell) => cell.getBoundingClientRect(),
    );
    expect(second!.top).to.be.at.least(first!.bottom);
  });

  it('runs from right to left where the language does', async () => {
    await setViewport({ width: 1280, height: 800 });
    const host = await element(TAG, 'groups="na smart"');
    const root = rootOf(host);
    // No words in Arabic are registered here: only the direction is wanted.
    root.querySelector('.base')!.setAttribute('dir', 'rtl');
    const [first, second] = all(root, 'columnheader').map((head) => head.getBoundingClientRect());
    expect(first!.left).to.be.greaterThan(second!.left);
    const [rowHeader] = all(root, 'rowheader').map((head) => head.getBoundingClientRect());
    expect(rowHeader!.left).to.be.at.least(first!.right - 1);
  });

  it('breaks no row over two sheets of paper', async () => {
    const host = await element(TAG, 'groups="na smart"');
    await executeServerCommand('emulate-features', { media: 'print' });
    const breaks = all(rootOf(host), 'row').map((row) => getComputedStyle(row).breakInside);
    await executeServerCommand('emulate-features', {});
    expect(new Set(breaks)).to.deep.equal(new Set(['avoid']));
  });
});

describe('comparison: what it says', () => {
  const facts = (values: readonly string[]): string =>
    values.map((value) => ui(`fact-${value}` as Parameters<typeof ui>[0])).join(' · ');

  for (const chosen of [
    ['na', 'smart'],
    ['lifering', 'recovery-dharma', 'mara', 'grasp'],
    ['craft', 'nar-anon', 'families-anonymous'],
  ]) {
    it(`of ${chosen.join(', ')} is each group’s own data, in the order of the page`, async () => {
      const host = await element(TAG, `groups="${chosen.join(' ')}" country="us"`);
      const groups = chosen.map((id) => library.get(id)!);
      expect(columns(host)).to.deep.equal(groups.map(({ name }) => name));
      const texts = (read: (words: Group['words']) => string | readonly string[]): string[] =>
        groups.map(({ words }) => [read(words)].flat().join(' ').replace(/\s+/g, ' '));
      // Between two paragraphs there is no space in the markup.
      const loose = (cells: readonly string[]): string[] => cells.map((cell) => cell.replace(/\s+/g, ''));
      const same = (key: Parameters<typeof ui>[0], wanted: readonly string[]): void => {
        expect(loose(cellsOf(host, ui(key))), key).to.deep.equal(loose(wanted));
      };
      same(
        'group-spiritual',
        texts(({ spiritual }) => spiritual),
      );
      same(
        'group-goal',
        texts(({ goal }) => goal),
      );
      same(
        'group-led-by',
        texts(({ ledBy }) => ledBy),
      );
      same(
        'group-medicine',
        texts(({ medicine }) => medicine),
      );
      same(
        'group-sponsor',
        texts(({ sponsor }) => sponsor),
      );
      same(
        'group-cost',
        texts(({ cost }) => cost),
      );
      same(
        'group-meeting',
        texts(({ meeting }) => meeting),
      );
      same(
        'compare-join',
        groups.map(({ attendance }) => facts(attendance)),
      );
      for (const [i, { approach, status }] of groups.entries()) {
        const cell = cellsOf(host, ui('compare-approach'))[i]!;
        const kinds = approach.filter((value) => value !== 'peer');
        expect(cell.startsWith(facts(kinds.length > 0 ? kinds : ['peer'])), cell).to.equal(true);
        expect(cell.includes(ui('status-method')), cell).to.equal(status === 'method');
      }
    });
  }

  it('leads to the meetings of each group, those of the country first, and says so by name', async () => {
    const href = async (country: string): Promise<string> => {
      const host = await element(TAG, `groups="na smart" country="${country}"`);
      one(rootOf(host), 'link', ui('group-find-label', { name: 'SMART Recovery' }));
      return one<HTMLAnchorElement>(
        rootOf(host),
        'link',
        ui('group-find-label', { name: 'Narcotics Anonymous' }),
      ).href;
    };
    expect(await href('gb')).to.not.equal(await href('us'));
  });

  it('says of a group that is no longer active that it is not, and leads to living ones only', async () => {
    const host = await element(TAG, 'groups="lifering sos" country="us"');
    expect(cellsOf(host, ui('compare-approach'))[1]).to.include(ui('status-dormant'));
    const [lifering, sos] = all(
      one(rootOf(host), 'rowheader', ui('group-finders')).closest('[role=row]')!,
      'cell',
    );
    one(lifering!, 'link', ui('group-find-label', { name: 'LifeRing Secular Recovery' }));
    expect(textOf(sos)).to.include(ui('group-no-finder')).and.include(ui('group-see-instead'));
    expect(all(sos!, 'link').map(nameOf)).to.deep.equal(
      library.get('sos')!.alternatives.map((id) => library.get(id)!.name),
    );
  });

  it('says once that nobody should stop a prescribed medicine, where the groups are for people who use', async () => {
    const sentence = /Never stop a prescribed medicine/g;
    const times = async (groups: string): Promise<number> =>
      textOf(rootOf(await element(TAG, `groups="${groups}"`))).match(sentence)?.length ?? 0;
    expect(await times('na smart lifering')).to.equal(1);
    expect(await times('nar-anon families-anonymous')).to.equal(0);
  });

  it('was last reviewed when the oldest of its facts were', async () => {
    const chosen = ['na', 'smart', 'lifering'].map((id) => library.get(id)!);
    const [oldest] = chosen.map(({ checked }) => checked).sort();
    const [year, , day] = oldest!.split('-');
    const host = await element(TAG, 'groups="na smart lifering"');
    expect(textOf(rootOf(host).querySelector('[part=footer]'))).to.match(
      new RegExp(`Last reviewed \\w+ ${Number(day)}, ${year}`),
    );
  });
});

describe('comparison: its attribute', () => {
  const lines = (groups: string): Promise<string[]> => consoleOf('warn', () => element(TAG, groups));

  it('keeps the order of the page, in one way of writing or another', async () => {
    const host = await element(TAG, 'groups="SMART, na;lifering"');
    expect(columns(host)).to.deep.equal([
      'SMART Recovery',
      'Narcotics Anonymous',
      'LifeRing Secular Recovery',
    ]);
  });

  it('follows a change', async () => {
    const host = await element(TAG, 'groups="na smart"');
    host.setAttribute('groups', 'mara wfs');
    await complete(host);
    expect(columns(host)).to.deep.equal(['Medication-Assisted Recovery Anonymous', 'Women for Sobriety']);
  });

  for (const [what, attributes] of [
    ['no group', ''],
    ['one group, twice', 'groups="smart smart"'],
  ] as const) {
    it(`with ${what} leaves the children in sight and says once what to write`, async () => {
      const said = await consoleOf('warn', async () => {
        for (let i = 0; i < 2; i++) {
          const host = await element(TAG, attributes);
          for (const child of host.children) expect(child.checkVisibility()).to.equal(true);
          expect(all(rootOf(host), 'table')).to.have.length(0);
          expect(all(rootOf(host), 'link').length, 'help in a crisis is there').to.be.greaterThan(0);
        }
      });
      expect(said).to.have.length(1);
      for (const part of [`<${TAG}> needs groups="…"`, 'with 2 to 4 known groups', 'smart'])
        expect(said[0]).to.include(part);
    });
  }

  it('with five groups shows the first four and says so', async () => {
    let shown: string[] = [];
    const said = await consoleOf('warn', async () => {
      shown = columns(await element(TAG, 'groups="na smart lifering mara wfs"'));
    });
    expect(shown).to.have.length(4);
    expect(shown[3]).to.equal('Medication-Assisted Recovery Anonymous');
    expect(said).to.have.length(1);
    expect(said[0]).to.include('Used instead: na smart lifering mara.');
  });

  it('with an unknown group names it and compares the others', async () => {
    let shown: string[] = [];
    const said = await consoleOf('warn', async () => {
      shown = columns(await element(TAG, 'groups="na nobody smart"'));
    });
    expect(shown).to.deep.equal(['Narcotics Anonymous', 'SMART Recovery']);
    expect(said).to.have.length(1);
    expect(said[0]).to.include('groups="nobody"').and.include('lifering');
    expect(await lines('groups="na smart"'), 'nothing about good values').to.deep.equal([]);
  });
});
