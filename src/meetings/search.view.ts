import { html, nothing, type TemplateResult } from 'lit';
import type { KnownPlace } from '../domain/meetings/places.js';
import { filtersIn, type Choice, type MeetingQuery } from '../domain/meetings/query.js';
import { choiceName } from './filters.view.js';
import { distanceText } from './texts.js';
import type { ListView } from './types.js';

export type LocationState = 'none' | 'asking' | 'here' | 'refused' | 'unknown-place';

export interface SearchActions {
  readonly type: (text: string) => void;
  readonly choose: (choice: Choice, value: string, on: boolean) => void;
  readonly openNear: (open: boolean) => void;
  readonly nearMe: () => void;
  readonly nearPlace: (typed: string) => void;
  readonly within: (meters: number) => void;
  readonly sort: (sort: MeetingQuery['sort']) => void;
  readonly forgetPlace: () => void;
  readonly clear: () => void;
  /** Moves the focus to the number of meetings found. */
  readonly toCount: () => void;
}

export interface SearchState {
  readonly query: MeetingQuery;
  readonly location: LocationState;
  /** What was typed as a place. */
  readonly placeTyped: string;
  /** Whether somebody can ask what is near. */
  readonly hasPlaces: boolean;
  /** What can be typed as a place; known while that part is open. */
  readonly places: readonly KnownPlace[];
  /** Distances to choose from, in meters. */
  readonly distances: readonly number[];
  readonly canLocate: boolean;
  readonly nearOpen: boolean;
}

/** Names that are offered while a place is typed; the browser narrows them. */
const OFFERED = 400;

function chip(
  view: ListView,
  choice: Choice,
  value: string,
  { query }: SearchState,
  actions: SearchActions,
): TemplateResult {
  const on = (query[choice] as readonly string[]).includes(value);
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${on ? 'true' : 'false'}
    @click=${() => actions.choose(choice, value, !on)}
  >
    ${choiceName(view, choice, value)}
  </button>`;
}

/** The search box, and what most people want at once: today, tomorrow, online, in person. */
export function searchView(view: ListView, state: SearchState, actions: SearchActions): TemplateResult {
  const { t } = view;
  const { query } = state;
  return html`<form
    class="search stack no-print"
    part="search"
    role="search"
    aria-label=${t('meetings-search')}
    autocomplete="off"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label for="meeting-search">${t('meetings-search')}</label>
    <div class="field">
      <input
        type="search"
        id="meeting-search"
        part="input"
        aria-describedby="meeting-hint"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        writingsuggestions="false"
        enterkeyhint="search"
        maxlength="200"
        ${view.typed(query.text)}
        @input=${(event: Event) => actions.type((event.target as HTMLInputElement).value)}
      />
    </div>
    <p class="small" id="meeting-hint">${t('meetings-search-hint')}</p>
    <div class="examples" role="group" aria-label=${t('meetings-quick')}>
      ${chip(view, 'days', 'today', state, actions)} ${chip(view, 'days', 'tomorrow', state, actions)}
      ${chip(view, 'ways', 'online', state, actions)} ${chip(view, 'ways', 'in-person', state, actions)}
      ${
        state.hasPlaces
          ? html`<button
              type="button"
              class="chip"
              aria-expanded=${state.nearOpen ? 'true' : 'false'}
              aria-controls=${state.nearOpen ? 'meeting-near' : nothing}
              @click=${() => actions.openNear(!state.nearOpen)}
            >
              ${t('meetings-near-me')}
            </button>`
          : nothing
      }
    </div>
    ${state.hasPlaces && state.nearOpen ? nearView(view, state, actions) : nothing}
  </form>`;
}

function nearView(view: ListView, state: SearchState, actions: SearchActions): TemplateResult {
  const { t } = view;
  const { query, location, placeTyped, places } = state;
  const { near } = query;
  const said =
    location === 'asking'
      ? t('meetings-near-asking')
      : location === 'refused'
        ? t('meetings-near-refused')
        : location === 'unknown-place'
          ? t('meetings-near-unknown', { place: placeTyped })
          : near
            ? near.name
              ? t('meetings-near-place', { place: near.name })
              : t('meetings-near-here')
            : '';
  return html`<div class="near stack" id="meeting-near">
    <label for="meeting-place">${t('meetings-near')}</label>
    <div class="field">
      <input
        type="text"
        id="meeting-place"
        list="meeting-places"
        autocomplete="off"
        spellcheck="false"
        writingsuggestions="false"
        maxlength="80"
        ${view.typed(placeTyped)}
        @change=${(event: Event) => actions.nearPlace((event.target as HTMLInputElement).value)}
      />
      <datalist id="meeting-places">
        ${places.slice(0, OFFERED).map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      ${
        state.canLocate
          ? html`<button type="button" class="button quiet" @click=${actions.nearMe}>
              ${t('meetings-locate')}
            </button>`
          : nothing
      }
    </div>
    <p class="small" id="near-said" aria-live="polite">${said}</p>
    ${near ? nearOptions(view, state, actions) : html`<p class="small">${t('meetings-near-private')}</p>`}
  </div>`;
}

function nearOptions(
  view: ListView,
  { query, distances }: SearchState,
  actions: SearchActions,
): TemplateResult {
  const { t } = view;
  const { near, sort } = query;
  return html`<div class="row">
    <label for="meeting-within">${t('meetings-within')}</label>
    <select
      id="meeting-within"
      @change=${(event: Event) => actions.within(Number((event.target as HTMLSelectElement).value))}
    >
      ${distances.map(
        (meters) =>
          html`<option value=${meters} ?selected=${near!.meters === meters}>
            ${distanceText(view, meters, view.unit)}
          </option>`,
      )}
      <option value="Infinity" ?selected=${near!.meters === Infinity}>${t('meetings-any-distance')}</option>
    </select>
    <label for="meeting-sort">${t('meetings-sort')}</label>
    <select
      id="meeting-sort"
      @change=${(event: Event) => actions.sort((event.target as HTMLSelectElement).value as MeetingQuery['sort'])}
    >
      <option value="time" ?selected=${sort === 'time'}>${t('meetings-sort-time')}</option>
      <option value="distance" ?selected=${sort === 'distance'}>${t('meetings-sort-distance')}</option>
    </select>
    <button
      type="button"
      class="text-button"
      @click=${() => {
        actions.forgetPlace();
        actions.openNear(true);
      }}
    >
      ${t('meetings-forget-place')}
    </button>
  </div>`;
}

/** Everything that is chosen, each with a way to take it back, and one for all. */
export function chosenView(
  view: ListView,
  { query }: SearchState,
  actions: SearchActions,
): TemplateResult | typeof nothing {
  const { t } = view;
  const n = filtersIn(query) + (query.text.trim() ? 1 : 0);
  if (n === 0) return nothing;
  const remove = (text: string, work: () => void): TemplateResult =>
    html`<li>
      <button
        type="button"
        class="chip"
        aria-label=${t('meetings-remove', { filter: text })}
        @click=${() => {
          work();
          actions.toCount();
        }}
      >
        <bdi>${text}</bdi> <span aria-hidden="true">×</span>
      </button>
    </li>`;
  const chosen = (['days', 'times', 'ways', 'groups', 'regions', 'types'] as const).flatMap((choice) =>
    query[choice].map((value) =>
      remove(choiceName(view, choice, value), () => actions.choose(choice, value, false)),
    ),
  );
  return html`<div class="chosen no-print" role="group" aria-label=${t('meetings-chosen')}>
    <ul class="plain chips">
      ${query.text.trim() ? remove(`“${query.text.trim()}”`, () => actions.type('')) : nothing} ${chosen}
      ${query.near ? remove(query.near.name || t('meetings-near-me'), actions.forgetPlace) : nothing}
    </ul>
    <button type="button" class="text-button" @click=${actions.clear}>${t('meetings-clear-all')}</button>
  </div>`;
}
