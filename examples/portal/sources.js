import { MemoryProvider } from 'customers-overview/providers/memory.js';

// what only some choose is loaded once they do
/** The providers that the page has a choice of, each made anew when it is chosen. */
export const sources = {
  async file() {
    const answer = await fetch('customers.json');
    const { customers, entitlements, can } = await answer.json();
    return new MemoryProvider(customers, { entitlements: new Map(Object.entries(entitlements)), can });
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
