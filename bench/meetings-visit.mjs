/** One visit of a page with a list of meetings: what the browser says while it loads, is typed into and filtered. */

/** Longest wait for the first row, and for what somebody did to show, in ms. */
const PATIENCE = 120_000;
/** Nothing in the element has changed for so long: it has settled, in ms. */
const QUIET = 200;
/** Tries of the search, each into the empty box. */
const LETTERS = 'abcdefghijklmnoprstw';

/** Runs in the page before its own scripts: notes when the first row is there, long tasks and shifts of the layout. */
function watch(patience) {
  const bench = { shift: 0, longest: 0, began: NaN };
  globalThis.bench = bench;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) bench.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  bench.root = () => document.querySelector('meeting-finder').shadowRoot;

  bench.usable = new Promise((ok, fail) => {
    setTimeout(() => {
      const note = bench.root()?.querySelector('[part~="note"]')?.textContent.replace(/\s+/g, ' ').trim();
      fail(new Error(`No meeting has come. ${note ?? ''}`));
    }, patience);
    void customElements.whenDefined('meeting-finder').then(() => {
      const look = () => {
        if (!bench.root().querySelector('[part~="meeting"]')) return;
        observer.disconnect();
        const row = performance.now();
        requestAnimationFrame(() => ok({ row, frame: performance.now() }));
      };
      const observer = new MutationObserver(look);
      observer.observe(bench.root(), { childList: true, subtree: true });
      look();
    });
  });

  /** Settles when the element has: gives ms from the next key or click to the last change in it. */
  bench.settled = (event, quiet) =>
    new Promise((ok, fail) => {
      let began = NaN;
      let last = NaN;
      addEventListener(event, ({ timeStamp }) => (began = timeStamp), { capture: true, once: true });
      const observer = new MutationObserver((records) => {
        // What a screen reader is told comes later on purpose.
        const shown = ({ target }) =>
          !(target instanceof Element ? target : target.parentElement)?.closest('[role="status"]');
        if (records.some(shown)) last = performance.now();
      });
      observer.observe(bench.root(), {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      const start = performance.now();
      const look = () => {
        const now = performance.now();
        if (now - start > patience)
          return fail(new Error(`Nothing has changed after a ${event} (${began}, ${last}).`));
        if (!(last >= began) || now - last < quiet) return setTimeout(look, 25);
        observer.disconnect();
        ok(last - began);
      };
      look();
    });

  const idle = () =>
    new Promise((ok) => requestIdleCallback((deadline) => ok(deadline.timeRemaining() > 25)));

  /** Settles when the element has not changed for `quiet` ms and the page has nothing to do: work goes on unseen too. */
  bench.calm = async (quiet) => {
    let changes = 0;
    const observer = new MutationObserver(() => changes++);
    observer.observe(bench.root(), { subtree: true, childList: true, attributes: true, characterData: true });
    for (let before = -1, resting = false; before !== changes || !resting;) {
      before = changes;
      await new Promise((ok) => setTimeout(ok, quiet));
      resting = (await idle()) && (await idle()) && (await idle());
    }
    observer.disconnect();
  };

  /** Elements of the page, those in shadow roots too. */
  bench.elements = (root = document) =>
    Array.from(root.querySelectorAll('*')).reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? bench.elements(shadowRoot) : 0),
      0,
    );
}

/**
 * Opens the page and waits for the list. Gives the page and what loading it took.
 * @param slower How many times the processor is slowed down.
 * @param room Whether the page keeps room for the element.
 */
export async function open(browser, url, count, { slower, room }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const said = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'warn' || message.type() === 'error') said.push(message.text());
  });
  if (slower > 1) await page.emulateCPUThrottling(slower);
  await page.evaluateOnNewDocument(watch, PATIENCE);
  await page.goto(`${url}meetings.html?count=${count}${room ? '&room' : ''}`, {
    waitUntil: 'domcontentloaded',
  });
  const { row, frame } = await page.evaluate(() => globalThis.bench.usable);
  await page.evaluate((quiet) => globalThis.bench.calm(quiet), 3 * QUIET);
  const load = await page.evaluate(() => {
    const { bench } = globalThis;
    const files = performance.getEntriesByType('resource');
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    const feed = files.find(({ name }) => name.includes('/feed/'));
    return {
      scripts: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      fetched: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
      feed: feed.encodedBodySize,
      feedStart: feed.startTime,
      feedEnd: feed.responseEnd,
      shown: Number(bench.root().querySelector('#meeting-count').textContent.replace(/\D/g, '')),
      problems: document.querySelector('meeting-finder').problems.length,
      elements: bench.elements(),
      shift: bench.shift,
      longest: bench.longest,
    };
  });
  if (said.length > 0) throw new Error(`The page said: ${[...new Set(said)].join(' | ')}`);
  if (load.shown !== count || load.problems > 0)
    throw new Error(
      `Of ${count} meetings the page shows ${load.shown}; ${load.problems} rows were left out.`,
    );
  return { page, load: { ...load, usable: frame, read: row - load.feedEnd } };
}

/** Bytes that scripts hold once what is not needed any more is gone. */
export async function heap(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Does something in the page; gives ms from the key or click to the settled element. */
async function timed(page, event, act) {
  // Listening before the key goes down: the two come to the page on different ways.
  await page.evaluate(
    (name, quiet) => {
      globalThis.bench.pending = globalThis.bench.settled(name, quiet);
    },
    event,
    QUIET,
  );
  await act();
  return page.evaluate(() => globalThis.bench.pending);
}

/** Types each letter into the empty search box. */
export async function typeLetters(page) {
  const box = await page.evaluateHandle(() => globalThis.bench.root().querySelector('input[type="search"]'));
  await box.click();
  const times = [];
  for (const letter of LETTERS) {
    times.push(await timed(page, 'keydown', () => page.keyboard.press(letter)));
    await timed(page, 'keydown', () => page.keyboard.press('Backspace'));
  }
  return times;
}

/** Opens the filters and chooses two types, the most frequent first, as the list stands then. */
export async function chooseTypes(page) {
  const summary = await page.evaluateHandle(() =>
    globalThis.bench.root().querySelector('[part~="filters"] > details > summary'),
  );
  const opened = await timed(page, 'click', () => summary.click());
  const elements = await page.evaluate(() => globalThis.bench.elements());
  const times = [];
  for (let click = 0; click < 2; click++) {
    const box = await page.evaluateHandle(() => {
      const count = (input) =>
        Number(
          input
            .closest('label')
            .textContent.match(/\(([^()]*)\)\s*$/)[1]
            .replace(/\D/g, ''),
        );
      const [first] = Array.from(globalThis.bench.root().querySelectorAll('input[name="types"]'))
        .filter((input) => !input.checked && input.checkVisibility())
        .sort((a, b) => count(b) - count(a));
      first.scrollIntoView({ block: 'center' });
      return first;
    });
    await page.evaluate((quiet) => globalThis.bench.calm(quiet), QUIET);
    times.push(await timed(page, 'click', () => box.click()));
  }
  return { opened, elements, times };
}

export const longest = (page) =>
  page.evaluate(() => new Promise((ok) => setTimeout(() => ok(globalThis.bench.longest), 100)));
