import type { AllMessages } from './messages.js';

/**
 * The languages besides English, by their lower-case BCP 47 tag; each is loaded when an element first needs it. A new
 * language is one file that exports `AllMessages`, and one line here.
 */
export const languages: Readonly<Record<string, () => Promise<AllMessages>>> = {
  de: async () => (await import('./de.js')).de,
};
