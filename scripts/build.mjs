/**
 * `npm run build`: data check, then dist/ anew: the modules (rollup), the declarations (tsc), the custom-elements
 * manifest, the size table with its budget. Stops at the first thing that fails.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import process from 'node:process';
import { stripped } from './lib/rollup-plugins.mjs';
import { bin, files, inRoot, node, nodeTests } from './lib/run.mjs';

const started = performance.now();

async function step(name, work) {
  const from = performance.now();
  const code = await work();
  if (code) {
    console.error(`\nBuild: ${name} failed.`);
    process.exit(1);
  }
  console.log(`Build: ${name}, ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

/** A declaration that speaks of a JSON file (the English keys are a type) needs that file beside it. */
function copyJsonOfDeclarations() {
  for (const file of files('dist/types', '.d.ts')) {
    for (const [, path] of readFileSync(inRoot(file), 'utf8').matchAll(/['"](\.[^'"]+\.json)['"]/g)) {
      const target = resolve(dirname(inRoot(file)), path);
      const source = inRoot(relative(inRoot('dist/types'), target));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(
        target,
        JSON.stringify(stripped(JSON.parse(readFileSync(source, 'utf8')), relative(inRoot('data'), source))),
      );
    }
  }
}

await step('data check', async () => (await nodeTests(['test/checks/data.check.mjs'])).code);
rmSync(inRoot('dist'), { recursive: true, force: true });
const rollup = (part) => node([bin('rollup'), '-c', '--silent'], { BUILD_PART: part });
await step('modules', async () => Math.max(...(await Promise.all(['english', 'translated'].map(rollup)))));
await step('classic scripts', () => rollup('classics'));
await step('declarations', async () => {
  const code = await node([bin('typescript', 'tsc'), '-p', 'tsconfig.build.json']);
  if (!code) copyJsonOfDeclarations();
  return code;
});
await step('manifest', () =>
  node([
    bin('@custom-elements-manifest/analyzer', 'cem'),
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
    '--quiet',
  ]),
);
copyFileSync(inRoot('src/pages/embed.html'), inRoot('dist/embed.html'));
copyFileSync(inRoot('THIRD-PARTY-NOTICES.md'), inRoot('dist/THIRD-PARTY-NOTICES.md'));
await step('size', () => node(['scripts/size.mjs', ...process.argv.slice(2)]));
console.log(`Build: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
