/** Fired when a visitor opens a step. It does not bubble and is not composed. */
export class StepOpenEvent extends Event {
  static readonly eventName = 'sg-step-open';

  /** The number of the step, 1 to 12. */
  readonly step: number;

  constructor(step: number) {
    super(StepOpenEvent.eventName, { bubbles: false, composed: false });
    this.step = step;
  }
}
