import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import { columnTexts, customers, inState, one, overview, readyOverview } from './fixtures.js';

const before = location.href;
/** What the element asks unless it is told otherwise, and an address that names no order. */
const byName = [{ field: 'name', direction: 'ascending' }];
const list = customers(30);
const withState = (properties: Partial<CustomersOverview> = {}) =>
  readyOverview(list, { urlState: 'customers', ...properties });
const shown = (element: CustomersOverview) => columnTexts(element, 'name').length;

/** The parameters of the view; the test runner's own come before them. */
const address = () =>
  decodeURIComponent(
    location.search
      .split('&')
      .filter((part) => part.startsWith('customers.'))
      .join('&'),
  );

function visit(parameters: string): void {
  const url = new URL(before);
  history.replaceState({ of: 'host' }, '', `${url.pathname}${url.search}${url.search ? '&' : '?'}${parameters}#place`);
}

/** Goes through the history, and waits until the page has noticed. */
async function go(step: -1 | 1): Promise<void> {
  const noticed = new Promise((done) => addEventListener('popstate', done, { once: true }));
  history.go(step);
  await noticed;
}

afterEach(() => {
  for (const element of document.querySelectorAll('customers-overview')) element.remove();
  history.replaceState(null, '', before);
});

/** Counts the steps that the history takes from now on. */
function countSteps(): { readonly taken: number; stop(): void } {
  const steps = { taken: 0, stop: () => Reflect.deleteProperty(history, 'pushState') };
  history.pushState = (...step) => {
    steps.taken += 1;
    History.prototype.pushState.apply(history, step);
  };
  return steps;
}

describe('the view in the address', () => {
  it('is what the first question asks, so that no other rows are seen', async () => {
    visit('host=%20&customers.search=00012&customers.sort=id.desc');
    const provider = new ScriptedProvider();
    const element = await overview(provider, { urlState: 'customers' });
    const first = await provider.nextCall('listCustomers');
    expect(first.asked[0]).to.deep.include({ search: '00012', sort: [{ field: 'id', direction: 'descending' }] });
    first.resolve({ items: customers(1) });
    await inState(element, 'ready');
    expect(provider.calls.filter(({ method }) => method === 'listCustomers')).to.have.length(1);
    expect(one<HTMLInputElement>(element, '[part=search]').value).to.equal('00012');
    expect(location.href).to.contain('host=%20&customers.search=00012&customers.sort=id.desc#place');
  });

  it('follows what the viewer does, step by step, and back and forward again', async () => {
    visit('host=1');
    const element = await withState();
    expect(address()).to.equal('');
    // the length of the history says nothing once it is full
    const steps = countSteps();
    one(element, '[part=search]').focus();
    // one driver types the same character twice as one
    await sendKeys({ type: '01' });
    await waitUntil(() => address() === 'customers.search=01&customers.sort=name.asc', 'typed', { timeout: 8000 });
    expect(steps.taken, 'typing is no step').to.equal(0);
    one(element, 'thead [data-column=id] button').click();
    await waitUntil(() => address() === 'customers.search=01&customers.sort=id.asc');
    expect(steps.taken).to.equal(1);
    steps.stop();
    expect(history.state).to.deep.equal({ of: 'host' });
    expect([location.search.includes('host=1'), location.hash]).to.deep.equal([true, '#place']);
    await go(-1);
    await waitUntil(() => element.query?.sort?.[0]?.field === 'name');
    expect(element.query?.search).to.equal('01');
    await waitUntil(() => one(element, '[data-column=name]').getAttribute('aria-sort') === 'ascending');
    await go(1);
    await waitUntil(() => element.query?.sort?.[0]?.field === 'id');
    await go(-1);
  });

  it('is the host’s own where the address says nothing, also after going back', async () => {
    visit('host=1');
    const element = await withState({ query: { search: '0002' } });
    await waitUntil(() => shown(element) === 11);
    expect(address()).to.equal('');
    one(element, 'thead [data-column=id] button').click();
    await waitUntil(() => address() === 'customers.search=0002&customers.sort=id.asc');
    await go(-1);
    await waitUntil(() => element.query?.sort === undefined);
    expect(element.query).to.deep.equal({ search: '0002' });
    expect(address()).to.equal('');
  });

  it('leaves out what is no query, whatever an address holds', async () => {
    visit(
      'customers.sort=__proto__.asc&customers.statuses=all,%3Cscript%3E&customers.expires-within=1e9&customers.ids=1',
    );
    const element = await withState();
    expect(element.query).to.deep.equal({ sort: byName });
    expect(shown(element)).to.be.greaterThan(5);
    expect(address()).to.contain('__proto__');
  });

  it('is written under the name that the host gives, and not at all without', async () => {
    visit('host=1');
    const named = await withState({ urlState: '' });
    named.query = { tiered: true };
    await waitUntil(() => address() === 'customers.tiered=true');
    named.remove();
    const silent = await readyOverview(list);
    silent.query = { search: '0001' };
    await waitUntil(() => shown(silent) === 11);
    expect(address()).to.equal('customers.tiered=true');
  });

  it('is heard of by the host, which has the last word', async () => {
    visit('customers.search=0001');
    const element = await withState();
    const asked: unknown[] = [];
    element.addEventListener('query-change', ({ query }) => asked.push(query));
    one(element, 'thead [data-column=id] button').click();
    await waitUntil(() => address().includes('id.asc'));
    await go(-1);
    await waitUntil(() => asked.length === 2);
    expect(asked[1]).to.deep.equal({ search: '0001', sort: byName });
    const length = asked.length;
    element.remove();
    history.pushState(null, '', before);
    await go(-1);
    expect(asked).to.have.length(length);
  });
});
