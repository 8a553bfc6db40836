/**
 * Meeting lists as they come over the wire: good ones, bad ones and hostile ones, from servers that let pages read them
 * and servers that do not. What is promised is read from the page, the console, and what the servers were asked.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import { launch } from '../../scripts/browser.mjs';
import {
  cutOff,
  endless,
  feedServer,
  held,
  inTurn,
  nobodyAt,
  page as answerWithPage,
  redirect,
  status,
  text,
  versioned,
} from '../support/feed-server.mjs';
import { byRole, distFolder, eventually, MODULE, openPage, openRoots, ui, violations } from './pages.mjs';

const MEETINGS = '/dist/support-group-elements.meetings.js';
const COMPLETE = '/dist/support-group-elements.complete.js';
/** The machine may be busy; whoever waits for nothing waits less. */
const PATIENCE = 20_000;
/** A Wednesday, noon in Chicago; the clocks of no country change near it. */
const NOON = '2026-12-02T18:00:00Z';
const CHICAGO = 'America/Chicago';

// ---- lists

const OURS = 'support-group-elements/meetings 1';
const ours = (meetings, more = {}) => ({ format: OURS, timezone: CHICAGO, ...more, meetings });
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const daily = (name, start, more = {}) => ({ id: name, name, day: DAYS, start, minutes: 60, ...more });

const guideRow = (name, time, more = {}) => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  day: 3,
  time,
  timezone: CHICAGO,
  types: ['O'],
  ...more,
});
const inHall = (city, latitude, longitude) => ({
  place: `${city} Hall`,
  address: `1 Main Street, ${city}`,
  city,
  latitude,
  longitude,
});
const bmltRow = (id, name, time, more = {}) => ({
  id_bigint: String(id),
  weekday_tinyint: '4',
  start_time: `${time}:00`,
  duration_time: '01:00:00',
  time_zone: CHICAGO,
  venue_type: '2',
  formats: 'O',
  published: '1',
  meeting_name: name,
  ...more,
});

// ---- pages

const attributes = (set) =>
  Object.entries(set)
    .map(([name, value]) => ` ${name}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('');
/** A finder with lists: attributes of its own, and of each list. */
const finder = (own, ...lists) =>
  `<meeting-finder${attributes({ country: 'us', ...own })}>
    ${lists.map((list) => `<meeting-feed${attributes(list)}></meeting-feed>`).join('\n    ')}
    <a href="https://clinic.example/meetings">All meetings</a> <a href="tel:911">Call 911</a>
  </meeting-finder>`;
const html = (body, { lang = 'en-US', script = `src="${MODULE}"` } = {}) => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <title>Meetings</title>
    <script type="module" ${script}></script>
  </head>
  <body>
    <h1>Meetings</h1>
    <p><a href="/other">Another page</a></p>
    ${body}
  </body>
</html>`;

/** Everything that the page shows of its meetings, as text. Runs in the page. */
function shownIn(shadow) {
  const textOf = (node) => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const row = (node) => ({
    name: textOf(node.querySelector('.name')),
    time: textOf(node.querySelector('.when strong')),
    zone: textOf(node.querySelector('.zone')),
    moment: textOf(node.querySelector('.moment')),
    day: textOf(node.closest('.day')?.querySelector('.section-title, :is(h2, h3, h4, h5)')),
    where: textOf(node.querySelector('.what .small')),
  });
  return {
    loading: shadow.querySelector('[data-starting]') !== null,
    count: textOf(shadow.querySelector('#meeting-count')),
    rows: [...shadow.querySelectorAll('li.meeting')].map(row),
    notes: [...shadow.querySelectorAll('.note p')].map(textOf),
    said: textOf(shadow.querySelector('[role=status]')),
    text: textOf(shadow.querySelector('.base')),
  };
}

describe('meeting lists over the wire', () => {
  let browser;
  /** The page's own server: pages, the module, and lists beside them. */
  let site;
  /** Everybody else's. */
  let feeds;

  before(async () => {
    [site, feeds, browser] = await Promise.all([feedServer({ dist: distFolder }), feedServer(), launch()]);
  });

  /** Also after a test that fails. */
  const opened = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    await feeds?.close();
  });

  let pages = 0;
  let lists = 0;
  /** Puts an answer at a path of its own; gives the address under a name. */
  function list(answer, name = 'lists.localhost', extension = 'json') {
    const path = `/list-${++lists}.${extension}`;
    feeds.put(path, answer);
    return feeds.at(path, name);
  }
  const pathOf = (address) => new URL(address).pathname;
  const askedFor = (address) => feeds.requests.filter(({ path }) => path === pathOf(address));

  /** A visitor on a page. The clock stands where it is put, and goes on from there. */
  async function visit(
    body,
    { at = NOON, zone = CHICAGO, policy, keep = false, prepare, on = browser, ...more } = {},
  ) {
    const path = `/page-${++pages}`;
    site.put(path, answerWithPage(html(body, more), policy ? { 'Content-Security-Policy': policy } : {}));
    const { page, record, close } = await openPage(on, {
      prepare: async (one) => {
        await one.emulateTimezone(zone);
        await one.evaluateOnNewDocument((now) => {
          const Real = Date;
          let offset = now - Real.now();
          globalThis.Date = class extends Real {
            constructor(...values) {
              if (values.length > 0) super(...values);
              else super(Real.now() + offset);
            }
            static now() {
              return Real.now() + offset;
            }
          };
          globalThis.setClock = (to) => (offset = to - Real.now());
          globalThis.tasks = [];
          new PerformanceObserver((entries) => {
            for (const { duration } of entries.getEntries()) globalThis.tasks.push(duration);
          }).observe({ type: 'longtask', buffered: true });
        }, Date.parse(at));
        await prepare?.(one);
      },
    });
    if (!keep) opened.unshift(close);
    await page.goto(site.at(path), { waitUntil: 'domcontentloaded' });

    const rootOf = async () => {
      const title = await byRole(page, 'heading', ui('meetings-title'));
      return title.evaluateHandle((node) => node.getRootNode());
    };
    let root;
    const shown = async () => (root ??= await rootOf()).evaluate(shownIn);
    const see = (check, patience = PATIENCE) => eventually(shown, check, patience);
    const names = async (...expected) =>
      (await see(({ rows }) => assert.deepEqual(rows.map(({ name }) => name).sort(), [...expected].sort())))
        .rows;
    const warnings = () =>
      record.console.filter(({ type }) => /^warn/.test(type)).map(({ text: line }) => line);
    const warned = (address) => warnings().filter((line) => line.includes(address));
    const click = async (role, name) => (await byRole(page, role, name)).evaluate((node) => node.click());
    /** Somebody comes back to the page at this time. */
    const comeBack = (when) =>
      page.evaluate((to) => {
        globalThis.setClock(to);
        document.dispatchEvent(new Event('visibilitychange'));
      }, Date.parse(when));
    return {
      page,
      record,
      close,
      root: async () => (root ??= await rootOf()),
      shown,
      see,
      names,
      warnings,
      warned,
      click,
      comeBack,
    };
  }
  const failed = (...labels) => ui('meetings-failed', { lists: new Intl.ListFormat('en-US').format(labels) });

  describe('several lists on one page', () => {
    const ROOM = 'https://zoom.us/j/5550100';
    let user;
    let address;
    let slow;

    before(async () => {
      slow = held(
        text([guideRow('Slow But Sure', '20:00', { conference_url: 'https://meet.example.org/slow' })]),
      );
      feeds.put(
        '/main_server/client_interface/json/',
        text({
          meetings: [
            bmltRow(1, 'Night Watch', '21:00', { virtual_meeting_link: 'https://meet.example.org/night' }),
            bmltRow(2, 'Harbor at Seven', '19:00', { virtual_meeting_link: `${ROOM}?pwd=sample` }),
          ],
          formats: [],
        }),
      );
      const late = text([
        guideRow('Third Time Lucky', '18:00', { conference_url: 'https://meet.example.org/3' }),
      ]);
      address = {
        guide: list(
          text([
            guideRow('Harbor at Seven', '19:00', { end_time: '20:00', conference_url: ROOM }),
            guideRow('Quay Road', '17:00', {
              location: 'Hall',
              formatted_address: '4 Quay Road, Port Ellery',
            }),
          ]),
          'one.localhost',
        ),
        bmlt: feeds.at('/main_server/', 'two.localhost'),
        gone: list(status(404), 'three.localhost'),
        slow: list(slow, 'four.localhost'),
        closed: list(text([guideRow('Behind a Door', '19:00')], { cors: false }), 'five.localhost'),
        nobody: await nobodyAt('/nobody.json'),
        busy: list(inTurn(status(503), status(503), late), 'six.localhost'),
        web: list(
          text('<!doctype html><title>Our meetings</title>', { type: 'text/html' }),
          'seven.localhost',
        ),
        moved: list(
          redirect(list(text(ours([daily('Moved House', '16:00', { group: 'na' })])))),
          'eight.localhost',
        ),
        away: list(
          redirect(list(text(ours([daily('New Address', '16:30', { group: 'na' })])), 'nine.localhost')),
          'eight.localhost',
        ),
        empty: list(text('', { type: 'application/json' })),
      };
      const one = (label, src) => ({ src, label, group: 'na' });
      user = await visit(
        finder(
          {},
          one('Guide', address.guide),
          one('Server', address.bmlt),
          one('Gone', address.gone),
          one('Slow', address.slow),
          one('Closed', address.closed),
          one('Nobody', address.nobody),
          one('Busy', address.busy),
          one('Web', address.web),
          one('Moved', address.moved),
          one('Away', address.away),
          one('Empty', address.empty),
        ),
        { keep: true },
      );
    });

    after(() => user?.close());

    const FIRST = ['Harbor at Seven', 'Night Watch', 'Quay Road'];
    const DAILY = ['Moved House', 'New Address'];
    const once = ({ rows }) => [...new Set(rows.map(({ name }) => name))].sort();

    test('two formats from two hosts are one list while another is still awaited', async () => {
      await slow.asked;
      const { rows, notes } = await user.see((state) => {
        for (const name of FIRST) assert.ok(once(state).includes(name), name);
      });
      assert.ok(!rows.some(({ name }) => name === 'Slow But Sure'));
      assert.ok(
        notes.some((note) => note.includes('loading')),
        notes.join(' '),
      );
    });

    test('the same meeting from two lists comes once, with what both say', async () => {
      const { rows } = await user.see((state) => assert.ok(once(state).includes('Night Watch')));
      const found = rows.filter(({ name }) => name === 'Harbor at Seven');
      assert.equal(found.length, 1);
      assert.equal(found[0].time, '7:00 PM to 8:00 PM');
    });

    test('a list that moved, on its host or to another one, is there', () =>
      user.see((state) => {
        for (const name of DAILY) assert.ok(once(state).includes(name), name);
      }));

    test('the rows of the slow one join when they come', async () => {
      slow.release();
      await user.see((state) =>
        assert.deepEqual(
          once(state).filter((name) => name !== 'Third Time Lucky'),
          [...FIRST, ...DAILY, 'Slow But Sure'].sort(),
        ),
      );
    });

    test('a server that is busy twice is asked a third time', async () => {
      await user.see((state) => assert.ok(once(state).includes('Third Time Lucky')));
      assert.equal(askedFor(address.busy).length, 3);
      assert.deepEqual(user.warned(address.busy), [], 'what passed is not told');
    });

    test('those that failed are named on the page in one sentence, with a way to try again', async () => {
      const { notes } = await user.see(({ notes: all }) =>
        assert.ok(all.includes(failed('Gone', 'Closed', 'Nobody', 'Web', 'Empty')), all.join('\n')),
      );
      assert.ok(notes.includes(ui('meetings-lists-loaded', { n: 6, all: 11 })), notes.join('\n'));
      await byRole(user.page, 'button', ui('meetings-try-again'));
    });

    for (const [name, words] of [
      ['gone', /answered with status 404/],
      ['closed', /does not let pages of other sites read the list.*Access-Control-Allow-Origin/],
      ['nobody', /could not be reached/],
      ['web', /a web page where a list should be/],
      ['empty', /the answer is empty/],
    ])
      test(`the console says once, in plain words, why there is nothing: ${name}`, () => {
        const lines = user.warned(address[name]);
        assert.equal(lines.length, 1, user.warnings().join('\n'));
        assert.match(lines[0], words);
      });

    test('a list that was got is asked for once; one that is closed is asked once more whether it is there', () => {
      const methods = (url) => askedFor(url).map(({ method }) => method);
      assert.deepEqual(methods(address.guide), ['GET']);
      assert.deepEqual(methods(address.slow), ['GET']);
      assert.deepEqual(methods(address.gone), ['GET']);
      assert.deepEqual(methods(address.web), ['GET']);
      assert.deepEqual(methods(address.closed), ['GET', 'HEAD']);
      assert.equal(
        feeds.requests.filter(({ path }) => path.startsWith('/main_server/')).length,
        1,
        'one search on the meeting server',
      );
    });

    test('"Try again" asks again only for those that failed, and keeps the list that is there', async () => {
      const before = askedFor(address.guide).length;
      feeds.put(pathOf(address.gone), text([guideRow('Back Again', '15:00')]));
      await user.click('button', ui('meetings-try-again'));
      await user.see((state) => {
        assert.ok(once(state).includes('Back Again'));
        assert.ok(once(state).includes('Night Watch'));
      });
      assert.equal(askedFor(address.guide).length, before);
      assert.equal(askedFor(address.gone).length, 2);
    });

    test('nothing of it is an error of the page', () => assert.deepEqual(user.record.errors, []));
  });

  describe('where no list can be had', () => {
    test('the page says so with a way to try again, the children are the way on, and no gap is kept free', async () => {
      const address = list(status(404));
      const user = await visit(
        finder({}, { src: address, label: 'Gone' }, { src: list(status(410)), label: 'Past' }),
      );
      await user.see(({ notes, loading }) => {
        assert.ok(notes.includes(failed('Gone', 'Past')), notes.join('\n'));
        assert.equal(loading, false);
      });
      await byRole(user.page, 'link', 'Call 911');
      const shown = () =>
        user.page.evaluate(() =>
          [...document.querySelectorAll('meeting-finder a')].map((link) => link.checkVisibility()),
        );
      assert.deepEqual(await shown(), [true, true]);
      // One that comes back takes their place.
      feeds.put(pathOf(address), text(ours([daily('Harbor', '19:00')])));
      await user.click('button', ui('meetings-try-again'));
      await user.see(({ rows }) => assert.equal(rows.length, 7));
      assert.deepEqual(await shown(), [false, false]);
    });
  });

  describe('tables and calendars', () => {
    const CSV = `Name,Day,Time,End Time,Timezone,Conference URL,Types\r\n"Table, Round",Wednesday,7:00 PM,8:00 PM,${CHICAGO},https://meet.example.org/table,Open\r\n`;
    const ICS = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sample//EN',
      'BEGIN:VEVENT',
      'UID:1@sample',
      'DTSTAMP:20261101T000000Z',
      'SUMMARY:Page of the Calendar',
      'DTSTART:20261202T230000Z',
      'DTEND:20261203T000000Z',
      'RRULE:FREQ=WEEKLY',
      'URL:https://meet.example.org/calendar',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const beside = ({ record }) =>
      record.requests.filter((url) => url.startsWith(site.at('/dist/'))).map((url) => url.split('/').at(-1));

    for (const [kind, file, address, name] of [
      ['table (CSV)', 'csv', () => list(text(CSV, { type: 'text/csv' }), undefined, 'csv'), 'Table, Round'],
      [
        'calendar',
        'calendar',
        () => list(text(ICS, { type: 'text/calendar' }), undefined, 'ics'),
        'Page of the Calendar',
      ],
    ]) {
      test(`a ${kind} is read with the file for it, which is asked for once, and only then`, async () => {
        const user = await visit(
          finder({}, { src: address(), label: 'L' }, { src: list(text(ours([daily('Plain', '15:00')]))) }),
        );
        const { rows } = await user.see((state) => assert.ok(state.rows.some((row) => row.name === name)));
        const row = rows.find((one) => one.name === name);
        assert.equal(row.time, kind === 'calendar' ? '5:00 PM to 6:00 PM' : '7:00 PM to 8:00 PM');
        assert.deepEqual(
          beside(user).sort(),
          [
            `support-group-elements.${file}.js`,
            'support-group-elements.js',
            'support-group-elements.meetings.js',
          ].sort(),
        );
        assert.deepEqual(user.warnings(), []);
      });

      test(`without the file for a ${kind} the other list is there, and the console says what to put where`, async () => {
        const path = `/dist/support-group-elements.${file}.js`;
        const bare = await feedServer({ dist: distFolder });
        opened.push(bare.close);
        bare.put(path, status(404));
        bare.put(
          '/',
          answerWithPage(
            html(
              finder(
                {},
                { src: address(), label: 'L' },
                { src: list(text(ours([daily('Plain', '15:00')]))) },
              ),
            ),
          ),
        );
        const { page, record, close } = await openPage(browser);
        opened.unshift(close);
        await page.goto(bare.at('/'));
        await byRole(page, 'button', 'Plain');
        const line = await eventually(
          () =>
            record.console.find(({ text: said }) =>
              said.includes(`support-group-elements.${file}.js beside the module`),
            ),
          assert.ok,
          PATIENCE,
        );
        assert.match(line.type, /^warn/);
        assert.deepEqual(record.errors, []);
      });
    }

    test('a page whose lists are JSON asks for neither', async () => {
      const user = await visit(finder({}, { src: list(text(ours([daily('Plain', '15:00')]))) }));
      await user.see(({ rows }) => assert.ok(rows.length > 0));
      assert.deepEqual(beside(user).sort(), [
        'support-group-elements.js',
        'support-group-elements.meetings.js',
      ]);
    });
  });

  describe('the policy of the page', () => {
    test('that forbids the address is told apart from a server that cannot be reached, and nobody is asked', async () => {
      const address = list(text(ours([daily('Harbor', '19:00')])));
      const user = await visit(finder({}, { src: address, label: 'Blocked' }), {
        policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
      });
      await user.see(({ notes }) => assert.ok(notes.includes(failed('Blocked'))));
      assert.equal(user.warned(address).length, 1);
      assert.match(user.warned(address)[0], new RegExp(`Add ${new URL(address).origin} to connect-src`));
      assert.deepEqual(askedFor(address), []);
    });

    test('that forbids where a list has moved to is told as such too', async () => {
      const to = list(text(ours([daily('Harbor', '19:00')])), 'elsewhere.localhost');
      const address = list(redirect(to), 'here.localhost');
      const user = await visit(finder({}, { src: address, label: 'Blocked' }), {
        policy: `default-src 'none'; script-src 'self'; connect-src ${new URL(address).origin}`,
      });
      await user.see(({ notes }) => assert.ok(notes.includes(failed('Blocked'))));
      assert.match(user.warned(address)[0] ?? '', /connect-src/);
      assert.deepEqual(askedFor(to), []);
    });

    /** What stands where, and how it looks. Roots are open. */
    const look = (page) =>
      page.evaluate(() =>
        [...document.querySelector('meeting-finder').shadowRoot.querySelectorAll('.base, .base *')].map(
          (node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            const style = getComputedStyle(node);
            const looks = [
              'display',
              'color',
              'background-color',
              'font',
              'margin',
              'padding',
              'border',
              'gap',
            ];
            return [
              node.localName,
              x,
              y,
              width,
              height,
              ...looks.map((name) => style.getPropertyValue(name)),
            ].join(' ');
          },
        ),
      );

    test('may be the strictest with which scripts and lists come: the same look, and no violation', async () => {
      const body = finder({}, { src: '/own.json', label: 'Own' });
      site.put(
        '/own.json',
        text(ours([daily('Harbor', '19:00', inHall('Port Ellery', 44, -87))]), { cors: false }),
      );
      const looks = [];
      for (const policy of [
        undefined,
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types support-group-elements",
      ]) {
        const user = await visit(body, { policy, prepare: openRoots });
        await user.see(({ rows }) => assert.equal(rows.length, 7));
        await user.click('button', 'Harbor');
        await byRole(user.page, 'button', ui('meetings-calendar'));
        looks.push(await look(user.page));
        assert.deepEqual(await violations(user.page), []);
        assert.deepEqual([user.record.errors, user.record.console], [[], []]);
      }
      assert.ok(looks[0].length > 100);
      assert.deepEqual(looks[1], looks[0]);
    });

    for (const [how, policyOf, script] of [
      ['its path', () => `script-src ${site.at(COMPLETE)}`, `src="${COMPLETE}"`],
      [
        'its hash',
        (hash) => `script-src '${hash}'`,
        (hash) => `src="${COMPLETE}" integrity="${hash}" crossorigin`,
      ],
    ])
      test(`that names the complete file alone, by ${how}, lets everything work, a table and a calendar too`, async () => {
        const file = join(distFolder, COMPLETE.slice('/dist/'.length));
        assert.ok(existsSync(file), `${file} is built`);
        const hash = `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
        const csv = list(
          text(`Name,Day,Time\r\nTable,Wednesday,7:00 PM\r\n`, { type: 'text/csv' }),
          undefined,
          'csv',
        );
        const user = await visit(
          finder({}, { src: csv, timezone: CHICAGO }, { src: list(text(ours([daily('Plain', '15:00')]))) }),
          {
            policy: `default-src 'none'; ${policyOf(hash)}; connect-src http://lists.localhost:${feeds.port}`,
            script: typeof script === 'string' ? script : script(hash),
          },
        );
        await user.see(({ rows }) =>
          assert.ok(['Plain', 'Table'].every((name) => rows.some((row) => row.name === name))),
        );
        assert.deepEqual(
          user.record.requests.filter((url) => url.includes('/dist/')),
          [site.at(COMPLETE)],
        );
        assert.deepEqual(await violations(user.page), []);
        assert.deepEqual([user.record.errors, user.record.console], [[], []]);
      });
  });

  describe('what leaves the browser', () => {
    /** What every browser sends with any request of its own accord. */
    const USUAL =
      /^(?:host|connection|user-agent|accept|accept-encoding|accept-language|origin|sec-[\w-]+|cache-control|pragma|dnt|priority)$/;

    test('is one plain question per list: no cookie, no referrer, no header of our own, nothing behind #', async () => {
      const far = list(text(ours([daily('Far', '19:00')])));
      site.put('/near.json', text(ours([daily('Near', '18:00')])));
      const before = site.requests.length;
      const user = await visit(
        finder({ src: `/near.json#group=na&timezone=${CHICAGO} ${far}?region=1#group=smart&label=Far` }),
        {
          prepare: (page) =>
            page.setCookie(
              { name: 'secret', value: '1', url: site.at('/') },
              { name: 'secret', value: '2', url: far },
            ),
        },
      );
      await user.see(({ rows }) => assert.equal(rows.length, 14));
      const asked = [...askedFor(far), ...feeds.requests, ...site.requests.slice(before)].filter(({ path }) =>
        [`${pathOf(far)}?region=1`, '/near.json'].includes(path),
      );
      assert.deepEqual(
        asked.map(({ method, path }) => `${method} ${path}`).sort(),
        [`GET ${pathOf(far)}?region=1`, 'GET /near.json'].sort(),
      );
      for (const { headers } of asked) {
        assert.deepEqual(
          Object.keys(headers).filter((name) => !USUAL.test(name)),
          [],
        );
        assert.equal(headers.accept, '*/*');
      }
      const page = site.requests.slice(before).find(({ path }) => path.startsWith('/page-'));
      assert.equal(page.headers.cookie, 'secret=1', 'there was a cookie to send');
      assert.deepEqual(
        user.record.requests.map((url) => url.replace(/#.*/, '')),
        [user.page.url(), site.at(MODULE), site.at(MEETINGS), site.at('/near.json'), `${far}?region=1`].sort(
          (a, b) =>
            user.record.requests.findIndex((url) => url.startsWith(a)) -
            user.record.requests.findIndex((url) => url.startsWith(b)),
        ),
        'nothing else leaves',
      );
    });

    test('after half an hour is the question whether the list is still the same, when somebody comes back', async () => {
      let meetings = [daily('Harbor', '19:00')];
      const address = list(versioned(() => JSON.stringify(ours(meetings))));
      const user = await visit(finder({}, { src: address }));
      await user.see(({ rows }) => assert.equal(rows.length, 7));
      const etags = () => askedFor(address).map(({ headers }) => headers['if-none-match'] ?? null);
      await user.comeBack('2026-12-02T18:29:00Z');
      await user.comeBack('2026-12-02T18:31:00Z');
      await eventually(etags, ({ length }) => assert.equal(length, 2), PATIENCE);
      const [first, second] = etags();
      assert.equal(first, null);
      assert.match(second, /^"/);
      // The list is as it was, and another one is taken in.
      assert.equal((await user.shown()).rows.length, 7);
      meetings = [daily('Harbor', '19:00'), daily('Quay', '20:00')];
      await user.comeBack('2026-12-02T19:02:00Z');
      await user.see(({ rows }) => assert.equal(rows.length, 14));
      assert.equal(askedFor(address).length, 3);
      assert.ok(
        askedFor(address).every(({ method }) => method === 'GET'),
        'nobody was asked beforehand',
      );
    });

    test('is nothing while somebody searches, filters, opens and copies', async () => {
      const user = await visit(
        finder({}, { src: list(text(ours([daily('Harbor', '19:00', inHall('Port Ellery', 44, -87))]))) }),
      );
      await user.see(({ rows }) => assert.equal(rows.length, 7));
      const requests = user.record.requests.length;
      const box = await byRole(user.page, 'searchbox');
      await box.type('harbor wednesday');
      await user.click('button', ui('meetings-filter-in-person'));
      await user.see(({ rows }) => assert.equal(rows.length, 1));
      await user.click('button', 'Harbor');
      await user.click('button', ui('meetings-copy'));
      await user.click('button', ui('meetings-near-me'));
      const place = await byRole(user.page, 'combobox', ui('meetings-near'));
      await place.type('Port Ellery');
      await user.page.keyboard.press('Tab');
      await user.see(({ rows }) => assert.match(rows[0].where, /under 1 mile/));
      assert.deepEqual(user.record.requests.slice(requests), []);
      assert.deepEqual(
        await user.page.evaluate(() => [
          location.search + location.hash,
          document.cookie,
          localStorage.length,
          sessionStorage.length,
        ]),
        ['', '', 0, 0],
      );
    });
  });

  describe('lists that mean no good', () => {
    /** No task of the page took longer, on a machine that may be busy. */
    const responsive = async ({ page }) => {
      const longest = Math.max(0, ...(await page.evaluate(() => globalThis.tasks)));
      assert.ok(longest < 2000, `the page did not answer for ${Math.round(longest)} ms`);
    };

    test('200,000 rows: half of them are read, the page says so, and answers all the while', async () => {
      const rows = Array.from(
        { length: 200_000 },
        (_, i) => `{"name":"M${i}","slug":"m${i}","day":${i % 7},"time":"19:00"}`,
      );
      const address = list(text(`[${rows.join(',')}]`));
      const user = await visit(finder({}, { src: address, label: 'Long', timezone: CHICAGO }));
      const { notes } = await user.see(({ count }) => assert.match(count, /^100,?000 /), 60_000);
      assert.ok(notes.includes(ui('meetings-cut', { list: 'Long' })), notes.join('\n'));
      const box = await byRole(user.page, 'searchbox');
      await box.type('M77777');
      await user.names('M77777');
      await responsive(user);
    });

    test('an answer without an end: stopped, told plainly, and the others are there', async () => {
      const row = `{"name":"Again","slug":"again","day":3,"time":"19:00","notes":"${'x'.repeat(8000)}"},`;
      const answer = endless('[', row.repeat(8));
      const address = list(answer);
      const user = await visit(
        finder({}, { src: address, label: 'Endless' }, { src: list(text(ours([daily('Harbor', '19:00')]))) }),
      );
      await user.see(({ rows }) => assert.equal(rows.length, 7));
      await answer.state.closed;
      await user.see(({ notes }) => assert.ok(notes.includes(failed('Endless')), notes.join('\n')));
      assert.ok(answer.state.sent < 60e6, `${answer.state.sent} bytes went out`);
      assert.match(user.warned(address)[0], /larger than 25 MB/);
      assert.equal(askedFor(address).length, 1, 'it is not asked for again');
      await responsive(user);
    });

    test('rows without an end: as many as may be, and the server is told', async () => {
      const answer = endless('[', '{"name":"A","slug":"a","day":3,"time":"19:00"},'.repeat(1400));
      const user = await visit(finder({}, { src: list(answer), label: 'Endless', timezone: CHICAGO }));
      await answer.state.closed;
      const { notes } = await user.see(({ count }) => assert.match(count, /^100,?000 /), 60_000);
      assert.ok(notes.includes(ui('meetings-cut', { list: 'Endless' })), notes.join('\n'));
      await responsive(user);
    });

    test('a text that breaks off: what is whole is there, and the page says so', async () => {
      const whole = JSON.stringify([
        guideRow('First', '19:00'),
        guideRow('Second', '20:00'),
        guideRow('Third', '21:00'),
      ]);
      const user = await visit(
        finder({}, { src: list(text(whole.slice(0, whole.indexOf('"Third"') + 4))), label: 'Torn' }),
      );
      await user.names('First', 'Second');
      assert.ok((await user.shown()).notes.includes(ui('meetings-broken', { list: 'Torn' })));
    });

    test('a line that breaks off each time: asked for again, then what came through is there, and the page says so', async () => {
      const whole = JSON.stringify([
        guideRow('First', '19:00'),
        guideRow('Second', '20:00'),
        guideRow('Third', '21:00'),
      ]);
      const address = list(cutOff(whole, whole.indexOf('"Third"') + 4));
      const user = await visit(finder({}, { src: address, label: 'Torn' }));
      await user.names('First', 'Second');
      assert.ok((await user.shown()).notes.includes(ui('meetings-broken', { list: 'Torn' })));
      assert.deepEqual(
        askedFor(address).map(({ method }) => method),
        ['GET', 'GET', 'GET'],
      );
      assert.deepEqual(
        user.warnings().filter((line) => line.includes('Access-Control')),
        [],
      );
    });

    test('megabytes of text in every field: cut, and the page stays small', async () => {
      const long = (word) => `${word} ${'x'.repeat(1_000_000)}`;
      const user = await visit(
        finder(
          {},
          {
            src: list(
              text([
                guideRow(long('Name'), '19:00', {
                  slug: long('slug'),
                  notes: long('Notes'),
                  location: long('Location'),
                  formatted_address: long('Address'),
                  city: long('City'),
                  regions: [long('Region')],
                  location_notes: long('Place'),
                  group: long('Group'),
                  types: [long('Type')],
                  conference_url_notes: long('Join'),
                  conference_url: `https://meet.example.org/${'x'.repeat(1_000_000)}`,
                  district: long('District'),
                  entity: long('Entity'),
                }),
              ]),
            ),
          },
        ),
      );
      const { rows } = await user.see(({ rows: all }) => assert.equal(all.length, 1));
      assert.ok(rows[0].name.startsWith('Name xx') && rows[0].name.length <= 256, `${rows[0].name.length}`);
      await (await user.root()).evaluate((shadow) => shadow.querySelector('.name').click());
      const size = await eventually(
        async () =>
          (await user.root()).evaluate((s) =>
            s.querySelector('.details') ? s.querySelector('.base').innerHTML.length : 0,
          ),
        (length) => assert.ok(length > 0),
      );
      assert.ok(size < 200_000, `${size} characters`);
      await responsive(user);
    });

    test('markup and script in every field: shown as text, no link but honest ones, and nothing is run or asked for', async () => {
      const attack = `"'><img src=/stolen onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script><svg onload=globalThis.hacked=1>`;
      const links = [
        'javascript:globalThis.hacked=1',
        ' \u0001java\nscript:globalThis.hacked=1',
        'data:text/html,<script>opener.hacked=1</script>',
        'vbscript:x',
        'https://user:secret@meet.example.org/',
        'blob:https://meet.example.org/1',
      ];
      const guide = links.map((link, i) =>
        guideRow(`Row ${i} ${attack}`, '19:00', {
          slug: `row-${i}`,
          location: attack,
          formatted_address: `1 Main Street ${attack}`,
          notes: attack,
          location_notes: attack,
          types: ['O', attack],
          group: `Group ${attack}`,
          district: attack,
          entity: attack,
          regions: [attack],
          conference_url: link,
          conference_url_notes: attack,
          conference_phone: `${link} 5550100`,
          url: link,
          website: link,
          feedback_url: link,
          feedback_emails: [`a@b.example?bcc=${link}`],
          paypal: link,
          venmo: link,
          square: link,
          homegroup_online: link,
        }),
      );
      const simple = links.map((link, i) => ({
        ...daily(`Own ${i} ${attack}`, '20:00'),
        day: 'wednesday',
        id: `own-${i}`,
        group: attack,
        place: attack,
        notes: attack,
        types: [`=${attack}`],
        join: link,
        dial: link,
        phone: link,
        url: link,
        website: link,
        feedback: link,
        payments: [{ service: 'paypal', url: link }],
      }));
      const label = `Label ${attack}`;
      const user = await visit(
        finder(
          {},
          { src: list(text(guide)), label, timezone: CHICAGO },
          { src: list(text(ours(simple))), label },
        ),
      );
      await user.see(({ rows }) => assert.equal(rows.length, 2 * links.length));
      const root = await user.root();
      await root.evaluate((shadow) => shadow.querySelectorAll('.name').forEach((name) => name.click()));
      const state = await eventually(
        () =>
          root.evaluate((shadow) => ({
            open: shadow.querySelectorAll('.details').length,
            hrefs: [...shadow.querySelectorAll('a')].map(({ href }) => href),
            strange: [
              ...shadow.querySelectorAll('img, script, iframe, object, embed, [onerror], [onload], [srcdoc]'),
            ].length,
            text: shadow.querySelector('.results, .meeting-results').textContent,
          })),
        ({ open }) => assert.equal(open, 2 * links.length),
      );
      assert.equal(state.strange, 0);
      assert.ok(state.hrefs.length > 0);
      assert.deepEqual(
        state.hrefs.filter((href) => !/^(?:https:|tel:|mailto:|sms:)/.test(href)),
        [],
      );
      assert.deepEqual(
        state.hrefs.filter((href) =>
          /script|hacked|secret|bcc/i.test(decodeURIComponent(href).replace(/subject=.*/s, '')),
        ),
        [],
      );
      assert.ok(state.text.includes('Row 0'));
      assert.equal(await user.page.evaluate(() => globalThis.hacked), undefined);
      assert.deepEqual(
        user.record.requests.filter((url) => url.includes('stolen')),
        [],
      );
      assert.deepEqual(user.record.errors, []);
    });
  });

  describe('the place of the visitor', () => {
    const HERE = { latitude: 41.8849, longitude: -87.6298 };
    const HALLS = ours(
      [
        ['Far', 43.9, '18:00'],
        ['Middle', 42.2, '19:00'],
        ['Close', 41.9249, '20:00'],
      ].map(([name, latitude, start]) => ({
        ...daily(name, start, inHall(name, latitude, -87.63)),
        day: 'wednesday',
      })),
    );

    async function nearMe(setting) {
      const user = await visit(finder({ 'distance-unit': 'km' }, { src: list(text(HALLS)) }));
      await user.names('Far', 'Middle', 'Close');
      await (
        await user.page.createCDPSession()
      ).send('Browser.setPermission', {
        permission: { name: 'geolocation' },
        setting,
        origin: new URL(site.at('/')).origin,
        browserContextId: user.page.browserContext().id,
      });
      await user.page.setGeolocation(HERE);
      const requests = user.record.requests.length;
      await user.click('button', ui('meetings-near-me'));
      await user.click('button', ui('meetings-locate'));
      return { ...user, since: () => user.record.requests.slice(requests) };
    }

    test('granted: the nearest first, as far as it is from about there, and no request', async () => {
      const user = await nearMe('granted');
      const { rows } = await user.see(({ rows: all }) =>
        assert.deepEqual(
          all.map(({ name }) => name),
          ['Close', 'Middle', 'Far'],
        ),
      );
      // 4.4 km from where the visitor is, and 5 from the middle of the square kilometer that is all we use.
      assert.match(rows[0].where, / 5 km$/);
      await user.see(({ text: all }) => assert.ok(all.includes(ui('meetings-near-here'))));
      assert.deepEqual(user.since(), []);
      assert.ok(!user.page.url().includes('41'));
      await user.click('button', ui('meetings-forget-place'));
      await user.see(({ rows: all }) =>
        assert.deepEqual(
          all.map(({ name }) => name),
          ['Far', 'Middle', 'Close'],
        ),
      );
    });

    test('refused: said plainly, with another way that works, and the list stays', async () => {
      const user = await nearMe('denied');
      await user.see(({ text: all }) => assert.ok(all.includes(ui('meetings-near-refused'))));
      await user.names('Far', 'Middle', 'Close');
      const place = await byRole(user.page, 'combobox', ui('meetings-near'));
      await place.type('Middle');
      await user.page.keyboard.press('Tab');
      await user.see(({ rows }) =>
        assert.deepEqual(
          rows.map(({ name }) => name),
          ['Middle', 'Close', 'Far'],
        ),
      );
      assert.deepEqual(user.since(), []);
    });
  });

  describe('the days on which clocks change', () => {
    const NEW_YORK = 'America/New_York';
    const LISTS = () => [
      {
        src: list(
          text(
            ours([
              daily('New York Online', '19:00', { timezone: NEW_YORK, join: 'https://meet.example.org/ny' }),
              daily('London Hall', '19:00', { timezone: 'Europe/London', ...inHall('London', 51.5, -0.1) }),
            ]),
          ),
        ),
      },
    ];
    const times = ({ rows }, name) => [
      ...new Set(rows.filter((row) => row.name === name).map(({ time }) => time)),
    ];
    const at = (from) => `${from}:00 to ${String((Number(from) + 1) % 24).padStart(2, '0')}:00`;
    const london = (when) =>
      visit(finder({ country: 'gb', limit: 4 }, ...LISTS()), {
        at: when,
        zone: 'Europe/London',
        lang: 'en-GB',
      });

    for (const [when, what, first] of [
      ['2026-10-20T12:00:00Z', 'both have summer time', '00'],
      ['2026-10-26T12:00:00Z', 'only Europe has changed', '23'],
      ['2026-11-02T12:00:00Z', 'both have changed', '00'],
    ]) {
      test(`${when.slice(0, 10)}, ${what}: New York at 19:00 is ${first}:00 in London, and London stays 19:00`, async () => {
        const user = await london(when);
        const state = await user.see(({ rows }) => assert.equal(rows.length, 4));
        assert.deepEqual(times(state, 'New York Online'), [at(first)]);
        assert.deepEqual(times(state, 'London Hall'), [at('19')]);
      });
    }

    test('a page that stays open over the change shows the new times', async () => {
      const user = await london('2026-10-24T20:00:00Z');
      const saturday = await user.see(({ rows }) => assert.equal(rows.length, 4));
      const of = (state, name) =>
        state.rows.filter((row) => row.name === name).map(({ time, day }) => `${day}, ${time}`);
      // New York tonight is past midnight in London; from tomorrow on it is an hour before.
      assert.match(of(saturday, 'New York Online')[0], /^Tomorrow, Sunday, 25 October 2026, 00:00 to/);
      assert.match(of(saturday, 'New York Online')[1], /^Tomorrow, Sunday, 25 October 2026, 23:00 to/);
      await user.comeBack('2026-10-25T20:05:00Z');
      const sunday = await user.see((state) => assert.match(state.rows[0]?.day ?? '', /^Today, Sunday/));
      assert.deepEqual(times(sunday, 'New York Online'), [at('23')]);
      assert.deepEqual(times(sunday, 'London Hall'), [at('19')]);
      await user.comeBack('2026-11-01T12:00:00Z');
      const november = await user.see((state) =>
        assert.match(state.rows[0]?.day ?? '', /^Today, Sunday, 1 November/),
      );
      assert.deepEqual(times(november, 'New York Online'), [at('00')]);
    });

    test('the time there stands beside', async () => {
      const user = await london('2026-10-26T12:00:00Z');
      const { rows } = await user.see(({ rows: all }) => assert.equal(all.length, 4));
      assert.match(rows.find(({ name }) => name === 'New York Online').zone, /19:00/);
      assert.equal(rows.find(({ name }) => name === 'London Hall').zone, '');
    });

    describe('a calendar file', () => {
      let folder;
      before(() => (folder = mkdtempSync(join(tmpdir(), 'sge-walk-'))));
      after(() => rmSync(folder, { recursive: true, force: true }));

      async function saved(user) {
        await user.click('button', ui('meetings-calendar'));
        const [, content] = await eventually(
          () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])[0],
          (file) => {
            assert.equal(file?.[0], 'calendar.ics');
            assert.match(file[1], /END:VCALENDAR\s*$/);
          },
          PATIENCE,
        );
        rmSync(join(folder, 'calendar.ics'));
        return new ICAL.Component(ICAL.parse(content));
      }

      test('has the right moments on both sides of the change, one name, and who made it', async () => {
        const address = list(
          text(
            ours([
              {
                id: 'ny',
                name: 'New York Online',
                day: 'wednesday',
                start: '19:00',
                minutes: 60,
                timezone: NEW_YORK,
                join: 'https://meet.example.org/ny',
                notes: 'Bring nothing; come as you are, with, commas.',
              },
            ]),
          ),
        );
        const user = await visit(finder({ country: 'gb' }, { src: address }), {
          at: '2026-10-26T12:00:00Z',
          zone: 'Europe/London',
          lang: 'en-GB',
        });
        await user.names('New York Online');
        await (
          await browser.target().createCDPSession()
        ).send('Browser.setDownloadBehavior', {
          behavior: 'allow',
          downloadPath: folder,
          browserContextId: user.page.browserContext().id,
        });
        await user.click('button', 'New York Online');
        const calendar = await saved(user);
        assert.match(calendar.getFirstPropertyValue('prodid'), /support-group-elements/i);
        assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
        const [entry, ...others] = calendar.getAllSubcomponents('vevent');
        assert.deepEqual(others, []);
        const event = new ICAL.Event(entry);
        assert.equal(event.startDate.zone.tzid, NEW_YORK);
        const next = event.iterator();
        const moments = Array.from({ length: 3 }, () =>
          new Date(next.next().toUnixTime() * 1000).toISOString(),
        );
        assert.deepEqual(moments, [
          '2026-10-28T23:00:00.000Z',
          '2026-11-05T00:00:00.000Z',
          '2026-11-12T00:00:00.000Z',
        ]);
        assert.equal(event.duration.toSeconds(), 3600);
        assert.equal(event.summary, 'New York Online');
        assert.match(event.description, /come as you are, with, commas/);
        assert.equal(entry.getFirstPropertyValue('rrule').toString(), 'FREQ=WEEKLY;BYDAY=WE');
        assert.ok(event.uid.length > 8);
        assert.ok(entry.getFirstPropertyValue('dtstamp'));
        const again = await saved(user);
        assert.equal(
          new ICAL.Event(again.getFirstSubcomponent('vevent')).uid,
          event.uid,
          'taken in twice it is one',
        );
      });
    });
  });

  describe('by keyboard alone', () => {
    test('from the top of the page by searching to the room of a meeting', async () => {
      site.put('/room', answerWithPage('<!doctype html><title>The room</title><h1>The room</h1>'));
      const room = site.at('/room', 'rooms.localhost');
      const user = await visit(
        finder(
          {},
          {
            src: list(
              text(
                ours([
                  {
                    ...daily('Harbor Lights', '19:00', { join: room, joinNotes: 'Passcode: sample' }),
                    day: 'wednesday',
                  },
                  { ...daily('Quay Road', '20:00', inHall('Port Ellery', 44, -87)), day: 'wednesday' },
                ]),
              ),
            ),
          },
        ),
      );
      const { page } = user;
      await user.names('Harbor Lights', 'Quay Road');
      assert.equal(
        await page.evaluate(() => document.querySelector('meeting-finder').shadowRoot),
        null,
        'the root is closed',
      );
      const root = await user.root();
      const client = await page.createCDPSession();
      /** What a screen reader says of the node with the focus. */
      async function focused() {
        const active = (await root.evaluateHandle((shadow) => shadow.activeElement)).asElement();
        if (!active) return null;
        const { nodes } = await client.send('Accessibility.getPartialAXTree', {
          backendNodeId: await active.backendNodeId(),
          fetchRelatives: false,
        });
        const [{ role, name, description, properties = [] }] = nodes;
        return {
          role: role.value,
          name: name?.value ?? '',
          description: description?.value ?? '',
          expanded: properties.find((one) => one.name === 'expanded')?.value.value,
        };
      }
      async function tabTo(role, name) {
        for (let i = 0; i < 60; i++) {
          await page.keyboard.press('Tab');
          const now = await focused();
          if (now?.role === role && now.name === name) return now;
        }
        assert.fail(`Tab reaches the ${role} “${name}”`);
      }
      const box = await tabTo('searchbox', ui('meetings-search'));
      assert.equal(box.description, ui('meetings-search-hint'));
      await page.keyboard.type('harbor');
      await user.see(({ rows, said }) => {
        assert.equal(rows.length, 1);
        assert.equal(said, ui('meetings-count', { n: 1 }), 'the number is spoken');
      });
      assert.equal((await tabTo('button', 'Harbor Lights')).expanded, false);
      await page.keyboard.press('Enter');
      await eventually(focused, (node) => assert.equal(node?.expanded, true));
      await page.keyboard.press('Tab');
      assert.deepEqual(await focused().then(({ role, name }) => [role, name]), [
        'link',
        ui('meetings-join-name', { name: 'Harbor Lights' }),
      ]);
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const tree = nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name }) => `${role.value} ${name?.value ?? ''}`);
      for (const line of [
        `heading ${ui('meetings-title')}`,
        `search ${ui('meetings-search')}`,
        `group ${ui('meetings-quick')}`,
        `group ${ui('meetings-chosen')}`,
        `button ${ui('meetings-remove', { filter: '“harbor”' })}`,
        `button ${ui('meetings-calendar')}`,
        `button ${ui('meetings-copy')}`,
        `term ${ui('meetings-when')}`,
        `term ${ui('meetings-how-to-join')}`,
      ])
        assert.ok(tree.includes(line), `“${line}” is in the accessibility tree`);
      const before = site.requests.length;
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.equal(page.url(), room);
      const [{ headers }] = site.requests.slice(before).filter(({ path }) => path === '/room');
      assert.equal(headers.referer, undefined, 'the room does not learn where somebody comes from');
    });
  });

  describe('away and back', () => {
    /** Puppeteer switches the cache of whole pages off. */
    let own;
    before(async () => {
      own = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
      site.put(
        '/other',
        answerWithPage('<!doctype html><title>Other</title><h1>Other</h1>', { 'Cache-Control': 'max-age=0' }),
      );
      site.put(
        '/bare',
        answerWithPage('<!doctype html><title>Bare</title><h1>Bare</h1>', { 'Cache-Control': 'max-age=0' }),
      );
    });
    after(() => own?.close());

    const MANY = ours(
      Array.from({ length: 60 }, (_, i) => ({
        ...daily(
          `Meeting ${i}`,
          `1${i % 10}:30`,
          i % 2 ? { join: `https://meet.example.org/${i}` } : inHall('Port Ellery', 44, -87),
        ),
        day: DAYS[i % 7],
      })),
    );
    const cameBack = (page) =>
      page.evaluate(() => ({
        kept: globalThis.kept === true,
        reasons: (performance.getEntriesByType('navigation')[0].notRestoredReasons?.reasons ?? []).map(
          ({ reason }) => reason,
        ),
      }));
    async function awayAndBack(page) {
      await page.evaluate(() => (globalThis.kept = true));
      await page.goto(site.at('/other'));
      await page.goBack({ waitUntil: 'domcontentloaded' });
      return cameBack(page);
    }

    test('the filters are as they were, from the cache of pages or without it; with it, the place on the page too', async (t) => {
      site.put('/many.json', text(MANY));
      const user = await visit(finder({ 'sync-url': '' }, { src: '/many.json' }), { on: own });
      await user.see(({ rows }) => assert.ok(rows.length >= 25));
      await user.click('button', ui('meetings-filter-online'));
      const before = await user.see(({ count }) => assert.equal(count, ui('meetings-count', { n: 30 })));
      assert.match(user.page.url(), /meeting-way=online/);
      await user.page.evaluate(() => scrollTo(0, 900));
      await eventually(
        () => user.page.evaluate(() => scrollY),
        (y) => assert.equal(y, 900),
      );
      const { kept, reasons } = await awayAndBack(user.page);
      t.diagnostic(
        kept
          ? 'the page came from the cache of whole pages'
          : `no cache of whole pages here (${reasons.join(', ')})`,
      );
      const title = await byRole(user.page, 'heading', ui('meetings-title'));
      const root = await title.evaluateHandle((node) => node.getRootNode());
      const now = await eventually(
        () => root.evaluate(shownIn),
        (state) => assert.equal(state.count, before.count),
        PATIENCE,
      );
      assert.deepEqual(
        now.rows.map(({ name }) => name),
        before.rows.map(({ name }) => name),
      );
      await byRole(user.page, 'button', ui('meetings-remove', { filter: ui('meetings-filter-online') }));
      // Without it the browser scrolls before a list can be here.
      if (kept) assert.equal(await user.page.evaluate(() => scrollY), 900);
    });

    test('nothing in the element keeps a page out of that cache', async () => {
      site.put(
        '/kept',
        answerWithPage(html(finder({}, { src: '/many.json' })), { 'Cache-Control': 'max-age=0' }),
      );
      const reasons = [];
      for (const path of ['/bare', '/kept']) {
        const { page, close } = await openPage(own);
        opened.unshift(close);
        await page.goto(site.at(path));
        if (path === '/kept') await byRole(page, 'searchbox');
        const back = await awayAndBack(page);
        reasons.push(back.kept ? [] : back.reasons);
      }
      assert.deepEqual(reasons[1], reasons[0]);
    });
  });

  describe('without the file that shows meetings', () => {
    for (const [how, policy] of [
      ['is not there (404)', undefined],
      [
        'is blocked by a policy that names the module alone',
        ({ at }) => `default-src 'none'; script-src ${at(MODULE)}; connect-src *`,
      ],
    ]) {
      test(`which ${how}: a plain sentence, the children, and on the console which file to put where`, async () => {
        const bare = await feedServer({ dist: distFolder });
        opened.push(bare.close);
        if (!policy) bare.put(MEETINGS, status(404));
        const address = list(text(ours([daily('Harbor', '19:00')])));
        bare.put(
          '/',
          answerWithPage(
            html(finder({}, { src: address })),
            policy ? { 'Content-Security-Policy': policy(bare) } : {},
          ),
        );
        const { page, record, close } = await openPage(browser);
        opened.unshift(close);
        await page.goto(bare.at('/'));
        const title = await byRole(page, 'heading', ui('meetings-title'));
        await eventually(
          () => title.evaluate((node) => node.getRootNode().textContent),
          (all) => assert.ok(all.includes(ui('meetings-missing'))),
        );
        const links = await page.evaluate(() =>
          [...document.querySelectorAll('meeting-finder a')].map(
            (link) => link.checkVisibility() && link.getBoundingClientRect().width > 0,
          ),
        );
        assert.deepEqual(links, [true, true]);
        const told = record.console.filter(({ text: line }) =>
          line.includes('support-group-elements.meetings.js beside the module'),
        );
        assert.equal(told.length, 1);
        assert.match(told[0].text, /support-group-elements\.complete\.js/);
        await byRole(page, 'link', 'Call 911');
        // The list and the file that reads it are asked for at once; nobody asks for the list again.
        assert.ok(askedFor(address).length <= 1);
        assert.deepEqual(record.errors, []);
      });
    }
  });
});
