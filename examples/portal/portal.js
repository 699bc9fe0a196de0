// A host page: it fetches its customers, hands them over, and goes where the links of the overview lead.
import 'customers-overview/define/customers-overview.js';
import { defaultExpirationPolicy } from 'customers-overview';
import { sources } from './sources.js';
import { words } from './words.js';

const overview = document.querySelector('customers-overview');
const customerView = document.querySelector('#customer');
const elsewhere = document.querySelector('#elsewhere');
const sourceChoice = document.querySelector('#source');
const noServer = document.querySelector('#no-server');

/** The source that the address names. */
function chosenSource() {
  const name = new URLSearchParams(location.search).get('source') ?? 'file';
  return Object.hasOwn(sources, name) ? name : 'file';
}

/** What is chosen by now; aborted by the next choice. */
let choice = new AbortController();

/** Hands the chosen source over; settled once it is there, unless another one was chosen meanwhile. */
async function useSource() {
  choice.abort();
  choice = new AbortController();
  const { signal } = choice;
  const name = chosenSource();
  sourceChoice.value = name;
  noServer.hidden = true;
  overview.provider = undefined;
  const provider = await sources[name](signal);
  if (!signal.aborted) overview.provider = provider;
}

overview.addEventListener('provider-error', ({ code }) => {
  noServer.hidden = chosenSource() !== 'server' || code !== 'unsupported';
});

sourceChoice.addEventListener('change', async () => {
  const address = new URL(location.href);
  address.searchParams.set('source', sourceChoice.value);
  history.pushState(null, '', address);
  await useSource();
  await route();
});
addEventListener('popstate', async () => {
  if (chosenSource() !== sourceChoice.value) await useSource();
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

/** A customer by its organization ID, of whatever provider there is; undefined where it has none, or does not say. */
async function findCustomer(id) {
  const call = {
    signal: choice.signal,
    locale: document.documentElement.lang,
    timeZone: 'UTC',
    now: new Date(),
    policy: defaultExpirationPolicy,
  };
  try {
    const { items } = await overview.provider.listCustomers({ ids: [id], page: { limit: 1, offset: 0 } }, call);
    return items[0];
  } catch {
    return undefined;
  }
}

async function route() {
  const [section = 'customers', id, page] = hashParts();
  const { hash } = location;
  const customer = section === 'customers' && id ? await findCustomer(id) : undefined;
  // gone elsewhere meanwhile
  if (location.hash !== hash) return;
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
await useSource();
await route();
