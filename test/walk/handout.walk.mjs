/**
 * A sheet for two groups is made on a page that does all it can to spoil a print, and taken along in every way there is:
 * on paper of both sizes, as text, in a message, in a calendar. What stands on the paper is read from the PDF.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { pdfText } from '../support/pdf.mjs';
import {
  byRole,
  distFolder,
  eventually,
  MODULE,
  openPage,
  safety,
  serveHosts,
  ui,
  violations,
} from './pages.mjs';

const PAPERS = ['a4', 'letter'];
const TOOLS = '/dist/support-group-elements.handout.js';
const MISSING = 'The handout has no QR codes';
/** Slots of the host page. */
const HEADER = 'Harbor Street Clinic, 12 Harbor Street';
const CONTACT = 'Our nurses: 555-0142, Monday to Friday';

const data = (file) => JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
const { groups } = data('groups.json');
const { countries } = data('crisis-lines.json');
const { groups: words } = data('text/en/groups.json');
const { groups: spanish } = data('text/es/groups.json');
const { lines: lineWords } = data('text/en/crisis-lines.json');
const { substances } = data('text/en/substances.json');
const { needs } = data('text/en/needs.json');
const spanishUi = data('text/es/ui.json');

/** A part of the sheet is on it whatever its lines and ligatures. */
const plain = (text) => text.normalize('NFKC').replace(/\s+/g, '');

const factsOf = (id) => groups.find((group) => group.id === id);

/** The address that leads to a group's meetings from a country, as people read it; null where there is none. */
function addressOf(id, country) {
  const { status, finders, nationalSites, website } = factsOf(id);
  if (status === 'dormant') return null;
  const found =
    finders.find((finder) => finder.countries?.includes(country)) ??
    nationalSites.find((site) => site.country === country) ??
    finders.find((finder) => !finder.countries) ??
    finders[0] ??
    website;
  return found ? found.url.replace(/^https?:\/\/(www\.)?|\/$/g, '') : null;
}

/** What has to stand on a sheet of these groups, from the data. */
function promised(ids, country) {
  const { emergency, lines } = countries.find(({ code }) => code === country);
  const crisis = lines.find(({ kind, phone }) => kind === 'suicide-crisis' && phone);
  const drugs =
    lines.find(({ kind, phone }) => kind === 'drugs' && phone) ??
    lines.find(({ kind, phone }) => kind === 'treatment-referral' && phone);
  return {
    texts: [emergency[0], ...[crisis, drugs].flatMap(({ id, phone }) => [lineWords[id].name, phone])],
    groups: ids.flatMap((id) => [
      words[id].name,
      words[id].summary,
      ...[addressOf(id, country)].filter(Boolean),
      ...factsOf(id)
        .phones.filter((phone) => phone.country === country)
        .map(({ number }) => number),
    ]),
  };
}

function has(text, parts) {
  const all = plain(text);
  assert.deepEqual(
    parts.filter((part) => !all.includes(plain(part))),
    [],
    'everything is on the sheet',
  );
}
function hasNot(text, parts) {
  const all = plain(text);
  assert.deepEqual(
    parts.filter((part) => all.includes(plain(part))),
    [],
    'nothing else is on the sheet',
  );
}

describe('the handout', () => {
  let browser;
  let server;

  before(async () => {
    server = await serveHosts();
    browser = await launch();
  });

  /** Also after a test that fails: an open server keeps the process. */
  const opened = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A server of its own for one test: `headers` for pages, and the files of the module that it has. */
  async function hostWith(headers, only = /^\/support-group-elements[\w.-]*\.js$/) {
    const host = await serve({
      roots: [
        { at: '/', dir: fileURLToPath(new URL('../hosts', import.meta.url)) },
        { at: '/dist/', dir: distFolder, only },
      ],
      headers: (path) => (path.endsWith('.html') ? headers() : {}),
    });
    opened.push(host.close);
    return host;
  }

  /** A member of staff on a page with a finder; `attributes` are set before anything is done. */
  async function staff(attributes, { at = server, path = 'handout.html', keep = false } = {}) {
    const { page, record, close } = await openPage(browser);
    if (!keep) opened.unshift(close);
    await page.goto(at.url + path);
    await page.evaluate((set) => {
      const finder = document.querySelector('support-group-finder');
      for (const [name, value] of Object.entries(set)) finder.setAttribute(name, value);
      globalThis.printed = 0;
      globalThis.print = () => void globalThis.printed++;
    }, attributes);
    const begin = await byRole(
      page,
      'button',
      attributes.start === 'guided' ? ui('guided-who-self') : ui('guided-start'),
    );
    const root = await begin.evaluateHandle((node) => node.getRootNode());

    // The page covers what it can with its header: it is clicked as a screen reader does it.
    const click = async (role, name) => (await byRole(page, role, name)).evaluate((node) => node.click());
    const inRoot = (check, ...args) =>
      eventually(
        () => root.evaluate(check, ...args),
        (done) => assert.ok(done),
      );
    async function open() {
      await click('button', ui('picks-handout'));
      await byRole(page, 'heading', ui('handout-title'));
    }
    async function pick(ids) {
      for (const id of ids) await click('button', ui('pick-label', { name: words[id].name }));
      await open();
    }
    /** Both codes are drawn, where the file is there. */
    const codes = (n) =>
      inRoot((shadow, wanted) => shadow.querySelectorAll('.handout svg.qr').length === wanted, n);
    async function inSpanishToo() {
      await (await byRole(page, 'combobox', ui('handout-second'))).select('es');
      await inRoot((shadow) => shadow.querySelector('.handout [lang=es]') !== null);
    }
    /** What the page itself shows. */
    const own = () =>
      page.evaluate(() => [...document.querySelectorAll('.own')].map(({ textContent }) => textContent));
    /** The text of all pages on one kind of paper. */
    const paper = async (format) => (await pdfText(await page.pdf({ format }))).pages;
    /** The text of the sheet, which has one page. */
    async function sheet(format) {
      const pages = await paper(format);
      assert.equal(pages.length, 1, `${pages.length} pages of ${format}: …${pages[1]?.slice(0, 200)}`);
      return pages[0];
    }
    /** Types the day and time of a meeting, key by key as an American keyboard does it. */
    async function when(name, row, keys, place) {
      const title = await byRole(page, 'DisclosureTriangle', `${ui('handout-meetings')}: ${name}`);
      await title.evaluate((node) => void (node.parentElement.open || node.click()));
      const group = await byRole(page, 'group', name);
      const [time, where] = await Promise.all(
        ['datetime-local', 'text'].map((type) =>
          group.evaluateHandle((node, t, i) => node.querySelectorAll(`input[type=${t}]`)[i], type, row),
        ),
      );
      await time.focus();
      await page.keyboard.type(keys);
      await where.focus();
      await page.keyboard.type(place);
    }
    const note = async (text) => {
      await (await byRole(page, 'textbox', ui('handout-note'))).focus();
      await page.keyboard.type(text);
    };
    return {
      page,
      record,
      close,
      root,
      click,
      inRoot,
      open,
      pick,
      codes,
      inSpanishToo,
      own,
      paper,
      sheet,
      when,
      note,
    };
  }

  const today = () => new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date());

  describe('on paper, on a hostile page', () => {
    for (const [country, ...ids] of [
      ['us', 'na', 'smart'],
      ['gb', 'aa', 'al-anon'],
      ['us', 'mm', 'hams'],
      ['gb', 'nar-anon', 'smart-family'],
      ['us', 'drugfam', 'al-anon'],
    ]) {
      const { groups: ofGroups, texts } = promised(ids, country.toUpperCase());

      test(`${ids.join(' and ')} (${country}): one page with everything, and nothing of the page around`, async () => {
        const user = await staff({ country, groups: ids.join(' ') });
        await user.pick(ids);
        await user.codes(ids.filter((id) => addressOf(id, country.toUpperCase())).length);
        const others = await user.own();
        assert.equal(others.length, 5);
        for (const format of PAPERS) {
          const text = await user.sheet(format);
          has(text, [
            ...ofGroups,
            ...texts,
            HEADER,
            CONTACT,
            today(),
            ui('handout-sheet'),
            ui('handout-note'),
          ]);
          hasNot(text, [
            ...others,
            'Riverside',
            ui('handout-title'),
            ui('handout-print'),
            ui('handout-second'),
          ]);
          if (ids.includes('mm')) has(text, [safety.withdrawal.alcohol.title]);
        }
        assert.deepEqual(user.record.errors, []);
      });

      test(`${ids.join(' and ')} (${country}): still one page in two languages, with the words of both`, async () => {
        const user = await staff({ country, groups: ids.join(' ') });
        await user.pick(ids);
        await user.codes(ids.filter((id) => addressOf(id, country.toUpperCase())).length);
        await user.inSpanishToo();
        for (const format of PAPERS) {
          const text = await user.sheet(format);
          has(text, [...ofGroups, ...texts, HEADER, CONTACT, today()]);
          has(text, [
            ...ids.map((id) => spanish[id].summary),
            ...['handout-sheet', 'lines-title', 'disclaimer', 'translation-draft'].map(
              (key) => spanishUi[key],
            ),
          ]);
        }
      });
    }

    test('typed meetings and a note are on the one page, in one language and in two', async () => {
      const user = await staff({ country: 'us', groups: 'na smart' });
      await user.pick(['na', 'smart']);
      const NOTE =
        'Ask for Maria at the door. Bring nothing. You can sit at the back and only listen, and leave early.';
      const places = [];
      for (const id of ['na', 'smart'])
        for (const row of [0, 1, 2]) {
          places.push(`${row + 1}${row + 1} ${id.toUpperCase()} Street, second floor, Port Ellery`);
          await user.when(words[id].name, row, `120${row + 1}20260730PM`, places.at(-1));
        }
      await user.note(NOTE);
      const typed = [...places, NOTE, 'Tuesday, December 1, 2026', 'Thursday, December 3, 2026', '7:30'];
      for (const format of PAPERS) has(await user.sheet(format), typed);
      await user.inSpanishToo();
      for (const format of PAPERS) has(await user.sheet(format), typed);
    });

    test('what the page does to its own look leaves the sheet whole, and text to read', async () => {
      const user = await staff({ country: 'us', groups: 'na smart' });
      await user.pick(['na', 'smart']);
      await user.codes(2);
      const whole = await user.sheet('a4');
      const spoiled = [];
      for (const rule of [
        'filter: grayscale(1)',
        'clip-path: inset(0 0 50% 0)',
        'mask: linear-gradient(#000, #0000)',
        'zoom: 2',
        'perspective: 100px',
        'container-type: size',
        'max-block-size: 9cm !important',
        'writing-mode: vertical-rl',
        'content-visibility: hidden',
        'text-transform: uppercase',
        'letter-spacing: 1em',
      ]) {
        const style = await user.page.addStyleTag({ content: `.moved { ${rule} }` });
        const pages = await user.paper('a4');
        if (pages.length !== 1 || pages[0] !== whole) spoiled.push(rule);
        await style.evaluate((node) => node.remove());
      }
      assert.deepEqual(spoiled, []);
    });

    /** Through the guided choice to the handout of its first two groups. */
    async function guided(who, about) {
      const user = await staff({ country: 'us', start: 'guided' });
      await user.click('button', who);
      await byRole(user.page, 'heading', ui('guided-about'));
      if (about) {
        await user.click('checkbox', about);
        await user.click('button', ui('guided-next'));
      } else await user.click('button', ui('guided-rather-not'));
      for (;;) {
        const before = await user.root.evaluate((shadow) => shadow.querySelector('#view-title').textContent);
        await user.click('button', ui('guided-skip'));
        const now = await eventually(
          () => user.root.evaluate((shadow) => shadow.querySelector('#view-title').textContent),
          (text) => assert.notEqual(text, before),
        );
        if (now === ui('leading-title')) return user;
      }
    }

    test('after answers about alcohol the warning is printed', async () => {
      const user = await guided(ui('guided-who-self'), substances.alcohol.label);
      await user.open();
      await user.codes(2);
      for (const format of PAPERS) {
        const { title, lines } = safety.withdrawal.alcohol;
        has(await user.sheet(format), [title, lines[0], lines[1], safety.medicine, '911']);
      }
      await user.inSpanishToo();
      for (const format of PAPERS) has(await user.sheet(format), [safety.withdrawal.alcohol.title]);
    });

    test('after a death the sheet has the groups and the numbers, and no panel', async () => {
      const user = await guided(needs.bereaved.label);
      await user.open();
      for (const format of PAPERS) {
        const text = await user.sheet(format);
        has(text, ['911', '988', ui('handout-sheet')]);
        hasNot(text, [safety.loss.title, safety.withdrawal.any.title, ui('finder-title')]);
      }
    });

    test('after Close the page prints as before, and nothing is left on it', async () => {
      const user = await staff({ country: 'us', groups: 'na smart' });
      await user.page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('h1 { color: teal }');
        document.adoptedStyleSheets = [sheet];
        globalThis.sheet = sheet;
      });
      const marks = () =>
        user.page.evaluate(() => ({
          sheets: document.adoptedStyleSheets.map((one) => one === globalThis.sheet),
          attributes: document.querySelector('support-group-finder').getAttributeNames(),
        }));
      const before = await user.paper('a4');
      const [marked, screen] = [await marks(), await user.page.screenshot({ encoding: 'base64' })];
      assert.deepEqual(marked.sheets, [true]);
      has(before.join(' '), [...(await user.own()).filter((text) => /banner|sidebar|footer/.test(text))]);
      await user.pick(['na', 'smart']);
      assert.deepEqual((await marks()).sheets, [true, false]);
      hasNot((await user.paper('a4')).join(' '), await user.own());
      await user.click('button', ui('handout-close'));
      await user.click('button', ui('picks-clear'));
      await user.inRoot((shadow) => shadow.querySelector('#picks') === null);
      assert.deepEqual(await marks(), marked);
      assert.deepEqual(await user.paper('a4'), before);
      await user.page.evaluate(() => {
        document.querySelector('.moved').scrollTo(0, 0);
        document.querySelector('main').scrollTo(0, 0);
        scrollTo(0, 0);
        document.activeElement.blur();
      });
      assert.equal(await user.page.screenshot({ encoding: 'base64' }), screen, 'the screen is as before');
    });
  });

  describe('the file beside the module', () => {
    const asked = ({ requests }) => requests.filter((url) => url.includes('handout.js'));
    const expected = promised(['na', 'smart'], 'US');

    test('is asked for when a handout opens, once, with the query of the module', async () => {
      const user = await staff({ country: 'us', groups: 'na smart' });
      assert.deepEqual(asked(user.record), []);
      await user.pick(['na', 'smart']);
      await user.codes(2);
      const address = `${server.url}${TOOLS.slice(1)}?v=7`;
      assert.deepEqual(asked(user.record), [address]);
      await user.click('button', ui('handout-close'));
      await user.open();
      await user.codes(2);
      assert.deepEqual(asked(user.record), [address]);
      assert.deepEqual(user.record.requests.slice(1), [`${server.url}${MODULE.slice(1)}?v=7`, address]);
      assert.deepEqual(user.record.console, []);
      const labels = await user.root.evaluate((shadow) =>
        [...shadow.querySelectorAll('svg.qr')].map((code) => code.getAttribute('aria-label')),
      );
      assert.deepEqual(
        labels,
        ['na', 'smart'].map((id) => ui('handout-qr', { address: addressOf(id, 'US') })),
      );
    });

    for (const [how, path, files, policy] of [
      ['is not there (404)', 'handout.html', /^\/support-group-elements(\.words\.es)?\.js$/],
      [
        'is blocked by a policy that names the module alone',
        'finder.html',
        undefined,
        ({ url }) => `default-src 'none'; script-src ${url}${MODULE.slice(1)}`,
      ],
    ]) {
      test(`where it ${how} the sheet is complete without codes, and says so once`, async () => {
        const host = await hostWith(() => (policy ? { 'Content-Security-Policy': policy(host) } : {}), files);
        const user = await staff({ country: 'us', groups: 'na smart' }, { at: host, path });
        await user.pick(['na', 'smart']);
        const warned = () => user.record.console.filter(({ text }) => text.includes(MISSING));
        await eventually(warned, (lines) => assert.equal(lines.length, 1));
        for (const format of PAPERS)
          has(await user.sheet(format), [...expected.groups, ...expected.texts, today()]);
        await user.click('button', ui('handout-close'));
        await user.open();
        await byRole(user.page, 'heading', ui('handout-sheet'));
        assert.equal(await user.root.evaluate((shadow) => shadow.querySelectorAll('svg.qr').length), 0);
        assert.ok(!(await user.root.evaluate((s) => s.textContent)).includes(ui('handout-calendar')));
        assert.equal(warned().length, 1);
        assert.deepEqual(user.record.errors, []);
        // What the browser itself says of the file is about this address.
        for (const line of await violations(user.page)) assert.ok(line.includes(TOOLS), line);
        assert.equal((await violations(user.page)).length > 0, policy !== undefined);
      });
    }

    test("default-src 'none': codes, printing and all, without a violation", async () => {
      const host = await hostWith(() => ({
        'Content-Security-Policy': "default-src 'none'; script-src 'self'",
      }));
      const user = await staff({ country: 'us', groups: 'na smart' }, { at: host, path: 'finder.html' });
      await user.pick(['na', 'smart']);
      await user.codes(2);
      await user.inSpanishToo();
      await user.click('button', ui('handout-print'));
      assert.equal(await user.page.evaluate(() => globalThis.printed), 1);
      const text = await user.sheet('a4');
      has(text, [...expected.groups, ...expected.texts, today()]);
      hasNot(text, ['A plain link of the page']);
      assert.deepEqual(await violations(user.page), []);
      assert.deepEqual(user.record.console, []);
      assert.deepEqual(user.record.errors, []);
    });
  });

  describe('taken along', () => {
    const expected = promised(['na', 'smart'], 'US');
    let user;
    const heard = () => user.page.evaluate(() => globalThis.heard.splice(0));

    before(async () => {
      user = await staff({ country: 'us', groups: 'na smart' }, { path: 'finder.html', keep: true });
      await user.page.evaluate(() => {
        globalThis.heard = [];
        const hear = (who) => (event) => {
          const { action, bubbles, composed } = event;
          globalThis.heard.push({ who, action, bubbles, composed, own: Object.keys(event) });
        };
        document.querySelector('support-group-finder').addEventListener('sg-handout', hear('element'));
        for (const target of [document.body, document, window])
          target.addEventListener('sg-handout', hear('page'));
      });
      await user.pick(['na', 'smart']);
      await user.codes(2);
    });

    after(() => user?.close());

    const clipboard = (setting) =>
      Promise.all(
        ['clipboard-read', 'clipboard-write'].map(async (name) =>
          (await user.page.createCDPSession()).send('Browser.setPermission', {
            permission: { name, allowWithoutSanitization: false },
            setting,
            origin: new URL(server.url).origin,
            browserContextId: user.page.browserContext().id,
          }),
        ),
      );
    const link = async (name) => (await byRole(user.page, 'link', name)).evaluate(({ href }) => href);
    const decoded = async () => {
      const [sms, mail] = [new URL(await link(ui('handout-sms'))), new URL(await link(ui('handout-mail')))];
      assert.equal(sms.protocol, 'sms:');
      assert.equal(mail.protocol, 'mailto:');
      assert.equal(sms.pathname + mail.pathname, '', 'to nobody');
      return {
        sms: sms.searchParams.get('body'),
        mail: mail.searchParams.get('body'),
        subject: mail.searchParams.get('subject'),
      };
    };
    /** Only what somebody did is told, and to nobody but who listens on the element. */
    const only = (action) => [
      { who: 'element', action, bubbles: false, composed: false, own: ['isTrusted', 'action'] },
    ];

    test('Copy puts the text on the clipboard, where that is allowed', async () => {
      await clipboard('granted');
      await user.page.bringToFront();
      await (await byRole(user.page, 'button', ui('handout-copy'))).click();
      const text = await eventually(
        () => user.page.evaluate(() => navigator.clipboard.readText()),
        (copied) => assert.notEqual(copied, ''),
      );
      has(text, [...expected.groups, ...expected.texts]);
      await eventually(
        () => user.root.evaluate((shadow) => shadow.querySelector('[role=status]').textContent),
        (said) => assert.equal(said, ui('handout-copied')),
      );
      assert.deepEqual(await heard(), only('copy'));
      const { sms, mail, subject } = await decoded();
      assert.equal(sms, text);
      assert.equal(mail.replaceAll('\r\n', '\n'), text);
      assert.equal(subject, ui('handout-sheet'));
    });

    test('where it is not allowed the text stands in a box, with the focus and selected', async () => {
      await clipboard('denied');
      await (await byRole(user.page, 'button', ui('handout-copy'))).click();
      const box = await byRole(user.page, 'textbox', ui('handout-copy-failed'));
      const state = await eventually(
        () =>
          box.evaluate((node) => ({
            focused: node.getRootNode().activeElement === node,
            selected: node.value.slice(node.selectionStart, node.selectionEnd),
            readOnly: node.readOnly,
            value: node.value,
          })),
        ({ focused, selected, value }) => assert.deepEqual([focused, selected], [true, value]),
      );
      assert.equal(state.readOnly, true);
      has(state.value, [...expected.groups, ...expected.texts]);
      assert.deepEqual(await heard(), [], 'nothing was taken along');
    });

    test('a message tells only that it was opened', async () => {
      for (const [name, action] of [
        [ui('handout-sms'), 'text'],
        [ui('handout-mail'), 'mail'],
      ]) {
        // The browser has no program for messages; the element is asked all the same.
        await (
          await byRole(user.page, 'link', name)
        ).evaluate((node) => {
          node.addEventListener('click', (event) => event.preventDefault(), { once: true });
          node.click();
        });
        assert.deepEqual(await heard(), only(action));
      }
      await user.click('button', ui('handout-print'));
      assert.deepEqual(await heard(), only('print'));
    });

    describe('as a calendar file', () => {
      let folder;

      before(async () => {
        folder = mkdtempSync(join(tmpdir(), 'sge-walk-'));
        await (
          await browser.target().createCDPSession()
        ).send('Browser.setDownloadBehavior', {
          behavior: 'allow',
          downloadPath: folder,
          browserContextId: user.page.browserContext().id,
        });
      });

      after(() => rmSync(folder, { recursive: true, force: true }));

      async function saved() {
        await user.click('button', ui('handout-calendar'));
        const text = await eventually(
          () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
          (files) => {
            assert.equal(files.length, 1);
            assert.match(files[0][1], /END:VCALENDAR\s*$/);
            assert.equal(files[0][0], 'calendar.ics');
          },
        );
        rmSync(join(folder, 'calendar.ics'));
        const calendar = new ICAL.Component(ICAL.parse(text[0][1]));
        return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
      }

      test('it asks for a day and time first', async () => {
        has(await user.root.evaluate((shadow) => shadow.querySelector('.handout-form').innerText), [
          ui('handout-calendar-needs'),
        ]);
      });

      test('a typed meeting is an entry at that time, wherever the calendar is', async () => {
        await user.when(words.na.name, 0, '120120260730PM', '12 Harbor Street');
        const [event, ...others] = await saved();
        assert.deepEqual(others, []);
        assert.equal(event.startDate.toString(), '2026-12-01T19:30:00');
        assert.equal(event.startDate.zone.tzid, 'floating');
        assert.equal(event.duration.toSeconds(), 3600);
        assert.equal(event.summary, words.na.name);
        assert.equal(event.location, '12 Harbor Street');
        assert.deepEqual(await heard(), only('calendar'));
      });

      test('in neutral words neither the calendar nor a message names a group', async () => {
        await user.click('checkbox', ui('handout-neutral'));
        const names = ['na', 'smart'].flatMap((id) => [words[id].name, words[id].summary]);
        const [event] = await saved();
        assert.equal(event.summary, ui('handout-neutral-title'));
        assert.equal(event.startDate.toString(), '2026-12-01T19:30:00');
        hasNot(event.toString(), [...names, addressOf('na', 'US')]);
        const { sms, mail, subject } = await decoded();
        assert.equal(subject, ui('handout-neutral-title'));
        assert.equal(mail.replaceAll('\r\n', '\n'), sms);
        hasNot(sms, [
          ...names,
          ui('handout-sheet'),
          ui('lines-title'),
          // An order to call would alarm whoever sees the message.
          ui('call', { number: '911' }),
          ...Object.values(lineWords)
            .map(({ name }) => name)
            .filter((name) => expected.texts.includes(name)),
        ]);
        has(sms, [addressOf('na', 'US'), addressOf('smart', 'US'), '988', '12 Harbor Street', '7:30']);
        await heard();
      });
    });

    test('nothing of it is in the page, its address or its storage', async () => {
      assert.deepEqual(
        await user.page.evaluate(() => [
          location.search + location.hash,
          document.cookie,
          localStorage.length,
          sessionStorage.length,
          document.body.innerText.includes('12 Harbor Street'),
        ]),
        ['', '', 0, 0, false],
      );
      assert.deepEqual(user.record.errors, []);
      assert.deepEqual(user.record.console, []);
    });
  });
});
