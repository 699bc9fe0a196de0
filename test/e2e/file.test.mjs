// What a viewer changes on the portal's plain page: its customers are a file that was read into memory.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildPortal, createPortal } from '../../tools/portal.mjs';
import { serveApp } from '../../tools/serve-app.mjs';
import { launch, openPage } from './page.mjs';

let browser, server;

before(async () => {
  await buildPortal();
  server = await serveApp(await createPortal());
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const dialog = (page, name) => page.getByRole('dialog', { name });
const counted = (page, total) => page.locator(`[role=grid][aria-rowcount="${total + 1}"]`).waitFor();
const search = (page, text) => page.getByRole('searchbox', { name: /organization ID/ }).fill(text);
const rowOf = (page, name) =>
  page
    .getByRole('grid', { name: 'Customers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** Types into a field as a person does. */
async function type(page, field, text) {
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test('a customer is added, looked at, renamed and deleted', async () => {
  const { page, problems, close } = await openPage(browser, server.url);
  try {
    await page.goto(server.url);
    await counted(page, 2_000);

    await page.getByRole('button', { name: 'Add New Customer' }).click();
    const drafts = page.locator('add-customers');
    await type(page, drafts.getByRole('textbox', { name: 'Customer name' }), 'Quokka Freight');
    await type(page, drafts.getByRole('textbox', { name: 'External ID' }), 'Q-1');
    const more = drafts.getByRole('button', { name: /^Owners and capabilities/ });
    if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
    await type(page, drafts.getByRole('textbox', { name: 'First name' }), 'Ada');
    await type(page, drafts.getByRole('textbox', { name: 'Last name' }), 'Lind');
    await type(page, drafts.getByRole('textbox', { name: 'E-mail' }), 'ada@quokka.example');
    await drafts.getByRole('checkbox', { name: 'Automation' }).click();
    await drafts.getByRole('button', { name: 'Create 1 customer' }).click();
    await drafts.getByText('1 customer was created').waitFor();
    await drafts.getByRole('button', { name: 'Done' }).click();
    await dialog(page, 'Add customers').waitFor({ state: 'hidden' });
    await counted(page, 2_001);

    await search(page, 'Quokka');
    await counted(page, 1);
    await rowOf(page, 'Quokka Freight').locator('.customer-name').click();
    const details = page.locator('customer-details');
    for (const fact of ['Ada Lind', 'ada@quokka.example', 'Q-1', 'Automation']) {
      await details.getByText(fact).first().waitFor();
    }
    await details.getByRole('button', { name: 'Edit' }).click();

    const form = page.locator('edit-customer');
    await type(page, form.getByRole('textbox', { name: 'Customer name' }), 'Quokka Air');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await dialog(page, 'Edit Quokka Freight').waitFor({ state: 'hidden' });
    await rowOf(page, 'Quokka Air').locator('.customer-name').click();
    await details.getByRole('heading', { name: 'Quokka Air' }).waitFor();
    await details.getByText('ada@quokka.example').waitFor();
    await details.getByRole('button', { name: 'Delete' }).click();

    const deletion = page.locator('delete-customers');
    await deletion.getByText('Quokka Air').first().waitFor();
    await deletion.getByRole('button', { name: 'Next' }).click();
    await type(page, deletion.getByRole('textbox', { name: 'Type “delete” to confirm' }), 'delete');
    await deletion.getByRole('button', { name: 'Delete 1 customer' }).click();
    await deletion.getByText('1 customer deleted.').first().waitFor();
    await deletion.getByRole('button', { name: 'Done' }).click();
    await dialog(page, 'Delete customers').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Clear search' }).last().click();
    await counted(page, 2_000);
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});

test('the details of a customer of the file have its owner, and the beacons that its row counts', async () => {
  const { page, problems, close } = await openPage(browser, server.url);
  try {
    await page.goto(server.url);
    await counted(page, 2_000);
    const link = page.locator('tbody tr:not([hidden]) [part~=beacons-link]').filter({ hasText: /[1-9]/ }).first();
    const total = Number.parseInt(await link.innerText(), 10);
    await link.click();
    const details = page.locator('customer-details');
    await details.getByRole('grid', { name: 'Beacons' }).getByRole('rowheader').first().waitFor();
    await details.locator(`[role=grid][aria-rowcount="${total + 1}"]`).waitFor();
    await details.getByRole('tab', { name: 'Details' }).click();
    await details.getByText(/^alex\d@customer\.example$/).waitFor();
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});
