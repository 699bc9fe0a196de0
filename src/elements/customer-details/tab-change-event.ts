/** The viewer went to another tab of the details. Neither bubbles nor cancels. */
export class TabChangeEvent extends Event {
  static readonly type = 'tab-change';
  /** `details`, `beacons`, or the `tab-id` of a tab of the host. */
  readonly tab: string;

  constructor(tab: string) {
    super(TabChangeEvent.type);
    this.tab = tab;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tab-change': TabChangeEvent;
  }
}
