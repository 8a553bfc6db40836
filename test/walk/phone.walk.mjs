/** Somebody types with one thumb on a small screen: what matters most stays in sight. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { byRole, finderRoot, openPage, serveHosts } from './pages.mjs';

describe('the finder on a phone', () => {
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

  test('the emergency number is in sight while somebody types, and with every further key', async () => {
    const { page } = await openPage(browser, { width: 360, height: 640 });
    await page.goto(`${server.url}finder.html`);
    const { box } = await finderRoot(page);
    for (const words of ['overdose', ' now', ' help']) {
      await box.type(words);
      const call = await byRole(page, 'link', 'Call 911');
      assert.ok(await call.isIntersectingViewport({ threshold: 0.9 }), `in sight after “${words}”`);
    }
  });
});
