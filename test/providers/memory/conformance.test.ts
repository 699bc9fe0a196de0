import { EditableMemoryProvider } from '../../../src/providers/memory/editable-memory-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { conformanceCustomers, describeProvider, sampleEntitlements } from '../../../src/testing/index.js';
import { now } from '../samples.js';

for (const [list, count] of [
  ['a short list', 150],
  ['a long list', 5_100],
] as const) {
  const customers = conformanceCustomers({ now, count });
  const owned = customers.filter(({ expirations }) => expirations.state !== 'forbidden');
  // the same map for every provider: sampled entitlements are costly to make for thousands
  const entitlements = new Map(owned.map((customer) => [customer.id, sampleEntitlements(customer)]));
  describeProvider(
    `MemoryProvider with ${list}`,
    () => new MemoryProvider(customers, { entitlements, can: { add: true } }),
    {
      customers,
      call: { now },
      change: (provider, customer) => provider.putCustomers([customer]),
    },
  );
  describeProvider(
    `EditableMemoryProvider with ${list}`,
    () => new EditableMemoryProvider(customers, { entitlements, can: { add: true } }),
    { customers, call: { now } },
  );
}

describeProvider(
  'EditableMemoryProvider whose viewer may add nobody',
  () => new EditableMemoryProvider(conformanceCustomers({ now })),
  { call: { now } },
);
