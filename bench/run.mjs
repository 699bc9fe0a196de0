// Measures the built portal with the browser's own clock and prints one Markdown table: `npm run bench`.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { launch, openPage } from '../test/e2e/page.mjs';
import { buildPortal, contentSecurityPolicy, portalFolder } from '../tools/portal.mjs';
import { serve } from '../tools/serve.mjs';

const coldLoads = 5;
/** Milliseconds from the navigation to the first customers. */
const goal = 1000;

/**
 * Runs in the page, before its scripts: notes when the first frame with a customer's name in it has been painted, in
 * milliseconds since the navigation began.
 */
function watchForCustomers() {
  const look = () => {
    const root = document.querySelector('customers-overview')?.shadowRoot;
    if (root?.querySelector('tbody [part~=customer-link]')) {
      // the frame that this is part of has been handed over once the message arrives
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('customers');
      port2.postMessage(null);
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** One load of the page by a browser that has never seen it. */
async function coldLoad(browser, url) {
  const { page, problems, close } = await openPage(browser, url);
  await page.addInitScript(watchForCustomers);
  await page.goto(url);
  await page.waitForFunction(() =>
    ['customers', 'first-contentful-paint'].every((name) => performance.getEntriesByName(name).length > 0),
  );
  const times = await page.evaluate(() => ({
    customers: performance.getEntriesByName('customers')[0].startTime,
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    scripts: performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  }));
  await close();
  if (problems.length) throw new Error(`The page has problems: ${problems.join(', ')}`);
  return times;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))}`;

await buildPortal();
const server = await serve(portalFolder, { headers: { 'content-security-policy': contentSecurityPolicy } });
const browser = await launch();
const loads = [];
try {
  for (let load = 0; load < coldLoads; load++) loads.push(await coldLoad(browser, server.url));
} finally {
  await browser.close();
  await server.close();
}

const scripts = [...new Set(loads[0].scripts)];
const gzip = scripts.reduce(
  (bytes, path) => bytes + gzipSync(readFileSync(`${portalFolder}${path}`), { level: 9 }).length,
  0,
);
const row = (what, numbers, goal) =>
  `| ${what} | ${Math.round(median(numbers))} ms | ${spread(numbers)} ms | ${goal} |`;

console.log(`
| The portal page, 2,000 customers, ${coldLoads} cold loads | median | range | goal |
| --- | ---: | ---: | ---: |
${row(
  'first paint with content',
  loads.map(({ paint }) => paint),
  '',
)}
${row(
  'first customers on screen',
  loads.map(({ customers }) => customers),
  `≤ ${goal} ms`,
)}
| scripts loaded by then, gzip | ${(gzip / 1000).toFixed(1)} kB | ${scripts.length} files | ≤ 30 kB |
`);

if (median(loads.map(({ customers }) => customers)) > goal) {
  console.error('The first customers come too late.');
  process.exitCode = 1;
}
