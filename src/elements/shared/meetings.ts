import type { ReactiveController, TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { dangerOf } from '../../content/search.js';
import { wordsIn } from '../../content/words.js';
import type { FeedOptions } from '../../domain/feeds/address.js';
import { FEED_REQUEST } from '../../domain/feeds/request.js';
import type { FeedProblem, MeetingPanel } from '../../meetings/meeting-panel.js';
import { PrintController } from '../../controllers/print-controller.js';
import type { EarlyAnswer } from '../../controllers/fetch-text.js';
import { crisisAnnounced } from './crisis-panel.js';
import { FeedStateEvent } from './feed-state-event.js';
import { printPage } from './frame.js';
import { loadMeetingTools } from './meeting-tools.js';
import type { SupportElement, View } from './support-element.js';
import { warnOnce } from './warn.js';

export type { FeedProblem };

/** What an attribute or a child says about a list. */
export interface WrittenFeed extends FeedOptions {
  readonly src: string;
}

/** What the file beside the module needs from the element that it draws for. */
export interface MeetingHost {
  readonly element: HTMLElement;
  readonly view: () => View;
  readonly update: () => void;
  /** Settles when what has changed is in the page. */
  readonly updated: () => Promise<unknown>;
  readonly say: (text: string) => void;
  readonly find: (selector: string) => HTMLElement | null;
  readonly render: (template: TemplateResult, into: HTMLElement) => void;
  readonly warn: (message: string) => void;
  readonly dispatch: (event: Event) => void;
  readonly FeedStateEvent: typeof FeedStateEvent;
  /** The name of a group, or null for an id that is none. */
  readonly groupName: (id: string) => string | null;
  /** What a screen reader hears first where these words are of danger or loss; '' where they are not. */
  readonly danger: (typed: string) => string;
  /** Prints the element and nothing else of the page. @returns When the printing is over. */
  readonly print: () => Promise<void>;
  /** The answer of a list that is already on its way; it is given once. */
  readonly early: (url: string) => EarlyAnswer | undefined;
  /** Words for types of meetings in a language other than English. */
  readonly typeWords: (language: string) => TypeWords;
}

export interface TypeWords {
  readonly categories?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, { readonly name: string; readonly text?: string }>>;
}

/** Lists whose address is made by the file beside the module: it may not be asked for as it stands. */
const SERVER = /\/main_server\/?(?:[?#]|$)|#.*\bformat=bmlt\b/i;

/** Addresses that are read as they stand. */
const PLAIN = /^(?:https?:\/\/[\w.:-]+\/|(?!\w*:)(?=[\w./]))[\w./~%?=+-]*(?:#.*)?$/;

const OPTIONS = ['format', 'group', 'timezone', 'label'] as const;

/** Whether the file beside the module is here. */
export type ToolsState = 'none' | 'loading' | 'ready' | 'missing';

/**
 * The meeting lists of an element: finds out which there are, fetches what reads and shows them, and keeps both while the
 * element is on the page. Without a list nothing is fetched.
 */
export class MeetingsController implements ReactiveController {
  tools: ToolsState = 'none';
  panel: MeetingPanel | null = null;

  readonly #host: SupportElement;
  readonly #own: () => WrittenFeed | null;
  readonly #hostOfPanel: MeetingHost;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #written = '';
  readonly #early = new Map<string, EarlyAnswer>();
  readonly #print: PrintController;

  /**
   * @param own What the element's own attributes say.
   * @param view What shared views need.
   */
  constructor(
    host: SupportElement,
    options: {
      readonly own?: () => WrittenFeed | null;
      readonly view: () => View;
      readonly say: (text: string) => void;
      readonly render: MeetingHost['render'];
      readonly groupName?: MeetingHost['groupName'];
    },
  ) {
    this.#host = host;
    this.#own = options.own ?? (() => null);
    this.#hostOfPanel = {
      element: host,
      view: options.view,
      update: () => host.requestUpdate(),
      updated: () => host.updateComplete,
      say: options.say,
      find: (selector) => host.renderRoot.querySelector(selector),
      render: options.render,
      warn: warnOnce,
      dispatch: (event) => host.dispatchEvent(event),
      FeedStateEvent,
      groupName: options.groupName ?? ((id) => groupMapIn(options.view().language).get(id)?.name ?? null),
      danger: (typed) => {
        const view = options.view();
        return crisisAnnounced(view, dangerOf(view.language, typed));
      },
      print: () => this.#printed(),
      early: (url) => {
        const answer = this.#early.get(url);
        this.#early.delete(url);
        return answer;
      },
      typeWords: (language) => wordsIn(language).meetingTypes,
    };
    host.addController(this);
    this.#print = new PrintController(host);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributes: true });
    this.panel?.connect();
    // The page may have changed the lists while the element was out of it.
    if (this.#host.hasUpdated) this.#host.requestUpdate();
    // Not after the first rendering: the list takes longest, so it is asked for first.
    if (this.tools === 'none' && this.#feeds().length > 0) void this.#load();
  }

  hostDisconnected(): void {
    this.#letGo();
    this.#observer.disconnect();
    this.panel?.disconnect();
  }

  /** Before each rendering: attributes and children say which lists there are. */
  hostUpdate(): void {
    const feeds = this.#feeds();
    const written = JSON.stringify(feeds);
    if (written !== this.#written) {
      this.#written = written;
      this.panel?.setFeeds(feeds);
    }
    if (this.tools === 'none' && feeds.length > 0) void this.#load();
    this.panel?.startDrawing();
  }

  /** After it: the clock waits for what is shown now. */
  hostUpdated(): void {
    this.panel?.finishDrawing();
  }

  /** Whether the page names a list at all. */
  get wanted(): boolean {
    return this.tools !== 'none';
  }

  /** Rows of the lists that cannot be shown. */
  get problems(): readonly FeedProblem[] {
    return this.panel?.problems ?? [];
  }

  #feeds(): WrittenFeed[] {
    const own = this.#own();
    const children = Array.from(this.#host.querySelectorAll('meeting-feed'), (child): WrittenFeed | null => {
      const src = child.getAttribute('src')?.trim();
      if (!src) return null;
      const options = Object.fromEntries(OPTIONS.map((name) => [name, child.getAttribute(name)]));
      return { src, ...options };
    });
    return [own, ...children].filter((feed) => feed !== null);
  }

  async #printed(): Promise<void> {
    const done = new AbortController();
    const { signal } = done;
    // Some browsers print while this waits, others after it has come back; whoever goes on with the page is done with it.
    const over = new Promise<unknown>((resolve) => {
      for (const type of ['afterprint', 'pointerdown', 'keydown'])
        addEventListener(type, resolve, { signal });
    });
    this.#print.start();
    try {
      if (printPage()) await over;
    } catch {
      // Not to be had in this browser.
    } finally {
      done.abort();
      this.#print.stop();
    }
  }

  /** Asks for the lists while the file that reads them is on its way: both take as long as one. */
  #ask(): void {
    for (const { src, format } of this.#feeds()) {
      for (const address of src.split(/\s+/)) {
        if (!PLAIN.test(address) || SERVER.test(address) || /bmlt/i.test(format ?? '')) continue;
        let url: string;
        try {
          url = new URL(address.replace(/#.*/, ''), this.#host.ownerDocument.baseURI).href;
        } catch {
          // What is wrong with it is said when it is read.
          continue;
        }
        if (!url.startsWith('http') || this.#early.has(url)) continue;
        const stop = new AbortController();
        const response = fetch(url, { ...FEED_REQUEST, signal: stop.signal });
        // Whoever reads it hears of a failure.
        response.catch(() => undefined);
        this.#early.set(url, { response, stop });
      }
    }
  }

  /** Nobody will read what was asked for. */
  #letGo(): void {
    for (const { stop } of this.#early.values()) stop.abort();
    this.#early.clear();
  }

  async #load(): Promise<void> {
    this.tools = 'loading';
    this.#ask();
    const tools = await loadMeetingTools();
    if (tools) {
      this.#host.addSheet(tools.styles);
      this.panel = tools.createPanel(this.#hostOfPanel);
      this.panel.setFeeds(this.#feeds());
      if (this.#host.isConnected) this.panel.connect();
    }
    // What has not been taken by now is wanted by nobody.
    this.#letGo();
    this.tools = tools ? 'ready' : 'missing';
    this.#host.requestUpdate();
  }
}
