/** The strictest policies that a page can have: the same look, no violation, and never an uncaught error. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import {
  assertFallback,
  assertUpgraded,
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

describe('strict content security policies', () => {
  let browser;

  before(async () => {
    browser = await launch();
  });

  after(() => browser?.close());

  /** Opens the page with all elements under a policy; roots are opened before, so that `check` can look inside. */
  async function under(policy, check) {
    const server = await serveHosts({
      headers: (path) => (policy && path.endsWith('.html') ? { 'Content-Security-Policy': policy } : {}),
    });
    const { page, record, close } = await openPage(browser, { prepare: openRoots });
    try {
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
