/**
 * A complete walk through the finder, with a real keyboard and a real pointer: typed words, a group, its link, the guided
 * questions, two picks, their comparison, a sheet with a typed meeting. Works the same in a closed root.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { byRole, eventually, ui } from '../pages.mjs';

const data = (file) => JSON.parse(readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8'));
const { substances } = data('text/en/substances.json');

export const TYPED = { words: 'my son takes meth', place: '12 Birch Lane, back door', note: 'Ask for Robin' };

const QUESTIONS = ['who', 'about', 'spiritual', 'also', 'background'].map((name) => ui(`guided-${name}`));
const ANSWERS = [substances.heroin.label, ui('guided-spiritual-either'), ui('guided-also-medicine')];

/** Sites that links lead to, answered here: no request leaves this machine, and the page stays (status 204). */
export async function standIn(page) {
  const asked = [];
  const client = await page.createCDPSession();
  client.on('Fetch.requestPaused', ({ requestId, request }) => {
    asked.push({ url: request.url, headers: request.headers });
    void client.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
  });
  await client.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
  return asked;
}

/** Whether a page may write to the clipboard. */
export async function clipboard(page, setting) {
  const client = await page.createCDPSession();
  for (const name of ['clipboard-read', 'clipboard-write']) {
    await client.send('Browser.setPermission', {
      permission: { name, allowWithoutSanitization: false },
      setting,
      origin: new URL(page.url()).origin,
      browserContextId: page.browserContext().id,
    });
  }
}

/** The root of an element, closed as it may be, by something that is in it. */
export async function rootBy(page, role, name) {
  const node = await byRole(page, role, name);
  return { node, root: await node.evaluateHandle((inside) => inside.getRootNode()) };
}

/** Everything inside the root that a person could read, what fields hold, and where links lead. */
const told = (root) =>
  root.evaluate((shadow) => {
    const found = new Set();
    const add = (text) =>
      String(text ?? '')
        .split('\n')
        .forEach((line) => found.add(line.trim()));
    const texts = document.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) add(texts.currentNode.data);
    for (const node of shadow.querySelectorAll('*')) {
      for (const name of ['aria-label', 'placeholder', 'href', 'value']) add(node.getAttribute(name));
      add(node.value);
    }
    return [...found];
  });

/**
 * Walks; `asked` is what `standIn` gives. Gives what was there to be seen: `{ shown, facts }`, all texts and, of each
 * kind of thing, some that are known by name.
 */
export async function walk(page, asked) {
  const shown = new Set();
  await page.evaluate(() => {
    globalThis.printed = 0;
    globalThis.print = () => void globalThis.printed++;
  });
  await page.bringToFront();
  await clipboard(page, 'granted');
  const { node: box, root } = await rootBy(page, 'searchbox');
  const look = async () => {
    for (const one of await told(root)) shown.add(one);
  };
  const click = async (role, name) => (await byRole(page, role, name)).click();
  const title = (text) => byRole(page, 'heading', text);
  const there = (check, ...args) =>
    eventually(
      () => root.evaluate(check, ...args),
      (value) => assert.ok(value),
    );
  const leading = () =>
    root.evaluate((shadow) =>
      [...shadow.querySelectorAll('.results .groups article :is(h3, h4, h5)')].map(({ textContent }) =>
        textContent.trim(),
      ),
    );

  // Typed words.
  const everything = await leading();
  await box.click();
  await box.type(TYPED.words);
  const found = await eventually(leading, (now) => assert.notDeepEqual(now, everything));
  const first = found[0];
  await look();

  // A group, and its link.
  await click('DisclosureTriangle', ui('group-more', { name: first }));
  await there((shadow) => shadow.querySelector('article details[open] dl') !== null);
  await look();
  const before = asked.length;
  await click('link', ui('group-find-label', { name: first }));
  const [link] = await eventually(
    () => asked.slice(before),
    (list) => assert.equal(list.length, 1, 'the link was followed'),
  );

  // The guided questions.
  await click('button', ui('guided-start'));
  const question = async (text) => {
    await title(text);
    await look();
  };
  await question(QUESTIONS[0]);
  await click('button', ui('guided-who-self'));
  await question(QUESTIONS[1]);
  await click('checkbox', ANSWERS[0]);
  await click('button', ui('guided-next'));
  await question(QUESTIONS[2]);
  await click('button', ANSWERS[1]);
  await question(QUESTIONS[3]);
  await click('checkbox', ANSWERS[2]);
  await click('button', ui('guided-next'));
  await question(QUESTIONS[4]);
  await click('button', ui('guided-skip'));
  await title(ui('filter-attendance'));
  await click('checkbox', ui('filter-attendance:online'));
  await click('button', ui('guided-next'));
  await title(ui('leading-title'));
  await look();

  // Two groups side by side.
  const picked = (await leading()).slice(0, 2);
  for (const name of picked) await click('button', ui('pick-label', { name }));
  await click('button', ui('picks-compare'));
  await title(ui('compare-title'));
  await look();
  await click('button', ui('guided-back'));

  // A sheet with a meeting, copied and printed.
  await click('button', ui('picks-handout'));
  await title(ui('handout-title'));
  const meetings = await byRole(page, 'DisclosureTriangle', `${ui('handout-meetings')}: ${picked[0]}`);
  await meetings.evaluate((node) => void (node.parentElement.open || node.click()));
  const group = await byRole(page, 'group', picked[0]);
  const [time, place] = await Promise.all(
    ['datetime-local', 'text'].map((type) => group.waitForSelector(`input[type=${type}]`)),
  );
  await time.focus();
  await page.keyboard.type('120120260730PM');
  await place.focus();
  await page.keyboard.type(TYPED.place);
  await (await byRole(page, 'textbox', ui('handout-note'))).focus();
  await page.keyboard.type(TYPED.note);
  await there((shadow, wanted) => shadow.querySelector('.handout').textContent.includes(wanted), TYPED.place);
  await there((shadow) => shadow.querySelectorAll('.handout svg.qr').length === 2);
  await click('button', ui('handout-copy'));
  await eventually(
    () => root.evaluate((shadow) => shadow.querySelector('[role=status]').textContent),
    (said) => assert.equal(said, ui('handout-copied')),
  );
  // Where it may not be written to the clipboard the whole sheet stands in a field.
  await clipboard(page, 'denied');
  await click('button', ui('handout-copy'));
  await byRole(page, 'textbox', ui('handout-copy-failed'));
  await click('button', ui('handout-print'));
  await look();
  assert.equal(await page.evaluate(() => globalThis.printed), 1, 'the sheet was printed');
  await click('button', ui('handout-close'));

  return {
    shown: [...shown],
    link,
    facts: {
      'typed words': Object.values(TYPED),
      questions: QUESTIONS,
      answers: ANSWERS,
      'group names': [first, ...picked],
      links: [link.url],
    },
  };
}

export const MEETING = { words: 'harbor ca', name: 'Harbor Call', notes: 'Ring first.' };

/** A shorter walk through a list of meetings: words, a place, a filter and a meeting. */
export async function walkMeetings(page) {
  const { node: box, root } = await rootBy(page, 'searchbox');
  const shown = new Set();
  const look = async () => {
    for (const one of await told(root)) shown.add(one);
  };
  const meetings = (check) =>
    eventually(() => root.evaluate((shadow) => shadow.querySelectorAll('.meeting').length), check);
  await meetings((n) => assert.equal(n, 2));
  await look();
  await box.click();
  await box.type(MEETING.words);
  await meetings((n) => assert.equal(n, 1));
  await look();
  const title = await eventually(
    () => root.evaluateHandle((shadow) => shadow.querySelector('.meeting [aria-expanded]')),
    (handle) => assert.ok(handle.asElement()),
  );
  await title.click();
  await eventually(
    () => root.evaluate((shadow) => shadow.querySelector('.meeting').innerText),
    (text) => assert.ok(text.includes(MEETING.notes)),
  );
  await look();
  return {
    shown: [...shown],
    facts: { 'typed words': [MEETING.words], 'group names': [MEETING.name, MEETING.notes] },
  };
}
