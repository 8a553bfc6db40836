/**
 * `npm run lighthouse`: Lighthouse (its mobile defaults) on the home page of the demo site; prints the four scores and
 * what failed, and ends with 1 below the floor of a score. Needs a build, and the npm registry where npx has not got
 * Lighthouse yet. Argument: another page of demo/.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FLOORS = { performance: 95, accessibility: 100, 'best-practices': 100 };
/** Elements, addresses and the like that one audit names. */
const ITEMS_NAMED = 5;

function run(command, args, env) {
  return new Promise((ok, fail) => {
    const windows = process.platform === 'win32'; // npx is a script there, and scripts need a shell
    const child = spawn(command, windows ? args.map((arg) => `"${arg}"`) : args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
      env: { ...process.env, ...env },
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => ok(signal ? 1 : code));
  });
}

/** What an item of an audit is about, in one line. */
function itemText(item) {
  const node = item.node ?? item;
  const text = [node.selector, node.nodeLabel, item.url, item.source?.url, item.description, item.label];
  return [...new Set(text.filter((part) => typeof part === 'string'))].join(' | ').slice(0, 200);
}

/** All items of an audit; insights hold tables inside lists. */
function itemsOf(details) {
  const items = Array.isArray(details?.items) ? details.items : [];
  return items.flatMap((item) => (Array.isArray(item?.items) ? itemsOf(item) : [item]));
}

const folder = mkdtempSync(join(tmpdir(), 'sge-lighthouse-'));
const server = await serve();
try {
  const browser = await findBrowser();
  const report = join(folder, 'report.json');
  const code = await run(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      server.url + (process.argv[2] ?? ''),
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--output=json',
      `--output-path=${report}`,
      `--chrome-flags=${['--headless=new', ...browser.args].join(' ')}`,
    ],
    { ...browser.env, CHROME_PATH: browser.executablePath, npm_config_loglevel: 'error' },
  );
  if (code) throw new Error(`Lighthouse ended with ${code}.`);
  const { audits, categories, lighthouseVersion, runtimeError } = JSON.parse(readFileSync(report, 'utf8'));
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);

  console.log(`Lighthouse ${lighthouseVersion}, mobile, ${browser.name}`);
  for (const id of CATEGORIES) {
    const { title, score, auditRefs } = categories[id];
    const points = Math.round((score ?? 0) * 100);
    const floor = FLOORS[id];
    const below = floor !== undefined && points < floor;
    if (below) process.exitCode = 1;
    console.log(
      `${below ? 'FAILED' : 'ok    '} ${title.padEnd(16)} ${String(points).padStart(3)}${floor === undefined ? '' : ` (floor ${floor})`}`,
    );
    for (const ref of auditRefs) {
      const audit = audits[ref.id];
      if (audit.score === null || audit.score >= (audit.scoreDisplayMode === 'numeric' ? 0.9 : 1)) continue;
      console.log(
        `         ${ref.id} (weight ${ref.weight}): ${audit.title}${audit.displayValue ? ` – ${audit.displayValue}` : ''}`,
      );
      for (const item of itemsOf(audit.details).slice(0, ITEMS_NAMED)) {
        const text = itemText(item);
        if (text) console.log(`           ${text}`);
      }
    }
  }
  for (const id of [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
    'speed-index',
  ])
    console.log(`       ${audits[id].title.padEnd(26)} ${audits[id].displayValue}`);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
