import { meetingGuideFormat } from '../../../src/domain/feeds/meeting-guide.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { expect } from '../../support/assert.js';
import { feedContext, readFeed, readRow } from '../../support/feeds.js';

const HALL = { location: 'Example Hall', formatted_address: '20 Example St, Anytown, OK 12345, USA' };
const ROOM = 'https://meet.example.org/room';
const ROW = { name: 'Hope', slug: 'hope', day: 1, time: '19:00', end_time: '20:00', ...HALL };

const read = (facts: object): Meeting => readRow(meetingGuideFormat, { ...ROW, ...facts });
const readAll = (rows: readonly unknown[]): ReturnType<typeof readFeed> =>
  readFeed(meetingGuideFormat, { rows, around: {} });
const ways = ({ inPerson, online, phone, closed }: Meeting): string =>
  [inPerson && 'in person', online && 'online', phone && 'phone', closed && 'closed']
    .filter((way) => way !== false)
    .join(', ');

describe('a row of a Meeting Guide feed', () => {
  it('is read as a whole', () => {
    const meeting = readRow(
      meetingGuideFormat,
      {
        name: 'Women&#8217;s Hope',
        slug: 'womens-hope',
        day: 0,
        time: '19:00',
        end_time: '20:30',
        timezone: 'America/Chicago',
        types: ['O', 'W', 'ONL'],
        location: 'Example Hall',
        formatted_address: '20 Example St, Anytown, OK 12345, USA',
        city: 'Anytown',
        postal_code: 12345,
        region: 'Oklahoma',
        sub_region: 'Anytown',
        latitude: '35.1',
        longitude: -97,
        location_notes: 'Side door',
        conference_url: ROOM,
        conference_url_notes: 'Passcode: hope',
        conference_phone: '+1 555 010 0100',
        conference_phone_notes: 'Press #',
        notes: 'Bring a cup.\r\n\r\nAnd a friend.',
        group: 'Hope Group',
        group_notes: 'Since 1990',
        district: 'District 7',
        url: 'https://example.org/meetings/hope/',
        website: 'hope.example.org',
        feedback_emails: ['meetings@example.org'],
        entity: 'Example Intergroup',
        venmo: '@ExampleGroup',
        updated: '2023-03-15 23:03:00',
        // None of these may come through.
        email: 'person@example.org',
        phone: '555-010-0199',
        contact_1_name: 'A Person',
        contact_1_phone: '555-010-0198',
        contact_1_email: 'another@example.org',
      },
      { group: 'aa' },
    );
    expect(meeting).to.deep.equal({
      id: 'womens-hope',
      day: 7,
      start: 1140,
      minutes: 90,
      zone: 'America/Chicago',
      group: 'aa',
      name: 'Women’s Hope',
      inPerson: true,
      online: true,
      phone: true,
      closed: false,
      place: {
        name: 'Example Hall',
        address: '20 Example St, Anytown, OK 12345, USA',
        city: 'Anytown',
        postcode: '12345',
        regions: ['Oklahoma', 'Anytown'],
        position: { latitude: 35.1, longitude: -97 },
        exact: true,
        notes: 'Side door',
      },
      join: ROOM,
      joinNotes: 'Passcode: hope',
      dial: 'tel:+15550100100',
      dialText: '+1 555 010 0100',
      dialNotes: 'Press #',
      types: ['open', 'women'],
      notes: 'Bring a cup.\n\nAnd a friend.',
      homeGroup: 'Hope Group',
      homeGroupNotes: 'Since 1990',
      district: 'District 7',
      url: 'https://example.org/meetings/hope/',
      website: 'https://hope.example.org/',
      feedback: 'mailto:meetings@example.org',
      keeper: 'Example Intergroup',
      payments: [{ service: 'venmo', url: 'https://venmo.com/ExampleGroup' }],
      updated: '2023-03-15',
    });
  });
});

describe('what other finders got wrong', () => {
  it('a meeting on several days is there on each of them, and the others stay as they are', () => {
    const { meetings, problems } = readAll([
      { ...ROW, slug: 'a', day: [1, 3] },
      { ...ROW, slug: 'b', day: [4, 5] },
      { ...ROW, slug: 'c', day: [6] },
    ]);
    expect(problems).to.deep.equal([]);
    expect(meetings.map(({ id, day }) => `${id} ${day}`)).to.deep.equal([
      'a 1',
      'a-2 3',
      'b 4',
      'b-2 5',
      'c 6',
    ]);
  });

  it('7:00 PM is in the evening', () =>
    expect(read({ time: '7:00 PM', end_time: '8:15 PM' })).to.include({ start: 1140, minutes: 75 }));

  it('one bad row leaves all others as they are, and is counted', () => {
    const { meetings, problems } = readAll([
      { ...ROW, slug: 'a' },
      null,
      'text',
      [1],
      {},
      { name: '', slug: '' },
      { slug: 'nameless', day: 1 },
      { ...ROW, slug: 'day', day: 'someday' },
      { ...ROW, slug: 'time', time: 'after work' },
      { ...ROW, slug: 'types', types: [null, { O: 1 }, [['O']]] },
      { ...ROW, slug: 'b', day: 'Sunday' },
    ]);
    expect(meetings.map(({ id, day }) => `${id} ${day}`)).to.deep.equal(['a 1', 'types 1', 'b 7']);
    expect(problems).to.deep.equal([
      { row: 2, name: '', reason: 'not-a-meeting', value: '' },
      { row: 3, name: '', reason: 'not-a-meeting', value: 'text' },
      { row: 4, name: '', reason: 'not-a-meeting', value: '' },
      { row: 5, name: '', reason: 'not-a-meeting', value: '' },
      { row: 6, name: '', reason: 'not-a-meeting', value: '' },
      { row: 7, name: 'nameless', reason: 'no-name', value: '' },
      { row: 8, name: 'Hope', reason: 'bad-day', value: 'someday' },
      { row: 9, name: 'Hope', reason: 'bad-time', value: 'after work' },
    ]);
  });

  it('entities are shown as what they stand for', () =>
    expect(read({ name: 'Rock &amp; Roll &#8211; Women&#039;s' }).name).to.equal("Rock & Roll – Women's"));

  for (const [types, ids] of [
    ['O,C', ['open', 'closed']],
    ['O | W', ['open', 'women']],
    ['[open]', ['open']],
    ['Big Book, women', ['big-book', 'women']],
    [
      ['o', 'be'],
      ['open', 'newcomers'],
    ],
    [[11], ['eleventh-step']],
    [11, ['eleventh-step']],
    [['', null, 'O'], ['open']],
    [['O', 'O', 'Open'], ['open']],
    [
      ['GR', 'Grapevine'],
      ['=GR', '=Grapevine'],
    ],
    [['O', 'ONL', 'TC'], ['open']],
    ['Online Meeting, O', ['open']],
    [undefined, []],
    [{ O: true }, []],
  ] as const) {
    it(`types ${JSON.stringify(types)} are ${JSON.stringify(ids)}`, () =>
      expect(read({ types }).types).to.deep.equal(ids));
  }

  it('an online meeting with a provider that nobody knows is online, and keeps its link', () =>
    expect(
      read({ conference_url: 'https://unheard-of.example/room', attendance_option: 'inactive' }),
    ).to.include({
      online: true,
      join: 'https://unheard-of.example/room',
    }));
});

describe('when a meeting takes place', () => {
  for (const [what, facts, day, start, minutes] of [
    ['neither day nor time: by appointment', { day: undefined, time: undefined }, 0, -1, 0],
    ['empty values: by appointment', { day: '', time: '', end_time: '' }, 0, -1, 0],
    ['a day without a time keeps its day', { time: null }, 1, -1, 0],
    ['a time without a day: by appointment', { day: null }, 0, -1, 0],
    ['an end before the start is on the next day', { time: '23:30', end_time: '01:00' }, 1, 1410, 90],
    ['an end that cannot be read is not known', { end_time: 'late' }, 1, 1140, 0],
    ['no end is not known', { end_time: undefined }, 1, 1140, 0],
    ['20 hours are a mistake', { time: '10:00', end_time: '06:00' }, 1, 600, 0],
    ['midnight to midnight stands for "not known"', { time: '00:00', end_time: '00:00' }, 1, -1, 0],
    ['a meeting at midnight', { time: '00:00', end_time: '01:00' }, 1, 0, 60],
    ['around the clock', { time: '00:00', end_time: '23:59' }, 1, 0, 1440],
    ['24:00 is the next day', { day: 0, time: '24:00', end_time: '01:00' }, 1, 0, 60],
  ] as const) {
    it(what, () => expect(read(facts)).to.include({ day, start, minutes }));
  }

  it('is in the zone of the page where the row names none, or none that exists', () => {
    const zone = (timezone: unknown): string =>
      readRow(meetingGuideFormat, { ...ROW, timezone }, { timezone: 'Europe/Dublin' }).zone;
    expect(zone('Asia/Kolkata')).to.equal('Asia/Kolkata');
    for (const none of [undefined, '', 'EST', 'Nowhere/Land', 5])
      expect(zone(none)).to.equal('Europe/Dublin');
  });
});

describe('by which ways one can go', () => {
  const none = { location: undefined, formatted_address: undefined };
  const town = { location: undefined, formatted_address: 'Anytown, OK, USA' };
  for (const [what, facts, expected] of [
    ['an address', {}, 'in person'],
    ['an address and a link', { conference_url: ROOM }, 'in person, online'],
    [
      'an address, a link, a number',
      { conference_url: ROOM, conference_phone: '5550100100' },
      'in person, online, phone',
    ],
    ['a link only', { ...none, conference_url: ROOM }, 'online'],
    ['a link and a town', { ...town, conference_url: ROOM }, 'online'],
    ['a link and "approximate"', { approximate: 'yes', conference_url: ROOM }, 'online'],
    ['a number only', { ...none, conference_phone: '555-010-0100' }, 'phone'],
    [
      'a number and the code for online',
      { ...none, conference_phone: '555-010-0100', types: ['ONL'] },
      'phone',
    ],
    ['the code for online only', { ...none, types: 'onl' }, 'online'],
    ['a town only', town, 'in person'],
    ['nothing at all', none, ''],
    ['an e-mail address instead of a link', { conference_url: 'a@example.org' }, 'in person'],
    ['a closed building', { types: ['TC'] }, 'closed'],
    ['a closed building and a link', { types: ['TC'], conference_url: ROOM }, 'online, closed'],
    ['said to be in person', { attendance_option: 'in_person' }, 'in person'],
    ['said to be online', { attendance_option: 'online' }, 'online'],
    [
      'said to be online, with a number only',
      { attendance_option: 'Online', conference_phone: '5550100100' },
      'phone',
    ],
    ['said to be both', { attendance_option: 'hybrid', conference_url: ROOM }, 'in person, online'],
    ['said to be inactive', { attendance_option: 'inactive', types: ['TC'] }, 'closed'],
    ['said to be something else', { attendance_option: 'sometimes' }, 'in person'],
  ] as const) {
    it(`${what}: ${expected || 'not known'}`, () => expect(ways(read(facts))).to.equal(expected));
  }
});

describe('the place of a meeting', () => {
  for (const [address, exact] of [
    ['20 Example St, Anytown, OK 12345, USA', true],
    ['20 Example St, Anytown', true],
    ['Oak St & Elm St, Anytown, OK 12345, USA', true],
    ['Anytown, OK 12345, USA', false],
    ['Austin, TX, USA', false],
    ['10115 Berlin, Germany', false],
    ['Hauptstr. 5, 10115 Berlin, Germany', true],
    ['United States', false],
  ] as const) {
    it(`"${address}" ${exact ? 'leads' : 'does not lead'} to a door`, () =>
      expect(read({ formatted_address: address }).place?.exact).to.equal(exact));
  }

  it('"approximate" is believed, as text or not', () => {
    for (const yes of ['yes', 'Yes', true, 1]) expect(read({ approximate: yes }).place?.exact).to.be.false;
    for (const no of ['no', false, 0]) {
      expect(read({ approximate: no, formatted_address: 'The Old Mill, Anytown' }).place?.exact).to.be.true;
    }
  });

  it('is put together from parts where there is no whole address', () => {
    const parts = {
      formatted_address: '',
      address: '20 Example St',
      city: 'Anytown',
      state: 'OK',
      postal_code: 12345,
    };
    expect(read(parts).place).to.include({ address: '20 Example St, Anytown, OK 12345', exact: true });
    const whole = {
      formatted_address: '',
      address: '20 Example St, Anytown, OK, T6E 4E8, Canada',
      city: 'Anytown',
    };
    expect(read(whole).place?.address).to.equal('20 Example St, Anytown, OK, T6E 4E8, Canada');
  });

  for (const [facts, position] of [
    [
      { latitude: '35.1', longitude: '-97' },
      { latitude: 35.1, longitude: -97 },
    ],
    [
      { latitude: -97.5, longitude: 35.1 },
      { latitude: 35.1, longitude: -97.5 },
    ],
    [{ coordinates: '35.1,-97' }, { latitude: 35.1, longitude: -97 }],
    [{ coordinates: '35,-97,36,-98' }, { latitude: 35.5, longitude: -97.5 }],
    [{ latitude: 0, longitude: 0 }, null],
    [{ latitude: '', longitude: '' }, null],
    [{ latitude: 35 }, null],
    [{ latitude: 200, longitude: 300 }, null],
    [{ coordinates: 'near the park' }, null],
  ] as const) {
    it(`${JSON.stringify(facts)} lies at ${JSON.stringify(position)}`, () =>
      expect(read(facts).place?.position).to.deep.equal(position));
  }

  for (const [facts, regions] of [
    [{ region: 'A', sub_region: 'B', sub_sub_region: 'C' }, ['A', 'B', 'C']],
    [{ regions: ['A', '', null, 'B'], region: 'X' }, ['A', 'B']],
    [{ regions: 'A > B&amp;C', region: 'X' }, ['A', 'B&C']],
    [{ regions: [], region: 'X' }, ['X']],
    [{ region: 'A', sub_region: 'a' }, ['A']],
  ] as const) {
    it(`${JSON.stringify(facts)} lies in ${regions.join(' > ')}`, () =>
      expect(read(facts).place?.regions).to.deep.equal(regions));
  }

  it('is the same object for all meetings there, and no other place', () => {
    const { meetings } = readAll([
      ROW,
      { ...ROW, location: 'Example Hall ' },
      { ...ROW, location_notes: 'Upstairs' },
      { ...ROW, day: 5 },
    ]);
    const [first, second, third, fourth] = meetings.map(({ place }) => place);
    expect(second).to.equal(first);
    expect(fourth).to.equal(first);
    expect(third).not.to.equal(first);
  });

  it('has no building where the list writes "Online" for one', () =>
    expect(read({ location: 'Online Meeting' }).place?.name).to.equal(''));
});

describe('the id of a meeting', () => {
  it('is the slug, or else the id, as text', () => {
    expect(read({ slug: 6 }).id).to.equal('6');
    expect(read({ slug: '', id: 65301 }).id).to.equal('65301');
  });

  it('is made up where there is neither, and the same at each reading', () => {
    const { id } = read({ slug: undefined });
    expect(id).to.equal('hope-1-1140-example-hall');
    expect(read({ slug: null }).id).to.equal(id);
  });

  it('is unique, whatever the list says', () => {
    const slugs = ['a', 'a', 'a-2', 'a', 'a-2', 'a-3'];
    const ids = readAll(slugs.map((slug) => ({ ...ROW, slug }))).meetings.map(({ id }) => id);
    expect(new Set(ids)).to.have.property('size', slugs.length);
    expect(ids.slice(0, 2)).to.deep.equal(['a', 'a-2']);
  });
});

it('a row without a name is called what its group or its building is', () => {
  expect(read({ name: '', group: 'Hope Group' }).name).to.equal('Hope Group');
  expect(read({ name: null }).name).to.equal('Example Hall');
});

it('a list with rows in "fields" is read too', () =>
  expect(readRow(meetingGuideFormat, { id: 'rec1', fields: ROW }).id).to.equal('hope'));

it('reading another list starts anew', () => {
  const list = { rows: [ROW], around: {} };
  const one = meetingGuideFormat.reader(list, feedContext())(ROW, 0);
  const other = meetingGuideFormat.reader(list, feedContext())(ROW, 0);
  expect(other).to.deep.equal(one);
});
