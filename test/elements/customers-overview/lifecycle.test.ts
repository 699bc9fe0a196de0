import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { provideCustomers } from '../../../src/controllers/customers-provider-context.js';
import { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../../src/providers/memory/memory-provider.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';
import {
  cell,
  columnTexts,
  customer,
  customers,
  inState,
  now,
  overview,
  readyOverview,
  rows,
  scrollerOf,
  scrollTo,
} from './fixtures.js';

const page = (name: string) => ({ items: [customer({ id: '1', name })], total: { value: 1, precision: 'exact' } });

describe('moved in the page', () => {
  it('keeps its rows, its place and its keyboard', async () => {
    const element = await readyOverview(customers(2000));
    await scrollTo(element, 30_000);
    const before = { top: scrollerOf(element).scrollTop, names: columnTexts(element, 'name') };
    const elsewhere = document.createElement('div');
    elsewhere.style.width = '1200px';
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(scrollerOf(element).scrollTop).to.equal(before.top);
    expect(columnTexts(element, 'name')).to.deep.equal(before.names);
    await scrollTo(element, 60_000);
    expect(cell(element, Number(rows(element)[0]?.getAttribute('aria-rowindex')) - 2, 'name')).to.not.equal(null);
    expect(columnTexts(element, 'name')).to.not.deep.equal(before.names);
  });
});

describe('removed and put back', () => {
  async function putBack(
    provider: CustomersProvider,
    waitOutside?: () => Promise<unknown>,
  ): Promise<CustomersOverview> {
    const element = await overview(provider);
    await inState(element, 'ready');
    const home = element.parentElement;
    element.remove();
    if (waitOutside !== undefined) await waitOutside();
    home?.append(element);
    await element.updateComplete;
    expect(cell(element, 0, 'name').textContent).to.contain('Customer 00001');
    return element;
  }
  const nextFrame = () => new Promise(requestAnimationFrame);

  /** A provider whose list is there; counts how often it is asked for rows. */
  class CountingProvider extends MemoryProvider {
    asked = 0;
    override listCustomers(...all: Parameters<MemoryProvider['listCustomers']>) {
      // beside the rows the customers of each status are counted
      this.asked += all[0].include?.includes('statusCounts') ? 0 : 1;
      return super.listCustomers(...all);
    }
  }

  it('at once keeps data and place, without asking again', async () => {
    const provider = new CountingProvider(customers(50));
    await putBack(provider);
    await nextFrame();
    expect(provider.asked).to.equal(1);
  });

  it('later keeps data and place, and asks for what it may not have heard of', async () => {
    const provider = new CountingProvider(customers(50));
    const element = await putBack(provider, async () => {
      await nextFrame();
      provider.replaceCustomers(customers(50, { name: 'Renamed' }));
    });
    await waitUntil(() => columnTexts(element, 'name')[0] === 'Renamed');
    expect(provider.asked).to.equal(2);
  });

  it('later asks nothing of a provider that says nothing by itself', async () => {
    const memory = new MemoryProvider(customers(50));
    let asked = 0;
    const listCustomers: CustomersProvider['listCustomers'] = (...all) => {
      asked += 1;
      return memory.listCustomers(...all);
    };
    await putBack({ listCustomers }, nextFrame);
    await nextFrame();
    expect(asked).to.equal(1);
  });

  it('aborts what was on its way, and asks for it on its return', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider);
    const home = element.parentElement;
    const [list, description] = [await provider.nextCall('listCustomers'), await provider.nextCall('describe')];
    element.remove();
    expect([list.call.signal.aborted, description.call.signal.aborted]).to.deep.equal([true, true]);
    element.query = { search: 'x' };
    await element.updateComplete;
    expect(provider.calls, 'nothing is asked outside the page').to.have.length(2);
    home?.append(element);
    const again = await provider.nextCall('listCustomers');
    expect(again.asked[0]).to.deep.include({ search: 'x' });
    again.resolve(page('A'));
    await inState(element, 'ready');
    expect(columnTexts(element, 'name')).to.deep.equal(['A']);
  });

  it('aborts a later window and fills it on its return', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const list = customers(300);
    (await provider.nextCall('listCustomers')).resolve({
      items: list.slice(0, 100),
      total: { value: 300, precision: 'exact' },
    });
    await inState(element, 'ready');
    scrollerOf(element).scrollTop = 1e6;
    const late = await provider.nextCall('listCustomers');
    const home = element.parentElement;
    element.remove();
    expect(late.call.signal.aborted).to.equal(true);
    home?.append(element);
    (await provider.nextCall('listCustomers')).resolve({ items: list.slice(200) });
    await waitUntil(() => columnTexts(element, 'name').at(-1) === 'Customer 00300');
  });

  it('says nothing of a failure that it caused itself', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    let failures = 0;
    element.addEventListener('provider-error', () => (failures += 1));
    await provider.nextCall('listCustomers');
    const home = element.parentElement;
    element.remove();
    home?.append(element);
    (await provider.nextCall('listCustomers')).resolve(page('A'));
    await inState(element, 'ready');
    expect(failures).to.equal(0);
  });
});

describe('another provider', () => {
  it('takes the old rows away at once, and the old answer is not heard', async () => {
    const [first, second] = [new ScriptedProvider({ ignoresAbort: true }), new ScriptedProvider()];
    const element = await overview(first);
    (await first.nextCall('listCustomers')).resolve(page('Old'));
    await inState(element, 'ready');
    element.refresh();
    const late = await first.nextCall('listCustomers');
    element.provider = second;
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(element.shadowRoot?.textContent).to.not.contain('Old');
    expect(late.call.signal.aborted).to.equal(true);
    (await second.nextCall('listCustomers')).resolve(page('New'));
    await inState(element, 'ready');
    late.resolve(page('Late'));
    await new Promise(requestAnimationFrame);
    expect(columnTexts(element, 'name')).to.deep.equal(['New']);
  });

  it('taken away leaves the skeleton', async () => {
    const element = await readyOverview(customers(3));
    element.provider = undefined;
    await inState(element, 'loading');
    expect(element.shadowRoot?.textContent).to.not.contain('Customer 00001');
  });

  it('shows its first rows from the top', async () => {
    const element = await readyOverview(customers(500));
    await scrollTo(element, 9000);
    element.provider = new MemoryProvider(customers(400));
    await waitUntil(() => element.matches(':state(ready)') && scrollerOf(element).scrollTop === 0);
    await element.updateComplete;
    expect(columnTexts(element, 'name')[0]).to.equal('Customer 00001');
  });
});

describe('the provider', () => {
  it('may be set before the element is defined', async () => {
    class Late extends CustomersOverview {}
    const element = document.createElement('late-overview');
    const provider = new MemoryProvider(customers(2));
    Object.assign(element, { provider, now });
    (await fixture(html`<div></div>`)).append(element);
    customElements.define('late-overview', Late);
    if (!(element instanceof CustomersOverview)) throw new Error('not upgraded');
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(2);
  });

  it('may stand around the element, before or after it comes, and be replaced', async () => {
    const around = await fixture<HTMLElement>(html`<div><customers-overview></customers-overview></div>`);
    const element = around.querySelector('customers-overview');
    if (element === null) throw new Error('no overview');
    await inState(element, 'loading');
    const provided = provideCustomers(around, new MemoryProvider(customers(2)));
    await inState(element, 'ready');
    provided.provider = new MemoryProvider(customers(4));
    await waitUntil(() => rows(element).length === 4);
    around.append(document.createElement('customers-overview'));
    await waitUntil(() => around.querySelectorAll('customers-overview:state(ready)').length === 2);
    provided.dispose();
    await inState(element, 'loading');
  });

  it('of its own wins over the one around it', async () => {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    provideCustomers(around, new MemoryProvider(customers(2)));
    const element = document.createElement('customers-overview');
    element.provider = new MemoryProvider(customers(3));
    around.append(element);
    await inState(element, 'ready');
    expect(rows(element)).to.have.length(3);
  });
});

describe('two overviews', () => {
  it('keep their questions and rows apart', async () => {
    const provider = new MemoryProvider(customers(20));
    const [one, other] = [await overview(provider), await overview(provider)];
    await Promise.all([inState(one, 'ready'), inState(other, 'ready')]);
    one.query = { search: '00007' };
    await waitUntil(() => rows(one).length === 1);
    expect(rows(other)).to.have.length(20);
  });
});

describe('mounted and unmounted 50 times', () => {
  it('leaves no element, and no listener on the document or the window', async () => {
    // what is shared by all instances stays by design: the first one has set it up
    (await readyOverview(customers(3))).remove();
    const counts = new Map<string, number>();
    const restore = [document, window].map((target) => {
      const { addEventListener: add, removeEventListener: remove } = target;
      const name = target === document ? 'document' : 'window';
      const count = (type: string, by: number) =>
        counts.set(`${name} ${type}`, (counts.get(`${name} ${type}`) ?? 0) + by);
      target.addEventListener = (...all: [string, EventListenerOrEventListenerObject]) => {
        count(all[0], 1);
        add.apply(target, all);
      };
      target.removeEventListener = (...all: [string, EventListenerOrEventListenerObject]) => {
        count(all[0], -1);
        remove.apply(target, all);
      };
      return () => Object.assign(target, { addEventListener: add, removeEventListener: remove });
    });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const nodes = document.querySelectorAll('*').length;
    try {
      const provider = new MemoryProvider(customers(30));
      for (let round = 0; round < 50; round += 1) {
        const element = document.createElement('customers-overview');
        element.provider = provider;
        box.append(element);
        await inState(element, 'ready');
        element.remove();
      }
    } finally {
      for (const undo of restore) undo();
    }
    expect(document.querySelectorAll('*').length).to.equal(nodes);
    expect([...counts].filter(([, count]) => count > 0)).to.deep.equal([]);
    expect([...counts.keys()], 'something was listened to at all').to.not.be.empty;
  });
});
