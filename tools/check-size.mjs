// Bundles what a host's page needs, the way a host's own build does, and fails when it has grown too large.
// `--modules` also lists what each bundle is made of, in minified bytes.
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { loadedFirst } from './loaded-first.mjs';
import { minifiedStyles } from './minify-styles.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Kilobytes (1000 bytes), gzip, of everything that is loaded before the first view stands. `goal` is where it has to
 * get to; `limit` only holds what was reached, and may only ever be lowered.
 */
const limits = [
  {
    name: 'First view: <customers-overview> with a MemoryProvider',
    code: `import './src/define/customers-overview.ts';
           export { MemoryProvider } from './src/providers/memory/memory-provider.ts';`,
    limit: 35.6,
    goal: 30,
  },
  { name: '<beacon-count-link> alone', code: `import './src/define/beacon-count-link.ts';`, limit: 12 },
];

/** The chunks of a bundle: those that its entry imports, directly or through others, and those that come later. */
async function measure(code) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: code, resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' },
    outdir: 'size',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
    legalComments: 'none',
    plugins: [minifiedStyles],
  });
  const contents = new Map(outputFiles.map(({ path, contents }) => [path.slice(root.length), contents]));
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === 'entry.ts');
  const first = loadedFirst(metafile.outputs, [entry]);
  const chunk = (path) => {
    const bytes = contents.get(path);
    const { inputs, entryPoint } = metafile.outputs[path];
    return {
      name:
        entryPoint ?? Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)[0]?.[0] ?? path,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  };
  const paths = Object.keys(metafile.outputs);
  return {
    first: paths.filter((path) => first.has(path)).map(chunk),
    later: paths.filter((path) => !first.has(path)).map(chunk),
    modules: [...first]
      .flatMap((path) => Object.entries(metafile.outputs[path].inputs))
      .map(([name, { bytesInOutput }]) => ({ name, bytes: bytesInOutput })),
  };
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(2).padStart(7);
const row = (name, { raw, gzip, brotli }) =>
  `  ${name.padEnd(66)} ${kilobytes(raw)} ${kilobytes(gzip)} ${kilobytes(brotli)}`;
const sum = (chunks) => {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const chunk of chunks) for (const key of Object.keys(total)) total[key] += chunk[key];
  return total;
};

async function check({ name, code, limit, goal }) {
  const { first, later, modules } = await measure(code);
  const total = sum(first);
  const fits = total.gzip <= limit * 1000;
  console.log(`\n${name.padEnd(69)}     raw    gzip  brotli   (kB)`);
  for (const chunk of first) console.log(row(chunk.name, chunk));
  console.log(
    row(`together, at most ${limit} kB gzip ${goal ? ` (goal ${goal})` : ''}: ${fits ? 'fits' : 'TOO LARGE'}`, total),
  );
  for (const chunk of later) console.log(row(`later: ${chunk.name}`, chunk));
  if (process.argv.includes('--modules')) {
    for (const { name, bytes } of modules.sort((a, b) => b.bytes - a.bytes))
      console.log(`${kilobytes(bytes)}  ${name}`);
  }
  return fits;
}

const results = [];
for (const limit of limits) results.push(await check(limit));
process.exit(results.every(Boolean) ? 0 : 1);
