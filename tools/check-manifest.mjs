// Fails when custom-elements.json does not say what the sources say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const fresh = 'node_modules/.cache/manifest';
execFileSync(
  'npx',
  ['cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', fresh, '--quiet'],
  {
    stdio: 'inherit',
  },
);
const read = (path) => readFileSync(path, 'utf8');
if (read(`${fresh}/custom-elements.json`) !== read('custom-elements.json')) {
  console.error('custom-elements.json is out of date: run `npm run analyze` and commit it.');
  process.exit(1);
}
console.log('custom-elements.json is up to date.');
