/** What the tests of meeting lists in an element share: where and when the visitor is, invented lists, rows and words. */
import { executeServerCommand } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import words from '../../data/text/en/meetings.json' with { type: 'json' };
import { MeetingFinder } from '../../src/index.js';
import {
  all,
  begins,
  complete,
  element,
  filled,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
  until,
} from './elements.js';
import { FakeServer, json } from './fake-server.js';

/** Half past six on a Monday evening in New York: the moment that sample-town.json is made for. */
export const NOW = Date.parse('2026-11-23T23:30:00Z');
export const MINUTE = 60_000;

/** Attributes that show the invented town. */
export const TOWN = 'country="us" src="/feeds/sample-town.json"';

/** English words about meetings by their key. */
export const say = (
  key: Exclude<keyof typeof words, '$schema'>,
  values: Readonly<Record<string, string | number>> = {},
): string => filled(words[key], values);

/** The class that holds the clock of all elements. */
const clock = Object.getPrototypeOf(MeetingFinder) as { now: () => Date };
const realClock = clock.now;

/** Sets the present. */
export function itIs(moment: number): void {
  clock.now = () => new Date(moment);
}

/** Sets the present, and lets it go on. */
export function itIsAndGoesOn(moment: number): void {
  const began = performance.now();
  clock.now = () => new Date(moment + performance.now() - began);
}

/** The page is looked at again after a while: what is shown has to be true again. */
export const lookAgain = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

/** Puts the visitors of the tests of a file to New York, on {@link NOW}. */
export function inNewYork(): void {
  before(() => executeServerCommand('time-zone', 'America/New_York'));
  beforeEach(() => itIs(NOW));
  afterEach(() => {
    clock.now = realClock;
  });
  after(() => executeServerCommand('time-zone', ''));
}

/** Puts something else in place of a method, for the length of some work. */
export async function replaced<T extends object, K extends keyof T, R>(
  target: T,
  name: K,
  value: T[K],
  work: () => Promise<R>,
): Promise<R> {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  try {
    return await work();
  } finally {
    if (before) Object.defineProperty(target, name, before);
    else delete target[name];
  }
}

/** A server for invented lists, in place of `fetch`, for each test of a file. */
export function withServer(): () => FakeServer {
  let server: FakeServer;
  beforeEach(() => {
    server = new FakeServer();
  });
  afterEach(() => server.close());
  return () => server;
}

/** A row of a Meeting Guide list, on a Monday evening; what a test is about is given. */
export const guideRow = (own: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  name: 'Meeting',
  day: 1,
  time: '20:00',
  end_time: '21:00',
  formatted_address: '1 Sample Street, River Town, NY 10001',
  ...own,
});

/** Shows one invented list of Meeting Guide rows. */
export async function finderOf(
  server: FakeServer,
  rows: readonly unknown[],
  attributes = '',
): Promise<MeetingFinder> {
  server.on('https://town.example/list.json', () => json(rows));
  return finder(`country="us" src="https://town.example/list.json" ${attributes}`);
}

/** Shows a finder and waits until its lists are here. */
export const finder = (attributes = TOWN, children?: string): Promise<MeetingFinder> =>
  element<MeetingFinder>('meeting-finder', attributes, children);

/** Shows the invented town, and waits until its texts are read, which comes after the first rows. */
export async function town(attributes = ''): Promise<MeetingFinder> {
  const host = await finder(`${TOWN} ${attributes}`);
  await until(() => all(rootOf(host), 'button', say('meetings-near-me')).length > 0, 'its places are known');
  return host;
}

export const rows = (host: Element): HTMLElement[] => [
  ...rootOf(host).querySelectorAll<HTMLElement>('[part=meeting]'),
];
const nameIn = (row: Element): HTMLElement => row.querySelector<HTMLElement>('.name')!;

/** The names of the meetings in the page, in their order. */
export const meetingNames = (host: Element): string[] => rows(host).map((row) => textOf(nameIn(row)));

/** The row of the one meeting of that name. */
export function rowNamed(host: Element, name: string): HTMLElement {
  const found = rows(host).filter((row) => textOf(nameIn(row)) === name);
  if (found.length !== 1)
    throw new Error(`${found.length} rows are named ${name}; there are: ${meetingNames(host).join(', ')}`);
  return found[0]!;
}

/** Opens or closes the details of a meeting, and gives them. */
export async function openMeeting(host: LitElement, name: string): Promise<HTMLElement> {
  nameIn(rowNamed(host, name)).click();
  await host.updateComplete;
  return rootOf(host).querySelector<HTMLElement>('[part=details]')!;
}

/** The number of meetings that the element says it has found. */
export const countSaid = (host: Element): number =>
  Number(/^(\d+) /.exec(textOf(rootOf(host).querySelector('#meeting-count')))![1]);

/** Presses a button. */
export async function press(host: LitElement, name: string | RegExp, within?: ParentNode): Promise<void> {
  one(within ?? rootOf(host), 'button', name).click();
  await complete(host);
}

/** Opens the filters, and everything in them. */
export async function openFilters(host: LitElement): Promise<void> {
  await toggle(one(rootOf(host), 'disclosure', begins(say('meetings-filters'))));
  await complete(host);
  const filters = rootOf(host).querySelector('[part=filters]')!;
  for (const summary of filters.querySelectorAll<HTMLElement>('.branch > summary'))
    if (!(summary.parentElement as HTMLDetailsElement).open) await toggle(summary);
}

/** A check box of the filters, by its name without the number behind it. */
export const box = (host: Element, label: string): HTMLInputElement =>
  one<HTMLInputElement>(rootOf(host), 'checkbox', begins(`${label} (`));
export const boxes = (host: Element): HTMLInputElement[] => all<HTMLInputElement>(rootOf(host), 'checkbox');
export const countOf = (input: HTMLInputElement): number => Number(/\((\d+)\)$/.exec(nameOf(input))![1]);

export async function choose(host: LitElement, label: string): Promise<void> {
  box(host, label).click();
  await complete(host);
}

/** The headings of the parts of the list. */
export const dayHeadings = (host: Element): string[] => all(resultsOf(host), 'heading').map(nameOf);

export const resultsOf = (host: Element): HTMLElement =>
  rootOf(host).querySelector<HTMLElement>('[part=results]')!;

/** A time as the page writes it: "7:00 PM". */
export const timeOf = (clockTime: string): string =>
  new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'UTC' })
    .format(Date.parse(`2026-01-01T${clockTime}:00Z`))
    .replace(/\s/g, ' ');
export const span = (from: string, to: string): string =>
  say('meetings-span', { from: timeOf(from), to: timeOf(to) });
