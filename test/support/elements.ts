/** What the element tests share: showing an element, finding things in its root by role and name, waiting. */
import { fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import words from '../../data/text/en/ui.json' with { type: 'json' };
import '../../src/index.js';

export const TAGS = [
  'support-group-finder',
  'twelve-steps',
  'four-points',
  'support-group-card',
  'support-group-comparison',
  'recovery-guide',
  'crisis-lines',
  'meeting-finder',
] as const;
export type Tag = (typeof TAGS)[number];

type Message = string | { readonly one?: string; readonly other: string };

/** A message with its values. */
export function filled(found: Message, values: Readonly<Record<string, string | number>>): string {
  const text =
    typeof found === 'string' ? found : values['n'] === 1 ? (found.one ?? found.other) : found.other;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** English words of the interface by their key, so that a better word does not break a test. */
export const ui = (key: keyof typeof words, values: Readonly<Record<string, string | number>> = {}): string =>
  filled(words[key], values);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for text that begins with those words; what is not filled in may be anything. */
export const begins = (text: string): RegExp =>
  new RegExp(`^${escaped(text).replace(/\\\{\w+\\\}/g, '.+?')}`);

/** Attributes with which an element shows everything that it has. */
export const FULL: Readonly<Record<Tag, string>> = {
  'support-group-finder': 'country="us" groups="aa na cma smart lifering smart-family al-anon sos"',
  'twelve-steps': 'view="steps" step="1" fellowship="na"',
  'four-points': '',
  'support-group-card': 'group="na" country="us" open',
  'support-group-comparison': 'groups="na smart lifering sos" country="us"',
  'recovery-guide': 'topic="first-meeting"',
  'crisis-lines': 'country="gb"',
  'meeting-finder': 'country="us" src="/feeds/mg-edge-cases.json#group=aa&amp;timezone=America/New_York"',
};

export const FALLBACK =
  '<a href="https://clinic.example/help">Help near you</a> <a href="tel:988">Call 988</a>';

/** Shows markup and waits until its elements are done. The first child is given back. */
export async function show<T extends LitElement = LitElement>(markup: string): Promise<T> {
  const wrapper = await fixture<HTMLDivElement>(`<div>${markup}</div>`);
  await Promise.all(elementsIn(wrapper).map(complete));
  return wrapper.firstElementChild as T;
}

/** One element with an open root. */
export const element = <T extends LitElement = LitElement>(
  tag: Tag,
  attributes = '',
  children = FALLBACK,
): Promise<T> => show<T>(`<${tag} open-root ${attributes}>${children}</${tag}>`);

const elementsIn = (node: ParentNode): LitElement[] =>
  [...node.querySelectorAll<LitElement>(TAGS.join(','))].filter((one) => 'updateComplete' in one);

/** Waits until all of an element is there: the finder renders its closed parts a few at a time. */
export async function complete(host: LitElement): Promise<void> {
  await host.updateComplete;
  const root = host.shadowRoot;
  if (host.localName === 'meeting-finder' && root)
    await until(
      () => root.querySelector('.skeleton') === null && root.querySelector('[part=footer]') !== null,
      'the lists are there, or have failed',
    );
  if (host.localName !== 'support-group-finder' || !root) return;
  await until(
    () =>
      root.querySelector('[part=footer], [part=handout]') !== null &&
      [...root.querySelectorAll('.group-details')].every((group) => group.querySelector('[part=details]')) &&
      (root.querySelector('[part=filters]') === null ||
        root.querySelector('fieldset') !== null ||
        // Those of meetings come when somebody opens them.
        root.querySelector('.meeting-results') !== null),
    'all of the finder is there',
  );
}

export function rootOf(host: Element): ShadowRoot {
  if (!host.shadowRoot) throw new Error(`<${host.localName}> has no open root`);
  return host.shadowRoot;
}

const ROLES = {
  article: 'article',
  button: 'button',
  cell: '[role=cell]',
  checkbox: 'input[type=checkbox]',
  columnheader: '[role=columnheader]',
  combobox: 'select',
  disclosure: 'summary',
  group: '[role=group], fieldset',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  list: 'ul, ol',
  region: 'section[aria-labelledby], section[aria-label]',
  row: '[role=row]',
  rowheader: '[role=rowheader]',
  search: '[role=search]',
  searchbox: 'input[type=search]',
  status: '[role=status]',
  table: '[role=table]',
} as const;
export type Role = keyof typeof ROLES;

export const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The name that a screen reader gives a thing, as far as our markup uses the rules. */
export function nameOf(node: Element): string {
  const root = node.getRootNode() as ShadowRoot | Document;
  const labelledBy = node.getAttribute('aria-labelledby');
  if (labelledBy !== null) return textOf(root.getElementById(labelledBy));
  const label = node.getAttribute('aria-label');
  if (label !== null) return label;
  if (node instanceof HTMLFieldSetElement) return textOf(node.querySelector('legend'));
  if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) {
    const own = node.labels?.[0];
    return own ? textOf(node instanceof HTMLSelectElement ? own.querySelector('span') : own) : '';
  }
  return textOf(node);
}

const fits = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** All visible things of a role, and of a name. */
export function all<T extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: Role,
  name?: string | RegExp,
): T[] {
  return [...root.querySelectorAll<T>(ROLES[role])].filter(
    (node) => node.checkVisibility() && (name === undefined || fits(nameOf(node), name)),
  );
}

/** The one visible thing of a role and a name; says what is there when there is not exactly one. */
export function one<T extends HTMLElement = HTMLElement>(
  root: ParentNode,
  role: Role,
  name?: string | RegExp,
): T {
  const found = all<T>(root, role, name);
  if (found.length === 1) return found[0]!;
  const there = all(root, role).map((node) => `“${nameOf(node)}”`);
  throw new Error(
    `${found.length} of role ${role} are named ${String(name)}; there are: ${there.join(', ') || 'none'}`,
  );
}

/** The smallest visible things whose whole text fits. */
export const byText = (root: ParentNode, wanted: string | RegExp): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].filter(
    (node) =>
      node.checkVisibility() &&
      fits(textOf(node), wanted) &&
      ![...node.children].some((child) => fits(textOf(child), wanted)),
  );

/** The names of the groups shown, in their order. */
export const groupNames = (root: ParentNode): string[] => all(root, 'article').map(nameOf);

/** Whether `a` stands before `b` in the document. */
export const isBefore = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Waits until a check holds. By a timer: a tab in the background has no frames. */
export async function until(check: () => boolean, what: string, timeout = 4_000): Promise<void> {
  const end = performance.now() + timeout;
  while (!check()) {
    if (performance.now() > end) throw new Error(`It did not happen: ${what}`);
    await new Promise((next) => setTimeout(next, 10));
  }
}

/** Waits until a value is what it should be; the failure shows what it was last. */
export async function becomes<T>(read: () => T, wanted: T, timeout = 4_000): Promise<void> {
  const end = performance.now() + timeout;
  while (JSON.stringify(read()) !== JSON.stringify(wanted)) {
    if (performance.now() > end)
      throw new Error(`It is ${JSON.stringify(read())}, not ${JSON.stringify(wanted)}.`);
    await new Promise((next) => setTimeout(next, 10));
  }
}

/** Opens or closes something by its summary, and waits until the browser has told the element. */
export async function toggle(summary: HTMLElement): Promise<void> {
  const told = new Promise((resolve) =>
    summary.parentElement!.addEventListener('toggle', resolve, { once: true }),
  );
  summary.click();
  await told;
}

/** Types into a search box as a keyboard does: letter by letter, one input event each. */
export async function type(host: LitElement, text: string): Promise<void> {
  const box = one<HTMLInputElement>(rootOf(host), 'searchbox');
  for (let end = text === '' ? 0 : 1; end <= text.length; end++) {
    box.value = text.slice(0, end);
    box.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, data: text[end - 1] ?? null }),
    );
  }
  await host.updateComplete;
}

/** Everything the status node is given to say, sentence by sentence; it has to be there already. */
export function listen(host: Element): { sentences: string[]; next: () => Promise<string> } {
  const status = rootOf(host).querySelector('[role=status]');
  if (!status) throw new Error('There is no status node.');
  const sentences: string[] = [];
  let read = 0;
  new MutationObserver(() => sentences.push(textOf(status))).observe(status, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return {
    sentences,
    next: async () => {
      await until(() => sentences.length > read, 'the status node says something');
      return sentences[read++]!;
    },
  };
}

/** What is written on the console while some work is done. */
export async function consoleOf(kind: 'warn' | 'error' | 'info', work: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const { [kind]: before } = console;
  console[kind] = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  try {
    await work();
  } finally {
    console[kind] = before;
  }
  return lines;
}

/** Uncaught errors and rejections of the page while some work is done. */
export async function uncaught(work: () => unknown): Promise<string[]> {
  const errors: string[] = [];
  const hear = (event: Event): void => {
    event.preventDefault();
    errors.push(
      event instanceof ErrorEvent ? event.message : String((event as PromiseRejectionEvent).reason),
    );
  };
  // The test framework hears on `window` too and would fail by itself: ours comes first and stops there.
  const first = (event: Event): void => {
    hear(event);
    event.stopImmediatePropagation();
  };
  addEventListener('error', first, { capture: true });
  addEventListener('unhandledrejection', first, { capture: true });
  try {
    await work();
    await new Promise((next) => setTimeout(next));
  } finally {
    removeEventListener('error', first, { capture: true });
    removeEventListener('unhandledrejection', first, { capture: true });
  }
  return errors;
}

/** Puts a style sheet into the page for the length of some work. */
export async function withPageStyle<T>(css: string, work: () => Promise<T>): Promise<T> {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  try {
    return await work();
  } finally {
    style.remove();
  }
}
