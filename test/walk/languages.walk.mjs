/**
 * Another language reaches a page: from a file beside the module that only a page in that language asks for, or from
 * the complete single file; where neither can be had there is English, said once on the console.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { eventually, openPage, serveHosts, violations } from './pages.mjs';

const MODULE_NAME = 'support-group-elements';
const WORDS = `${MODULE_NAME}.words.es.js`;

const pageIn = (lang, file) => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <title>A page</title>
    <script type="module" src="/dist/${file}"></script>
  </head>
  <body>
    <recovery-guide topic="sponsor" open-root><a href="https://clinic.example/">Ayuda</a></recovery-guide>
  </body>
</html>`;

describe('Spanish', () => {
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

  /** A page of one element in a language under a strict policy, with what it does on record. */
  async function visit(check, { lang = 'es', answer, file = `${MODULE_NAME}.js` } = {}) {
    const { page, record, close } = await openPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.isNavigationRequest())
        void request.respond({
          contentType: 'text/html',
          headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'" },
          body: pageIn(lang, file),
        });
      else if (answer && request.url().includes(WORDS)) answer(request);
      else void request.continue();
    });
    try {
      await page.goto(server.url, { waitUntil: 'domcontentloaded' });
      await check(page, record);
      assert.deepEqual(record.errors, []);
    } finally {
      await close();
    }
  }

  const language = (page) =>
    page.evaluate(
      () => document.querySelector('recovery-guide').shadowRoot?.querySelector('article')?.innerText ?? '',
    );
  const shown = (page) =>
    eventually(
      () => language(page),
      (text) => assert.notEqual(text, ''),
    );
  const asksForWords = (record) => record.requests.filter((url) => url.includes(WORDS)).length;

  test('a page in English asks for no other language', () =>
    visit(
      async (page, record) => {
        await shown(page);
        assert.match(await language(page), /This page informs/);
        assert.equal(asksForWords(record), 0);
      },
      { lang: 'en' },
    ));

  for (const lang of ['es', 'es-MX']) {
    test(`a page in ${lang} asks for the words once and shows them, under a strict policy`, () =>
      visit(
        async (page, record) => {
          await shown(page);
          const text = await language(page);
          assert.doesNotMatch(text, /This page informs/);
          assert.match(text, /profesional/);
          assert.equal(asksForWords(record), 1);
          assert.deepEqual(await violations(page), []);
        },
        { lang },
      ));
  }

  test('the translation says quietly that it has not been checked yet', () =>
    visit(async (page) => {
      await shown(page);
      assert.match(await language(page), /traducci[oó]n/i);
    }));

  test('until the words are there the children say what they say, and no English flashes by', async () => {
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await visit(
      async (page) => {
        const request = await held;
        assert.match(await page.evaluate(() => document.body.innerText), /Ayuda/);
        assert.equal(await language(page), '');
        await request.continue();
        await shown(page);
        assert.doesNotMatch(await language(page), /This page informs/);
      },
      { answer: (request) => go(request) },
    );
  });

  for (const [how, answer] of [
    ['is not there', (request) => void request.respond({ status: 404, body: '' })],
    ['is blocked', (request) => void request.abort('blockedbyclient')],
    ['has the wrong type', (request) => void request.respond({ contentType: 'text/plain', body: 'x' })],
  ]) {
    test(`where the file ${how} there is English, and one line on the console`, () =>
      visit(
        async (page, record) => {
          await shown(page);
          assert.match(await language(page), /This page informs/);
          const said = record.console.filter(({ text }) => text.includes('words for "es"'));
          assert.equal(said.length, 1);
          assert.match(said[0].text, /support-group-elements\.words\.es\.js/);
        },
        { answer },
      ));
  }

  test('a file that never comes does not keep the help away', () =>
    visit(
      async (page) => {
        await shown(page);
        assert.match(await language(page), /This page informs/);
      },
      { answer: () => {} },
    ));

  test('the complete file needs no other', () =>
    visit(
      async (page, record) => {
        await shown(page);
        assert.doesNotMatch(await language(page), /This page informs/);
        assert.equal(asksForWords(record), 0);
      },
      { file: `${MODULE_NAME}.es.js` },
    ));
});
