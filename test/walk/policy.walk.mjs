/** The strictest policies that a page can have: the same look, no violation, and never an uncaught error. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import {
  assertFallback,
  assertUpgraded,
  distFolder,
  openPage,
  openRoots,
  serveHosts,
  TAGS,
  violations,
} from './pages.mjs';

const PROPERTIES = [
  'display',
  'position',
  'color',
  'background-color',
  'font',
  'margin',
  'padding',
  'border',
  'border-radius',
  'list-style-type',
  'text-decoration',
  'grid-template-columns',
  'gap',
  'clip-path',
  'transform',
];

const anotherLit = readFileSync(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url), 'utf8');
const SCRIPT = '<script type="module" src="/dist/support-group-elements.js"></script>';
/** Another way to have the elements on the page. */
const withScript = (script) => (html) => {
  assert.ok(html.includes(SCRIPT));
  return html.replace(SCRIPT, script);
};
const classic = withScript('<script src="/dist/support-group-elements.classic.js" defer></script>');
/** Another part of the page brought Lit along, and came first. */
const withLit = withScript(`<script type="module" src="/lit-html.js"></script>${SCRIPT}`);

/** All policies that README shows, as they stand there. */
const documented = [
  ...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(
    /^Content-Security-Policy: (.+)$/gm,
  ),
].map(([, policy]) => policy);

describe('strict content security policies', () => {
  let browser;

  before(async () => {
    browser = await launch();
  });

  after(() => browser?.close());

  /**
   * Opens the page with all elements under a policy; roots are opened before, so that `check` can look inside.
   * `change` rewrites the page, so that it holds another script.
   */
  async function under(policy, check, change) {
    const server = await serveHosts({
      headers: (path) => (policy && path.endsWith('.html') ? { 'Content-Security-Policy': policy } : {}),
    });
    const { page, record, close } = await openPage(browser, { prepare: openRoots });
    try {
      if (change) {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          if (pathname.endsWith('.html'))
            void request.respond({
              contentType: 'text/html; charset=utf-8',
              headers: { 'Content-Security-Policy': policy },
              body: change(readFileSync(new URL(`../hosts${pathname}`, import.meta.url), 'utf8')),
            });
          else if (pathname === '/lit-html.js')
            void request.respond({ contentType: 'text/javascript', body: anotherLit });
          else void request.continue();
        });
      }
      await page.goto(`${server.url}elements.html`);
      return await check(page, record);
    } finally {
      await close();
      await server.close();
    }
  }

  /** Where every node of every element stands and how it looks. */
  async function look(page) {
    await assertUpgraded(page);
    // All of the finder is there once its closed parts have been rendered.
    await page.waitForFunction(() => {
      const groups = [
        ...document.querySelector('support-group-finder').shadowRoot.querySelectorAll('article'),
      ];
      const meetings = document.querySelector('meeting-finder').shadowRoot.querySelectorAll('.meeting');
      return (
        groups.length > 10 && groups.every((group) => group.querySelector('dl')) && meetings.length === 2
      );
    });
    return page.evaluate(
      (tags, properties) =>
        tags.map((tag) => {
          const host = document.querySelector(tag);
          const nodes = [host, ...host.shadowRoot.querySelectorAll('.base, .base *')];
          return {
            tag,
            nodes: nodes.length,
            looks: nodes.map((node) => {
              const style = getComputedStyle(node);
              const { x, y, width, height } = node.getBoundingClientRect();
              return [x, y, width, height, ...properties.map((name) => style.getPropertyValue(name))].join(
                ' ',
              );
            }),
          };
        }),
      TAGS,
      PROPERTIES,
    );
  }

  test("default-src 'none' without style-src: the same computed look as without a policy, and no violation", async () => {
    const plain = await under('', look);
    for (const { tag, nodes } of plain) assert.ok(nodes > 20, `${tag} shows its content`);
    // Lists of meetings are fetched, which is the one thing that has to be allowed beside the script.
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
    const strict = await under(policy, async (page, record) => {
      const seen = await look(page);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(record.errors, []);
      assert.deepEqual(record.console, []);
      return seen;
    });
    assert.deepEqual(strict, plain);
  });

  test('a violation would be seen (so that the test above can fail)', () =>
    under("default-src 'none'; script-src 'self'; connect-src 'self'", async (page) => {
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await page.waitForFunction(() => globalThis.violations.length === 1);
    }));

  for (const [name, list] of [
    ['our policy', 'trusted-types support-group-elements'],
    ["Lit's policy", 'trusted-types lit-html'],
    ['no list at all', ''],
  ]) {
    test(`Trusted Types are required, with ${name}: everything is shown, and no violation`, () =>
      under(`require-trusted-types-for 'script'; ${list}`, async (page, record) => {
        await assertUpgraded(page);
        assert.deepEqual(record.errors, []);
        if (name !== "Lit's policy") assert.deepEqual(await violations(page), []);
      }));
  }

  test('the classic script under the same policy: the same computed look, and no violation', async () => {
    const plain = await under('', look);
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
    await under(
      policy,
      async (page, record) => {
        assert.deepEqual(await look(page), plain);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(record.errors, []);
      },
      classic,
    );
  });

  test('a policy that names the one file by its hash: everything is shown, lists of meetings included', async () => {
    const file = 'support-group-elements.complete.js';
    const hash = createHash('sha384')
      .update(readFileSync(join(distFolder, file)))
      .digest('base64');
    await under(
      `default-src 'none'; script-src 'sha384-${hash}'; connect-src 'self'`,
      async (page, record) => {
        await look(page);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(record.errors, []);
      },
      withScript(
        `<script type="module" src="/dist/${file}" integrity="sha384-${hash}" crossorigin="anonymous"></script>`,
      ),
    );
  });

  test('README shows policies', () => assert.ok(documented.length >= 3, documented.join('\n')));

  for (const policy of documented)
    test(`as README writes it: ${policy}`, () =>
      under(policy, async (page, record) => {
        // Lists need to be allowed on top, which the sentence after it says.
        await assertUpgraded(
          page,
          TAGS.filter((tag) => tag !== 'meeting-finder'),
        );
        assert.deepEqual(record.errors, []);
        const lists = (line) => !line.startsWith('connect-src');
        assert.deepEqual((await violations(page)).filter(lists), []);
      }));

  for (const [name, policy, change] of [
    ['a list without ours', 'trusted-types somebody-else'],
    ['an empty list', "trusted-types 'none'"],
    ['another Lit that took the one name', 'trusted-types lit-html', withLit],
    ['another Lit beside ours', 'trusted-types lit-html support-group-elements', withLit],
    [
      'another Lit beside ours, and Trusted Types required',
      "require-trusted-types-for 'script'; trusted-types lit-html support-group-elements",
      withLit,
    ],
  ])
    test(`${name}: everything is shown, and nothing is thrown`, () =>
      under(
        policy,
        async (page, record) => {
          await assertUpgraded(page);
          assert.deepEqual(record.errors, []);
        },
        change,
      ));

  test('another Lit took the one name that a required list has: the children stay, and nothing is thrown', () =>
    under(
      "require-trusted-types-for 'script'; trusted-types lit-html",
      async (page, record) => {
        await page.waitForFunction(() => customElements.get('crisis-lines') !== undefined);
        await page.evaluate(() =>
          Promise.all(
            [...document.querySelectorAll(':not(:not(:defined))')].map((one) => one.updateComplete),
          ),
        );
        await assertFallback(page);
        assert.deepEqual(record.errors, []);
      },
      withLit,
    ));

  for (const list of ['trusted-types somebody-else', "trusted-types 'none'"]) {
    test(`Trusted Types are required, with "${list}": the children stay, and nothing is thrown`, () =>
      under(`require-trusted-types-for 'script'; ${list}`, async (page, record) => {
        await page.waitForFunction(() => customElements.get('crisis-lines') !== undefined);
        await page.evaluate(() =>
          Promise.all(
            [...document.querySelectorAll(':not(:not(:defined))')].map((one) => one.updateComplete),
          ),
        );
        await assertFallback(page);
        assert.deepEqual(record.errors, []);
      }));
  }
});
