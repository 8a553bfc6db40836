/** Where the module does not run, the children of every element are there: a link and a phone number that work. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { assertFallback, assertUpgraded, distFolder, MODULE, openPage, serveHosts } from './pages.mjs';

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
