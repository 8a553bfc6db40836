import { expect } from '@open-wc/testing';
import { breathe } from '../../src/controllers/in-slices.js';
import type { MeetingList } from '../../src/domain/meetings/list.js';
import { EMPTY_QUERY, type MeetingQuery } from '../../src/domain/meetings/query.js';
import { PlaceSearch } from '../../src/meetings/place-search.js';
import { until } from '../support/elements.js';
import { listOfFeeds, meeting, place } from '../support/meetings.js';

const townsNamed = (...names: string[]): MeetingList =>
  listOfFeeds(
    names.map((city, i) =>
      meeting({ id: `${i}`, place: place({ city, position: { latitude: i % 80, longitude: i % 170 } }) }),
    ),
  );
const MANY = Array.from({ length: 30_000 }, (_, i) => `Town ${i}`);

/** A search by place, and how often it was drawn again. */
function searching(): { search: PlaceSearch; query: () => MeetingQuery; updates: () => number } {
  let query = EMPTY_QUERY;
  let updates = 0;
  const search = new PlaceSearch({
    query: () => query,
    setQuery: (next) => {
      query = next;
      updates++;
    },
    update: () => updates++,
    focus: () => undefined,
  });
  return { search, query: () => query, updates: () => updates };
}

describe('the search by place', () => {
  it('reads no name while nobody has opened it', async () => {
    const { search, updates } = searching();
    const list = townsNamed('York');
    for (let i = 0; i < 2; i++) {
      expect(search.placesIn(list)).to.deep.equal({ hasPlaces: true, places: [] });
      await Promise.resolve();
    }
    expect(updates()).to.equal(0);
    search.actions.openNear(true);
    search.placesIn(list);
    await until(() => search.placesIn(list).places.length > 0, 'the names are there');
    expect(search.placesIn(list).places.map(({ name }) => name)).to.deep.equal(['York']);
    expect(updates(), 'opened, and drawn with the names').to.equal(2);
  });

  it('is not there where no place has a position', () => {
    const { search } = searching();
    const list = listOfFeeds([meeting({ place: place({ city: 'York' }) })]);
    search.actions.openNear(true);
    expect(search.placesIn(list)).to.deep.equal({ hasPlaces: false, places: [] });
  });

  it('lets the browser go on while it reads many names', async () => {
    const { search } = searching();
    const list = townsNamed(...MANY);
    search.actions.openNear(true);
    search.placesIn(list);
    await breathe();
    expect(search.placesIn(list).places, 'something else had its turn').to.deep.equal([]);
    await until(() => search.placesIn(list).places.length === MANY.length, 'all are there');
  });

  it('finds what was typed before the names were read, unless it was forgotten', async () => {
    const list = townsNamed(...MANY);
    for (const [forgotten, name] of [
      [false, 'Town 7'],
      [true, undefined],
    ] as const) {
      const { search, query } = searching();
      search.actions.openNear(true);
      search.placesIn(list);
      search.actions.nearPlace('town 7');
      expect(search.location, 'not unknown yet').to.equal('none');
      if (forgotten) search.actions.forgetPlace();
      await until(() => search.placesIn(list).places.length > 0, 'the names are there');
      expect(query().near?.name).to.equal(name);
    }
  });

  it('reads the names of a new list, and offers the old ones until then', async () => {
    const { search } = searching();
    const [first, second] = [townsNamed('York'), townsNamed(...MANY)];
    search.actions.openNear(true);
    search.placesIn(first);
    await until(() => search.placesIn(first).places.length > 0, 'the first names are there');
    expect(search.placesIn(second).places).to.have.length(1);
    await until(() => search.placesIn(second).places.length === MANY.length, 'the second are there');
  });
});
