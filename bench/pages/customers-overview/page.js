// This package, as a host's page has it. It is handed customers, not rows: it checks and judges them itself.
import '../../../src/define/customers-overview.ts';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.ts';
import './page.css';

globalThis.peer = {
  takes: 'customers',
  mount(container, customers, now) {
    const provider = new MemoryProvider(customers);
    const overview = document.createElement('customers-overview');
    overview.now = now;
    overview.customerHref = '/customers/{id}';
    overview.beaconsHref = '/customers/{id}/beacons';
    // as they come, like every peer
    overview.query = {};
    overview.provider = provider;
    container.append(overview);
    return {
      // the first click on a header sorts up, the next one down
      sort: (field) => overview.renderRoot.querySelector(`th[data-column=${columnOf[field]}] button`).click(),
      search: (search) => {
        overview.query = { ...overview.query, search };
      },
      searchField: () => overview.renderRoot.querySelector('input[part~=search]'),
      reset: () => {
        overview.query = {};
      },
      // the element hears of it from the provider
      update: (_index, customer) => provider.putCustomers([customer]),
      scroller: () => overview.renderRoot.querySelector('.scroller'),
      unmount: () => overview.remove(),
    };
  },
};

const columnOf = { name: 'name', expiryDay: 'upcomingExpiration' };
