import { bmltFormat } from '../../../src/domain/feeds/bmlt.js';
import type { FeedList } from '../../../src/domain/feeds/types.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { expect } from '../../support/assert.js';
import { readFeed, readRow, sampleFeed } from '../../support/feeds.js';

const FORMATS = [
  { id: '17', key_string: 'A', lang: 'es', name_string: 'Abierta', world_id: 'OPEN' },
  { id: '17', key_string: 'O', lang: 'en', name_string: 'Open', world_id: 'OPEN' },
  { id: '4', key_string: 'C', lang: 'en', name_string: 'Closed', world_id: 'CLOSED' },
  { id: '9', key_string: 'ES', lang: 'en', name_string: 'Español', world_id: 'LANG' },
  { id: '10', key_string: 'PT', lang: 'en', name_string: 'Português', world_id: 'LANG' },
  { id: '30', key_string: 'RR', lang: 'de', name_string: 'Runde', world_id: '' },
  { id: '30', key_string: 'Rr', lang: 'en', name_string: 'Round Robin', world_id: '' },
  { id: '31', key_string: 'Bb', lang: 'en', name_string: 'Big Book', world_id: '' },
  { id: '54', key_string: 'VM', lang: 'en', name_string: 'Virtual Meeting', world_id: 'VM' },
  { id: '55', key_string: 'TC', lang: 'en', name_string: 'Temporarily Closed', world_id: 'TC' },
  { id: '56', key_string: 'HY', lang: 'en', name_string: 'Hybrid Meeting', world_id: 'HYBR' },
];
const ROW = {
  id_bigint: '9001',
  weekday_tinyint: '2',
  venue_type: '1',
  start_time: '19:00:00',
  duration_time: '01:30:00',
  time_zone: 'America/New_York',
  formats: 'O',
  format_shared_id_list: '17',
  meeting_name: 'Hope',
  location_text: 'Example Hall',
  location_street: '20 Example St',
  location_municipality: 'New York',
  location_sub_province: 'Bronx',
  location_province: 'NY',
  location_city_subsection: 'Bronx',
  location_postal_code_1: '10001',
  location_nation: 'USA',
  latitude: '40.7484',
  longitude: '-73.9857',
};

const read = (facts: object, around: FeedList['around'] = { formats: FORMATS }): Meeting =>
  readRow(bmltFormat, { ...ROW, ...facts }, { around });
const ways = ({ inPerson, online, phone, closed }: Meeting): string =>
  [inPerson && 'in person', online && 'online', phone && 'phone', closed && 'closed']
    .filter((way) => way !== false)
    .join(', ');

describe('a row of a BMLT server', () => {
  it('is read as a whole', () => {
    const meeting = read({
      service_body_name: 'Example Area',
      comments: 'Bring a cup.',
      location_info: 'Side door',
      train_lines: 'Train Lines#@-@#A, C',
      bus_lines: 'Bx12',
      virtual_meeting_additional_info: 'Passcode: hope',
      root_server_uri: 'https://example.org/main_server',
      email_contact: 'person@example.org',
      contact_phone_1: '555-010-0199',
      contact_name_1: 'A Person',
    });
    expect(meeting).to.deep.equal({
      id: '9001',
      day: 1,
      start: 1140,
      minutes: 90,
      zone: 'America/New_York',
      group: '',
      name: 'Hope',
      inPerson: true,
      online: false,
      phone: false,
      closed: false,
      place: {
        name: 'Example Hall',
        address: '20 Example St, New York, NY 10001',
        city: 'New York',
        postcode: '10001',
        regions: ['NY', 'New York', 'Bronx'],
        position: { latitude: 40.7484, longitude: -73.9857 },
        exact: true,
        notes: 'Side door\nA, C\nBx12',
      },
      join: '',
      joinNotes: 'Passcode: hope',
      dial: '',
      dialText: '',
      dialNotes: '',
      types: ['open'],
      notes: 'Bring a cup.',
      homeGroup: '',
      homeGroupNotes: '',
      district: 'Example Area',
      url: '',
      website: '',
      feedback: '',
      keeper: '',
      payments: [],
      updated: '',
    });
  });
});

describe('when a BMLT meeting takes place', () => {
  for (const [what, facts, expected] of [
    ['1 is Sunday', { weekday_tinyint: '1' }, { day: 7 }],
    ['7 is Saturday, as a number too', { weekday_tinyint: 7 }, { day: 6 }],
    ['no weekday: by appointment', { weekday_tinyint: '' }, { day: 0, start: -1, minutes: 0 }],
    ['no time: ask first', { start_time: '' }, { day: 1, start: -1, minutes: 0 }],
    ['a duration of 00:00:00 is not known', { duration_time: '00:00:00' }, { start: 1140, minutes: 0 }],
    [
      '24:00:00 is around the clock',
      { duration_time: '24:00:00', start_time: '06:00:00' },
      { start: 0, minutes: 1440 },
    ],
    ['it may go beyond midnight', { start_time: '23:30:00' }, { start: 1410, minutes: 90 }],
    ['an empty zone is not known', { time_zone: '' }, { zone: '' }],
  ] as const) {
    it(what, () => expect(read(facts)).to.include(expected));
  }

  it('a weekday or a time that cannot be is counted', () => {
    const rows = [
      { ...ROW, weekday_tinyint: '8' },
      { ...ROW, start_time: '26:00:00' },
    ];
    expect(readFeed(bmltFormat, { rows, around: {} }).problems.map(({ reason }) => reason)).to.deep.equal([
      'bad-day',
      'bad-time',
    ]);
  });
});

describe('by which ways one can go to a BMLT meeting', () => {
  const LINK = { virtual_meeting_link: 'meet.example.org/room' };
  const NUMBER = { phone_meeting_number: '+1 555 010 0100,,123#' };
  const old = (ids: string, keys: string): object => ({
    venue_type: undefined,
    format_shared_id_list: ids,
    formats: keys,
  });
  for (const [what, facts, expected] of [
    ['venue type 1', {}, 'in person'],
    ['venue type 2', { venue_type: '2', ...LINK }, 'online'],
    ['venue type 2, no link shown', { venue_type: '2' }, 'online'],
    ['venue type 2, a number only', { venue_type: '2', ...NUMBER }, 'phone'],
    ['venue type 2, both', { venue_type: 2, ...LINK, ...NUMBER }, 'online, phone'],
    ['venue type 3', { venue_type: '3', ...LINK }, 'in person, online'],
    [
      'venue type 2 of a closed building',
      { venue_type: '2', ...LINK, formats: 'O,TC', format_shared_id_list: '17,55' },
      'online, closed',
    ],
    ['an old server, VM', { ...old('17,54', 'O,VM'), ...LINK }, 'online'],
    ['an old server, HY', { ...old('17,56', 'O,HY'), ...LINK }, 'in person, online'],
    ['an old server, TC alone', old('17,55', 'O,TC'), 'closed'],
    ['an old server, TC and VM', { ...old('54,55', 'VM,TC'), ...LINK }, 'online, closed'],
    ['an old server, nothing said', old('17', 'O'), 'in person'],
    ['an old server, a link', { ...old('', ''), ...LINK }, 'in person, online'],
  ] as const) {
    it(`${what}: ${expected}`, () => expect(ways(read(facts))).to.equal(expected));
  }

  it('the keys VM, HY and TC count where no formats came with the list', () => {
    expect(ways(read({ venue_type: '', formats: 'O,VM', ...LINK }, {}))).to.equal('online');
    expect(ways(read({ venue_type: '', formats: 'tc' }, {}))).to.equal('closed');
  });

  it('a link without its scheme is one', () =>
    expect(read({ venue_type: '2', ...LINK }).join).to.equal('https://meet.example.org/room'));
});

describe('formats of a BMLT meeting', () => {
  for (const [what, ids, keys, types] of [
    ['by id, whatever the key is called', '17,4', 'A,G', ['open', 'closed']],
    ['a world id that is any language: by its name', '9', 'ES', ['lang-es']],
    ['a language that no table knows: its name', '10', 'PT', ['=Português']],
    ['no world id: by its name', '31', 'Bb', ['big-book']],
    ['no table knows it: its English name', '30', 'RR', ['=Round Robin']],
    ['ways to go are no types', '17,54,55,56', 'O,VM,TC,HY', ['open']],
    ['an id that is not in the list: by keys', '17,999', 'O,C', ['open', 'closed']],
    ['no ids: by keys, in the list or not', '', 'Bb,W,XYZ', ['big-book', 'women', '=XYZ']],
    ['fewer ids than keys: by keys', '17', 'O,C', ['open', 'closed']],
    ['none', '', '', []],
  ] as const) {
    it(what, () => expect(read({ format_shared_id_list: ids, formats: keys }).types).to.deep.equal(types));
  }

  it('without a list of formats the codes of the fellowship count', () =>
    expect(read({ formats: 'O,C,Zz' }, {}).types).to.deep.equal(['open', 'closed', '=Zz']));

  it('a list of formats in eleven languages gives English names', async () => {
    const { rows } = await sampleFeed('bmlt-australia-formats');
    const meeting = read({ format_shared_id_list: '1,18', formats: 'B,Pi' }, { formats: rows });
    expect(meeting.types[0]).to.equal('newcomers');
    const english = rows.find(
      (row) => (row as { id: string; lang: string }).id === '18' && (row as { lang: string }).lang === 'en',
    );
    expect(meeting.types[1]).to.equal(`=${(english as { name_string: string }).name_string}`);
  });
});

describe('where a BMLT meeting is', () => {
  for (const [facts, regions] of [
    [{}, ['NY', 'New York', 'Bronx']],
    [
      { location_city_subsection: '', location_sub_province: 'Ulster', location_municipality: 'Kingston' },
      ['NY', 'Ulster', 'Kingston'],
    ],
    [{ location_city_subsection: '', location_sub_province: '', location_municipality: '' }, ['NY']],
    [
      {
        location_city_subsection: '',
        location_sub_province: '',
        location_municipality: '',
        location_province: '',
      },
      ['USA'],
    ],
    [
      {
        location_province: 'Berlin',
        location_municipality: 'Berlin',
        location_sub_province: '',
        location_city_subsection: 'Mitte',
      },
      ['Berlin', 'Mitte'],
    ],
  ] as const) {
    it(`${JSON.stringify(facts)} is in ${regions.join(' > ')}`, () =>
      expect(read(facts).place?.regions).to.deep.equal(regions));
  }

  it('has a position only where there is one', () => {
    expect(read({ latitude: '0', longitude: '0' }).place?.position).to.be.null;
    expect(read({ latitude: '', longitude: '' }).place?.position).to.be.null;
  });

  it('is nowhere where the row says nothing', () => {
    const nothing = Object.fromEntries(
      Object.keys(ROW)
        .filter((key) => /^l/.test(key))
        .map((key) => [key, '']),
    );
    expect(read({ ...nothing, venue_type: '2' }).place).to.be.null;
  });
});

describe('the id of a BMLT meeting', () => {
  it('of an aggregator names the server, as two servers may have the same number', () => {
    const rows = [
      { ...ROW, root_server_id: '1' },
      { ...ROW, root_server_id: '12' },
    ];
    expect(readFeed(bmltFormat, { rows, around: {} }).meetings.map(({ id }) => id)).to.deep.equal([
      '1-9001',
      '12-9001',
    ]);
  });

  it('keeps its bound, however long its parts are', () => {
    const row = { ...ROW, root_server_id: '1'.repeat(250), id_bigint: '2'.repeat(250) };
    expect(readRow(bmltFormat, row).id).to.have.length(255);
  });
});

it('markup from a server is text', async () => {
  const { meetings } = readFeed(bmltFormat, await sampleFeed('bmlt-variants-synthetic'));
  const marked = meetings.find(({ id }) => id === '9013')!;
  expect(marked.name).to.equal('Markup & entities: bold & "quotes"');
  expect(marked.notes).to.equal('Bring a chair');
});
