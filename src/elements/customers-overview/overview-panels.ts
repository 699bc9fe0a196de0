import type { Customer } from '../../domain/customer.js';
import type { CustomersPanel } from '../customers-panel/customers-panel.element.js';
import type { ExpirationsSlideout } from '../expirations-slideout/expirations-slideout.element.js';

/** What an overview shares with its panels, at every moment. */
export type PanelSurroundings = Pick<ExpirationsSlideout, 'provider' | 'timeZone' | 'now' | 'policy' | 'messages'>;

/** What is put into a panel. */
export type PanelContent = HTMLElement & PanelSurroundings;

/** Content about one customer. */
export type CustomerContent = PanelContent & { customerId: string; tab?: string };

/** Content about customers that are to be deleted. */
export type DeletionContent = PanelContent & { customers: readonly Customer[]; hiddenIds: readonly string[] };

/** The panels that an overview opens, loaded when first asked for; what is absent is not opened. */
export interface OverviewPanels {
  readonly expirations?: () => Promise<new () => ExpirationsSlideout>;
  /** The frame of the other ones. */
  readonly panel?: () => Promise<new () => CustomersPanel>;
  readonly details?: () => Promise<new () => CustomerContent>;
  readonly add?: () => Promise<new () => PanelContent>;
  readonly edit?: () => Promise<new () => CustomerContent>;
  readonly delete?: () => Promise<new () => DeletionContent>;
}
