import { html, nothing, type TemplateResult } from 'lit';
import { typeFacts } from '../content/meeting-types.js';
import { regionPath, type Found } from '../domain/meetings/find.js';
import { DAYS, filtersIn, TIMES, WAYS, type Choice, type MeetingQuery } from '../domain/meetings/query.js';
import {
  box,
  branchView,
  collatorOf,
  fieldset,
  FLAT,
  boxesOf,
  moreLine,
  unticked,
  type Drawing,
  type FilterActions,
  type Option,
} from './filter-boxes.view.js';
import type { ListView } from './types.js';

export { choiceName, dayName, type FilterActions } from './filter-boxes.view.js';

function regionTree(drawing: Drawing, query: MeetingQuery): unknown {
  const { view, counts, actions } = drawing;
  const { list } = view.meetings;
  const { compare } = collatorOf(view.language);
  const last = unticked.get(actions);
  const held = [...query.regions, ...(last?.name === 'regions' ? [last.value] : [])];
  // Most are neither: no path is put together for them.
  const isHeld = (at: number): boolean => {
    if (held.length === 0) return false;
    const path = regionPath(list, at);
    return held.some((one) => one === path || one.startsWith(`${path} > `));
  };
  const branch = (key: string, numbers: readonly number[]): unknown => {
    const { shown, left } = boxesOf(
      list,
      key,
      drawing.text,
      numbers,
      (at) => counts.regions[at]!,
      isHeld,
      (a, b) => compare(list.regions[a]!.name, list.regions[b]!.name),
    );
    return html`${shown.map((at) => {
      const count = counts.regions[at]!;
      if (count === 0 && !isHeld(at)) return nothing;
      const value = regionPath(list, at);
      const own = box(drawing, 'regions', { value, count });
      const { children, name } = list.regions[at]!;
      if (children.length === 0) return own;
      const inside = held.some((path) => path.startsWith(`${value} > `));
      const title = view.t('meetings-filter-inside', { region: name });
      return html`${own} ${branchView(value, title, inside, () => branch(value, children), actions)}`;
    })}${moreLine(view, left)}`;
  };
  const roots = list.regions.flatMap(({ parent }, at) => (parent < 0 ? [at] : []));
  // One region around everything is no choice.
  const top =
    roots.length === 1 && list.regions[roots[0]!]!.children.length > 0
      ? list.regions[roots[0]!]!.children
      : roots;
  if (top.length < 2) return nothing;
  if (!top.some((at) => counts.regions[at]! > 0 || isHeld(at))) return nothing;
  const tree = (): unknown => branch('regions', top);
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

/** A set of boxes; many of them are opened first. */
function optionSet(
  drawing: Drawing,
  choice: 'groups' | 'types',
  title: string,
  key: string,
  all: readonly Option[],
  before: ((a: Option, b: Option) => number) | null,
): unknown {
  const { view, actions, isChosen, isHeld } = drawing;
  const isKept = ({ value }: Option): boolean => isHeld(choice, value);
  const n = all.filter((one) => one.count > 0 || isKept(one)).length;
  if (n === 0) return nothing;
  const byValue = new Map(all.map((one) => [one.value, one]));
  const boxes = (): unknown => {
    const { shown, left } = boxesOf(
      view.meetings.list,
      key,
      drawing.text,
      [...byValue.keys()],
      (value) => byValue.get(value)!.count,
      (value) => isHeld(choice, value),
      before && ((a, b) => before(byValue.get(a)!, byValue.get(b)!)),
    );
    return html`${shown.map((value) => box(drawing, choice, byValue.get(value)!))}${moreLine(view, left)}`;
  };
  return fieldset(
    title,
    all.length > FLAT
      ? branchView(
          key,
          view.t('meetings-filter-show', { n }),
          all.some(({ value }) => isChosen(choice, value)),
          boxes,
          actions,
        )
      : boxes(),
  );
}

function groupSet(drawing: Drawing): unknown {
  const { view, counts } = drawing;
  const groups = view.meetings.list.groups.flatMap((value, at) =>
    value === '' ? [] : [{ value, count: counts.groups[at]! }],
  );
  return groups.length > 1
    ? optionSet(drawing, 'groups', view.t('meetings-filter-groups'), 'groups', groups, null)
    : nothing;
}

function typeSets(drawing: Drawing): unknown {
  const { view, counts } = drawing;
  const { types } = view;
  const { compare } = collatorOf(view.language);
  const sets = new Map(typeFacts.categories.map((category) => [category, [] as Option[]]));
  view.meetings.list.types.forEach((value, at) =>
    sets.get(types.category(value))?.push({ value, count: counts.types[at]! }),
  );
  // What happens there and rare things are many, and few people choose by them.
  return typeFacts.categories.map((category) =>
    optionSet(
      drawing,
      'types',
      types.categoryName(category),
      `types ${category}`,
      sets.get(category)!,
      (a, b) => compare(types.name(a.value), types.name(b.value)),
    ),
  );
}

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
  const body = (): TemplateResult => {
    const { counts } = found!;
    const isChosen = (choice: Choice, value: string): boolean =>
      (query[choice] as readonly string[]).includes(value);
    const last = unticked.get(actions);
    const isHeld = (choice: Choice, value: string): boolean =>
      isChosen(choice, value) || (last?.value === value && last.name === choice);
    const drawing: Drawing = { view, counts, text: query.text, actions, isChosen, isHeld };
    const row = (choice: Choice, values: readonly string[], numbers: Uint32Array): unknown =>
      values.map((value, at) => box(drawing, choice, { value, count: numbers[at]! }));
    return html`<div class="filters-body">
      ${fieldset(t('meetings-filter-days'), row('days', DAYS, counts.days))}
      ${fieldset(t('meetings-filter-times'), row('times', TIMES, counts.times))}
      ${fieldset(t('meetings-filter-ways'), row('ways', WAYS, counts.ways))} ${groupSet(drawing)}
      ${regionTree(drawing, query)} ${typeSets(drawing)}
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
