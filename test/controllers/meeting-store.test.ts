import { expect } from '@open-wc/testing';
import type { FeedState } from '../../src/controllers/feed-loader.js';
import { MeetingStore } from '../../src/controllers/meeting-store.js';
import type { FeedSource } from '../../src/domain/feeds/address.js';
import { EMPTY_QUERY } from '../../src/domain/meetings/query.js';
import { FakeServer, gate, json } from '../support/fake-server.js';
import { HeldTimers } from '../support/held-timers.js';
import { labelsOf } from '../support/meetings.js';
import { sampleTypeTable } from '../support/type-table.js';

const [NA, AA, CA] = ['na', 'aa', 'ca'].map((name) => `https://${name}.example.org/list`) as [
  string,
  string,
  string,
];
const source = (url: string): FeedSource => ({
  address: url,
  url,
  format: 'meeting-guide',
  group: url.slice(8, 10),
  timezone: 'UTC',
  label: '',
});
/** Rows of a list: on a Monday, from seven to eight. */
const rows = (...names: string[]) =>
  names.map((name) => ({ name, slug: name, day: 1, time: '19:00', end_time: '20:00' }));
const MINUTE = 60_000;
/** A Monday. */
const NOON = Date.parse('2026-03-02T12:00:00Z');

/** Lists that come within this time are shown together, in milliseconds. */
const TOGETHER = 400;

/** A store that a test can wait for, with what it has told. */
class Watched {
  readonly store: MeetingStore;
  readonly told: string[] = [];
  changes = 0;
  now = NOON;
  #waiting: { until: () => boolean; resolve: () => void }[] = [];

  constructor(...urls: string[]) {
    this.store = new MeetingStore({
      readers: {
        table: () => Promise.resolve(null),
        calendar: () => Promise.resolve(null),
        types: () => sampleTypeTable,
      },
      labels: (list) => labelsOf(list),
      now: () => new Date(this.now),
      visitorZone: 'UTC',
      changed: () => {
        this.changes++;
        this.#waiting = this.#waiting.filter(({ until, resolve }) => !until() || resolve());
      },
      feedChanged: ({ source: { url }, phase, failure }: FeedState) =>
        this.told.push(`${url.slice(8, 10)} ${phase} ${failure?.detail ?? ''}`.trim()),
    });
    this.store.setSources(urls.map(source));
  }

  connected(): this {
    this.store.connect();
    return this;
  }

  /** Resolves when it is so; looked at with each change. The test is ended if it never is. */
  async until(so: () => boolean): Promise<void> {
    if (!so()) await new Promise<void>((resolve) => this.#waiting.push({ until: so, resolve }));
  }

  /** Resolves when these meetings are shown, and can be searched. */
  shows(...names: string[]): Promise<void> {
    const wanted = names.join();
    return this.until(
      () =>
        this.names.join() === wanted && (this.store.meetings === null || this.store.meetings.list.hasTexts),
    );
  }

  get names(): string[] {
    return this.store.meetings?.list.meetings.map(({ name }) => name) ?? [];
  }

  phases(): string[] {
    return this.store.feeds.map(({ phase }) => phase);
  }
}

let server: FakeServer;
let timers: HeldTimers;
beforeEach(() => {
  server = new FakeServer();
  timers = new HeldTimers((wait) => wait >= TOGETHER);
});
const stores: MeetingStore[] = [];
const watched = (...urls: string[]): Watched => {
  const one = new Watched(...urls);
  stores.push(one.store);
  return one;
};
afterEach(() => {
  for (const store of stores.splice(0)) store.disconnect();
  timers.close();
  server.close();
});
/** Another store from beginning to end: by then anything that was on its way would have come. */
async function meanwhile(): Promise<void> {
  server.on(CA, () => json(rows('Other')));
  for (let i = 0; i < 2; i++) await watched(CA).connected().shows('Other');
}

describe('lists that are loaded together', () => {
  it('are asked for when somebody looks, and shown as one', async () => {
    server.on(NA, () => json(rows('One', 'Two')));
    server.on(AA, () => json(rows('Three')));
    const one = watched(NA, AA);
    expect([server.asked.length, one.store.loading, one.store.meetings]).to.deep.equal([0, true, null]);
    one.connected();
    await one.shows('One', 'Two', 'Three');
    expect(one.store.meetings!.list.feeds).to.deep.equal([0, 0, 1]);
    expect(one.store.loading).to.equal(false);
    expect(one.told.sort()).to.deep.equal(['aa ready', 'na ready']);
  });

  it('load and fail apart', async () => {
    server.on(NA, () => new Response('', { status: 404 }));
    server.on(AA, () => json(rows('Three')));
    const one = watched(NA, AA).connected();
    await one.shows('Three');
    expect(one.store.meetings!.list.feeds).to.deep.equal([1]);
    expect(one.phases()).to.deep.equal(['failed', 'ready']);
    expect(one.told.sort()).to.deep.equal(['aa ready', 'na failed 404']);
  });

  it('that all fail are not waited for any longer', async () => {
    for (const url of [NA, AA]) server.on(url, () => new Response('', { status: 404 }));
    const one = watched(NA, AA).connected();
    await one.until(() => one.phases().join() === 'failed,failed');
    await meanwhile();
    expect([one.store.loading, one.store.meetings]).to.deep.equal([false, null]);
  });

  it('of which one is slow wait for it for a moment, and then are shown without it', async () => {
    const slow = gate<Response>();
    server.on(NA, () => json(rows('One')));
    server.on(AA, () => slow.promise);
    const one = watched(NA, AA).connected();
    await one.until(() => one.told.length === 1);
    await meanwhile();
    expect(one.store.meetings).to.equal(null);
    expect(timers.waiting.filter(({ wait }) => wait === TOGETHER)).to.have.length(1);
    timers.goOff(TOGETHER);
    await one.shows('One');
    expect(one.store.loading).to.equal(true);
    slow.open(json(rows('Two')));
    await one.shows('One', 'Two');
    expect(one.store.loading).to.equal(false);
  });

  it('may be empty', async () => {
    server.on(NA, () => json([]));
    const one = watched(NA).connected();
    await one.until(() => one.store.meetings !== null);
    expect([one.names, one.store.loading]).to.deep.equal([[], false]);
  });

  it('that are long are searched to their end', async () => {
    const names = Array.from({ length: 60_000 }, (_, i) => `Meeting ${i} at the corner of the street`);
    server.on(NA, () => json(rows(...names)));
    const one = watched(NA).connected();
    await one.until(() => one.store.meetings?.list.hasTexts === true);
    await meanwhile();
    const { search, times, list } = one.store.meetings!;
    expect(list.hasTexts).to.equal(true);
    expect([...search.find({ ...EMPTY_QUERY, text: '59999' }, times).indices]).to.deep.equal([59_999]);
  });
});

describe('the lists of a page', () => {
  it('that stay are not asked for again, and one that comes is', async () => {
    server.on(NA, () => json(rows('One')));
    server.on(AA, () => json(rows('Two')));
    const one = watched(NA).connected();
    await one.shows('One');
    one.store.setSources([source(NA), source(AA)]);
    await one.shows('One', 'Two');
    expect([server.times(NA), server.times(AA)]).to.deep.equal([1, 1]);
  });

  it('that change their places keep their meetings', async () => {
    server.on(NA, () => json(rows('One')));
    server.on(AA, () => json(rows('Two')));
    const one = watched(NA, AA).connected();
    await one.shows('One', 'Two');
    one.store.setSources([source(AA), source(NA)]);
    await one.shows('Two', 'One');
    expect(one.store.meetings!.list.feeds).to.deep.equal([0, 1]);
    expect(server.asked).to.have.length(2);
  });

  it('that go take their meetings along', async () => {
    server.on(NA, () => json(rows('One')));
    server.on(AA, () => json(rows('Two')));
    const one = watched(NA, AA).connected();
    await one.shows('One', 'Two');
    one.store.setSources([source(AA)]);
    await one.shows('Two');
    one.store.setSources([]);
    expect([one.store.meetings, one.store.loading, one.store.feeds]).to.deep.equal([null, false, []]);
  });

  it('that go while they are on their way are stopped, and not heard', async () => {
    const answer = gate<Response>();
    server.on(NA, () => answer.promise);
    const one = watched(NA).connected();
    one.store.setSources([]);
    expect(server.asked[0]!.init.signal!.aborted).to.equal(true);
    answer.open(json(rows('Late')));
    await meanwhile();
    expect([one.store.meetings, one.told]).to.deep.equal([null, []]);
  });

  it('that come and go at once are not asked for', async () => {
    const one = watched().connected();
    one.store.setSources([source(NA)]);
    one.store.setSources([]);
    await meanwhile();
    expect(server.times(NA)).to.equal(0);
  });

  it('may name one twice', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA, NA).connected();
    await one.until(() => one.phases().join() === 'ready,ready' && one.store.meetings !== null);
    expect(server.times(NA)).to.equal(2);
  });
});

describe('an element that is moved in the page', () => {
  it('while a list is on its way asks for it again', async () => {
    const first = gate<Response>();
    server.on(NA, () => first.promise);
    const one = watched(NA).connected();
    one.store.disconnect();
    expect(server.asked[0]!.init.signal!.aborted).to.equal(true);
    server.on(NA, () => json(rows('One')));
    one.store.connect();
    await one.shows('One');
    expect(server.times(NA)).to.equal(2);
  });

  it('while a list is joined shows it all the same', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.until(() => one.told.length === 1);
    one.store.disconnect();
    await meanwhile();
    expect(one.store.meetings).to.equal(null);
    one.store.connect();
    await one.shows('One');
    expect([server.times(NA), one.store.loading]).to.deep.equal([1, false]);
  });

  it('while its texts are read can be searched all the same', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.until(() => one.store.meetings !== null);
    one.store.disconnect();
    one.store.connect();
    await one.shows('One');
  });

  it('is told to connect twice and asks once', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected().connected();
    await one.shows('One');
    expect(server.times(NA)).to.equal(1);
  });

  it('and is gone has no clock, hears nothing and asks for nothing', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.shows('One');
    one.store.show([0]);
    expect(timers.waiting).to.have.length(1);
    one.store.disconnect();
    expect(timers.waiting).to.deep.equal([]);
    const { changes } = one;
    one.now += 24 * 60 * MINUTE;
    document.dispatchEvent(new Event('visibilitychange'));
    globalThis.dispatchEvent(new Event('online'));
    one.store.show([0]);
    expect([timers.waiting.length, one.changes, server.times(NA)]).to.deep.equal([0, changes, 1]);
  });
});

describe('the clock', () => {
  const loaded = async (): Promise<Watched> => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.shows('One');
    return one;
  };
  /** How long it waits, in minutes. */
  const waits = (): number[] => timers.waiting.map(({ wait }) => wait / MINUTE);

  it('waits for half an hour at most where nothing changes', async () => {
    const one = await loaded();
    one.store.show([0]);
    expect(waits()).to.deep.equal([30]);
  });

  for (const [now, minutes] of [
    ['17:40', 20],
    ['18:10', 1],
    ['18:10:20', 40 / 60],
    ['19:20', 1],
    ['19:59:59.9', 1 / 60],
  ] as const) {
    it(`at ${now} waits until a text changes`, async () => {
      const one = await loaded();
      one.now = Date.parse(`2026-03-02T${now}Z`);
      one.store.show([0]);
      expect(waits()[0]).to.be.closeTo(minutes, 1e-6);
      expect(waits()).to.have.length(1);
    });
  }

  it('tells when it goes off, and goes on', async () => {
    const one = await loaded();
    one.store.show([0]);
    const { changes } = one;
    one.now += 30 * MINUTE;
    timers.goOff();
    expect(one.changes).to.be.above(changes);
    expect(waits()).to.deep.equal([30]);
  });

  it('works the times out anew when a meeting is over', async () => {
    const one = await loaded();
    one.now = Date.parse('2026-03-02T19:59Z');
    one.store.show([0]);
    const before = one.store.meetings!;
    expect(new Date(before.times.starts[0]!).toISOString()).to.include('2026-03-02T19:00');
    one.now = Date.parse('2026-03-02T20:00Z');
    timers.goOff();
    const { list, search, times } = one.store.meetings!;
    expect([list, search]).to.deep.equal([before.list, before.search]);
    expect(new Date(times.starts[0]!).toISOString()).to.include('2026-03-09T19:00');
  });

  it('does not run wild when the list it was set for is no more', async () => {
    server.on(NA, () => json(rows('One', 'Two', 'Three')));
    server.on(AA, () => json(rows('Four')));
    const one = watched(NA, AA).connected();
    await one.shows('One', 'Two', 'Three', 'Four');
    one.store.show([3]);
    one.store.setSources([source(AA)]);
    await one.shows('Four');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(waits().every((minutes) => minutes > 0)).to.equal(true);
    expect(waits()).to.have.length(1);
  });
});

describe('a page that somebody comes back to', () => {
  const look = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

  it('asks again for lists that are old, and for no others', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.shows('One');
    one.now += 30 * MINUTE;
    look();
    expect(server.times(NA)).to.equal(1);
    server.on(NA, () => json(rows('Two')));
    one.now += 1;
    look();
    expect(server.times(NA)).to.equal(2);
    await one.shows('Two');
  });

  it('does not ask all the time for a list that cannot be had', async () => {
    server.on(NA, () => new Response('', { status: 404 }));
    server.on(AA, () => json(rows('One')));
    const one = watched(NA, AA).connected();
    await one.shows('One');
    for (let i = 0; i < 5; i++) {
      one.now += MINUTE;
      look();
    }
    expect(server.times(NA)).to.equal(1);
    one.now += 30 * MINUTE;
    look();
    expect(server.times(NA)).to.equal(2);
  });

  it('keeps what is shown where a list is the same as before', async () => {
    server.on(NA, () => json(rows('One'), { etag: '"1"' }));
    const one = watched(NA).connected();
    await one.shows('One');
    const { list, search } = one.store.meetings!;
    one.now += 31 * MINUTE;
    look();
    await one.until(() => one.told.length === 2);
    await meanwhile();
    expect(one.store.meetings!.list).to.equal(list);
    expect(one.store.meetings!.search).to.equal(search);
  });

  it('asks again at once for lists that failed, and for no others, when there is a connection', async () => {
    server.on(NA, () => new Response('', { status: 404 }));
    server.on(AA, () => json(rows('Two')));
    const one = watched(NA, AA).connected();
    await one.shows('Two');
    server.on(NA, () => json(rows('One')));
    globalThis.dispatchEvent(new Event('online'));
    await one.shows('One', 'Two');
    expect([server.times(NA), server.times(AA)]).to.deep.equal([2, 1]);
  });

  it('keeps the meetings of a list that cannot be had this time', async () => {
    server.on(NA, () => json(rows('One')));
    const one = watched(NA).connected();
    await one.shows('One');
    server.on(NA, () => new Response('<html>'));
    one.now += 31 * MINUTE;
    look();
    await one.until(() => one.store.feeds[0]!.failure !== null);
    expect([one.names, one.phases(), one.told.at(-1)]).to.deep.equal([['One'], ['ready'], 'na ready']);
  });
});
