import { expect } from '@open-wc/testing';
import { luminance } from '../../../src/domain/colour/luminance.js';

describe('the luminance of a computed colour', () => {
  for (const [colour, expected] of [
    ['rgb(0, 0, 0)', 0],
    ['rgb(255, 255, 255)', 1],
    ['rgba(255, 255, 255, 0.5)', 1],
    ['rgb(128, 128, 128)', 0.2159],
    ['color(srgb 1 1 1)', 1],
    ['color(srgb 0 0 0 / 1)', 0],
    ['oklch(1 0 0)', 1],
    ['oklab(0 0 0)', 0],
    ['lab(100 0 0)', 1],
  ] as const) {
    it(`of ${colour} is ${expected}`, () => expect(luminance(colour)).to.be.closeTo(expected, 0.001));
  }
  for (const colour of [
    'rgba(0, 0, 0, 0)',
    'transparent',
    'color(srgb 1 1 1 / 0)',
    '',
    'color(display-p3 1 1 1)',
  ]) {
    it(`of "${colour}" is not known`, () => expect(luminance(colour)).to.equal(null));
  }
});
