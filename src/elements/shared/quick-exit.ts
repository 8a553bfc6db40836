import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { readableUrl } from '../../domain/links/safe-url.js';
import {
  afterStroke,
  NO_SHIFTS,
  recentShifts,
  SHIFTS_TO_LEAVE,
  SHIFTS_WITHIN_MS,
  type ShiftPresses,
} from '../../domain/safety/shift-presses.js';
import { webAddress } from './attributes.js';
import { isolated } from './links.js';
import { QuickExitEvent } from './quick-exit-event.js';
import type { SupportElement, View } from './support-element.js';

type Host = SupportElement & { readonly quickExit: boolean; readonly exitUrl: string | null };

interface Options {
  /** Nothing stays of what was typed and chosen. */
  readonly forget: () => void;
  readonly view: () => View;
  readonly say: (text: string) => void;
  readonly replace: (place: Location, url: string) => void;
}

/** Known in every country, and tells nothing of whoever opens it. */
const USUAL = 'https://www.google.com/';
/** What it does not do, and people have to know. */
const LIMITS = ['exit-history', 'exit-windows', 'exit-taken', 'exit-private', 'exit-device'] as const;
/** For a page around ours that can leave where we may not. */
const MESSAGE = { type: 'support-group-elements:exit' };
const HEARD = ['keydown', 'keyup', 'pointerdown', 'wheel', 'pageshow', 'beforeunload'] as const;
/** The sheet over the page, as properties that no rule of the page undoes; policies allow them. */
const SHEET = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0',
  'z-index': '2147483647',
  'color-scheme': 'inherit',
  background: 'Canvas',
} as const;
/** In the capture phase: the keys of our own boxes do not leave the root. */
const HEARING = { capture: true, passive: true };

/** One press, and the page is blank and on its way to another one: for somebody who must not be seen here. */
export class QuickExit implements ReactiveController {
  readonly #host: Host;
  readonly #options: Options;
  #shifts: ShiftPresses = NO_SHIFTS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What covers the page, and what keeps its address from the next one. */
  readonly #traces: Element[] = [];
  /** On the way out. */
  #leaving = false;
  /** The name of the page, which stands on its tab until the other one has come. */
  #title = '';
  /** Whose listeners these are: an element may move to another document. */
  #window: Window | null = null;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    this.#listen(this.#host.quickExit && this.#host.isConnected);
  }

  hostDisconnected(): void {
    this.#listen(false);
    this.#count(NO_SHIFTS);
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case 'beforeunload':
        // Nobody who flees is asked whether they want to; listeners of the page that came later are not heard.
        if (this.#leaving) event.stopImmediatePropagation();
        break;
      case 'pageshow':
        // Back from the browser's memory, or there for the first time.
        if (this.#leaving) this.#host.ownerDocument.title = this.#title;
        this.#leaving = false;
        for (const trace of this.#traces.splice(0)) trace.parentNode?.removeChild(trace);
        break;
      default:
        this.#count(afterStroke(this.#shifts, event, event.timeStamp));
    }
  }

  /** The button, the first thing in the element, and what it does. */
  render(view: View): TemplateResult | typeof nothing {
    if (!this.#host.quickExit) return nothing;
    const { t, frame } = view;
    const host = isolated(view, readableUrl(this.#url));
    const pressed = this.#shifts.ends.length;
    // A sandbox may keep it from taking the page around it away, and nothing tells so.
    const where = frame.spelledOut ? t('exit-then-close') : t('exit-to', { host });
    return html`<div class="exit no-print">
        <button type="button" class="button" part="exit" @click=${this.leave}>
          <span>${t(frame.spelledOut ? 'exit-hide' : 'exit-leave')}</span>
          <span class="small"
            >${pressed > 0 ? t('exit-shift', { n: SHIFTS_TO_LEAVE - pressed }) : where}</span
          >
        </button>
      </div>
      <details class="exit-about no-print" part="disclosure">
        <summary><span>${t('exit-about')}</span></summary>
        <div class="stack">
          <p>${frame.spelledOut ? t('exit-hides') : t('exit-does', { host })}</p>
          <p>${t(frame.newWindow ? 'exit-keys-framed' : 'exit-keys')}</p>
          <ul>
            ${LIMITS.map((key) => html`<li>${t(key)}</li>`)}
          </ul>
        </div>
      </details>`;
  }

  readonly leave = (): void => {
    const { forget, replace } = this.#options;
    const window = this.#host.ownerDocument.defaultView!;
    const page = this.#host.ownerDocument;
    if (!this.#leaving) this.#title = page.title;
    this.#leaving = true;
    window.onbeforeunload = null;
    page.title = readableUrl(this.#url);
    try {
      this.#cover();
      forget();
      this.#host.dispatchEvent(new QuickExitEvent());
    } finally {
      this.#hideAddress();
      const { top, parent, location } = window;
      if (parent === window) replace(location, this.#url);
      else {
        try {
          replace(top!.location, this.#url);
        } catch {
          // Not allowed in this frame.
        }
        parent.postMessage(MESSAGE, '*');
        // Most sites refuse to be shown in a frame, and say so in large letters.
        replace(location, 'about:blank');
      }
    }
  };

  get #url(): string {
    const url = webAddress(this.#host, 'exit-url', this.#host.exitUrl, USUAL);
    // To a place in this page the browser would only jump.
    return url.split('#')[0] === this.#host.ownerDocument.URL.split('#')[0] ? USUAL : url;
  }

  #listen(on: boolean): void {
    const window = on ? this.#host.ownerDocument.defaultView : null;
    if (window === this.#window) return;
    for (const type of HEARD) {
      this.#window?.removeEventListener(type, this, HEARING);
      window?.addEventListener(type, this, HEARING);
    }
    this.#window = window;
  }

  #count(next: ShiftPresses): void {
    const { length } = this.#shifts.ends;
    const [first] = next.ends;
    const n = SHIFTS_TO_LEAVE - next.ends.length;
    this.#shifts = n > 0 ? next : NO_SHIFTS;
    clearTimeout(this.#timer);
    if (n <= 0) this.leave();
    else if (first !== undefined) {
      const wait = first + SHIFTS_WITHIN_MS - performance.now();
      this.#timer = setTimeout(() => this.#count(recentShifts(this.#shifts, performance.now())), wait);
    }
    if (length === next.ends.length) return;
    this.#host.requestUpdate();
    this.#options.say(first !== undefined && n > 0 ? this.#options.view().t('exit-shift', { n }) : '');
  }

  /** On the page, not in the element: that may be in a closed part of it, or be taken away by who hears of the exit. */
  #cover(): void {
    const page = this.#host.ownerDocument;
    const sheet = page.createElement('dialog');
    const show = (): void => {
      if (sheet.isConnected) sheet.showModal?.();
    };
    for (const [name, value] of Object.entries(SHEET)) sheet.style.setProperty(name, value, 'important');
    // Escape would take it away, and there may be nothing else yet.
    sheet.addEventListener('cancel', (event) => event.preventDefault());
    sheet.addEventListener('close', show);
    page.documentElement.append(sheet);
    this.#traces.push(sheet);
    show();
  }

  /**
   * `location.replace` has no option for it, and the other site must not learn where somebody was. It stays so for this
   * page: taking the element away does not bring the old policy back.
   */
  #hideAddress(): void {
    const page = this.#host.ownerDocument;
    const meta = page.createElement('meta');
    meta.name = 'referrer';
    meta.content = 'no-referrer';
    page.head.append(meta);
    this.#traces.push(meta);
  }
}
