/**
 * `npm run bench`: how long the main thread is busy while the built module is evaluated and the finder renders, and
 * from one keystroke or one filter to the settled DOM, on a processor slowed down four times (a mid-range phone).
 * The numbers come from the browser's own trace. Medians of RUNS; budgets are those of the design. Needs a build.
 * It prints a table and exits 1 over budget; it is no unit test, because a busy machine makes everything slower.
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { launch } from '../scripts/browser.mjs';
import { inRoot } from '../scripts/lib/run.mjs';
import { demoRoots, serve } from '../scripts/serve.mjs';

const RUNS = Number(process.env.RUNS) || 5;
const THROTTLE = 4;
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'v8',
  'blink.user_timing',
];

if (!existsSync(inRoot('dist/support-group-elements.js'))) {
  console.error('dist/ is missing: run `npm run build` first.');
  process.exit(1);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Tasks of the page's main thread in a trace: `{ start, ms }`, and the events inside. */
function readTrace(buffer) {
  const { traceEvents } = JSON.parse(Buffer.from(buffer).toString('utf8'));
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const busy = ({ pid, tid }) =>
    traceEvents
      .filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
      .reduce((sum, { dur = 0 }) => sum + dur, 0);
  const { pid, tid } = mains.sort((a, b) => busy(b) - busy(a))[0] ?? {};
  const events = traceEvents.filter((event) => event.pid === pid && event.tid === tid);
  const tasks = events
    .filter(({ name, ph }) => ph === 'X' && name === 'RunTask')
    .map(({ ts, dur = 0 }) => ({ start: ts, ms: dur / 1000 }));
  return { events, tasks };
}

/** In the page: waits until the element's tree has not changed for `quiet` ms; gives when it last changed. */
function settled(quiet) {
  return new Promise((ok) => {
    const root = document.querySelector('support-group-finder').shadowRoot;
    let last = performance.now();
    const observer = new MutationObserver(() => (last = performance.now()));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const look = () => {
      if (performance.now() - last < quiet) return setTimeout(look, 50);
      observer.disconnect();
      ok(last);
    };
    look();
  });
}

const server = await serve({ roots: [{ at: '/', dir: inRoot('bench') }, ...demoRoots] });
const browser = await launch();
const runs = { evaluate: [], loadLongest: [], loadLayout: [], loadTotal: [], loadDone: [], shift: [] };
const actions = [
  {
    name: 'one keystroke',
    type: async (page, input) => (await input.focus(), await page.keyboard.press('m')),
  },
  { name: 'the next keystroke', type: async (page) => page.keyboard.press('e') },
  { name: 'one keystroke more', type: async (page) => page.keyboard.press('t') },
  {
    name: 'clearing the search',
    type: async (page) => (
      await page.keyboard.down('Control'),
      await page.keyboard.press('a'),
      await page.keyboard.up('Control'),
      await page.keyboard.press('Backspace')
    ),
  },
  { name: 'one filter', filter: true },
].map((action) => ({ ...action, settle: [], longest: [] }));

try {
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    page.on('pageerror', (error) => console.error(`In the page: ${error.message}`));
    await page.emulateCPUThrottling(THROTTLE);
    await page.evaluateOnNewDocument(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(`${server.url}finder.html`, { waitUntil: 'load' });
    await page.waitForFunction(() =>
      document.querySelector('support-group-finder')?.shadowRoot?.querySelector('input'),
    );
    const done = await page.evaluate(settled, 700);
    const { events, tasks } = readTrace(await page.tracing.stop());
    const script = events.filter(({ name }) => name === 'v8.evaluateModule'); // the page has this one module
    runs.evaluate.push(script.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0));
    const from = Math.min(...script.map(({ ts }) => ts));
    const after = tasks.filter(({ start, ms }) => start + ms * 1000 >= from);
    runs.loadLongest.push(Math.max(...after.map(({ ms }) => ms)));
    const { start, ms } = after.find((task) => task.ms === runs.loadLongest.at(-1));
    const inLongest = events.filter(({ ts }) => ts >= start && ts < start + ms * 1000);
    const layout = inLongest.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree');
    runs.loadLayout.push(layout.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0));
    runs.loadTotal.push(after.reduce((sum, { ms }) => sum + ms, 0));
    runs.loadDone.push(done);
    runs.shift.push(await page.evaluate(() => globalThis.shift));

    const input = await page.evaluateHandle(() =>
      document
        .querySelector('support-group-finder')
        .shadowRoot.querySelector('input[type="search"], input:not([type="checkbox"]):not([type="radio"])'),
    );
    for (const action of actions) {
      let box;
      if (action.filter) {
        box = (
          await page.evaluateHandle(() =>
            document
              .querySelector('support-group-finder')
              .shadowRoot.querySelector('input[type="checkbox"], [aria-pressed]'),
          )
        ).asElement();
        if (!box) continue;
        await box.evaluate((element) => {
          const details = element.closest('details');
          if (details) details.open = true;
          element.scrollIntoView({ block: 'center' });
        });
        await new Promise((ok) => setTimeout(ok, 300));
      }
      await page.evaluate(() => {
        globalThis.began = undefined;
        const note = (event) => (globalThis.began ??= event.timeStamp);
        for (const name of ['keydown', 'click', 'change'])
          addEventListener(name, note, { capture: true, once: true });
      });
      const end = page.evaluate(settled, 400);
      await page.tracing.start({ categories: CATEGORIES });
      if (action.filter) await box.evaluate((element) => element.click());
      else await action.type(page, input);
      const last = await end;
      const trace = readTrace(await page.tracing.stop());
      const began = await page.evaluate(() => globalThis.began ?? NaN);
      action.settle.push(Math.max(0, last - began));
      action.longest.push(Math.max(0, ...trace.tasks.map(({ ms }) => ms)));
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

const rows = [
  ['load: module evaluation', median(runs.evaluate), undefined],
  ['load: longest task', median(runs.loadLongest), 60],
  ['load: style and layout in that task', median(runs.loadLayout), undefined],
  ['load: main thread busy, sum', median(runs.loadTotal), undefined],
  ['load: all in the DOM after navigation', median(runs.loadDone), 1000],
  ...actions
    .filter(({ settle }) => settle.length > 0)
    .flatMap(({ name, settle, longest }) => [
      [`${name}: to settled DOM`, median(settle), 50],
      [`${name}: longest task`, median(longest), undefined],
    ]),
];
console.log(`Medians of ${RUNS} runs, processor slowed down ${THROTTLE} times, 360 px wide`);
console.log(`${''.padEnd(42)}      ms  budget`);
for (const [name, value, budget] of rows) {
  const over = budget !== undefined && value > budget;
  if (over) process.exitCode = 1;
  console.log(
    `${name.padEnd(42)}${value.toFixed(1).padStart(8)}${budget === undefined ? '' : `${String(budget).padStart(8)}${over ? '  OVER' : ''}`}`,
  );
}
const shift = median(runs.shift);
if (shift > 0) process.exitCode = 1;
console.log(
  `${'layout shift'.padEnd(42)}${shift.toFixed(4).padStart(8)}${'0'.padStart(8)}${shift > 0 ? '  OVER' : ''}`,
);
