/**
 * Fired when a visitor leaves by the quick exit, just before the page goes. It does not bubble and is not composed: only
 * a listener on the element itself hears it. It holds nothing.
 */
export class QuickExitEvent extends Event {
  static readonly eventName = 'sg-exit';

  constructor() {
    super(QuickExitEvent.eventName, { bubbles: false, composed: false });
  }
}
