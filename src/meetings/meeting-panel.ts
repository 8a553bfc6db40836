import { html, nothing, type TemplateResult } from 'lit';
import { MeetingStore } from '../controllers/meeting-store.js';
import { addressesIn, feedSource, type FeedSource } from '../domain/feeds/address.js';
import type { Problem } from '../domain/feeds/types.js';
import { inMeters, unitOf, type DistanceUnit } from '../domain/meetings/distance.js';
import { MeetingSearch, type Found } from '../domain/meetings/find.js';
import { renumbered, type MeetingList } from '../domain/meetings/list.js';
import { knownOnly, queryInUrl } from '../domain/meetings/query-url.js';
import {
  CHOICES,
  EMPTY_QUERY,
  toggled,
  type Choice,
  type MeetingQuery,
  type Way,
} from '../domain/meetings/query.js';
import { dateOf } from '../domain/schedule/days.js';
import { loadCalendarReader, loadTableReader } from '../elements/shared/feed-readers.js';
import type { MeetingHost, WrittenFeed } from '../elements/shared/meetings.js';
import { skeleton } from '../elements/shared/skeleton.js';
import { emptyView } from './empty.view.js';
import { FeedReport } from './feed-report.js';
import { feedName, sourceAdvice } from './feed-words.js';
import { choiceName, filtersView } from './filters.view.js';
import { GroupMeetings, nextMeetingView, upcomingView, type NextTime } from './for-groups.js';
import { ListWords } from './list-words.js';
import { listView, windowOf } from './list.view.js';
import { PlaceSearch } from './place-search.js';
import { chosenView, searchView } from './search.view.js';
import { feedsView } from './status.view.js';
import { syncUrl } from './sync-url.js';
import { copyMeeting, saveCalendar } from './take-along.js';
import type { ListView } from './types.js';

/** Rows in the page at first, and with each "Show more". */
const ROWS = 30;
/** Rows on paper: some twenty pages. */
const PRINTED = 400;
/** Distances to choose from, in the visitor's unit. */
const DISTANCES = [2, 5, 10, 25, 50] as const;

/** What a page owner sets. */
export interface PanelOptions {
  readonly shows: 'list' | 'table';
  readonly unit: DistanceUnit | 'auto';
  /** Rows at first. */
  readonly limit: number;
  /** Writes the filters to the address of the page. */
  readonly syncUrl: boolean;
  /** Filters at the start. */
  readonly preset: Partial<MeetingQuery>;
}

/** A row that was left out, with its list. */
export interface FeedProblem extends Problem {
  readonly address: string;
}

/** Finds and shows meetings for one element: what somebody looks for, where, and what is open. */
export class MeetingPanel {
  readonly #host: MeetingHost;
  readonly #store: MeetingStore;
  readonly #words: ListWords;
  readonly #report: FeedReport;
  readonly #place = new PlaceSearch({
    query: () => this.#query,
    setQuery: (query) => this.setQuery(query),
    update: () => this.#host.update(),
    focus: (selector) => this.#focus(selector),
  });
  #query: MeetingQuery = EMPTY_QUERY;
  #options: PanelOptions = { shows: 'list', unit: 'auto', limit: ROWS, syncUrl: false, preset: {} };
  #presetKey = '';
  /** The filters come from a link, and nobody has looked whether the lists know them. */
  #linked = false;
  #found: { key: readonly unknown[]; found: Found } | null = null;
  #opened: ReadonlySet<number> = new Set();
  #openedOf: MeetingList | null = null;
  /** Meetings whose times stand on the page. */
  #sight: number[] = [];
  /** Meetings in the page, in their order. */
  #shown: readonly number[] = [];
  #rows = ROWS;
  #rowsOn = ROWS;
  #showsOn = false;
  #filtersOpen = false;
  #done: ListView['done'] = null;
  #groups: { of: unknown; groups: GroupMeetings } | null = null;
  #counted: { of: unknown; search: MeetingSearch; counts: Map<string, number> } | null = null;

  constructor(host: MeetingHost) {
    this.#host = host;
    this.#words = new ListWords(host);
    this.#report = new FeedReport(host);
    this.#store = new MeetingStore({
      readers: {
        early: host.early,
        table: loadTableReader,
        calendar: loadCalendarReader,
        types: (group) => this.#words.tableOf(group),
      },
      labels: (list) => this.#words.labelsOf(list),
      now: () => host.view().now,
      visitorZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      changed: () => host.update(),
      feedChanged: (state) => this.#report.tell(state),
    });
  }

  connect(): void {
    this.#store.connect();
  }

  disconnect(): void {
    this.#store.disconnect();
  }

  setFeeds(feeds: readonly WrittenFeed[]): void {
    const { element, warn } = this.#host;
    const tag = element.localName;
    const sources = feeds.flatMap(({ src, ...options }): FeedSource[] =>
      addressesIn(src).flatMap((address) => {
        const source = feedSource(address, element.ownerDocument.baseURI, options, (problem) =>
          warn(sourceAdvice(tag, problem)),
        );
        return source ?? [];
      }),
    );
    this.#store.setSources(sources);
  }

  /** Whether there is no meeting to show, and none on its way. */
  get isBare(): boolean {
    const { meetings, loading } = this.#store;
    return meetings === null ? !loading : meetings.list.meetings.length === 0;
  }

  /** Ids of the groups whose meetings are here. */
  get groups(): readonly string[] {
    return this.#store.meetings?.list.groups.filter((id) => id !== '') ?? [];
  }

  /** Other sites that the meetings come from. */
  get sources(): { label: string; url: string }[] {
    return this.#store.feeds.flatMap((state) => {
      const { protocol, origin } = new URL(state.source.url);
      return protocol === 'https:' && origin !== location.origin
        ? { label: feedName(state), url: origin }
        : [];
    });
  }

  /** Rows that were left out, list by list. */
  get problems(): FeedProblem[] {
    return this.#store.feeds.flatMap(({ source, problems }) =>
      problems.map((problem) => ({ ...problem, address: source.address })),
    );
  }

  get store(): MeetingStore {
    return this.#store;
  }

  get query(): MeetingQuery {
    return this.#query;
  }

  /** Sets what is looked for; the window begins anew. */
  setQuery(query: MeetingQuery): void {
    this.#query = query;
    this.#rows = this.#options.limit;
    this.#rowsOn = this.#options.limit;
    if (this.#options.syncUrl) syncUrl(query);
    this.#host.update();
    this.#announce();
  }

  /** Nothing stays of what was typed and chosen. */
  forget(): void {
    this.#place.forget();
    this.setQuery(EMPTY_QUERY);
  }

  /** What the page owner set; filters of theirs are put in place when they change. */
  configure(options: PanelOptions): void {
    const key = JSON.stringify(options.preset);
    if (options.limit !== this.#options.limit) this.#rows = this.#rowsOn = options.limit;
    this.#options = options;
    if (key === this.#presetKey) return;
    const linked = this.#presetKey === '' && options.syncUrl ? queryInUrl(location.href) : null;
    this.#presetKey = key;
    this.#linked = linked !== null;
    this.#query = { ...this.#query, ...(linked ?? options.preset) };
  }

  /** Before each rendering of the element: nothing is in sight yet. */
  startDrawing(): void {
    this.#sight = [];
  }

  /** After it: the clock ticks for what is in sight. */
  finishDrawing(): void {
    this.#store.show(this.#sight);
  }

  /** The list with its search and filters. */
  render(): TemplateResult {
    const view = this.#host.view();
    const { meetings, feeds, loading } = this.#store;
    const status = feedsView(view, feeds, this.#retry);
    if (meetings === null) {
      return html`${status} ${loading ? skeleton(view) : nothing}`;
    }
    if (this.#linked && !loading) {
      // A link may hold anything; what no list has is no filter.
      this.#linked = false;
      this.#query = knownOnly(this.#query, meetings.list);
    }
    const lists = this.#listView();
    const found = this.#find();
    const window = windowOf(
      lists,
      found,
      this.#rows,
      this.#query.sort === 'distance' && this.#query.near !== null,
    );
    const on = this.#showsOn ? window.on.slice(0, this.#rowsOn) : [];
    this.#shown = [...on, ...window.parts.flatMap(({ indices }) => indices)];
    this.#sight.push(...this.#shown);
    const search = {
      query: this.#query,
      location: this.#place.location,
      placeTyped: this.#place.typed,
      ...this.#place.placesIn(meetings.list),
      distances: DISTANCES.map((length) => inMeters(length, lists.unit)),
      nearOpen: this.#place.isOpen,
      canLocate: view.frame.locate && 'geolocation' in navigator && isSecureContext,
    };
    const count = found.indices.length;
    const isDanger = count === 0 && this.#host.danger(this.#query.text) !== '';
    return html`${status} ${searchView(lists, search, this.#searchActions)}
      ${filtersView(lists, this.#query, found, this.#filtersOpen, this.#filterActions)}
      ${this.#linked ? nothing : chosenView(lists, search, this.#searchActions)}
      <p class="on-paper">${this.#paperLine(lists)}</p>
      <div class="meeting-results" part="results">
        <div class="row">
          <p class="count" id="meeting-count" tabindex="-1">
            ${isDanger ? nothing : view.t('meetings-count', { n: count })}
          </p>
          ${
            count > 0
              ? view.frame.print
                ? html`<button type="button" class="text-button no-print" @click=${this.#printAll}>
                    ${view.t('meetings-print')}
                  </button>`
                : html`<span class="small">${view.t('print-blocked')}</span>`
              : nothing
          }
        </div>
        ${
          isDanger
            ? // Help stands above; nobody is asked to take such words away.
              nothing
            : count === 0
              ? emptyView(lists, this.#query, (query) => this.#countOf(query), {
                  set: (query) => {
                    this.setQuery(query);
                    this.#toCount();
                  },
                  clear: this.#clear,
                })
              : listView(lists, {
                  found,
                  opened: this.#opened,
                  shows: this.#options.shows,
                  window,
                  showsOn: this.#showsOn,
                  onShown: this.#rowsOn,
                  onMore: this.#more,
                  onToggleOn: this.#toggleOn,
                  onMoreOn: this.#moreOn,
                })
        }
      </div>`;
  }

  /** What the card of a group says; null while nobody knows, and for a group without a meeting. */
  nextMeeting(group: string, ways: readonly Way[], onAll: () => void): ReturnType<typeof nextMeetingView> {
    const groups = this.#groupMeetings();
    if (groups === null) return null;
    const view = this.#listView();
    const [index] = groups.upcoming([group], ways, 1, view.at);
    if (index !== undefined) this.#sight.push(index);
    return nextMeetingView(view, index, group, groups.of(group, ways).length, onAll);
  }

  /** The next meetings of some groups. */
  upcoming(groups: readonly string[], ways: readonly Way[], count: number, onAll: () => void): unknown {
    const all = this.#groupMeetings();
    if (all === null) return nothing;
    const view = this.#listView();
    const indices = all.upcoming(groups, ways, count, view.at);
    this.#sight.push(...indices);
    return upcomingView(view, indices, this.#opened, onAll);
  }

  /** The next times of a group, for a handout. */
  nextTimes(group: string, ways: readonly Way[], count: number): readonly NextTime[] {
    return this.#groupMeetings()?.nextTimes(this.#listView(), group, ways, count) ?? [];
  }

  #groupMeetings(): GroupMeetings | null {
    const { meetings } = this.#store;
    if (meetings === null) return null;
    if (this.#groups?.of !== meetings.times)
      this.#groups = { of: meetings.times, groups: new GroupMeetings(meetings) };
    return this.#groups.groups;
  }

  /** What a printed list is: the filters, whose lists they are, and the day. */
  #paperLine(view: ListView): string {
    const { near, text } = this.#query;
    const chosen = CHOICES.flatMap((choice) =>
      this.#query[choice].map((value) => choiceName(view, choice, value)),
    );
    const lists = this.#store.feeds.map((state) => feedName(state));
    return [
      ...(text.trim() ? [text.trim()] : []),
      ...chosen,
      ...(near ? [near.name || view.t('meetings-near-me')] : []),
      view.t.list(lists),
      view.t('meetings-printed', { date: view.t.date(dateOf(this.#store.meetings!.times.today)) }),
    ].join(' · ');
  }

  /** How many meetings another query would find; it has a search of its own, so that the one of the visitor stays quick. */
  #countOf(query: MeetingQuery): number {
    const { list, times } = this.#store.meetings!;
    if (this.#counted?.of !== times)
      this.#counted = {
        of: times,
        search: new MeetingSearch(list, this.#words.labelsOf(list)),
        counts: new Map(),
      };
    const { search, counts } = this.#counted;
    const key = JSON.stringify(query);
    let count = counts.get(key);
    if (count === undefined) counts.set(key, (count = search.find(query, times).indices.length));
    return count;
  }

  #find(): Found {
    const { search, times } = this.#store.meetings!;
    const key = [search, times, this.#query];
    if (!this.#found || this.#found.key.some((part, i) => part !== key[i]))
      this.#found = { key, found: search.find(this.#query, times) };
    return this.#found.found;
  }

  #listView(): ListView {
    const view = this.#host.view();
    const meetings = this.#store.meetings!;
    const { feeds } = this.#store;
    const { list } = meetings;
    if (this.#openedOf !== list) {
      // A new list has other numbers: what was open is found again by its place in its feed.
      this.#opened = this.#openedOf ? renumbered(this.#openedOf, list, this.#opened) : new Set();
      this.#openedOf = list;
      this.#done = null;
    }
    const region = regionOf(view.country?.code ?? null);
    return {
      ...view,
      meetings,
      types: this.#words.names,
      unit: this.#options.unit === 'auto' ? unitOf(region) : this.#options.unit,
      at: +view.now,
      groupName: this.#host.groupName,
      namesGroups: list.groups.length > 1,
      feedName: (feed) => (feeds[feed] ? feedName(feeds[feed]) : ''),
      feedUpdated: (feed) => feeds[feed]?.updated ?? '',
      done: this.#done,
      actions: this.#rowActions,
    };
  }

  #announce(): void {
    void this.#host.updated().then(() => {
      if (this.#store.meetings === null) return;
      const danger = this.#host.danger(this.#query.text);
      const n = this.#find().indices.length;
      // Who speaks of danger has not asked for a number.
      this.#host.say(
        danger && n === 0 ? danger : `${danger} ${this.#host.view().t('meetings-count', { n })}`.trim(),
      );
    });
  }

  #focus(selector: string): void {
    void this.#host.updated().then(() => this.#host.find(selector)?.focus());
  }

  /** What was pressed is gone: the focus goes on to what came of it. */
  readonly #toCount = (): void => this.#focus('#meeting-count');

  readonly #retry = (): void => {
    this.#store.retry();
    this.#host.say(this.#host.view().t('meetings-loading'));
  };

  readonly #clear = (): void => {
    this.forget();
    this.#toCount();
  };

  readonly #choose = (choice: Choice, value: string, on: boolean): void =>
    this.setQuery(toggled(this.#query, choice, value, on));

  readonly #filterActions = {
    choose: this.#choose,
    update: (): void => this.#host.update(),
    clear: this.#clear,
    branches: new Set<string>(),
    toggle: (open: boolean): void => {
      if (open === this.#filtersOpen) return;
      this.#filtersOpen = open;
      this.#host.update();
    },
  };

  readonly #searchActions = {
    type: (text: string): void => this.setQuery({ ...this.#query, text }),
    choose: this.#choose,
    clear: this.#clear,
    toCount: this.#toCount,
    ...this.#place.actions,
  };

  /** Prints what was found, as far as paper makes sense. */
  readonly #printAll = (): void => {
    const before = [this.#rows, this.#rowsOn, this.#showsOn] as const;
    this.#rows = this.#rowsOn = PRINTED;
    this.#showsOn = true;
    this.#host.update();
    void this.#host
      .updated()
      .then(() => this.#host.print())
      .then(() => {
        [this.#rows, this.#rowsOn, this.#showsOn] = before;
        this.#host.update();
      });
  };

  readonly #more = (): void => this.#goOn(() => (this.#rows += this.#options.limit));

  readonly #moreOn = (): void => this.#goOn(() => (this.#rowsOn += this.#options.limit));

  /** Shows more rows; the focus goes on to the first new one, which need not be the last: times of zones are mixed. */
  #goOn(more: () => void): void {
    const before = new Set(this.#shown);
    more();
    this.#host.update();
    void this.#host.updated().then(() => {
      const first = this.#shown.find((index) => !before.has(index));
      this.#host.find(`.name[data-index="${first}"]`)?.focus();
    });
  }

  readonly #toggleOn = (open: boolean): void => {
    if (open === this.#showsOn) return;
    this.#showsOn = open;
    this.#host.update();
  };

  readonly #rowActions = {
    toggle: (index: number): void => {
      const opened = new Set(this.#opened);
      if (!opened.delete(index)) opened.add(index);
      this.#opened = opened;
      this.#done = null;
      this.#host.update();
    },
    copy: (index: number): void => {
      void copyMeeting(this.#listView(), index).then((text) => this.#say(index, text));
    },
    calendar: (index: number): void => {
      void saveCalendar(this.#listView(), index).then((text) => this.#say(index, text));
    },
  };

  #say(index: number, text: string): void {
    this.#done = { index, text };
    this.#host.update();
    this.#host.say(text);
  }
}

/** The region whose units people use: that of the page's numbers, else of the browser's own language. */
function regionOf(country: string | null): string | null {
  if (country) return country;
  try {
    return new Intl.Locale(navigator.language).region ?? null;
  } catch {
    return null;
  }
}
