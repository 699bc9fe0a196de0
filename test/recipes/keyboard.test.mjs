// Holds docs/keyboard.md against the tests that it names.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read } from './markdown.mjs';

const rows = read('docs/keyboard.md')
  .split('\n')
  .filter((line) => /^\| (?!key |-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The titles of a file's tests: those of literals; one made of a list is written out where it is named. */
function titlesOf(file) {
  return Array.from(read(file).matchAll(/\bit\(\s*(['"])(.*?)\1,/gs), ([, , title]) => title.replaceAll("\\'", "'"));
}

describe('docs/keyboard.md', () => {
  test('names a key, what it does, and a test that there is, in every row', () => {
    assert.ok(rows.length > 50, 'the tables were not found');
    for (const [key, does, proof, ...more] of rows) {
      assert.ok(key && does && proof && more.length === 0, `| ${key} | ${does} |`);
      for (const named of proof.split('<br>')) {
        const [, file, title] = /^\s*`([^`]+)`: (.+?)\s*$/.exec(named) ?? assert.fail(`no test in "${named}"`);
        assert.ok(titlesOf(`test/${file}`).includes(title), `There is no test "${title}" in test/${file}`);
      }
    }
  });
});
