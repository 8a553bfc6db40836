/**
 * `npm run snapshot -- <lists …> [--out meetings.json] [--allow-missing]`: reads lists of meetings, joins them, and keeps
 * them as one dated file in our own format, for lists that do not let pages of other sites read them. Lists are written as
 * in the attribute `src`: `"https://a.example/list.json#group=na&timezone=America/Chicago"`, with quotation marks, because
 * of `#` and `&`. Where a list cannot be read, or has no meeting, the old file stays and the exit code is 1.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { inRoot } from './lib/run.mjs';

const USAGE = `Usage: npm run snapshot -- <lists …> [--out meetings.json] [--allow-missing]

  A list is an address as in the attribute "src", in quotation marks:
    "https://example.org/meetings.json#group=na&timezone=America/Chicago"
  --out            the file that is written; meetings.json by default
  --allow-missing  writes the file also where some of the lists cannot be read`;

/** Rows that are named one by one. */
const NAMED = 50;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function wanted() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'meetings.json' },
        'allow-missing': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n\n${USAGE}`);
  }
}

const { values, positionals } = wanted();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const { code, fileOf, joinFeeds, readFeed } = await import('./lib/read-feed.mjs').catch((error) =>
  fail(error.code === 'ERR_MODULE_NOT_FOUND' ? `Run \`npm ci\` first: ${error.message}` : error.stack),
);
const written = positionals.flatMap(code.addressesIn);
if (written.length === 0) fail(`Which lists?\n\n${USAGE}`);

const groups = new Set(
  JSON.parse(readFileSync(inRoot('data/groups.json'), 'utf8')).groups.map(({ id }) => id),
);
const plural = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** The meetings of one list, told on the console; null where it cannot be read. */
async function meetingsOf(address) {
  // Without a page there is nothing that an address could be relative to.
  const source = code.feedSource(address, 'about:blank', {}, (problem) =>
    console.error(code.sourceAdvice('snapshot', problem).replace('<snapshot>: ', '')),
  );
  if (!source) return null;
  try {
    const { meetings, problems, cut } = await readFeed(source);
    console.log(
      `${source.address}: ${plural(meetings.length, 'meeting')}, ${plural(problems.length, 'row')} left out`,
    );
    for (const problem of problems.slice(0, NAMED)) console.log(`  ${code.problemText(problem)}`);
    if (problems.length > NAMED) console.log(`  … and ${problems.length - NAMED} more`);
    if (cut) console.log(`  It is longer than ${code.BOUNDS.rows} rows or meetings: the rest is left out.`);
    if (source.group && !groups.has(source.group))
      console.log(`  "${source.group}" is no group that we know.`);
    if (meetings.some(({ group }) => group === ''))
      console.log('  Some meetings name no group: add #group=… so that their codes can be read.');
    if (meetings.some(({ zone, start }) => zone === '' && start >= 0))
      console.log('  Some meetings name no time zone: add timezone=… behind #.');
    if (meetings.length > 0) return meetings;
    console.error(`The meeting list ${source.address} has no meeting. Is the address right?`);
  } catch (error) {
    if (!error.failure) throw error;
    console.error(code.failureAdvice(source, error.failure));
  }
  return null;
}

const lists = [];
for (const address of written) lists.push(await meetingsOf(address));

const read = lists.filter((meetings) => meetings !== null);
const missing = lists.length - read.length;
// npm starts scripts in the folder of the package, wherever somebody was.
const out = resolve(process.env.INIT_CWD ?? process.cwd(), values.out);
if (read.length === 0 || (missing > 0 && !values['allow-missing']))
  fail(
    `${plural(missing, 'list')} of ${lists.length} could not be read: ${values.out} is left as it was.` +
      (read.length > 0 ? ' With --allow-missing it is written without them.' : ''),
  );

const { meetings, twice } = joinFeeds(read);
const updated = new Date().toISOString().slice(0, 10);
// Somebody may be reading the file at this moment: it is replaced as a whole.
const next = `${out}.${process.pid}.tmp`;
try {
  writeFileSync(next, fileOf(meetings, updated));
  renameSync(next, out);
} catch (error) {
  rmSync(next, { force: true });
  fail(`${values.out} could not be written: ${error.message}`);
}
console.log(
  `${values.out}: ${plural(meetings.length, 'meeting')} of ${plural(read.length, 'list')}` +
    `${twice > 0 ? ` (${twice} stood in more than one)` : ''}, ${Math.ceil(statSync(out).size / 1000)} kB, ${updated}`,
);
