/**
 * What the walks share: the plain pages of test/hosts/ with the built module beside them, a browser, a record of all
 * that a page does, and a way into closed roots (whoever holds one node of a root can ask it for the root).
 * WALK_DIST names another folder with a built module, to try whether a walk can fail.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const distFolder = process.env.WALK_DIST ?? join(root, 'dist');
export const MODULE = '/dist/support-group-elements.js';
export const TAGS = [
  'support-group-finder',
  'meeting-finder',
  'twelve-steps',
  'four-points',
  'support-group-card',
  'support-group-comparison',
  'recovery-guide',
  'crisis-lines',
];

/** The pages and the module; `withModule: false` answers 404 for the module. */
export const serveHosts = ({ headers, withModule = true } = {}) =>
  serve({
    roots: [
      { at: '/', dir: join(root, 'test/hosts') },
      ...(withModule
        ? [{ at: '/dist/', dir: distFolder, only: /^\/support-group-elements[\w.-]*\.js(\.map)?$/ }]
        : []),
    ],
    headers,
  });

/** Browsers ask for an icon on their own; that is no request of the page. */
const isIcon = (url) => url.endsWith('/favicon.ico') || url.startsWith('data:');

/** What may have changed is named on every page, once: the day of the test decides how much that is. */
const isStaleLine = ({ type, text }) => type === 'info' && text.includes('may have changed');

/**
 * A page in a browsing context of its own (no storage from before), with a record of what it does:
 * `{ page, record: { requests, console, stale, errors }, close }`; `stale` is the one line that names what may have
 * changed. Violations of its policy and movements that nobody asked for
 * are told by `violations(page)` and `shifts(page)`.
 */
export async function openPage(browser, { scripts = true, width = 1280, height = 900, prepare } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const record = { requests: [], console: [], stale: [], errors: [] };
  page.on('request', (request) => {
    if (!isIcon(request.url())) record.requests.push(request.url());
  });
  page.on('console', (message) => {
    if (isIcon(message.location()?.url ?? '')) return;
    const line = { type: message.type(), text: message.text() };
    (isStaleLine(line) ? record.stale : record.console).push(line);
  });
  page.on('pageerror', (error) => record.errors.push(String(error?.message ?? error)));
  await page.setViewport({ width, height });
  await page.setJavaScriptEnabled(scripts);
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (!blockedURI.endsWith('/favicon.ico'))
        globalThis.violations.push(`${violatedDirective} ${blockedURI}`);
    });
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) {
        if (!hadRecentInput) globalThis.shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await prepare?.(page);
  return { page, record, close: () => context.close() };
}

export const violations = (page) => page.evaluate(() => globalThis.violations);
export const shifts = (page) => page.evaluate(() => globalThis.shifts);

/** Opens all shadow roots before they are made: axe and the comparison of looks cannot see into closed ones. */
export const openRoots = (page) =>
  page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: 'open' });
    };
  });

/** Polls until `check` does not throw any more; fails with its last error. */
export async function eventually(read, check, timeout = 5_000) {
  const until = performance.now() + timeout;
  for (;;) {
    try {
      const value = await read();
      await check(value);
      return value;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((next) => setTimeout(next, 25));
    }
  }
}

/** A node by its role and name in the accessibility tree, which shows closed roots too. */
export const byRole = (page, role, name = '') => page.waitForSelector(`::-p-aria(${name}[role="${role}"])`);

/** The shadow root of the finder, closed as it is. */
export async function finderRoot(page) {
  const box = await byRole(page, 'searchbox');
  return { box, root: await box.evaluateHandle((node) => node.getRootNode()) };
}

/** Whether the children of every element are shown and can be used, and nothing else of it is. */
export async function assertFallback(page, tags = TAGS) {
  const states = await page.evaluate(
    (names) =>
      names.map((tag) => {
        const element = document.querySelector(tag);
        const seen = (node) => {
          node.scrollIntoView({ block: 'center' });
          const { width, height, left, top } = node.getClientRects()[0] ?? { width: 0 };
          return (
            width > 0 &&
            node.checkVisibility() &&
            document.elementFromPoint(left + width / 2, top + height / 2) === node
          );
        };
        const [link, phone] = element.querySelectorAll('a');
        return {
          tag,
          link: seen(link) && link.protocol === 'https:',
          phone: seen(phone) && phone.protocol === 'tel:',
        };
      }),
    tags,
  );
  assert.deepEqual(
    states,
    tags.map((tag) => ({ tag, link: true, phone: true })),
  );
}

/** Whether every element shows its content and has put its children away. */
export async function assertUpgraded(page, tags = TAGS) {
  await eventually(
    () =>
      page.evaluate(
        (names) => names.map((tag) => document.querySelector(tag).querySelector('a').checkVisibility()),
        tags,
      ),
    (shown) =>
      assert.deepEqual(
        shown,
        tags.map(() => false),
      ),
  );
}

const words = (file) => JSON.parse(readFileSync(join(root, 'data/text/en', file), 'utf8'));
const interfaceWords = { ...words('meetings.json'), ...words('ui.json') };
export const safety = words('safety.json');

/** English words of the interface by their key, so that a better word does not break a walk. */
export function ui(key, values = {}) {
  const found = interfaceWords[key];
  const text = typeof found === 'string' ? found : values.n === 1 ? found.one : found.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe in the page; gives the findings, one line each. */
export async function axe(page, options = {}) {
  await page.evaluate(axeSource);
  return page.evaluate(async (more) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      ...more,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
    );
  }, options);
}
