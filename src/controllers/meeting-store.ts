import type { FeedSource } from '../domain/feeds/address.js';
import { MINUTE } from '../domain/schedule/days.js';
import { nextChange } from '../domain/schedule/moment.js';
import { MeetingSearch, type Labels } from '../domain/meetings/find.js';
import { MeetingList } from '../domain/meetings/list.js';
import { mergingFeeds, type FeedMeetings } from '../domain/meetings/merge.js';
import { MeetingTimes } from '../domain/meetings/times.js';
import { FeedLoader, type FeedReaders, type FeedState } from './feed-loader.js';
import { breathe, inSlices } from './in-slices.js';

/** A list that is older than this is asked for anew while somebody looks at the page, in milliseconds. */
const FRESH = 30 * 60_000;
/** Lists that come within this time of each other are shown together, in milliseconds. */
const TOGETHER = 400;

/** What can be shown: all meetings, their next times, and a search over them. */
export interface Meetings {
  readonly list: MeetingList;
  readonly times: MeetingTimes;
  readonly search: MeetingSearch;
}

export interface StoreOptions {
  readonly readers: FeedReaders;
  readonly labels: (list: MeetingList) => Labels;
  readonly now: () => Date;
  readonly visitorZone: string;
  /** Something changed that is shown. */
  readonly changed: () => void;
  /** One list has come, or failed. */
  readonly feedChanged: (state: FeedState) => void;
}

/** Loads several lists, joins them, and keeps the times true while the page is open. */
export class MeetingStore {
  /** What is shown; null until the first list is here. */
  meetings: Meetings | null = null;

  readonly #options: StoreOptions;
  #loaders: FeedLoader[] = [];
  /** Number of the last build; one with another number is out of date. */
  #build = 0;
  #building = false;
  /** What is here is not what is shown. */
  #changed = false;
  #together: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #shown: readonly number[] = [];
  #connected = false;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** The state of each list, in the order of the page. */
  get feeds(): readonly FeedState[] {
    return this.#loaders.map(({ state }) => state);
  }

  /** Whether a list is still on its way. */
  get loading(): boolean {
    return (
      this.#loaders.some(({ state }) => state.phase === 'loading') ||
      (this.meetings === null && this.#building)
    );
  }

  /** Sets which lists there are; one that stays the same is not asked for again. */
  setSources(sources: readonly FeedSource[]): void {
    const known = new Map(this.#loaders.map((loader) => [JSON.stringify(loader.state.source), loader]));
    const loaders = sources.map((source) => {
      const key = JSON.stringify(source);
      const kept = known.get(key);
      known.delete(key);
      return kept ?? this.#loader(source);
    });
    for (const gone of known.values()) gone.stop();
    // What is shown names its list by its place among them.
    const moved = this.#loaders.some(
      (loader, feed) => loader !== loaders[feed] && loader.state.meetings !== null,
    );
    this.#loaders = loaders;
    if (moved) this.#rebuild();
    this.#options.changed();
  }

  connect(): void {
    if (this.#connected) return;
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#look);
    globalThis.addEventListener('online', this.retry);
    for (const loader of this.#loaders) if (loader.state.phase === 'loading') loader.load();
    if (this.#changed) this.#rebuild();
    this.#tick();
  }

  disconnect(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#look);
    globalThis.removeEventListener('online', this.retry);
    clearTimeout(this.#clock);
    clearTimeout(this.#together);
    this.#building = false;
    for (const loader of this.#loaders) loader.stop();
  }

  /** Asks again for the lists that failed. */
  readonly retry = (): void => {
    for (const loader of this.#loaders) if (loader.state.failure !== null) loader.load();
  };

  /** Says which meetings are in sight, so that the clock ticks when one of their texts changes. */
  show(indices: readonly number[]): void {
    this.#shown = indices;
    this.#tick();
  }

  #loader(source: FeedSource): FeedLoader {
    let meetings: FeedState['meetings'] = null;
    const loader: FeedLoader = new FeedLoader(source, {
      readers: this.#options.readers,
      now: this.#options.now,
      changed: () => {
        const { state } = loader;
        if (state.phase !== 'loading') {
          this.#options.feedChanged(state);
          this.#join(state.meetings !== meetings);
          ({ meetings } = state);
        }
        this.#options.changed();
      },
    });
    if (this.#connected)
      queueMicrotask(() => {
        // It may be gone again by now, or asked for already.
        if (this.#connected && this.#loaders.includes(loader) && loader.asked === -Infinity) loader.load();
      });
    return loader;
  }

  /**
   * Joins what is here: at once when nothing else is on its way, else a moment later, so that rows do not jump.
   * @param news Whether there are other meetings than before.
   */
  #join(news: boolean): void {
    this.#changed ||= news;
    if (!this.#changed) return;
    clearTimeout(this.#together);
    const waiting = this.#loaders.some(({ state }) => state.phase === 'loading');
    if (waiting) this.#together = setTimeout(this.#rebuild, TOGETHER);
    else this.#rebuild();
  }

  readonly #rebuild = (): void => {
    this.#changed = true;
    const number = ++this.#build;
    const lists = this.#loaders.flatMap(({ state }, feed) =>
      state.meetings === null ? [] : [{ feed, meetings: state.meetings }],
    );
    this.#building = lists.length > 0 && this.#connected;
    if (lists.length === 0) {
      this.#changed = false;
      this.meetings = null;
      this.#options.changed();
    } else if (this.#connected) void this.#built(lists, () => number !== this.#build || !this.#connected);
  };

  async #built(lists: readonly FeedMeetings[], stopped: () => boolean): Promise<void> {
    const { labels, now, visitorZone, changed } = this.#options;
    await breathe();
    if (stopped()) return;
    const merged = await inSlices(mergingFeeds(lists), stopped);
    if (!merged || stopped()) return;
    const list = await inSlices(MeetingList.build(merged), stopped);
    if (!list || stopped()) return;
    const times = new MeetingTimes(list, +now(), visitorZone);
    await breathe();
    if (stopped()) return;
    this.meetings = { list, times, search: new MeetingSearch(list, labels(list)) };
    this.#building = false;
    this.#tick();
    changed();
    // The first rows are there before anybody can have typed.
    await breathe();
    if (stopped()) return;
    await inSlices(list.readTexts(), stopped);
    if (stopped()) return;
    this.#changed = false;
    this.meetings = { ...this.meetings, search: new MeetingSearch(list, labels(list)) };
    changed();
  }

  readonly #look = (): void => {
    if (document.visibilityState !== 'visible') {
      clearTimeout(this.#clock);
      return;
    }
    const now = +this.#options.now();
    for (const loader of this.#loaders) {
      // Not by when it was read last: one that cannot be had is not asked for all the time.
      if (loader.state.phase !== 'loading' && now - loader.asked > FRESH) loader.load();
    }
    this.#tick(true);
  };

  /** Waits for the next moment at which something that is shown changes; not at all where nothing is shown. */
  #tick(late = false): void {
    clearTimeout(this.#clock);
    if (!this.#connected || this.meetings === null || document.visibilityState !== 'visible') return;
    const now = +this.#options.now();
    const { times, list, search } = this.meetings;
    if (now >= times.until) {
      this.meetings = { list, times: new MeetingTimes(list, now, times.visitorZone, times), search };
      this.#options.changed();
    } else if (late) this.#options.changed();
    const current = this.meetings.times;
    const next =
      this.#shown.length === 0
        ? current.until
        : nextChange(
            this.#shown.map((i) => ({ start: current.starts[i]!, end: current.ends[i]! })),
            now,
          );
    const wait = Math.min(Math.max(Math.min(next, current.until) - now, 1000), 30 * MINUTE);
    this.#clock = setTimeout(() => {
      if (document.visibilityState === 'visible') {
        this.#options.changed();
        this.#look();
      }
    }, wait);
  }
}
