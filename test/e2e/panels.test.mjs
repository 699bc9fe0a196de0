// The panels of the overview on the reference server: what a viewer does with them, and what the API says of it then.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import papa from 'papaparse';
import { buildPortal, createPortal } from '../../tools/portal.mjs';
import { sampleServer, surroundings } from '../server/fixture.mjs';
import { launch, openPage } from './page.mjs';

const count = 130;
const pageSize = 50;
let browser, server;

before(async () => {
  await buildPortal();
  server = await sampleServer(count, { page: await createPortal(), now: () => new Date() });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Customers as the API has them by now, in the order of the list. */
async function listed(query = {}) {
  const sort = [{ field: 'name', direction: 'ascending' }];
  const body = { query: { sort, page: { limit: 1000, offset: 0 }, ...query }, ...surroundings };
  return (await server.ask('customers/query', { body })).body.items;
}
const details = async (id) => (await server.ask(`customers/${id}`)).body;

const rows = (page) =>
  page
    .getByRole('grid', { name: 'Customers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader'), visible: true });
const rowOf = (page, { name }) =>
  rows(page)
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .first();
/** Searches, and waits for the result: a row that leaves the list stays in the page, hidden, for the next one. */
async function search(page, text) {
  await page.getByRole('searchbox', { name: /organization ID/ }).fill(text);
  if (text) await rows(page).filter({ hasNotText: text }).first().waitFor({ state: 'hidden' });
}
/** What stands in a panel is in its frame only by a slot, so that the frame's host is looked into. */
const panel = (page, name) => page.locator('customers-panel').filter({ has: page.getByRole('dialog', { name }) });

/** Facts of the customers on the screen, in its order. */
const shown = (page) =>
  rows(page).evaluateAll((all) =>
    all
      .filter(({ hidden }) => !hidden)
      .map((row) => {
        const textOf = (selector) => row.querySelector(selector)?.textContent.trim();
        return {
          name: textOf('.customer-name'),
          id: textOf('[data-column=id]'),
          externalId: textOf('[data-column=externalId]'),
        };
      }),
  );
const factsOf = ({ name, id, externalId }) => ({ name, id, externalId: externalId?.trim() || '-' });

/** Waits until the first page shows what the API has, and nothing else. */
async function showsWhatTheServerHas(page) {
  await search(page, '');
  const wanted = JSON.stringify((await listed()).slice(0, pageSize).map(factsOf));
  let seen = '';
  for (const end = Date.now() + 10_000; seen !== wanted && Date.now() < end;) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    seen = JSON.stringify(await shown(page));
  }
  assert.deepEqual(JSON.parse(seen), JSON.parse(wanted));
}

/**
 * One test on a page whose host leaves everything to the panels: the portal's router is told of nothing.
 *
 * @param {{ expected?: RegExp }} options `expected`: problems that belong to what is done.
 */
function onPanels(name, run, { expected } = {}) {
  test(name, async () => {
    const { page, problems, close } = await openPage(browser, server.url);
    // the list of hints ends with the page; a file that is saved is a request of the page's own
    const known = [/^failed: .*\/api\/v1\/.* net::ERR_ABORTED$/, /^(?:elsewhere|failed): blob:/, expected];
    try {
      await page.addInitScript(() => {
        for (const intent of ['customer-open', 'beacons-open', 'customers-add'])
          addEventListener(intent, (event) => event.stopImmediatePropagation(), { capture: true });
      });
      await page.goto(`${server.url}?source=server`);
      await page.locator('customers-overview').evaluate((overview) => {
        overview.removeAttribute('customer-href');
        overview.removeAttribute('beacons-href');
        overview.paging = 'pages';
      });
      await page.getByRole('button', { name: 'Export' }).waitFor();
      await page.getByRole('button', { name: 'Next page' }).waitFor();
      await run(page);
      await showsWhatTheServerHas(page);
      assert.deepEqual(
        problems.filter((problem) => !known.some((each) => each?.test(problem))),
        [],
      );
    } finally {
      await close();
    }
  });
}

async function fillDraft(drafts, place, { name, externalId, owner: [firstName, lastName, email] }) {
  const draft = drafts.getByRole('group', { name: `Customer ${place}`, exact: true });
  await draft.getByRole('textbox', { name: 'Customer name' }).fill(name);
  await draft.getByRole('textbox', { name: 'External ID' }).fill(externalId);
  const more = draft.getByRole('button', { name: /^Owners and capabilities/ });
  if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
  await draft.getByRole('textbox', { name: 'First name' }).fill(firstName);
  await draft.getByRole('textbox', { name: 'Last name' }).fill(lastName);
  await draft.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await draft.getByRole('checkbox', { name: 'Automation' }).check();
  return draft;
}

/** Types the word that a deletion asks for, and confirms it. */
async function confirmDeletion(page, number) {
  const dialog = panel(page, 'Delete customers');
  await dialog.getByRole('button', { name: 'Next' }).click();
  const word = dialog.getByRole('textbox', { name: 'Type “delete” to confirm' });
  await word.pressSequentially('delete');
  await dialog.getByRole('button', { name: `Delete ${number}`, exact: true }).click();
  await dialog.getByText(`${number} deleted.`).first().waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('the panels on the reference server', () => {
  onPanels('add two customers; the one that is refused stays with its reason, and is mended', async (page) => {
    const before = await listed();
    const taken = before.find(({ externalId }) => externalId?.trim()).externalId;
    await page.getByRole('button', { name: 'Add New Customer' }).click();
    const drafts = panel(page, 'Add customers');
    await fillDraft(drafts, 1, { name: 'Aalto Trading', externalId: 'E2E-1', owner: ['Ada', 'Lind', 'ada@a.example'] });
    await drafts.getByRole('button', { name: 'Add another customer' }).click();
    await fillDraft(drafts, 2, { name: 'Aamu Foods', externalId: taken, owner: ['Bo', 'Nyman', 'bo@b.example'] });
    await drafts.getByRole('button', { name: 'Create 2 customers' }).click();

    await drafts.getByRole('button', { name: 'Aalto Trading' }).waitFor();
    const left = drafts.getByRole('group', { name: 'Customer 1', exact: true });
    await assertValue(left.getByRole('textbox', { name: 'Customer name' }), 'Aamu Foods');
    const externalId = left.getByRole('textbox', { name: 'External ID' });
    await assertValue(externalId, taken);
    assert.equal(await externalId.getAttribute('aria-invalid'), 'true');
    const reason = await externalId.getAttribute('aria-describedby');
    assert.equal(await left.locator(`#${reason}`).textContent(), 'Another customer has this already.');
    const added = async () => (await listed()).filter(({ id }) => before.every((each) => each.id !== id));
    assert.deepEqual(
      (await added()).map(({ name }) => name),
      ['Aalto Trading'],
    );

    await externalId.fill('E2E-2');
    await drafts.getByRole('button', { name: 'Create 1 customer' }).click();
    await drafts.getByText('2 customers were created').waitFor();
    await drafts.getByRole('button', { name: 'Done' }).click();
    await drafts.waitFor({ state: 'hidden' });
    assert.deepEqual(
      (await added()).map(({ name, externalId: each }) => [name, each]),
      [
        ['Aalto Trading', 'E2E-1'],
        ['Aamu Foods', 'E2E-2'],
      ],
    );
  });

  onPanels(
    'edit a name out of the details; who has changed it meanwhile is not overwritten unseen',
    async (page) => {
      const [{ id }] = await listed({ search: 'Aalto Trading' });
      await rowOf(page, { name: 'Aalto Trading' }).getByRole('button', { name: 'Aalto Trading', exact: true }).click();
      const opened = panel(page, 'Customer details');
      await opened.getByText('ada@a.example').waitFor();
      await opened.getByText('Automation').first().waitFor();
      await opened.getByRole('button', { name: 'Edit' }).click();

      const form = panel(page, 'Edit Aalto Trading');
      const name = form.getByRole('textbox', { name: 'Customer name' });
      await name.fill('Aalto of mine');
      const { version } = await details(id);
      const { status } = await server.ask(`customers/${id}`, {
        method: 'PATCH',
        type: 'application/merge-patch+json',
        body: { name: 'Aalto of theirs', description: 'Theirs alone' },
        headers: { 'idempotency-key': 'somebody else', 'if-match': `"${version}"` },
      });
      assert.equal(status, 200);
      await form.getByRole('button', { name: 'Save changes' }).click();

      const difference = form.getByRole('radiogroup', { name: 'Customer name' });
      await difference.waitFor();
      const versions = await difference.locator('.version').allInnerTexts();
      assert.deepEqual(
        versions.map((text) => text.split(/\s*\n\s*/).filter(Boolean)),
        [
          ['Before', 'Aalto Trading'],
          ['Theirs', 'Aalto of theirs'],
          ['Yours', 'Aalto of mine'],
        ],
      );
      assert.equal((await details(id)).name, 'Aalto of theirs');
      await difference.getByRole('radio', { name: /^Yours/ }).check();
      await form.getByRole('button', { name: 'Save this' }).click();
      await form.waitFor({ state: 'hidden' });
      const after = await details(id);
      assert.deepEqual([after.name, after.description], ['Aalto of mine', 'Theirs alone']);
      await rowOf(page, { name: 'Aalto of mine' }).waitFor();
    },
    // what a browser says of a version that is not the newest one
    { expected: /^412: |status of 412 / },
  );

  onPanels('delete a customer once the word is typed', async (page) => {
    const [{ id }] = await listed({ search: 'Aamu Foods' });
    await search(page, 'Aamu Foods');
    await page.getByRole('button', { name: 'Actions for Aamu Foods' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await panel(page, 'Delete customers').getByText('Aamu Foods').first().waitFor();
    await confirmDeletion(page, '1 customer');
    assert.equal((await server.ask(`customers/${id}`)).status, 404);
  });

  onPanels('export and delete a selection that goes over pages', async (page) => {
    const all = await listed();
    const mayGo = ({ can, tiered }) => can.delete && !tiered;
    const first = all.slice(0, pageSize).filter(mayGo).slice(0, 2);
    const second = all.slice(pageSize, 2 * pageSize).find(mayGo);
    for (const customer of first) await rowOf(page, customer).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Next page' }).click();
    await rowOf(page, second).getByRole('checkbox').check();
    const bar = page.getByRole('group', { name: 'Selected customers' });
    await bar.getByText('3 selected').waitFor();

    await bar.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export customers' });
    await dialog.getByRole('radio', { name: /^CSV/ }).check();
    assert.equal(await dialog.getByRole('radio', { name: '3 customers selected' }).isChecked(), true);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const [header, ...lines] = papa.parse(file.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
    assert.deepEqual(header.slice(0, 4), ['Customer name', 'Organization ID', 'External ID', 'Total Beacons']);
    const selected = [...first, second];
    const plain = (text) => text.replace(/^'/, '');
    assert.deepEqual(
      lines.map(([name, id, externalId]) => [plain(name), id, plain(externalId)]),
      selected.map(({ name, id, externalId = '' }) => [name, id, externalId]),
    );

    await bar.getByRole('button', { name: 'Delete…' }).click();
    for (const { name } of selected) await panel(page, 'Delete customers').getByText(name).first().waitFor();
    await confirmDeletion(page, '3 customers');
    await bar.waitFor({ state: 'hidden' });
    const left = new Set((await listed()).map(({ id }) => id));
    assert.deepEqual(
      all.filter(({ id }) => !left.has(id)).map(({ id }) => id),
      selected.map(({ id }) => id),
    );
    await page.getByRole('button', { name: 'Previous page' }).click();
  });

  onPanels('show the beacons of a customer from its count, and filter them', async (page) => {
    const { customer, beacons, connectivity } = await mixedBeacons();
    await search(page, customer.id);
    await rowOf(page, customer).locator('[part~=beacons-link]').click();
    const opened = panel(page, 'Customer details');
    assert.equal(
      await opened.getByRole('tab', { name: /^Beacons/ }).getAttribute('aria-selected'),
      'true',
      'the beacons are not in front',
    );
    const names = opened.getByRole('grid', { name: 'Beacons' }).getByRole('rowheader').locator('.beacon-name');
    const sorted = (all) => all.map(({ name }) => name).toSorted();
    await names.nth(beacons.length - 1).waitFor();
    assert.deepEqual((await names.allTextContents()).toSorted(), sorted(beacons));
    const fitting = beacons.filter((beacon) => beacon.connectivity === connectivity);
    await opened.getByRole('button', { name: new RegExp(`^${connectivity}\\s+${fitting.length}$`, 'i') }).click();
    await names.nth(fitting.length).waitFor({ state: 'hidden' });
    assert.deepEqual((await names.allTextContents()).toSorted(), sorted(fitting));
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'hidden' });
  });
});

async function assertValue(field, value) {
  assert.equal(await field.inputValue(), value);
}

/** A customer whose beacons are not all alike, and how some of them are connected. */
async function mixedBeacons() {
  for (const customer of await listed()) {
    if (customer.beacons.state !== 'ready' || customer.beacons.value.total < 3) continue;
    const { status, body: beacons } = await server.ask(`customers/${customer.id}/beacons`);
    const [{ connectivity } = {}] = status === 200 ? beacons : [];
    if (beacons.some?.((beacon) => beacon.connectivity !== connectivity)) return { customer, beacons, connectivity };
  }
  throw new Error('No customer has beacons that differ');
}
