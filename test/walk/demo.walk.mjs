/** Every page of the demo site opens without an error, asks nobody else for anything, and axe finds nothing. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/browser.mjs';
import { hostRoot, serve } from '../../scripts/serve.mjs';
import { axe, distFolder, openPage, openRoots, shifts, violations } from './pages.mjs';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const pages = readdirSync(demo).filter((name) => name.endsWith('.html'));

/** Each width and each scheme once; all pairs with FULL=1 (npm run verify). */
const ONCE = [
  [320, 'light'],
  [1280, 'dark'],
];
const ALL = [...ONCE, [320, 'dark'], [1280, 'light']];

/** What a page has on the console on purpose: the gallery shows a list of meetings that cannot be had. */
const TOLD = { 'gallery.html': ['there is a web page where a list should be'] };

describe('the demo site', () => {
  let browser;
  let server;

  before(async () => {
    server = await serve({
      roots: [
        { at: '/', dir: demo },
        { at: '/', dir: distFolder, only: /^\/(?:support-group-elements[\w.-]*\.js(\.map)?|embed\.html)$/ },
        hostRoot,
      ],
    });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Waits until all our elements on a page are there, with all of the finder and the lists of meetings. */
  const ours = (page) =>
    page.waitForFunction(() => {
      const finders = [...document.querySelectorAll('support-group-finder, meeting-finder')];
      return (
        document.querySelector(':not(:defined)') === null &&
        finders.every(
          ({ shadowRoot }) =>
            !shadowRoot ||
            (shadowRoot.querySelector('[part=footer]') && !shadowRoot.querySelector('[data-starting]')),
        )
      );
    });

  test('there is a demo site', { skip: pages.length === 0 && 'it is not written yet' }, () => {
    assert.ok(pages.includes('index.html'));
  });

  for (const name of pages) {
    test(`${name}: no error, no violation, no request to anybody else, nothing stored, nothing moved`, async () => {
      const { page, record, close } = await openPage(browser);
      await page.goto(server.url + name, { waitUntil: 'load' });
      await ours(page);
      assert.deepEqual(record.errors, []);
      const told = TOLD[name] ?? [];
      assert.deepEqual(
        record.console.filter(({ text }) => !told.some((words) => text.includes(words))),
        [],
      );
      assert.ok(record.stale.length <= page.frames().length, 'what may have changed is named once');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(
        record.requests.filter((url) => !url.startsWith(server.url)),
        [],
      );
      assert.deepEqual(
        await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
        ['', 0, 0],
      );
      assert.deepEqual(await shifts(page), []);
      await close();
    });

    test(`${name}: its links inside the site lead somewhere`, async () => {
      const { page, close } = await openPage(browser);
      await page.goto(server.url + name);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')]
          .filter(({ origin }) => origin === location.origin)
          .map(({ href }) => href),
      );
      for (const link of new Set(links.map((href) => href.split('#')[0]))) {
        assert.equal((await fetch(link)).status, 200, link);
      }
      await close();
    });

    test(`${name}: axe finds nothing, at 320 and 1280 px, light and dark`, async () => {
      const { page, close } = await openPage(browser, { prepare: openRoots });
      const findings = [];
      for (const [width, scheme] of process.env.FULL ? ALL : ONCE) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(server.url + name, { waitUntil: 'load' });
        await ours(page);
        const tags = await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .map(({ localName }) => localName)
            .filter((tag) => tag.includes('-')),
        );
        // A page that shows samples of one element side by side has the same landmarks several times.
        const rules = { 'landmark-unique': { enabled: new Set(tags).size === tags.length } };
        findings.push(...(await axe(page, { rules })).map((line) => `${width} ${scheme}: ${line}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) findings.push(`${width} ${scheme}: the page is ${wide} px wide`);
      }
      assert.deepEqual(findings, []);
      await close();
    });
  }
});
