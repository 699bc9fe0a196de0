import { EditableMemoryProvider } from 'customers-overview/providers/editable-memory.js';

// what only some choose is loaded once they do
/** The providers that the page has a choice of, each made anew when it is chosen. */
export const sources = {
  async file() {
    const { customers, entitlements, capabilities, can } = await read('customers.json');
    let details;
    const detailsOf = async (id) => (await (details ??= read('details.json')))[id];
    return new EditableMemoryProvider(customers, {
      entitlements: new Map(Object.entries(entitlements)),
      owners: async (id) => (await detailsOf(id)).owners,
      beacons: async (id) => (await detailsOf(id)).beacons,
      capabilities,
      can,
    });
  },
  async server() {
    const { HttpProvider, httpFeatures } = await import('customers-overview/providers/http.js');
    // a portal has a session; the reference server takes the name of a role
    return new HttpProvider({
      baseUrl: 'api/v1/',
      features: httpFeatures,
      headers: { authorization: 'Bearer demo-admin' },
    });
  },
  async flexera(signal) {
    const { FlexeraProvider } = await import('customers-overview/providers/flexera.js');
    return new FlexeraProvider({
      baseUrl: 'flexera/',
      orgId: 100,
      userId: 7,
      // the portal's own server passes the requests on, with the token that it keeps
      fetch: (request) => fetch(request, { credentials: 'same-origin' }),
      snowAtlas: false,
      signal,
    });
  },
};

async function read(file) {
  const answer = await fetch(file);
  return answer.json();
}
