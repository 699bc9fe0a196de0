import { visibleText } from '../domain/visible-text.js';

/** Longer text is cut where it is shown: no name may have more than 512 characters (`docs/rules.md §5`). */
const longestText = 1024;

/** Text from data as it is shown: cut where it is absurdly long, and with nothing in it that hides or turns text around. */
export function shownText(text: string): string {
  return visibleText(text.length > longestText ? `${text.slice(0, longestText)}…` : text);
}
