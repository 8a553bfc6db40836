/** A timer that somebody has set. */
export interface HeldTimer {
  readonly wait: number;
  readonly work: () => void;
}

/**
 * Holds timers of some length back, so that a test sees which there are and lets them go off by hand; shorter ones and
 * longer ones go as ever.
 */
export class HeldTimers {
  readonly #held = new Map<number, HeldTimer>();
  readonly #set = globalThis.setTimeout;
  readonly #clear = globalThis.clearTimeout;
  #last = 1_000_000_000;

  /** @param holds Tells by its length, in milliseconds, whether a timer is held back. */
  constructor(holds: (wait: number) => boolean) {
    const set = (work: () => void, wait = 0): unknown => {
      if (!holds(wait)) return this.#set.call(globalThis, work, wait);
      this.#held.set(++this.#last, { wait, work });
      return this.#last;
    };
    globalThis.setTimeout = set as unknown as typeof setTimeout;
    globalThis.clearTimeout = (timer) => {
      if (!this.#held.delete(Number(timer))) this.#clear.call(globalThis, timer);
    };
  }

  /** Those that are waiting. */
  get waiting(): readonly HeldTimer[] {
    return [...this.#held.values()];
  }

  /** Lets those that wait now go off. @param wait Only those of this length. */
  goOff(wait?: number): void {
    for (const [timer, one] of [...this.#held]) {
      if (wait !== undefined && one.wait !== wait) continue;
      this.#held.delete(timer);
      one.work();
    }
  }

  /** Puts the real timers back. */
  close(): void {
    globalThis.setTimeout = this.#set;
    globalThis.clearTimeout = this.#clear;
  }
}
