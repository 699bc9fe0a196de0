// The portal's choice of providers: each is driven in the page, over its own way to the customers.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { startServer } from '../../examples/server/server.mjs';
import { buildPortal, createPortal, portalFolder } from '../../tools/portal.mjs';
import { sampleDatabase } from '../server/fixture.mjs';
import { launch, openPage } from './page.mjs';

const count = 600;
let browser, samples, server, file;

before(async () => {
  await buildPortal();
  mkdirSync('test-results', { recursive: true });
  file = JSON.parse(readFileSync(`${portalFolder}/customers.json`, 'utf8')).customers;
  samples = await sampleDatabase(count, { now: new Date() });
  server = await startServer(samples.database, { page: await createPortal() });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await samples?.close();
});

const grid = (page) => page.getByRole('grid');
const rows = (page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader'), visible: true });
/** Of the rows that are shown at the moment: a row may be hidden, or show another customer, a moment later. */
const names = (page) =>
  rows(page).evaluateAll((all) =>
    all.flatMap((row) => (row.hidden ? [] : [row.querySelector('.customer-name')?.textContent.trim()])),
  );
const sourceOf = (page) => new URL(page.url()).searchParams.get('source');
const choose = (page, name) => page.getByRole('combobox', { name: 'Source' }).selectOption({ label: name });
const counted = (page, total) => page.locator(`[role=grid][aria-rowcount="${total + 1}"]`).waitFor();
const search = (page, text) => page.getByRole('searchbox', { name: /organization ID/ }).fill(text);

/** What was under way for a view that was left is given up. */
const givenUp = /^failed: .*\/(api|flexera)\/.* net::ERR_ABORTED$/;

/** One test on a page of its own; nothing that a reader of its console would ask about may happen on it. */
function onPortal(name, run, { path = '' } = {}) {
  test(name, async () => {
    const { page, problems, close } = await openPage(browser, server.url);
    try {
      await page.goto(server.url + path);
      await run(page);
      assert.deepEqual(
        problems.filter((problem) => !givenUp.test(problem)),
        [],
      );
    } finally {
      await close();
    }
  });
}

const sources = {
  File: { query: 'file', total: 2_000 },
  Server: { query: 'server', total: count },
  Flexera: { query: 'flexera', total: 300 },
};

for (const [label, { query, total }] of Object.entries(sources)) {
  describe(label, () => {
    const path = `?source=${query}`;

    onPortal(
      'is what the address names, and shows all of its customers',
      async (page) => {
        await counted(page, total);
        await rows(page).nth(9).waitFor();
        assert.equal(await page.getByRole('combobox', { name: 'Source' }).inputValue(), query);
        await page.screenshot({ path: `test-results/portal-source-${query}.png`, animations: 'disabled' });
      },
      { path },
    );

    onPortal(
      'finds a customer by its ID, and has all again once the search is cleared',
      async (page) => {
        await counted(page, total);
        const [wanted] = await names(page);
        await search(page, await rows(page).first().locator('[data-column=id]').innerText());
        await page.waitForFunction(
          ([before]) => {
            const list = document.querySelector('customers-overview').shadowRoot.querySelector('[role=grid]');
            return Number(list?.getAttribute('aria-rowcount')) < before;
          },
          [total + 1],
        );
        assert.ok((await names(page)).includes(wanted));
        await search(page, '');
        await counted(page, total);
      },
      { path },
    );

    onPortal(
      'sorts by name, both ways',
      async (page) => {
        await counted(page, total);
        const header = page.getByRole('columnheader', { name: 'Customer name' });
        const { compare } = new Intl.Collator('en', { numeric: true });
        for (const direction of ['ascending', 'descending']) {
          if ((await header.getAttribute('aria-sort')) !== direction) await header.getByRole('button').click();
          await page.locator(`thead [data-column=name][aria-sort=${direction}]`).waitFor();
          const way = direction === 'ascending' ? 1 : -1;
          // the rows of the other direction stay until the new ones are there
          await page.waitForFunction(
            ([sign]) => {
              const list = document.querySelector('customers-overview').shadowRoot;
              const shown = [...list.querySelectorAll('[role=row]:not([hidden]) .customer-name')].map(
                ({ textContent }) => textContent,
              );
              const { compare } = new Intl.Collator('en', { numeric: true });
              return (
                shown.length > 5 &&
                shown.every((name, index) => index === 0 || sign * compare(shown[index - 1], name) <= 0)
              );
            },
            [way],
          );
          const shown = await names(page);
          assert.deepEqual(
            shown,
            shown.toSorted((a, b) => way * compare(a, b)),
          );
        }
      },
      { path },
    );

    onPortal(
      'shows the details of a customer',
      async (page) => {
        await counted(page, total);
        const [name] = await names(page);
        await rows(page).first().locator('.customer-name').click();
        const details = page.getByRole('dialog', { name: 'Customer details' });
        await details.waitFor();
        await page.locator('customer-details').getByRole('heading', { name, exact: true }).waitFor();
        await page.keyboard.press('Escape');
        await details.waitFor({ state: 'hidden' });
      },
      { path },
    );
  });
}

describe('the choice', () => {
  onPortal('goes from one to the next without a load, and back and forward follow it', async (page) => {
    await counted(page, sources.File.total);
    await page.evaluate(() => (globalThis.samePage = true));
    for (const label of ['Server', 'Flexera', 'File']) {
      await choose(page, label);
      await counted(page, sources[label].total);
      assert.equal(sourceOf(page), sources[label].query);
    }
    await page.goBack();
    await counted(page, sources.Flexera.total);
    await page.goBack();
    await counted(page, sources.Server.total);
    await page.goForward();
    await counted(page, sources.Flexera.total);
    assert.equal(await page.evaluate(() => globalThis.samePage), true);
  });

  onPortal('an answer that comes after another source was chosen is not shown', async (page) => {
    await counted(page, sources.File.total);
    let arrived;
    const asked = new Promise((resolve) => (arrived = resolve));
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route('**/api/v1/customers/query', async (route) => {
      arrived();
      const response = await route.fetch();
      await released;
      await route.fulfill({ response }).catch(() => undefined);
    });
    await choose(page, 'Server');
    await asked;
    await choose(page, 'Flexera');
    await counted(page, sources.Flexera.total);
    const shown = await names(page);
    release();
    const late = page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await late;
    await counted(page, sources.Flexera.total);
    assert.deepEqual(await names(page), shown);
  });

  onPortal(
    'a name that is no source means the file',
    async (page) => {
      await counted(page, file.length);
      assert.equal(await page.getByRole('combobox', { name: 'Source' }).inputValue(), 'file');
    },
    { path: '?source=constructor' },
  );
});

describe('Flexera', () => {
  onPortal('has its rows at once, and the expirations of those in view after them', async (page) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/view=extended$/, async (route) => {
      await released;
      await route.continue().catch(() => undefined);
    });
    await choose(page, 'Flexera');
    await counted(page, sources.Flexera.total);
    await rows(page).nth(9).waitFor();
    const links = page.locator('[part~=expirations-link]');
    // those of organizations that granted access come from another address
    const before = await links.count();
    release();
    await links.nth(before + 3).waitFor();
  });
});
