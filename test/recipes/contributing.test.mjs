// Does what CONTRIBUTING.md says, in a copy of the repository, and asks the compiler.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { codeBlocks, read, root, section } from './markdown.mjs';
import { Workspace } from './workspace.mjs';

const recipes = section(read('CONTRIBUTING.md'), '## Recipes');
const stepsOf = (heading) => codeBlocks(section(recipes, heading));

/** The languages besides English, by their files. */
const languageFiles = readdirSync(`${root}src/messages`)
  .filter((file) => /^[a-z]{2}(-\w+)?\.ts$/.test(file) && file !== 'en.ts')
  .map((file) => `src/messages/${file}`);

const filesIn = (steps) => [...new Set(steps.map(({ path }) => path))];

describe('the recipes of CONTRIBUTING.md', () => {
  test('add a column: eight files, and one a language; the compiler asks for its order and its words', (context) => {
    const workspace = new Workspace(context);
    const steps = stepsOf('### Add a column');
    const isTranslation = ({ path }) => languageFiles.includes(path);
    const isOrder = ({ path }) => path.startsWith('src/providers/');
    assert.equal(filesIn(steps.filter((step) => !isTranslation(step))).length, 8);
    assert.deepEqual(filesIn(steps.filter(isTranslation)), languageFiles);

    const [later, first] = [(step) => isTranslation(step) || isOrder(step), (step) => !later(step)];
    for (const step of steps.filter(first)) workspace.follow(step);
    const asked = workspace.typeErrors();
    for (const file of languageFiles) {
      assert.ok(
        asked.some((line) => line.startsWith(`${file}(`) && line.includes("'tiered' is missing")),
        file,
      );
    }
    for (const { path } of steps.filter(isOrder))
      assert.ok(
        asked.some((line) => line.startsWith(`${path}(`)),
        path,
      );

    for (const step of steps.filter(later)) workspace.follow(step);
    assert.deepEqual(workspace.typeErrors(), []);
  });

  test('add an element: five new files and two lines', (context) => {
    const workspace = new Workspace(context);
    const steps = stepsOf('### Add an element');
    assert.equal(steps.filter(({ language }) => language === 'ts').length, 5);
    const lines = steps.filter(({ language }) => language === 'diff').flatMap(({ code }) => code.match(/^[+-].*$/gm));
    assert.equal(lines.length, 2);
    for (const step of steps) workspace.follow(step);
    assert.deepEqual(workspace.typeErrors(), []);
  });

  test('add a provider: two new files and an entry in package.json', (context) => {
    const workspace = new Workspace(context);
    const steps = stepsOf('### Add a provider');
    assert.equal(steps.filter(({ language }) => language === 'ts').length, 2);
    for (const step of steps) workspace.follow(step);
    assert.deepEqual(workspace.typeErrors(), []);
    assert.deepEqual(workspace.typeErrors('tsconfig.domain.json'), []);
    const { exports } = JSON.parse(workspace.read('package.json'));
    const [added] = steps;
    assert.ok(
      Object.values(exports).some(
        (target) => target.default === added.path.replace('src', './dist').replace('.ts', '.js'),
      ),
    );
  });

  test('add a language: one new file, one line and an entry in package.json, and every word', (context) => {
    const workspace = new Workspace(context);
    const steps = stepsOf('### Add a language');
    for (const step of steps) workspace.follow(step);
    const [, line] = steps;
    const { exports } = JSON.parse(workspace.read('package.json'));
    assert.equal(exports['./messages/fr.js']?.default, './dist/messages/fr.js');
    assert.equal(line.code.match(/^[+-]/gm).length, 1);
    assert.deepEqual(workspace.typeErrors(), []);

    const words = workspace.read('src/messages/fr.ts');
    const lacking = words.replace(/^ {4}heading: .*\n/m, '');
    assert.notEqual(lacking, words);
    workspace.write('src/messages/fr.ts', lacking);
    assert.match(workspace.typeErrors().join('\n'), /^src\/messages\/fr\.ts\(.*'heading' is missing/s);
  });
});
