// A host page: it fetches its customers, hands them over, and goes where the links of the overview lead.
import 'customers-overview/define/customers-overview.js';
import { MemoryProvider } from 'customers-overview/providers/memory.js';
import { words } from './words.js';

const overview = document.querySelector('customers-overview');
const customerView = document.querySelector('#customer');
const elsewhere = document.querySelector('#elsewhere');

const answer = await fetch('customers.json');
const data = await answer.json();
const customers = new Map(data.customers.map((customer) => [customer.id, customer]));
overview.provider = new MemoryProvider(data.customers, {
  entitlements: new Map(Object.entries(data.entitlements)),
  can: data.can,
});

// the portal's router takes the links over; a click with a modifier key stays the browser's
for (const [event, page] of [
  ['customer-open', ''],
  ['beacons-open', '/beacons'],
]) {
  overview.addEventListener(event, (open) => {
    open.preventDefault();
    location.hash = `#/customers/${encodeURIComponent(open.customerId)}${page}`;
  });
}
overview.addEventListener('customers-add', () => {
  location.hash = '#/add';
});

function showCustomer(customer, page) {
  const facts = {
    id: customer.id,
    externalId: customer.externalId ?? '-',
    beacons: customer.beacons.state === 'ready' ? String(customer.beacons.value.total) : '-',
  };
  customerView.querySelector('h1').textContent =
    page === 'beacons' ? `${words[document.documentElement.lang].beacons}: ${customer.name}` : customer.name;
  for (const fact of customerView.querySelectorAll('[data-fact]')) fact.textContent = facts[fact.dataset.fact];
}

/** The parts of `#/customers/42/beacons`; anybody can type anything there. */
function hashParts() {
  try {
    return location.hash.slice(1).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return ['elsewhere'];
  }
}

function route() {
  const [section = 'customers', id, page] = hashParts();
  const customer = section === 'customers' && id ? customers.get(id) : undefined;
  const isList = section === 'customers' && !id;
  if (customer) showCustomer(customer, page);
  overview.hidden = !isList;
  customerView.hidden = !customer;
  elsewhere.hidden = isList || Boolean(customer);
  document.querySelector('article:not([hidden]) h1')?.focus();
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#/${section}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function speak(language) {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = words[language][node.dataset.word];
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', words[language][node.dataset.label]);
  }
}

document.querySelector('#language').addEventListener('change', ({ target }) => speak(target.value));
document.querySelector('#appearance').addEventListener('change', ({ target }) => {
  document.documentElement.style.colorScheme = target.value;
});
addEventListener('hashchange', route);
route();
