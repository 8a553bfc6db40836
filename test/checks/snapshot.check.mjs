/** `npm run snapshot`: lists of several kinds become one dated file that says the same, and no list is lost on the way. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, beforeEach, describe, test } from 'node:test';
import { code, joinFeeds, readFeed } from '../../scripts/lib/read-feed.mjs';
import { inRoot, read, readJson } from '../support/project.mjs';

const NA = 'bmlt-australia-2023.json#group=na&timezone=Australia/Sydney';
const AA = 'mg-edmonton-2022.json#group=aa&timezone=America/Edmonton';
const GONE = 'gone.json#group=ca';

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  'BEGIN:VEVENT',
  'UID:hope',
  'SUMMARY:Monday Night Hope',
  'DTSTART;TZID=America/Chicago:20200106T190000',
  'DTEND;TZID=America/Chicago:20200106T200000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const table = [
  'Day,Time,End Time,Name,Location,Address,Types,Timezone',
  'Tuesday,7:30 PM,8:30 PM,"Hope, Again",Library,"3 Example Road, Springfield, OR 97477","Open, Newcomer",America/Chicago',
  '',
].join('\n');

/** What the server has besides test/fixtures/feeds. */
const made = {
  'list.ics': calendar,
  'list.csv': table,
  'none.json': '[]',
  'broken.json': '[{"name": "Half a list", "day": 1, "time": "18:00"},',
  'page.json': '<!doctype html><title>Meetings</title>',
  'rows.json': JSON.stringify([
    { name: 'Good', slug: 'good', day: 1, time: '18:00' },
    { name: 'Never', slug: 'never', day: 'Someday', time: '18:00' },
    { name: 'Late', slug: 'late', day: 2, time: '25:99' },
  ]),
};

describe('a snapshot', () => {
  let server;
  let base;
  let folder;
  let out;

  before(async () => {
    server = createServer(({ url }, response) => {
      const name = url.split('?')[0].slice(1);
      const file = inRoot('test/fixtures/feeds', name);
      const body =
        made[name] ??
        (name === 'kept.json' ? readFileSync(out) : existsSync(file) ? readFileSync(file) : null);
      response.statusCode = body === null ? 404 : 200;
      response.end(body ?? 'no such list');
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${server.address().port}/`;
    folder = mkdtempSync(join(tmpdir(), 'sge-snapshot-'));
    out = join(folder, 'meetings.json');
  });
  beforeEach(() => rmSync(out, { force: true }));
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the command in the folder of the file, as somebody would. */
  const snapshot = (lists, ...options) =>
    new Promise((ended) => {
      const child = spawn(
        process.execPath,
        [inRoot('scripts/snapshot.mjs'), ...lists.map((list) => base + list), ...options],
        { cwd: folder, env: { ...process.env, INIT_CWD: folder } },
      );
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
      child.on('close', (exit) => ended({ exit, said }));
    });
  const kept = () => JSON.parse(readFileSync(out, 'utf8'));
  const source = (list) => code.feedSource(base + list, base, {}, (problem) => assert.fail(problem.kind));
  const today = () => new Date().toISOString().slice(0, 10);

  test('joins lists of two kinds, dated, and says the same when it is read again', async () => {
    const before = today();
    const { exit, said } = await snapshot([NA, AA]);
    assert.equal(exit, 0, said);
    const lists = await Promise.all([NA, AA].map(async (list) => (await readFeed(source(list))).meetings));
    assert.deepEqual(
      lists.map(({ length }) => length),
      [54, 315],
    );
    assert.match(said, /bmlt-australia-2023\.json: 54 meetings, 0 rows left out/);
    assert.match(said, /mg-edmonton-2022\.json: 315 meetings, 0 rows left out/);
    const file = kept();
    assert.equal(file.format, 'support-group-elements/meetings 1');
    assert.ok([before, today()].includes(file.updated), file.updated);
    const { meetings } = joinFeeds(lists);
    assert.equal(file.meetings.length, meetings.length);
    assert.deepEqual((await readFeed(source('kept.json'))).meetings, meetings);
  });

  test('has what stands in two lists once, and no id twice', async () => {
    const { exit, said } = await snapshot([NA, NA, AA]);
    assert.equal(exit, 0, said);
    const { meetings } = kept();
    const twice = Number(/\((\d+) stood in more than one\)/.exec(said)?.[1]);
    assert.ok(twice > 40, said);
    assert.equal(meetings.length, 54 + 54 + 315 - twice);
    assert.equal(new Set(meetings.map(({ id }) => id)).size, meetings.length);
  });

  test('keeps to the schema of our own format', async () => {
    await snapshot([NA, AA]);
    const [{ default: Ajv }, { default: formats }] = await Promise.all([
      import('ajv/dist/2020.js'),
      import('ajv-formats'),
    ]);
    const ajv = new Ajv({ allErrors: true, strict: false });
    formats(ajv);
    const valid = ajv.compile(readJson('data/schema/meetings.schema.json'));
    assert.ok(valid(kept()), JSON.stringify(valid.errors?.slice(0, 3), null, 1));
  });

  test('reads a calendar', async () => {
    const { exit, said } = await snapshot(['list.ics#group=na']);
    assert.equal(exit, 0, said);
    const [{ name, day, start, end }] = kept().meetings;
    assert.deepEqual(
      { name, day, start, end },
      { name: 'Monday Night Hope', day: 'Monday', start: '19:00', end: '20:00' },
    );
  });

  test('reads a table', async () => {
    const { exit, said } = await snapshot(['list.csv#group=na']);
    assert.equal(exit, 0, said);
    const [{ name, day, start, end }] = kept().meetings;
    assert.deepEqual(
      { name, day, start, end },
      { name: 'Hope, Again', day: 'Tuesday', start: '19:30', end: '20:30' },
    );
  });

  test('names rows that are left out, with the reason', async () => {
    const { exit, said } = await snapshot(['rows.json#group=na&timezone=America/Chicago']);
    assert.equal(exit, 0, said);
    assert.match(said, /rows\.json: 1 meeting, 2 rows left out/);
    assert.match(said, /row 2 "Never": its day cannot be read \(Someday\)/);
    assert.match(said, /row 3 "Late": its time cannot be read \(25:99\)/);
    assert.deepEqual(
      kept().meetings.map(({ name }) => name),
      ['Good'],
    );
  });

  test('says what a list lacks', async () => {
    const { said } = await snapshot(['rows.json']);
    assert.match(said, /name no group: add #group=/);
    assert.match(said, /name no time zone: add timezone=/);
    assert.match((await snapshot(['rows.json#group=nobody'])).said, /"nobody" is no group that we know/);
    assert.match((await snapshot(['rows.json#grup=na'])).said, /has an option "grup" behind #/);
  });

  for (const [list, why] of [
    [GONE, /answered with status 404/],
    ['none.json#group=na', /has no meeting/],
    ['broken.json#group=na', /no meeting list that we can read/],
    ['page.json#group=na', /a web page where a list should be/],
  ]) {
    test(`of ${list.split('#')[0]} and a good list leaves the old file as it was, and fails`, async () => {
      writeFileSync(out, 'what was there');
      const { exit, said } = await snapshot([AA, list]);
      assert.equal(exit, 1, said);
      assert.match(said, why);
      assert.match(said, /1 list of 2 could not be read: meetings\.json is left as it was/);
      assert.equal(readFileSync(out, 'utf8'), 'what was there');
      assert.deepEqual(readdirSync(folder), ['meetings.json']);
    });
  }

  test('with --allow-missing has the lists that could be read', async () => {
    const { exit, said } = await snapshot([AA, GONE], '--allow-missing');
    assert.equal(exit, 0, said);
    assert.equal(kept().meetings.length, 315);
  });

  test('without any list that could be read is not made, with --allow-missing neither', async () => {
    const { exit } = await snapshot([GONE], '--allow-missing');
    assert.equal(exit, 1);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('goes where --out says', async () => {
    const { exit, said } = await snapshot([AA], '--out', 'other.json');
    assert.equal(exit, 0, said);
    assert.equal(JSON.parse(readFileSync(join(folder, 'other.json'), 'utf8')).meetings.length, 315);
    rmSync(join(folder, 'other.json'));
  });

  test('of nothing, or with an option that is none, says how it is used', async () => {
    for (const options of [[], ['--ou', 'x.json']]) {
      const { exit, said } = await snapshot([], ...options);
      assert.equal(exit, 1);
      assert.match(said, /Usage: npm run snapshot/);
    }
  });

  test('is a command of the package', () =>
    assert.equal(JSON.parse(read('package.json')).scripts.snapshot, 'node scripts/snapshot.mjs'));
});
