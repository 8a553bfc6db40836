/**
 * A visitor finds a group: the built module on a plain page from a plain static server. The root is closed, as it is
 * for every visitor.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import {
  byRole,
  eventually,
  finderRoot,
  MODULE,
  openPage,
  safety,
  serveHosts,
  shifts,
  ui,
} from './pages.mjs';

const EMERGENCY = /call 911/i;
const more = ui('group-more', { name: 'Crystal Meth Anonymous' });
const find = ui('group-find-label', { name: 'Crystal Meth Anonymous' });

describe('the walk of a visitor through the finder', () => {
  let browser;
  let server;
  let visit;
  let page;
  let box;
  let root;
  /** What the page's own window told before anything was done. */
  let first;

  const outside = () =>
    page.evaluate(() => ({ address: location.href, title: document.title, history: history.length }));

  before(async () => {
    server = await serveHosts();
    browser = await launch();
    visit = await openPage(browser);
    page = visit.page;
    await page.goto(`${server.url}finder.html`);
    ({ box, root } = await finderRoot(page));
    first = await outside();
  });

  after(async () => {
    await visit?.close();
    await browser?.close();
    await server?.close();
  });

  /** Takes the words away and types others, key by key. */
  async function type(words) {
    await box.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.press('Backspace');
    await box.type(words);
  }

  /** The names under "Groups that fit", in their order. */
  const leading = () =>
    root.evaluate((shadow, wanted) => {
      const title = [...shadow.querySelectorAll('h2, h3, h4')].find((one) => one.textContent === wanted);
      const names = title?.closest('section').querySelectorAll('article > * > :is(h3, h4, h5)') ?? [];
      return [...names].map((name) => name.textContent.trim());
    }, ui('leading-title'));
  const lead = (check) => eventually(leading, check);
  const spoken = (check) =>
    eventually(() => root.evaluate((s) => s.querySelector('[role=status]').textContent), check);

  test('the element is one opaque box to scripts of the page', async () => {
    assert.equal(await page.evaluate(() => document.querySelector('support-group-finder').shadowRoot), null);
  });

  test('"meth" leads with Crystal Meth Anonymous, then Narcotics Anonymous and SMART Recovery', async () => {
    await type('meth');
    await lead((names) =>
      assert.deepEqual(names.slice(0, 3), [
        'Crystal Meth Anonymous',
        'Narcotics Anonymous',
        'SMART Recovery',
      ]),
    );
  });

  test('"my brother" leads with groups for families', async () => {
    await type('my brother');
    const families = [
      'Al-Anon Family Groups and Alateen',
      'Nar-Anon Family Groups',
      'SMART Recovery Family & Friends',
      'Scottish Families Affected by Alcohol and Drugs',
      'LifeRing Secular Recovery',
      'DrugFAM',
    ];
    await lead((names) => {
      assert.ok(names.length >= 3, `only ${names.join(', ')}`);
      for (const name of names.slice(0, 3)) assert.ok(families.includes(name), `${name} is not for families`);
    });
  });

  test('"no god" leads with secular groups', async () => {
    await type('no god');
    await lead((names) => {
      assert.ok(names.length >= 3, `only ${names.join(', ')}`);
      for (const name of names.slice(0, 3)) {
        assert.ok(
          /SMART Recovery|LifeRing|Women for Sobriety|Recovery Dharma/.test(name),
          `${name} is not secular`,
        );
      }
    });
  });

  test('"suboxone" leads with a group that welcomes medicine', async () => {
    await type('suboxone');
    await lead((names) => assert.equal(names[0], 'Medication-Assisted Recovery Anonymous'));
  });

  test('"alcohol" warns about stopping suddenly before any group', async () => {
    await type('alcohol');
    await lead((names) => assert.equal(names[0], 'Alcoholics Anonymous'));
    assert.ok(
      await root.evaluate((shadow) => {
        const warning = [...shadow.querySelectorAll('p')].find((one) =>
          /do not stop all at once/.test(one.textContent),
        );
        const group = shadow.querySelector('article');
        return warning.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_FOLLOWING;
      }),
      'the warning stands before the first group',
    );
  });

  test('"overdose" brings the emergency panel above everything', async () => {
    await type('overdose');
    await byRole(page, 'region', ui('panel-emergency'));
    const { panel, above } = await root.evaluate((shadow) => {
      const box = (node) => node.getBoundingClientRect();
      const region = shadow.querySelector('[data-crisis]');
      const bottom = box(region).bottom;
      const others = [...shadow.querySelectorAll('.base *, slot')].filter(
        (node) =>
          !region.contains(node) && !node.contains(region) && box(node).height > 1 && node.checkVisibility(),
      );
      return {
        panel: region.innerText,
        above: others
          .filter((node) => box(node).top < bottom - 0.5)
          .map((node) => node.outerHTML.slice(0, 80)),
      };
    });
    assert.deepEqual(above, [], 'nothing stands above or beside the panel');
    const order = [EMERGENCY, /naloxone/i, /breaths/, /2 to 3 minutes/, /on their side/, /stay/i].map((one) =>
      panel.search(one),
    );
    assert.ok(
      order.every((at, i) => at >= 0 && (i === 0 || at > order[i - 1])),
      `order of help: ${order}`,
    );
    await spoken((text) =>
      assert.match(text, new RegExp(`^${ui('panel-emergency-announced', { number: '911' })}`)),
    );
  });

  test('"lost my son to an overdose" brings bereavement support with one emergency line', async () => {
    await type('lost my son to an overdose');
    await byRole(page, 'region', safety.loss.title);
    await lead((names) =>
      assert.ok(
        /GRASP|Grief Recovery After a Substance Passing|Nar-Anon|Al-Anon|Scottish Families|DrugFAM/.test(
          names[0] ?? '',
        ),
        `first: ${names[0]}`,
      ),
    );
    const { lines, emergencies, before } = await root.evaluate((shadow, wanted) => {
      const panel = shadow.querySelector('[data-crisis]');
      const text = [...shadow.querySelectorAll('.results')].map((one) => one.innerText).join('\n');
      return {
        lines: panel.innerText.split('\n').filter((line) => line.includes('911')),
        emergencies: shadow.querySelectorAll('[data-crisis="emergency"]').length,
        before: /do not stop|naloxone/i.test(text.slice(0, text.indexOf(wanted))),
      };
    }, ui('leading-title'));
    assert.equal(lines.length, 1, 'one emergency line');
    assert.equal(emergencies, 0);
    assert.equal(before, false, 'no warning about using stands in front of grief');
  });

  test('two filters are picked and the count is spoken', async () => {
    await type(' ');
    await page.keyboard.press('Backspace');
    const filters = await byRole(page, 'DisclosureTriangle', ui('filters-title'));
    await filters.click();
    for (const label of ['attendance:online', 'approach:secular']) {
      const choice = await eventually(
        () =>
          root.evaluateHandle(
            (shadow, wanted) =>
              [...shadow.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(wanted)),
            ui(`filter-${label}`),
          ),
        (handle) => assert.ok(handle.asElement()),
      );
      await choice.asElement().click();
    }
    const shown = await root.evaluate((shadow) => shadow.querySelectorAll('article').length);
    assert.ok(shown >= 3 && shown < 20, `${shown} groups are shown`);
    await spoken((text) => assert.equal(text, ui('announce-results', { n: shown })));
    await (await byRole(page, 'button', ui('filters-clear'))).click();
    await eventually(
      () => root.evaluate((shadow) => shadow.querySelectorAll('article').length),
      (all) => assert.ok(all > shown),
    );
  });

  const focused = () =>
    root.evaluate(
      (shadow) =>
        shadow.activeElement?.getAttribute('aria-label') ?? shadow.activeElement?.textContent.trim(),
    );

  test('a group is opened with the keyboard alone, and only listeners on the element hear of it', async () => {
    await type('meth');
    await lead((names) => assert.equal(names[0], 'Crystal Meth Anonymous'));
    await page.evaluate(() => {
      globalThis.heard = [];
      const hear = (who) => (event) => globalThis.heard.push([who, event.group]);
      document.querySelector('support-group-finder').addEventListener('sg-group-open', hear('element'));
      for (const target of [document.body, document, window])
        target.addEventListener('sg-group-open', hear('page'));
    });
    for (let i = 0; i < 40 && (await focused()) !== more; i++) {
      await page.keyboard.press('Tab');
    }
    assert.equal(await focused(), more);
    await page.keyboard.press('Enter');
    await eventually(
      () =>
        root.evaluate((shadow) => {
          const { parentElement: details } = shadow.activeElement;
          return { open: details.open, text: details.innerText };
        }),
      ({ open, text }) => {
        assert.equal(open, true);
        assert.match(text, new RegExp(ui('group-meeting')));
        assert.match(text, new RegExp(ui('group-arrive')));
      },
    );
    await eventually(
      () => page.evaluate(() => globalThis.heard),
      (heard) => assert.deepEqual(heard, [['element', 'cma']]),
    );
  });

  test('nothing is stored, nothing is requested, and the page is what it was', async () => {
    assert.deepEqual(await outside(), first);
    assert.deepEqual(visit.record.requests, [`${server.url}finder.html`, `${server.url}${MODULE.slice(1)}`]);
    assert.deepEqual(
      server.requests.map(({ path }) => path).filter((path) => path !== '/favicon.ico'),
      ['/finder.html', MODULE],
    );
    assert.deepEqual(
      await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        windowName: window.name,
      })),
      { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0, windowName: '' },
    );
    assert.deepEqual(await page.browserContext().cookies(), []);
    assert.deepEqual(visit.record.errors, []);
    assert.deepEqual(visit.record.console, []);
  });

  test('nothing moved by itself while the page loaded and was used', async () => {
    assert.deepEqual(await shifts(page), []);
  });

  test('the link to the meetings tells nobody where the visitor comes from', async () => {
    const asked = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().startsWith(server.url)) return void request.continue();
      if (request.isNavigationRequest())
        asked.push({ url: request.url(), referer: request.headers().referer });
      void request.respond({
        contentType: 'text/html',
        body: '<!doctype html><title>There</title><h1>There</h1>',
      });
    });
    const there = () =>
      page.evaluate(() => ({
        title: document.title,
        referrer: document.referrer,
        opener: window.opener === null,
        history: history.length,
      }));

    for (let i = 0; i < 10 && (await focused()) !== find; i++) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
    assert.equal(await focused(), find);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.deepEqual(asked, [
      { url: 'https://www.crystalmeth.org/cma-meeting-directory/', referer: undefined },
    ]);
    assert.deepEqual(await there(), {
      title: 'There',
      referrer: '',
      opener: true,
      history: first.history + 1,
    });

    // The same journey over a plain link of the page does tell: the two lines above can fail.
    await page.goto(`${server.url}finder.html`);
    await Promise.all([page.waitForNavigation(), page.click('#plain')]);
    assert.equal((await there()).referrer, server.url);
  });
});
