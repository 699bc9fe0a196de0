import type { LitElement, ReactiveController } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { GridNavigation } from '../../controllers/grid-navigation.js';
import type { GridPosition } from '../../controllers/grid-position.js';
import type { CustomersGrid } from './customers-grid.js';

/** What of an overview a {@link LeftPlace} is in. */
export interface LeftPlaceOptions {
  readonly list: CustomerWindow;
  readonly grid: CustomersGrid;
  readonly navigation: GridNavigation;
}

/** Where the viewer was in rows that were refused; the element goes back there once they are there again. */
export class LeftPlace implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: LeftPlaceOptions;
  #left: { readonly top: number; readonly cell: GridPosition | undefined } | undefined;

  constructor(host: LitElement, options: LeftPlaceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The rows are about to go. */
  leave(): void {
    const { grid, navigation } = this.#options;
    this.#left = { top: grid.top, cell: navigation.focusedCell };
  }

  /** Another result is read from its top. */
  forget(): void {
    this.#left = undefined;
  }

  /** With the focus, unless it has gone elsewhere. */
  hostUpdated(): void {
    const { list, grid, navigation } = this.#options;
    if (this.#left === undefined || list.status !== 'ready') return;
    const { top, cell } = this.#left;
    this.#left = undefined;
    if (grid.page === undefined) grid.scrollToRow(top);
    const { activeElement, body } = this.#host.ownerDocument;
    const isFree = activeElement === body || this.#host.shadowRoot?.activeElement;
    if (cell && isFree) navigation.focusCell(cell);
  }
}
