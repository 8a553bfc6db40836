/** The same module several times on one page, and two versions of it: a normal day in a content management system. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { assertFallback, assertUpgraded, byRole, distFolder, openPage, serveHosts, TAGS } from './pages.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('the module more than once', () => {
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

  async function bothCardsAreShown(page) {
    await byRole(page, 'article', 'Narcotics Anonymous');
    await byRole(page, 'article', 'SMART Recovery');
  }

  test('twice from one address and from two others: everything is shown, no error, one line at most', async () => {
    const { page, record, close } = await openPage(browser);
    await page.goto(`${server.url}twice.html`);
    await bothCardsAreShown(page);
    assert.deepEqual(
      record.requests.map((url) => new URL(url).search),
      ['', '', '?copy', '?late'],
    );
    assert.deepEqual(record.errors, []);
    assert.deepEqual(
      record.console.filter(({ type }) => type !== 'info'),
      [],
    );
    assert.ok(record.console.length <= 1, JSON.stringify(record.console));
    await close();
  });

  test('another version comes second: the first one stays, and the console names both', async () => {
    const body = readFileSync(join(distFolder, 'support-group-elements.js'), 'utf8');
    const literal = new RegExp(`(["'\`])${version.replaceAll('.', '\\.')}\\1`, 'g');
    assert.ok(literal.test(body), 'the module holds its version');
    const { page, record, close } = await openPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().endsWith('?late')
        ? void request.respond({ contentType: 'text/javascript', body: body.replace(literal, '"9.8.7"') })
        : void request.continue(),
    );
    await page.goto(`${server.url}twice.html`);
    await bothCardsAreShown(page);
    assert.equal(await page.evaluate(() => customElements.get('crisis-lines').version), version);
    assert.deepEqual(record.errors, []);
    assert.deepEqual(
      record.console.filter(({ type }) => type !== 'info'),
      [],
    );
    assert.equal(record.console.length, 1, 'one line, not one per element');
    assert.match(record.console[0].text, new RegExp(`${version}.*9\\.8\\.7`));
    await close();
  });

  test('a name is taken by something else: it is left alone, and all other elements are shown', async () => {
    const { page, record, close } = await openPage(browser, {
      prepare: (fresh) =>
        fresh.evaluateOnNewDocument(() => customElements.define('four-points', class extends HTMLElement {})),
    });
    await page.goto(`${server.url}elements.html`);
    await assertUpgraded(
      page,
      TAGS.filter((tag) => tag !== 'four-points'),
    );
    await assertFallback(page, ['four-points']);
    assert.deepEqual(record.errors, []);
    assert.deepEqual(
      record.console.map(({ type }) => type),
      ['info'],
    );
    await close();
  });
});
