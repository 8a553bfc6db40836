import { html, nothing, type TemplateResult } from 'lit';
import { typeFacts } from '../content/meeting-types.js';
import { regionPath, type Counts, type Found } from '../domain/meetings/find.js';
import type { MeetingList } from '../domain/meetings/list.js';
import { DAYS, filtersIn, TIMES, WAYS, type Choice, type MeetingQuery } from '../domain/meetings/query.js';
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

/** Regions that stand in one list at the most; more of them are opened one by one. */
const FLAT = 12;

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

/** A choice with the number of meetings that it would leave; one that would leave none is there only while it is chosen. */
function box(
  view: ListView,
  choice: Choice,
  value: string,
  count: number,
  query: MeetingQuery,
  { choose }: FilterActions,
): TemplateResult | typeof nothing {
  const checked = (query[choice] as readonly string[]).includes(value);
  if (count === 0 && !checked) return nothing;
  return html`<label class="choice">
    <input
      type="checkbox"
      name=${choice}
      value=${value}
      .checked=${checked}
      @change=${(event: Event) => choose(choice, value, (event.target as HTMLInputElement).checked)}
    />
    <span><bdi>${choiceName(view, choice, value)}</bdi> <span class="small">(${count})</span></span>
  </label>`;
}

const collators = new Map<string, Intl.Collator>();

/** Made once for each language: making one is slow. */
function collatorOf(language: string): Intl.Collator {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(language)));
  return collator;
}

const fieldset = (legend: string, boxes: unknown): TemplateResult =>
  html`<fieldset><legend>${legend}</legend>${boxes}</fieldset>`; // prettier-ignore

/** A part that opens, and is open at first where something in it is chosen. */
function branchView(
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

function regionTree(view: ListView, query: MeetingQuery, counts: Counts, actions: FilterActions): unknown {
  const { list } = view.meetings;
  const { compare } = collatorOf(view.language);
  // What is left out keeps its place in the list, so that a box with the focus stays the same one.
  const branch = (numbers: readonly number[]): unknown =>
    [...numbers]
      .sort((a, b) => compare(list.regions[a]!.name, list.regions[b]!.name))
      .map((at) => {
        const path = regionPath(list, at);
        const { children, name } = list.regions[at]!;
        const own = box(view, 'regions', path, counts.regions[at]!, query, actions);
        if (children.length === 0) return own;
        const inside = query.regions.some((chosen) => chosen.startsWith(`${path} > `));
        if (own === nothing && !inside) return nothing;
        const title = view.t('meetings-filter-inside', { region: name });
        return html`${own} ${branchView(path, title, inside, () => branch(children), actions)}`;
      });
  const roots = list.regions.flatMap(({ parent }, at) => (parent < 0 ? [at] : []));
  // One region around everything is no choice.
  const top =
    roots.length === 1 && list.regions[roots[0]!]!.children.length > 0
      ? list.regions[roots[0]!]!.children
      : roots;
  if (top.length < 2) return nothing;
  const tree = (): unknown => branch(top);
  return fieldset(
    view.t('meetings-filter-regions'),
    top.length > FLAT
      ? branchView(
          'regions',
          view.t('meetings-filter-all-regions', { n: top.length }),
          query.regions.length > 0,
          tree,
          actions,
        )
      : tree(),
  );
}

function typeSets(view: ListView, query: MeetingQuery, { counts }: Found, actions: FilterActions): unknown {
  const { types } = view.meetings.list;
  const { compare } = collatorOf(view.language);
  return typeFacts.categories.map((category) => {
    const all = types
      .flatMap((type, at) =>
        view.types.category(type) === category ? [{ type, count: counts.types[at]! }] : [],
      )
      .sort((a, b) => compare(view.types.name(a.type), view.types.name(b.type)));
    const isChosen = ({ type }: { type: string }): boolean => query.types.includes(type);
    const shown = all.filter((one) => one.count > 0 || isChosen(one)).length;
    if (shown === 0) return nothing;
    const boxes = (): unknown =>
      all.map(({ type, count }) => box(view, 'types', type, count, query, actions));
    const title = view.types.categoryName(category);
    // What happens there and rare things are many, and few people choose by them.
    return all.length > FLAT
      ? fieldset(
          title,
          branchView(
            `types ${category}`,
            view.t('meetings-filter-show', { n: shown }),
            all.some(isChosen),
            boxes,
            actions,
          ),
        )
      : fieldset(title, boxes());
  });
}

const groupsOf = (list: MeetingList): { id: string; at: number }[] =>
  list.groups.flatMap((id, at) => (id === '' ? [] : [{ id, at }]));

/** All filters, closed at first. */
export function filtersView(
  view: ListView,
  query: MeetingQuery,
  found: Found | null,
  open: boolean,
  actions: FilterActions,
): TemplateResult {
  const { t } = view;
  const chosen = filtersIn(query);
  const { list } = view.meetings;
  const body = (): TemplateResult => {
    const { counts } = found!;
    const row = (choice: Choice, values: readonly string[], numbers: Uint32Array): unknown =>
      values.map((value, at) => box(view, choice, value, numbers[at]!, query, actions));
    const groups = groupsOf(list);
    return html`<div class="filters-body">
      ${fieldset(t('meetings-filter-days'), row('days', DAYS, counts.days))}
      ${fieldset(t('meetings-filter-times'), row('times', TIMES, counts.times))}
      ${fieldset(t('meetings-filter-ways'), row('ways', WAYS, counts.ways))}
      ${
        groups.length > 1
          ? fieldset(
              t('meetings-filter-groups'),
              groups.map(({ id, at }) => box(view, 'groups', id, counts.groups[at]!, query, actions)),
            )
          : nothing
      }
      ${regionTree(view, query, counts, actions)} ${typeSets(view, query, found!, actions)}
    </div>`;
  };
  return html`<div class="filters no-print" part="filters">
    <details
      part="disclosure"
      ?open=${open}
      @toggle=${(event: Event) => {
        // The ones inside say it too.
        if (event.target === event.currentTarget) actions.toggle((event.target as HTMLDetailsElement).open);
      }}
    >
      <summary>
        <span>${t('meetings-filters')}</span>
        ${chosen > 0 ? html`<span class="small">${t('filters-chosen', { n: chosen })}</span>` : nothing}
      </summary>
      ${open && found ? body() : nothing}
    </details>
  </div>`;
}
