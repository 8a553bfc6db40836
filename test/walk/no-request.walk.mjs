/**
 * Nothing leaves the page, and nothing stays: a complete walk through every element, as they are by default. The log of
 * the server, the log of the browser and the functions of the page that could send or keep anything are all asked. What a
 * list of meetings that the page names is asked for stands in meetings.walk.mjs, storage after a walk by keyboard in
 * guided.walk.mjs, the link without referrer beside a plain link in finder.walk.mjs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { eventually, MODULE, openPage, TAGS, violations } from './pages.mjs';
import { HOST, recordedSite } from './recorders/site.mjs';
import { standIn, walk } from './recorders/visitor.mjs';

const HANDOUT = '/dist/support-group-elements.handout.js';

/** Runs in the page before anything else: writes down every call that sends, keeps or asks for something. */
function listenIn() {
  globalThis.calls = [];
  const watch = (owner, name, label = name) => {
    const own = owner?.[name];
    if (typeof own !== 'function') return;
    const watched = function (...args) {
      globalThis.calls.push(label);
      return new.target ? Reflect.construct(own, args, own) : Reflect.apply(own, this, args);
    };
    watched.prototype = own.prototype;
    owner[name] = watched;
  };
  const senders =
    'fetch XMLHttpRequest WebSocket WebTransport EventSource Worker SharedWorker RTCPeerConnection BroadcastChannel';
  for (const name of senders.split(' ')) watch(globalThis, name);
  for (const name of ['open', 'postMessage']) watch(globalThis, name, `window.${name}`);
  watch(Navigator.prototype, 'sendBeacon');
  watch(Geolocation.prototype, 'getCurrentPosition');
  watch(Geolocation.prototype, 'watchPosition');
  watch(ServiceWorkerContainer.prototype, 'register', 'serviceWorker');
  watch(IDBFactory.prototype, 'open', 'indexedDB');
  watch(CacheStorage.prototype, 'open', 'caches');
  watch(Storage.prototype, 'setItem', 'storage');
  watch(HTMLFormElement.prototype, 'submit', 'form.submit');
  for (const name of ['pushState', 'replaceState']) watch(History.prototype, name);
  const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: () => '',
    set(value) {
      globalThis.calls.push('cookie');
      set.call(this, value);
    },
  });
  // Kept for the test alone; they are as closed as before.
  globalThis.roots = new Map();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    globalThis.roots.set(this.localName, root);
    return root;
  };
}

describe('nothing leaves the page', () => {
  let browser;
  let site;
  const opened = [];

  before(async () => {
    site = await recordedSite([]);
    browser = await launch({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'] });
  });
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(body, at = site) {
    const { page, record, close } = await openPage(browser, {
      prepare: (page) => page.evaluateOnNewDocument(listenIn),
    });
    opened.push(close);
    const asked = await standIn(page);
    const sockets = [];
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    for (const name of ['webSocketCreated', 'webTransportCreated', 'directTCPSocketCreated'])
      client.on(`Network.${name}`, () => sockets.push(name));
    const from = at.requests.length;
    const url = at.url('nobody', body, false);
    await page.goto(url);
    const path = new URL(url).pathname;
    /** All that the server and the browser know of, beyond the page and the module. */
    const requests = () => {
      const served = at.requests.slice(from).map((request) => request.path);
      const logged = record.requests.map((one) => one.replace(at.origin, ''));
      for (const list of [served, logged])
        assert.deepEqual(list.slice(0, 2).sort(), [path, MODULE].sort(), 'the page and the module');
      return { served: served.slice(2), logged: logged.slice(2), sockets };
    };
    return { page, record, asked, requests };
  }

  /** What a page knows of itself, and everything that can be kept. */
  const state = (page) =>
    page.evaluate(async () => ({
      address: location.href,
      title: document.title,
      referrer: document.referrer,
      history: history.length,
      historyState: history.state,
      windowName: window.name,
      cookies: (await cookieStore.getAll()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      files: await navigator.storage
        .getDirectory()
        .then(async (folder) => (await Array.fromAsync(folder.keys())).length),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
  const calls = (page) => page.evaluate(() => globalThis.calls);

  test('a whole walk through the finder asks for the file of the handout, follows the link, and does nothing else', async () => {
    const { page, record, asked, requests } = await open('finder');
    const before = await state(page);
    const { link } = await walk(page, asked);
    assert.deepEqual(requests(), { served: [HANDOUT], logged: [link.url, HANDOUT], sockets: [] });
    assert.deepEqual(await calls(page), []);
    assert.deepEqual(await state(page), before);
    assert.deepEqual(await page.browserContext().cookies(), []);
    assert.deepEqual(record.errors, []);
  });

  test('everything in every other element is opened, ticked, chosen and typed into: not one request, and nothing kept', async () => {
    const { page, record, requests } = await open('every');
    const tags = TAGS.filter((tag) => tag !== HOST.finder);
    await page.waitForFunction(
      (names) => names.every((tag) => globalThis.roots.get(tag)?.querySelector('.base a')),
      {},
      tags,
    );
    const before = await state(page);
    const used = await page.evaluate(async (names) => {
      window.print = () => {};
      const used = {};
      for (const tag of names) {
        const [host, root] = [document.querySelector(tag), globalThis.roots.get(tag)];
        const done = new Set();
        const next = () =>
          [...root.querySelectorAll('summary, button, input, select, textarea')].find(
            (node) => !done.has(node),
          );
        for (let node = next(); node && done.size < 500; node = next()) {
          done.add(node);
          if (node.matches('select')) {
            for (const { value } of [...node.options]) {
              node.value = value;
              node.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
              await host.updateComplete;
            }
          } else if (node.matches('textarea, input:not([type=checkbox])')) {
            node.value = 'my son takes meth';
            for (const type of ['input', 'change'])
              node.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
            node.form?.requestSubmit();
          } else node.click();
          await host.updateComplete;
        }
        used[tag] = done.size;
      }
      return used;
    }, tags);
    const idle = tags.filter((tag) => used[tag] === 0);
    assert.deepEqual(idle, ['support-group-comparison'], 'all but a table has something to use');
    assert.deepEqual(requests(), { served: [], logged: [], sockets: [] });
    assert.deepEqual(await calls(page), []);
    assert.deepEqual(await state(page), before);
    assert.deepEqual(record.errors, []);
  });

  test('with the headers of docs/PRIVACY.md the whole walk works, and nothing is refused', async () => {
    const document = readFileSync(new URL('../../docs/PRIVACY.md', import.meta.url), 'utf8');
    const lines = /```\n\s*(Content-Security-Policy: [^`]+?)\s*```/.exec(document)[1].split(/\n\s*/);
    const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s)));
    assert.deepEqual(Object.keys(headers), ['Content-Security-Policy', 'Referrer-Policy']);
    const strict = await recordedSite([], headers);
    opened.push(strict.close);
    const { page, record, asked } = await open('finder', strict);
    await walk(page, asked);
    // The page itself has an icon that is no file.
    assert.deepEqual(
      (await violations(page)).filter((line) => line !== 'img-src data'),
      [],
    );
    assert.deepEqual(record.errors, []);
    await page.evaluate(() => fetch('/elsewhere').catch(() => {}));
    await eventually(
      () => violations(page),
      (list) => assert.match(list.join(), /connect-src/),
    );
  });

  test('a page that does send, keep and ask is found out (so that the tests above can fail)', async () => {
    const { page, requests } = await open('finder');
    const before = await state(page);
    const told = await page.evaluate(async () => {
      const here = (path) => new URL(path, location.href).href;
      await fetch(here('/sent-by-fetch'));
      navigator.sendBeacon(here('/sent-by-beacon'), 'x');
      new WebSocket(here('/socket').replace('http', 'ws'));
      new Image().src = here('/sent-by-image');
      document.cookie = 'a=b';
      localStorage.setItem('a', 'b');
      sessionStorage.setItem('a', 'b');
      indexedDB.open('a');
      await caches.open('a');
      history.pushState('a', '', '#a');
      document.title = 'a';
      window.name = 'a';
      return globalThis.calls;
    });
    assert.deepEqual(
      [...new Set(told)],
      ['fetch', 'sendBeacon', 'WebSocket', 'cookie', 'storage', 'indexedDB', 'caches', 'pushState'],
    );
    await eventually(requests, ({ served, logged, sockets }) => {
      for (const path of ['/sent-by-fetch', '/sent-by-beacon', '/sent-by-image']) {
        assert.ok(served.includes(path), `the server has ${path}`);
        assert.ok(logged.includes(path), `the browser has ${path}`);
      }
      assert.ok(sockets.includes('webSocketCreated'));
    });
    const now = await state(page);
    const changed = Object.keys(now).filter((key) => now[key] !== before[key]);
    assert.deepEqual(changed, [
      'address',
      'title',
      'history',
      'historyState',
      'windowName',
      'cookies',
      'local',
      'session',
      'databases',
      'caches',
    ]);
  });
});
