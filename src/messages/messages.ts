import type { en } from './en.js';
import type { addCustomers } from './en/add-customers.js';
import type { customerBeacons } from './en/customer-beacons.js';
import type { customerDetails } from './en/customer-details.js';
import type { customerFields } from './en/customer-fields.js';
import type { customersPanel } from './en/customers-panel.js';
import type { deleteCustomers } from './en/delete-customers.js';
import type { editCustomer } from './en/edit-customer.js';
import type { expirationsSlideout } from './en/expirations-slideout.js';
import type { exportPanel } from './en/export-panel.js';
import type { finding } from './en/finding.js';
import type { panels } from './en/panels.js';
import type { refusals } from './en/refusals.js';
import type { selection } from './en/selection.js';
import type { upkeep } from './en/upkeep.js';
import type { viewerChoices } from './en/viewer-choices.js';

/** The words that every element has from the start. */
export type Messages = typeof en;

/** The words of each panel or part that is loaded later, by its name. */
export interface PanelMessages {
  readonly addCustomers: typeof addCustomers;
  readonly customerBeacons: typeof customerBeacons;
  readonly customerDetails: typeof customerDetails;
  readonly customerFields: typeof customerFields;
  readonly customersPanel: typeof customersPanel;
  readonly deleteCustomers: typeof deleteCustomers;
  readonly editCustomer: typeof editCustomer;
  readonly expirationsSlideout: typeof expirationsSlideout;
  readonly exportPanel: typeof exportPanel;
  readonly finding: typeof finding;
  readonly panels: typeof panels;
  readonly refusals: typeof refusals;
  readonly selection: typeof selection;
  readonly upkeep: typeof upkeep;
  readonly viewerChoices: typeof viewerChoices;
}

/** Every word there is; each language is one object of this type, so that the compiler finds what is missing. */
export type AllMessages = Messages & PanelMessages;

/** Some of the words, for a host that says it differently; what is absent stays as the language has it. */
export type MessagesOverride<Section = AllMessages> = {
  readonly [Key in keyof Section]?: Section[Key] extends string | ((...args: never[]) => string)
    ? Section[Key]
    : MessagesOverride<Section[Key]>;
};
