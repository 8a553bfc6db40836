/**
 * What is looked at on a page that is hard on its guests: how the elements look, what the accessibility tree says of
 * them, whether their roots are closed, and a short walk with a real keyboard. test/hosts/matrix/probe.js reads the looks.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import resolve from '@rollup/plugin-node-resolve';
import { hostRoot, serve } from '../../scripts/serve.mjs';
import { distFolder, eventually, openPage } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const matrix = join(root, 'test/hosts/matrix');
const MODULE_FILE = 'support-group-elements.js';
export const TAGS = ['support-group-finder', 'crisis-lines', 'twelve-steps'];

/** All host pages, by the name of their file. */
export const HOSTS = readdirSync(matrix)
  .filter((name) => name.endsWith('.html') && name !== 'plain.html')
  .map((name) => name.replace('.html', ''));

/** What a page says about itself in its head. */
export function about(host) {
  const text = readFileSync(join(matrix, `${host}.html`), 'utf8').replace(/\s+/g, ' ');
  const said = (pattern) => pattern.exec(text)?.[1].trim() ?? '';
  const meta = (name) => said(new RegExp(`<meta name="${name}" content="([^"]*)"`));
  return {
    title: said(/<title>(.*?)<\/title>/),
    sentence: said(/<p class="about">(.*?)<\/p>/),
    decides: meta('page-decides'),
    may: meta('may-differ').split(' '),
    narrowest: Number(meta('narrowest')),
    onlyWalk: meta('compares') === 'walk',
    testOnly: meta('test-only'),
  };
}

/** An application on the page that is made with another copy of Lit. */
async function foreignApp(lit) {
  const source = `import { html, LitElement } from '${lit}';
    customElements.define('foreign-app', class extends LitElement {
      static properties = { clicks: {} };
      render() { return html\`<button @click=\${() => { this.clicks = (this.clicks ?? 0) + 1; }}>\${this.clicks ?? 0}</button>\`; }
    });`;
  const id = join(root, 'foreign-app.js');
  const bundle = await rollup({
    input: id,
    plugins: [
      {
        name: 'source',
        resolveId: (one) => (one === id ? id : null),
        load: (one) => (one === id ? source : null),
      },
      resolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}

/** The search box of the finder. */
export const searchBox = (frame) =>
  frame.evaluateHandle(() => {
    const { element, find, root } = globalThis.probe;
    return find(root(element('support-group-finder')), 'input[type=search]');
  });

/** Fails with what is in a list. */
export const none = (list, what) => assert.equal(list.length, 0, `${what}: ${list.join('\n')}`);

/** Replaces the one place that a pattern finds; more or none: the test would no longer test what it says. */
export function replaceOnce(text, pattern, by) {
  const found = [...text.matchAll(new RegExp(pattern, 'g'))];
  assert.equal(found.length, 1, `${pattern} is in the module once`);
  return text.replace(pattern, by);
}

export const builtModule = () => readFileSync(join(distFolder, MODULE_FILE), 'utf8');

/**
 * Serves the host pages with a module (the built one, or a text in its place) and what the pages need beside it.
 * `shared: false`: pages of other origins may not load the module.
 */
export async function serveMatrix({ module, made = {}, shared = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sge-hosts-'));
  for (const [name, text] of Object.entries({ ...made, ...(module && { [MODULE_FILE]: module }) }))
    writeFileSync(join(folder, name), text);
  const only = /^\/support-group-elements[\w.-]*\.js(\.map)?$/;
  const server = await serve({
    roots: [
      { at: '/', dir: join(root, 'test/hosts') },
      // The gallery, with the pages under its own address.
      { at: '/demo/', dir: join(root, 'demo') },
      { ...hostRoot, at: '/demo/hosts/' },
      { at: '/made/', dir: folder },
      { at: '/dist/', dir: folder, only },
      { at: '/dist/', dir: distFolder, only },
    ],
    // A frame without an origin of its own asks for modules as a stranger would.
    headers: (path) => (shared && path.startsWith('/dist/') ? { 'Access-Control-Allow-Origin': '*' } : {}),
  });
  return {
    ...server,
    page: (host, dress = '') =>
      `${server.url}matrix/${host}.html${dress && `?dress=${encodeURIComponent(dress)}`}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const foreignApps = async () => ({
  'lit-2.js': await foreignApp('lit2'),
  'lit-3.js': await foreignApp('lit'),
});

/** Opens a host page and waits until all elements are rendered; `frame` is where they are. */
export async function openHost(browser, address, { prepare, ...options } = {}) {
  const { page, record, close } = await openPage(browser, options);
  await prepare?.(page);
  await page.goto(address);
  const frame = page.frames()[1] ?? page.mainFrame();
  // Not by waitForFunction: what that sends into the page does not survive every polluted prototype.
  await eventually(() => frame.evaluate(() => globalThis.probe.allRendered()), assert.ok, 10_000);
  return { page, frame, record, close };
}

export const looks = (frame) => frame.evaluate(() => globalThis.probe.looks());

export const widths = (frame) => frame.evaluate(() => globalThis.probe.widths());

/** Whether each root is out of reach for a script that holds the element. */
export const closedRoots = (frame) =>
  frame.evaluate(() => globalThis.probe.elements().map((one) => one.shadowRoot === null));

/** The accessibility tree of the elements, one line for each node, which shows closed roots too. */
export async function tree(page, frame) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frame._id });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node, depth) => {
    // Lines of text, and boxes that mean nothing, are the browser's own bookkeeping.
    const told =
      !node.ignored &&
      node.role.value !== 'InlineTextBox' &&
      !(node.role.value === 'generic' && !node.name?.value);
    if (told) {
      const states = (node.properties ?? [])
        .filter(({ value }) => value.value !== undefined)
        .map(({ name, value }) => `${name}=${value.value}`);
      lines.push(
        [
          ' '.repeat(depth) + node.role.value,
          JSON.stringify(node.name?.value ?? ''),
          node.description?.value ?? '',
          node.value?.value ?? '',
          ...states,
        ].join(' '),
      );
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), depth + (told ? 1 : 0));
  };
  for (const tag of TAGS) {
    const base = await frame.evaluateHandle(
      (name) => globalThis.probe.wrapper(globalThis.probe.element(name)),
      tag,
    );
    const id = await base.backendNodeId();
    lines.push(`<${tag}>`);
    const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === id);
    if (top) visit(top, 1);
  }
  await session.detach();
  return lines;
}

/** The first difference of two lists in words; empty: none. */
export function firstDifference(plain, host) {
  for (let i = 0; i < Math.max(plain.length, host.length); i++) {
    if (plain[i] !== host[i]) return `line ${i}: ${plain[i] ?? 'nothing'} became ${host[i] ?? 'nothing'}`;
  }
  return '';
}

const FIRST = 'Crystal Meth Anonymous';

/**
 * The same short walk everywhere, with a real pointer and real keys: words into the search box, on with Tab, details
 * opened with Enter, on again, and the words taken away. Gives what a visitor met on the way, one line each.
 */
export async function walk(page, frame) {
  const met = [];
  const finder = await frame.evaluateHandle(() => globalThis.probe.element('support-group-finder'));
  const box = await searchBox(frame);
  const groups = () =>
    finder.evaluate((one) => {
      const { find, findAll, root } = globalThis.probe;
      const list = find(root(one), '.results') ?? root(one);
      return findAll(list, 'article :is(h3, h4, h5)')
        .map((name) => name.textContent.trim())
        .join(', ');
    });
  /** What has the focus inside the finder, and the ring around it. */
  const focused = () =>
    finder.evaluate((one) => {
      const active = globalThis.probe.root(one).activeElement;
      if (!active) return 'nothing';
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const open = active.parentElement.open === true ? ' open' : '';
      return `${active.localName} "${active.textContent.trim()}"${open}, ring ${outlineStyle} ${outlineWidth}`;
    });
  const atFirst = await groups();
  met.push(`at first: ${atFirst}`);
  await box.click();
  await page.keyboard.type('meth');
  met.push(`for "meth": ${await eventually(groups, (names) => assert.ok(names.startsWith(FIRST), names))}`);
  let place = '';
  for (let tabs = 0; tabs < 20 && !place.startsWith('summary'); tabs++) {
    await page.keyboard.press('Tab');
    place = await focused();
    met.push(place);
  }
  assert.match(place, /^summary/, 'Tab comes to details');
  await page.keyboard.press('Enter');
  met.push(await eventually(focused, (now) => assert.match(now, / open,/)));
  for (let tabs = 0; tabs < 3; tabs++) {
    await page.keyboard.press('Tab');
    met.push(await focused());
  }
  await box.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await eventually(groups, (names) => assert.equal(names, atFirst));
  met.push(`cleared: ${atFirst}`);
  return met;
}
