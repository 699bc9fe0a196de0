// What has to be on screen after each step, worked out apart from every peer: `expectations(count)`.
import { foldText, matchesSearch, searchTextOf } from '../../src/domain/search-text.ts';
import { makeCustomers, makeRow } from './customers.js';
import { expiryText } from './row.js';

/** How many rows from the top, or from the end, are looked at. */
const rowsLookedAt = 8;

/**
 * @param words The words that are searched for, in the order of the customers.
 * @param wordWhileSorted The one that is searched for in the order of the names.
 */
export function expectations(count, words, wordWhileSorted) {
  const rows = makeCustomers(count).map(makeRow);
  const collator = new Intl.Collator('en', { numeric: true });
  const byName = rows.toSorted((a, b) => collator.compare(a.name, b.name));
  const byExpiry = rows.toSorted((a, b) => a.expiryDay - b.expiryDay);
  const top = (list, column = 'name') => ({
    column,
    texts: list.slice(0, rowsLookedAt).map(column === 'name' ? ({ name }) => name : expiryText),
    total: list.length,
  });
  const found = (list, word) => list.filter((row) => matchesSearch(searchTextOf(row), foldText(word)));
  return {
    first: top(rows),
    byName: top(byName),
    byNameDescending: top(byName.toReversed()),
    byExpiry: top(byExpiry, 'expiryDay'),
    searches: words.map((word) => top(found(rows, word))),
    searchWhileSorted: top(found(byName, wordWhileSorted)),
    end: top(byName.toReversed()),
    // for the steps that look at every row that was painted
    ids: byName.map(({ id }) => id),
    idsWhileSearching: found(byName, wordWhileSorted).map(({ id }) => id),
  };
}
