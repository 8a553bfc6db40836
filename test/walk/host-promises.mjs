/** What has to be true of one host page alone, beside the verdict that all of them get. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { none, searchBox } from './host-verdict.mjs';
import { eventually } from './pages.mjs';

export const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Before the page is looked at. */
export const BEFORE = {
  hidden: notShown,
  tab: notShown,
};
/** After the walk. */
export const AFTER = {
  base: ({ page, record }) =>
    none(
      record.requests.filter((url) => !url.startsWith(new URL('/', page.url()).href)),
      'requests to somebody else',
    ),
  dark: readable,
  'dark-scheme': readable,
  form: enterSendsNothing,
  hotkeys: nothingHeard,
  'lit-2': appWorks,
  'lit-3': appWorks,
  polluted: noScriptReached,
  'polluted-words': noScriptReached,
  'two-versions': async ({ page, record }) => {
    assert.equal(await page.evaluate(() => customElements.get('crisis-lines').version), version);
    assert.equal(record.console.length, 1, 'one line, not one per element');
  },
};
/** Two versions on one page are told in one line. */
export const TOLD = { 'two-versions': /9\.8\.7/, 'self-closing': /HTML has no tags that close themselves/ };

async function notShown({ frame }) {
  const shown = () =>
    frame.evaluate(() =>
      globalThis.probe.elements().filter((one) => globalThis.probe.wrapper(one).checkVisibility()),
    );
  none(await shown(), 'what the page hides is shown');
}

export async function nothingHeard({ page, frame }) {
  const box = await searchBox(frame);
  await box.click();
  await page.keyboard.type('/sj');
  assert.equal(await box.evaluate(({ value }) => value), '/sj', 'the keys are typed');
  const heard = () =>
    page.evaluate(() => globalThis.heard.filter((line) => !/^key(down|up) Tab$/.test(line)));
  none(await heard(), 'the page has heard');
  await page.mouse.click(1, 1);
  await page.keyboard.press('s');
  assert.deepEqual(await heard(), ['keydown s', 'keyup s'], 'the commands of the page still work');
}

async function enterSendsNothing({ page, frame }) {
  const box = await searchBox(frame);
  await box.click();
  await page.keyboard.type('na');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => globalThis.sent), 0, 'the form of the page is sent');
  await page.click('form > button');
  assert.equal(await page.evaluate(() => globalThis.sent), 1, 'the form of the page works');
}

async function appWorks({ page }) {
  const button = await page.waitForSelector('foreign-app >>> button');
  await button.click();
  await eventually(
    () => button.evaluate(({ textContent }) => textContent),
    (text) => assert.equal(text, '1'),
  );
}

async function noScriptReached({ frame }) {
  const links = await frame.evaluate(() => {
    const { elements, findAll, root } = globalThis.probe;
    return elements().flatMap((one) => findAll(root(one), 'a').map(({ protocol }) => protocol));
  });
  assert.ok(links.length > 10, 'there are links');
  none(
    links.filter((protocol) => !['https:', 'http:', 'tel:', 'sms:', 'mailto:'].includes(protocol)),
    'links to something else',
  );
  assert.equal(await frame.evaluate(() => globalThis.reached), undefined);
}

/** The least contrast of text that is shown, against what is behind it. */
async function readable({ frame }) {
  const worst = await frame.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    /** Paints colours on one another, as the browser does, and reads what comes out. */
    const painted = (colours) => {
      for (const colour of colours) {
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
      }
      return paint.getImageData(0, 0, 1, 1).data.slice(0, 3);
    };
    const light = (colour) => {
      const [r, g, b] = [...colour].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = getComputedStyle(document.documentElement).backgroundColor;
    const found = [];
    for (const one of globalThis.probe.elements()) {
      for (const node of globalThis.probe.findAll(globalThis.probe.root(one), '.base *')) {
        const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '');
        if (!own || !node.checkVisibility()) continue;
        const layers = [];
        for (let up = node; up; up = up.parentElement) layers.unshift(getComputedStyle(up).backgroundColor);
        const under = light(painted([page, ...layers]));
        const text = light(painted([page, ...layers, getComputedStyle(node).color]));
        const contrast = (Math.max(under, text) + 0.05) / (Math.min(under, text) + 0.05);
        found.push({ contrast, text: node.textContent.trim().slice(0, 40) });
      }
    }
    return found.sort((a, b) => a.contrast - b.contrast)[0];
  });
  assert.ok(worst.contrast >= 4.5, JSON.stringify(worst));
}
