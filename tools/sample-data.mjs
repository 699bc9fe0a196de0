// The sample customers of src/testing/, for plain Node: what a portal's backend would answer.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sampleBeacons } from '../examples/server/sample-beacons.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const count = 2_000;

/**
 * 2,000 customers with expirations around `now`, the entitlements behind them by organization ID, and which capabilities
 * can be given: what `parseCustomersFile` reads, and more. And what only their details show.
 */
export async function sampleData(now) {
  const { sampleCustomers, sampleEntitlements } = await samples();
  const customers = sampleCustomers(count, { now }).map(settled);
  const owned = customers.filter(({ expirations }) => expirations.state === 'ready');
  const entitlements = Object.fromEntries(owned.map((customer) => [customer.id, sampleEntitlements(customer)]));
  const names = new Set(['iam', ...Object.values(entitlements).flatMap((list) => list.map((each) => each.capability))]);
  const capabilities = Array.from(names, (capability) => ({ capability }));
  const details = Object.fromEntries(customers.map((customer) => [customer.id, detailsOf(customer, now)]));
  return { list: { customers, entitlements, capabilities, can: { add: true } }, details };
}

function detailsOf(customer, now) {
  const number = Number(customer.id) % 9;
  return {
    owners: [{ firstName: 'Alex', lastName: `Sample ${number + 1}`, email: `alex${number + 1}@customer.example` }],
    ...(customer.beacons.state === 'ready' && { beacons: sampleBeacons(customer, now) }),
  };
}

/** A file is all there at once: nothing in it is still to come. */
function settled(customer) {
  const { beacons, expirations } = customer;
  const unavailable = { state: 'unavailable' };
  return {
    ...customer,
    beacons: beacons.state === 'pending' ? unavailable : beacons,
    expirations: expirations.state === 'pending' ? unavailable : expirations,
  };
}

/** Node does not read TypeScript, so the sources are bundled when they are needed. */
async function samples() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/testing/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
