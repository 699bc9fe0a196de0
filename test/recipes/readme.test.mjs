// Holds the README against the code: its examples compile, its tables name what there is, and nothing that is not.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { codeBlocks, firstCells, read, root, section } from './markdown.mjs';
import { Workspace } from './workspace.mjs';

const readme = read('README.md');
const { name, exports, scripts } = JSON.parse(read('package.json'));
const blocks = (language) => codeBlocks(readme).filter((block) => block.language === language);
const sorted = (names) => [...new Set(names)].sort();

const manifest = JSON.parse(read('custom-elements.json'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations.filter((each) => each.customElement));
const element = (tag) => elements.find(({ tagName }) => tagName === tag) ?? assert.fail(`There is no <${tag}>`);
const namesOf = (list) => (list ?? []).map((each) => each.name).filter(Boolean);

/** The rows of a table: the names in code marks of each cell, and the text of the cells. */
function rows(heading) {
  return section(readme, heading)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => ({
      texts: cells.map((cell) => cell.trim()),
      names: cells.map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code]) => code)),
    }));
}

/** Which elements have what: `tag name` for each pair that a table of names and tags has. */
const pairs = (heading) =>
  rows(heading).flatMap(({ names, texts }) =>
    names[0].flatMap((each) => texts[1].split(', ').map((tag) => `${tag} ${each}`)),
  );

const pairsOf = (key, isMeant = () => true) =>
  elements.flatMap((each) => (each[key] ?? []).filter(isMeant).map((part) => `${each.tagName} ${part.name}`));

describe('the examples of the README', () => {
  test('in TypeScript and JSON compile, as an application gets the package', (context) => {
    const workspace = new Workspace(context);
    const paths = Object.fromEntries(
      Object.entries(exports)
        .filter(([, target]) => target.types)
        .map(([subpath, { types }]) => [
          join(name, subpath).replaceAll('\\', '/'),
          [types.replace('./dist/', '../src/').replace('.d.ts', '.ts')],
        ]),
    );
    workspace.write(
      'readme/tsconfig.json',
      JSON.stringify({
        extends: '../tsconfig.json',
        compilerOptions: { paths, types: [], noUncheckedSideEffectImports: true },
        include: ['*.ts'],
      }),
    );
    const examples = blocks('ts');
    assert.ok(examples.length > 0);
    for (const [index, { code }] of examples.entries()) workspace.write(`readme/example-${index + 1}.ts`, code);
    // the path behind the language of a JSON example is the type that it has
    for (const { path: type, code } of blocks('json')) {
      workspace.write(
        `readme/${type}.ts`,
        `import type { ${type} } from '${name}';\nexport const example: ${type} = ${code}`,
      );
    }
    assert.deepEqual(workspace.typeErrors('readme'), []);
  });

  test('in HTML use elements and attributes that exist', () => {
    assert.ok(blocks('html').length > 0);
    for (const { code } of blocks('html')) {
      for (const [, tag, attributes] of code.matchAll(/<([a-z]+(?:-[a-z]+)+)([^>]*)>/g)) {
        const known = namesOf(element(tag).attributes);
        for (const [, attribute] of attributes.matchAll(/([a-z-]+)=/g)) assert.ok(known.includes(attribute), attribute);
      }
    }
  });

  test('in CSS use parts that exist', () => {
    for (const { code } of blocks('css')) {
      for (const [, tag, part] of code.matchAll(/([a-z-]+)::part\(([a-z-]+)\)/g)) {
        assert.ok(namesOf(element(tag).cssParts).includes(part), part);
      }
    }
  });
});

describe('the tables of the README', () => {
  test('name every element that can be registered', () => {
    const defined = readdirSync(`${root}src/define`).map((file) => `<${file.replace('.ts', '')}>`);
    assert.deepEqual(sorted(firstCells(readme, '## Elements').filter((each) => each.startsWith('<'))), sorted(defined));
  });

  test('name every attribute, with its elements', () => {
    assert.deepEqual(sorted(pairs('### Attributes')), sorted(pairsOf('attributes')));
  });

  test('name every property without an attribute, with its elements', () => {
    const listed = rows('### Properties').flatMap(({ names, texts }) => {
      const tags = texts[1].startsWith('every element')
        ? elements.filter(({ members }) => namesOf(members).includes(names[0][0])).map(({ tagName }) => tagName)
        : texts[1].split(', ');
      return tags.map((tag) => `${tag} ${names[0][0]}`);
    });
    const properties = pairsOf('members', (member) => member.kind === 'field' && !member.static && !member.attribute);
    assert.deepEqual(sorted(listed), sorted(properties));
  });

  test('name every event, with its elements', () => {
    assert.deepEqual(sorted(pairs('### Events')), sorted(pairsOf('events', ({ description }) => description)));
  });

  test('name every slot, part and state', () => {
    const listed = rows('### Slots, parts and states');
    assert.deepEqual(
      sorted(listed.map(({ texts }) => texts[0])),
      sorted(namesOf(elements.map((each) => ({ name: each.tagName })))),
    );
    for (const { texts, names } of listed) {
      const { slots, cssParts, cssStates } = element(texts[0]);
      const [, slotNames, partNames, stateNames] = names;
      assert.deepEqual(sorted(slotNames), sorted(namesOf(slots)), texts[0]);
      assert.deepEqual(sorted(partNames), sorted(namesOf(cssParts)), texts[0]);
      assert.deepEqual(sorted(stateNames), sorted(namesOf(cssStates)), texts[0]);
    }
  });

  test('name every error code and every state of an Availability', () => {
    const source = read('src/domain/availability.ts');
    const [, codes] = /errorCodes = \[(.*?)\]/s.exec(source);
    const [, union] = /export type Availability<T> =(.*)/s.exec(source);
    const words = (text) => Array.from(text.matchAll(/'([a-z-]+)'/g), ([, word]) => word);
    const listed = firstCells(readme, '## Providers');
    for (const word of [...words(codes), ...words(union)]) assert.ok(listed.includes(word), word);
    const methods = Array.from(
      read('src/providers/customers-provider.ts').matchAll(/^ {2}([a-zA-Z]+)\??\(/gm),
      ([, method]) => method,
    );
    for (const word of listed) assert.ok([...words(codes), ...words(union), ...methods, 'state'].includes(word), word);
  });

  test('name every token that has an effect, and no other', () => {
    const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const source = files.map((file) => readFileSync(`${root}src/${file}`, 'utf8')).join('\n');
    const inner = (token) => new RegExp(`(--_[a-z-]+): var\\(${token}[,)]`).exec(source)?.[1];
    const tokens = Array.from(source.matchAll(/var\((--customers-[a-z-]+)/g), ([, token]) => token);
    const effective = tokens.filter((token) => !inner(token) || source.includes(`var(${inner(token)})`));
    const named = Array.from(readme.matchAll(/`(--customers-[a-z-]+)`/g), ([, token]) => token);
    assert.deepEqual(sorted(named), sorted(effective));
  });

  test('name scripts that exist', () => {
    for (const document of ['README.md', 'CONTRIBUTING.md']) {
      const commands = Array.from(
        read(document).matchAll(/npm (?:run ([\w:]+)|(start|test))/g),
        (match) => match[1] ?? match[2],
      );
      assert.ok(commands.length > 0);
      for (const command of commands) assert.ok(command in scripts, command);
    }
  });
});

test('the policy of the README is the one that the portal is served under', () => {
  const [{ code }] = blocks('text');
  const [, list] = /contentSecurityPolicy = \[(.*?)\]/s.exec(read('tools/portal.mjs'));
  const directives = Array.from(list.matchAll(/"([^"]+)"|'([^']+)',/g), (match) => match[1] ?? match[2]);
  assert.deepEqual(code.trim().split('; '), directives);
});

test('every link between the documents leads somewhere', () => {
  const documents = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  );
  for (const document of documents) {
    for (const [, target] of read(document).matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)) {
      assert.ok(existsSync(join(root, dirname(document), target)), `${document}: ${target}`);
    }
  }
});
