import { controls } from '../../styles/controls.js';
import { panelControls } from '../../styles/panel-controls.js';
import { tokens } from '../../styles/tokens.js';
import { beaconCountStyles } from '../beacon-count-link/beacon-count.template.js';
import { expirationStatusStyles } from '../expiration-status/expiration-status.template.js';
import { upcomingExpirationStyles } from '../upcoming-expiration/upcoming-expiration.template.js';
import { cardStyles } from './cards.styles.js';
import { overviewStyles } from './customers-overview.styles.js';
import { rowControlStyles } from './row-controls.styles.js';
import { tableStyles } from './table.styles.js';

/** Every style sheet of the overview; later ones win. */
export const styles = [
  tokens,
  panelControls,
  controls,
  beaconCountStyles,
  upcomingExpirationStyles,
  expirationStatusStyles,
  overviewStyles,
  tableStyles,
  rowControlStyles,
  cardStyles,
];
