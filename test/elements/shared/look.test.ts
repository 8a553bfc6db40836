import { expect, fixture } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import {
  all,
  becomes,
  byText,
  complete,
  element,
  FALLBACK,
  FULL,
  one,
  rootOf,
  TAGS,
  until,
  withPageStyle,
} from '../../support/elements.js';

const LIGHT_ACCENT = 'rgb(11, 92, 116)';
const DARK_ACCENT = 'rgb(143, 214, 234)';

const wrapperOf = (host: Element): HTMLElement => rootOf(host).querySelector<HTMLElement>('[part~=base]')!;
const accentOf = (host: Element): string => getComputedStyle(all(rootOf(host), 'link').at(-1)!).color;

/** An element on a surface of the page. */
async function on(style: string, tag = 'four-points', attributes = ''): Promise<LitElement> {
  const page = await fixture<HTMLElement>(
    `<div style="${style}"><${tag} open-root ${attributes}>${FALLBACK}</${tag}></div>`,
  );
  const host = page.firstElementChild as LitElement;
  await complete(host);
  // The tone is read after the first rendering.
  await host.updateComplete;
  return host;
}

/** What inheritance and resets would change. */
const PROPERTIES = [
  ...[
    'border-collapse',
    'caret-color',
    'cursor',
    'direction',
    'display',
    'empty-cells',
    'font-family',
    'font-size',
  ],
  ...[
    'font-style',
    'font-variant',
    'font-weight',
    'hyphens',
    'letter-spacing',
    'line-height',
    'list-style-position',
  ],
  ...[
    'list-style-type',
    'margin',
    'opacity',
    'padding',
    'pointer-events',
    'position',
    'quotes',
    'tab-size',
    'text-align',
  ],
  ...[
    'text-decoration',
    'text-indent',
    'text-shadow',
    'text-transform',
    'user-select',
    'visibility',
    'white-space',
  ],
  ...['word-break', 'word-spacing', 'writing-mode', 'border', 'background-color', 'color'],
];

const looks = (host: Element): string[] =>
  [...rootOf(host).querySelectorAll('.base, .base *')].map((node) => {
    const style = getComputedStyle(node);
    return `${node.localName}.${node.className}: ${PROPERTIES.map((name) => style.getPropertyValue(name)).join('|')}`;
  });

describe('look: the size of the text', () => {
  for (const tag of TAGS) {
    it(`of <${tag}> is the visitor's own, whatever the page does to its root`, async () => {
      await withPageStyle('html { font-size: 62.5%; }', async () => {
        const host = await element(tag, FULL[tag]);
        expect(getComputedStyle(host).fontSize).to.equal('16px');
        expect(getComputedStyle(wrapperOf(host)).fontSize).to.equal('16px');
      });
    });
  }

  it('is what the page sets by --sg-font-size, and everything follows', async () => {
    const plain = await element('four-points');
    const large = await on('--sg-font-size: 20px');
    expect(getComputedStyle(wrapperOf(large)).fontSize).to.equal('20px');
    const size = (host: Element): number =>
      parseFloat(getComputedStyle(all(rootOf(host), 'heading')[0]!).fontSize);
    expect(size(large) / size(plain)).to.be.closeTo(20 / 16, 0.01);
  });

  it('uses em, never rem', async () => {
    const host = await element('support-group-finder', FULL['support-group-finder']);
    for (const sheet of rootOf(host).adoptedStyleSheets) {
      for (const rule of sheet.cssRules) expect(rule.cssText).to.not.match(/\d\s*rem\b/);
    }
    expect(rootOf(host).adoptedStyleSheets.length).to.be.greaterThan(1);
    // What is computed at run time goes through the object model onto the wrapper, and nowhere else.
    expect(
      rootOf(host).querySelectorAll('style, [style]:not([part=base])').length,
      'adopted sheets only',
    ).to.equal(0);
  });
});

describe('look: styles of the page stay outside', () => {
  for (const tag of TAGS) {
    it(`<${tag}> looks the same on a page that resets everything`, async () => {
      const before = looks(await element(tag, FULL[tag]));
      const after = await withPageStyle('* { all: unset !important; }', async () =>
        looks(await element(tag, FULL[tag])),
      );
      expect(after).to.deep.equal(before);
    });

    it(`<${tag}> looks the same in a place whose text has every style that is inherited`, async () => {
      const font = getComputedStyle(document.body).fontFamily;
      const before = looks(await on('', tag, FULL[tag]));
      const after = looks(
        await on(
          'letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; line-height: 3; text-align: right; font-style: italic;' +
            'font-weight: 900; font-variant: small-caps; white-space: pre; text-indent: 2em; cursor: crosshair; list-style: square inside;' +
            'text-shadow: 1px 1px red; quotes: none; hyphens: auto; word-break: break-all; border-collapse: collapse; caret-color: red;' +
            `user-select: none; pointer-events: auto; writing-mode: horizontal-tb; font-size: 9px; font-family: ${font.replaceAll('"', "'")}`,
          tag,
          FULL[tag],
        ),
      );
      expect(after).to.deep.equal(before);
    });
  }

  it('takes the font of the page, or the one that it names', async () => {
    expect(getComputedStyle(wrapperOf(await on('font-family: Courier'))).fontFamily).to.equal('Courier');
    const named = await on('font-family: Courier; --sg-font-family: Georgia');
    expect(getComputedStyle(wrapperOf(named)).fontFamily).to.equal('Georgia');
  });

  it('is not seen in a place that the page makes invisible', async () => {
    expect(getComputedStyle(wrapperOf(await on('visibility: hidden'))).visibility).to.equal('hidden');
  });
});

describe('look: on light and dark pages', () => {
  it('has a dark accent on a light page and a light one on a dark page', async () => {
    expect(accentOf(await on('background: #fff; color: #222'))).to.equal(LIGHT_ACCENT);
    expect(accentOf(await on('background: #111; color: #eee'))).to.equal(DARK_ACCENT);
    expect(accentOf(await on('background: #111; color: oklch(0.95 0 0)'))).to.equal(DARK_ACCENT);
  });

  it('puts no surface of its own under the text of the page', async () => {
    const host = await on('background: #123; color: #eee');
    expect(getComputedStyle(wrapperOf(host)).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(getComputedStyle(wrapperOf(host)).color).to.equal('rgb(238, 238, 238)');
  });

  for (const tag of TAGS) {
    it(`<${tag}> follows when the page changes its theme while it is open`, async () => {
      const host = await on('background: #fff; color: #222', tag, FULL[tag]);
      expect(accentOf(host)).to.equal(LIGHT_ACCENT);
      host.parentElement!.style.cssText = 'background: #111; color: #eee';
      await until(() => accentOf(host) === DARK_ACCENT, 'the dark page is noticed');
      host.parentElement!.style.cssText = 'background: #fff; color: #222';
      await until(() => accentOf(host) === LIGHT_ACCENT, 'the light page is noticed');
    });
  }

  it('follows when it is moved from a light place into a dark one', async () => {
    const host = await on('background: #fff; color: #222');
    const dark = await fixture<HTMLElement>('<div style="background: #111; color: #eee"></div>');
    dark.append(host);
    await until(() => accentOf(host) === DARK_ACCENT, 'the dark place is noticed');
  });

  it('owns text and surface as soon as the page sets one of them', async () => {
    const surface = 'rgb(16, 32, 48)';
    const cases: readonly [string, string, string, string][] = [
      [`color: #222; --sg-surface: ${surface}`, 'rgb(243, 245, 245)', surface, DARK_ACCENT],
      ['color: #eee; --sg-surface: #fffaf0', 'rgb(27, 28, 28)', 'rgb(255, 250, 240)', LIGHT_ACCENT],
      ['color: #222; --sg-text: #fff', 'rgb(255, 255, 255)', 'rgb(21, 25, 27)', DARK_ACCENT],
      ['color: #eee; --sg-text: #000', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)', LIGHT_ACCENT],
      ['--sg-text: #112233; --sg-surface: #ffeedd', 'rgb(17, 34, 51)', 'rgb(255, 238, 221)', LIGHT_ACCENT],
    ];
    for (const [style, ...wanted] of cases) {
      const host = await on(style);
      await becomes(() => {
        const { backgroundColor } = getComputedStyle(wrapperOf(host));
        const { color } = getComputedStyle(wrapperOf(host).querySelector('.sheet')!);
        return [color, backgroundColor, accentOf(host)];
      }, wanted);
    }
  });

  it('moves a colour that cannot be read to a tone that can, and says so once', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => warned.push(text);
    try {
      const host = await on('background: #fff; color: #222; --sg-accent: #ffe100');
      expect(accentOf(host)).to.not.equal('rgb(255, 225, 0)');
      await on('background: #fff; color: #222; --sg-accent: #ffe100');
      expect(warned.filter((text) => text.includes('--sg-accent')).length).to.equal(1);
    } finally {
      console.warn = warn;
    }
  });

  it('paints its own background over an image', async () => {
    const image = 'linear-gradient(#888, #999)';
    const host = await on(`background: ${image}; color: #222`);
    await until(
      () => getComputedStyle(wrapperOf(host)).backgroundColor === 'rgb(255, 255, 255)',
      'a background of its own',
    );
  });

  it('follows when the page changes one of our colours while it is open', async () => {
    const host = await on('background: #fff; color: #222; --sg-accent: #005a9c');
    expect(accentOf(host)).to.equal('rgb(0, 90, 156)');
    host.parentElement!.style.setProperty('--sg-accent', '#7a1fa2');
    await until(() => accentOf(host) === 'rgb(122, 31, 162)', 'the new accent is used');
  });

  it('takes the colours that the page names', async () => {
    const host = await on('--sg-accent: rgb(90, 0, 90)');
    expect(accentOf(host)).to.equal('rgb(90, 0, 90)');
  });
});

describe('look: everywhere', () => {
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await executeServerCommand('emulate-features', {});
  });

  for (const tag of TAGS) {
    it(`<${tag}> fits 320 px, and the smallest place that a page gives it`, async () => {
      await setViewport({ width: 320, height: 700 });
      for (const width of ['100%', '200px']) {
        const host = await on(`width: ${width}`, tag, FULL[tag]);
        const limit = host.getBoundingClientRect().right + 1;
        for (const node of rootOf(host).querySelectorAll('.base *')) {
          if (!node.checkVisibility() || node.closest('.visually-hidden, [role=status]')) continue;
          expect(node.getBoundingClientRect().right, node.outerHTML.slice(0, 120)).to.be.at.most(limit);
        }
      }
    });
  }

  it('marks notes and buttons in forced colours, where backgrounds are gone', async () => {
    await executeServerCommand('emulate-features', { 'forced-colors': 'active' });
    const host = await element('support-group-card', 'group="sos"');
    const [note] = byText(rootOf(host), /No longer active/).map((node) => node.closest('.note'));
    expect(getComputedStyle(note!).borderTopStyle).to.equal('solid');
    const card = await element('support-group-card', 'group="na"');
    expect(getComputedStyle(one(rootOf(card), 'link', /^Find a meeting/)).borderTopStyle).to.equal('solid');
    await executeServerCommand('emulate-features', {});
  });

  it('opens everything on paper and prints addresses', async () => {
    const host = await element('support-group-card', 'group="na" country="us"');
    const details = rootOf(host).querySelector('[part=details]')!;
    expect(details.checkVisibility()).to.equal(false);
    await executeServerCommand('emulate-features', { media: 'print' });
    expect(details.getBoundingClientRect().height).to.be.greaterThan(100);
    const links = [...details.querySelectorAll('a[href^="http"]')];
    expect(links.length).to.be.greaterThan(1);
    for (const link of links) expect(getComputedStyle(link, '::after').content).to.match(/\w\.\w/);
    const [button] = all(rootOf(host), 'link', /^Find a meeting/);
    expect(button!.parentElement!.textContent, 'beside the button it stands as text').to.include('na.org');
    await executeServerCommand('emulate-features', {});
  });
});
