/**
 * What `npx support-group-elements fallback <tag>` prints is what visitors have where no script runs: right, safe, and made
 * of nothing that an editor's filter takes away. Needs a build.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FALLBACKS } from '../../scripts/lib/fallback/fallback.mjs';
import { inline, lists } from '../../scripts/lib/fallback/render.mjs';
import {
  NEEDED,
  confirmed,
  digits,
  hasAll,
  make,
  over,
  plainText,
  skip,
  words,
} from '../support/fallbacks.mjs';
import { attributes, linksOf, parse, parseInPage, text, within } from '../support/html.mjs';
import { foldersIn, readJson } from '../support/project.mjs';

describe('every fallback', { skip }, () => {
  test('there is one for each element that shows something', () =>
    assert.deepEqual(
      Object.keys(FALLBACKS).sort(),
      foldersIn('src/elements').filter((name) => name !== 'shared' && name !== 'meeting-feed'),
    ));

  test('is made of what filters let through, and parses as written', () => {
    const ALLOWED = {
      inline: ['a', 'strong', 'em', 'br'],
      lists: ['a', 'strong', 'em', 'p', 'ul', 'ol', 'li', 'h3', 'h4'],
    };
    over(function* (html, form) {
      const { elements, problems } = parse(html);
      yield* problems;
      for (const element of elements) {
        if (!ALLOWED[form].includes(element.tagName)) yield `<${element.tagName}>`;
        const names = Object.keys(attributes(element));
        if (names.join() !== (element.tagName === 'a' ? 'href' : '')) yield `${element.tagName} has ${names}`;
      }
    });
  });

  test('inline is one line without an empty one in it, so that no editor puts paragraphs into it', () =>
    over(function* (html, form) {
      if (form === 'inline' && /[\r\n]/.test(html)) yield 'a line break';
      if (/<br>\s*<br>/.test(html)) yield 'two <br> in a row';
      if (/\n\s*\n/.test(html)) yield 'an empty line';
    }));

  test('every link leads somewhere safe and says where', () =>
    over(function* (html) {
      for (const [href, name] of linksOf(html)) {
        if (!/^(?:https:\/\/[^/\s]+\/|tel:[\d+*#,]{2,}$|sms:\d{3,}(?:\?&body=\w+)?$|mailto:)/.test(href))
          yield `"${href}"`;
        if (name.length < 2) yield `a link without words to ${href}`;
      }
    }));

  test('no link has the words of another that leads elsewhere', () =>
    over(function* (html) {
      const seen = new Map();
      for (const [href, name] of linksOf(html)) {
        if (seen.has(name) && seen.get(name) !== href)
          yield `"${name}" leads to ${seen.get(name)} and ${href}`;
        seen.set(name, href);
      }
    }));

  test('holds no blank that was not filled in', () =>
    over(function* (html) {
      const found = /\{\w*\}|undefined|\bnull\b|\[object|NaN|&amp;amp;/.exec(plainText(html) + html);
      if (found) yield `"${found[0]}"`;
    }));

  test('numbers to call are those of the data, written out as they are dialled', () => {
    const { countries } = readJson('data/crisis-lines.json');
    const known = new Set(
      [
        '112',
        ...countries.flatMap(({ emergency, lines }) => [
          ...emergency,
          ...lines.filter(confirmed).map(({ phone }) => phone),
        ]),
        ...readJson('data/groups.json').groups.flatMap(({ phones }) =>
          phones.filter(confirmed).map(({ number }) => number),
        ),
      ]
        .filter(Boolean)
        .map(digits),
    );
    over(function* (html) {
      for (const [href, name] of linksOf(html)) {
        if (!href.startsWith('tel:')) continue;
        const number = href.slice(4);
        if (!known.has(number)) yield `${number} is in no entry`;
        if (!digits(name).includes(number)) yield `"${name}" does not show ${number}`;
      }
    });
  });

  test('begins with the emergency number, and ends with what it is not and when it was reviewed', () => {
    const first = { us: '911', gb: '999', ie: '112', br: '192' };
    over(function* (html, _form, name) {
      const [, country] = / --country (\w\w)/.exec(name) ?? [];
      const [[href] = []] = linksOf(html);
      if (href !== `tel:${country ? first[country] : '112'}`) yield `the first link is ${href}`;
      const ui = words('ui', name.includes('--lang es') ? 'es' : 'en');
      const end = plainText(html).trim().slice(-220);
      if (!end.includes(ui.disclaimer)) yield 'it does not end with the disclaimer';
      if (!end.includes(ui['last-reviewed'].split('{')[0])) yield 'it does not end with the review date';
    });
  });

  test('is a way on without a country too: numbers of several, each with its place', () =>
    hasAll(make('support-group-finder'), [
      'Europe',
      'United States',
      'New Zealand',
      '911',
      '999',
      '000',
      '111',
    ]));
});

describe('what is printed around it', { skip }, () => {
  const ARGS = ['--country', 'us', '--groups', 'na smart', '--lang', 'es', '--no-handout'];

  test('a snippet is the tag with its attributes, on one line, and keeps its children inside a paragraph', () => {
    const html = make('support-group-finder', ...ARGS, '--snippet');
    assert.match(
      html,
      /^<support-group-finder lang="es" groups="na smart" no-handout country="us"><strong>.*<\/support-group-finder>$/,
    );
    for (const tag of Object.keys(FALLBACKS)) {
      const snippet = make(tag, '--country', 'us', ...(NEEDED[tag] ?? []), '--snippet');
      const { elements } = parseInPage(`<p>${snippet}</p>`);
      const element = elements.find(({ tagName }) => tagName === tag);
      const links = elements.filter(({ tagName }) => tagName === 'a');
      assert.ok(links.length > 2);
      assert.deepEqual(
        links.filter((link) => !within(link, element)).map(text),
        [],
        `${tag}: links outside of the element`,
      );
    }
  });

  test('a placeholder says the same in attributes that filters keep', () => {
    const html = make('support-group-finder', ...ARGS, '--placeholder');
    const [div] = parse(html).elements;
    assert.equal(div.tagName, 'div');
    assert.deepEqual(attributes(div), {
      'data-sg-element': 'support-group-finder',
      lang: 'es',
      'data-sg-groups': 'na smart',
      'data-sg-no-handout': 'true',
      'data-sg-country': 'us',
    });
    assert.deepEqual(linksOf(html), linksOf(make('support-group-finder', ...ARGS)));
    // WordPress deletes names of any other shape.
    for (const name of Object.keys(attributes(div))) assert.match(name, /^(?:lang|data(?:-[a-z0-9_]+)+)$/);
  });

  test('values that could break out of the attribute are escaped', () => {
    const value = '"><img src=x onerror=alert(1)>&';
    const html = make('meeting-finder', '--src', value, '--snippet');
    const [element, ...inside] = parse(html).elements;
    assert.equal(attributes(element).src, value);
    assert.ok(inside.every(({ tagName }) => tagName !== 'img'));
    const blocks = [
      { kind: 'paragraph', pieces: ['<b>"&\n\n<', { href: 'https://x.example/?a&"', text: '<i>' }] },
    ];
    for (const written of [inline(blocks), lists(blocks, 3)]) {
      assert.ok(
        written.includes('&lt;b&gt;&quot;&amp; &lt;<a href="https://x.example/?a&amp;&quot;">&lt;i&gt;</a>'),
      );
    }
  });

  test('headings start where the page wants them', () => {
    const levels = (...args) =>
      new Set(
        parse(make('four-points', '--form', 'lists', ...args))
          .elements.map(({ tagName }) => tagName)
          .filter((tag) => /^h\d$/.test(tag)),
      );
    assert.deepEqual([...levels()], ['h3', 'h4']);
    assert.deepEqual([...levels('--heading-level', '5')], ['h5', 'h6']);
  });

  test('--no-sms keeps the number and its word as text', () => {
    const html = make('crisis-lines', '--country', 'us', '--no-sms');
    assert.ok(!html.includes('sms:'));
    hasAll(html, ['Text HOME to 741741', 'Text 988']);
  });
});
