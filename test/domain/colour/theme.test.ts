import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { BLACK, contrast, mix, parseColour, WHITE, type Colour } from '../../../src/domain/colour/colour.js';
import { themeFor, type PageColours, type ThemeColour } from '../../../src/domain/colour/theme.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const rgb = (red: number, green: number, blue: number, alpha = 1): Colour => ({
  red: red / 255,
  green: green / 255,
  blue: blue / 255,
  alpha,
});
const plain: PageColours = {
  text: rgb(34, 34, 34),
  behind: WHITE,
  ownText: null,
  ownSurface: null,
  accent: null,
  accentText: null,
  emergency: null,
  emergencyText: null,
  focus: null,
  edge: null,
  more: false,
};

/** What a theme draws, with the background that it stands on. */
function drawn(page: PageColours): { get: (name: ThemeColour) => Colour; grounds: Colour[] } {
  const { colours } = themeFor(page);
  const css = (value: string): Colour => parseColour(value)!;
  const surface = colours.surface ? css(colours.surface) : page.behind!;
  const get = (name: ThemeColour): Colour => css(colours[name]!);
  const flat = colours['tint-base'] === 'transparent';
  return { get, grounds: flat ? [surface] : [surface, mix(surface, get('text'), 0.08)] };
}

describe('the theme of a page', () => {
  it('leaves a page that can be read as it is', () => {
    const { colours, tone, moved } = themeFor(plain);
    expect(tone).to.equal('light');
    expect(colours.text).to.equal('rgb(34 34 34)');
    expect(colours.surface).to.equal(undefined);
    expect(moved).to.deep.equal([]);
  });
  it('takes the light accent on a dark page', () => {
    const { tone, colours } = themeFor({ ...plain, text: WHITE, behind: BLACK });
    expect(tone).to.equal('dark');
    expect(contrast(parseColour(colours.accent!)!, BLACK)).to.be.greaterThan(7);
  });
  it('uses the accent of a brand as it is, where it can be read', () =>
    expect(themeFor({ ...plain, accent: rgb(0, 94, 184) }).colours.accent).to.equal('rgb(0 94 184)'));
  it('moves an accent that cannot be read, and says so', () => {
    const { colours, moved } = themeFor({ ...plain, accent: rgb(255, 221, 0) });
    expect(contrast(parseColour(colours.accent!)!, WHITE)).to.be.at.least(4.5);
    expect(moved.map(({ token }) => token)).to.deep.equal(['--sg-accent']);
  });
  it('owns text and background as soon as the page sets one of them', () => {
    expect(themeFor({ ...plain, ownSurface: BLACK }).colours.text).to.equal('rgb(243 245 245)');
    expect(themeFor({ ...plain, ownText: WHITE }).colours.surface).to.equal('rgb(21 25 27)');
  });
  it('paints its own background over an image', () =>
    expect(themeFor({ ...plain, behind: null }).colours.surface).to.equal('rgb(255 255 255)'));
  it('gives more contrast where the visitor wants more', () => {
    const { get, grounds } = drawn({ ...plain, accent: rgb(100, 100, 100), more: true });
    expect(contrast(get('accent'), grounds[1]!)).to.be.at.least(7);
  });

  const colour = fc.record({
    red: fc.double({ min: 0, max: 1, noNaN: true }),
    green: fc.double({ min: 0, max: 1, noNaN: true }),
    blue: fc.double({ min: 0, max: 1, noNaN: true }),
    alpha: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const maybe = fc.option(colour, { nil: null });
  const opaque = colour.map((one) => ({ ...one, alpha: 1 }));

  it('can be read on any page, whatever colours the page asks for', () => {
    fc.assert(
      fc.property(
        fc.record({
          text: opaque,
          behind: fc.option(opaque, { nil: null }),
          ownText: maybe,
          ownSurface: maybe,
          accent: maybe,
          accentText: maybe,
          emergency: maybe,
          emergencyText: maybe,
          focus: maybe,
          edge: maybe,
          more: fc.constant(false),
        }),
        (page) => {
          const { get, grounds } = drawn(page);
          // Half a step of a byte is lost in writing a colour down.
          const enough = (a: Colour, b: Colour, ratio: number): void => {
            expect(contrast(a, b)).to.be.at.least(ratio - 0.06);
          };
          for (const name of ['text', 'accent'] as const)
            for (const ground of grounds) enough(get(name), ground, 4.5);
          for (const name of ['focus', 'edge', 'emergency'] as const) {
            for (const ground of grounds) enough(get(name), ground, 3);
          }
          enough(get('accent-text'), get('accent'), 4.5);
          enough(get('emergency-text'), get('emergency'), 4.5);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
