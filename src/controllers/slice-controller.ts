import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextTask } from './next-task.js';

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
  #waiting = false;

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
    // Moved while it started: it goes on where it stopped.
    if (this.ready < this.#total()) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeprint', this.#all);
  }

  hostUpdated(): void {
    if (this.ready >= this.#total() || this.#waiting) return;
    this.#waiting = true;
    nextTask(() => {
      this.#waiting = false;
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
