/**
 * What real filters of content management systems leave of what people paste: test/fixtures/cms/ holds each piece as
 * written (`.source.html`) and as it comes out. The README there says how they were made.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drupalBasic } from '../support/drupal-basic.mjs';
import { attributes, linksOf, parse, parseInPage, within } from '../support/html.mjs';
import { filesIn, none, read } from '../support/project.mjs';

const FOLDER = 'test/fixtures/cms';
const ROUTES = ['wordpress', 'wordpress-block', 'wordpress-trusted', 'drupal-basic'];

/** Each result, with what was pasted: `{ name, route, source, html }`. */
const results = filesIn(FOLDER, '.html').flatMap((file) => {
  const [, name, route] = /([\w-]+)\.([\w-]+)\.html$/.exec(file);
  if (route === 'source') return [];
  return [{ name, route, source: read(`${FOLDER}/${name}.source.html`), html: read(file) }];
});

const of = (route, start = '') => results.filter((one) => one.route === route && one.name.startsWith(start));

/** WordPress prints typographic quotes; how a sentence is broken into lines is no matter. */
const plain = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, '');
const links = (html) => linksOf(html).map(([href, text]) => `${href} ${plain(text)}`);
/** The elements of ours, by tag or as placeholder. */
const ours = (html) =>
  parse(html).elements.filter(
    ({ tagName, attrs }) => tagName.includes('-') || attrs.some(({ name }) => name === 'data-sg-element'),
  );

describe('what filters leave', () => {
  test('there is something of each route', () => {
    for (const route of ROUTES) assert.ok(of(route).length > 5, route);
    for (const start of ['fallback', 'fallback-lists', 'element', 'readme', 'placeholder'])
      assert.ok(of('wordpress', start).length > 2, start);
  });

  test('WordPress keeps every link and every number, with its words and in its order', () => {
    for (const { name, route, source, html } of results)
      if (route.startsWith('wordpress')) assert.deepEqual(links(html), links(source), `${name}, ${route}`);
  });

  test('Drupal keeps them too, but for the address of text messages, whose number stays to be read', () => {
    let lost = 0;
    for (const { name, source, html } of of('drupal-basic')) {
      const before = links(source);
      const after = links(html);
      assert.equal(after.length, before.length, name);
      for (const [i, one] of before.entries()) {
        if (one.startsWith('sms:')) lost++;
        assert.equal(after[i], one.replace(/^sms:/, ''), name);
      }
    }
    assert.ok(lost > 0, 'no text message: the exception is none');
    const { html, source } = of('drupal-basic', 'fallback-no-sms')[0];
    assert.deepEqual(links(html), links(source));
    assert.match(html, /Text HOME to 741741/);
  });

  test('no word is lost', () => {
    none(
      results
        .filter(({ html, source }) => plain(parse(html).text) !== plain(parse(source).text))
        .map(({ name, route }) => `${name}, ${route}`),
      'Text that is not what was pasted:',
    );
  });

  test('for a user whom WordPress trusts, the element stays, with its attributes and its children', () => {
    for (const { name, source, html } of of('wordpress-trusted')) {
      const written = ours(source);
      const kept = ours(html);
      assert.ok(written.length > 0, name);
      assert.deepEqual(
        kept.map((one) => [one.tagName, attributes(one)]),
        written.map((one) => [one.tagName, attributes(one)]),
        name,
      );
      const { elements } = parseInPage(html);
      const element = elements.find(({ tagName }) => tagName === written[0].tagName);
      const outside = elements.filter(({ tagName }) => tagName === 'a').filter((a) => !within(a, element));
      // Blocks inside a paragraph are put outside of it; that is why `inline` is what the generator prints by default.
      assert.equal(outside.length > 0, name.startsWith('element-lists'), name);
    }
  });

  test('for anybody else WordPress drops the tag, and the children stay', () => {
    for (const { name, html } of [...of('wordpress', 'element'), ...of('wordpress', 'readme')]) {
      assert.deepEqual(ours(html), [], name);
      assert.ok(links(html).length > 0, name);
    }
  });

  test('placeholders pass WordPress with all that they say', () => {
    for (const route of ['wordpress', 'wordpress-block']) {
      const all = of(route, 'placeholder');
      assert.ok(all.length > 8);
      for (const { name, source, html } of all)
        assert.deepEqual(
          ours(html).map((one) => [one.tagName, attributes(one)]),
          ours(source).map((one) => [one.tagName, attributes(one)]),
          name,
        );
    }
  });

  test('in Drupal neither element nor placeholder stays; the fallback does', () => {
    for (const { name, html, source } of of('drupal-basic')) {
      assert.deepEqual(ours(html), [], name);
      assert.equal(html.trim(), drupalBasic(source).trim(), name);
    }
  });
});
