/**
 * Where the module does not run, the children of every element are there: a link and a phone number that work. The
 * second half does it with what `npx support-group-elements fallback` prints, at 320 px.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { FALLBACKS, fallback } from '../../scripts/lib/fallback/fallback.mjs';
import { loadLibrary } from '../../scripts/lib/fallback/library.mjs';
import { readOptions } from '../../scripts/lib/fallback/options.mjs';
import { assertFallback, assertUpgraded, distFolder, MODULE, openPage, serveHosts } from './pages.mjs';
import { assertUsable, pageOf, servePages } from './usable.mjs';

const file = join(distFolder, 'support-group-elements.js');

describe('the state without script', () => {
  let browser;
  let server;

  before(async () => {
    server = await serveHosts();
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens the page with all elements at 320 and at 1280 px. */
  async function visit(check, { host = server, answer, ...options } = {}) {
    for (const width of [320, 1280]) {
      const { page, record, close } = await openPage(browser, { width, ...options });
      if (answer) {
        await page.setRequestInterception(true);
        page.on('request', (request) =>
          request.url().endsWith(MODULE) ? void request.respond(answer) : void request.continue(),
        );
      }
      await page.goto(`${host.url}elements.html`);
      await check(page, record);
      assert.deepEqual(
        record.errors.filter((text) => !/Unexpected|Invalid|end of input/.test(text)),
        [],
      );
      await close();
    }
  }

  test('with the module the children are put away (so that the tests below can fail)', () =>
    visit((page) => assertUpgraded(page)));

  test('JavaScript is switched off: the children are there', () =>
    visit((page) => assertFallback(page), { scripts: false }));

  test('a policy blocks scripts: the children are there', async () => {
    const host = await serveHosts({ headers: () => ({ 'Content-Security-Policy': "script-src 'none'" }) });
    try {
      await visit((page) => assertFallback(page), { host });
    } finally {
      await host.close();
    }
  });

  test('the module is not found: the children are there', async () => {
    const host = await serveHosts({ withModule: false });
    try {
      await visit((page) => assertFallback(page), { host });
      assert.ok(
        host.requests.some(({ path }) => path === MODULE),
        'the module was asked for',
      );
    } finally {
      await host.close();
    }
  });

  test('the module comes with a wrong type: the children are there', () =>
    visit((page) => assertFallback(page), {
      answer: { contentType: 'text/plain', body: readFileSync(file, 'utf8') },
    }));

  test('the module breaks off in the middle: the children are there', () =>
    visit((page) => assertFallback(page), {
      answer: { contentType: 'text/javascript', body: readFileSync(file, 'utf8').slice(0, 60_000) },
    }));

  test('the module comes late: the children are there until then, and the content afterwards', async () => {
    const { page, close } = await openPage(browser);
    let asked;
    const request = new Promise((resolve) => (asked = resolve));
    await page.setRequestInterception(true);
    page.on('request', (one) => (one.url().endsWith(MODULE) ? asked(one) : void one.continue()));
    const loaded = page.goto(`${server.url}elements.html`);
    const held = await request;
    await page.waitForSelector('crisis-lines a');
    await assertFallback(page);
    await held.continue();
    await loaded;
    await assertUpgraded(page);
    await close();
  });
});

describe('the generated state without script', () => {
  const GENERATED = Object.keys(FALLBACKS);
  const NEEDED = {
    'support-group-card': ['--group', 'na'],
    'support-group-comparison': ['--groups', 'na smart'],
    'recovery-guide': ['--topic', 'sponsor'],
    // Without a list it shows its children, also when it runs.
    'meeting-finder': ['--src', 'no-list.json'],
  };
  const integrity = `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
  const script = (more = '') => `<script type="module" src="${MODULE}" ${more}></script>`;
  let browser;
  let server;

  before(async () => {
    const library = await loadLibrary(fileURLToPath(new URL('../../dist', import.meta.url)));
    // Each in a paragraph, where the classic editor of WordPress puts it.
    const body = GENERATED.map((tag) => {
      const options = [tag, '--country', 'gb', '--snippet', ...(NEEDED[tag] ?? [])];
      return `<p>${fallback(library, readOptions(library, options), new Date())}</p>`;
    }).join('\n');
    server = await servePages({
      'plain.html': pageOf(body, script()),
      'right-hash.html': pageOf(body, script(`integrity="${integrity}" crossorigin="anonymous"`)),
      'wrong-hash.html': pageOf(body, script(`integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"`)),
      'no-modules.html': pageOf(body, script().replace('"module"', '"something-new"')),
    });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens one of the pages on a small phone. */
  async function visit(name, check, options = {}, onRequest) {
    const { page, record, close } = await openPage(browser, { width: 320, ...options });
    if (onRequest) {
      await page.setRequestInterception(true);
      page.on('request', (one) => (one.url().endsWith(MODULE) ? onRequest(one) : void one.continue()));
    }
    await page.goto(`${server.url}${name}`);
    await check(page, record);
    await close();
  }

  const usable = async (page) => {
    for (const tag of GENERATED) await assertUsable(page, tag);
  };

  test('with the right hash the elements run (so that the tests below can fail)', () =>
    // There is no such list, and where none can be had the children are the way on.
    visit('right-hash.html', (page) =>
      assertUpgraded(
        page,
        GENERATED.filter((tag) => tag !== 'meeting-finder'),
      ),
    ));

  test('the hash of the script is wrong: every link and number is there', () =>
    visit('wrong-hash.html', async (page, record) => {
      await usable(page);
      assert.ok(
        record.console.some(({ text }) => /integrity/.test(text)),
        'the browser blocked the script',
      );
      assert.deepEqual(record.errors, []);
    }));

  test('JavaScript is switched off: every link and number is there', () =>
    visit('plain.html', usable, { scripts: false }));

  test('the connection is gone when the script is asked for: every link and number is there', () =>
    visit('plain.html', usable, {}, (request) => void request.abort('internetdisconnected')));

  test('the browser knows no modules: every link and number is there', () =>
    visit('no-modules.html', usable));

  test('the browser knows no custom elements: every link and number is there', () =>
    visit(
      'plain.html',
      async (page) => {
        assert.equal(await page.evaluate(() => typeof globalThis.customElements), 'undefined');
        await usable(page);
      },
      {
        prepare: (page) => page.evaluateOnNewDocument(() => void delete globalThis.customElements),
      },
    ));
});
