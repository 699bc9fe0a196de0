// Holds the README and docs/elements.md against the code: their examples compile, their tables name what there is, and
// nothing that is not.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { elementReference } from '../../tools/element-reference.mjs';
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

  test('name settings and events of the overview that exist', () => {
    const { attributes, members, events } = element('customers-overview');
    const settings = section(readme, '### Settings')
      .match(/^\|.*$/gm)
      .slice(2);
    for (const row of settings) {
      const [forAttributes, forProperties] = row
        .split('|')
        .slice(1)
        .map((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code]) => code));
      for (const each of forAttributes) assert.ok(namesOf(attributes).includes(each), each);
      for (const each of forProperties) assert.ok(namesOf(members).includes(each), each);
    }
    for (const each of firstCells(readme, '### Panels and events')) assert.ok(namesOf(events).includes(each), each);
  });

  test('name every method of a provider, every error code and every state of an Availability', () => {
    const source = read('src/domain/availability.ts');
    const [, codes] = /errorCodes = \[(.*?)\]/s.exec(source);
    const [, union] = /export type Availability<T> =(.*)/s.exec(source);
    const words = (text) => Array.from(text.matchAll(/'([a-z-]+)'/g), ([, word]) => word);
    const listed = firstCells(readme, '## Providers');
    const methods = Array.from(
      read('src/providers/customers-provider.ts').matchAll(/^ {2}([a-zA-Z]+)\??\(/gm),
      ([, method]) => method,
    );
    const there = [...words(codes), ...words(union), ...methods];
    for (const word of there) assert.ok(listed.includes(word), word);
    for (const word of listed) assert.ok([...there, 'state'].includes(word), word);
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

describe('the reference of the elements', () => {
  test('is what the manifest says', async () => {
    assert.equal(read('docs/elements.md'), await elementReference(manifest));
  });

  test('says of everything what it is', () => {
    for (const each of elements) {
      const { tagName, description, attributes, members, events, slots, cssParts, cssStates, cssProperties } = each;
      assert.ok(description, tagName);
      for (const list of [attributes, members, events, slots, cssParts, cssStates, cssProperties])
        for (const entry of list ?? []) assert.ok(entry.description, `${tagName} ${entry.name}`);
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
