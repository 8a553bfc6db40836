/**
 * Fired when a visitor opens the details of a group. It does not bubble and is not composed: only a listener on the
 * element itself hears it.
 */
export class GroupOpenEvent extends Event {
  static readonly eventName = 'sg-group-open';

  /** The id of the group, such as `na`. */
  readonly group: string;

  constructor(group: string) {
    super(GroupOpenEvent.eventName, { bubbles: false, composed: false });
    this.group = group;
  }
}
