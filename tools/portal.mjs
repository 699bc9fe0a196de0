// Builds the host page in examples/portal/ and, when run, serves it: `npm start -- --help`
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveStatic } from '@hono/node-server/serve-static';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { createFlexeraService } from '../examples/flexera/flexera-service.mjs';
import { minifiedStyles } from './minify-styles.mjs';
import { sampleData } from './sample-data.mjs';
import { serveAppWherePossible } from './serve-app.mjs';

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
  const { list, details } = await sampleData(now);
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
    writeFile(`${portalFolder}/customers.json`, JSON.stringify(list)),
    writeFile(`${portalFolder}/details.json`, JSON.stringify(details)),
  ]);
}

/** How many of the sample customers the stand-in for the Flexera One API has: their expirations come one by one. */
const flexeraCustomers = 300;

/**
 * The built page with its file of customers, and the stand-in for the Flexera One API under `flexera/`.
 *
 * @param {{ policy?: string }} options `policy`: the content security policy of the page.
 */
export async function createPortal({ policy = contentSecurityPolicy } = {}) {
  const { customers, entitlements } = JSON.parse(await readFile(`${portalFolder}/customers.json`, 'utf8'));
  const app = new Hono();
  app.route('/flexera', createFlexeraService({ customers: customers.slice(0, flexeraCustomers), entitlements }));
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', policy);
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-store');
  });
  app.use(serveStatic({ root: portalFolder }));
  return app;
}

const help = `npm start [-- --server ADDRESS]

Serves the partner portal on this machine alone. Its picker has the same list from three providers: a file of samples,
a server, and Flexera One, for which a small stand-in answers.

--server ADDRESS  where a reference server is, such as http://127.0.0.1:8081; without it there is none to be picked.
                  npm run start:server serves the portal and the server at once
PORT              default 8080, or the next free one
`;

async function start() {
  const { values } = parseArgs({ options: { server: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  await buildPortal();
  const app = new Hono();
  if (values.server) {
    const server = new URL(values.server);
    // the page's policy lets it ask nobody but its own origin
    app.all('/api/*', ({ req }) => proxy(new URL(req.path, server), req));
  } else {
    app.all('/api/*', () => Response.json({ status: 501, code: 'unsupported' }, { status: 501 }));
  }
  app.route('/', await createPortal());
  const { url } = await serveAppWherePossible(app);
  console.log(`The partner portal is at ${url} (Ctrl+C ends it).`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await start().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
