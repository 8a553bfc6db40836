/**
 * Somebody who must not be seen here presses one button, or Shift three times: the page is blank at once, a harmless one
 * comes in its place, Back leads past it, and the other site does not learn where they were.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { byRole, eventually, finderRoot, MODULE, openPage, serveHosts, ui, violations } from './pages.mjs';

const EXIT = `${ui('exit-leave')} ${ui('exit-to')}`;
const html = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>${head}</head><body>${body}</body></html>`;

/** An answer without a page: the one that was left stays, and can be looked at. */
const NOTHING = '';

/** Answers what `pages` holds, when `gate` lets it; remembers what was asked. */
async function serveText(pages) {
  const served = { requests: [], gate: null, pages };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === '/favicon.ico') return response.writeHead(404).end();
    served.requests.push({ path, headers: request.headers });
    await served.gate;
    const body = served.pages[path];
    response.writeHead(body === undefined ? 404 : body === NOTHING ? 204 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
    });
    response.end(body);
  });
  await new Promise((ok) => server.listen(0, 'localhost', ok));
  served.url = `http://localhost:${server.address().port}/`;
  served.close = () => {
    server.closeAllConnections();
    return new Promise((ok) => server.close(ok));
  };
  return served;
}

describe('the quick exit', () => {
  let browser;
  let hosts;
  let site;
  let target;
  let away;

  before(async () => {
    browser = await launch();
    hosts = await serveHosts({
      // A strict page, and one that would tell its whole address if it were asked.
      headers: () => ({ 'Access-Control-Allow-Origin': '*', 'Referrer-Policy': 'unsafe-url' }),
    });
    target = await serveText({});
    away = `${target.url}weather`;
    site = await serveText({});
  });

  after(async () => {
    await browser?.close();
    await Promise.all([hosts, site, target].map((server) => server?.close()));
  });

  beforeEach(() => {
    target.requests.length = 0;
    target.gate = null;
    target.pages = { '/weather': html('<h1>Weather</h1>') };
    site.pages = {
      '/start': html('<h1>Start</h1>'),
      '/private': sensitive(),
      '/trap': html(
        `<div style="transform: translateX(0); overflow: hidden; block-size: 300px; filter: blur(0); contain: paint; opacity: 0.99">
          <div style="position: fixed; z-index: 2147483647; inset: 0 0 auto; background: red">Bar of the page</div>
          ${finder()}</div><p>End of the page</p>`,
        head,
      ),
    };
  });

  const finder = (more = '') =>
    `<support-group-finder country="us" quick-exit exit-url="${away}" ${more}><a href="https://clinic.example/">Help</a></support-group-finder>`;
  const head = '<meta name="referrer" content="unsafe-url">';
  const script = () => `<script type="module" src="${hosts.url.slice(0, -1)}${MODULE}"></script>`;
  const sensitive = () => html(`<h1>Help with drug use</h1>${finder()}`, head + script());

  /** Came from a neutral page, and the finder is there. */
  async function visit(path, options) {
    site.pages['/trap'] = site.pages['/trap'].replace('</head>', `${script()}</head>`);
    const visitor = await openPage(browser, options);
    await visitor.page.goto(`${site.url}start`);
    await visitor.page.goto(site.url + path);
    return { ...visitor, exit: await exitIn(visitor.page) };
  }

  const exitIn = (frame) => byRole(frame, 'button', EXIT.replace('{host}', away.replace('http://', '')));
  const shownIn = (page) =>
    eventually(
      () => page.evaluate(() => document.querySelector('h1')?.textContent),
      (title) => assert.equal(title, 'Weather'),
    );
  const hold = () => {
    let open;
    target.gate = new Promise((ok) => (open = ok));
    return open;
  };
  const asked = () =>
    eventually(
      () => target.requests,
      ({ length }) => assert.ok(length > 0, 'the other page is asked for'),
    );

  /** How many colors a picture of the window has. */
  async function colorsOf(page) {
    const picture = await page.screenshot({ encoding: 'base64' });
    const { page: desk, close } = await openPage(browser);
    const colors = await desk.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
      return new Set(pixels).size;
    }, picture);
    await close();
    return colors;
  }

  test('replaces the page, tells the other site nothing, and Back leads past it', async () => {
    const { page, exit, record, close } = await visit('private');
    await exit.click();
    await shownIn(page);
    assert.equal(page.url(), away);
    assert.deepEqual(
      target.requests.map(({ path, headers }) => [path, headers.referer]),
      [['/weather', undefined]],
    );
    await page.goBack();
    assert.equal(page.url(), `${site.url}start`);
    assert.deepEqual([record.errors, record.console], [[], []]);
    await close();
  });

  test('the other site would learn the address without it: this can fail', async () => {
    const { page, close } = await visit('private');
    await page.evaluate((url) => location.replace(url), away);
    await shownIn(page);
    assert.equal(target.requests[0].headers.referer, `${site.url}private`);
    await close();
  });

  for (const [path, what] of [
    ['private', 'a plain page'],
    ['trap', 'boxes of the page that clip, move and cover'],
  ]) {
    for (const [width, height] of [
      [1280, 900],
      [320, 640],
    ]) {
      test(`blanks all of the window at once, ${width} px wide, on ${what}`, async () => {
        target.pages['/weather'] = NOTHING;
        const { page, exit, close } = await visit(path, { width, height });
        assert.ok((await colorsOf(page)) > 5, 'there is something to see before');
        // In one go: from now on the browser answers nothing before the other page does.
        const uncovered = await exit.evaluate((node) => {
          node.click();
          const spots = [];
          for (let x = 1; x < innerWidth; x += innerWidth / 7)
            for (let y = 1; y < innerHeight; y += innerHeight / 7) {
              const found = document.elementFromPoint(x, y);
              if (found?.localName !== 'dialog') spots.push(`${x},${y}: ${found?.localName}`);
            }
          return spots;
        });
        assert.deepEqual(uncovered, []);
        await asked();
        assert.equal(await colorsOf(page), 1);
        await close();
      });
    }
  }

  test('stays blank when the other page does not come, whatever is pressed', async () => {
    target.pages['/weather'] = NOTHING;
    const { page, exit, close } = await visit('private');
    await exit.click();
    await asked();
    for (const key of ['Escape', 'Escape', 'Tab', 'Enter', 'Escape']) await page.keyboard.press(key);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    assert.equal(await colorsOf(page), 1);
    await close();
  });

  for (const [what, around] of [
    ['in a part of the page that is not shown', (inner) => `<div style="display: none">${inner}</div>`],
    ['in a closed part of the page', (inner) => `<details><summary>More</summary>${inner}</details>`],
  ])
    test(`covers the page where the element is ${what}`, async () => {
      target.pages['/weather'] = NOTHING;
      site.pages['/closed'] = html(`<h1>Help with drug use</h1>${around(finder())}`, head + script());
      const { page, close } = await openPage(browser);
      await page.goto(`${site.url}closed`);
      await page.waitForFunction(
        () =>
          document.querySelector('support-group-finder a').assignedSlot === null &&
          customElements.get('support-group-finder'),
      );
      await page.evaluate(() => document.querySelector('support-group-finder').updateComplete);
      assert.ok((await colorsOf(page)) > 1);
      for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
      await asked();
      assert.equal(await colorsOf(page), 1);
      await close();
    });

  test('is not held up by a page that asks whether to leave', async () => {
    const { page, exit, close } = await visit('private');
    const asks = [];
    page.on('dialog', (dialog) => {
      asks.push(dialog.type());
      void dialog.dismiss();
    });
    await page.evaluate(() => {
      const ask = (event) => event.preventDefault();
      addEventListener('beforeunload', ask);
      globalThis.onbeforeunload = ask;
    });
    await exit.click();
    await shownIn(page);
    assert.deepEqual(asks, []);
    await close();
  });

  test('(a page that asks is seen to ask, so that the test above can fail)', async () => {
    const { page, exit, close } = await visit('private');
    const asks = [];
    page.on('dialog', (dialog) => {
      asks.push(dialog.type());
      void dialog.accept();
    });
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    await exit.hover();
    await page.mouse.wheel({ deltaY: 10 });
    await page.click('body');
    await page.evaluate(() => location.reload());
    await eventually(
      () => asks,
      (list) => assert.deepEqual(list, ['beforeunload']),
    );
    await close();
  });

  test('the sheet stays where the page takes the element away, and the name of the page is gone at once', async () => {
    target.pages['/weather'] = NOTHING;
    const { page, exit, close } = await visit('private');
    await page.evaluate(() => {
      const finder = document.querySelector('support-group-finder');
      finder.addEventListener('sg-exit', () => finder.remove());
    });
    await exit.click();
    await asked();
    assert.equal(await colorsOf(page), 1);
    assert.equal(await page.title(), away.replace('http://', ''));
    await close();
  });

  test('an exit-url that only jumps inside the page is not taken', async () => {
    const { page, close } = await openPage(browser);
    site.pages['/jump'] = html(finder().replace(away, `${site.url}jump#top`), head + script());
    await page.goto(`${site.url}jump`);
    await byRole(page, 'button', EXIT.replace('{host}', 'google.com'));
    await close();
  });

  test('leaves even where a listener of the page fails', async () => {
    const { page, exit, record, close } = await visit('private');
    await page.evaluate(() =>
      document.querySelector('support-group-finder').addEventListener('sg-exit', () => {
        throw new Error('broken on purpose');
      }),
    );
    await exit.click();
    await shownIn(page);
    assert.deepEqual(record.errors, ['Uncaught Error: broken on purpose']);
    await close();
  });

  test('is the first thing that Tab comes to in the element, and Enter leaves', async () => {
    const { page, exit, close } = await visit('private');
    await page.keyboard.press('Tab');
    assert.ok(await exit.evaluate((node) => node.matches(':focus-visible')));
    await page.keyboard.press('Enter');
    await shownIn(page);
    await close();
  });

  test('Shift three times leaves while somebody types, and capital letters do not', async () => {
    const { page, close } = await visit('private');
    const { box, root } = await finderRoot(page);
    await box.click();
    await page.keyboard.down('Shift');
    for (const key of ['M', 'E', 'T', 'H']) await page.keyboard.press(key);
    await page.keyboard.up('Shift');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift');
    await eventually(
      () => root.evaluate((node) => node.querySelector('.exit .small').textContent),
      (hint) => assert.ok(hint.includes(ui('exit-shift', { n: 1 })), hint),
    );
    assert.equal(page.url(), `${site.url}private`);
    await page.keyboard.press('Shift');
    await shownIn(page);
    assert.equal(target.requests[0].headers.referer, undefined);
    await page.goBack();
    assert.equal(page.url(), `${site.url}start`);
    await close();
  });

  test('stays in sight on a small phone, three screens down, and leaves the emergency number free', async () => {
    const { page, exit, close } = await visit('private', { width: 320, height: 640 });
    const { box } = await finderRoot(page);
    await box.type('overdose');
    const call = await byRole(page, 'link', 'Call 911');
    await page.evaluate(() => scrollTo(0, 200));
    const overlap = async () => {
      const [a, b] = await Promise.all([exit.boundingBox(), call.boundingBox()]);
      return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    };
    assert.equal(await overlap(), false);
    await box.evaluate((node) => {
      node.value = '';
      node.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });
    for (const screens of [1, 2, 3]) {
      await page.evaluate((top) => scrollTo(0, top), 200 + screens * 640);
      const { x, y, width, height } = await exit.boundingBox();
      assert.ok(
        x >= 0 && y >= 0 && x + width <= 320 && y + height <= 640,
        `in sight after ${screens} screens`,
      );
      assert.ok(height >= 44 && width >= 44);
      const onTop = await exit.evaluate((node) => {
        const { left, top, width: wide, height: high } = node.getBoundingClientRect();
        return node.contains(node.getRootNode().elementFromPoint(left + wide / 2, top + high / 2));
      });
      assert.ok(onTop, 'nothing is over it');
    }
    assert.ok(await page.evaluate(() => scrollY > 1_500));
    await close();
  });

  describe('in a frame', () => {
    /** A page with the sensitive one in a frame, from the same site or another one. */
    async function framed(at, attributes = '') {
      site.pages['/outer'] = html(
        `<h1>Outer</h1><script>addEventListener('message', ({ data }) => (globalThis.told ??= []).push(data));</script>
        <iframe src="${at}private" ${attributes} width="600" height="600"></iframe>`,
      );
      const visitor = await openPage(browser);
      await visitor.page.goto(`${site.url}start`);
      await visitor.page.goto(`${site.url}outer`);
      const frame = await eventually(
        () => visitor.page.frames().find((one) => one.url() === `${at}private`),
        (one) => assert.ok(one),
      );
      const exit = attributes.includes('sandbox')
        ? await byRole(frame, 'button', `${ui('exit-hide')} ${ui('exit-then-close')}`)
        : await exitIn(frame);
      return { ...visitor, frame, exit };
    }

    for (const [what, other] of [
      ['the same site', false],
      ['another site', true],
    ]) {
      for (const way of ['the button', 'Shift']) {
        test(`of ${what}, ${way} takes the whole window away`, async () => {
          const inner = other ? await serveText(site.pages) : site;
          const { page, frame, exit, close } = await framed(inner.url);
          if (way === 'Shift') {
            const box = await byRole(frame, 'searchbox');
            await box.click();
            for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
          } else await exit.click();
          await shownIn(page);
          assert.equal(page.url(), away);
          assert.equal(target.requests[0].headers.referer, undefined);
          await page.goBack();
          assert.equal(page.url(), `${site.url}start`);
          await close();
          if (other) await inner.close();
        });
      }
    }

    test('takes the whole window away even where the other page is slow', async () => {
      const open = hold();
      const { page, frame, exit, close } = await framed(site.url);
      await exit.click();
      await asked();
      await eventually(
        () => frame.url(),
        (url) => assert.equal(url, 'about:blank'),
      );
      open();
      await shownIn(page);
      await close();
    });

    test('of a sandbox that lets nothing out, blanks the frame and tells the page around it', async () => {
      const { page, frame, exit, close } = await framed(site.url, 'sandbox="allow-scripts"');
      await exit.click();
      await eventually(
        () => page.evaluate(() => globalThis.told),
        (told) => assert.deepEqual(told, [{ type: 'support-group-elements:exit' }]),
      );
      await eventually(
        () => frame.url(),
        (url) => assert.equal(url, 'about:blank'),
      );
      assert.equal(page.url(), `${site.url}outer`);
      await page.goBack();
      assert.equal(page.url(), `${site.url}start`, 'the frame left nothing in the history');
      await close();
    });
  });

  test('works under the strictest policy', async () => {
    const origin = hosts.url.slice(0, -1);
    site.pages['/private'] = html(
      finder(),
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin}">${script()}`,
    );
    const { page, exit, close } = await visit('private');
    target.pages['/weather'] = NOTHING;
    await exit.click();
    await asked();
    assert.equal(await colorsOf(page), 1);
    assert.deepEqual(await violations(page), []);
    assert.equal(target.requests[0].headers.referer, undefined);
    await close();
  });
});
