import type { Customer } from './customer.js';

const ascii = /^\p{ASCII}*$/u;

/** The accents that letters of any script may carry; vowel signs, as Thai and Hindi write them, are letters here. */
const accents = /\p{Script=Inherited}+/gu;

/**
 * Text as it is compared when case and accents are ignored, the same in every language. Compatibility forms count as
 * what they stand for (`ﬁ` as `fi`), `ß` as `ss`.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toUpperCase();
  // lower case first brings ẞ to ß; upper case last, because lower case has two sigmas, by where they stand
  return text.normalize('NFKD').replace(accents, '').toLowerCase().toUpperCase();
}

/**
 * Stands between texts that are searched as one. Folded text has no lower-case letters, so that no search finds it or
 * runs from one text into the next, whatever either of them holds.
 */
export const searchSeparator = 'x';

/** The text of a customer that {@link matchesSearch} looks in: worth keeping beside a long list. */
export function searchTextOf({ name, id, externalId = '' }: Pick<Customer, 'name' | 'id' | 'externalId'>): string {
  return foldText(name) + searchSeparator + foldText(id) + searchSeparator + foldText(externalId);
}

/**
 * Whether a customer's name, organization ID or external ID contains what is searched for; case, accents and white
 * space around the search are ignored, and nothing but white space matches every customer (`docs/rules.md §1.3`).
 *
 * @param searchText What {@link searchTextOf} gave for the customer.
 * @param foldedSearch What {@link foldText} gave for the search.
 */
export function matchesSearch(searchText: string, foldedSearch: string): boolean {
  return searchText.includes(foldedSearch.trim());
}
