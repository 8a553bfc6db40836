/**
 * What visitors get of a page whose text went through a real filter (test/fixtures/cms/): where the tag is left, the
 * element; where it is not, or no script runs, every link and number of what was pasted.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { assertUpgraded, eventually, MODULE, openPage, openRoots } from './pages.mjs';
import { assertUsable, pageOf, servePages } from './usable.mjs';

const folder = fileURLToPath(new URL('../fixtures/cms', import.meta.url));
const named = (pattern) => readdirSync(folder).filter((file) => pattern.test(file));

/** With the tag gone. README snippets hold no phone number in every case, and are compared by a check. */
const WITHOUT_TAG = named(
  /^(?:fallback-.*|element-support-group-finder)\.(?:wordpress|wordpress-block)\.html$|^fallback.*(?:finder|crisis-lines)\.drupal-basic\.html$|^placeholder-generated\.drupal-basic\.html$/,
);
/** With the tag kept. In <meeting-finder> without a list the children are the content, so they stay. */
const WITH_TAG = named(/^element-(?!lists)(?!meeting-finder).*\.wordpress-trusted\.html$/);
/** What an author pasted as placeholders, and what WordPress left of it, in both of its editors. */
const PLACEHOLDERS = named(/^placeholder-.*\.wordpress(?:-block)?\.html$/);
const sourceOf = (file) => file.replace(/\.wordpress(?:-block)?\.html$/, '.source.html');
const tagOf = (file) => /<((?:\w+-)+\w+)/.exec(readFileSync(join(folder, file), 'utf8'))[1];

describe('pages that went through the filter of a content management system', () => {
  let browser;
  let server;

  before(async () => {
    const pages = {};
    for (const file of [...WITHOUT_TAG, ...WITH_TAG, ...PLACEHOLDERS, ...PLACEHOLDERS.map(sourceOf)])
      pages[file] = pageOf(
        `<div id="text">${readFileSync(join(folder, file), 'utf8')}</div>`,
        `<script type="module" src="${MODULE}"></script>`,
      );
    server = await servePages(pages);
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(file, check, options = {}) {
    const { page, record, close } = await openPage(browser, { width: 320, ...options });
    await page.goto(`${server.url}${file}`);
    await check(page);
    assert.deepEqual(record.errors, [], file);
    await close();
  }

  test('the tag is gone: every link and number can be used, on a small phone', async () => {
    assert.ok(WITHOUT_TAG.length > 15);
    for (const file of WITHOUT_TAG) await visit(file, (page) => assertUsable(page, '#text'));
  });

  test('the tag is there, and no script runs: every link and number can be used', async () => {
    assert.ok(WITH_TAG.length > 6);
    for (const file of WITH_TAG)
      await visit(file, (page) => assertUsable(page, tagOf(file)), { scripts: false });
  });

  test('the tag is there, and the script runs: the element shows its content, and nothing of it is left outside', async () => {
    for (const file of WITH_TAG)
      await visit(file, async (page) => {
        await assertUpgraded(page, [tagOf(file)]);
        const seen = await page.evaluate(
          () => [...document.querySelectorAll('#text a')].filter((link) => link.checkVisibility()).length,
        );
        assert.equal(seen, 0, `${file}: links of the fallback beside the element`);
      });
  });

  /** The elements on a page: what they were told, what they show, and what stands in them and in their slots. */
  const elementsOn = (page) =>
    page.evaluate(() => {
      const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
      return [...document.querySelectorAll('#text :not(:not(:defined))')]
        .filter((one) => 'updateComplete' in one || one.localName === 'meeting-feed')
        .map((one) => ({
          tag: one.localName,
          attributes: one
            .getAttributeNames()
            .filter((name) => !/^(?:class|data-)/.test(name))
            .map((name) => `${name}=${one.getAttribute(name)}`),
          heading: one.shadowRoot && text(one.shadowRoot.querySelector('[part=heading]')),
          links: [...one.querySelectorAll('a')].map((link) => link.href),
          contact: [...(one.shadowRoot?.querySelector('slot[name=contact]')?.assignedElements() ?? [])].map(
            text,
          ),
        }));
    });

  test('a placeholder is the same element after the filter as before, with the same children', async () => {
    assert.ok(PLACEHOLDERS.length > 15);
    for (const file of PLACEHOLDERS) {
      const seen = {};
      for (const name of [sourceOf(file), file])
        await visit(
          name,
          async (page) => {
            seen[name] = await eventually(
              () => elementsOn(page),
              (all) => {
                assert.ok(all.length > 0, `${name}: no element`);
                for (const { tag, heading } of all)
                  assert.ok(tag === 'meeting-feed' || heading, `${name}: <${tag}> shows nothing`);
              },
            );
            assert.equal(await page.$('[data-sg-element]'), null, name);
          },
          { prepare: openRoots },
        );
      assert.deepEqual(seen[file], seen[sourceOf(file)], file);
    }
  });
});
