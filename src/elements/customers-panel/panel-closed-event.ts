/** A panel has closed; the focus is back where it was before. Neither bubbles nor cancels. */
export class PanelClosedEvent extends Event {
  static readonly type = 'panel-closed';

  constructor() {
    super(PanelClosedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'panel-closed': PanelClosedEvent;
  }
}
