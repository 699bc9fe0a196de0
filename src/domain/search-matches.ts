import { foldText } from './search-text.js';

/** A part of a text, in UTF-16 units: from `start` to before `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text contains what is searched for, by the rules of `matchesSearch`; matches do not overlap. A letter counts
 * whole where only part of what it stands for matches (`ß` for one s), and so do the accents after it.
 */
export function searchMatches(text: string, search: string): readonly TextRange[] {
  const wanted = foldText(search).trim();
  if (wanted === '') return [];
  let folded = '';
  /** Where the letter begins that each unit of the folded text comes from; at the end, where the text ends. */
  const origins: number[] = [];
  let position = 0;
  for (const letter of text) {
    const part = foldText(letter);
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) origins.push(position);
    position += letter.length;
  }
  origins.push(text.length);
  const matches: TextRange[] = [];
  for (let found = folded.indexOf(wanted); found >= 0; found = folded.indexOf(wanted, found + wanted.length)) {
    const start = origins[found] ?? 0;
    const last = found + wanted.length - 1;
    let after = last + 1;
    // the rest of what the last letter stands for is no letter of its own
    while (after < folded.length && origins[after] === origins[last]) after += 1;
    const before = matches.at(-1)?.end ?? 0;
    if (start >= before) matches.push({ start, end: origins[after] ?? text.length });
  }
  return matches;
}
