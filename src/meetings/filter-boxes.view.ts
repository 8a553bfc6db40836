import { html, nothing, type TemplateResult } from 'lit';
import type { Counts } from '../domain/meetings/find.js';
import type { MeetingList } from '../domain/meetings/list.js';
import type { Choice, TIMES, WAYS } from '../domain/meetings/query.js';
import type { ListView } from './types.js';

export interface FilterActions {
  readonly choose: (choice: Choice, value: string, on: boolean) => void;
  readonly clear: () => void;
  readonly toggle: (open: boolean) => void;
  /** Draws again. */
  readonly update: () => void;
  /** Parts inside the filters that somebody has opened: they stay open when the last choice in them is taken back. */
  readonly branches: Set<string>;
}

/** What the parts of the filters need to know. */
export interface Drawing {
  readonly view: ListView;
  readonly counts: Counts;
  /** What is searched for. */
  readonly text: string;
  readonly actions: FilterActions;
  readonly isChosen: (choice: Choice, value: string) => boolean;
  /** Whether a box is there even if it would leave nothing: it is chosen, or was until a moment ago. */
  readonly isHeld: (choice: Choice, value: string) => boolean;
}

export interface Option {
  readonly value: string;
  readonly count: number;
}

/** Groups, regions, types that stand in one list at the most; more of them are opened. */
export const FLAT = 12;
/** Boxes in one part at the most: a list may have thousands of towns. */
const BOXES = 100;

/**
 * The box that somebody has just unticked, for each element: it has the focus, and stays until they change another, even
 * where it would leave nothing now.
 */
export const unticked = new WeakMap<FilterActions, Pick<HTMLInputElement, 'name' | 'value'>>();

export const dayName = ({ t }: ListView, day: string): string =>
  /\d/.test(day)
    ? t.weekday(Number(day))
    : t(`meetings-filter-${day as 'today' | 'tomorrow' | 'appointment'}`);

/** What a chosen filter is called. */
export function choiceName(view: ListView, choice: Choice, value: string): string {
  const { t } = view;
  switch (choice) {
    case 'days':
      return dayName(view, value);
    case 'times':
      return t(`meetings-filter-${value as (typeof TIMES)[number]}`);
    case 'ways':
      return t(`meetings-filter-${value as (typeof WAYS)[number]}`);
    case 'groups':
      return view.groupName(value) ?? value;
    case 'regions':
      return value.split(' > ').at(-1)!;
    case 'types':
      return view.types.name(value);
  }
}

/** A choice with the number of meetings that it would leave; one that would leave none is there only while it is held. */
export function box(
  drawing: Drawing,
  choice: Choice,
  { value, count }: Option,
): TemplateResult | typeof nothing {
  const { view, actions, isChosen, isHeld } = drawing;
  if (count === 0 && !isHeld(choice, value)) return nothing;
  return html`<label class="choice">
    <input
      type="checkbox"
      name=${choice}
      .checked=${isChosen(choice, value)}
      @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement;
        if (checked) unticked.delete(actions);
        else unticked.set(actions, { name: choice, value });
        actions.choose(choice, value, checked);
      }}
    />
    <span><bdi>${choiceName(view, choice, value)}</bdi> <span class="small">(${count})</span></span>
  </label>`;
}

const first = new WeakMap<MeetingList, Map<string, { text: string; kept: ReadonlySet<unknown> }>>();

/**
 * Which of a part have a box, in an order that stays the same whatever is chosen, so that a box with the focus stays the
 * same one: all, or where they are too many those with most meetings before anything was chosen, and those that are held.
 * @param key Names the part.
 * @param text What is searched for: with other words, others have most meetings.
 * @param before Their order.
 */
export function boxesOf<T>(
  list: MeetingList,
  key: string,
  text: string,
  all: readonly T[],
  countOf: (one: T) => number,
  isHeld: (one: T) => boolean,
  before: ((a: T, b: T) => number) | null,
): { readonly shown: readonly T[]; readonly left: number } {
  const sorted = (some: readonly T[]): readonly T[] => (before ? [...some].sort(before) : some);
  if (all.length <= BOXES) return { shown: sorted(all), left: 0 };
  const parts = first.get(list) ?? new Map<string, { text: string; kept: ReadonlySet<unknown> }>();
  first.set(list, parts);
  let part = parts.get(key);
  if (part?.text !== text) {
    part = { text, kept: new Set([...all].sort((a, b) => countOf(b) - countOf(a)).slice(0, BOXES)) };
    parts.set(key, part);
  }
  const set = part.kept;
  const others = all.filter((one) => !set.has(one));
  return {
    shown: [...sorted(all.filter((one) => set.has(one))), ...others.filter(isHeld)],
    left: others.filter((one) => countOf(one) > 0 && !isHeld(one)).length,
  };
}

/** How to find those that have no box. */
export const moreLine = ({ t }: ListView, left: number): TemplateResult | typeof nothing =>
  left > 0 ? html`<p class="small">${t('meetings-filter-more', { n: left })}</p>` : nothing;

const collators = new Map<string, Intl.Collator>();

/** Made once for each language: making one is slow. */
export function collatorOf(language: string): Intl.Collator {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(language)));
  return collator;
}

export const fieldset = (legend: string, boxes: unknown): TemplateResult =>
  html`<fieldset><legend>${legend}</legend>${boxes}</fieldset>`; // prettier-ignore

/** A part that opens, and is open at first where something in it is chosen. */
export function branchView(
  key: string,
  summary: string,
  chosen: boolean,
  content: () => unknown,
  { branches, update }: FilterActions,
): TemplateResult {
  const open = chosen || branches.has(key);
  return html`<details
    class="branch"
    ?open=${open}
    @toggle=${(event: Event) => {
      // The ones inside say it too.
      if (event.target !== event.currentTarget) return;
      const isOpen = (event.target as HTMLDetailsElement).open;
      if (isOpen === branches.has(key)) return;
      if (isOpen) branches.add(key);
      else branches.delete(key);
      update();
    }}
  >
    <summary><span class="small">${summary}</span></summary>
    ${open ? content() : nothing}
  </details>`;
}
