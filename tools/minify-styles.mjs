import { readFile } from 'node:fs/promises';
import { transformSync } from 'esbuild';

/** A css`…` of text alone. */
const literal = /(?<=\bcss)`[^`\\$]*`/g;

/**
 * Takes comments and white space out of the style sheets in a module. Bundlers leave the text of a template literal
 * alone, so the published files have to come without. The lines that follow keep their numbers, so that source maps
 * stay right.
 * @param {string} source
 * @returns {string}
 */
export function minifyStyles(source) {
  return source.replace(literal, (text) => {
    const { code } = transformSync(text.slice(1, -1), { loader: 'css', minifyWhitespace: true });
    return `\`${code.trim().replaceAll('\\', '\\\\')}\`${'\n'.repeat(text.split('\n').length - 1)}`;
  });
}

/** The same, for bundles that are made of src/ and have to weigh what the published files weigh. */
export const minifiedStyles = {
  name: 'minified-styles',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: minifyStyles(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
