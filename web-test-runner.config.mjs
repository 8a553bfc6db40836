/**
 * Browser tests. WTR_DIST=1 runs the element tests against the built module: every import of src/index.js
 * becomes /dist/support-group-elements.js. FUZZ_RUNS sets how often the fuzzing tests run (500).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './scripts/browser.mjs';
import { umdModules } from './scripts/lib/umd-modules.mjs';
import { cdpCommands } from './test/support/cdp-commands.mjs';
import { summaryReporter } from './test/support/summary-reporter.mjs';

const dist = Boolean(process.env.WTR_DIST);
const { name, ...launchOptions } = await findBrowser();
console.log(`Browser: ${name}${dist ? ', against the built module' : ''}`);

const fuzzRuns = Number(process.env.FUZZ_RUNS) || 500;
const long = fuzzRuns > 500;

const rooms = dist ? 'elements' : '{domain,content,locales,controllers,meetings,elements,styles}';

/** Sends every import of src/index.js in a test to the built module. */
const distPlugin = {
  name: 'dist',
  resolveImport({ source, context }) {
    return context.path.startsWith('/test/') && source.endsWith('/src/index.js')
      ? '/dist/support-group-elements.js'
      : undefined;
  },
};

const umd = umdModules();
const umdPlugin = {
  name: umd.name,
  transform: ({ path, body }) => umd.transform(body, path)?.code,
};

/** With every test comes the guard that fails it when a payload has run. */
const guardPlugin = {
  name: 'guard',
  transform({ path, body }) {
    return path.startsWith('/test/') && path.endsWith('.test.ts')
      ? `${body}\nimport '/test/support/fingerprint.ts';\n`
      : undefined;
  },
};

/** Meeting lists as they are: a JSON file of test/ is otherwise served as a module. */
async function rawFeeds(context, next) {
  const name = /^\/feeds\/([\w.-]+)$/.exec(context.path)?.[1];
  if (!name) return next();
  context.body = readFileSync(new URL(`test/fixtures/feeds/${name}`, import.meta.url));
  context.type = name.endsWith('.json') ? 'application/json' : 'text/plain';
}

export default {
  middleware: [rawFeeds],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: dist ? ['test/elements/**/*.test.ts'] : [`test/${rooms}/**/*.test.ts`, 'test/*.test.ts'],
  nodeResolve: true,
  // One page at a time: a second one is a hidden tab, where no frame is drawn and no transition starts.
  concurrency: 1,
  browsers: [chromeLauncher({ puppeteer, launchOptions })],
  browserStartTimeout: 60_000,
  testsFinishTimeout: long ? 1_200_000 : 180_000,
  testFramework: { config: { timeout: long ? 300_000 : 10_000 } },
  plugins: [
    ...(dist ? [distPlugin] : []),
    guardPlugin,
    umdPlugin,
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    cdpCommands(),
  ],
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Tests</title></head>
  <body>
    <script>globalThis.FUZZ_RUNS = ${fuzzRuns};</script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text', 'lcovonly'], reportDir: 'coverage' },
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    summaryReporter((counts) => {
      if (process.env.SUMMARY_FILE) writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(counts));
    }),
  ],
};
