// The cold start of the built portal, by the browser's own clock.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { launch, openPage } from '../../test/e2e/page.mjs';
import { buildPortal, contentSecurityPolicy, portalFolder } from '../../tools/portal.mjs';
import { serve } from '../../tools/serve.mjs';

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

/**
 * Builds the portal and loads it some times.
 * @param {number} count How many times.
 * @returns {Promise<{ paint: number[], customers: number[], scripts: number, gzip: number }>} Milliseconds of each load
 *   to the first paint with content and to the first customers; the scripts that are loaded by then, and their bytes.
 */
export async function measurePortal(count) {
  await buildPortal();
  const server = await serve(portalFolder, { headers: { 'content-security-policy': contentSecurityPolicy } });
  const browser = await launch();
  const loads = [];
  try {
    for (let load = 0; load < count; load++) loads.push(await coldLoad(browser, server.url));
  } finally {
    await browser.close();
    await server.close();
  }
  const scripts = [...new Set(loads[0].scripts)];
  return {
    paint: loads.map(({ paint }) => paint),
    customers: loads.map(({ customers }) => customers),
    scripts: scripts.length,
    gzip: scripts.reduce(
      (bytes, path) => bytes + gzipSync(readFileSync(`${portalFolder}${path}`), { level: 9 }).length,
      0,
    ),
  };
}
