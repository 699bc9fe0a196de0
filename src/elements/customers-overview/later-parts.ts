import type { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { LaterPart } from '../../controllers/later-part.js';
import type { CustomersOverview } from './customers-overview.element.js';
import type { Features, FeaturesOptions } from './features.js';
import type { Pages } from './pages.js';

/** The pages of a list, loaded where it is shown in pages. */
export function pagesPart(host: CustomersOverview, styles: AdoptedStyles): LaterPart<Pages> {
  return new LaterPart(host, {
    isDue: () => host.paging === 'pages',
    load: async () => {
      const { Pages } = await import('./pages.js');
      styles.add(Pages.styles);
      return new Pages();
    },
  });
}

/** What an overview does besides showing rows. */
export function featuresPart(
  host: CustomersOverview,
  styles: AdoptedStyles,
  options: FeaturesOptions,
  isDue: () => boolean,
): LaterPart<Features> {
  return new LaterPart(host, {
    isDue,
    load: async () => {
      const { Features } = await import('./features.js');
      styles.add(...Features.styles);
      return new Features(host, options);
    },
  });
}

/** Whether the first question of an overview's list depends on what only its features read. */
export function waitsForFeatures({ preferences, preferencesKey, urlState }: CustomersOverview): boolean {
  // an attribute that is taken away is null
  return Boolean(preferences ?? preferencesKey) || typeof urlState === 'string';
}
