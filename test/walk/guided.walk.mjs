/**
 * Somebody who does not know what to look for goes from the first question to two groups side by side, with the keyboard
 * alone, and hears what a screen reader is told: roles and names come from the accessibility tree of the browser.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch } from '../../scripts/browser.mjs';
import { byRole, eventually, MODULE, openPage, serveHosts, shifts, ui } from './pages.mjs';

const data = (file) => JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
const { groups } = data('groups.json');
const { groups: names } = data('text/en/groups.json');
const { substances } = data('text/en/substances.json');
const { needs } = data('text/en/needs.json');
const substance = (id) => substances[id].label;
const need = (id) => needs[id].label;

const WHO = ui('guided-who');
const ABOUT = ui('guided-about');
const SPIRITUAL = ui('guided-spiritual');
const ALSO = ui('guided-also');
const BACKGROUND = ui('guided-background');
const ATTENDANCE = ui('filter-attendance');
const HEROIN = substance('heroin');
const EITHER = ui('guided-spiritual-either');
const MEDICINE = ui('guided-also-medicine');
const ONLINE = ui('filter-attendance:online');

/** What each question offers, at least. */
const OPTIONS = {
  [WHO]: [ui('guided-who-self'), need('family'), need('bereaved'), need('grew-up-with')],
  [ABOUT]: ['alcohol', 'cannabis', 'cocaine', 'methamphetamine', 'heroin', 'ghb', 'gambling'].map(substance),
  [SPIRITUAL]: [
    ui('guided-spiritual-spiritual'),
    ui('guided-spiritual-not-religious'),
    EITHER,
    need('buddhist'),
  ],
  [ALSO]: [MEDICINE, ...['mental-health', 'setback', 'after-prison', 'pregnant', 'unsafe-home'].map(need)],
  [BACKGROUND]: ['women', 'young', 'lgbtq', 'veteran', 'spanish', 'christian'].map((id) =>
    id === 'young' ? ui('guided-background-young') : need(id),
  ),
  [ATTENDANCE]: [ui('filter-attendance:in-person'), ONLINE, ui('filter-attendance:phone')],
};

/** More presses of a key than any way through the element takes. */
const FAR = 120;

/** A visitor with a keyboard and a screen reader on a page with one finder. */
async function visitor(browser, address, first, options) {
  const { page, record, close } = await openPage(browser, options);
  const client = await page.createCDPSession();
  await page.goto(address);
  const begin = await byRole(page, 'button', first);
  const root = await begin.evaluateHandle((node) => node.getRootNode());

  const told = ({ role, name, properties = [] }) => ({
    role: role.value,
    name: (name?.value ?? '').replace(/\s+/g, ' ').trim(),
    ...Object.fromEntries(
      properties
        .filter(({ name: property }) => ['checked', 'pressed', 'level'].includes(property))
        .map(({ name: property, value }) => [property, value.value]),
    ),
  });

  /** What a screen reader says of the node that has the focus; null: it is not inside the element. */
  async function focused() {
    const active = (await root.evaluateHandle((shadow) => shadow.activeElement)).asElement();
    if (!active) return null;
    const { nodes } = await client.send('Accessibility.getPartialAXTree', {
      backendNodeId: await active.backendNodeId(),
      fetchRelatives: false,
    });
    await active.dispose();
    return told(nodes[0]);
  }

  /** All that a screen reader finds on the page, in its order. */
  async function all() {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const found = [];
    const add = (node) => {
      if (!node.ignored) found.push(told(node));
      for (const id of node.childIds ?? []) if (byId.has(id)) add(byId.get(id));
    };
    add(nodes[0]);
    return found;
  }
  const named = async (role) => (await all()).filter((node) => node.role === role).map(({ name }) => name);

  /** Presses Tab until the focus is on what has this role and name; a name that goes on may do so. */
  async function tabTo(role, name, { back = false } = {}) {
    const isThere = (node) => node?.role === role && node.name.startsWith(name);
    if (back) await page.keyboard.down('Shift');
    let now = null;
    for (let i = 0; i < FAR && !isThere(now); i++) {
      await page.keyboard.press('Tab');
      now = await focused();
    }
    if (back) await page.keyboard.up('Shift');
    assert.ok(isThere(now), `Tab reaches the ${role} “${name}”`);
    return now;
  }
  async function press(name, key = 'Enter', options = {}) {
    await tabTo('button', name, options);
    await page.keyboard.press(key);
  }
  async function tick(name) {
    await tabTo('checkbox', name);
    await page.keyboard.press('Space');
    assert.equal((await focused()).checked, 'true', `“${name}” is ticked`);
  }
  /** The focus comes to a heading by itself. */
  const heads = (name) =>
    eventually(focused, (node) => assert.deepEqual([node?.role, node?.name], ['heading', name]));

  /** All sentences of the status node from now on, as a screen reader would speak them. */
  async function listen() {
    await root.evaluate((shadow) => {
      const status = shadow.querySelector('[role=status]');
      globalThis.said = [];
      new MutationObserver(() => {
        const text = status.textContent.trim();
        if (text) globalThis.said.push(text);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
  }
  /** What was said since the last time; waits until something was. */
  async function heard() {
    await page.waitForFunction(() => globalThis.said.length > 0);
    return page.evaluate(() => globalThis.said.splice(0));
  }

  return { page, record, close, root, focused, all, named, tabTo, press, tick, heads, listen, heard };
}

describe('the guided choice', () => {
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

  const begin = (options) => visitor(browser, `${server.url}guided.html`, ui('guided-who-self'), options);

  /** The question is in the tree with all its answers, and they belong to it. */
  async function asks({ all, heads }, question, { quiet = false } = {}) {
    if (!quiet) await heads(question);
    const nodes = await all();
    const choices = nodes
      .filter(({ role }) => role === 'button' || role === 'checkbox')
      .map(({ name }) => name);
    for (const option of OPTIONS[question]) assert.ok(choices.includes(option), `“${question}”: ${option}`);
    assert.ok(
      nodes.some(({ role, name }) => role === 'group' && name === question),
      `the answers to “${question}” are a group of that name`,
    );
    assert.ok(nodes.some(({ role, name, level }) => role === 'heading' && name === question && level === 3));
  }

  /** From the first question to the result; every answer by its key. */
  async function answerAll(user, check = () => {}) {
    await check(WHO, { quiet: true });
    await user.press(ui('guided-who-self'));
    await check(ABOUT);
    await user.tick(HEROIN);
    await user.press(ui('guided-next'));
    await check(SPIRITUAL);
    await user.press(EITHER, 'Space');
    await check(ALSO);
    await user.tick(MEDICINE);
    await user.press(ui('guided-next'), 'Space');
    await check(BACKGROUND);
    await user.press(ui('guided-skip'));
    await check(ATTENDANCE);
    await user.tick(ONLINE);
    await user.press(ui('guided-next'));
    await user.heads(ui('leading-title'));
  }

  /** The names of the groups that fit, as their headings say them. */
  const leading = ({ root }) =>
    root.evaluate((shadow) =>
      [...shadow.querySelector('.results .groups').querySelectorAll('article :is(h3, h4, h5)')].map((name) =>
        name.textContent.trim(),
      ),
    );

  describe('by keyboard alone', () => {
    let user;
    let first;
    const outside = () =>
      user.page.evaluate(() => ({ address: location.href, title: document.title, history: history.length }));

    before(async () => {
      user = await begin();
      await user.listen();
      first = await outside();
    });

    after(() => user?.close());

    test('a page that opens leaves the focus where it is', async () => {
      assert.equal(await user.focused(), null);
      assert.ok(await user.page.evaluate(() => document.activeElement === document.body));
    });

    test('each question takes the focus to its heading, and its answers have their names', () =>
      answerAll(user, (question, options) => asks(user, question, options)));

    test('the result is one spoken sentence: how many groups, and the first three', async () => {
      const [said, ...more] = await user.heard();
      assert.deepEqual(more, []);
      const fitting = await leading(user);
      const count = Number.parseInt(said, 10);
      assert.ok(count >= fitting.length && fitting.length >= 3, `${count}: ${fitting.join(', ')}`);
      const list = new Intl.ListFormat('en-US').format(fitting.slice(0, 3));
      assert.equal(said, ui('announce-leading', { n: count, names: list }));
      assert.equal(fitting[0], names.mara.name, 'a group made for people on medicine comes first');
      assert.ok((await user.named('StaticText')).includes(ui('count-leading', { n: count })));
    });

    test('"Your answers" names each question with its answer, and what was passed over', async () => {
      const nodes = await user.all();
      const from = nodes.findIndex(({ role, name }) => role === 'group' && name === ui('guided-answers'));
      const to = nodes.findIndex(({ role, name }) => role === 'button' && name === ui('guided-over'));
      assert.ok(from >= 0 && to > from);
      assert.deepEqual(
        nodes
          .slice(from, to)
          .filter(({ role }) => role === 'button')
          .map(({ name }) => name),
        [
          `${WHO} ${ui('guided-who-self')}`,
          `${ABOUT} ${HEROIN}`,
          `${SPIRITUAL} ${EITHER}`,
          `${ALSO} ${MEDICINE}`,
          `+ ${ui('guided-topic-background')}`,
          `${ATTENDANCE} ${ONLINE}`,
          ui('guided-back'),
        ],
      );
    });

    test('Back goes through all questions, and what was answered is still there', async () => {
      for (const [question, role, answer] of [
        [ATTENDANCE, 'checkbox', ONLINE],
        [BACKGROUND],
        [ALSO, 'checkbox', MEDICINE],
        [SPIRITUAL, 'button', EITHER],
        [ABOUT, 'checkbox', HEROIN],
      ]) {
        await user.press(ui('guided-back'));
        await asks(user, question);
        const on = (await user.all()).filter(
          ({ checked, pressed }) => checked === 'true' || pressed === 'true',
        );
        assert.deepEqual(
          on.map(({ role, name }) => [role, name]),
          answer ? [[role, answer]] : [],
          question,
        );
      }
      // What has been answered is not asked again.
      await user.press(ui('guided-next'));
      await user.heads(ui('leading-title'));
      assert.equal((await user.heard()).length, 1);
    });

    test('one answer is changed on its own, and leads straight back to the result', async () => {
      await user.press(`${SPIRITUAL} ${EITHER}`);
      await asks(user, SPIRITUAL);
      await user.press(ui('guided-spiritual-not-religious'));
      await user.heads(ui('leading-title'));
      const said = await user.heard();
      assert.equal(said.length, 1);
      const buttons = await user.named('button');
      assert.ok(buttons.includes(`${SPIRITUAL} ${ui('guided-spiritual-not-religious')}`));
      assert.ok(buttons.includes(`${ALSO} ${MEDICINE}`), 'the other answers stay');
    });

    test('two groups are picked, and Compare puts them into a table with headers', async () => {
      const picked = (await leading(user)).slice(0, 2);
      for (const name of picked) {
        await user.press(ui('pick-label', { name }), 'Space');
        await eventually(user.focused, ({ pressed }) => assert.equal(pressed, 'true'));
      }
      assert.equal((await user.heard()).at(-1), ui('announce-picks', { n: 2 }));
      await user.press(ui('picks-go'));
      await eventually(user.focused, (node) => assert.equal(node.role, 'paragraph'));
      await user.press(ui('picks-compare'));
      await user.heads(ui('compare-title'));
      assert.deepEqual(await user.named('columnheader'), picked);
    });

    test('Back from the comparison comes to the picks, and Start over erases everything', async () => {
      await user.press(ui('guided-back'));
      await eventually(user.focused, (node) => assert.equal(node.role, 'paragraph'));
      await user.press(ui('guided-over'), 'Enter', { back: true });
      await asks(user, WHO);
      await user.press(ui('guided-skip'));
      await asks(user, ABOUT);
      const on = (await user.all()).filter(
        ({ checked, pressed }) => checked === 'true' || pressed === 'true',
      );
      assert.deepEqual(on, []);
      for (const question of [SPIRITUAL, ALSO]) {
        await user.press(question === SPIRITUAL ? ui('guided-rather-not') : ui('guided-skip'));
        await user.heads(question);
      }
      // The list of answers, and the groups, of somebody who has said nothing.
      for (let next; next !== ui('leading-title');) {
        const { name: before } = await user.focused();
        await user.press(ui('guided-skip'));
        next = await eventually(
          async () => (await user.focused())?.name,
          (name) => assert.notEqual(name, before),
        );
      }
      const buttons = await user.named('button');
      assert.ok(!buttons.includes(ui('picks-compare')), 'the picks are gone');
      for (const answer of [HEROIN, MEDICINE, ONLINE])
        assert.ok(!buttons.some((name) => name.includes(answer)), `“${answer}” is gone`);
    });

    test('nothing is requested, stored or told, and nothing moved by itself', async () => {
      assert.deepEqual(await outside(), first);
      assert.deepEqual(user.record.requests, [`${server.url}guided.html`, `${server.url}${MODULE.slice(1)}`]);
      assert.deepEqual(
        await user.page.evaluate(async () => ({
          cookie: document.cookie,
          local: localStorage.length,
          session: sessionStorage.length,
          databases: (await indexedDB.databases()).length,
          caches: (await caches.keys()).length,
          windowName: window.name,
          state: history.state,
          marks: document
            .querySelector('support-group-finder')
            .getAttributeNames()
            .filter((name) => !name.startsWith('data-')),
        })),
        {
          cookie: '',
          local: 0,
          session: 0,
          databases: 0,
          caches: 0,
          windowName: '',
          state: null,
          marks: ['start', 'country'],
        },
      );
      assert.deepEqual(await user.page.browserContext().cookies(), []);
      assert.deepEqual(user.record.errors, []);
      assert.deepEqual(user.record.console, []);
      assert.deepEqual(await shifts(user.page), []);
    });
  });

  for (const width of [320, 360]) {
    test(`at ${width} px nothing is to be scrolled sideways, and the comparison is still a table`, async () => {
      const user = await begin({ width, height: 640 });
      const fits = async (where) =>
        assert.equal(
          await user.page.evaluate(() => document.documentElement.scrollWidth),
          width,
          `${where} fits`,
        );
      await answerAll(user, fits);
      await fits('the result');
      const picked = (await leading(user)).slice(0, 2);
      for (const name of picked) await user.press(ui('pick-label', { name }));
      await user.press(ui('picks-go'));
      await fits('the picks');
      await user.press(ui('picks-compare'));
      await user.heads(ui('compare-title'));
      await fits('the comparison');
      const [table, ...others] = (await user.all()).filter(({ role }) => role === 'table');
      assert.deepEqual(others, []);
      for (const name of picked) assert.ok(table.name.includes(name), `the table is called “${table.name}”`);
      assert.deepEqual(await user.named('columnheader'), picked);
      assert.deepEqual(
        await user.named('rowheader'),
        [
          'compare-approach',
          'group-spiritual',
          'group-goal',
          'group-led-by',
          'group-medicine',
          'group-sponsor',
          'group-cost',
          'compare-join',
          'group-meeting',
          'group-finders',
        ].map((key) => ui(key)),
      );
      await user.press(ui('picks-handout'));
      await user.heads(ui('handout-title'));
      await fits('the handout');
      await user.close();
    });
  }

  test("three taps from the first screen lead to a group's own list that meets online every day", async () => {
    const { page, close } = await openPage(browser, { width: 360, height: 640 });
    await page.goto(`${server.url}finder.html`);
    let taps = 0;
    const tap = async (handle) => {
      taps++;
      await handle.click();
    };
    await tap(await byRole(page, 'button', ui('tonight')));
    const heading = await byRole(page, 'heading', ui('tonight'));
    const lists = await heading.evaluate((node, marked) => {
      const articles = [...node.getRootNode().querySelectorAll('article')];
      return articles.map((article) => ({
        name: article.querySelector('h3, h4, h5').textContent.trim(),
        href: article.querySelector('a').href,
        marked: article.innerText.includes(marked),
      }));
    }, ui('reason-meets-online-daily'));
    assert.ok(lists.length >= 3, `${lists.length} groups`);
    for (const { name, href, marked } of lists) {
      const group = groups.find(({ id }) => names[id].name === name);
      const daily = group.finders.filter(({ daily }) => daily).map(({ url }) => url);
      assert.ok(daily.includes(href) && href.startsWith('https://'), `${name}: ${href}`);
      assert.ok(marked, `${name} is marked`);
    }
    await page.setRequestInterception(true);
    let went;
    page.on('request', (request) => {
      went = request.url();
      void request.respond({ contentType: 'text/html', body: '<!doctype html><title>There</title>' });
    });
    const link = await byRole(page, 'link', ui('group-find-label', { name: lists[0].name }));
    await Promise.all([page.waitForNavigation(), tap(link)]);
    assert.equal(went, lists[0].href);
    assert.ok(taps <= 3, `${taps} taps`);
    await close();
  });
});
