// A host page: it fetches its customers, hands them over, and leaves what is done with them to the overview.
import 'customers-overview/define/customers-overview.js';
import { sources } from './sources.js';
import { words } from './words.js';

const overview = document.querySelector('customers-overview');
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
});
addEventListener('popstate', async () => {
  if (chosenSource() !== sourceChoice.value) await useSource();
});

/** Shows the page that the address names: the customers, or one that belongs to the portal. */
function route() {
  const page = location.hash.slice(2) || 'customers';
  overview.hidden = page !== 'customers';
  elsewhere.hidden = !overview.hidden;
  if (overview.hidden) elsewhere.querySelector('h1').focus();
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === `#/${page}`) link.setAttribute('aria-current', 'page');
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
await useSource();
