import { expect } from '@open-wc/testing';
import { IN_PERSON, MeetingList, ONLINE, PHONE } from '../../../src/domain/meetings/list.js';
import { regionPath } from '../../../src/domain/meetings/find.js';
import { mergeFeeds } from '../../../src/domain/meetings/merge.js';
import { atOnce, listOfFeeds, meeting, place } from '../../support/meetings.js';

describe('a list of meetings', () => {
  it('has a column for each thing to filter by', () => {
    const hall = place({ regions: ['State', 'Town'] });
    const list = listOfFeeds(
      [
        meeting({ types: ['open', 'men'], inPerson: true, online: true, place: hall }),
        meeting({ types: [] }),
      ],
      [meeting({ group: 'aa', types: ['men', 'books'], phone: true, place: hall })],
    );
    expect({
      feeds: list.feeds,
      ways: [...list.ways],
      groups: list.groups,
      groupAt: [...list.groupAt],
      types: list.types,
      typeFrom: [...list.typeFrom],
      typeAt: [...list.typeAt],
      places: list.places,
      placeAt: [...list.placeAt],
    }).to.deep.equal({
      feeds: [0, 0, 1],
      ways: [IN_PERSON | ONLINE, 0, PHONE],
      groups: ['na', 'aa'],
      groupAt: [0, 0, 1],
      types: ['open', 'men', 'books'],
      typeFrom: [0, 2, 2, 4],
      typeAt: [0, 1, 1, 2],
      places: [hall],
      placeAt: [0, -1, 0],
    });
  });

  it('has each type of a meeting once', () =>
    expect([...listOfFeeds([meeting({ types: ['open', 'men', 'open'] })]).typeAt]).to.deep.equal([0, 1]));

  it('keeps more types apart than 16 bits do', () => {
    const most = 66_000;
    const meetings = Array.from({ length: most / 60 }, (_, i) =>
      meeting({ types: Array.from({ length: 60 }, (_, j) => `=${i * 60 + j}`) }),
    );
    const list = listOfFeeds(meetings);
    expect(list.types).to.have.length(most);
    expect(list.types[list.typeAt.at(-1)!]).to.equal(`=${most - 1}`);
  });

  it('keeps more groups apart than 16 bits do', () => {
    const list = listOfFeeds(
      Array.from({ length: 66_000 }, (_, i) => meeting({ id: `${i}`, group: `g${i}` })),
    );
    expect(list.groups[list.groupAt.at(-1)!]).to.equal('g65999');
  });

  it('knows regions from the large to the small, however they are written; a town where there are none', () => {
    const at = (regions: string[], city = '') => meeting({ place: place({ regions, city }) });
    const list = listOfFeeds([
      at(['State', 'Town']),
      at(['STATE', 'Village']),
      at(['Other', 'Town']),
      at([], 'Alone'),
      at([]),
    ]);
    expect(list.regions.map((_, at) => regionPath(list, at))).to.deep.equal([
      'State',
      'State > Town',
      'State > Village',
      'Other',
      'Other > Town',
      'Alone',
    ]);
    expect(list.regions[0]!.children).to.deep.equal([1, 2]);
    expect([...list.regionOfPlace]).to.deep.equal([1, 2, 4, 5, -1]);
  });

  it('names the others in the same house, but not those in the same town', () => {
    const hall = place();
    const town = place({ exact: false });
    const list = listOfFeeds([hall, town, hall, town, null, null].map((one) => meeting({ place: one })));
    expect([0, 1, 4].map((i) => list.inSamePlace(i))).to.deep.equal([[2], [], []]);
  });

  it('is searched only when its texts are read, in slices', () => {
    const meetings = Array.from({ length: 2_500 }, (_, i) => meeting({ name: `No ${i}` }));
    const list = atOnce(MeetingList.build(mergeFeeds([{ feed: 0, meetings }])));
    const reading = list.readTexts();
    reading.next();
    expect(list.hasTexts).to.equal(false);
    atOnce(reading);
    expect(list.hasTexts).to.equal(true);
    expect(list.textOf(2_499)).to.include('no 2499');
  });

  it('may be empty', () => {
    const list = listOfFeeds([]);
    expect([list.meetings.length, list.hasTexts, list.typeFrom.length]).to.deep.equal([0, true, 1]);
  });
});
