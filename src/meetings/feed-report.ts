import type { FeedState } from '../controllers/feed-loader.js';
import type { MeetingHost } from '../elements/shared/meetings.js';
import { failureAdvice, feedName, problemsAdvice, unknownGroup } from './feed-words.js';

/** Tells page, editor and visitor what became of a list. */
export class FeedReport {
  readonly #host: MeetingHost;
  /** Lists whose rows were named on the console. */
  readonly #told = new Set<string>();

  constructor(host: MeetingHost) {
    this.#host = host;
  }

  tell(state: FeedState): void {
    const { source, failure, meetings, problems } = state;
    const { dispatch, FeedStateEvent, warn, groupName, element } = this.#host;
    const isWhole = failure === null && problems.length === 0 && !state.cut;
    const kind = meetings === null ? 'failed' : isWhole ? 'ready' : 'partial';
    dispatch(new FeedStateEvent(source.address, kind, meetings?.length ?? 0, problems.length));
    if (source.group && groupName(source.group) === null) warn(unknownGroup(element.localName, source));
    if (failure) warn(failureAdvice(source, failure));
    else if (problems.length > 0 && !this.#told.has(source.url)) {
      this.#told.add(source.url);
      console.info(problemsAdvice(state));
    }
    if (element.isConnected && meetings === null)
      this.#host.say(this.#host.view().t('meetings-failed', { lists: feedName(state) }));
  }
}
