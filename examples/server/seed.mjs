// @ts-check
// Fills the database with sample customers, in place of what it has: npm run seed:server -- 1000000 [FOLDER]
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { putCustomers } from './customers.mjs';
import { defaultFolder, openDatabase } from './database.mjs';
import { createIndexes, dropIndexes } from './indexes.mjs';
import { sampleBeacons } from './sample-beacons.mjs';
import { sampleCustomers, sampleEntitlements } from './sources.mjs';

/** @import { Kysely } from 'kysely' */
/** @import { Customer } from '../../src/domain/customer.js' */

/** Customers that are made and written at a time: a multiple of the cases that the samples go through in turn. */
const batchSize = 8_400;

/** So many customers have their beacons stored: of a million, the rest would fill gigabytes that nobody looks at. */
const withBeacons = 20_000;

/** From one batch to the next the IDs of the samples rise by 7 a customer. */
const idStep = 7;

/**
 * @param {Kysely<any>} database
 * @param {number} count
 * @param {{ now?: Date, progress?: (done: number) => void }} [options]
 */
export async function seed(database, count, { now = new Date(), progress = () => undefined } = {}) {
  await replaceCustomers(database, batches(), now);

  function* batches() {
    for (let done = 0; done < count; done += batchSize) {
      progress(done);
      const samples = sampleCustomers(Math.min(batchSize, count - done), { now, seed: 1 + done });
      yield samples.map((sample) => ({ ...sample, id: String(Number(sample.id) + done * idStep) }));
    }
    progress(count);
  }
}

/**
 * Takes these customers in place of those that there are.
 *
 * @param {Kysely<any>} database
 * @param {Iterable<readonly Customer[]>} batches
 * @param {Date} now The moment that they are judged by first.
 */
export async function replaceCustomers(database, batches, now) {
  await sql`truncate customers, customer_details, beacons, revision_changes, idempotency_keys`.execute(database);
  await dropIndexes(database);
  let done = 0;
  for (const customers of batches) {
    await putCustomers(database, customers.map(entryOf));
    if (done < withBeacons) await putBeacons(database, customers, now);
    done += customers.length;
  }
  await sql`select setval(pg_get_serial_sequence('customers', 'id'), (select max(id) from customers))`.execute(
    database,
  );
  await sql`update revision set value = value + 1`.execute(database);
  await createIndexes(database);
  await sql`vacuum analyze customers`.execute(database);
}

/** @param {Customer} sample */
function entryOf(sample) {
  // what is pending comes from somewhere; here there is nothing else to come
  const settled = (/** @type {any} */ value) => (value.state === 'pending' ? { state: 'unavailable' } : value);
  const customer = { ...sample, beacons: settled(sample.beacons), expirations: settled(sample.expirations) };
  const number = Number(sample.id) % 9;
  return {
    customer,
    editable: sample.can?.edit === true,
    // a tiered customer is kept for another reason
    deletable: sample.can?.edit === true,
    owners: [{ firstName: 'Alex', lastName: `Sample ${number + 1}`, email: `alex${number + 1}@customer.example` }],
    entitlements: sampleEntitlements(customer),
  };
}

/**
 * @param {Kysely<any>} database
 * @param {readonly Customer[]} customers
 * @param {Date} now
 */
async function putBeacons(database, customers, now) {
  const rows = customers.flatMap((customer) =>
    sampleBeacons(customer, now).map((beacon, number) => ({ customer_id: customer.id, number, beacon })),
  );
  await sql`insert into beacons
    select * from json_populate_recordset(null::beacons, ${JSON.stringify(rows)}::json)`.execute(database);
}

async function start() {
  const count = Number(process.argv[2] ?? 2_000);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error('How many customers? npm run seed:server -- 1000000');
  const started = performance.now();
  const url = process.env.DATABASE_URL;
  const database = await openDatabase({ url, ...(!url && { folder: process.argv[3] ?? defaultFolder }) });
  await seed(database, count, { progress: (done) => process.stdout.write(`\r${done.toLocaleString('en')} customers`) });
  await database.destroy();
  console.log(` in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await start().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
