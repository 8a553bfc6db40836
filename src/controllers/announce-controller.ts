import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Long enough that a screen reader hears one sentence for a typed word, not one for each letter. */
const SETTLE_MS = 700;
/** Makes the same sentence a new one: a screen reader speaks a change only. */
const UNSPOKEN = '\u00a0';

/**
 * One polite sentence per settled change, in the status node that is there from the first rendering: a screen reader
 * misses a node that comes together with its text.
 */
export class AnnounceController implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Speaks when nothing newer has come for a moment. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Written directly: a rendering of everything for one sentence would be work for nothing.
      const node = this.#host.renderRoot.querySelector('[role="status"]');
      if (node) node.textContent = text && node.textContent === text ? text + UNSPOKEN : text;
    }, SETTLE_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
