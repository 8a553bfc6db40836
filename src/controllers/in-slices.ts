import { nextTask } from './next-task.js';

/** Longest that one slice keeps the browser from answering, in milliseconds. */
const SLICE_MS = 12;

/** Hands the browser the next task, so that it can answer somebody and draw. */
export const breathe = (): Promise<void> => new Promise((resolve) => nextTask(resolve));

/**
 * Runs a long work in slices.
 * @param stopped Whether the work has become needless; then the promise never settles with a result.
 * @returns What the work returns, or undefined where it was stopped.
 */
export async function inSlices<T>(work: Generator<void, T>, stopped: () => boolean): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await breathe();
    if (stopped()) return undefined;
    since = performance.now();
  }
}
