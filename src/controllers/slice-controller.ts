import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Renders a long content a few parts at a time while it starts, so that no task keeps a slow phone from answering.
 * Everything is there within a second, and at once before printing; nothing is ever taken away again.
 */
export class SliceController implements ReactiveController {
  /** How many parts may be rendered now. */
  ready: number;

  readonly #host: ReactiveControllerHost;
  readonly #step: number;
  readonly #total: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param first How many parts the first rendering holds.
   * @param step How many each later slice adds.
   * @param total How many there are.
   */
  constructor(host: ReactiveControllerHost, first: number, step: number, total: () => number) {
    this.#host = host;
    this.ready = first;
    this.#step = step;
    this.#total = total;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeprint', this.#all);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeprint', this.#all);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated(): void {
    if (this.ready >= this.#total() || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.ready += this.#step;
      this.#host.requestUpdate();
    });
  }

  readonly #all = (): void => {
    if (this.ready >= this.#total()) return;
    this.ready = Infinity;
    this.#host.requestUpdate();
  };
}
