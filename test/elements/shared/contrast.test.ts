import { expect, fixture } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement } from 'lit';
import '../../../src/index.js';
import { contrast, over, parseColour, WHITE, type Colour } from '../../../src/domain/colour/colour.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { complete, FALLBACK, rootOf } from '../../support/elements.js';

/** A page in a real browser is slower than a function: fewer runs, more of them in `npm run verify`. */
const RUNS = Math.round(FUZZ_RUNS / 20);

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const seeThrough = fc
  .tuple(hex, fc.integer({ min: 0, max: 255 }))
  .map(([colour, alpha]) => colour + alpha.toString(16).padStart(2, '0'));
const colour = fc.oneof(
  hex,
  seeThrough,
  fc.constantFrom('red', 'hsl(50 100% 50%)', 'oklch(0.8 0.2 140)', 'light-dark(#00478f, #9cf)'),
);
const token = fc.option(colour, { nil: null });

const page = fc.record({
  scheme: fc.constantFrom('', 'color-scheme: dark;', 'color-scheme: light dark;'),
  background: fc.oneof(hex, seeThrough, fc.constantFrom('', 'linear-gradient(#888, #ccc)')),
  text: fc.oneof(hex, fc.constantFrom('', 'CanvasText')),
  '--sg-accent': token,
  '--sg-accent-text': token,
  '--sg-text': token,
  '--sg-surface': token,
});
type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

const styleOf = ({ scheme, background, text, ...tokens }: Page): string =>
  [
    scheme,
    background && `background: ${background};`,
    text && `color: ${text};`,
    ...Object.entries(tokens).map(([name, value]) => (value === null ? '' : `${name}: ${value};`)),
  ].join(' ');

/** What is really behind a node: every background up to the document, laid on the canvas. */
function behind(node: Element, canvas: Colour): Colour {
  const layers: Colour[] = [];
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    const layer = at.nodeType === 1 ? parseColour(getComputedStyle(at as Element).backgroundColor) : null;
    if (layer) layers.push(layer);
  }
  return layers.reduceRight((under, layer) => over(layer, under), canvas);
}

async function expectReadable(style: string): Promise<void> {
  const outer = await fixture<HTMLElement>(
    `<div style="${style}"><support-group-card open-root group="smart" open>${FALLBACK}</support-group-card></div>`,
  );
  const host = outer.firstElementChild as LitElement;
  await complete(host);
  const probe = getComputedStyle(rootOf(host).querySelector('.probe')!);
  const canvas = parseColour(probe.accentColor) ?? WHITE;
  for (const part of [
    '[part~=heading]',
    '.summary',
    '[part~=details] a',
    '[part~=button]',
    '[part~=footer] p',
  ]) {
    const node = rootOf(host).querySelector(part)!;
    const ground = behind(node, canvas);
    const ink = over(parseColour(getComputedStyle(node).color)!, ground);
    // Half a step of a byte is lost in writing a colour down.
    expect(contrast(ink, ground), `${part} on a page with ${style}`).to.be.at.least(4.44);
  }
  outer.remove();
}

describe('contrast: what the page asks for is a wish', () => {
  before(() => (console.warn = () => undefined));
  const { warn } = console;
  after(() => (console.warn = warn));

  it('and every text can be read, whatever the page looks like', async () => {
    await fc.assert(
      fc.asyncProperty(page, (one) => expectReadable(styleOf(one))),
      { numRuns: RUNS },
    );
  });
});
