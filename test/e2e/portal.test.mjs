// Drives the built portal in examples/portal/ as a person does, under a strict content security policy.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { buildPortal, contentSecurityPolicy, createPortal, portalFolder } from '../../tools/portal.mjs';
import { serveApp } from '../../tools/serve-app.mjs';
import { launch, openPage } from './page.mjs';

// the strictest host lets no style sheet be loaded at all; the portal's own is left out there
const policies = {
  'the policy of the portal': contentSecurityPolicy,
  'a policy without any style sheet': contentSecurityPolicy.replace("style-src 'self'", "style-src 'none'"),
};

let browser, customers;

before(async () => {
  await buildPortal();
  mkdirSync('test-results', { recursive: true });
  customers = JSON.parse(readFileSync(`${portalFolder}/customers.json`, 'utf8')).customers;
  browser = await launch();
});
after(() => browser?.close());

const rows = (page) =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader'), visible: true });
/** Of the rows that are shown at the moment: a row may be hidden, or show another customer, a moment later. */
const names = (page) =>
  rows(page).evaluateAll((all) =>
    all.flatMap((row) => (row.hidden ? [] : [row.querySelector('.customer-name')?.textContent.trim()])),
  );
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim();
  });

for (const [policy, header] of Object.entries(policies)) {
  describe(`under ${policy}`, () => {
    const isStrictest = header.includes("style-src 'none'");
    let server;
    before(async () => {
      server = await serveApp(await createPortal({ policy: header }));
    });
    after(() => server?.close());

    const screenshot = (page, name) =>
      page.screenshot({
        path: `test-results/portal-${isStrictest ? 'without-style-sheet-' : ''}${name}.png`,
        animations: 'disabled',
      });

    /** One test on a page of its own, which has to end without a problem. */
    function onPortal(name, run, { path = '', ...options } = {}) {
      test(name, async () => {
        const { page, problems, close } = await openPage(browser, server.url, options);
        try {
          if (isStrictest) await withoutStyleSheet(page);
          await page.goto(server.url + path);
          await rows(page).first().waitFor();
          await run(page);
          assert.deepEqual(problems, []);
        } finally {
          await close();
        }
      });
    }

    onPortal('the first customers of 2,000 are there', async (page) => {
      assert.equal(customers.length, 2000);
      assert.ok((await rows(page).count()) >= 10);
      assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '2001');
      const known = new Set(customers.map(({ name }) => name));
      for (const name of await names(page)) assert.ok(known.has(name), name);
      await page.getByRole('heading', { name: 'Customers Overview' }).waitFor();
    });

    onPortal('the last customer is reached by the keyboard', async (page) => {
      await page.getByRole('gridcell').first().click();
      await page.keyboard.press('Control+End');
      await page.locator('[aria-rowindex="2001"]').waitFor();
    });

    onPortal('a search narrows the list, and clearing it brings all back', async (page) => {
      const wanted = customers[1234];
      const search = page.getByRole('searchbox', { name: /organization ID/ });
      await search.fill(wanted.id);
      await page.getByRole('rowheader').filter({ hasText: wanted.name }).waitFor();
      const matches = customers.filter(({ name, id, externalId = '' }) =>
        [name, id, externalId].some((text) => text.includes(wanted.id)),
      );
      await page.locator(`[role=grid][aria-rowcount="${matches.length + 1}"]`).waitFor();
      await search.fill('no customer is called that');
      await page.getByRole('button', { name: 'Clear search' }).last().click();
      await page.locator('[role=grid][aria-rowcount="2001"]').waitFor();
    });

    onPortal('a header sorts, and turns the order when it is used again', async (page) => {
      const header = page.getByRole('columnheader', { name: 'Customer name' });
      const { compare } = new Intl.Collator('en');
      for (const direction of ['ascending', 'descending']) {
        for (let tries = 0; tries < 2 && (await header.getAttribute('aria-sort')) !== direction; tries++) {
          await header.getByRole('button').click();
        }
        assert.equal(await header.getAttribute('aria-sort'), direction);
        const sorted = customers.map(({ name }) => name).sort(compare);
        if (direction === 'descending') sorted.reverse();
        await rows(page).filter({ hasText: sorted[0] }).first().waitFor();
        const shown = await names(page);
        assert.deepEqual(shown, sorted.slice(0, shown.length));
      }
    });

    onPortal('the slideout opens for a customer, and Escape gives the focus back', async (page) => {
      const row = rows(page)
        .filter({ has: page.locator('[part~=expirations-link]') })
        .first();
      const name = await row.locator('.customer-name').textContent();
      const link = row.locator('[part~=expirations-link]');
      const label = await link.getAttribute('aria-label');
      await link.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(name).waitFor();
      await dialog.getByRole('row').nth(1).waitFor();
      await screenshot(page, 'slideout');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      assert.equal(await focused(page), label);
    });

    onPortal('Add New Customer is left to a host that wants it', async (page) => {
      const asked = page.evaluate(
        () =>
          new Promise((done) => {
            const take = (event) => {
              event.preventDefault();
              done('asked');
            };
            addEventListener('customers-add', take, { once: true });
          }),
      );
      await page.getByRole('button', { name: 'Add New Customer' }).click();
      assert.equal(await asked, 'asked');
      assert.equal(await page.getByRole('dialog').count(), 0);
      await page.getByRole('button', { name: 'Add New Customer' }).click();
      await page.getByRole('dialog', { name: 'Add customers' }).waitFor();
    });

    onPortal('the name and the beacons lead to pages of a host that has some, without a load', async (page) => {
      await page.locator('customers-overview').evaluate((overview) => {
        overview.customerHref = '#/customers/{id}';
        overview.beaconsHref = '#/customers/{id}/beacons';
        globalThis.samePage = true;
      });
      const first = rows(page).first();
      const name = await first.locator('.customer-name').textContent();
      const { id } = customers.find((customer) => customer.name === name);
      const beacons = page.locator('tbody tr:not([hidden]) a[part~=beacons-link]').first();
      for (const [link, hash] of [
        [first.locator('a.customer-name'), `#/customers/${id}`],
        [beacons, await beacons.getAttribute('href')],
      ]) {
        await link.click();
        await page.getByRole('heading', { name: 'This page belongs to the portal' }).waitFor();
        assert.equal(new URL(page.url()).hash, hash);
        await page.getByRole('link', { name: 'Customers', exact: true }).click();
        await rows(page).first().waitFor();
      }
      assert.equal(await page.evaluate(() => globalThis.samePage), true);
    });

    onPortal('the language follows the page', async (page) => {
      await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
      await page.getByRole('button', { name: 'Add New Customer' }).waitFor({ state: 'detached' });
      await page.getByRole('searchbox', { name: /Organisations-ID/ }).waitFor();
    });

    onPortal('the colours follow the page', async (page) => {
      const surface = () =>
        page
          .getByRole('grid')
          .locator('thead')
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      await page.getByRole('combobox', { name: 'Appearance' }).selectOption('light');
      const light = await surface();
      await page.getByRole('combobox', { name: 'Appearance' }).selectOption('dark');
      assert.notEqual(await surface(), light);
    });

    onPortal(
      'a page without a script of its own shows the same',
      async (page) => {
        assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '2001');
      },
      { path: 'no-script.html' },
    );

    for (const [shape, viewport] of Object.entries({
      wide: { width: 1440, height: 900 },
      narrow: { width: 390, height: 844 },
    })) {
      for (const colorScheme of ['light', 'dark']) {
        onPortal(
          `it fits a ${shape} screen, ${colorScheme}`,
          async (page) => {
            assert.ok(
              await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
              'the page scrolls sideways',
            );
            await screenshot(page, `${shape}-${colorScheme}`);
          },
          { viewport, colorScheme },
        );
      }
    }
  });
}

async function withoutStyleSheet(page) {
  await page.route(/(\/|\.html)$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<link rel="stylesheet"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
}
