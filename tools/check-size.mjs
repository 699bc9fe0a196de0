// Bundles what a host's page needs with Rolldown, the bundler of Vite, as most hosts do, and fails when it has grown too
// large. Without Vite, which adds a helper of its own. `--modules` also lists what each bundle is made of, in bytes
// before they are minified.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { minifyStyles } from './minify-styles.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Kilobytes (1000 bytes), gzip, of everything that is loaded before the first view stands. `goal` is where it has to
 * get to; `limit` holds what was reached: it rises for nothing but what the first view has to show more.
 */
const limits = [
  {
    name: 'First view: <customers-overview> with a MemoryProvider',
    code: `import './src/define/customers-overview.ts';
           import { MemoryProvider } from './src/providers/memory/memory-provider.ts';
           document.querySelector('customers-overview').provider = new MemoryProvider([]);`,
    limit: 32.7,
    goal: 30,
  },
  { name: '<beacon-count-link> alone', code: `import './src/define/beacon-count-link.ts';`, limit: 11.4 },
];

/** The page of a host, that the code of an entry stands for. */
const host = (code) => ({
  name: 'host',
  resolveId: (id) => (id === 'host' ? `${root}host.ts` : undefined),
  load: (id) => (id === `${root}host.ts` ? code : undefined),
});

/** What is published comes without white space in its style sheets; src/ does not. */
const publishedStyles = {
  name: 'published-styles',
  transform: (code) => ({ code: minifyStyles(code), map: null }),
};

const size = ({ name, code }) => ({
  name,
  raw: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code).length,
});

/** The chunks of a bundle: those that its entry imports, directly or through others, and those that come later. */
async function measure(code) {
  const { output } = await build({
    cwd: root,
    input: 'host',
    plugins: [host(code), publishedStyles],
    preserveEntrySignatures: false,
    transform: { target: 'es2022' },
    // a production build of Vite keeps no comments
    output: { minify: true, comments: false },
    write: false,
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // what is added while it is gone through is gone through, too
  for (const fileName of first)
    for (const imported of chunks.find((each) => each.fileName === fileName).imports) first.add(imported);
  const firstChunks = chunks.filter(({ fileName }) => first.has(fileName));
  return {
    first: firstChunks.map(size),
    // as one file: how a bundler cuts it into several is the bundler's affair
    together: size({ name: 'together', code: firstChunks.map(({ code }) => code).join('\n') }),
    later: chunks.filter(({ fileName }) => !first.has(fileName)).map(size),
    modules: firstChunks
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([name, { renderedLength }]) => ({ name: relative(root, name), bytes: renderedLength })),
  };
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(2).padStart(7);
const row = (name, { raw, gzip, brotli }) =>
  `  ${name.padEnd(66)} ${kilobytes(raw)} ${kilobytes(gzip)} ${kilobytes(brotli)}`;

async function check({ name, code, limit, goal }) {
  const { first, together: total, later, modules } = await measure(code);
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
