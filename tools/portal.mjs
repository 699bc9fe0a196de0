// Builds the host page in examples/portal/ and, when run, serves it: `npm start`.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minifiedStyles } from './minify-styles.mjs';
import { sampleData } from './sample-data.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const source = `${root}examples/portal`;

/** Where the built page lies. */
export const portalFolder = `${source}/dist`;

/** What the page is served under: nothing inline, nothing from elsewhere, no markup made from text. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Lets the example import `customers-overview/…` as a host does, and takes it from src/ without a build before. */
const ownPackage = {
  name: 'own-package',
  async setup(bundle) {
    const { name, exports } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
    bundle.onResolve({ filter: new RegExp(`^${name}(/|$)`) }, ({ path }) => {
      const subpath = `.${path.slice(name.length)}`;
      for (const [pattern, target] of Object.entries(exports)) {
        const [start, end] = pattern.split('*');
        const fits = end === undefined ? subpath === pattern : subpath.startsWith(start) && subpath.endsWith(end);
        if (!fits) continue;
        const star = end === undefined ? '' : subpath.slice(start.length, subpath.length - end.length);
        const file = target.default.replace('*', star).replace('./dist/', 'src/').replace(/\.js$/, '.ts');
        return { path: `${root}${file}`, sideEffects: file.startsWith('src/define/') };
      }
      return { errors: [{ text: `package.json exports no ${subpath}` }] };
    });
  },
};

/** Bundles the page's scripts and writes its data: what a host's own build would do. */
export async function buildPortal({ now = new Date() } = {}) {
  await rm(portalFolder, { recursive: true, force: true });
  await mkdir(portalFolder, { recursive: true });
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: {
        portal: `${source}/portal.js`,
        'define/customers-overview': 'src/define/customers-overview.ts',
        'define/customers-source': 'src/define/customers-source.ts',
      },
      outdir: portalFolder,
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      sourcemap: true,
      plugins: [ownPackage, minifiedStyles],
    }),
    ...['index.html', 'no-script.html', 'portal.css'].map((file) => cp(`${source}/${file}`, `${portalFolder}/${file}`)),
    writeFile(`${portalFolder}/customers.json`, JSON.stringify(await sampleData(now))),
  ]);
}

/** Serves the built page on `PORT`, else on 8080 or the next free port. */
async function start() {
  await buildPortal();
  const headers = { 'content-security-policy': contentSecurityPolicy };
  const wanted = process.env.PORT ? [Number(process.env.PORT)] : Array.from({ length: 20 }, (_, index) => 8080 + index);
  for (const port of wanted) {
    try {
      const { url } = await serve(portalFolder, { port, headers });
      console.log(`The partner portal is at ${url} (Ctrl+C ends it).`);
      return;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${wanted.join(', ')} is in use: name another one with PORT.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await start().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
