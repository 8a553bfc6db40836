import { expect } from '@open-wc/testing';
import { FetchFailure, fetchText, whyUnreachable, type Answer } from '../../src/controllers/fetch-text.js';
import { Endless, FakeServer, gate, inPieces } from '../support/fake-server.js';

const URL_ = 'https://na.example.org/meetings.json';
const never = new AbortController().signal;
type Options = Parameters<typeof fetchText>[1];

/** What came of it: the pieces, the answer as it was announced, or the kind and detail of the failure. */
async function fetched(url: string, own: Partial<Options> = {}) {
  const pieces: string[] = [];
  const answers: Answer[] = [];
  let failure: FetchFailure | null = null;
  try {
    await fetchText(url, {
      signal: never,
      again: false,
      most: 1_000_000,
      begin: (answer) => {
        answers.push(answer);
        return true;
      },
      take: (piece) => {
        pieces.push(piece);
        return true;
      },
      ...own,
    });
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    failure = error;
  }
  const { kind, detail } = failure?.failure ?? {};
  return {
    text: pieces.join(''),
    answer: answers[0],
    failed: failure && `${kind} ${detail}`.trim(),
    failure,
  };
}

describe('a text that is fetched', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('is that of the file', async () => {
    server.close();
    const { text, answer, failed } = await fetched('/test/fixtures/feeds/README.md');
    expect(failed).to.equal(null);
    expect(text).to.equal(await (await fetch('/test/fixtures/feeds/README.md')).text());
    expect(answer!.version).to.not.equal('');
  });

  it('is whole where a letter is cut in two', async () => {
    const bytes = new TextEncoder().encode('São 😀');
    server.on(URL_, () => new Response(inPieces(...Array.from(bytes, (byte) => Uint8Array.of(byte)))));
    expect((await fetched(URL_)).text).to.equal('São 😀');
  });

  it('is without a byte order mark', async () => {
    server.on(URL_, () => new Response(inPieces('\ufeff[]')));
    expect((await fetched(URL_)).text).to.equal('[]');
  });

  it('takes nothing about the visitor along', async () => {
    server.on(URL_, () => new Response('[]'));
    await fetched(URL_);
    const { signal, ...init } = server.asked[0]!.init;
    expect(signal).to.be.an.instanceOf(AbortSignal);
    // Own headers would make the browser ask beforehand, which servers of lists do not answer.
    expect(init).to.deep.equal({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'default' });
  });

  it('the second time is asked for anew, as far as it has changed', async () => {
    server.on(URL_, () => new Response('[]'));
    await fetched(URL_, { again: true });
    expect(server.asked[0]!.init.cache).to.equal('no-cache');
  });

  for (const [headers, version] of [
    [{ etag: '"1"', 'last-modified': 'Mon, 02 Mar 2026 12:00:00 GMT' }, '"1"'],
    [{ 'last-modified': 'Mon, 02 Mar 2026 12:00:00 GMT' }, 'Mon, 02 Mar 2026 12:00:00 GMT'],
    [{}, ''],
  ] as const) {
    it(`has the version ${version || 'that nobody knows'}`, async () => {
      server.on(URL_, () => new Response('[]', { headers: { 'content-type': 'text/csv', ...headers } }));
      expect((await fetched(URL_)).answer).to.deep.equal({ type: 'text/csv', version });
    });
  }

  it('is not read where it is the same as before', async () => {
    const endless = new Endless('x'.repeat(1000));
    server.on(URL_, () => new Response(endless.body));
    expect(await fetched(URL_, { begin: () => false })).to.include({ text: '', failed: null });
    expect(endless.taken).to.be.at.most(2000);
  });

  it('is read no further than wanted, and the server is told', async () => {
    const endless = new Endless('x'.repeat(1000));
    server.on(URL_, () => new Response(endless.body));
    let left = 3;
    expect((await fetched(URL_, { take: () => --left > 0 })).failed).to.equal(null);
    await stopped(endless);
    expect(endless.taken).to.be.at.most(6000);
  });

  it('that never ends is stopped at the bound, and the server is told', async () => {
    const endless = new Endless('x'.repeat(1000));
    server.on(URL_, () => new Response(endless.body));
    const { text, failed } = await fetched(URL_, { most: 10_000 });
    expect([text.length, failed]).to.deep.equal([10_000, 'too-large']);
    await stopped(endless);
    expect(endless.taken).to.be.at.most(13_000);
  });

  it('as long as the bound is read', async () => {
    server.on(URL_, () => new Response(inPieces('x'.repeat(600), 'x'.repeat(400))));
    expect(await fetched(URL_, { most: 1000 })).to.include({ failed: null });
    expect((await fetched(URL_, { most: 999 })).failed).to.equal('too-large');
  });

  it('of nothing is nothing', async () => {
    server.on(URL_, () => new Response(null));
    expect(await fetched(URL_)).to.include({ text: '', failed: null });
  });

  for (const [status, header, retryAfter] of [
    [404, null, null],
    [503, '120', 120],
    [429, ' 5 ', 5],
    [503, 'Mon, 02 Mar 2026 12:00:00 GMT', null],
    [503, '-1', null],
    [503, '99999999999', null],
  ] as const) {
    it(`with the status ${status} fails${header ? `, to be tried again after "${header}"` : ''}`, async () => {
      server.on(URL_, () => new Response('[]', { status, headers: header ? { 'retry-after': header } : {} }));
      const { text, failed, failure } = await fetched(URL_);
      expect([text, failed, failure!.retryAfter]).to.deep.equal(['', `status ${status}`, retryAfter]);
    });
  }

  it('of a server that does not answer fails in time', async () => {
    server.on(URL_, () => new Promise(() => undefined));
    expect((await fetched(URL_, { patience: { silence: 5, whole: 60_000 } })).failed).to.equal('timeout');
  });

  it('of a server that falls silent in the middle fails in time', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(Uint8Array.of(91)) });
    server.on(URL_, () => new Response(silent));
    const { text, failed } = await fetched(URL_, { patience: { silence: 5, whole: 60_000 } });
    expect([text, failed]).to.deep.equal(['[', 'timeout']);
  });

  it('that comes too slowly fails in time, however often something comes', async () => {
    const endless = new Endless(' ');
    server.on(URL_, () => new Response(endless.body));
    const { failed } = await fetched(URL_, { patience: { silence: 60_000, whole: 20 }, most: Infinity });
    expect(failed).to.equal('timeout');
    await stopped(endless);
  });

  it('may break off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(to) {
        to.enqueue(Uint8Array.of(91));
        to.error(new TypeError('network error'));
      },
    });
    server.on(URL_, () => new Response(broken));
    expect((await fetched(URL_)).failed).to.include('unreachable');
  });

  it('that nobody wants any more is stopped at once', async () => {
    const endless = new Endless(' ');
    const stop = new AbortController();
    server.on(URL_, () => new Response(endless.body));
    const { failed } = await fetched(URL_, {
      signal: stop.signal,
      most: Infinity,
      take: () => {
        stop.abort();
        return true;
      },
    });
    expect(failed).to.include('unreachable');
    await stopped(endless);
  });

  it('that nobody wants from the start is not asked for', async () => {
    const stop = new AbortController();
    stop.abort();
    server.on(URL_, () => new Response('[]'));
    expect((await fetched(URL_, { signal: stop.signal })).text).to.equal('');
  });
});

/** Resolves when the body has been told that it is enough; the test is ended if it never is. */
async function stopped(endless: Endless): Promise<void> {
  while (!endless.cancelled) await new Promise((resolve) => setTimeout(resolve));
}

describe('why a list cannot be reached', () => {
  let server: FakeServer;
  beforeEach(() => (server = new FakeServer()));
  afterEach(() => server.close());

  it('is that it is closed to other sites, where the server answers at all', async () => {
    server.on(URL_, () => new Response(null));
    expect(await whyUnreachable(URL_, 'x', never)).to.deep.equal({ kind: 'no-cors', detail: 'x' });
    const { signal, ...init } = server.asked[0]!.init;
    expect(signal).to.be.an.instanceOf(AbortSignal);
    expect(init).to.deep.equal({
      mode: 'no-cors',
      method: 'HEAD',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('is that nobody answers, where nobody does', async () =>
    expect(await whyUnreachable(URL_, 'x', never)).to.deep.equal({ kind: 'unreachable', detail: 'x' }));

  it('is that the visitor is offline, and nobody is asked', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect(await whyUnreachable(URL_, '', never)).to.deep.equal({ kind: 'offline', detail: '' });
      expect(server.asked).to.deep.equal([]);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });

  it('is not waited for once nobody wants it', async () => {
    const stop = new AbortController();
    const answer = gate<Response>();
    server.on(URL_, () => answer.promise);
    const why = whyUnreachable(URL_, '', stop.signal);
    stop.abort();
    expect(await why).to.deep.equal({ kind: 'unreachable', detail: '' });
  });

  it('is the policy of the page, where that forbids it', async () => {
    server.close();
    const frame = document.createElement('iframe');
    const answer = new Promise<unknown>((resolve) =>
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) resolve(data);
      }),
    );
    const url = new URL('/test/fixtures/feeds/README.md', location.href).href;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">
      <script type="module">
        import { whyUnreachable } from '/src/controllers/fetch-text.ts';
        parent.postMessage(await whyUnreachable(${JSON.stringify(url)}, '', new AbortController().signal), '*');
      </script>`;
    document.body.append(frame);
    try {
      expect(await answer).to.deep.equal({ kind: 'policy', detail: '' });
    } finally {
      frame.remove();
    }
  });
});
