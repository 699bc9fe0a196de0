// The search of the product's rules, for peers that are told which rows to show.
import { foldText, matchesSearch, searchTextOf } from '../../src/domain/search-text.ts';

/** Gives the test of a row for a search; the folded text of each row is made once, when it is first needed. */
export function searchOf(rows) {
  let texts;
  return (search) => {
    const word = foldText(search);
    texts ??= new Map(rows.map((row) => [row.id, searchTextOf(row)]));
    return (row) => matchesSearch(texts.get(row.id), word);
  };
}
