/**
 * `npm test`: builds, then every check and every test once. The last line is `N passed, N failed` (`, N skipped`).
 * Lint, formatting, types and the like count as one each. Runs all stages even when one fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from './browser.mjs';
import { bin, files, node, nodeTests } from './lib/run.mjs';

const started = performance.now();
const stages = [];

async function stage(name, work) {
  console.log(`\n== ${name}`);
  const from = performance.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error.message);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  stages.push({ name, seconds: (performance.now() - from) / 1000, ...counts });
  return counts.failed === 0;
}

/** A command that counts as one. */
const one = async (args, env) => {
  const failed = (await node(args, env)) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
};

async function browserTests(env) {
  const folder = mkdtempSync(join(tmpdir(), 'sge-wtr-'));
  const summary = join(folder, 'summary.json');
  try {
    const code = await node([bin('@web/test-runner', 'wtr')], { ...env, SUMMARY_FILE: summary });
    const counts = existsSync(summary)
      ? JSON.parse(readFileSync(summary, 'utf8'))
      : { passed: 0, failed: 1, skipped: 0 };
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const built = await stage('build', () => one(['scripts/build.mjs']));
await stage('checks (node)', () => nodeTests(files('test/checks', '.check.mjs')));
await stage('README tables are up to date', () => one(['scripts/readme-tables.mjs', '--check']));
await stage('docs/SOURCES.md is up to date', () => one(['scripts/sources.mjs', '--check']));
await stage('eslint', () => one([bin('eslint'), '.', '--max-warnings', '0']));
await stage('prettier', () => one([bin('prettier'), '--check', '--log-level', 'warn', '.']));
await stage('lit-analyzer', () => one([bin('lit-analyzer'), 'src/**/*.ts', '--strict', '--quiet']));
await stage('types', () => one([bin('typescript', 'tsc'), '--noEmit']));
// Find (and unpack) the browser once, before several processes want it.
const browser = await stage('browser', async () => {
  console.log((await findBrowser()).name);
  return { passed: 1, failed: 0, skipped: 0 };
});
if (browser) {
  await stage('browser tests', () => browserTests());
  const walks = files('test/walk', '.walk.mjs');
  if (walks.length > 0) {
    await stage('walks through the built module', () =>
      built ? nodeTests(walks, { serial: true }) : { passed: 0, failed: 1, skipped: 0 },
    );
  }
}

console.log('\nstage                                 seconds  passed  failed  skipped');
let passed = 0;
let failed = 0;
let skipped = 0;
for (const row of stages) {
  passed += row.passed;
  failed += row.failed;
  skipped += row.skipped;
  console.log(
    row.name.padEnd(37) +
      row.seconds.toFixed(1).padStart(8) +
      [row.passed, row.failed, row.skipped].map((n, i) => String(n).padStart(i === 2 ? 9 : 8)).join(''),
  );
}
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;
