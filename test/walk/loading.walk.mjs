/** Every way in which a script gets onto a page: written, moved, combined, delayed and retyped by whatever runs the site. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { minify } from 'terser';
import { launch } from '../../scripts/browser.mjs';
import { distFolder, eventually, openPage } from './pages.mjs';

const MODULE = 'support-group-elements.js';
const CLASSIC = 'support-group-elements.classic.js';
const file = (name) => readFileSync(join(distFolder, name), 'utf8');

/** What an editor pastes, once as an element and once as a placeholder. */
const SNIPPET = `
<twelve-steps><a href="https://clinic.example/steps">The twelve steps</a> <a href="tel:988">Call 988</a></twelve-steps>
<div data-sg-element="four-points"><a href="https://clinic.example/points">The four points</a> <a href="tel:988">Call 988</a></div>
<crisis-lines country="us"><a href="https://clinic.example/crisis">Help now</a> <a href="tel:988">Call 988</a></crisis-lines>`;
const TAGS = ['twelve-steps', 'four-points', 'crisis-lines'];

const page = ({ head = '', end = '', lang = 'en' }) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${SNIPPET}${end}</body></html>`;

/** Another script, as an optimiser finds it: without a semicolon at its end. */
const OTHER = '(function () { var e = 1, t = 2, html = 3, css = 4; return e + t + html + css })()';

const WAYS = {
  'module in the head': page({ head: `<script type="module" src="/dist/${MODULE}"></script>` }),
  'module, async': page({ head: `<script type="module" async src="/dist/${MODULE}"></script>` }),
  'classic in the head, before everything': page({ head: `<script src="/dist/${CLASSIC}"></script>` }),
  'classic at the end': page({ end: `<script src="/dist/${CLASSIC}"></script>` }),
  'classic, async': page({ head: `<script async src="/dist/${CLASSIC}"></script>` }),
  'classic, deferred': page({ head: `<script defer src="/dist/${CLASSIC}"></script>` }),
  'classic, as a module': page({ head: `<script type="module" src="/dist/${CLASSIC}"></script>` }),
  'classic, put in after load': page({
    end: `<script>addEventListener('load', () => setTimeout(() => { const s = document.createElement('script'); s.src = '/dist/${CLASSIC}'; document.body.append(s); }));</script>`,
  }),
  'module, put in after load': page({
    end: `<script>addEventListener('load', () => setTimeout(() => { const s = document.createElement('script'); s.type = 'module'; s.src = '/dist/${MODULE}'; document.body.append(s); }));</script>`,
  }),
  'classic, combined with others': page({ head: '<script src="/combined.js"></script>' }),
  'classic, minified once more': page({ head: '<script src="/minified.js"></script>' }),
  'classic, written into the page': page({ end: `<script src="/inline-me"></script>` }),
  'classic, its type changed until somebody does something': page({
    head: `<script type="delayed/javascript" data-src="/dist/${CLASSIC}"></script>
<script>addEventListener('keydown', () => { for (const old of document.querySelectorAll('script[data-src]')) { const s = document.createElement('script'); s.src = old.dataset.src; old.replaceWith(s); } }, { once: true });</script>`,
  }),
  'classic and module, both': page({
    head: `<script src="/dist/${CLASSIC}"></script><script type="module" src="/dist/${MODULE}"></script>`,
  }),
};

describe('ways of loading', () => {
  let browser;
  let server;
  let url;
  const made = new Map();
  const requests = [];

  before(async () => {
    const classic = file(CLASSIC);
    made.set('/combined.js', `${OTHER}\n${classic}\n${OTHER}`);
    made.set('/minified.js', (await minify(classic, { ecma: 2022 })).code);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      requests.push(pathname);
      const way = WAYS[decodeURIComponent(pathname.slice(1))];
      if (way !== undefined) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        // A script in a page may not hold its own end tag; ours does not.
        response.end(way.replace('<script src="/inline-me"></script>', () => `<script>${classic}</script>`));
      } else if (pathname === '/slow') {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        const [first, second] = page({
          head: `<script src="/dist/${CLASSIC}"></script>`,
        }).split('The four points');
        response.write(first);
        made.set('go on', () => response.end(`The four points${second}`));
      } else if (pathname.startsWith('/es/')) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(made.get(decodeURIComponent(pathname)));
      } else if (made.has(pathname) || /^\/(dist|else)\/[\w.-]+\.js$/.test(pathname)) {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        response.end(made.get(pathname) ?? file(pathname.split('/')[2]));
      } else {
        response.statusCode = 404;
        response.end();
      }
    });
    await new Promise((ready) => server.listen(0, 'localhost', ready));
    url = `http://localhost:${server.address().port}/`;
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const upgraded = (opened) =>
    opened.waitForFunction(
      (tags) =>
        tags.every((tag) => document.querySelector(tag)?.querySelector('a')?.checkVisibility() === false),
      {},
      TAGS,
    );

  for (const way of Object.keys(WAYS))
    test(`${way}: everything is shown, nothing is thrown, no name is left behind`, async () => {
      const {
        page: opened,
        record,
        close,
      } = await openPage(browser, {
        prepare: (fresh) =>
          fresh.evaluateOnNewDocument(() => {
            const known = new Set([...Object.getOwnPropertyNames(globalThis), 'newNames']);
            Object.defineProperty(globalThis, 'newNames', {
              enumerable: false,
              value: () => Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name)),
            });
          }),
      });
      await opened.goto(url + encodeURIComponent(way), { waitUntil: 'load' });
      if (way.includes('until somebody does something')) {
        assert.equal(await opened.$eval('twelve-steps a', (link) => link.checkVisibility()), true);
        await opened.keyboard.press('Tab');
      }
      await upgraded(opened);
      assert.deepEqual(record.errors, []);
      assert.deepEqual(
        record.console.filter(({ type }) => type !== 'info'),
        [],
      );
      assert.deepEqual(
        (await opened.evaluate(() => globalThis.newNames())).filter((name) => !/ariaQuery/.test(name)),
        [],
      );
      assert.equal(await opened.evaluate(() => document.querySelectorAll('[data-sg-element]').length), 0);
      await close();
    });

  test('from a blob, which has no folder: what needs a file beside it is survived, and said', async () => {
    const { page: opened, record, close } = await openPage(browser);
    made.set('/es/blob', page({ lang: 'es', end: '<div id="more"></div>' }));
    await opened.goto(`${url}es/blob`);
    await opened.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const script = document.createElement('script');
      script.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      document.querySelector('#more').innerHTML =
        '<support-group-finder groups-src="/none.json"><a href="tel:988">988</a></support-group-finder>' +
        '<meeting-finder src="/none.json"><a href="tel:988">988</a></meeting-finder>';
      document.body.append(script);
    }, `${url}dist/${CLASSIC}`);
    await upgraded(opened);
    await eventually(
      () => record.console.map(({ text }) => text).join(),
      (told) => {
        assert.match(told, /support-group-elements\.local-groups\.js/);
        assert.match(told, /support-group-elements\.meetings\.js/);
      },
    );
    assert.deepEqual(record.errors, []);
    await close();
  });

  test('a page that comes in pieces: a placeholder waits until all of it is there', async () => {
    const { page: opened, record, close } = await openPage(browser);
    const loaded = opened.goto(`${url}slow`);
    await opened.waitForFunction(() => document.querySelector('twelve-steps a')?.checkVisibility() === false);
    assert.equal(await opened.evaluate(() => document.querySelector('four-points')), null);
    made.get('go on')();
    await loaded;
    await upgraded(opened);
    assert.deepEqual(
      await opened.$$eval('four-points a', (links) => links.map(({ textContent }) => textContent)),
      ['The four points', 'Call 988'],
    );
    assert.deepEqual(record.errors, []);
    await close();
  });

  /** Where the Spanish words are asked for. */
  async function wordsFrom(name, html) {
    made.set(`/es/${name}`, html);
    requests.length = 0;
    const { page: opened, record, close } = await openPage(browser);
    await opened.goto(`${url}es/${name}`);
    await upgraded(opened);
    assert.deepEqual(record.errors, []);
    await close();
    return requests.filter((path) => path.includes('.words.'));
  }

  test('the classic script finds the files beside it', async () =>
    assert.deepEqual(
      await wordsFrom('beside', page({ lang: 'es', head: `<script src="/dist/${CLASSIC}"></script>` })),
      ['/dist/support-group-elements.words.es.js'],
    ));

  test('data-sg-base on the script says where they are', async () =>
    assert.deepEqual(
      await wordsFrom(
        'base',
        page({ lang: 'es', head: `<script data-sg-base="/else" src="/dist/${CLASSIC}"></script>` }),
      ),
      ['/else/support-group-elements.words.es.js'],
    ));

  test('data-sg-base on <html> says so for a script that was combined with others', async () =>
    assert.deepEqual(
      await wordsFrom(
        'html',
        page({ lang: 'es', head: '<script src="/combined.js"></script>' }).replace(
          '<html',
          '<html data-sg-base="/else/"',
        ),
      ),
      ['/else/support-group-elements.words.es.js'],
    ));

  test('nobody who may only write content can say so, or stand in for the script', async () =>
    assert.deepEqual(
      await wordsFrom(
        'content',
        page({ lang: 'es', end: `<script src="/dist/${CLASSIC}"></script>` }).replace(
          '<twelve-steps>',
          '<div data-sg-base="/evil/"></div><img name="currentScript" src="/evil/x.js" alt=""><twelve-steps>',
        ),
      ).then((paths) => paths.map((path) => path.startsWith('/evil/'))),
      [false],
    ));
});
