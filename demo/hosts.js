/**
 * Compares the elements on pages that are hard on them with those on a plain page, in the visitor's own browser. Each
 * page is opened in a frame of this size, one after the other; hosts/matrix/probe.js in it reads how things look.
 */
import { asWide, differences } from './hosts/matrix/compare.js';

const WIDTH = 1280;
const HEIGHT = 900;
const PATIENCE = 15_000;

const rows = [...document.querySelectorAll('[data-host]')];
const summary = document.querySelector('.summary');
const all = document.querySelector('.actions button');

const frameShown = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));

/** Opens a page in a frame, waits until its elements are rendered, and gives what `read` makes of its window. */
async function onPage(address, read) {
  const frame = document.createElement('iframe');
  frame.className = 'checked-page';
  frame.title = 'The page that is being checked';
  frame.tabIndex = -1;
  frame.inert = true;
  frame.width = WIDTH;
  frame.height = HEIGHT;
  frame.src = address;
  document.body.append(frame);
  try {
    const until = performance.now() + PATIENCE;
    while (!frame.contentWindow.probe?.allRendered()) {
      if (performance.now() > until) throw new Error('its elements are not shown');
      await new Promise((next) => setTimeout(next, 50));
    }
    frame.contentWindow.probe.prepare();
    await frameShown();
    return read(frame.contentWindow);
  } finally {
    frame.remove();
  }
}

const meta = (window, name) => window.document.head.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** How the plain page looks, by the styles that it was given. */
const plain = new Map();
async function plainLook(styles) {
  if (!plain.has(styles)) {
    const address = `hosts/matrix/plain.html?dress=${encodeURIComponent(styles)}`;
    plain.set(styles, await onPage(address, ({ probe }) => [...probe.looks()]));
  }
  return plain.get(styles);
}

/** The differences of a page from the plain one, in words; none: the same. */
async function check(host) {
  const seen = await onPage(`hosts/matrix/${host}.html`, (window) => ({
    looks: [...window.probe.looks()],
    widths: [...window.probe.widths()],
    styles: meta(window, 'page-decides'),
    may: meta(window, 'may-differ').split(' '),
    narrowest: Number(meta(window, 'narrowest')),
  }));
  let { styles } = seen;
  if (seen.narrowest) {
    const narrow = seen.widths.find(({ width }) => width < seen.narrowest);
    if (narrow) return [`${narrow.tag} is ${narrow.width} pixels wide`];
    styles += asWide(seen.widths);
  }
  return differences(await plainLook(styles), seen.looks, { may: seen.may, most: 1 });
}

/** Checks one page and writes the verdict beside it; gives whether it is the same. */
async function judge(row) {
  const verdict = row.querySelector('.verdict');
  verdict.textContent = 'checking …';
  let found;
  try {
    found = await check(row.dataset.host);
  } catch (error) {
    found = [error.message];
  }
  verdict.textContent = found.length === 0 ? 'same' : `differs: ${found[0]}`;
  verdict.classList.toggle('differs', found.length > 0);
  return found.length === 0;
}

/** One check at a time: two at once would share the visitor's processor and window. */
let busy = false;
async function checkRows(list) {
  if (busy) return;
  busy = true;
  let same = 0;
  for (const [index, row] of list.entries()) {
    if (list.length > 1 && index % 10 === 0) summary.textContent = `${index} of ${list.length} are checked.`;
    if (await judge(row)) same++;
  }
  summary.textContent =
    list.length === 1
      ? `${list[0].querySelector('a').textContent}: ${list[0].querySelector('.verdict').textContent}`
      : `${list.length} pages are checked: ${same} look the same, ${list.length - same} differ. ` +
        `${rows.length - list.length} more are checked by the tests only.`;
  busy = false;
}

const checkable = rows.filter((row) => row.dataset.only === undefined);
for (const row of checkable) {
  const line = row.querySelector('.actions');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'check';
  button.textContent = 'Check';
  button.setAttribute('aria-label', `Check: ${row.querySelector('a').textContent}`);
  button.addEventListener('click', () => checkRows([row]));
  const verdict = document.createElement('span');
  verdict.className = 'verdict';
  line.append(button, verdict);
  line.hidden = false;
}

all.addEventListener('click', () => checkRows(checkable));
// It comes hidden, because without this script it would do nothing.
all.parentElement.hidden = false;
