import { html, nothing, type TemplateResult } from 'lit';
import { typeFacts, typeTable } from '../content/meeting-types.js';
import { MeetingStore } from '../controllers/meeting-store.js';
import type { FeedState } from '../controllers/feed-loader.js';
import { addressesIn, feedSource, type FeedSource } from '../domain/feeds/address.js';
import type { Problem } from '../domain/feeds/types.js';
import { coarse, inMeters, unitOf, type DistanceUnit } from '../domain/meetings/distance.js';
import type { Found, Labels } from '../domain/meetings/find.js';
import { fold } from '../domain/meetings/fold.js';
import type { MeetingList } from '../domain/meetings/list.js';
import { knownPlaces, placeNamed, type KnownPlace } from '../domain/meetings/places.js';
import { queryInUrl } from '../domain/meetings/query-url.js';
import {
  EMPTY_QUERY,
  toggled,
  type Choice,
  type MeetingQuery,
  type Near,
  type Way,
} from '../domain/meetings/query.js';
import { loadCalendarReader, loadTableReader } from '../elements/shared/feed-readers.js';
import type { MeetingHost, WrittenFeed } from '../elements/shared/meetings.js';
import { skeleton } from '../elements/shared/skeleton.js';
import { emptyView } from './empty.view.js';
import { failureAdvice, feedName, problemsAdvice, sourceAdvice, unknownGroup } from './feed-words.js';
import { filtersView } from './filters.view.js';
import { GroupMeetings, nextMeetingView, upcomingView, type NextTime } from './for-groups.js';
import { listView, windowOf } from './list.view.js';
import { chosenView, searchView, type LocationState } from './search.view.js';
import { feedsView } from './status.view.js';
import { syncUrl } from './sync-url.js';
import { copyMeeting, saveCalendar } from './take-along.js';
import { TypeNames } from './type-names.js';
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
  #query: MeetingQuery = EMPTY_QUERY;
  #options: PanelOptions = { shows: 'list', unit: 'auto', limit: ROWS, syncUrl: false, preset: {} };
  #presetKey = '';
  #found: { key: readonly unknown[]; found: Found } | null = null;
  #names: { language: string; words: unknown; names: TypeNames } | null = null;
  #places: { list: MeetingList; places: readonly KnownPlace[] } | null = null;
  #opened: ReadonlySet<number> = new Set();
  #openedOf: MeetingList | null = null;
  /** Meetings in the page, in their order. */
  #shown: readonly number[] = [];
  #rows = ROWS;
  #rowsOn = ROWS;
  #showsOn = false;
  #filtersOpen = false;
  #location: LocationState = 'none';
  #placeTyped = '';
  #nearOpen = false;
  #done: ListView['done'] = null;
  #groups: { of: unknown; groups: GroupMeetings } | null = null;
  #connected = false;
  #told = new Set<string>();

  constructor(host: MeetingHost) {
    this.#host = host;
    this.#store = new MeetingStore({
      readers: {
        early: host.early,
        table: loadTableReader,
        calendar: loadCalendarReader,
        types: (group) => {
          const { language } = host.view();
          const words = host.typeWords(language);
          return typeTable(group, isWords(words) ? words : undefined);
        },
      },
      labels: (list) => this.#labels(list),
      now: () => host.view().now,
      visitorZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      changed: () => host.update(),
      feedChanged: (state) => this.#tell(state),
    });
  }

  connect(): void {
    this.#connected = true;
    this.#store.connect();
  }

  disconnect(): void {
    this.#connected = false;
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

  /** What the page owner set; filters of theirs are put in place when they change. */
  configure(options: PanelOptions): void {
    const key = JSON.stringify(options.preset);
    if (options.limit !== this.#options.limit) this.#rows = this.#rowsOn = options.limit;
    this.#options = options;
    if (key === this.#presetKey) return;
    const linked = this.#presetKey === '' && options.syncUrl ? queryInUrl(location.href) : null;
    this.#presetKey = key;
    this.#query = { ...this.#query, ...(linked ?? options.preset) };
  }

  /** The list with its search and filters. */
  render(): TemplateResult {
    const view = this.#host.view();
    const { meetings, feeds, loading } = this.#store;
    const status = feedsView(view, feeds, this.#retry);
    if (meetings === null) {
      this.#store.show([]);
      return html`${status} ${loading ? skeleton(view) : nothing}`;
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
    this.#store.show(this.#shown);
    const search = {
      query: this.#query,
      location: this.#location,
      placeTyped: this.#placeTyped,
      places: this.#knownPlaces(meetings.list),
      distances: DISTANCES.map((length) => inMeters(length, lists.unit)),
      nearOpen: this.#nearOpen || this.#query.near !== null,
      canLocate: 'geolocation' in navigator && isSecureContext,
    };
    const count = found.indices.length;
    return html`${status} ${searchView(lists, search, this.#searchActions)}
      ${filtersView(lists, this.#query, found, this.#filtersOpen, this.#filterActions)}
      ${chosenView(lists, search, this.#searchActions)}
      <div class="meeting-results" part="results">
        <div class="row">
          <p class="count" id="meeting-count" tabindex="-1">${view.t('meetings-count', { n: count })}</p>
          ${
            count > 0
              ? html`<button type="button" class="text-button no-print" @click=${this.#printAll}>
                  ${view.t('meetings-print')}
                </button>`
              : nothing
          }
        </div>
        ${
          count === 0
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
    return nextMeetingView(view, index, groups.of(group, ways).length, onAll);
  }

  /** The next meetings of some groups. */
  upcoming(groups: readonly string[], ways: readonly Way[], count: number, onAll: () => void): unknown {
    const all = this.#groupMeetings();
    if (all === null) return nothing;
    const view = this.#listView();
    const indices = all.upcoming(groups, ways, count, view.at);
    this.#store.show(indices);
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

  #countOf(query: MeetingQuery): number {
    const { search, times } = this.#store.meetings!;
    return search.find(query, times).indices.length;
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
      this.#opened = this.#openedOf ? sameMeetings(this.#openedOf, list, this.#opened) : new Set();
      this.#openedOf = list;
    }
    const region = regionOf(view.country?.code ?? null);
    return {
      ...view,
      meetings,
      types: this.#typeNames(),
      unit: this.#options.unit === 'auto' ? unitOf(region) : this.#options.unit,
      at: +view.now,
      groupName: this.#host.groupName,
      namesGroups: list.groups.length > 1,
      severalFeeds: feeds.length > 1,
      feedName: (feed) => (feeds[feed] ? feedName(feeds[feed]) : ''),
      feedUpdated: (feed) => feeds[feed]?.updated ?? '',
      done: this.#done,
      actions: this.#rowActions,
    };
  }

  #typeNames(): TypeNames {
    const { language } = this.#host.view();
    const words = this.#host.typeWords(language);
    if (this.#names?.language !== language || this.#names.words !== words)
      this.#names = { language, words, names: new TypeNames(words) };
    return this.#names.names;
  }

  #labels(list: MeetingList): Labels {
    const { t } = this.#host.view();
    const names = this.#typeNames();
    return {
      types: list.types.map((type) => names.folded(type)),
      groups: list.groups.map((id) => fold(`${id} ${this.#host.groupName(id) ?? ''}`)),
      days: [1, 2, 3, 4, 5, 6, 7].map((day) => fold(t.weekday(day))),
      ways: (['in-person', 'online', 'phone'] as const).map((way) => fold(t(`meetings-filter-${way}`))),
      isLanguage: list.types.map((type) => typeFacts.categoryOf.get(type) === 'language'),
    };
  }

  #knownPlaces(list: MeetingList): readonly KnownPlace[] {
    if (this.#places?.list !== list) this.#places = { list, places: list.hasTexts ? knownPlaces(list) : [] };
    else if (this.#places.places.length === 0 && list.hasTexts)
      this.#places = { list, places: knownPlaces(list) };
    return this.#places.places;
  }

  #tell(state: FeedState): void {
    const { source, failure, meetings, problems } = state;
    const { dispatch, FeedStateEvent } = this.#host;
    const kind =
      meetings === null
        ? 'failed'
        : failure !== null || problems.length > 0 || state.cut
          ? 'partial'
          : 'ready';
    dispatch(new FeedStateEvent(source.address, kind, meetings?.length ?? 0, problems.length));
    if (source.group && this.#host.groupName(source.group) === null)
      this.#host.warn(unknownGroup(this.#host.element.localName, source));
    if (failure) this.#host.warn(failureAdvice(source, failure));
    else if (problems.length > 0 && !this.#told.has(source.url)) {
      this.#told.add(source.url);
      console.info(problemsAdvice(state));
    }
    if (this.#connected && meetings === null)
      this.#host.say(this.#host.view().t('meetings-failed', { lists: feedName(state) }));
  }

  #announce(): void {
    void this.#host.updated().then(() => {
      if (this.#store.meetings === null) return;
      this.#host.say(this.#host.view().t('meetings-count', { n: this.#find().indices.length }));
    });
  }

  #focus(selector: string): void {
    void this.#host.updated().then(() => this.#host.find(selector)?.focus());
  }

  /** What was pressed is gone: the focus goes on to what came of it. */
  readonly #toCount = (): void => this.#focus('#meeting-count');

  readonly #retry = (): void => this.#store.retry();

  readonly #clear = (): void => {
    this.#location = 'none';
    this.#placeTyped = '';
    this.setQuery(EMPTY_QUERY);
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
    openNear: (open: boolean): void => {
      this.#nearOpen = open;
      if (!open) this.#location = 'none';
      if (open || this.#query.near === null) this.#host.update();
      else this.#searchActions.forgetPlace();
      if (open) this.#focus('#meeting-place');
    },
    nearMe: (): void => {
      this.#location = 'asking';
      this.#host.update();
      // An answer may come after somebody has typed a place, or has changed their mind.
      const isAwaited = (): boolean => this.#location === 'asking';
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          if (!isAwaited()) return;
          this.#location = 'here';
          this.#placeTyped = '';
          this.#near({ ...coarse(coords), name: '' });
        },
        () => {
          if (!isAwaited()) return;
          this.#location = 'refused';
          this.#host.update();
        },
        // Roughly is enough, and quicker.
        { enableHighAccuracy: false, timeout: 15_000, maximumAge: 600_000 },
      );
    },
    nearPlace: (typed: string): void => {
      this.#placeTyped = typed;
      if (typed.trim() === '') {
        this.#searchActions.forgetPlace();
        return;
      }
      const place = placeNamed(this.#places?.places ?? [], typed);
      this.#location = place ? 'here' : 'unknown-place';
      if (place) {
        this.#placeTyped = place.name;
        this.#near(place);
      } else this.#host.update();
    },
    within: (meters: number): void => {
      const { near } = this.#query;
      if (near) this.setQuery({ ...this.#query, near: { ...near, meters } });
    },
    sort: (sort: MeetingQuery['sort']): void => this.setQuery({ ...this.#query, sort }),
    forgetPlace: (): void => {
      this.#location = 'none';
      this.#placeTyped = '';
      this.setQuery({ ...this.#query, near: null, sort: 'time' });
    },
  };

  #near(place: Omit<Near, 'meters'>): void {
    const { latitude, longitude, name } = place;
    const meters = this.#query.near?.meters ?? Infinity;
    this.setQuery({ ...this.#query, near: { latitude, longitude, name, meters }, sort: 'distance' });
  }

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

const isWords = (words: object): words is NonNullable<Parameters<typeof typeTable>[1]> =>
  'types' in words && 'categories' in words;

/** The region whose units people use: that of the page's numbers, else of the browser's own language. */
function regionOf(country: string | null): string | null {
  if (country) return country;
  try {
    return new Intl.Locale(navigator.language).region ?? null;
  } catch {
    return null;
  }
}

const keyOf = (list: MeetingList, i: number): string => `${list.feeds[i]} ${list.meetings[i]!.id}`;

/** The numbers in a new list of meetings of an old one. */
function sameMeetings(
  before: MeetingList,
  after: MeetingList,
  indices: ReadonlySet<number>,
): ReadonlySet<number> {
  if (indices.size === 0) return indices;
  const keys = new Set(Array.from(indices, (i) => keyOf(before, i)));
  const found = new Set<number>();
  for (let i = 0; i < after.meetings.length; i++) if (keys.has(keyOf(after, i))) found.add(i);
  return found;
}
