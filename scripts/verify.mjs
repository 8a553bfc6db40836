/**
 * `npm run verify`: the long one, before a piece of work is called done: npm test, the element tests against the
 * built module, fuzzing with 10,000 runs, every host and state in full (FULL=1), and the pictures to look at.
 */
import process from 'node:process';
import { bin, files, node, nodeTests } from './lib/run.mjs';

const parts = [];
async function part(name, work) {
  console.log(`\n==== ${name}`);
  const from = performance.now();
  parts.push([name, await work(), (performance.now() - from) / 1000]);
}

await part('npm test', () => node(['scripts/test.mjs']));
await part('test:dist', () => node([bin('@web/test-runner', 'wtr')], { WTR_DIST: '1' }));
await part('fuzzing, 10,000 runs', () => node([bin('@web/test-runner', 'wtr')], { FUZZ_RUNS: '10000' }));
await part('walks, full matrices', async () => {
  const counts = await nodeTests(files('test/walk', '.walk.mjs'), { serial: true, env: { FULL: '1' } });
  return counts.failed;
});
await part('pictures', () => node(['scripts/pictures.mjs']));

console.log('');
for (const [name, code, seconds] of parts) {
  console.log(`${code ? 'FAILED' : 'ok    '} ${name.padEnd(28)} ${seconds.toFixed(0)} s`);
}
const failed = parts.filter(([, code]) => code).length;
console.log(`${parts.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
