import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Long enough that a screen reader hears one sentence for a typed word, not one for each letter. */
const SETTLE_MS = 700;

/**
 * One polite sentence per settled change, for a status node that exists from the first render: a screen reader misses
 * a node that comes together with its text.
 */
export class AnnounceController implements ReactiveController {
  text = '';

  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Speaks when nothing newer has come for a moment. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (text === this.text) return;
      this.text = text;
      this.#host.requestUpdate();
    }, SETTLE_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
