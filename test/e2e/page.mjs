import { findChromium } from '../../tools/chromium.mjs';
import { chromium } from 'playwright-core';

/** Starts the Chromium that the tests use. */
export async function launch() {
  const { executablePath, args, env, chromiumSandbox } = await findChromium();
  return chromium.launch({ executablePath, args, env, chromiumSandbox });
}

/**
 * A page in a fresh context, and what must not have happened on it: a console message, an uncaught error, a
 * violation of the policy, a request to elsewhere, a request without an answer.
 */
export async function openPage(browser, origin, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => problems.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
      problems.push(`elsewhere: ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, problems, close: () => context.close() };
}
