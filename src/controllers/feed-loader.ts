import type { FeedSource } from '../domain/feeds/address.js';
import { mayPass, pauseBefore, type Failure } from '../domain/feeds/failure.js';
import { JSON_FORMATS, listOf, recogniseFormat } from '../domain/feeds/index.js';
import { JsonRowReader } from '../domain/feeds/json-rows.js';
import { readAll } from '../domain/feeds/read-all.js';
import { kindOfText, type TextKind } from '../domain/feeds/recognise.js';
import { BOUNDS, type FeedList, type Problem, type TypeTable } from '../domain/feeds/types.js';
import type { Meeting } from '../domain/meetings/types.js';
import { FetchFailure, fetchText, type EarlyAnswer, whyUnreachable, type Answer } from './fetch-text.js';
import { breathe, inSlices } from './in-slices.js';

/** Reads the rows of a text step by step; a step takes a few milliseconds. */
export type FeedReader<Rows = readonly unknown[]> = (text: string, now: Date) => Generator<void, Rows>;

/** The files that read what needs a library; null where one did not load. */
export interface FeedReaders {
  readonly table: () => Promise<FeedReader | null>;
  readonly calendar: () => Promise<FeedReader | null>;
  readonly types: (group: string) => TypeTable;
  /** An answer that is on its way already. */
  readonly early?: (url: string) => EarlyAnswer | undefined;
}

/** What is known about one list. */
export interface FeedState {
  readonly source: FeedSource;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** The last list that could be read, even where a later attempt failed. */
  readonly meetings: readonly Meeting[] | null;
  readonly problems: readonly Problem[];
  /** The list was longer than the bound, or broke off. */
  readonly cut: 'rows' | 'broken' | null;
  /** When the list was read last, in milliseconds; 0: never. */
  readonly at: number;
  /** What the list says about its own age, `YYYY-MM-DD`; '' for nothing. */
  readonly updated: string;
  readonly failure: Failure | null;
}

/** Characters that tell what an answer is, as far as characters do. */
const ENOUGH = 16;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Loads one list: it is fetched, read and failed for itself, whatever becomes of the others. */
export class FeedLoader {
  state: FeedState;
  /** When somebody asked for the list last, in milliseconds, whatever came of it; −Infinity: never. */
  asked = -Infinity;

  readonly #readers: FeedReaders;
  readonly #changed: () => void;
  readonly #now: () => Date;
  readonly #random: () => number;
  readonly #pause: typeof pauseBefore;
  #stop = new AbortController();
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = '';
  /** Reads what came of an answer that broke off; null where that is nothing. */
  #torn: (() => Promise<Partial<FeedState> | null>) | null = null;

  constructor(
    source: FeedSource,
    options: {
      readonly readers: FeedReaders;
      readonly changed: () => void;
      readonly now: () => Date;
      readonly random?: () => number;
      readonly pause?: typeof pauseBefore;
    },
  ) {
    this.#readers = options.readers;
    this.#changed = options.changed;
    this.#now = options.now;
    this.#random = options.random ?? Math.random;
    this.#pause = options.pause ?? pauseBefore;
    this.state = {
      source,
      phase: 'loading',
      meetings: null,
      problems: [],
      cut: null,
      at: 0,
      updated: '',
      failure: null,
    };
  }

  /** Asks for the list, as often as needed. What was there stays until there is something newer. */
  load(): void {
    this.stop();
    this.#stop = new AbortController();
    this.#attempt = 0;
    // Kept from one attempt to the next: the last one may bring nothing at all.
    this.#torn = null;
    this.asked = +this.#now();
    if (this.state.meetings === null) this.#set({ phase: 'loading', failure: null });
    void this.#try(this.#stop.signal);
  }

  /** Nothing more is asked for, and an answer that is on its way is not heard. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  #set(change: Partial<FeedState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }

  async #try(signal: AbortSignal): Promise<void> {
    let failure: Failure;
    let retryAfter: number | null = null;
    let brokeOff = false;
    try {
      const read = await this.#read(signal);
      if (signal.aborted) return;
      this.#attempt = 0;
      // The same list as before: nothing to read anew.
      this.#set({ phase: 'ready', failure: null, at: +this.#now(), ...(read ?? {}) });
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof FetchFailure) ({ failure, retryAfter, brokeOff } = error);
      else failure = { kind: 'not-a-list', detail: error instanceof Error ? error.message : String(error) };
      if (failure.kind === 'unreachable' && !brokeOff)
        failure = await whyUnreachable(this.state.source.url, failure.detail, signal);
      if (signal.aborted) return;
    }
    this.#attempt++;
    const pause = mayPass(failure) ? this.#pause(this.#attempt, retryAfter, this.#random()) : null;
    if (pause === null) {
      // Where nobody asks again, what came through is better than nothing.
      const torn = brokeOff && this.state.meetings === null ? await this.#torn?.() : null;
      if (signal.aborted) return;
      if (torn) this.#set({ phase: 'ready', failure: null, at: +this.#now(), ...torn });
      else this.#set({ phase: this.state.meetings === null ? 'failed' : 'ready', failure });
      return;
    }
    // Still under way for the visitor; what went wrong is told when nothing more is tried.
    this.#timer = setTimeout(() => void this.#try(signal), pause);
  }

  /** @returns null where the list is as it was. */
  async #read(signal: AbortSignal): Promise<Partial<FeedState> | null> {
    const { source } = this.state;
    const json = new JsonRowReader(BOUNDS.rows);
    let kind: TextKind | null = null;
    let type = '';
    let text = '';
    let version = '';
    let same = false;
    let busy = performance.now();
    await fetchText(source.url, {
      signal,
      again: this.state.at > 0,
      early: this.#readers.early?.(source.url),
      most: BOUNDS.bytes,
      begin: (answer: Answer) => {
        ({ type, version } = answer);
        same = version !== '' && version === this.#version && this.state.meetings !== null;
        return !same;
      },
      take: async (piece) => {
        if (kind === null) {
          text += piece;
          if (text.trimStart().length < ENOUGH) return true;
          kind = kindOfText(text, source.format, source.url, type);
          piece = text;
          if (kind === 'json') text = '';
        } else if (kind !== 'json') text += piece;
        if (kind === 'web-page') return false;
        const more = kind !== 'json' || json.push(piece);
        if (performance.now() - busy > 12) {
          await breathe();
          busy = performance.now();
        }
        return more;
      },
    }).catch((error: unknown) => {
      if (kind === 'json')
        this.#torn = () =>
          this.#list('json', '', json, signal).then(
            (read) => ({ ...read, cut: read.cut ?? 'broken' }),
            () => null,
          );
      throw error;
    });
    if (same) return null;
    if (kind === null) {
      kind = kindOfText(text, source.format, source.url, type);
      if (kind === 'json') json.push(text);
    }
    const read = await this.#list(kind, text, json, signal);
    // Of a list that was not read to its end a later answer may be the same, and is wanted.
    if (!signal.aborted) this.#version = version;
    return read;
  }

  async #list(
    kind: TextKind,
    text: string,
    json: JsonRowReader,
    signal: AbortSignal,
  ): Promise<Partial<FeedState>> {
    const now = this.#now();
    switch (kind) {
      case 'empty':
        throw new FetchFailure('empty');
      case 'web-page':
        throw new FetchFailure('web-page');
      case 'table':
      case 'calendar': {
        const read = await this.#readers[kind]();
        if (!read)
          throw new FetchFailure('reader', `support-group-elements.${kind === 'table' ? 'csv' : kind}.js`);
        const rows = (await inSlices(read(text, now), () => signal.aborted)) ?? [];
        const around = kind === 'table' ? {} : { calendar: true };
        return this.#meetings({ rows, around }, null, signal, now);
      }
      case 'json': {
        await breathe();
        const { rows, name, rest, cut, more } = json.end();
        const last = listOf(rest);
        if (last === null) throw new FetchFailure('not-a-list');
        const before = rows.length === 0 ? null : listOf(name === '' ? rows : { [name]: rows });
        const list = before === null ? last : { ...last, rows: [...before.rows, ...last.rows] };
        return this.#meetings(list, more ? 'rows' : cut ? 'broken' : null, signal, now);
      }
    }
  }

  async #meetings(
    list: FeedList,
    cut: FeedState['cut'],
    signal: AbortSignal,
    now: Date,
  ): Promise<Partial<FeedState>> {
    const { source } = this.state;
    const format =
      source.format === 'auto'
        ? recogniseFormat(list)
        : (JSON_FORMATS.find(({ name }) => name === source.format) ?? null);
    // An empty list is one, of whatever kind.
    if (format === null && list.rows.length > 0) throw new FetchFailure('not-a-list');
    const whole = list.rows.length > BOUNDS.rows ? list.rows.slice(0, BOUNDS.rows) : list.rows;
    const bounded = { ...list, rows: whole };
    const meetings: Meeting[] = [];
    const problems: Problem[] = [];
    let full = whole.length < list.rows.length;
    if (format !== null) {
      await breathe();
      const context = {
        group: source.group,
        timezone: source.timezone,
        now,
        types: this.#readers.types(source.group),
      };
      const work = readAll(format, bounded, context, meetings, problems);
      if (await inSlices(work, () => signal.aborted)) full = true;
    }
    const { updated } = list.around;
    return {
      meetings,
      problems,
      cut: full ? 'rows' : cut,
      updated: typeof updated === 'string' && DATE.test(updated) ? updated.slice(0, 10) : newest(meetings),
    };
  }
}

const newest = (meetings: readonly Meeting[]): string =>
  meetings.reduce((last, { updated }) => (updated > last ? updated : last), '');
