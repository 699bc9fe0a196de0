import type { PanelMessages } from '../messages.js';

/** German words of a panel's frame. */
export const customersPanel: PanelMessages['customersPanel'] = {
  close: 'Schließen',
};
