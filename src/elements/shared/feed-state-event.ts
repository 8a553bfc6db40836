/**
 * Fired when a meeting list has come, or could not be had. It does not bubble and is not composed: only a listener on the
 * element itself hears it.
 */
export class FeedStateEvent extends Event {
  static readonly eventName = 'sg-feed-state';

  /** Address of the list, as the page wrote it. */
  readonly address: string;
  /** `ready`; `partial`, where rows were left out or a new attempt failed; `failed`. */
  readonly state: 'ready' | 'partial' | 'failed';
  /** Meetings of the list that can be shown. */
  readonly shown: number;
  /** Rows of the list that cannot be used. */
  readonly leftOut: number;

  constructor(address: string, state: FeedStateEvent['state'], shown: number, leftOut: number) {
    super(FeedStateEvent.eventName, { bubbles: false, composed: false });
    this.address = address;
    this.state = state;
    this.shown = shown;
    this.leftOut = leftOut;
  }
}
