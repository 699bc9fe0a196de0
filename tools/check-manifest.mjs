// Fails when custom-elements.json and docs/elements.md do not say what the sources say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { elementReference } from './element-reference.mjs';

const fresh = 'node_modules/.cache/manifest';
execFileSync(
  'npx',
  ['cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', fresh, '--quiet'],
  {
    stdio: 'inherit',
  },
);
const read = (path) => readFileSync(path, 'utf8');
const manifest = read(`${fresh}/custom-elements.json`);
const expected = { 'custom-elements.json': manifest, 'docs/elements.md': await elementReference(JSON.parse(manifest)) };
const outdated = Object.keys(expected).filter((path) => read(path) !== expected[path]);
if (outdated.length > 0) {
  console.error(`${outdated.join(' and ')}: out of date. Run \`npm run analyze\` and commit what it writes.`);
  process.exit(1);
}
console.log('custom-elements.json and docs/elements.md are up to date.');
