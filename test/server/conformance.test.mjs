// The conformance kit, by the HTTP provider, against the server.
import { after, before, describe, it } from 'node:test';
import { replaceCustomers } from '../../examples/server/seed.mjs';
import { load } from '../../examples/server/sources.mjs';
import { now, sampleServer } from './fixture.mjs';

const { HttpProvider, conformanceCustomers, describeProvider } = await load(
  'providers/http/http-provider',
  'testing/index',
);

let server;
before(async () => {
  server = await sampleServer(1);
});
after(() => server?.close());

// as this server has them: IDs are numbers, and nothing is pending
const customers = conformanceCustomers({ now }).map((customer) => {
  const { id, relationship, tiered, beacons, expirations, can } = customer;
  const edit = relationship === 'managed' && can?.edit === true;
  const settled = (value) => (value.state === 'pending' ? { state: 'unavailable' } : value);
  return {
    ...customer,
    id: String(Number(`${id.startsWith('0') ? 1 : ''}${id}`)),
    beacons: settled(beacons),
    expirations: settled(expirations),
    can: { edit, delete: edit },
    // one with customers of its own is deleted by nobody
    tiered: tiered && !edit,
  };
});

for (const role of ['admin', 'viewer']) {
  const allowed =
    role === 'admin' ? customers : customers.map((each) => ({ ...each, can: { edit: false, delete: false } }));
  describeProvider(
    `HttpProvider, as ${role}, with the reference server`,
    async () => {
      await replaceCustomers(server.database, [customers], now);
      const headers = { authorization: `Bearer demo-${role}` };
      return HttpProvider.connect({ baseUrl: server.api, headers });
    },
    { runner: { describe, it }, customers: allowed, call: { now }, answerWithin: 20_000 },
  );
}
