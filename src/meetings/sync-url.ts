import type { MeetingQuery } from '../domain/meetings/query.js';
import { urlWithQuery } from '../domain/meetings/query-url.js';

/** Writes the filters to the address of the page, where its owner wants it. */
export function syncUrl(query: MeetingQuery): void {
  const url = urlWithQuery(location.href, query);
  if (url === location.href) return;
  try {
    // Replaced, not added: Back leads to the page before, not letter by letter through a search.
    history.replaceState(history.state, '', url);
  } catch {
    // Refused in some frames, and where it is done too often: the filters work all the same.
  }
}
