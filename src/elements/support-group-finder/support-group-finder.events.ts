/** What a visitor did with a handout. */
export type HandoutAction = 'print' | 'copy' | 'calendar' | 'text' | 'mail';

/**
 * Fired when a visitor takes a handout along. It does not bubble and is not composed: only a listener on the element
 * itself hears it. It says how, not what.
 */
export class HandoutEvent extends Event {
  static readonly eventName = 'sg-handout';

  readonly action: HandoutAction;

  constructor(action: HandoutAction) {
    super(HandoutEvent.eventName, { bubbles: false, composed: false });
    this.action = action;
  }
}
