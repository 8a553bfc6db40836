/**
 * Lists of meetings to measure with: Meeting Guide JSON with the fields of a real list in about the same mix, the same
 * one for the same seed. A third as many places as meetings, 30 % online, notes on 40 %. Every place, address, number
 * and link is made up; nobody is named.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const LAST_CHANGE = Date.UTC(2026, 9, 31);

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, public domain). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What `random` picks with. */
function picker(random) {
  const below = (n) => Math.floor(random() * n);
  return {
    below,
    chance: (share) => random() < share,
    one: (list) => list[below(list.length)],
    between: (low, high) => low + random() * (high - low),
    /** One of `[[value, weight], …]`. */
    weighed(list) {
      let left = random() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) if ((left -= weight) < 0) return value;
      return list.at(-1)[0];
    },
  };
}

/** With the corner of a map where the made-up states of the zone lie: latitude and longitude, from and to. */
const ZONES = [
  { zone: 'America/New_York', weight: 40, map: [33, 44, -84, -72] },
  { zone: 'America/Chicago', weight: 25, map: [30, 46, -98, -86] },
  { zone: 'America/Denver', weight: 12, map: [32, 47, -112, -103] },
  { zone: 'America/Los_Angeles', weight: 18, map: [33, 48, -123, -116] },
  { zone: 'Europe/London', weight: 5, map: [51, 55, -4, 0] },
];

/** A list written as text. */
const words = (text, between = ', ') => text.replace(/\s+/g, ' ').trim().split(between);

const NAMES = {
  start: words(
    `Alder Amber Ash Bell Birch Black Blue Bramble Bright Briar Cedar Clay Clear Clover Cold Copper Crane Deep Elder
    Elm Fair Fern Flint Fox Glen Gold Grand Green Grey Hazel Heron High Holly Iron Ivy Juniper Lark Laurel Linden Long
    Maple Marsh Meadow Mill Moss North Oak Old Pine Plum Quail Raven Red River Rook Rose Rowan Sage Sand Silver South
    Spring Stone Swan Thorn West White Wild Willow Winter Wood Wren Yarrow`,
    ' ',
  ),
  end: words(
    `bank beck bend bluff bridge brook bury by cliff combe cross dale dean den falls field ford gate grove ham harbor
    haven heath hill holm hollow hurst lake land lea ley marsh mead mere mill moor mouth park point port ridge run shore
    side spring stead stoke thorpe ton vale view ville water well wick wood worth`,
    ' ',
  ),
};
const STREETS = words('Main, Church, Station, Mill, Park, Maple, Elm, Cedar, Market, Bridge, Lake, Hill');
const STREET_KINDS = ['Street', 'Avenue', 'Road', 'Lane', 'Drive', 'Boulevard'];
const BUILDINGS = words(`
  Community Center, Community Church, Methodist Church, Lutheran Church, Public Library, Recovery Club,
  Friends Meeting House, Village Hall, General Hospital, Unity Hall`);
const BUILDING_NOTES = [
  'Side door, down the stairs.',
  'Park behind the building. Use the ramp by the garden.',
  'Second floor, end of the hall.',
  'Ring the bell at the left of the main door.',
];
const TITLES = words(`
  Morning Light, Early Risers, Nooners, Lunch Bunch, Happy Hour, Sunset, Night Owls, Candlelight,
  New Beginnings, First Things First, One Day at a Time, Easy Does It, Keep It Simple, Open Door,
  Fresh Start, Step by Step, Back to Basics, Clear Minds, Serenity, Gratitude, Hope & Strength, Freedom,
  Living Room, Attitude Adjustment, Café Reflexión, Nueva Esperanza`);
const KINDS = words('Group, Meeting, Big Book Study, Step Study, Discussion, Speaker Meeting, Beginners');
const NOTES = [
  'Newcomers are welcome. Coffee and tea from half an hour before.',
  'Speaker on the last meeting of the month; cake for birthdays.',
  'We read one chapter and then share, three minutes each. Literature is on the table.',
  'No smoking on the grounds. Please leave strong scents at home.',
  'Hybrid: there is a screen in the room, so join from home if the weather is bad.',
  'Doors close ten minutes after we start. Ring twice if you are late.',
];

/** Share of the meetings that have the code; whether it is open and for whom is drawn apart from these. */
// prettier-ignore
const TYPE_SHARES = Object.entries({
  D: 0.42, X: 0.4, DB: 0.2, SP: 0.14, B: 0.12, BE: 0.1, ST: 0.1, LIT: 0.06, MED: 0.05, '12x12': 0.05, DR: 0.05,
  TR: 0.03, LS: 0.03, CF: 0.03, POA: 0.03, 11: 0.02, ABSI: 0.02, BA: 0.02, GR: 0.02, SEN: 0.02, ASL: 0.01, OUT: 0.01,
});
// prettier-ignore
const AUDIENCES = [['', 72], ['W', 9], ['M', 7], ['LGBTQ', 5], ['Y', 3], ['POC', 1]];
// prettier-ignore
const LANGUAGES = [['', 90], ['S', 7], ['EN', 1], ['FR', 1], ['POL', 0.5], ['RUS', 0.5]];
// prettier-ignore
const STARTS = [
  [6 * 60 + 30, 4], [7 * 60, 6], [9 * 60, 6], [10 * 60, 8], [12 * 60, 12], [13 * 60, 3],
  [15 * 60, 3], [17 * 60 + 30, 10], [18 * 60, 12], [18 * 60 + 30, 9], [19 * 60, 14],
  [19 * 60 + 30, 8], [20 * 60, 10], [21 * 60, 3], [22 * 60, 2], [23 * 60 + 30, 1],
];
// prettier-ignore
const LENGTHS = [[60, 75], [75, 5], [90, 20]];

const two = (n) => String(n).padStart(2, '0');
const clock = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
const slugOf = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-+$/, '');

/** Towns in counties in states, as many as `places` fill: about 25 places to a town. */
function townsFor(places, { below, between, one, weighed }) {
  const zones = ZONES.map((zone) => [zone, zone.weight]);
  const invent = () => one(NAMES.start) + one(NAMES.end);
  const wanted = Math.max(5, Math.round(places / 25));
  const states = Math.max(5, Math.min(40, Math.round(Math.sqrt(wanted) * 1.2)));
  const counties = Math.max(1, Math.round(Math.sqrt(wanted / states)));
  return Array.from({ length: states }, (_, number) => {
    // Each zone has one state before chance goes on.
    const { zone, map } = ZONES[number] ?? weighed(zones);
    const state = `${invent()} State`;
    const code = `Q${String.fromCharCode(65 + (number % 26))}`;
    return Array.from({ length: counties }, () => {
      const county = `${invent()} County`;
      return Array.from({ length: Math.ceil(wanted / states / counties) }, () => ({
        name: invent(),
        code,
        postcode: String(10_000 + below(80_000)),
        regions: [state, county],
        zone,
        latitude: between(map[0], map[1]),
        longitude: between(map[2], map[3]),
      }));
    });
  }).flat(2);
}

function placeIn({ name, code, postcode, regions, zone, latitude, longitude }, number, random) {
  const { below, between, chance, one } = picker(random);
  const location = `${name} ${one(BUILDINGS)}`;
  const street = `${1 + below(2400)} ${one(STREETS)} ${one(STREET_KINDS)}`;
  const title = one(TITLES);
  return {
    title,
    taken: new Set(),
    join: `https://meet.example.org/j/${80_000_000_000 + number * 7919}`,
    town: `${name}, ${code}, USA`,
    zone,
    regions: [...regions, name],
    door: {
      location,
      formatted_address: `${street}, ${name}, ${code} ${postcode}, USA`,
      ...(chance(0.3) ? { location_notes: one(BUILDING_NOTES) } : {}),
    },
    latitude: Number((latitude + between(-0.1, 0.1)).toFixed(5)),
    longitude: Number((longitude + between(-0.1, 0.1)).toFixed(5)),
  };
}

/**
 * Rows of a Meeting Guide list.
 * @param count How many.
 * @param seed A whole number: another one gives another list.
 */
export function meetings(count, seed = 1) {
  const random = numbers(seed);
  const { below, chance, one, weighed } = picker(random);
  const places = Math.max(1, Math.round(count / 3));
  const towns = townsFor(places, picker(random));
  const zones = ZONES.map(({ zone, weight }) => [towns.filter((town) => town.zone === zone), weight]);
  const halls = Array.from({ length: places }, (_, number) => placeIn(one(weighed(zones)), number, random));

  return Array.from({ length: count }, (_, number) => {
    const hall = halls[number % places];
    let day, start;
    do {
      day = below(7);
      start = weighed(STARTS);
    } while (hall.taken.has(day * 1440 + start));
    hall.taken.add(day * 1440 + start);
    const online = chance(0.3);
    const remoteOnly = online && chance(0.7);
    const name = `${chance(0.35) ? `${hall.regions[2]} ` : ''}${hall.title} ${one(KINDS)}`;
    const types = [
      chance(0.7) ? 'O' : 'C',
      weighed(AUDIENCES),
      weighed(LANGUAGES),
      ...TYPE_SHARES.filter(([code, share]) => chance(share) && !(remoteOnly && code === 'X')).map(
        ([code]) => code,
      ),
      online ? 'ONL' : '',
    ].filter(Boolean);
    const slug = `${slugOf(name)}-${number + 1}`;
    return {
      slug,
      name,
      day,
      time: clock(start),
      end_time: clock(start + weighed(LENGTHS)),
      timezone: hall.zone,
      types,
      ...(remoteOnly ? { formatted_address: hall.town, approximate: 'yes' } : hall.door),
      regions: hall.regions,
      latitude: hall.latitude,
      longitude: hall.longitude,
      ...(chance(0.4) ? { notes: one(NOTES) } : {}),
      ...(chance(0.35) ? { group: `${hall.title} Group of ${hall.regions[2]}` } : {}),
      ...(online
        ? {
            conference_url: hall.join,
            conference_url_notes: `Meeting ID and passcode: ${100_000 + below(900_000)}`,
          }
        : {}),
      ...(online && chance(0.4)
        ? { conference_phone: `+15555550${100 + below(100)},,${80_000_000_000 + number}#` }
        : {}),
      ...(chance(0.1) ? { district: `District ${1 + below(60)}` } : {}),
      ...(chance(0.1) ? { url: `https://example.org/meetings/${slug}/` } : {}),
      updated: new Date(LAST_CHANGE - below(500) * DAY - below(1440) * MINUTE)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' '),
    };
  });
}
