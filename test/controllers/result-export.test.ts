import { expect, fixture, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ResultExport, type ExportRequest, type ExportState } from '../../src/controllers/result-export.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { CheckedRow } from '../../src/providers/checked-page.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../src/testing/scripted-provider.js';
import { customers } from '../elements/customers-overview/fixtures.js';

class Exporting extends LitElement {
  provider: CustomersProvider | undefined;
  readonly settled: ExportState[] = [];
  readonly providerErrors: unknown[] = [];
  readonly results = new ResultExport(this, {
    provider: () => this.provider,
    onSettled: (state) => this.settled.push(state),
    onProviderError: (error) => this.providerErrors.push(error),
  });
}
customElements.define('result-exporting', Exporting);

/** A file of the IDs. */
async function write(rows: AsyncIterable<readonly CheckedRow[]>): Promise<File> {
  const ids: string[] = [];
  for await (const some of rows) for (const row of some) ids.push(row.kind === 'customer' ? row.customer.id : '');
  return new File([ids.join()], 'ids.txt');
}

async function exporting(provider: CustomersProvider, more: Partial<ExportRequest> = {}): Promise<Exporting> {
  const host = await fixture<Exporting>('<result-exporting></result-exporting>');
  host.provider = provider;
  host.results.start({
    provider,
    query: {},
    except: new Set(),
    goesByCursor: false,
    loadsLateColumns: false,
    call: { locale: 'en', timeZone: 'UTC', now: new Date(), policy: defaultExpirationPolicy },
    write,
    ...more,
  });
  return host;
}
const stateOf = ({ results }: Exporting) => results.state;
const inState = (host: Exporting, kind: ExportState['kind']) => waitUntil(() => stateOf(host).kind === kind, kind);
const page = (from: number, to: number, more: object = {}) => ({
  items: customers(250).slice(from, to),
  total: { value: 250, precision: 'exact' },
  ...more,
});
const allIds = customers(250)
  .map(({ id }) => id)
  .join();

async function textOf(host: Exporting): Promise<string> {
  const state = stateOf(host);
  return state.kind === 'done' ? state.file.text() : '';
}

describe('ResultExport', () => {
  it('says how far it is, and then that it is done', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    expect(stateOf(host)).to.deep.equal({ kind: 'running', done: 0, total: undefined });
    (await provider.nextCall('listCustomers')).resolve(page(0, 100));
    const next = await provider.nextCall('listCustomers');
    expect(stateOf(host)).to.deep.equal({ kind: 'running', done: 100, total: 250 });
    next.resolve(page(100, 200));
    (await provider.nextCall('listCustomers')).resolve(page(200, 250));
    await inState(host, 'done');
    expect(stateOf(host)).to.include({ count: 250 });
    expect(await textOf(host)).to.equal(allIds);
    expect(host.settled).to.deep.equal([stateOf(host)]);
  });

  it('stops where a question fails, and goes on from there', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    (await provider.nextCall('listCustomers')).resolve(page(0, 100));
    const failure = new ProviderError('timeout');
    (await provider.nextCall('listCustomers')).reject(failure);
    await inState(host, 'failed');
    expect(stateOf(host)).to.deep.equal({ kind: 'failed', error: failure, done: 100, total: 250 });
    expect(host.providerErrors).to.deep.equal([failure]);
    host.results.retry();
    expect(stateOf(host).kind).to.equal('running');
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked).to.deep.equal([{ page: { limit: 100, offset: 100 } }]);
    resolve(page(100, 200));
    (await provider.nextCall('listCustomers')).resolve(page(200, 250));
    await inState(host, 'done');
    expect(await textOf(host)).to.equal(allIds);
  });

  it('is given up at once, though the provider does not heed the signal', async () => {
    const provider = new ScriptedProvider({ ignoresAbort: true });
    const host = await exporting(provider);
    const { call, resolve } = await provider.nextCall('listCustomers');
    host.results.cancel();
    expect(stateOf(host).kind).to.equal('idle');
    expect(call.signal.aborted).to.equal(true);
    resolve(page(0, 100));
    await host.updateComplete;
    expect(stateOf(host).kind).to.equal('idle');
    expect(host.settled).to.deep.equal([]);
  });

  it('is given up before its writer is there, without an error that nobody hears', async () => {
    const rejected: PromiseRejectionEvent[] = [];
    const listen = (event: PromiseRejectionEvent) => rejected.push(event);
    addEventListener('unhandledrejection', listen);
    let load = (): void => undefined;
    const loaded = new Promise<void>((resolve) => (load = resolve));
    const host = await exporting(new ScriptedProvider(), {
      write: async (rows) => {
        await loaded;
        return write(rows);
      },
    });
    host.results.cancel();
    load();
    // a rejection is reported after the task that it happened in
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    removeEventListener('unhandledrejection', listen);
    expect(rejected).to.deep.equal([]);
  });

  it('is given up after a failure as well', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    (await provider.nextCall('listCustomers')).reject(new ProviderError('offline'));
    await inState(host, 'failed');
    host.results.cancel();
    host.results.retry();
    expect(stateOf(host).kind).to.equal('idle');
  });

  it('begins again where the result is another by now, and takes names that never stay for none', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      (await provider.nextCall('listCustomers')).resolve(page(0, 100, { snapshot: `a${attempt}` }));
      (await provider.nextCall('listCustomers')).resolve(page(100, 200, { snapshot: `b${attempt}` }));
    }
    (await provider.nextCall('listCustomers')).resolve(page(0, 100, { snapshot: 'c1' }));
    (await provider.nextCall('listCustomers')).resolve(page(100, 200, { snapshot: 'c2' }));
    (await provider.nextCall('listCustomers')).resolve(page(200, 250, { snapshot: 'c3' }));
    await inState(host, 'done');
    expect(await textOf(host)).to.equal(allIds);
  });

  it('ends with its provider, and takes its file along', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
    await inState(host, 'done');
    host.provider = new ScriptedProvider();
    host.requestUpdate();
    await host.updateComplete;
    expect(stateOf(host).kind).to.equal('idle');
  });

  it('goes on while its host is moved in the page, and ends when it leaves', async () => {
    const provider = new ScriptedProvider();
    const host = await exporting(provider);
    const { call } = await provider.nextCall('listCustomers');
    const box = host.parentElement;
    const other = document.createElement('div');
    box?.append(other);
    other.append(host);
    await Promise.resolve();
    expect(call.signal.aborted).to.equal(false);
    host.remove();
    await Promise.resolve();
    expect(call.signal.aborted).to.equal(true);
    expect(stateOf(host).kind).to.equal('idle');
  });

  it('tells the page, and not of the provider, where the file cannot be written', async () => {
    const reported: unknown[] = [];
    const { reportError } = window;
    // the console of a page that was told of an error would fail the run
    window.reportError = (error) => reported.push(error);
    try {
      const provider = new ScriptedProvider();
      const failure = new TypeError('no module');
      let attempts = 0;
      const host = await exporting(provider, {
        write: async (rows) => {
          attempts += 1;
          if (attempts === 1) throw failure;
          return write(rows);
        },
      });
      await inState(host, 'failed');
      expect(reported).to.deep.equal([failure]);
      expect(host.providerErrors).to.deep.equal([]);
      host.results.retry();
      (await provider.nextCall('listCustomers')).resolve({ items: customers(3) });
      await inState(host, 'done');
    } finally {
      window.reportError = reportError;
    }
  });
});
