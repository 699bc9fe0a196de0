import { describeProvider, sampleCustomers, sampleEntitlements } from '../../../src/testing/index.js';
import { callWith, now } from '../samples.js';
import { apiCustomer, FlexeraService, providerOf, rowsOf } from './flexera-api.js';

const samples = sampleCustomers(120, { now });
const owned = samples.filter(({ expirations }) => expirations.state === 'ready').map(({ id }) => Number(id));

/** The API with these customers, the granted ones as organizations of the viewer. */
function serviceOfSamples(): FlexeraService {
  const service = new FlexeraService().grant({ actions: ['create', 'update', 'delete'], owned });
  for (const sample of samples) {
    const { name, externalId, tiered } = sample;
    const id = Number(sample.id);
    const capabilities = sampleEntitlements(sample).map(({ capability, expires }) => ({
      name: capability,
      ...(expires !== null && { expiresAt: expires }),
    }));
    if (sample.relationship === 'managed') {
      const numberOfCustomers = tiered ? 2 : 0;
      service.customers.push(
        apiCustomer(id, { name, capabilities, numberOfCustomers, ...(externalId !== undefined && { externalId }) }),
      );
    } else {
      service.organizations.push({ id, name, ref: `ref:nam:::iam:org:${id}` });
      service.capabilities.set(id, capabilities);
    }
  }
  return service;
}

describeProvider(
  'FlexeraProvider, once expirations are there',
  async () => {
    const provider = providerOf(serviceOfSamples(), {
      requestsPerMinute: 100_000,
      snowAtlas: false,
      countBeacons: async (ids) => new Map(ids.map((id) => [id, { total: Number(id) % 7, unhealthy: 0 }])),
    });
    const rows = await rowsOf(provider);
    await provider.enrichCustomers(
      rows.map(({ id }) => id),
      callWith(),
    );
    return provider;
  },
  { call: { now } },
);
