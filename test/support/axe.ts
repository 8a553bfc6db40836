/** What axe has to find nothing in: each state of each element, on a light and on a dark page. */
import 'axe-core/axe.min.js';
import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import guides from '../../data/guides.json' with { type: 'json' };
import { FUZZ_RUNS } from './assert.js';
import type axe from 'axe-core';
import type { LitElement } from 'lit';
import { all, complete, FALLBACK, FULL, one, rootOf, toggle, type, ui, until, type Tag } from './elements.js';
import { say } from './meeting-page.js';
import { registerSpanish } from './spanish.js';

type Axe = typeof axe;
const { axe: checker } = globalThis as unknown as { axe: Axe };

/** Links of the page have its colors. */
const CHILDREN = FALLBACK.replaceAll('<a ', '<a style="color: inherit" ');
const SOME = 'groups="na cma smart sos al-anon"';

/** Opens everything that can be opened. */
async function openAll(host: LitElement): Promise<void> {
  for (let closed = all(rootOf(host), 'disclosure').filter(isClosed); closed.length > 0;) {
    for (const summary of closed) await toggle(summary);
    await complete(host);
    closed = all(rootOf(host), 'disclosure').filter(isClosed);
  }
}
const isClosed = (summary: HTMLElement): boolean => !(summary.parentElement as HTMLDetailsElement).open;

type State = readonly [
  name: string,
  tag: Tag,
  attributes: string,
  work?: (host: LitElement) => Promise<void>,
];

const typed = (words: string): State => [
  `after “${words}”`,
  'support-group-finder',
  `country="us" ${SOME}`,
  (host) => type(host, words),
];

/** Presses buttons by their names, one after the other. */
const pressed =
  (...names: readonly (string | RegExp)[]) =>
  async (host: LitElement): Promise<void> => {
    for (const name of names) {
      one(rootOf(host), 'button', name).click();
      await complete(host);
    }
  };

/** Goes through so many questions: the first answer of each, as far as there are questions. */
const through =
  (most: number) =>
  async (host: LitElement): Promise<void> => {
    for (let i = 0; i < most && rootOf(host).querySelector('[part=question]'); i++) {
      const choice = rootOf(host).querySelector<HTMLElement>('.option, .options input')!;
      choice.click();
      const next = all(rootOf(host), 'button', ui('guided-next'))[0];
      next?.click();
      await complete(host);
    }
  };

/** Opens the details of each meeting that is in the page. */
async function openMeetings(host: LitElement): Promise<void> {
  for (const button of rootOf(host).querySelectorAll<HTMLElement>('.name')) button.click();
  await host.updateComplete;
}

const TOWN = 'country="us" src="/feeds/sample-town.json"';

const STATES: readonly State[] = [
  ['with all groups', 'support-group-finder', 'country="us"'],
  ['with everything open', 'support-group-finder', 'country="us" groups="na sos"', openAll],
  ['where the country is not known', 'support-group-finder', SOME],
  ['for families', 'support-group-finder', `country="gb" audience="family" ${SOME}`],
  ['with nothing left', 'support-group-finder', 'country="us" groups="na" approach="buddhist"'],
  [
    'with links that open a window',
    'support-group-finder',
    'country="us" link-target="blank" groups="na" no-crisis-strip',
  ],
  ...['meth', 'alcohol', 'suboxone', 'my brother', 'skunk', 'muslim', 'qwertzuiop', 'overdose'].map(typed),
  ...['i want to die', 'lost my son to an overdose', 'naloxone', 'rehab', 'pregnant'].map(typed),
  [
    'with two filters',
    'support-group-finder',
    `country="us" ${SOME}`,
    async (host) => {
      await toggle(one(rootOf(host), 'disclosure', /^Filters/));
      for (const label of [/^Online/, /^For me/]) {
        one(rootOf(host), 'checkbox', label).click();
        await complete(host);
      }
    },
  ],
  ['at the first question', 'support-group-finder', 'country="us" start="guided"'],
  ['at a question with several answers', 'support-group-finder', 'country="us" start="guided"', through(1)],
  ['after the guided choice', 'support-group-finder', 'country="us" start="guided"', through(6)],
  [
    'after the guided choice for a relative',
    'support-group-finder',
    'country="us" start="guided" audience="family"',
    through(6),
  ],
  [
    'where few groups fit',
    'support-group-finder',
    'country="us" start="guided" substance="nicotine" attendance="phone"',
    through(6),
  ],
  ['with what there is online today', 'support-group-finder', 'country="us"', pressed(ui('tonight'))],
  [
    'with two picks compared',
    'support-group-finder',
    'country="us" groups="na smart lifering"',
    pressed(/^Pick Narc/, /^Pick SMART/, ui('picks-compare')),
  ],
  [
    'with a handout',
    'support-group-finder',
    'country="us" groups="na smart lifering"',
    pressed(/^Pick Narc/, /^Pick SMART/, ui('picks-handout')),
  ],
  [
    'with a handout in two languages',
    'support-group-finder',
    'country="gb" groups="na smart lifering"',
    async (host) => {
      registerSpanish();
      await pressed(/^Pick Narc/, /^Pick SMART/, ui('picks-handout'))(host);
      const select = rootOf(host).querySelector<HTMLSelectElement>('.handout-form select')!;
      select.value = 'es';
      select.dispatchEvent(new Event('change'));
      await host.updateComplete;
    },
  ],
  [
    'with a quick exit, its words open and Shift pressed once',
    'support-group-finder',
    `country="us" ${SOME} quick-exit`,
    async (host) => {
      await toggle(one(rootOf(host), 'disclosure', ui('exit-about')));
      for (const kind of ['keydown', 'keyup']) dispatchEvent(new KeyboardEvent(kind, { key: 'Shift' }));
      await host.updateComplete;
    },
  ],
  ['with themes', 'twelve-steps', ''],
  ['with steps, one open', 'twelve-steps', FULL['twelve-steps']],
  ['with all steps open', 'twelve-steps', 'view="steps"', openAll],
  ['closed', 'four-points', ''],
  ['with all tools open', 'four-points', '', openAll],
  ['closed', 'support-group-card', 'group="na" country="gb"'],
  ['open', 'support-group-card', 'group="smart" country="gb" open heading-level="3"'],
  ['of a dormant group', 'support-group-card', 'group="sos" open'],
  ['of a method', 'support-group-card', 'group="craft" open'],
  ['of no group', 'support-group-card', ''],
  ['of two groups', 'support-group-comparison', 'groups="na smart" country="gb"'],
  [
    'of four groups, one dormant, one a method',
    'support-group-comparison',
    'groups="lifering sos craft dra" heading-level="3"',
  ],
  ['of one group', 'support-group-comparison', 'groups="na"'],
  ...guides.guides.map(({ id }): State => [`on ${id}`, 'recovery-guide', `topic="${id}"`]),
  [
    'with words explained',
    'recovery-guide',
    'topic="first-meeting"',
    async (host) => {
      for (const term of rootOf(host).querySelectorAll<HTMLElement>('.term')) term.click();
      await host.updateComplete;
    },
  ],
  ['with a list', 'meeting-finder', TOWN],
  [
    'with everything open',
    'meeting-finder',
    `${TOWN} weekdays="mon tue wed"`,
    async (host) => {
      await openAll(host);
      await openMeetings(host);
    },
  ],
  [
    'near a place',
    'meeting-finder',
    TOWN,
    async (host) => {
      const near = (): HTMLElement | undefined => all(rootOf(host), 'button', say('meetings-near-me'))[0];
      await until(() => near() !== undefined, 'its places are known');
      near()!.click();
      await host.updateComplete;
      const place = rootOf(host).querySelector<HTMLInputElement>('#meeting-place')!;
      place.value = 'River Town';
      place.dispatchEvent(new Event('change'));
      await host.updateComplete;
    },
  ],
  ['as a table, with details', 'meeting-finder', `${TOWN} view="table"`, openMeetings],
  [
    'with nothing found',
    'meeting-finder',
    TOWN,
    async (host) => {
      await pressed(say('meetings-filter-online'))(host);
      await type(host, 'library');
    },
  ],
  ['with a list that cannot be had', 'meeting-finder', 'country="us" src="/test/hosts/elements.html"'],
  ['without a list', 'meeting-finder', 'country="us"'],
  ['without a country', 'crisis-lines', ''],
  ['for the United States, all open', 'crisis-lines', 'country="us"', openAll],
  ['for the United Kingdom', 'crisis-lines', 'country="gb"'],
];

const PAGES = [
  ['light', 'background: #ffffff; color: #222222'],
  ['dark', 'background: #14181a; color: #e8eaea'],
] as const;

/** Rules about whole pages, which a fixture is not. */
const PAGE_RULES = [
  'region',
  'landmark-one-main',
  'page-has-heading-one',
  'bypass',
  'document-title',
  'html-has-lang',
];

/** On the dark page only what colours can change is looked at again; `npm run verify` looks at everything. */
const FULL_MATRIX = FUZZ_RUNS > 500;

async function findings(node: Element, again: boolean): Promise<string[]> {
  const { violations, passes } = await checker.run(
    node,
    again && !FULL_MATRIX
      ? { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] }
      : {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
        },
  );
  expect(passes.length, 'axe saw something').to.be.greaterThan(again && !FULL_MATRIX ? 0 : 5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** Runs axe in each state of each element at one width. */
export function axeAt(width: number): void {
  describe(`axe at ${width} px`, () => {
    before(() => setViewport({ width, height: 900 }));
    after(() => setViewport({ width: 800, height: 600 }));

    for (const [name, tag, attributes, work] of STATES) {
      it(`finds nothing in <${tag}> ${name}, on a light and on a dark page`, async () => {
        for (const [tone, style] of PAGES) {
          const page = await fixture<HTMLElement>(
            `<div style="${style}"><${tag} open-root ${attributes}>${CHILDREN}</${tag}></div>`,
          );
          const host = page.firstElementChild as LitElement;
          await complete(host);
          await work?.(host);
          await complete(host);
          const base = rootOf(host).querySelector<HTMLElement>('[part~=base]')!;
          await until(() => base.dataset['tone'] === tone, `the ${tone} page is noticed`);
          expect(await findings(page, tone === 'dark'), tone).to.deep.equal([]);
          page.remove();
        }
      });
    }
  });
}
