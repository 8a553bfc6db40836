/** embed.html: one element in a frame of another site, with all the rights that the documentation names and with fewer. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { distFolder, eventually, openPage, openRoots, ui } from './pages.mjs';

const docs = readFileSync(new URL('../../docs/IFRAME.md', import.meta.url), 'utf8');
const [, frameSnippet] = /```html\n(<iframe[^`]+)```/.exec(docs);
const [, helperSnippet] = /```html\n(<script>[^`]+)```/.exec(docs);
const [, DOCUMENTED] = /sandbox="([^"]+)"/.exec(frameSnippet);

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

/** Serves the built files at /files/, and pages that a test makes. */
async function site(pages) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, name] = /^\/files\/([\w.-]+\.(?:html|js))$/.exec(pathname) ?? [];
    const body = pages.get(pathname) ?? (name && readFileSync(join(distFolder, name)));
    if (!body) response.statusCode = 404;
    response.setHeader('Content-Type', TYPES[pathname.split('.').at(-1)] ?? TYPES.html);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Who publishes a list for others says so; a frame without an origin is one of them.
    if (pathname.endsWith('.json')) response.setHeader('Access-Control-Allow-Origin', '*');
    response.end(body || '');
  });
  await new Promise((ready) => server.listen(0, 'localhost', ready));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

describe('in a frame', () => {
  let browser;
  let clinic;
  let files;
  const pages = new Map();

  before(async () => {
    clinic = await site(pages);
    files = await site(new Map());
    // Links lead to real sites: none of them is asked for.
    browser = await launch({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'] });
  });

  after(async () => {
    await browser?.close();
    clinic?.close();
    files?.close();
  });

  /** Opens a page with a frame; `check` gets the page and the frame. */
  async function framed(query, check, { sandbox, same = false, more = '', width } = {}) {
    const rights = sandbox === undefined ? '' : ` sandbox="${sandbox}"`;
    const from = same ? clinic.url : files.url;
    pages.set(
      '/page',
      `<!doctype html><html lang="en"><head><title>Page</title></head><body><iframe data-sg-frame title="Help" width="600" height="300" src="${from}files/embed.html${query}"${rights}></iframe>${more}</body></html>`,
    );
    const { page, record, close } = await openPage(browser, { width, prepare: openRoots });
    try {
      await page.goto(`${clinic.url}page`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(
        () => document.querySelector('#element > *')?.shadowRoot?.querySelector('[part=heading]') != null,
      );
      const result = await check(page, frame, record);
      assert.deepEqual(record.errors, []);
      return result;
    } finally {
      await close();
    }
  }

  /** What stands in the root of the element: links with what stands beside them, the names of buttons, all text. */
  const inside = (frame) =>
    frame.evaluate(() => {
      const element = document.querySelector('#element > *');
      const root = element.shadowRoot.querySelector('.base');
      const seen = (node) => node.checkVisibility();
      const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
      return {
        tag: element.localName,
        attributes: element.getAttributeNames(),
        text: text(root),
        language: root.lang,
        // An address of this site is one that a page made.
        links: [...root.querySelectorAll('a[href^=http]')].filter(seen).map((link) => ({
          target: link.target,
          rel: link.rel,
          address: new URL(link.href).host.replace(/^www\./, ''),
          beside: text(link.nextElementSibling ?? link),
        })),
        calls: [...root.querySelectorAll('a[href^="tel:"]')].map((link) => ({
          digits: link.href.replace(/\D/g, ''),
          shown: (text(link) + text(link.parentElement)).replace(/\D/g, ''),
        })),
        messages: root.querySelectorAll('a[href^="sms:?"], a[href^="mailto:?"]').length,
        buttons: [...root.querySelectorAll('button')].filter(seen).map(text),
      };
    });

  /** Presses a button of the element, by its words. */
  const press = (frame, words) =>
    frame.evaluate((wanted) => {
      const root = document.querySelector('#element > *').shadowRoot;
      const found = [...root.querySelectorAll('button')].find(
        (button) => button.textContent.replace(/\s+/g, ' ').trim() === wanted,
      );
      if (!found) throw new Error(`There is no button “${wanted}”`);
      found.click();
    }, words);

  const CARD = '?element=support-group-card&group=na&country=us&heading-level=3';

  /** Opens the handout of two groups that somebody picked. */
  async function openHandout(frame) {
    await frame.waitForFunction(
      () => document.querySelector('#element > *').shadowRoot.querySelector('.group [aria-pressed]') !== null,
    );
    await frame.evaluate(() =>
      document.querySelector('#element > *').shadowRoot.querySelector('.group [aria-pressed]').click(),
    );
    await eventually(
      () => press(frame, ui('picks-handout')),
      () => undefined,
    );
    await frame.waitForFunction(
      () => document.querySelector('#element > *').shadowRoot.querySelector('#handout-title') !== null,
    );
  }

  test('with the rights that the documentation names everything is shown', () =>
    framed(
      CARD,
      async (page, frame, record) => {
        const { tag, text, links, calls } = await inside(frame);
        assert.equal(tag, 'support-group-card');
        assert.match(text, /Narcotics Anonymous/);
        assert.ok(links.length > 2);
        for (const link of links) {
          assert.equal(link.target, '_blank');
          assert.match(link.rel, /noreferrer/);
          assert.ok(link.beside.includes(link.address), `${link.address} can be read`);
        }
        for (const { digits, shown } of calls)
          assert.ok(shown.includes(digits.slice(-7)), `${digits} can be read`);
        assert.deepEqual(
          record.console.filter(({ type }) => type === 'error'),
          [],
        );
      },
      { sandbox: DOCUMENTED },
    ));

  test('a link opens a window of its own', () =>
    framed(
      CARD,
      async (page, frame) => {
        const popup = new Promise((resolve) => page.once('popup', resolve));
        const link = await frame.evaluateHandle(() =>
          document.querySelector('#element > *').shadowRoot.querySelector('a[href^=http]'),
        );
        await link.asElement().click();
        const opened = await popup;
        assert.notEqual(opened, null);
      },
      { sandbox: DOCUMENTED },
    ));

  test('without a sandbox links open windows too, and no address is spelled out', () =>
    framed(CARD, async (page, frame) => {
      const { links } = await inside(frame);
      for (const link of links) assert.equal(link.target, '_blank');
      assert.ok(links.every((link) => !link.beside.startsWith('(')));
    }));

  test('on a page of its own links stay in the window', async () => {
    const { page, close } = await openPage(browser, { prepare: openRoots });
    await page.goto(`${files.url}files/embed.html${CARD}`);
    await page.waitForFunction(() => document.querySelector('#element > * > a')?.checkVisibility() === false);
    const { links } = await inside(page);
    assert.ok(links.length > 2);
    for (const { target } of links) assert.equal(target, '');
    await close();
  });

  const FINDER = '?element=support-group-finder&country=us&groups=na+smart';

  test('with the rights that are named the handout prints, is copied and sent; no button does nothing', () =>
    framed(
      FINDER,
      async (page, frame) => {
        await frame.evaluate(() => (globalThis.print = () => dispatchEvent(new Event('beforeprint'))));
        await openHandout(frame);
        await press(frame, ui('handout-print'));
        const { buttons, messages } = await inside(frame);
        assert.ok(buttons.includes(ui('handout-print')));
        assert.ok(buttons.includes(ui('handout-copy')));
        assert.ok(!buttons.includes(ui('handout-calendar')));
        assert.equal(messages, 2);
      },
      { sandbox: DOCUMENTED },
    ));

  test('scripts alone: printing that does not begin is answered with a sentence, in place of the button', () =>
    framed(
      FINDER,
      async (page, frame) => {
        await openHandout(frame);
        await press(frame, ui('handout-print'));
        await eventually(
          () => inside(frame),
          ({ text, buttons }) => {
            assert.ok(text.includes(ui('print-blocked')));
            assert.ok(!buttons.includes(ui('handout-print')));
          },
        );
        const { buttons } = await inside(frame);
        assert.ok(buttons.includes(ui('handout-copy')), 'the text can be copied');
      },
      { sandbox: 'allow-scripts' },
    ));

  test('a sandbox of the same site can be read: what it does not allow is not offered at all', () =>
    framed(
      FINDER,
      async (page, frame) => {
        await openHandout(frame);
        const { buttons, messages, text, links } = await inside(frame);
        assert.ok(text.includes(ui('print-blocked')));
        assert.ok(!buttons.includes(ui('handout-print')));
        assert.equal(messages, 0);
        for (const link of links)
          assert.ok(link.beside.includes(link.address), `${link.address} can be read`);
      },
      { sandbox: 'allow-scripts allow-same-origin', same: true },
    ));

  test('meetings come from embed.html itself; “near me” is not there where the browser may not be asked', async () => {
    const embed = readFileSync(join(distFolder, 'embed.html'), 'utf8');
    pages.set(
      '/files/embed.html',
      embed.replace('<div id="element">', '<div id="element"><meeting-feed src="/list.json"></meeting-feed>'),
    );
    pages.set('/list.json', readFileSync(new URL('../hosts/meetings.json', import.meta.url)));
    try {
      await framed(
        '?element=meeting-finder&country=us',
        async (page, frame) => {
          await frame.waitForFunction(
            () => document.querySelector('#element > *').shadowRoot.querySelectorAll('.meeting').length === 2,
          );
          const { buttons } = await inside(frame);
          assert.ok(!buttons.includes(ui('meetings-near-me')), buttons.join());
        },
        { sandbox: 'allow-scripts', same: true },
      );
    } finally {
      pages.delete('/files/embed.html');
      pages.delete('/list.json');
    }
  });

  test('an address sets how things are shown, and never where they come from or lead', () =>
    framed(
      '?element=meeting-finder&country=us&src=https://evil.example/list.json&sync-url&open-root&onclick=alert(1)&exit-url=https://evil.example/',
      async (page, frame, record) => {
        const { attributes } = await inside(frame);
        assert.ok(attributes.includes('country'));
        for (const name of ['src', 'sync-url', 'open-root', 'onclick', 'exit-url'])
          assert.ok(!attributes.includes(name), name);
        assert.ok(!record.requests.some((url) => url.startsWith('https://evil.example/')));
        assert.ok(
          record.console.some(({ text }) => text.includes('left out of the address') && text.includes('src')),
        );
      },
    ));

  test('what no address may say is written into embed.html by its owner, and goes before the address', async () => {
    const embed = readFileSync(join(distFolder, 'embed.html'), 'utf8');
    const own =
      'data-sg-groups-src="/own.json" data-sg-exit-url="https://weather.example/" data-sg-country="gb"';
    pages.set('/files/embed.html', embed.replace('<div id="element">', `<div id="element" ${own}>`));
    const group = { id: 'tuesday', name: 'Tuesday Evening', summary: 'Soup and talk.', audience: ['family'] };
    pages.set(
      '/own.json',
      JSON.stringify({ groups: [{ ...group, attendance: ['in-person'], phone: '555-0142' }] }),
    );
    try {
      await framed(
        '?element=support-group-finder&country=us&quick-exit',
        async (page, frame) => {
          await eventually(
            () => inside(frame),
            ({ text }) => assert.match(text, /Tuesday Evening/),
            10_000,
          );
          const { text, buttons } = await inside(frame);
          assert.match(text, /Call 999/);
          assert.ok(buttons[0].includes(ui('exit-hide')), buttons[0]);
        },
        { sandbox: DOCUMENTED, same: true },
      );
    } finally {
      pages.delete('/files/embed.html');
      pages.delete('/own.json');
    }
  });

  for (const name of ['script', 'no-such-thing', 'meeting-feed%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E'])
    test(`?element=${name}: the link and the number stay, and the console says why`, async () => {
      const { page, record, close } = await openPage(browser);
      await page.goto(`${files.url}files/embed.html?element=${name}`);
      await eventually(
        () => record.console.filter(({ type }) => type === 'warn'),
        (lines) => assert.equal(lines.length, 1),
      );
      assert.equal(
        await page.$$eval('#element > a', (links) => links.filter((a) => a.checkVisibility()).length),
        2,
      );
      assert.deepEqual(record.errors, []);
      await close();
    });

  test('in Spanish with lang=es, and readable with theme=dark', () =>
    framed('?element=four-points&lang=es&theme=dark', async (page, frame) => {
      assert.equal((await inside(frame)).language, 'es');
      const [text, back] = await frame.evaluate(() => [
        getComputedStyle(document.querySelector('#element > *').shadowRoot.querySelector('.sheet')).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ]);
      assert.deepEqual([text, back], ['rgb(255, 255, 255)', 'rgb(18, 18, 18)']);
    }));

  test('scripts are blocked: the link and the number are there', async () => {
    pages.set(
      '/page',
      `<!doctype html><title>Page</title><iframe title="Help" src="${files.url}files/embed.html" sandbox=""></iframe>`,
    );
    const { page, close } = await openPage(browser);
    await page.goto(`${clinic.url}page`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForSelector('#element');
    const links = await frame.$$('#element > a');
    assert.equal(links.length, 2);
    for (const link of links) assert.equal(await link.isVisible(), true);
    await close();
  });

  describe('the script of docs/IFRAME.md, as it stands there', () => {
    const height = (page) => page.$eval('iframe', (frame) => frame.height);

    test('gives the frame the height of what is in it, and again when that changes', () =>
      framed(
        CARD,
        async (page, frame) => {
          const [first] = await eventually(
            async () => [
              await height(page),
              await frame.evaluate(() =>
                String(Math.ceil(document.documentElement.getBoundingClientRect().height)),
              ),
            ],
            ([outside, content]) => assert.equal(outside, content),
          );
          await frame.evaluate(() =>
            document.querySelector('#element > *').shadowRoot.querySelector('summary').click(),
          );
          await eventually(
            () => height(page),
            (now) => assert.notEqual(now, first),
          );
        },
        { sandbox: DOCUMENTED, more: helperSnippet },
      ));

    test('lets the page around it leave too, empty, and without telling where somebody was', () =>
      framed(
        `${FINDER}&quick-exit`,
        async (page, frame) => {
          const left = new Promise((resolve) =>
            page.on('request', (request) => {
              if (request.isNavigationRequest() && request.frame() === page.mainFrame()) resolve(request);
            }),
          );
          await press(frame, `${ui('exit-hide')} ${ui('exit-then-close')}`);
          const request = await left;
          assert.equal(request.url(), 'https://www.google.com/');
          assert.equal(request.headers().referer, undefined);
        },
        { sandbox: DOCUMENTED, more: helperSnippet },
      ));

    test('hears nothing but a number, and nobody but its frames', () =>
      framed(
        CARD,
        async (page, frame) => {
          await eventually(
            () => height(page),
            (now) => assert.notEqual(now, '300'),
          );
          const before = await height(page);
          const type = 'support-group-elements:height';
          // From the page itself, and then from the frame.
          await page.evaluate((type) => postMessage({ type, height: 4321 }, '*'), type);
          await frame.evaluate((type) => {
            for (const wrong of ['9000', Number.NaN, Infinity, -1, 0, 1e9, null, {}, [777]])
              parent.postMessage({ type, height: wrong }, '*');
            for (const message of [null, 'text', 7, { height: 777 }, { type: 'other', height: 777 }])
              parent.postMessage(message, '*');
            // The last one is right, and tells that all others have been heard.
            parent.postMessage({ type, height: 654.2 }, '*');
          }, type);
          const seen = [];
          await eventually(
            async () => (seen.push(await height(page)), seen.at(-1)),
            (now) => assert.equal(now, '655'),
          );
          assert.deepEqual(
            seen.filter((value) => value !== before && value !== '655'),
            [],
          );
        },
        { sandbox: DOCUMENTED, more: helperSnippet },
      ));
  });

  test('tells the page around nothing but its height', () =>
    framed(
      FINDER,
      async (page, frame) => {
        const box = await frame.evaluateHandle(() =>
          document.querySelector('#element > *').shadowRoot.querySelector('input[type=search]'),
        );
        await box.asElement().type('meth');
        await openHandout(frame);
        const heard = await page.evaluate(() => globalThis.heard);
        assert.ok(heard.length > 0);
        for (const message of heard) {
          assert.deepEqual(Object.keys(message).sort(), ['height', 'type']);
          assert.equal(typeof message.height, 'number');
        }
      },
      {
        sandbox: DOCUMENTED,
        more: '<script>globalThis.heard = []; addEventListener("message", ({ data }) => globalThis.heard.push(data));</script>',
      },
    ));
});
