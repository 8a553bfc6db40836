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
/** For a page around ours that can leave where we may not. */
const MESSAGE = { type: 'support-group-elements:exit' };
const HEARD = ['keydown', 'keyup', 'pointerdown', 'wheel', 'pageshow'] as const;
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
    // Back from the browser's memory, or there for the first time.
    if (event.type === 'pageshow')
      for (const trace of this.#traces.splice(0)) trace.parentNode?.removeChild(trace);
    else this.#count(afterStroke(this.#shifts, event, event.timeStamp));
  }

  /** The button, the first thing in the element, and what it does. */
  render(view: View): TemplateResult | typeof nothing {
    if (!this.#host.quickExit) return nothing;
    const { t } = view;
    const host = isolated(view, readableUrl(this.#url));
    const { length } = this.#shifts.ends;
    return html`<div class="exit no-print">
        <button type="button" class="button" part="exit" @click=${this.leave}>
          <span>${t('exit-leave')}</span> <span class="small">${t('exit-to', { host })}</span>
        </button>
        ${length > 0 ? html`<p>${t('exit-shift', { n: SHIFTS_TO_LEAVE - length })}</p>` : nothing}
      </div>
      <details class="exit-about no-print" part="disclosure">
        <summary><span>${t('exit-about')}</span></summary>
        <div class="stack">
          <p>${t('exit-does', { host })}</p>
          <p>${t('exit-keys')}</p>
          <p>${t('exit-history')}</p>
          ${view.frame.newWindow ? html`<p>${t('exit-framed')}</p>` : nothing}
        </div>
      </details>`;
  }

  readonly leave = (): void => {
    const { forget, replace } = this.#options;
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
    return webAddress(this.#host, 'exit-url', this.#host.exitUrl, USUAL);
  }

  #listen(on: boolean): void {
    for (const type of HEARD)
      if (on) addEventListener(type, this, HEARING);
      else removeEventListener(type, this, HEARING);
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

  #cover(): void {
    const sheet = document.createElement('dialog');
    const show = (): void => {
      if (sheet.isConnected) sheet.showModal?.();
    };
    sheet.className = 'blank';
    // Escape would take it away, and there may be nothing else yet.
    sheet.addEventListener('cancel', (event) => event.preventDefault());
    sheet.addEventListener('close', show);
    this.#host.renderRoot.append(sheet);
    this.#traces.push(sheet);
    show();
  }

  /** `location.replace` has no option for it, and the other site must not learn where somebody was. */
  #hideAddress(): void {
    const meta = document.createElement('meta');
    meta.name = 'referrer';
    meta.content = 'no-referrer';
    document.head.append(meta);
    this.#traces.push(meta);
  }
}
