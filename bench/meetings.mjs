/**
 * `node bench/meetings.mjs`: how long a list of 1,000, 10,000 and 50,000 meetings takes, on the processor as it is and
 * slowed down four times (a mid-range phone), beside the goals and beside the two meeting finders that are used most.
 * Each run has a new browser and visits the page twice: with nothing kept, then with the scripts in its cache. The list
 * is never kept. RUNS=n (5) and SIZES=1000,10000 narrow it. Needs a build; exits 1 where a goal is missed.
 */
import { existsSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import process from 'node:process';
import { launch } from '../scripts/browser.mjs';
import { inRoot } from '../scripts/lib/run.mjs';
import { GOALS, PEERS } from './meetings-goals.mjs';
import { serveMeetings } from './meetings-server.mjs';
import { chooseTypes, heap, longest, open, typeLetters } from './meetings-visit.mjs';

const RUNS = Number(process.env.RUNS) || 5;
const SIZES = (process.env.SIZES || '1000,10000,50000').split(',').map(Number);
const SLOWER = [1, 4];

for (const file of ['support-group-elements.js', 'support-group-elements.meetings.js'])
  if (!existsSync(inRoot('dist', file))) {
    console.error(`dist/${file} is missing: run \`npm run build\` first.`);
    process.exit(1);
  }

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const p95 = (list) => sorted(list)[Math.ceil(list.length * 0.95) - 1];

/** How much of the processors others use, before anything starts here. */
async function busyShare() {
  const read = () =>
    cpus().reduce(
      ([idle, all], { times }) => [idle + times.idle, all + Object.values(times).reduce((a, b) => a + b, 0)],
      [0, 0],
    );
  const [idle, all] = read();
  await new Promise((ok) => setTimeout(ok, 1000));
  const [idleAfter, allAfter] = read();
  return allAfter > all ? 1 - (idleAfter - idle) / (allAfter - all) : 0;
}

/** One browser, two visits. */
async function run(url, count, slower) {
  const browser = await launch();
  try {
    const first = await open(browser, url, count, { slower, room: false });
    const bytes = await heap(first.page);
    await first.page.close();

    const { page, load } = await open(browser, url, count, { slower, room: true });
    if (load.fetched > 0) throw new Error('The scripts came from the server again: the cache does not work.');
    const letters = await typeLetters(page);
    const filters = await chooseTypes(page);
    return { first: first.load, load, letters, filters, heap: bytes, longest: await longest(page) };
  } finally {
    await browser.close();
  }
}

/** What was measured, as `[key, name, value]`; the key is that of goals and peers. */
function rowsOf(runs) {
  const of = (pick) => median(runs.map(pick));
  const letters = runs.flatMap((run) => run.letters);
  const task = Math.max(...runs.map((run) => Math.max(run.first.longest, run.longest)));
  // Below that nobody sees it.
  const shiftOf = (pick) => Math.round(Math.max(...runs.map(pick)) * 1e4) / 1e4;
  return [
    ['scripts', 'scripts on the wire, gzip, kB', of(({ first }) => first.scripts / 1000)],
    ['', 'list on the wire, gzip, kB', of(({ first }) => first.feed / 1000)],
    ['first', 'usable, nothing kept, ms', of(({ first }) => first.usable)],
    ['usable', 'usable, scripts in the cache, ms', of(({ load }) => load.usable)],
    ['', '  the quickest run, ms', Math.min(...runs.map(({ load }) => load.usable))],
    ['', '  the list is asked for after, ms', of(({ load }) => load.feedStart)],
    ['', '  the list is here after, ms', of(({ load }) => load.feedEnd)],
    ['', '  from there to the first row, ms', of(({ load }) => load.read)],
    ['longest', 'longest task of all runs, ms', task],
    ['letter', 'first letter to settled, ms', median(letters)],
    ['', '  95 of 100 take at most, ms', p95(letters)],
    ['', 'filters opened to settled, ms', of(({ filters }) => filters.opened)],
    ['filters', 'two types, one after the other, ms', of(({ filters: { times } }) => times[0] + times[1])],
    ['', '  the second of them alone, ms', of(({ filters: { times } }) => times[1])],
    ['heap', 'memory of scripts, MB', of((run) => run.heap / 1e6)],
    ['elements', 'elements in the page', of(({ load }) => load.elements)],
    ['', '  with the filters open', of(({ filters }) => filters.elements)],
    ['shift', 'layout shift', shiftOf(({ load }) => load.shift)],
    ['plain', '  where the page keeps no room', shiftOf(({ first }) => first.shift)],
  ];
}

const shown = (key, value) => {
  if (value === undefined) return '';
  if (key === 'longest' && value < 50) return '< 50'; // the browser tells of longer ones only
  if (key === 'shift' || key === 'plain') return value.toFixed(4);
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
};

function print(count, slower, runs) {
  const goals = GOALS(count, slower);
  const peers = PEERS.map(({ figures }) => figures(count, slower));
  const cell = (text) => text.padStart(11);
  console.log(
    `\n${count.toLocaleString('en')} meetings, processor ${slower === 1 ? 'as it is' : `slowed down ${slower} times`}`,
  );
  console.log(['', 'here', 'goal', ...PEERS.map(({ name }) => name)].map((text, i) => (i ? cell(text) : text.padEnd(40))).join('')); // prettier-ignore
  for (const [key, name, value] of rowsOf(runs)) {
    const goal = goals[key];
    const over = goal !== undefined && value > goal;
    if (over) process.exitCode = 1;
    const cells = [
      shown(key, value),
      goal === undefined ? '' : String(goal),
      ...peers.map((peer) => shown(key, peer[key])),
    ];
    console.log(`${name.padEnd(40)}${cells.map(cell).join('')}${over ? '  OVER' : ''}`);
  }
}

console.log(
  `Medians of ${RUNS} runs, 1280 × 800, ${cpus().length} processors (${cpus()[0].model.trim()}, ${arch()})`,
);
const busy = await busyShare();
if (busy > 0.15)
  console.log(`The machine is ${Math.round(busy * 100)} % busy with other things: expect worse numbers.`);
console.log(
  'The others were measured on a machine of the same kind, with nothing kept; the better of two passes.',
);
const server = await serveMeetings();
try {
  for (const count of SIZES) {
    await server.warm(count);
    for (const slower of SLOWER) {
      const runs = [];
      try {
        for (let i = 0; i < RUNS; i++) runs.push(await run(server.url, count, slower));
        print(count, slower, runs);
      } catch (error) {
        process.exitCode = 1;
        console.error(`\n${count} meetings, slowed down ${slower} times: ${error.message}`);
      }
    }
  }
} finally {
  await server.close();
}
