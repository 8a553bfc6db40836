/** Does a work at once that is meant to be done step by step, and tells how many steps it took. */
export function countedSteps<T>(work: Generator<void, T>): { readonly value: T; readonly steps: number } {
  for (let steps = 0; ; steps++) {
    const step = work.next();
    if (step.done) return { value: step.value, steps };
  }
}

/** What comes of a work that is meant to be done step by step. */
export const atOnce = <T>(work: Generator<void, T>): T => countedSteps(work).value;
