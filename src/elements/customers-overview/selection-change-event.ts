import type { CustomersSelection } from '../../domain/selection.js';

/** The viewer selected other customers, or what was selected is gone. Neither bubbles nor cancels. */
export class SelectionChangeEvent extends Event {
  static readonly type = 'selection-change';
  readonly selection: CustomersSelection;
  /** How many customers are selected; `undefined` where that is not certain. */
  readonly count: number | undefined;

  constructor(selection: CustomersSelection, count: number | undefined) {
    super(SelectionChangeEvent.type);
    this.selection = selection;
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'selection-change': SelectionChangeEvent;
  }
}
