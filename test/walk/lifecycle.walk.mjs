/** What pages do with an element once it is there: move, copy, write out, adopt, swap, morph, take away a hundred times. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { distFolder, eventually, openPage, openRoots } from './pages.mjs';

const { resolve } = createRequire(import.meta.url);
const packageFile = (name) => readFileSync(resolve(name));

const FINDER =
  '<support-group-finder country="us" groups="na smart lifering"><a href="https://clinic.example/">Help</a> <a href="tel:988">988</a></support-group-finder>';
const PLACEHOLDER =
  '<div data-sg-element="four-points"><a href="https://clinic.example/">Points</a> <a href="tel:988">988</a></div>';
const MODULE = '<script type="module" src="/dist/support-group-elements.js"></script>';

const html = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${MODULE}${head}</head><body>${body}</body></html>`;

const TURBO = '<script type="module" src="/turbo.js"></script>';
const PAGES = {
  '/plain': html(
    `<main id="a">${FINDER}</main><aside id="b"></aside><iframe title="Other" srcdoc="<p>Other</p>"></iframe>`,
  ),
  '/turbo/one': html(`<h1>One</h1>${FINDER}${PLACEHOLDER}<a id="two" href="/turbo/two">Two</a>`, TURBO),
  '/turbo/two': html(
    '<h1>Two</h1><crisis-lines country="us"><a href="tel:988">988</a></crisis-lines>',
    TURBO,
  ),
  '/turbo/morph': html(
    `<h1>Morphed</h1>${FINDER}${PLACEHOLDER}`,
    `${TURBO}<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">`,
  ),
  '/htmx': html(
    '<button hx-get="/htmx/part" hx-target="#box">Load</button><button id="away" hx-get="/htmx/away" hx-target="#box">Away</button><div id="box"></div>',
    '<script src="/htmx.js"></script>',
  ),
  '/htmx/part': `${FINDER}${PLACEHOLDER}`,
  '/htmx/away': '<p id="gone">Gone</p>',
};

describe('what pages do with an element', () => {
  let browser;
  let server;
  let url;

  before(async () => {
    const files = {
      '/turbo.js': packageFile('@hotwired/turbo'),
      '/htmx.js': readFileSync(join(resolve('htmx.org'), '../htmx.min.js')),
    };
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const [, name] = /^\/dist\/([\w.-]+\.js)$/.exec(pathname) ?? [];
      const script = files[pathname] ?? (name && readFileSync(join(distFolder, name)));
      response.setHeader('Content-Type', `${script ? 'text/javascript' : 'text/html'}; charset=utf-8`);
      if (!script && !PAGES[pathname]) response.statusCode = 404;
      response.end(script ?? PAGES[pathname] ?? '');
    });
    await new Promise((ready) => server.listen(0, 'localhost', ready));
    url = `http://localhost:${server.address().port}`;
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Opens a page; roots are opened before, so that the state inside can be read. */
  async function on(path, check) {
    const { page, record, close } = await openPage(browser, { prepare: openRoots });
    try {
      await page.goto(url + path);
      await check(page);
      assert.deepEqual(record.errors, []);
      assert.deepEqual(
        record.console.filter(({ type }) => type === 'error' || type === 'warn'),
        [],
      );
    } finally {
      await close();
    }
  }

  /** What each finder on the page shows: the groups, what is typed, which details are open, and whether it is styled. */
  const states = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('support-group-finder')].map((finder) => {
        const root = finder.shadowRoot;
        return {
          groups: [...root.querySelectorAll('article')].length,
          typed: root.querySelector('input[type=search]')?.value ?? null,
          open: root.querySelectorAll('.group-details[open]').length,
          display: getComputedStyle(root.querySelector('.base') ?? finder).display,
          children: finder.querySelector('a').checkVisibility(),
        };
      }),
    );
  const FRESH = { groups: 3, typed: '', open: 0, display: 'block', children: false };
  const USED = { ...FRESH, typed: 'smart', open: 1 };

  const becomes = (page, wanted) =>
    eventually(
      () => states(page),
      (seen) => assert.deepEqual(seen, wanted),
    );

  /** Types a word and opens the details of a group, as a visitor does. */
  async function use(page) {
    await becomes(page, [FRESH]);
    const box = await page.evaluateHandle(() =>
      document.querySelector('support-group-finder').shadowRoot.querySelector('input[type=search]'),
    );
    await box.asElement().type('smart');
    await page.evaluate(() =>
      document
        .querySelector('support-group-finder')
        .shadowRoot.querySelector('.group-details summary')
        .click(),
    );
    await becomes(page, [USED]);
  }

  const MOVES = {
    'moved to another place': () =>
      document.querySelector('#b').append(document.querySelector('support-group-finder')),
    'moved with moveBefore': () =>
      document.querySelector('#b').moveBefore(document.querySelector('support-group-finder'), null),
    'taken out and put back later': () => {
      const finder = document.querySelector('support-group-finder');
      finder.remove();
      return new Promise((done) =>
        setTimeout(() => {
          document.querySelector('#b').append(finder);
          done();
        }, 50),
      );
    },
    'wrapped into something else': () => {
      const finder = document.querySelector('support-group-finder');
      const box = document.createElement('section');
      finder.before(box);
      box.append(finder);
    },
    'moved with what it stands in': () => document.querySelector('#b').append(document.querySelector('#a')),
  };
  for (const [name, move] of Object.entries(MOVES))
    test(`${name}: what was typed and opened is still there`, () =>
      on('/plain', async (page) => {
        await use(page);
        await page.evaluate(move);
        await becomes(page, [USED]);
      }));

  test('copied: the copy starts anew, and the first one keeps what it has', () =>
    on('/plain', async (page) => {
      await use(page);
      await page.evaluate(() => {
        const finder = document.querySelector('support-group-finder');
        document.querySelector('#b').append(finder.cloneNode(true));
      });
      await becomes(page, [USED, FRESH]);
    }));

  test('written out and read in again: it starts anew, with its children and attributes', () =>
    on('/plain', async (page) => {
      await use(page);
      const markup = await page.evaluate(() => {
        const box = document.querySelector('#a');
        const before = box.innerHTML;
        box.innerHTML = before;
        return before;
      });
      assert.ok(
        !markup.includes('smart"') || !/value="smart"/.test(markup),
        'nothing that was typed is in it',
      );
      assert.match(markup, /country="us"/);
      await becomes(page, [FRESH]);
    }));

  /** Whether a finder looks like the one in the page: a few styles that only its sheets give it. */
  const looks = (page) =>
    page.evaluate(() => {
      const inFrame = document.querySelector('iframe').contentDocument.querySelector('support-group-finder');
      const finder = inFrame ?? document.querySelector('support-group-finder');
      const view = finder.ownerDocument.defaultView;
      const of = (selector, property) => {
        const node = finder.shadowRoot.querySelector(selector);
        return node ? view.getComputedStyle(node)[property] : null;
      };
      return {
        inFrame: inFrame !== null,
        base: of('.base', 'containerType'),
        button: of('.button', 'borderTopLeftRadius'),
        status: of('.status', 'clipPath'),
        children: finder.querySelector('a').checkVisibility(),
      };
    });

  test('adopted into the document of a frame and back again: it looks the same in all places', () =>
    on('/plain', async (page) => {
      await becomes(page, [FRESH]);
      const here = await looks(page);
      assert.notEqual(here.button, '0px');
      await page.evaluate(() =>
        document
          .querySelector('iframe')
          .contentDocument.body.append(document.querySelector('support-group-finder')),
      );
      await eventually(
        () => looks(page),
        (there) => assert.deepEqual(there, { ...here, inFrame: true }),
      );
      await page.evaluate(() =>
        document
          .querySelector('#b')
          .append(document.querySelector('iframe').contentDocument.querySelector('support-group-finder')),
      );
      await eventually(
        () => looks(page),
        (back) => assert.deepEqual(back, here),
      );
    }));

  test('made in the page and put into the document of a frame: it is shown there, styled', () =>
    on('/plain', async (page) => {
      await becomes(page, [FRESH]);
      const here = await looks(page);
      await page.evaluate(() => {
        const finder = document.createElement('support-group-finder');
        finder.setAttribute('country', 'us');
        finder.innerHTML = '<a href="https://clinic.example/">Help</a>';
        document.querySelector('iframe').contentDocument.body.append(finder);
      });
      await eventually(
        () => looks(page),
        (there) => assert.deepEqual(there, { ...here, inFrame: true }),
      );
    }));

  test('Turbo: another page, Back and Forward: everything is there once, and nothing that was typed', () =>
    on('/turbo/one', async (page) => {
      await use(page);
      await page.click('#two');
      await page.waitForFunction(() => document.querySelector('h1').textContent === 'Two');
      await page.waitForFunction(() => document.querySelector('crisis-lines a').checkVisibility() === false);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.querySelector('h1').textContent === 'One');
      await becomes(page, [FRESH]);
      assert.equal(await page.evaluate(() => document.querySelectorAll('four-points').length), 1);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[data-sg-element]').length), 0);
      await page.evaluate(() => history.forward());
      await page.waitForFunction(() => document.querySelector('h1').textContent === 'Two');
      await page.waitForFunction(() => document.querySelector('crisis-lines a').checkVisibility() === false);
    }));

  test('Turbo morphs the page: the finder keeps what was typed, and a placeholder is an element again', () =>
    on('/turbo/morph', async (page) => {
      await use(page);
      await page.waitForSelector('four-points');
      await page.evaluate(() => {
        document.querySelector('h1').textContent = 'Changed';
        globalThis.Turbo.session.refresh(location.href);
      });
      await page.waitForFunction(() => document.querySelector('h1').textContent === 'Morphed');
      await becomes(page, [USED]);
      await page.waitForFunction(
        () =>
          document.querySelectorAll('four-points').length === 1 &&
          document.querySelector('[data-sg-element]') === null,
      );
    }));

  test('htmx swaps elements and placeholders in and out', () =>
    on('/htmx', async (page) => {
      for (let round = 0; round < 2; round++) {
        await page.click('button');
        await use(page);
        await page.waitForFunction(
          () => document.querySelector('four-points a')?.checkVisibility() === false,
        );
        await page.click('#away');
        await page.waitForSelector('#gone');
        assert.equal(await page.evaluate(() => document.querySelector('support-group-finder')), null);
      }
    }));

  describe('a hundred times put in and taken out', () => {
    /** Nodes and listeners that are alive, after the garbage is gone. */
    async function alive(page) {
      const session = await page.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const counted = await session.send('Memory.getDOMCounters');
      await session.detach();
      return counted;
    }

    /** Puts each element in and takes it out again, so often. */
    const cycle = (page, times, keep = false) =>
      page.evaluate(
        async (n, hold) => {
          const tags = {
            'support-group-finder': { country: 'us', groups: 'na smart', 'quick-exit': '' },
            'crisis-lines': { country: 'us' },
            'twelve-steps': {},
            'meeting-finder': {},
          };
          globalThis.kept ??= [];
          for (let i = 0; i < n; i++) {
            const made = Object.entries(tags).map(([tag, attributes]) => {
              const one = document.createElement(tag);
              for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
              document.body.append(one);
              return one;
            });
            await Promise.all(made.map((one) => one.updateComplete));
            await new Promise((next) => requestAnimationFrame(next));
            for (const one of made) one.remove();
            if (hold) globalThis.kept.push(...made);
          }
        },
        times,
        keep,
      );

    test('leaves no node and no listener behind', () =>
      on('/plain', async (page) => {
        await becomes(page, [FRESH]);
        await cycle(page, 5);
        const first = await eventually(
          () => alive(page),
          () => undefined,
        );
        await cycle(page, 100);
        await eventually(
          () => alive(page),
          (now) => {
            // One leaked element would be hundreds of nodes a cycle.
            assert.ok(now.nodes < first.nodes + 200, `${first.nodes} nodes, then ${now.nodes}`);
            assert.ok(
              now.jsEventListeners < first.jsEventListeners + 20,
              `${first.jsEventListeners} listeners, then ${now.jsEventListeners}`,
            );
          },
          15_000,
        );
      }));

    test('(and would be seen if it did)', () =>
      on('/plain', async (page) => {
        await becomes(page, [FRESH]);
        await cycle(page, 5);
        const first = await alive(page);
        await cycle(page, 5, true);
        const now = await alive(page);
        assert.ok(now.nodes > first.nodes + 1_000, `${first.nodes} nodes, then ${now.nodes}`);
        assert.ok(now.jsEventListeners > first.jsEventListeners + 100);
      }));
  });
});
