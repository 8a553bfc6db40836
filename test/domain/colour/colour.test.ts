import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  BLACK,
  contrast,
  cssColour,
  luminance,
  over,
  parseColour,
  passingTone,
  WHITE,
  type Colour,
} from '../../../src/domain/colour/colour.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const channel = fc.integer({ min: 0, max: 255 }).map((byte) => byte / 255);
export const opaque: fc.Arbitrary<Colour> = fc.record({
  red: channel,
  green: channel,
  blue: channel,
  alpha: fc.constant(1),
});

describe('a colour', () => {
  for (const [written, read] of [
    ['rgb(0, 0, 0)', BLACK],
    ['rgb(255, 255, 255)', WHITE],
    ['rgba(255, 0, 0, 0.5)', { red: 1, green: 0, blue: 0, alpha: 0.5 }],
    ['rgb(0 255 0 / 25%)', { red: 0, green: 1, blue: 0, alpha: 0.25 }],
    ['color(srgb 0.5 0.25 0 / 0.1)', { red: 0.5, green: 0.25, blue: 0, alpha: 0.1 }],
    ['color(srgb 1.2 -0.1 0)', { red: 1, green: 0, blue: 0, alpha: 1 }],
  ] as const) {
    it(`is read from ${written}`, () => expect(parseColour(written)).to.deep.equal(read));
  }
  for (const written of ['', 'red', 'oklch(0.5 0.1 120)', 'color(display-p3 1 0 0)', 'rgb(1)']) {
    it(`is not guessed from "${written}"`, () => expect(parseColour(written)).to.equal(null));
  }
  it('is written as it was read', () =>
    expect(cssColour(parseColour('rgb(1, 22, 203)')!)).to.equal('rgb(1 22 203)'));
  it('has the luminance that WCAG gives it', () => {
    expect(luminance(WHITE)).to.be.closeTo(1, 1e-9);
    expect(luminance(parseColour('rgb(128, 128, 128)')!)).to.be.closeTo(0.2159, 1e-4);
  });
  it('has the contrast that WCAG gives it', () => {
    expect(contrast(BLACK, WHITE)).to.be.closeTo(21, 1e-9);
    expect(contrast(parseColour('rgb(118, 118, 118)')!, WHITE)).to.be.closeTo(4.54, 0.01);
  });
  it('shows what is under it as far as it is see-through', () =>
    expect(cssColour(over({ ...BLACK, alpha: 0.5 }, WHITE))).to.equal('rgb(128 128 128)'));
});

describe('the nearest tone that can be read', () => {
  it('is the colour itself where it can be read', () => {
    const teal = parseColour('rgb(11, 92, 116)')!;
    expect(cssColour(passingTone(teal, [WHITE], 4.5))).to.equal('rgb(11 92 116)');
  });
  it('is a darker one on white, of the same kind', () => {
    const { red, green, blue } = passingTone(parseColour('rgb(255, 150, 150)')!, [WHITE], 4.5);
    expect(red).to.be.greaterThan(green);
    expect(green).to.be.closeTo(blue, 0.01);
  });
  it('passes on any background, for any colour', () => {
    fc.assert(
      fc.property(opaque, opaque, fc.constantFrom(3, 4.5), (colour, background, ratio) => {
        expect(contrast(passingTone(colour, [background], ratio), background)).to.be.at.least(ratio);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
