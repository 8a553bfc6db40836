/**
 * `npm run pictures`: pictures to be looked at, whole length, into pictures/.
 * - every page of demo/ at 360, 768 and 1280 px, on a light and a dark page;
 * - pictures/elements/: every element in its main states at 320, 768 and 1280 px, light, dark, in forced colours, from
 *   right to left, with words 40 % longer, as it is printed, and in Spanish.
 * On the way it looks for what a picture shows too late: a page wider than its window (also at 240 and 480 px), text
 * that is cut off or stands outside its box, errors. Ends with 1 where it found something.
 *
 * Needs a build; WALK_DIST names another folder with one. Arguments: parts of the names of pictures, to take only these
 * (`*` stands for anything: `npm run pictures -- index finder-meth "card*rtl"`).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { launch } from './browser.mjs';
import { inRoot } from './lib/run.mjs';
import { hostRoot, serve } from './serve.mjs';

const DEMO_WIDTHS = [360, 768, 1280];
const ELEMENT_WIDTHS = [320, 768, 1280];
/** Checked, without a picture. */
const MORE_WIDTHS = [240, 480];
const HEIGHT = 800;
/** The browser draws no picture that is longer. */
const LONGEST = 16_000;
/** Pages at work at once; each is in a window of its own, so that none is hidden and slowed down. */
const WORKERS = 2;

/** Tags that browsers and Intl take for right-to-left and left-to-right, and that no data folder will ever have. */
const RTL = 'ar-XB';
const LONG = 'en-XA';

const MODES = {
  light: {},
  dark: { scheme: 'dark' },
  forced: { scheme: 'dark', forced: true },
  rtl: { lang: RTL },
  long: { lang: LONG },
  print: { media: 'print' },
  es: { lang: 'es' },
};

const finder = (state, more = {}) => ({ tag: 'support-group-finder', state, country: 'us', ...more });
const SUBMIT = '.question .button:not([type])';
const PICK = '.pick button';
const UNPICKED = '.pick button[aria-pressed=false]';

const LISTS =
  '/lists/aa.json#group=aa&label=AA /lists/na.json#group=na&label=NA /lists/clinic.json#label=Clinic';
const meetings = (state, more = {}) => ({ tag: 'meeting-finder', state, country: 'us', src: LISTS, ...more });

/**
 * `typed`: into the search box; `click`: selectors, clicked in that order; `place`: into the box for one; `fails`: what
 * the console says belongs to it; `unanswered`: no list comes; everything else: attributes.
 */
const STATES = [
  finder('browse'),
  finder('meth', { typed: 'meth' }),
  finder('overdose', { typed: 'overdose' }),
  finder('loss', { typed: 'lost my son to an overdose' }),
  finder('skunk', { typed: 'skunk' }),
  finder('alcohol', { typed: 'alcohol' }),
  finder('unknown', { country: undefined }),
  finder('open', { click: ['[part=filters] summary', '.group-details > summary'] }),
  finder('empty', { groups: 'na ma', audience: 'family' }),
  finder('question', { start: 'guided', click: [] }),
  finder('several', { start: 'guided', click: ['.option'] }),
  finder('guided', {
    start: 'guided',
    substance: 'alcohol',
    click: ['.option', '.option:nth-child(3)', '.options input', SUBMIT, SUBMIT, SUBMIT],
  }),
  finder('narrow', {
    start: 'guided',
    substance: 'nicotine',
    attendance: 'phone',
    click: ['.option', '.option:nth-child(2)', SUBMIT, SUBMIT],
  }),
  finder('family', { audience: 'family', groups: undefined }),
  finder('today', { click: ['.row > .button.quiet'] }),
  finder('picks', { groups: 'na smart lifering', click: [PICK, UNPICKED] }),
  finder('compare', { groups: 'na smart lifering', click: [PICK, UNPICKED, '.tray .button'] }),
  finder('handout', { groups: 'na smart lifering', click: [PICK, UNPICKED, '.tray .button:nth-of-type(2)'] }),
  finder('exit', { 'quick-exit': '', click: ['.exit-about > summary'] }),
  meetings('loading', { unanswered: true }),
  meetings('list'),
  meetings('details', { click: ['.name', 'li:nth-child(3) .name'] }),
  meetings('filters', { click: ['[part=filters] summary', '.choice input'] }),
  meetings('near', { click: ['.chip[aria-expanded]'], place: 'Port Ellery' }),
  meetings('table', { view: 'table', click: ['.name'] }),
  meetings('empty', { typed: 'submarine' }),
  meetings('danger', { typed: 'overdose' }),
  meetings('one-failed', { src: `${LISTS} /lists/none.json#label=Ellery`, fails: true }),
  meetings('all-failed', { src: '/lists/none.json#label=Ellery /lists/no.json', fails: true }),
  { tag: 'crisis-lines', state: 'us', country: 'us' },
  { tag: 'crisis-lines', state: 'unknown' },
  { tag: 'twelve-steps', state: 'themes' },
  { tag: 'twelve-steps', state: 'steps', step: '4' },
  { tag: 'four-points', state: 'closed' },
  { tag: 'four-points', state: 'open', click: ['details:not([open]) > summary'] },
  { tag: 'support-group-card', state: 'smart-open', country: 'us', group: 'smart', open: '' },
  { tag: 'support-group-card', state: 'sos', country: 'us', group: 'sos' },
  { tag: 'support-group-card', state: 'craft-open', country: 'us', group: 'craft', open: '' },
  { tag: 'support-group-comparison', state: 'two', country: 'us', groups: 'na smart' },
  { tag: 'support-group-comparison', state: 'four', country: 'us', groups: 'na smart lifering sos' },
  { tag: 'recovery-guide', state: 'first-meeting', topic: 'first-meeting' },
  {
    tag: 'recovery-guide',
    state: 'words',
    topic: 'first-meeting',
    click: ['.term', '.term:not([aria-expanded=true])'],
  },
  { tag: 'recovery-guide', state: 'families', topic: 'for-families' },
];

// ---- what to take

const wanted = process.argv
  .slice(2)
  .map((name) => new RegExp(name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')));
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => part.test(name));

const demoJobs = readdirSync(inRoot('demo'))
  .filter((name) => name.endsWith('.html'))
  .flatMap((page) =>
    ['light', 'dark'].map((scheme) => ({
      page,
      mode: { scheme },
      pictures: DEMO_WIDTHS.map((width) => ({
        width,
        name: `${page.replace('.html', '')}-${width}-${scheme}`,
      })),
    })),
  );
const elementJobs = STATES.flatMap((state) =>
  Object.entries(MODES).map(([mode, settings]) => ({
    state,
    mode: settings,
    pictures: ELEMENT_WIDTHS.map((width) => ({
      width,
      name: `elements/${state.tag}-${state.state}-${width}-${mode}`,
    })),
  })),
);
const jobs = [...elementJobs, ...demoJobs]
  .map((job) => ({ ...job, pictures: job.pictures.filter(({ name }) => isWanted(name)) }))
  .filter(({ pictures }) => pictures.length > 0);

// ---- two languages that English readers can read

/** What the search understands, not what it shows: it stays, so that the same words can be typed. */
const UNTOUCHED = new Set(['$schema', 'terms']);
const ACCENTED = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û' };

/**
 * Each word runs from right to left, and so does the line (the way Android's pseudo-locale ar-XB is made). Numbers run
 * from left to right in these languages too.
 */
const mirrored = (text) =>
  text.replace(/[^\s{}]+/g, (word) => (/\d/.test(word) ? word : `\u200f\u202e${word}\u202c\u200f`));

/** Each word grows by 40 %, at its vowels, so that long words come about too. */
const lengthened = (text) =>
  text.replace(/[^\s{}]+/g, (word) => {
    let more = Math.ceil(word.length * 0.4);
    const grown = word.replace(/[aeiou]/gi, (vowel) => ACCENTED[vowel].repeat(more-- > 0 ? 2 : 1));
    return more > 0 ? grown.replace(/\p{L}/u, (letter) => letter.repeat(1 + more)) : grown;
  });

function translated(value, word) {
  if (typeof value === 'string') {
    // Placeholders stay as they are.
    return value
      .split(/(\{\w+\})/)
      .map((part, i) => (i % 2 ? part : word(part)))
      .join('');
  }
  if (Array.isArray(value)) return value.map((one) => translated(one, word));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, UNTOUCHED.has(key) ? one : translated(one, word)]),
  );
}

/** All words that are shown, as `registerLanguage` takes them. */
function pseudoLanguage(word) {
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(
    readdirSync(inRoot('data/text/en'))
      .filter((file) => !['crisis-words.json', 'search.json'].includes(file))
      .map((file) => [
        camel(file.replace('.json', '')),
        translated(JSON.parse(readFileSync(inRoot('data/text/en', file), 'utf8')), word),
      ]),
  );
}

const languages = { [RTL]: pseudoLanguage(mirrored), [LONG]: pseudoLanguage(lengthened) };

// ---- inside the page

/** Opens the closed roots, to see what is in them. */
function openRoots() {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
}

/** Whether all of our elements are there with everything that they bring later. */
function allThere() {
  return [...document.querySelectorAll('*')]
    .filter(({ localName }) => localName.includes('-') && localName !== 'meeting-feed')
    .every(
      ({ localName, shadowRoot }) =>
        shadowRoot?.querySelector('[part=footer], [part=handout]') &&
        // Filters of a long list are not made before somebody wants them.
        [
          ...shadowRoot.querySelectorAll(
            localName === 'meeting-finder' ? '[part=disclosure][open]' : '[part=disclosure]',
          ),
        ].every(({ childElementCount }) => childElementCount > 1),
    );
}

/** Puts one element in one state alone on the page. */
async function show(
  { tag, state: _state, fails: _fails, typed, click = [], place, unanswered, ...attributes },
  lang,
  rtl,
) {
  Object.assign(document.documentElement, { lang, dir: rtl ? 'rtl' : 'ltr' });
  document.body.replaceChildren();
  globalThis.realFetch ??= globalThis.fetch;
  globalThis.fetch = unanswered ? () => new Promise(() => {}) : globalThis.realFetch;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  const link = Object.assign(document.createElement('a'), { href: '#', textContent: 'Help' });
  element.append(link);
  document.body.append(element);
  await customElements.whenDefined(tag);
  await element.updateComplete;
  const frame = () => new Promise((ok) => setTimeout(ok, 30));
  while (!element.shadowRoot.querySelector('[part=footer]')) await frame();
  if (tag === 'meeting-finder' && !unanswered)
    while (element.shadowRoot.querySelector('[data-starting]')) await frame();
  if (typed !== undefined) {
    const box = element.shadowRoot.querySelector('input[type=search]');
    box.value = typed;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await element.updateComplete;
  }
  for (const selector of click) {
    const target = element.shadowRoot.querySelector(selector);
    // Words that are not English any more are not found in the glossary.
    if (!target && lang === 'en') throw new Error(`there is no ${selector}`);
    target?.click();
    await frame();
    await element.updateComplete;
  }
  if (place !== undefined) {
    const box = element.shadowRoot.querySelector('#meeting-place');
    box.value = place;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  }
}

/** What is wrong with how the page is laid out, one line each. */
function layoutFaults() {
  const faults = [];
  const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wider > 0) faults.push(`WIDER than the window by ${wider} px`);
  const nameOf = (node) =>
    `${node.localName}${[...node.classList].map((name) => `.${name}`).join('')} "${node.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  const hidden = (node) => !node.checkVisibility() || node.closest('.visually-hidden, .status, [hidden]');

  for (const host of document.querySelectorAll('*')) {
    const root = host.shadowRoot;
    if (!root) continue;
    const outer = host.getBoundingClientRect();
    for (const node of root.querySelectorAll('*')) {
      if (hidden(node)) continue;
      const style = getComputedStyle(node);
      const cuts = [style.overflowX, style.overflowY].some((value) => value !== 'visible');
      if (cuts && !['INPUT', 'SELECT'].includes(node.tagName)) {
        if (node.scrollWidth > node.clientWidth + 1) faults.push(`CUT OFF at the side: ${nameOf(node)}`);
        if (node.scrollHeight > node.clientHeight + 1 && node.clientHeight > 0)
          faults.push(`CUT OFF below: ${nameOf(node)}`);
      }
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || hidden(parent) || parent.localName === 'option') continue;
      let box = parent;
      while (box.parentElement && ['inline', 'contents'].includes(getComputedStyle(box).display))
        box = box.parentElement;
      const inner = box.getBoundingClientRect();
      range.selectNodeContents(text);
      for (const { left, right, width } of range.getClientRects()) {
        if (width === 0) continue;
        if (left < outer.left - 1 || right > outer.right + 1) {
          faults.push(`OUTSIDE the element: ${nameOf(parent)}`);
          break;
        }
        if (left < inner.left - 1 || right > inner.right + 1) {
          faults.push(`OUTSIDE its box ${box.localName}.${box.className}: ${nameOf(parent)}`);
          break;
        }
      }
    }
  }
  return faults;
}

// ---- the work

const folder = inRoot('pictures');
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
for (const { pictures } of jobs)
  for (const { name } of pictures) mkdirSync(dirname(join(folder, name)), { recursive: true });

const dist = process.env.WALK_DIST ?? inRoot('dist');
const built = /^\/(?:support-group-elements[\w.-]*\.js(\.map)?|embed\.html)$/;
const server = await serve({
  roots: [
    { at: '/', dir: inRoot('demo') },
    { at: '/', dir: dist, only: built },
    { at: '/host/', dir: inRoot('test/hosts/pictures') },
    { at: '/dist/', dir: dist, only: built },
    hostRoot,
  ],
});
const browser = await launch({ args: ['--hide-scrollbars', '--force-color-profile=srgb'] });
const faults = new Map();
let taken = 0;

/** The same fault in several pictures is one fault. */
const report = (fault, where) => faults.set(fault, [...(faults.get(fault) ?? []), where]);

async function worker(queue) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  let current = '';
  let fails = false;
  page.on('pageerror', (error) => report(`ERROR: ${error?.message ?? error}`, current));
  page.on('console', (message) => {
    if (
      !fails &&
      ['error', 'warn'].includes(message.type()) &&
      !message.location()?.url?.endsWith('favicon.ico')
    )
      report(`CONSOLE: ${message.text()}`, current);
  });
  await page.evaluateOnNewDocument(openRoots);

  const look = async (width, where) => {
    await page.setViewport({ width, height: HEIGHT });
    await page.evaluate(() => new Promise((ok) => requestAnimationFrame(() => setTimeout(ok, 30))));
    for (const fault of await page.evaluate(layoutFaults)) report(fault, where);
  };

  for (let job = queue.shift(); job; job = queue.shift()) {
    const { mode, pictures, state } = job;
    current = pictures[0].name;
    fails = state?.fails ?? job.page === 'gallery.html';
    try {
      await session.send('Emulation.setEmulatedMedia', {
        media: mode.media ?? 'screen',
        features: [
          { name: 'prefers-color-scheme', value: mode.scheme ?? 'light' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
          { name: 'forced-colors', value: mode.forced ? 'active' : 'none' },
        ],
      });
      await page.setViewport({ width: pictures[0].width, height: HEIGHT });
      if (state) {
        const address = `${server.url}host/`;
        if (page.url() !== address) {
          await page.goto(address);
          await page.evaluate(async (all) => {
            const { registerLanguage } = await import('/dist/support-group-elements.js');
            for (const [tag, words] of Object.entries(all)) registerLanguage(tag, words);
          }, languages);
        }
        await page.evaluate(show, state, mode.lang ?? 'en', mode.lang === RTL);
      } else {
        await page.goto(server.url + job.page, { waitUntil: 'load' });
      }
      await page.waitForFunction(allThere, { timeout: 10_000 });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));

      for (const { width, name } of pictures) {
        current = name;
        await look(width, name);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.screenshot({
          path: join(folder, `${name}.png`),
          clip: { x: 0, y: 0, width, height: Math.min(height, LONGEST) },
          captureBeyondViewport: true,
          optimizeForSpeed: true,
        });
        taken++;
      }
      if (mode.media !== 'print')
        for (const width of MORE_WIDTHS)
          await look(width, pictures[0].name.replace(/-\d+(?=-\w+$)/, `-${width}`));
    } catch (error) {
      report(`NOT TAKEN: ${error.message}`, current);
    }
  }
  await context.close();
}

const started = performance.now();
try {
  const queue = [...jobs];
  await Promise.all(Array.from({ length: WORKERS }, () => worker(queue)));
} finally {
  await browser.close();
  await server.close();
}
for (const [fault, where] of faults) {
  console.log(
    `${fault}\n  ${[...new Set(where)].slice(0, 6).join(', ')}${where.length > 6 ? `, … (${where.length})` : ''}`,
  );
}
console.log(
  `${taken} pictures in pictures/, ${faults.size} faults, ${((performance.now() - started) / 1000).toFixed(0)} s. Look at them.`,
);
process.exitCode = faults.size ? 1 : 0;
