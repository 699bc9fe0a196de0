/** The viewer is done with a panel: cancelled, or finished. An intent: it bubbles, is composed and can be cancelled. */
export class PanelCloseEvent extends Event {
  static readonly type = 'panel-close';

  constructor() {
    super(PanelCloseEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'panel-close': PanelCloseEvent;
  }
}
