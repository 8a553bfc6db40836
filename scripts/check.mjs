/** `npm run check`: everything that needs neither a build nor a browser: types, lint, rooms, data. */
import process from 'node:process';
import { bin, node, nodeTests } from './lib/run.mjs';

const NEED_NO_BUILD = ['rooms', 'data', 'words', 'reading-level', 'forbidden', 'version'];

const results = [];
const run = async (name, work) => {
  console.log(`\n== ${name}`);
  results.push([name, await work()]);
};
await run('types', () => node([bin('typescript', 'tsc'), '--noEmit']));
await run(
  'rooms, data, words',
  async () => (await nodeTests(NEED_NO_BUILD.map((name) => `test/checks/${name}.check.mjs`))).code,
);
await run('eslint', () => node([bin('eslint'), '.', '--max-warnings', '0']));
await run('prettier', () => node([bin('prettier'), '--check', '--log-level', 'warn', '.']));
await run('lit-analyzer', () => node([bin('lit-analyzer'), 'src/**/*.ts', '--strict', '--quiet']));

console.log('');
for (const [name, code] of results) console.log(`${code ? 'FAILED' : 'ok    '} ${name}`);
process.exitCode = results.some(([, code]) => code) ? 1 : 0;
