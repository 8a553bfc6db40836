/**
 * Pages that are hard on their guests (test/hosts/matrix/): on each of them the elements look as on the plain page, the
 * accessibility tree says the same, the roots are closed, and the same walk with a real keyboard meets the same things.
 * What a page may decide stands in its head: styles that the plain page gets too (`page-decides`), properties that may
 * differ (`may-differ`), and that it may be narrower, but not narrower than this (`narrowest`).
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { asWide, differences } from '../hosts/matrix/compare.js';
import { AFTER, BEFORE, nothingHeard, TOLD, version } from './host-promises.mjs';
import {
  about,
  builtModule,
  closedRoots,
  firstDifference,
  foreignApps,
  HOSTS,
  looks,
  none,
  openHost,
  replaceOnce,
  serveMatrix,
  tree,
  walk,
  widths,
} from './host-verdict.mjs';
import { eventually, openPage, violations } from './pages.mjs';

const anotherVersion = () => {
  const literal = new RegExp(`(["'\`])${version.replaceAll('.', '\\.')}\\1`, 'g');
  assert.match(builtModule(), literal, 'the module holds its version');
  return builtModule().replace(literal, '"9.8.7"');
};

describe('pages that are hard on their guests', () => {
  let browser;
  let server;
  /** What the plain page shows, by the styles that it was given. */
  const plain = new Map();

  before(async () => {
    browser = await launch();
    server = await serveMatrix({ made: { ...(await foreignApps()), 'other-version.js': anotherVersion() } });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The look and the tree of a page as it is, then the walk. */
  async function read({ page, frame }) {
    const seen = { looks: await looks(frame), tree: await tree(page, frame) };
    return { ...seen, walk: await walk(page, frame) };
  }

  async function plainWith(styles) {
    if (!plain.has(styles)) {
      const visit = await openHost(browser, server.page('plain', styles));
      plain.set(styles, await read(visit));
      await visit.close();
    }
    return plain.get(styles);
  }

  for (const host of HOSTS) {
    const { title, decides, may, narrowest, onlyWalk } = about(host);
    const promise = onlyWalk ? 'same walk' : 'same look, same accessibility tree, same walk';
    test(`${title} (${host}.html): ${promise}`, async (t) => {
      const visit = await openHost(browser, server.page(host));
      const { page, frame, record } = visit;
      try {
        await BEFORE[host]?.(visit);
        await frame.evaluate(() => globalThis.probe.prepare());
        let styles = decides;
        if (narrowest) {
          const found = await widths(frame);
          for (const { tag, width } of found) assert.ok(width >= narrowest, `${tag} is ${width} pixels wide`);
          styles += asWide(found);
        }
        const wanted = await plainWith(styles);
        assert.deepEqual(await closedRoots(frame), [true, true, true], 'the roots are closed');
        if (!onlyWalk) {
          none(differences(wanted.looks, await looks(frame), { may }), 'another look');
          assert.equal(
            firstDifference(wanted.tree, await tree(page, frame)),
            '',
            'another accessibility tree',
          );
        }
        assert.equal(firstDifference(wanted.walk, await walk(page, frame)), '', 'another walk');
        await AFTER[host]?.(visit);
        none(record.errors, 'errors');
        none(await frame.evaluate(() => globalThis.probe.errors), 'errors');
        none(
          record.console.filter(({ text }) => !TOLD[host]?.test(text)).map(({ text }) => text),
          'on the console',
        );
        t.diagnostic(`host  ${title.padEnd(34)} ${promise}`);
      } finally {
        await visit.close();
      }
    });
  }

  test("the visitor's own text size is followed, whatever the page says about its root", async () => {
    const large = (size) => async (page) => {
      const session = await page.createCDPSession();
      await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
    };
    const seen = {};
    for (const host of ['plain', 'root-62', 'root-8', 'root-24', 'zero-text']) {
      const visit = await openHost(browser, server.page(host), { prepare: large(24) });
      seen[host] = await looks(visit.frame);
      await visit.close();
    }
    assert.match(seen.plain[0], / font-size: 24px;/, 'the text has grown');
    const usual = await plainWith('');
    assert.match(usual.looks[0], / font-size: 16px;/);
    for (const host of Object.keys(seen))
      none(differences(seen.plain, seen[host]), `another look on ${host}`);
  });

  test('a tag that closes itself: what the page has after it is still shown', async () => {
    const { page, close } = await openHost(browser, server.page('self-closing'));
    const shown = await page.evaluate(() => document.querySelector('#after').checkVisibility());
    await close();
    assert.ok(shown, 'the opening hours are shown');
  });

  test('a sandboxed frame whose module is sent without Access-Control-Allow-Origin: the children stay', async () => {
    const strict = await serveMatrix({ shared: false });
    const { page, close } = await openPage(browser);
    await page.goto(strict.page('sandbox'), { waitUntil: 'networkidle0' });
    const shown = await page
      .frames()[1]
      .evaluate(() => [...document.querySelectorAll('.frame a')].map((link) => link.checkVisibility()));
    await close();
    await strict.close();
    assert.deepEqual(shown, [true, true, true, true, true, true]);
  });

  /** What the gallery writes beside one page, in the browser of a visitor. */
  async function galleryVerdict(gallery, host) {
    const { page, record, close } = await openPage(browser);
    await page.goto(`${gallery}demo/hosts.html`);
    await page.click(`[data-host="${host}"] .check`);
    const verdict = await eventually(
      () => page.$eval(`[data-host="${host}"] .verdict`, ({ textContent }) => textContent),
      (text) => assert.match(text, /^(same$|differs: )/),
      15_000,
    );
    none(record.errors, 'errors');
    none(await violations(page), 'violations');
    assert.equal(await page.$('iframe'), null, 'nothing is left behind');
    await close();
    return verdict;
  }

  test('the gallery names every page, in its own words', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(`${server.url}demo/hosts.html`);
    const named = await page.$$eval('[data-host]', (rows) =>
      rows.map((row) => {
        const [link, sentence] = row.querySelectorAll('p');
        return [row.dataset.host, link.textContent.trim(), sentence.textContent.replace(/\s+/g, ' ').trim()];
      }),
    );
    await close();
    const wanted = HOSTS.map((host) => {
      const { title, sentence, testOnly } = about(host);
      return [host, title, `${sentence} ${testOnly}`.trim()];
    });
    assert.deepEqual(named.sort(), wanted.sort());
  });

  test('the gallery finds the same look on a page that sets all that is inherited', async () => {
    assert.equal(await galleryVerdict(server.url, 'inherited'), 'same');
  });

  describe('each verdict can fail: with a weaker build', () => {
    const module = builtModule();

    /** What `check` makes of a page with the module that has one thing changed. */
    async function weaker([pattern, by], host, check) {
      const weak = await serveMatrix({ module: replaceOnce(module, pattern, by) });
      try {
        const visit = await openHost(browser, weak.page(host));
        const made = await check(visit, weak);
        await visit.close();
        return made;
      } finally {
        await weak.close();
      }
    }

    /** Whether a page looks as the plain one does, both with the same build and the styles that the page decides. */
    const anotherLook = (host) => async (visit, weak) => {
      const reference = await openHost(browser, weak.page('plain', about(host).decides));
      const wanted = await looks(reference.frame);
      await reference.close();
      return differences(wanted, await looks(visit.frame), { most: Infinity }).join('\n');
    };

    test('without the wrapper what is inherited leaks in', async () => {
      const found = await weaker([/all:initial;/, ''], 'inherited', anotherLook('inherited'));
      for (const property of ['letter-spacing', 'text-transform', 'text-indent', 'cursor', 'white-space'])
        assert.match(found, new RegExp(`: ${property}: `));
    });

    test('the gallery says so too', async () => {
      const weak = await serveMatrix({ module: replaceOnce(module, /all:initial;/, '') });
      assert.match(await galleryVerdict(weak.url, 'inherited'), /^differs: /);
      await weak.close();
    });

    test('with rem a root of 62.5 percent shrinks the text', async () => {
      const size = [/font-size:var\(--sg-font-size,medium\)/, 'font-size:1rem'];
      assert.match(
        await weaker(size, 'root-62', anotherLook('root-62')),
        /font-size: 16px became font-size: 10px/,
      );
    });

    test('open roots are found', async () => {
      const closed = await weaker([/\?"open":"closed"/, '?"open":"open"'], 'plain', ({ frame }) =>
        closedRoots(frame),
      );
      assert.deepEqual(closed, [false, false, false]);
    });

    test('keys that leave the root are heard by the page', async () => {
      const kept = [/\w+\.has\((\w+)\.key\)\|\|\w+\(\1\)/, '0'];
      await weaker(kept, 'hotkeys', (visit) => assert.rejects(nothingHeard(visit), /the keys are typed/));
    });

    test('a missing role is a difference in the accessibility tree', async () => {
      const wanted = await plainWith('');
      const found = await weaker([/ role="search"/, ''], 'plain', ({ page, frame }) => tree(page, frame));
      assert.match(firstDifference(wanted.tree, found), /search "" .* became/);
    });

    test('a missing focus ring is a difference in the walk', async () => {
      const wanted = await plainWith('');
      const ring = [/:focus-visible\{outline:[^;]*;/, ':focus-visible{outline:none;'];
      const found = await weaker(ring, 'plain', ({ page, frame }) => walk(page, frame));
      assert.match(firstDifference(wanted.walk, found), /ring solid 3px became .* ring none/);
    });
  });
});
