import type { Meeting } from '../meetings/types.js';
import { BOUNDS, type FeedContext, type FeedFormat, type FeedList, type Problem } from './types.js';

/**
 * Reads rows step by step, into `meetings` and `problems`.
 * @returns Whether there were more meetings than a list may have: a row can be on seven days.
 */
export function* readAll(
  format: FeedFormat,
  list: FeedList,
  context: FeedContext,
  meetings: Meeting[],
  problems: Problem[],
): Generator<void, boolean> {
  const read = format.reader(list, context);
  for (let i = 0; i < list.rows.length; i++) {
    let found: Meeting[] | Problem;
    try {
      found = read(list.rows[i], i);
    } catch {
      // No row throws that we know of; the first that does may not take the others with it.
      found = { row: i + 1, name: '', reason: 'not-a-meeting', value: '' };
    }
    if (!Array.isArray(found)) problems.push(found);
    else if (meetings.length + found.length > BOUNDS.rows) return true;
    else meetings.push(...found);
    if (i % 250 === 249) yield;
  }
  return false;
}
