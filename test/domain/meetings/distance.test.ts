import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { coarse, inMeters, inUnit, metersBetween, unitOf } from '../../../src/domain/meetings/distance.js';
import { FUZZ_RUNS } from '../../support/assert.js';

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('the distance between two points', () => {
  for (const [from, to, a, b, kilometers] of [
    ['a point', 'itself', at(40, -74), at(40, -74), 0],
    ['the equator', 'a degree north', at(0, 0), at(1, 0), 111.195],
    ['one side of the date line', 'the other', at(0, 179.5), at(0, -179.5), 111.195],
    ['the north pole', 'itself by another name', at(90, 0), at(90, 120), 0],
    ['the north pole', 'the south pole', at(90, 0), at(-90, 0), 20_015.1],
    ['a point', 'the other side of the earth', at(10, 20), at(-10, -160), 20_015.1],
    // By the geodesic on WGS 84: 343.9 and 5,585.2 km.
    ['London', 'Paris', at(51.5074, -0.1278), at(48.8566, 2.3522), 343.56],
    ['New York', 'London', at(40.7128, -74.006), at(51.5074, -0.1278), 5_570.2],
  ] as const) {
    it(`is ${kilometers} km from ${from} to ${to}`, () =>
      expect(metersBetween(a, b) / 1000).to.be.closeTo(kilometers, 0.1));
  }

  it('is the same there and back, and never more than half way around', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const meters = metersBetween(a, b);
        expect(meters).to.be.closeTo(metersBetween(b, a), 0.001);
        expect(meters).to.be.within(0, 20_015_200);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('a place told less exactly', () => {
  it('lies at most 800 m away, and is one for everybody around', () => {
    fc.assert(
      fc.property(position, (exact) => {
        const rough = coarse(exact);
        expect(metersBetween(exact, rough)).to.be.below(800);
        for (const part of ['latitude', 'longitude'] as const)
          expect(Math.abs(rough[part] * 100 - Math.round(rough[part] * 100))).to.be.below(1e-6);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('units of length', () => {
  for (const [region, unit] of [
    ['US', 'mi'],
    ['GB', 'mi'],
    ['LR', 'mi'],
    ['IE', 'km'],
    ['CA', 'km'],
    ['us', 'km'],
    ['', 'km'],
    [null, 'km'],
  ] as const) {
    it(`are ${unit} for ${region ?? 'nobody knows where'}`, () => expect(unitOf(region)).to.equal(unit));
  }

  it('are told from meters and back', () => {
    expect(inUnit(1609.344, 'mi')).to.equal(1);
    expect(inUnit(1500, 'km')).to.equal(1.5);
    expect(inMeters(2, 'mi')).to.equal(3218.688);
    expect(inMeters(2, 'km')).to.equal(2000);
  });
});
