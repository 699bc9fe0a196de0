// Reads the documents of the repository, so that what they show is what the tests run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A document's text. */
export const read = (path) => readFileSync(`${root}${path}`, 'utf8');

/** The part of a Markdown text below a heading, up to the next one of the same rank or a higher one. */
export function section(markdown, heading) {
  const rank = heading.indexOf(' ');
  const lines = markdown.split('\n');
  const from = lines.indexOf(heading);
  if (from < 0) throw new Error(`There is no heading "${heading}"`);
  let isCode = false;
  const length = lines.slice(from + 1).findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && /^#+ /.test(line) && line.indexOf(' ') <= rank;
  });
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length).join('\n');
}

/** The fenced code blocks of a Markdown text: their language, the path behind it (if any), and their code. */
export function codeBlocks(markdown) {
  return Array.from(markdown.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms), ([, language, path, code]) => ({
    language,
    path,
    code,
  }));
}

/** The first cells of a table below a heading, without their code marks. */
export function firstCells(markdown, heading) {
  const rows = section(markdown, heading)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return rows.flatMap((row) => Array.from(row.split('|')[1].matchAll(/`([^`]+)`/g), ([, name]) => name));
}
