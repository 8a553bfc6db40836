/**
 * What session recorders, trackers and error reporters get of a visitor. Each real tool first shows, on a page with
 * `open-root`, that it catches what is there to be caught; then the same walk in the closed root, which every page has by
 * default, leaves nothing in what it sends. docs/PRIVACY.md has the claims.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { byRole, eventually, openPage, ui } from './pages.mjs';
import { HOST, recordedSite } from './recorders/site.mjs';
import { KINDS, RECORDERS } from './recorders/tools.mjs';
import { rootBy, standIn, TYPED, walk, walkMeetings } from './recorders/visitor.mjs';

const OVER = 'The walk is over';
const tools = Object.keys(RECORDERS);
const table = tools.map((tool) => ({ tool }));

/** Nobody outside this machine is reached, whatever a tool tries. */
const ALONE = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'];

describe('what watches a page', () => {
  let browser;
  let site;
  /** All that stands in the page and in the list that it names: no secret of a visitor. */
  let own;

  before(async () => {
    site = await recordedSite(tools);
    browser = await launch({ args: ALONE });
    const pages = ['finder', 'meetings'].map((body) => site.url('nobody', body, false));
    const files = [...pages, `${site.origin}/meetings.json`].map(async (url) => (await fetch(url)).text());
    own = [site.origin, ...(await Promise.all(files))].join('\n');
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    console.table(Object.fromEntries(table.map(({ tool, ...row }) => [tool, row])));
  });

  /** A visitor on the page that a tool watches; gives what was there to be seen, and what the tool sent of it. */
  async function watched(tool, body, { open, visit }) {
    const { page, record, close } = await openPage(browser);
    try {
      const asked = await standIn(page);
      const sent = site.captured(tool);
      const from = sent.length;
      await page.goto(site.url(tool, body, open));
      const seen = await visit(page, asked);
      // The last that happens is the page's own, so that all before it has arrived when this has.
      await page.click('#opening-hours');
      await page.evaluate((text) => document.body.append(text), OVER);
      const captured = () => sent.slice(from).join('\n');
      await eventually(
        async () => {
          await page.evaluate(() => globalThis.flush());
          return captured();
        },
        (text) => assert.ok(text.includes(OVER), `${tool} has sent all`),
        15_000,
      );
      assert.deepEqual(record.errors, []);
      const others = record.requests.filter((url) => !/^(?:blob:)?http:\/\/localhost:/.test(url));
      assert.deepEqual(
        others,
        asked.map(({ url }) => url),
        'nobody else is asked',
      );
      return { ...seen, captured: captured() };
    } finally {
      await close();
    }
  }

  /** An element of somebody else, made as most are: a closed root, with listeners on what is inside. */
  async function useAnother(page) {
    await page.evaluate(() => {
      const other = document.createElement('other-element');
      const root = other.attachShadow({ mode: 'closed' });
      root.innerHTML =
        '<button aria-label="Pick a group of my own">Pick</button><label><input aria-label="My own words" /></label>';
      root.querySelector('button').addEventListener('click', () => {});
      root.addEventListener('keypress', (event) => event.stopPropagation());
      document.body.append(other);
    });
    await (await byRole(page, 'button', 'Pick a group of my own')).click();
    await (await byRole(page, 'textbox', 'My own words')).type('words');
  }

  /** What of the things known by name a tool has sent, by kind. */
  const caught = ({ facts, captured }) =>
    KINDS.filter((kind) => facts[kind]?.some((text) => captured.includes(text)));

  /**
   * Everything that was inside the root and is in what a tool has sent. Short words can be there by chance: they count
   * where they are a whole value.
   */
  const leaked = ({ shown, captured }) =>
    shown.filter(
      (text) =>
        text.length > 2 &&
        !own.includes(text) &&
        captured.includes(text.length >= 12 && text.includes(' ') ? text : JSON.stringify(text)),
    );

  for (const [i, tool] of tools.entries()) {
    const { catches, noise = [], acted, atLeast } = RECORDERS[tool];

    describe(tool, () => {
      if (catches) {
        test(`${tool} catches ${catches.join(', ')} of an element with open-root`, async () => {
          const seen = await watched(tool, 'finder', { open: true, visit: walk });
          table[i]['catches elsewhere'] = `open-root: ${caught(seen).join(', ')}`;
          assert.deepEqual(caught(seen), catches);
          assert.ok(leaked(seen).length > 500, `${leaked(seen).length} texts`);
        });
      } else {
        test(`${tool} catches what is clicked and where is typed in the closed root of another element`, async () => {
          const { captured } = await watched(tool, 'finder', { visit: useAnother });
          table[i]['catches elsewhere'] = 'closed root of another element: names of buttons and fields';
          for (const name of ['Pick a group of my own', 'My own words'])
            assert.ok(captured.includes(name), name);
        });
      }

      test(`${tool} records a whole walk through the finder, and has nothing of what was inside`, async () => {
        const seen = await watched(tool, 'finder', { open: false, visit: walk });
        table[i].closed = caught(seen).join(', ') || 'nothing';
        table[i].actions = acted(seen.captured);
        table[i].kB = Math.round(seen.captured.length / 1000);
        // It did record: the element, the page around it, and that somebody was busy there.
        for (const text of [HOST.finder, 'opening-hours', OVER])
          assert.match(seen.captured, new RegExp(text, 'i'), `${tool} has ${text}`);
        assert.ok(acted(seen.captured) >= atLeast, `${acted(seen.captured)} actions`);
        assert.deepEqual(caught(seen), []);
        assert.deepEqual(
          leaked(seen).filter((text) => !noise.includes(text)),
          [],
        );
      });

      test(`${tool} records a search in a list of meetings, and has nothing of what was typed or opened`, async () => {
        const seen = await watched(tool, 'meetings', { open: false, visit: walkMeetings });
        assert.match(seen.captured, new RegExp(HOST.meetings, 'i'));
        assert.deepEqual(
          seen.facts['typed words'].filter((text) => seen.captured.includes(text)),
          [],
        );
        assert.deepEqual(
          leaked(seen).filter((text) => !noise.includes(text)),
          [],
        );
      });
    });
  }

  describe('what a closed root does not hide', () => {
    let visit;
    let page;
    let box;

    before(async () => {
      visit = await openPage(browser);
      page = visit.page;
      // A script that is there first and listens before everybody else.
      await page.evaluateOnNewDocument(() => {
        globalThis.told = { keys: '', data: '', targets: new Set(), values: new Set(), paths: new Set() };
        for (const type of ['keydown', 'beforeinput', 'input', 'click', 'focusin']) {
          addEventListener(
            type,
            (event) => {
              const { told } = globalThis;
              if (type === 'keydown' && event.key.length === 1) told.keys += event.key;
              if (type === 'beforeinput') told.data += event.data;
              told.targets.add(event.target.nodeName);
              told.values.add(String(event.target.value));
              told.paths.add(event.composedPath()[0].nodeName);
            },
            true,
          );
        }
      });
      await page.goto(site.url('nobody', 'finder', false));
      ({ node: box } = await rootBy(page, 'searchbox'));
    });

    after(() => visit?.close());

    const told = () =>
      page.evaluate(() => {
        const { targets, values, paths, ...rest } = globalThis.told;
        return { ...rest, targets: [...targets], values: [...values], paths: [...paths] };
      });

    test('a listener in the capture phase hears each key as it is typed, and neither the field nor what it holds', async () => {
      await box.click();
      await box.type(TYPED.words);
      assert.equal(await box.evaluate(({ value }) => value), TYPED.words);
      const host = [HOST.finder.toUpperCase()];
      assert.deepEqual(await told(), {
        keys: TYPED.words,
        data: TYPED.words,
        targets: host,
        values: ['undefined'],
        paths: host,
      });
    });

    test('a script of the page can read a text that a visitor selects', async () => {
      const name = ui('finder-title');
      await (await byRole(page, 'heading', name)).click({ count: 3 });
      const selected = await page.evaluate(() => String(getSelection()).trim());
      assert.equal(selected, name);
    });

    test('a script of the page sees that the file for the handout was loaded, and that the element grew', async () => {
      const before = await page.evaluate((tag) => document.querySelector(tag).offsetHeight, HOST.finder);
      const { root } = await rootBy(page, 'heading', ui('finder-title'));
      const pick = await root.evaluateHandle((shadow) =>
        shadow.querySelector('article button[aria-pressed]'),
      );
      await pick.click();
      await (await byRole(page, 'button', ui('picks-handout'))).click();
      const files = () =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
        );
      await eventually(files, (names) => assert.ok(names.includes('support-group-elements.handout.js')));
      const height = await page.evaluate((tag) => document.querySelector(tag).offsetHeight, HOST.finder);
      assert.notEqual(height, before);
    });

    test('a script that sets out to read the element can: renderRoot is one way', async () => {
      const text = await page.evaluate(
        (tag) => document.querySelector(tag).renderRoot.textContent,
        HOST.finder,
      );
      assert.ok(text.includes(ui('finder-title')));
    });
  });
});
