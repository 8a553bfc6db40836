import { expect } from '@open-wc/testing';
import {
  hasPlaces,
  placeNamed,
  readingPlaces,
  type KnownPlace,
} from '../../../src/domain/meetings/places.js';
import type { MeetingList } from '../../../src/domain/meetings/list.js';
import type { Place } from '../../../src/domain/meetings/types.js';
import { atOnce, listOfFeeds, meeting, place } from '../../support/meetings.js';

const at = (latitude: number, longitude: number, own: Partial<Place>): Place =>
  place({ position: { latitude, longitude }, ...own });
const listAt = (...places: Place[]): MeetingList =>
  listOfFeeds(places.map((one, i) => meeting({ id: `${i}`, inPerson: true, place: one })));
const placesOf = (...places: Place[]): KnownPlace[] => atOnce(readingPlaces(listAt(...places)));
const named = (places: readonly KnownPlace[], name: string): KnownPlace | null => placeNamed(places, name);

describe('the places that lists name', () => {
  it('are towns, postcodes and regions, the greatest first, each in the middle of its meetings', () => {
    const places = placesOf(
      at(40.2, -74.2, { city: 'Springfield', postcode: '01101-1234', regions: ['Hampden'] }),
      at(40.4, -74.4, { city: 'springfield', postcode: '01101', regions: ['Hampden', 'West'] }),
      at(40.6, -74.6, { city: 'Elsewhere', postcode: '01102', regions: ['Hampden'] }),
    );
    expect(places.map(({ name, size }) => `${name} ${size}`)).to.deep.equal([
      'Hampden 3',
      '01101 2',
      'Springfield 2',
      '01102 1',
      'Elsewhere 1',
      'West 1',
    ]);
    expect(places[0]!.latitude).to.be.closeTo(40.4, 1e-9);
    expect(places[0]!.longitude).to.be.closeTo(-74.4, 1e-9);
  });

  it('with the same name far apart are the greater one, not the middle between them', () => {
    const oregon = [0, 0.01, 0.02].map((apart) => at(45.52 + apart, -122.68, { city: 'Portland' }));
    const maine = [0, 0.01].map((apart) => at(43.66 + apart, -70.26, { city: 'Portland' }));
    for (const places of [placesOf(...oregon, ...maine), placesOf(...maine, ...oregon)]) {
      const [portland, ...others] = places;
      expect(others).to.deep.equal([]);
      expect(portland!.size).to.equal(3);
      expect(portland!.latitude).to.be.closeTo(45.53, 1e-9);
      expect(portland!.longitude).to.be.closeTo(-122.68, 1e-9);
    }
  });

  it('are one where a degree ends in the middle of the town', () => {
    const [town] = placesOf(at(50.99, 6.99, { city: 'Town' }), at(51.01, 7.01, { city: 'Town' }));
    expect(town!.size).to.equal(2);
    expect(town!.latitude).to.be.closeTo(51, 1e-9);
  });

  it('count a place once, also where town and region have the same name', () =>
    expect(placesOf(at(1, 1, { city: 'Bronx', regions: ['New York', 'BRONX'] }))).to.have.length(2));

  it('have a position and a name', () =>
    expect(placesOf(place({ city: 'Nowhere' }), at(1, 1, { city: ' ' }))).to.deep.equal([]));

  it('are one however they are written, under the first writing', () =>
    expect(
      placesOf(
        at(1, 1, { city: 'São Paulo' }),
        at(1, 1, { city: 'SAO PAULO' }),
        at(1, 1, { city: ' São Paulo ' }),
      ),
    ).to.deep.equal([{ name: 'São Paulo', key: 'sao paulo', size: 3, latitude: 1, longitude: 1 }]));

  it('are read in slices, none of which is long', () => {
    const list = listAt(
      ...Array.from({ length: 5_000 }, (_, i) => at(i % 80, i % 170, { city: `Town ${i}` })),
    );
    const reading = readingPlaces(list);
    let slices = 1;
    let step = reading.next();
    for (; !step.done; step = reading.next()) slices++;
    expect(step.value).to.have.length(5_000);
    expect(slices).to.be.at.least(10);
  });

  for (const [what, places, has] of [
    ['one that is somewhere', [place({ city: 'Nowhere' }), at(1, 1, {})], true],
    ['none that is anywhere', [place({ city: 'Nowhere' })], false],
    ['none at all', [], false],
  ] as const) {
    it(`are there or not: ${what}`, () => expect(hasPlaces(listAt(...places))).to.equal(has));
  }
});

describe('a place that somebody types', () => {
  const places = placesOf(
    at(1, 1, { city: 'São Paulo' }),
    at(5, 5, { city: 'York' }),
    at(9, 9, { city: 'Yorktown' }),
    at(9.1, 9.1, { city: 'Yorktown' }),
  );

  for (const [typed, name] of [
    ['sao paulo', 'São Paulo'],
    ['  SÃO PAULO ', 'São Paulo'],
    ['york', 'York'],
    ['yor', 'Yorktown'],
    ['town', undefined],
    ['', undefined],
    ['  ', undefined],
  ] as const) {
    it(`as "${typed}" is ${name ?? 'none'}`, () => expect(named(places, typed)?.name).to.equal(name));
  }
});
