import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { QuickExitEvent, SupportGroupFinder } from '../../../src/index.js';
import { HeldTimers } from '../../support/held-timers.js';
import {
  all,
  complete,
  consoleOf,
  element,
  FALLBACK,
  groupNames,
  listen,
  nameOf,
  one,
  rootOf,
  textOf,
  type,
  ui,
  until,
} from '../../support/elements.js';

const USUAL = 'https://www.google.com/';
const SOME = 'country="us" groups="na smart lifering"';

const finder = (attributes = '', children = FALLBACK): Promise<LitElement> =>
  element('support-group-finder', `${SOME} quick-exit ${attributes}`, children);
const exitOf = (host: Element): HTMLElement => one(rootOf(host), 'button', new RegExp(ui('exit-leave')));
const sheetOf = (host: Element): HTMLDialogElement | null =>
  host.ownerDocument.querySelector(':root > dialog');
/** The hint, in the place of where the button leads; '' for none. */
const hintOf = (host: Element): string => {
  const text = textOf(rootOf(host).querySelector('.exit .small'));
  return text === ui('exit-to', { host: 'google.com' }) ? '' : text;
};
const referrer = (): Element | null => document.querySelector('meta[name=referrer]');

const key = (kind: 'keydown' | 'keyup', name: string, target: EventTarget = document.body): void =>
  void target.dispatchEvent(new KeyboardEvent(kind, { key: name, bubbles: true, composed: true }));
function shift(target?: EventTarget): void {
  key('keydown', 'Shift', target);
  key('keyup', 'Shift', target);
}

/** Goes from the first screen to each page of the finder. */
const PAGES: readonly (readonly [page: string, attributes: string, way: readonly (string | RegExp)[]])[] = [
  ['the groups', '', []],
  ['a question', 'start="guided"', []],
  ['what there is online today', '', [ui('tonight')]],
  ['the comparison', '', [/^Pick Narc/, /^Pick SMART/, ui('picks-compare')]],
  ['the handout', '', [/^Pick Narc/, ui('picks-handout')]],
];

describe('quick exit', () => {
  const { leave } = SupportGroupFinder;
  let left: { place: Location; url: string }[];

  beforeEach(() => {
    left = [];
    SupportGroupFinder.leave = (place, url) => void left.push({ place, url });
  });
  afterEach(() => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    SupportGroupFinder.leave = leave;
  });

  it('is not there where the page does not ask for it, and Shift does nothing', async () => {
    const host = await element('support-group-finder', SOME);
    expect(all(rootOf(host), 'button', new RegExp(ui('exit-leave')))).to.deep.equal([]);
    for (let i = 0; i < 3; i++) shift();
    expect(left).to.deep.equal([]);
  });

  for (const [page, attributes, way] of PAGES) {
    it(`is the first thing to reach on ${page}, and says where it leads`, async () => {
      const host = await finder(attributes);
      for (const name of way) {
        one(rootOf(host), 'button', name).click();
        await complete(host);
      }
      const first = [...rootOf(host).querySelectorAll<HTMLElement>('a, button, input, select, summary')].find(
        (node) => node.checkVisibility(),
      )!;
      expect(nameOf(first)).to.equal(`${ui('exit-leave')} ${ui('exit-to', { host: 'google.com' })}`);
      expect(first.getBoundingClientRect().height).to.be.at.least(44);
      expect(first.closest('.no-print')).to.not.equal(null);
    });
  }

  it('is there on the page with all meetings', async () => {
    const host = await finder(
      '',
      '<meeting-feed src="/feeds/sample-town.json"></meeting-feed><a href="#">Help</a>',
    );
    const opens = (): HTMLElement | undefined =>
      rootOf(host).querySelector<HTMLElement>('[data-all]') ?? undefined;
    await until(() => opens() !== undefined, 'a card leads to its meetings');
    opens()!.click();
    await until(
      () => all(rootOf(host), 'heading', ui('meetings-title')).length > 0,
      'the meetings are there',
    );
    expect(exitOf(host).checkVisibility()).to.equal(true);
  });

  it('covers the page, tells the page by an empty event, keeps the address back, and replaces the page, in this order', async () => {
    const host = await finder('exit-url="https://weather.example/today"');
    const order: string[] = [];
    const state = (): string =>
      `${sheetOf(host)?.matches(':modal') ? 'covered' : 'seen'}, ${referrer() ? 'no referrer' : 'referrer'}`;
    let heard: Event | undefined;
    host.addEventListener('sg-exit', (event) => {
      heard = event;
      order.push(`event: ${state()}`);
    });
    SupportGroupFinder.leave = (place, url) => {
      left.push({ place, url });
      order.push(`leave: ${state()}`);
    };
    exitOf(host).click();
    expect(order).to.deep.equal(['event: covered, referrer', 'leave: covered, no referrer']);
    expect(left).to.deep.equal([{ place: location, url: 'https://weather.example/today' }]);
    expect(heard).to.be.instanceOf(QuickExitEvent);
    expect([heard!.bubbles, heard!.composed, Object.keys(heard!)]).to.deep.equal([
      false,
      false,
      ['isTrusted'],
    ]);
    expect(referrer()!.getAttribute('content')).to.equal('no-referrer');
    const { width, height } = sheetOf(host)!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([document.documentElement.clientWidth, innerHeight]);
  });

  it('stays blank when Escape is pressed or the sheet is closed', async () => {
    const host = await finder();
    exitOf(host).click();
    const sheet = sheetOf(host)!;
    const cancel = new Event('cancel', { cancelable: true });
    sheet.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).to.equal(true);
    sheet.close();
    await until(() => sheet.matches(':modal'), 'it covers the page again');
  });

  it('forgets what was typed, chosen, picked and opened', async () => {
    const host = await finder();
    await type(host, 'meth');
    for (const name of [/^Pick Narc/, /^Pick SMART/]) {
      one(rootOf(host), 'button', name).click();
      await complete(host);
    }
    const before = groupNames(rootOf(host));
    expect(all(rootOf(host), 'button', ui('picks-compare'))).to.have.length(1);
    exitOf(host).click();
    await complete(host);
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal('');
    expect(all(rootOf(host), 'button', ui('picks-compare'))).to.deep.equal([]);
    expect(groupNames(rootOf(host))).to.deep.equal(groupNames(rootOf(await finder())));
    expect(before.length).to.be.greaterThan(0);
  });

  it('forgets the answers and the handout, and is where the page lets it begin', async () => {
    const host = await finder('start="guided"');
    rootOf(host).querySelector<HTMLElement>('.option')!.click();
    await complete(host);
    expect(all(rootOf(host), 'heading', ui('guided-who'))).to.deep.equal([]);
    exitOf(host).click();
    await complete(host);
    expect(all(rootOf(host), 'heading', ui('guided-who'))).to.have.length(1);

    const other = await finder();
    one(rootOf(other), 'button', /^Pick Narc/).click();
    await complete(other);
    one(rootOf(other), 'button', ui('picks-handout')).click();
    await complete(other);
    exitOf(other).click();
    await complete(other);
    expect(rootOf(other).querySelector('[part=handout]')).to.equal(null);
    expect(document.adoptedStyleSheets, 'the page prints as ever').to.have.length(0);
  });

  it('is undone when the browser brings the page back from its memory', async () => {
    const host = await finder();
    await type(host, 'meth');
    exitOf(host).click();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await complete(host);
    expect(sheetOf(host)).to.equal(null);
    expect(referrer()).to.equal(null);
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal('');
  });

  for (const written of ['javascript:alert(1)', '/weather', 'tel:988', 'https://me:secret@bank.example/']) {
    it(`falls back from exit-url="${written}" and says so once`, async () => {
      let host!: LitElement;
      const lines = await consoleOf('warn', async () => {
        host = await finder(`exit-url="${written}"`);
        host.requestUpdate();
        await host.updateComplete;
        exitOf(host).click();
      });
      expect(left.map(({ url }) => url)).to.deep.equal([USUAL]);
      expect(lines).to.have.length(1);
      for (const part of ['exit-url', 'https://', USUAL]) expect(lines[0]).to.include(part);
    });
  }

  it('takes an address in curly quotes, as editors write them', async () => {
    const host = await finder('exit-url="“https://weather.example/”"');
    expect(nameOf(exitOf(host))).to.include('weather.example');
  });

  it('says what it does not do', async () => {
    const host = await finder();
    one(rootOf(host), 'disclosure', ui('exit-about')).click();
    const text = textOf(rootOf(host).querySelector('.exit-about'));
    for (const key of ['exit-history', 'exit-windows', 'exit-taken', 'exit-private', 'exit-device'] as const)
      expect(text).to.include(ui(key));
  });

  describe('by Shift three times', () => {
    it('says how many are left, in sight and in the status line, and leaves at the third', async () => {
      const host = await finder();
      const heard = listen(host);
      shift();
      await host.updateComplete;
      expect(hintOf(host)).to.equal(ui('exit-shift', { n: 2 }));
      expect(await heard.next()).to.equal(ui('exit-shift', { n: 2 }));
      shift();
      await host.updateComplete;
      expect(hintOf(host)).to.equal(ui('exit-shift', { n: 1 }));
      expect(await heard.next()).to.equal(ui('exit-shift', { n: 1 }));
      expect(left).to.deep.equal([]);
      shift();
      expect(left.map(({ url }) => url)).to.deep.equal([USUAL]);
      await host.updateComplete;
      expect(hintOf(host)).to.equal('');
    });

    it('works while the search box has the focus, and after a capital letter there', async () => {
      const host = await finder();
      const box = one(rootOf(host), 'searchbox');
      key('keydown', 'Shift', box);
      key('keydown', 'M', box);
      key('keyup', 'M', box);
      key('keyup', 'Shift', box);
      await host.updateComplete;
      expect(hintOf(host)).to.equal('');
      for (let i = 0; i < 3; i++) shift(box);
      expect(left).to.have.length(1);
    });

    it('takes the words back when another key comes between', async () => {
      const host = await finder();
      shift();
      shift();
      key('keydown', 'a');
      await host.updateComplete;
      expect(hintOf(host)).to.equal('');
      shift();
      expect(left).to.deep.equal([]);
    });

    it('takes the words back after five seconds', async () => {
      const host = await finder();
      const timers = new HeldTimers((wait) => wait > 4_000);
      const now = performance.now.bind(performance);
      try {
        shift();
        await host.updateComplete;
        expect(hintOf(host)).to.not.equal('');
        performance.now = () => now() + 5_000;
        timers.goOff();
        await host.updateComplete;
        expect(hintOf(host)).to.equal('');
        shift();
        shift();
        expect(left).to.deep.equal([]);
      } finally {
        performance.now = now;
        timers.close();
      }
    });

    it('hears nothing once the element is gone, and hears again when it is back', async () => {
      const host = await finder();
      const parent = host.parentElement!;
      shift();
      host.remove();
      shift();
      shift();
      shift();
      expect(left).to.deep.equal([]);
      parent.append(host);
      shift();
      shift();
      expect(left).to.deep.equal([]);
      shift();
      expect(left).to.have.length(1);
    });
  });
});
