// The built package, as an application gets it: run `npm run build` before.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const { name, exports, sideEffects, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const published = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

test('every export has its file and its types', () => {
  for (const [subpath, target] of Object.entries(exports)) {
    for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
      const [start, end] = path.split('*');
      const exists =
        end === undefined
          ? existsSync(path)
          : published.some((file) => `./dist/${file}`.startsWith(start) && file.endsWith(end));
      assert.ok(exists, `${subpath} → ${path}`);
    }
  }
});

test('of the words, every language is exported, and nothing else', async () => {
  const { languages } = await import('../../dist/messages/languages.js');
  const exported = Object.keys(exports).filter((subpath) => subpath.startsWith('./messages/'));
  assert.deepEqual(exported.sort(), ['en', ...Object.keys(languages)].map((tag) => `./messages/${tag}.js`).sort());
});

test('one published module a source module, each with its types', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const source of sources) {
    const module = source.replaceAll('\\', '/').slice(0, -3);
    assert.ok(published.includes(`${module}.js`), `${module}.js`);
    assert.ok(published.includes(`${module}.d.ts`), `${module}.d.ts`);
  }
});

test('dependencies are left out, and every package that is imported is one', () => {
  const imported = new Set();
  for (const file of published.filter((path) => path.endsWith('.js'))) {
    // without the comments, which show how a host imports
    const code = readFileSync(`dist/${file}`, 'utf8').replace(/\/\*[^]*?\*\//g, '');
    for (const [, specifier] of code.matchAll(/(?:from|import)\s*\(?["']([^."'\s<>][^"'\s<>]*)["']/g)) {
      imported.add(
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  for (const specifier of ['lit', '@lit/context']) assert.ok(imported.has(specifier), specifier);
  for (const specifier of imported) assert.ok(specifier in dependencies, specifier);
});

test('importing the package registers nothing; a define module registers its tag', async () => {
  const tags = [];
  await import('lit'); // brings a registry where there is none
  const { define } = customElements;
  customElements.define = function (tag, ...rest) {
    tags.push(tag);
    return define.call(this, tag, ...rest);
  };
  const { CustomersOverview } = await import(name);
  assert.equal(typeof CustomersOverview, 'function');
  assert.deepEqual(tags, []);
  await import(`${name}/define/beacon-count-link.js`);
  assert.deepEqual(tags, ['beacon-count-link']);
});

test('only the define modules have a side effect that a bundler has to keep', () => {
  assert.deepEqual(sideEffects, ['./dist/define/*.js', './src/define/*.ts']);
  const registering = published.filter(
    (file) => file.endsWith('.js') && readFileSync(`dist/${file}`, 'utf8').includes('customElements.define('),
  );
  assert.ok(registering.length > 0);
  for (const file of registering) assert.match(file, /^define\//);
});
