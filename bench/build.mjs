// Builds a production page for each peer into bench/dist/, and says how large it is.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { loadedFirst } from '../tools/loaded-first.mjs';
import { minifiedStyles } from '../tools/minify-styles.mjs';

const bench = fileURLToPath(new URL('./', import.meta.url));

/** Where the built pages lie. */
export const pagesFolder = `${bench}dist`;

const options = {
  absWorkingDir: bench,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  metafile: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  conditions: ['production'],
  plugins: [minifiedStyles],
  logLevel: 'error',
};

const page = (title) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${title}</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="/page.css" />
  <link rel="stylesheet" href="page.css" />
  <input id="search" type="search" aria-label="Search" />
  <div id="container"></div>
  <script type="module" src="page.js"></script>
</html>
`;

/** Bytes of everything that a page loads before its first rows, and of what it may load later. */
function sizesOf({ outputs }, contents) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint);
  const { cssBundle } = outputs[entry];
  const first = loadedFirst(outputs, cssBundle ? [entry, cssBundle] : [entry]);
  const size = (paths) => {
    const files = paths.map((path) => contents.get(basename(path)));
    const sum = (bytesOf) => files.reduce((bytes, file) => bytes + bytesOf(file), 0);
    return {
      raw: sum((file) => file.length),
      gzip: sum((file) => gzipSync(file, { level: 9 }).length),
      brotli: sum((file) => brotliCompressSync(file).length),
    };
  };
  const later = Object.keys(outputs).filter((path) => path.endsWith('.js') && !first.has(path));
  return { ...size([...first]), later: size(later) };
}

/**
 * Builds the pages of these peers.
 * @param {readonly string[]} peers The names of their folders in bench/pages/.
 * @returns {Promise<Record<string, { raw: number, gzip: number, brotli: number, later: object }>>} By peer, in bytes.
 */
export async function buildPages(peers) {
  await rm(pagesFolder, { recursive: true, force: true });
  await mkdir(pagesFolder, { recursive: true });
  await build({ ...options, entryPoints: ['measure/driver.js'], outdir: pagesFolder });
  await cp(`${bench}pages/page.css`, `${pagesFolder}/page.css`);
  const sizes = {};
  for (const peer of peers) {
    const outdir = `${pagesFolder}/${peer}`;
    const result = await build({ ...options, entryPoints: [`pages/${peer}/page.js`], outdir, write: false });
    await mkdir(outdir, { recursive: true });
    const contents = new Map(result.outputFiles.map(({ path, contents }) => [basename(path), contents]));
    for (const [name, bytes] of contents) await writeFile(`${outdir}/${name}`, bytes);
    if (!contents.has('page.css')) await writeFile(`${outdir}/page.css`, '');
    await writeFile(`${outdir}/index.html`, page(peer));
    sizes[peer] = sizesOf(result.metafile, contents);
  }
  return sizes;
}
