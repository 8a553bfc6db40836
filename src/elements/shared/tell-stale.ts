import { staleEntries } from '../../content/stale.js';
import { nextTask } from '../../controllers/next-task.js';

/** Once there is nothing else to do; Safari has no such moment. */
const whenIdle = (work: () => void): void => {
  if (typeof globalThis.requestIdleCallback === 'function') globalThis.requestIdleCallback(work);
  else nextTask(work);
};

let told = false;

/**
 * Names on the console, once for the page, what is shown with "may have changed", so that whoever looks after the
 * content knows what to check.
 * @param now The present moment.
 */
export function tellStale(now: Date): void {
  if (told) return;
  told = true;
  whenIdle(() => {
    const entries = staleEntries(now);
    if (entries.length === 0) return;
    console.info(
      `support-group-elements: ${entries.length} entries are shown with “may have changed”: phone numbers were last ` +
        `checked over 6 months ago, other facts over 12, or never. Check them in data/: ${entries.join(', ')}.`,
    );
  });
}
