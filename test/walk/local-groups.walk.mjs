/**
 * A page’s own groups reach the built finder through the file beside the module, or from inside the complete one, under a
 * policy as the README writes it; where something is missing the finder shows its own groups and says so once.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { eventually, openPage, serveHosts, violations } from './pages.mjs';

const NAME = 'support-group-elements';
const BESIDE = `${NAME}.local-groups.js`;
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
const GROUPS = {
  groups: [
    {
      id: 'tuesday-families',
      name: 'Tuesday Family Evening',
      summary: 'Soup, a short talk, and time to speak.',
      audience: ['family'],
      attendance: ['in-person'],
      phone: '555-0142',
    },
  ],
};

const page = (file, src) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>A page</title><script type="module" src="/dist/${file}"></script></head>
  <body>
    <support-group-finder open-root country="us" groups="na tuesday-families"${src ? ` groups-src="${src}"` : ''}>
      <a href="https://clinic.example/">Help</a>
    </support-group-finder>
  </body>
</html>`;

describe('groups of a page’s own, in the built module', () => {
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

  /** A finder on a page of that policy: the names of its groups, what it asked for, and what it said. */
  async function visit(
    wanted,
    {
      file = `${NAME}.js`,
      src = 'groups.json',
      policy = POLICY,
      answer = {},
      strict = true,
      says = null,
    } = {},
  ) {
    const { page: tab, record, close } = await openPage(browser);
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const url = request.url();
      const own = Object.keys(answer).find((end) => url.endsWith(end));
      if (request.isNavigationRequest())
        void request.respond({
          contentType: 'text/html',
          headers: { 'Content-Security-Policy': policy },
          body: page(file, src),
        });
      else if (own) void request.respond(answer[own]);
      else if (url.endsWith('/groups.json'))
        void request.respond({ contentType: 'application/json', body: JSON.stringify(GROUPS) });
      else void request.continue();
    });
    try {
      await tab.goto(server.url, { waitUntil: 'load' });
      const names = () =>
        tab.evaluate(() =>
          Array.from(
            document
              .querySelector('support-group-finder')
              .shadowRoot.querySelectorAll('article h3, article h4'),
            (node) => node.textContent.trim(),
          ),
        );
      await eventually(names, (found) => assert.deepEqual(found, wanted));
      assert.deepEqual(record.errors, []);
      if (strict) assert.deepEqual(await violations(tab), []);
      const said = () =>
        record.console.filter(({ text }) => !text.startsWith('Failed')).map(({ text }) => text);
      if (says === null) assert.deepEqual(said(), []);
      else
        await eventually(said, (lines) =>
          assert.equal(lines.filter((line) => line.includes(says)).length, 1),
        );
      return (end) => record.requests.filter((url) => url.endsWith(end)).length;
    } finally {
      await close();
    }
  }

  const BOTH = ['Narcotics Anonymous', 'Tuesday Family Evening'];
  const OWN = ['Narcotics Anonymous'];

  test('come through the file beside the module, under the policy of the README', async () => {
    const asked = await visit(BOTH);
    assert.deepEqual([asked(BESIDE), asked('/groups.json')], [1, 1]);
  });

  test('are inside the complete module, which asks for no second script', async () => {
    const asked = await visit(BOTH, { file: `${NAME}.complete.js` });
    assert.deepEqual([asked(BESIDE), asked('/groups.json')], [0, 1]);
  });

  test('nothing is asked for by a page that names no file', async () => {
    const asked = await visit(OWN, { src: '', says: 'is not known' });
    assert.deepEqual([asked(BESIDE), asked('/groups.json')], [0, 0]);
  });

  for (const [what, options] of [
    ['the file beside the module is missing', { answer: { [BESIDE]: { status: 404 } }, says: BESIDE }],
    ['the file of groups is missing', { answer: { '/groups.json': { status: 404 } }, says: 'status 404' }],
    [
      'the policy allows no request',
      { policy: "default-src 'none'; script-src 'self'", says: 'connect-src.', strict: false },
    ],
  ])
    test(`where ${what} the finder shows its own, and the console says why once`, () => visit(OWN, options));
});
