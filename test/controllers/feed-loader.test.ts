import { expect } from '@open-wc/testing';
import { FeedLoader, type FeedReaders, type FeedState } from '../../src/controllers/feed-loader.js';
import type { FeedSource } from '../../src/domain/feeds/address.js';
import { pauseBefore } from '../../src/domain/feeds/failure.js';
import { BOUNDS } from '../../src/domain/feeds/types.js';
import { Endless, FakeServer, gate, inPieces, json, type Answer } from '../support/fake-server.js';
import { sampleTypeTable } from '../support/type-table.js';

const LIST = 'https://na.example.org/meetings.json';
const source = (own: Partial<FeedSource> = {}): FeedSource => ({
  address: LIST,
  url: LIST,
  format: 'auto',
  group: 'na',
  timezone: 'America/New_York',
  label: '',
  ...own,
});
/** Rows of a Meeting Guide list. */
const rows = (...names: string[]) =>
  names.map((name) => ({ name, slug: name, day: 1, time: '19:00', types: ['O'] }));
const NOW = new Date('2026-03-02T12:00:00Z');

const readers: FeedReaders = {
  table: () =>
    Promise.resolve(function* (text) {
      yield;
      return text
        .trim()
        .split('\n')
        .map((line) => line.split(','));
    }),
  calendar: () => Promise.resolve(null),
  types: () => sampleTypeTable,
};

/** A loader that a test can wait for. */
class Watched {
  readonly loader: FeedLoader;
  readonly states: FeedState[] = [];
  /** What was asked about each pause, and what of it is waited for: nothing. */
  readonly pauses: (number | null)[][] = [];
  now = NOW;
  #waiting: { until: (state: FeedState) => boolean; resolve: (state: FeedState) => void }[] = [];

  constructor(own: Partial<FeedSource> = {}, other: Partial<FeedReaders> = {}) {
    this.loader = new FeedLoader(source(own), {
      readers: { ...readers, ...other },
      now: () => this.now,
      random: () => 0.5,
      pause: (attempt, retryAfter, random) => {
        this.pauses.push([attempt, retryAfter, random]);
        return pauseBefore(attempt, retryAfter, random) === null ? null : 0;
      },
      changed: () => {
        const { state } = this.loader;
        this.states.push(state);
        this.#waiting = this.#waiting.filter(({ until, resolve }) => !until(state) || resolve(state));
      },
    });
  }

  /** Loads, and gives what came of it. */
  load(): Promise<FeedState> {
    const before = this.loader.state;
    this.loader.load();
    return new Promise((resolve) =>
      this.#waiting.push({ until: (state) => state !== before && state.phase !== 'loading', resolve }),
    );
  }

  get names(): string[] | undefined {
    return this.loader.state.meetings?.map(({ name }) => name);
  }
}

describe('a list that is loaded', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());
  const load = async (answer: Answer, own: Partial<FeedSource> = {}, other: Partial<FeedReaders> = {}) => {
    server.on(LIST, answer);
    const watched = new Watched(own, other);
    const state = await watched.load();
    return { ...watched, watched, state, names: watched.names, failed: state.failure?.kind };
  };

  it('gives its meetings, with what the page says about it', async () => {
    server.close();
    const watched = new Watched({ url: '/feeds/mg-edmonton-2022.json' });
    expect(watched.loader.state).to.deep.include({ phase: 'loading', meetings: null, at: 0 });
    const state = await watched.load();
    expect(state).to.deep.include({ phase: 'ready', failure: null, at: +NOW, cut: null });
    expect(state.meetings!.length + state.problems.length).to.be.at.least(315);
    expect(new Set(state.meetings!.map(({ group }) => group))).to.deep.equal(new Set(['na']));
  });

  it('counts rows that are none, and gives the others', async () => {
    const { names, state } = await load(() => json([...rows('One'), null, 5, ...rows('Two')]));
    expect(names).to.deep.equal(['One', 'Two']);
    expect(state.problems.map(({ row }) => row)).to.deep.equal([2, 3]);
  });

  for (const [promise, body, own, names] of [
    ['an empty list', '[]', {}, []],
    ['a list in an object', JSON.stringify({ meetings: rows('One') }), {}, ['One']],
    ['a table', 'name,day,time\nOne,Monday,19:00', { format: 'sheet' }, ['One']],
    ['a list after blanks', `\n\n  ${JSON.stringify(rows('One'))}`, {}, ['One']],
    ['a short list', '[ ]', { format: 'meeting-guide' }, []],
  ] as [string, string, Partial<FeedSource>, string[]][]) {
    it(`may be ${promise}, however it comes`, async () => {
      for (const answer of [() => new Response(body), () => new Response(inPieces(...body))])
        expect(await load(answer, own)).to.deep.include({ names, failed: undefined });
    });
  }

  it('may be a calendar, also where its first word comes letter by letter', async () => {
    const read: string[] = [];
    const calendar = () =>
      Promise.resolve(function* (text: string) {
        yield;
        read.push(text);
        return [];
      });
    const text = 'BEGIN:VCALENDAR\nEND:VCALENDAR';
    expect(await load(() => new Response(inPieces(...text)), {}, { calendar })).to.include({
      failed: undefined,
    });
    expect(read).to.deep.equal([text]);
  });

  for (const [reader, body] of [
    ['table', 'name,day'],
    ['calendar', 'BEGIN:VCALENDAR'],
  ] as const) {
    it(`lets the page answer while the reader of a ${reader} is at work`, async () => {
      let answered = false;
      const slow = () =>
        Promise.resolve(function* () {
          setTimeout(() => (answered = true));
          // Without the page in between this would never end.
          for (const end = performance.now() + 1_500; !answered && performance.now() < end;) yield;
          return [];
        });
      const format = reader === 'table' ? 'sheet' : 'icalendar';
      const { failed } = await load(() => new Response(body), { format }, { [reader]: slow });
      expect([answered, failed]).to.deep.equal([true, undefined]);
    });
  }

  it('may be long and have its rows in fields of records', async () => {
    const records = Array.from({ length: 5_000 }, (_, i) => ({
      id: `rec${i}`,
      fields: rows(`Meeting ${i}`)[0],
    }));
    const { names } = await load(() => json({ records }));
    expect(names).to.deep.equal(records.map((_, i) => `Meeting ${i}`));
  });

  for (const [promise, answer, failed] of [
    [
      'a page of HTML with the status 200',
      () => new Response('<!doctype html><p>Log in', { headers: { 'content-type': 'application/json' } }),
      'web-page',
    ],
    ['a page of HTML where a table should be', () => new Response('<html>'), 'web-page'],
    ['no list', () => json({ error: 'no such feed' }), 'not-a-list'],
    ['rows of nothing that we know', () => json([{ a: 1 }]), 'not-a-list'],
    ['no JSON', () => new Response('Too many requests, come again later'), 'not-a-list'],
    ['nothing', () => new Response(''), 'empty'],
    ['blanks', () => new Response(inPieces(' ', '\n')), 'empty'],
    ['no body', () => new Response(null), 'empty'],
    ['the status 404', () => new Response('', { status: 404 }), 'status'],
    ['the status 403', () => new Response('', { status: 403 }), 'status'],
    [
      'something that never ends',
      () => new Response(new Endless(' '.repeat(1_000_000), '[').body),
      'too-large',
    ],
  ] as [string, Answer, string][]) {
    it(`that is ${promise} fails as "${failed}", and is not asked for again`, async () => {
      const found = await load(answer, promise.includes('table') ? { format: 'sheet' } : {});
      expect(found).to.include({ failed });
      expect(found.state).to.include({ phase: 'failed', meetings: null });
      expect(server.times(LIST)).to.equal(1);
    });
  }

  for (const [format, reader, body] of [
    ['sheet', 'table', 'name,day'],
    ['icalendar', 'calendar', 'BEGIN:VCALENDAR'],
  ] as const) {
    it(`says so where the file that reads a ${reader} is missing`, async () => {
      const { failed } = await load(
        () => new Response(body),
        { format },
        { [reader]: () => Promise.resolve(null) },
      );
      expect(failed).to.equal('reader');
    });

    it(`is no list where the reader of a ${reader} gives up`, async () => {
      const broken = () =>
        Promise.resolve(() => {
          throw new Error('line 3');
        });
      const { state } = await load(() => new Response(body), { format }, { [reader]: broken });
      expect(state.failure).to.deep.equal({ kind: 'not-a-list', detail: 'line 3' });
    });
  }

  it('that breaks off gives what is whole, and says so', async () => {
    const { names, state } = await load(() => new Response(JSON.stringify(rows('One', 'Two')).slice(0, -9)));
    expect([names, state.cut, state.phase]).to.deep.equal([['One'], 'broken', 'ready']);
  });

  it('with more rows than may be gives as many, and says so', async () => {
    const one = JSON.stringify(rows('One')[0]);
    const most = `[${new Array(BOUNDS.rows + 1).fill(one).join(',')}]`;
    const { names, state } = await load(() => new Response(most));
    expect([names!.length, state.cut]).to.deep.equal([BOUNDS.rows, 'rows']);
  });

  it('with more meetings than may be, on seven days a row, gives as many, and says so', async () => {
    const all = { ...rows('One')[0], day: [0, 1, 2, 3, 4, 5, 6] };
    const most = `[${new Array(20_000).fill(JSON.stringify(all)).join(',')}]`;
    const { names, state } = await load(() => new Response(most));
    expect([names!.length, state.cut]).to.deep.equal([BOUNDS.rows - (BOUNDS.rows % 7), 'rows']);
  });

  it('says how old it is, by itself or by its newest row', async () => {
    const [one, two] = rows('One', 'Two');
    const dated = [
      { ...one, updated: '2026-01-02 03:04:05' },
      { ...two, updated: '2025-12-31 00:00:00' },
    ];
    expect((await load(() => json(dated))).state.updated).to.equal('2026-01-02');
    const around = { meetings: dated, updated: '2026-02-03T04:05:06Z' };
    expect((await load(() => json(around))).state.updated).to.equal('2026-02-03');
    expect((await load(() => json(rows('One')))).state.updated).to.equal('');
  });
});

/** A body that breaks off after a text. */
const tornAfter = (text: string): ReadableStream<Uint8Array> => {
  let begun = false;
  return new ReadableStream<Uint8Array>({
    async pull(to) {
      // As from a network: what came is read before the next thing happens.
      await new Promise((resolve) => setTimeout(resolve));
      if (begun) to.error(new TypeError('network error'));
      else to.enqueue(new TextEncoder().encode(text));
      begun = true;
    },
  });
};

describe('a list that cannot be had', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());
  const busy: Answer = () => new Response('', { status: 503, headers: { 'retry-after': '7' } });

  it('for now is asked for three times, and then fails', async () => {
    server.on(LIST, busy);
    const watched = new Watched();
    const { phase, failure } = await watched.load();
    expect([phase, failure]).to.deep.equal(['failed', { kind: 'status', detail: '503' }]);
    expect(server.times(LIST)).to.equal(3);
    expect(watched.pauses).to.deep.equal([1, 2, 3].map((attempt) => [attempt, 7, 0.5]));
    // For the visitor it is under way until nothing more is tried.
    expect(watched.states.map((state) => state.phase)).to.deep.equal(['loading', 'failed']);
  });

  it('for now is there when it comes at last', async () => {
    const answers = [busy, () => Promise.reject(new TypeError('Failed to fetch')), () => json(rows('One'))];
    server.on(LIST, (request) => answers.shift()!(request));
    const watched = new Watched();
    // The second time the server is asked whether it is there at all, which takes an answer too.
    answers.splice(2, 0, () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await watched.load()).failure).to.equal(null);
    expect(watched.names).to.deep.equal(['One']);
  });

  it('by pages of other sites says so, and is not asked for again', async () => {
    server.on(LIST, ({ init }) => {
      if (init.mode === 'no-cors') return new Response(null);
      throw new TypeError('Failed to fetch');
    });
    const { failure } = await new Watched().load();
    expect(failure).to.deep.equal({ kind: 'no-cors', detail: 'Failed to fetch' });
    expect(server.times(LIST)).to.equal(1);
  });

  it('of a server that nobody can reach is asked for three times', async () => {
    expect((await new Watched().load()).failure!.kind).to.equal('unreachable');
    expect(server.times(LIST)).to.equal(3);
  });

  it('to its end is asked for three times, and then gives what came through, and says so', async () => {
    const text = JSON.stringify(rows('One', 'Two')).slice(0, -9);
    server.on(LIST, () => new Response(tornAfter(text)));
    const watched = new Watched();
    const { phase, failure, cut } = await watched.load();
    expect([phase, failure, cut]).to.deep.equal(['ready', null, 'broken']);
    expect(watched.names).to.deep.equal(['One']);
    // A server that has begun to answer is not asked whether it is there.
    expect([server.times(LIST), server.asked.length]).to.deep.equal([3, 3]);
  });

  it('even to the end of its first row fails', async () => {
    server.on(LIST, () => new Response(tornAfter('[{"name":"One","slug":"one"')));
    const { phase, failure } = await new Watched().load();
    expect([phase, failure!.kind]).to.deep.equal(['failed', 'unreachable']);
  });

  it('to its end a second time stays as it was before', async () => {
    const watched = new Watched();
    server.on(LIST, () => json(rows('One', 'Two')));
    await watched.load();
    server.on(LIST, () => new Response(tornAfter(JSON.stringify(rows('One', 'Two')).slice(0, -9))));
    const { phase, failure, cut } = await watched.load();
    expect([phase, failure!.kind, cut]).to.deep.equal(['ready', 'unreachable', null]);
    expect(watched.names).to.deep.equal(['One', 'Two']);
  });

  it('a second time keeps the meetings that it had, and has them anew when it comes again', async () => {
    const watched = new Watched();
    server.on(LIST, () => json(rows('One')));
    await watched.load();
    server.on(LIST, () => new Response('', { status: 404 }));
    watched.now = new Date(+NOW + 1000);
    const failed = await watched.load();
    expect(failed).to.deep.include({ phase: 'ready', failure: { kind: 'status', detail: '404' }, at: +NOW });
    expect(watched.names).to.deep.equal(['One']);
    server.on(LIST, () => json(rows('Two')));
    expect(await watched.load()).to.include({ phase: 'ready', failure: null, at: +NOW + 1000 });
    expect(watched.names).to.deep.equal(['Two']);
    // It was never taken away while it was asked for.
    expect(watched.states.map(({ phase }) => phase)).to.deep.equal(['loading', 'ready', 'ready', 'ready']);
  });
});

describe('a list that is asked for again', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());
  const version =
    (etag: string, ...names: string[]): Answer =>
    () =>
      json(rows(...names), { etag });

  it('and is the same is not read anew', async () => {
    const watched = new Watched();
    server.on(LIST, version('1', 'One'));
    const { meetings } = await watched.load();
    watched.now = new Date(+NOW + 1000);
    const again = await watched.load();
    expect(again.meetings).to.equal(meetings);
    expect(again.at).to.equal(+NOW + 1000);
    expect(server.asked.map(({ init }) => init.cache)).to.deep.equal(['default', 'no-cache']);
  });

  it('and is another one is read', async () => {
    const watched = new Watched();
    server.on(LIST, version('1', 'One'));
    await watched.load();
    server.on(LIST, version('2', 'Two'));
    await watched.load();
    expect(watched.names).to.deep.equal(['Two']);
  });

  it('and was left in the middle of reading is read the next time', async () => {
    let leave = (): void => undefined;
    const watched = new Watched(
      {},
      {
        types: () => {
          leave();
          return sampleTypeTable;
        },
      },
    );
    server.on(LIST, version('1', 'One'));
    await watched.load();
    server.on(LIST, version('2', 'Two'));
    const left = new Promise<void>((resolve) => {
      leave = () => {
        leave = () => undefined;
        watched.loader.stop();
        resolve();
      };
    });
    watched.loader.load();
    await left;
    await new Watched({ url: LIST }).load();
    expect(watched.names).to.deep.equal(['One']);
    await watched.load();
    expect(watched.names).to.deep.equal(['Two']);
  });

  it('while it is on its way is asked for once more, and the first answer is not heard', async () => {
    const first = gate<Response>();
    const watched = new Watched();
    server.on(LIST, () => first.promise);
    watched.loader.load();
    server.on(LIST, () => json(rows('Second')));
    await watched.load();
    first.open(json(rows('First')));
    await new Watched().load();
    expect(watched.names).to.deep.equal(['Second']);
    expect(server.asked[0]!.init.signal!.aborted).to.equal(true);
  });
});

describe('a list that nobody wants any more', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());
  const OTHER = 'https://aa.example.org/meetings.json';
  /** Another list that is asked for and read from beginning to end: by then the first one would have been, too. */
  const meanwhile = async (): Promise<void> => {
    server.on(OTHER, () => json(rows('Other')));
    for (let i = 0; i < 3; i++) await new Watched({ url: OTHER }).load();
  };

  it('is not heard when it comes late, and the server is told', async () => {
    const answer = gate<Response>();
    server.on(LIST, () => answer.promise);
    const watched = new Watched();
    watched.loader.load();
    const { state } = watched.loader;
    watched.loader.stop();
    expect(server.asked[0]!.init.signal!.aborted).to.equal(true);
    answer.open(json(rows('Late')));
    await meanwhile();
    expect(watched.loader.state).to.equal(state);
    expect(watched.states).to.have.length(1);
  });

  it('is not heard in the middle of its text', async () => {
    const part = gate<Uint8Array | null>();
    const pulled = gate<null>();
    server.on(LIST, () => {
      let first = true;
      return new Response(
        new ReadableStream<Uint8Array>(
          {
            async pull(to) {
              if (first) to.enqueue(new TextEncoder().encode(JSON.stringify(rows('Late'))));
              else {
                pulled.open(null);
                await part.promise;
                to.close();
              }
              first = false;
            },
          },
          { highWaterMark: 0 },
        ),
      );
    });
    const watched = new Watched();
    watched.loader.load();
    await pulled.promise;
    watched.loader.stop();
    part.open(null);
    await meanwhile();
    expect(watched.loader.state.meetings).to.equal(null);
    expect(watched.states).to.have.length(1);
  });

  it('is not asked for again after a pause', async () => {
    server.on(LIST, () => new Response('', { status: 503 }));
    const paused = gate<null>();
    const loader: FeedLoader = new FeedLoader(source(), {
      readers,
      now: () => NOW,
      changed: () => undefined,
      pause: () => {
        // Before the timer is set, and after the answer was heard.
        setTimeout(() => {
          loader.stop();
          paused.open(null);
        });
        return 1;
      },
    });
    loader.load();
    await paused.promise;
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(server.times(LIST)).to.equal(1);
  });

  it('does not disturb another one', async () => {
    const answer = gate<Response>();
    server.on(LIST, () => answer.promise);
    const watched = new Watched();
    watched.loader.load();
    server.on(OTHER, () => json(rows('Other')));
    const other = new Watched({ url: OTHER });
    const loaded = other.load();
    watched.loader.stop();
    expect(await loaded).to.include({ phase: 'ready', failure: null });
  });
});
