import { expect, waitUntil } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { CustomerResult } from '../../../src/controllers/customer-result.js';
import { errorCodes } from '../../../src/domain/availability.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { SessionEndedEvent } from '../../../src/elements/customers-overview/session-ended-event.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider, type ProviderMethod } from '../../../src/testing/scripted-provider.js';
import { isChromium } from '../../browser.js';
import {
  cell,
  customers,
  focused,
  focusedCell,
  inState,
  nextEvent,
  one,
  overview,
  rows,
  scrollerOf,
  scrollTo,
  textOf,
} from './fixtures.js';

const list = customers(1000);

async function ready(count: number, offers: readonly ProviderMethod[] = []) {
  const provider = new ScriptedProvider({ offers });
  const element = await overview(provider);
  await answer(provider, count);
  await inState(element, 'ready');
  return { provider, element };
}

/** Answers the next question for rows. */
async function answer(provider: ScriptedProvider, count: number): Promise<void> {
  const { asked, resolve } = await provider.nextCall('listCustomers');
  const { offset = 0, limit } = (asked[0] as { page: { offset?: number; limit: number } }).page;
  resolve({
    items: list.slice(offset, Math.min(count, offset + limit)),
    total: { value: count, precision: 'exact' },
  });
}

async function refuse(provider: ScriptedProvider, code: string): Promise<void> {
  (await provider.nextCall('listCustomers')).reject({ code });
}

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

const questions = (provider: ScriptedProvider, method: ProviderMethod = 'listCustomers') =>
  provider.calls.filter((call) => call.method === method).length;

const buttonIn = (element: CustomersOverview, part: string) =>
  element.renderRoot.querySelector(`[part~=${part}] button`);

describe('docs/rules.md §7.1', () => {
  let table: string[][] = [];
  before(async () => {
    const text = await (await fetch('/docs/rules.md')).text();
    const section = text.slice(text.indexOf('### §7.1'), text.indexOf('### §7.2'));
    table = [...section.matchAll(/^\| `.*$/gm)].map(([line]) =>
      line.split('|').map((part) => part.replaceAll('`', '').trim()),
    );
  });

  it('has every code', () => {
    expect(table.map(([, code]) => code)).to.deep.equal([...errorCodes]);
  });

  for (const code of errorCodes)
    it(`is how the list fails with ${code}: at first, and with rows on screen`, async () => {
      const [, , says, rowsDo, tryAgain, byItself] = table.find(([, each]) => each === code) ?? [];
      const provider = new ScriptedProvider();
      const element = await overview(provider);
      (await provider.nextCall('listCustomers')).reject(new ProviderError(code, '', { retryAfterMs: 1000 }));
      await inState(element, 'failed');
      expect(textOf(one(element, '[part~=state] p'))).to.equal(says);
      expect(buttonIn(element, 'state') !== null).to.equal(tryAgain === 'yes');
      if (byItself === 'yes') await answer(provider, 3);
      else {
        await frames(90);
        expect(questions(provider)).to.equal(1);
        element.refresh();
        await answer(provider, 3);
      }
      await inState(element, 'ready');

      element.refresh();
      await refuse(provider, code);
      await inState(element, rowsDo === 'stay' ? 'stale' : 'failed');
      expect(rows(element)).to.have.length(rowsDo === 'stay' ? 3 : 0);
      const place = rowsDo === 'stay' ? 'notice' : 'state';
      expect(textOf(one(element, `[part~=${place}]`))).to.contain(says);
      expect(buttonIn(element, place) !== null).to.equal(tryAgain === 'yes');
    });
});

describe('what was refused', () => {
  it('leaves nothing of itself in the page, the spare rows and an open slideout included', async () => {
    const { provider, element } = await ready(30, ['listEntitlements', 'describe']);
    one(element, '[part~=expirations-link]').click();
    await waitUntil(() => element.renderRoot.querySelector('expirations-slideout')?.shadowRoot?.querySelector('h2'));
    (await provider.nextCall('listEntitlements')).resolve([]);
    element.refresh();
    await refuse(provider, 'forbidden');
    await inState(element, 'failed');
    expect(element.renderRoot.querySelectorAll('expirations-slideout, tbody > tr')).to.have.length(0);
    expect(element.shadowRoot?.textContent).to.not.contain('Customer 000');
    expect(focused()?.localName, 'the focus has not fallen to the page').to.equal('input');
  });

  const collectsGarbage = isChromium ? it : it.skip;

  collectsGarbage('leaves nothing of itself in memory: neither the result nor a row of it', async () => {
    const results: WeakRef<CustomerResult>[] = [];
    const { take } = CustomerResult.prototype;
    CustomerResult.prototype.take = function (...taken) {
      results.push(new WeakRef(this));
      take.apply(this, taken);
    };
    try {
      const { provider, element } = await ready(30, ['describe', 'enrichCustomers']);
      const kept = [...rows(element).map((row) => new WeakRef(row)), ...results];
      expect(kept).to.have.length(31);
      element.refresh();
      await refuse(provider, 'forbidden');
      await inState(element, 'failed');
      expect(questions(provider, 'describe'), 'the permissions are read anew').to.equal(3);
      // what a reference was asked for stays until the task has ended
      await frames(2);
      await executeServerCommand('cdp', { method: 'HeapProfiler.collectGarbage', params: {} });
      expect(kept.filter((reference) => reference.deref() !== undefined)).to.have.length(0);
    } finally {
      CustomerResult.prototype.take = take;
    }
  });

  it('has the permissions read anew', async () => {
    const { provider, element } = await ready(3, ['describe']);
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: true } });
    await waitUntil(() => element.renderRoot.querySelector('[part~=add]'));
    provider.hint({ type: 'changed', ids: ['00001'] });
    await refuse(provider, 'forbidden');
    (await provider.nextCall('describe')).resolve({ version: 1, can: { add: false } });
    await waitUntil(() => element.renderRoot.querySelector('[part~=add]') === null);
    await inState(element, 'failed');
  });

  it('of one customer has that customer read anew', async () => {
    const { provider, element } = await ready(3, ['listEntitlements', 'describe']);
    await provider.nextCall('describe');
    one(element, '[part~=expirations-link]').click();
    (await provider.nextCall('listEntitlements')).reject({ code: 'forbidden' });
    await provider.nextCall('describe');
    const { asked, resolve } = await provider.nextCall('listCustomers');
    expect(asked[0]).to.deep.include({ ids: ['00001'] });
    resolve({ items: customers(1, { expirations: { state: 'forbidden' } }) });
    await waitUntil(() => cell(element, 0, 'upcomingExpiration').querySelector('button') === null);
    expect(rows(element)).to.have.length(3);
  });

  it('takes no focus along from the rows', async () => {
    const { provider, element } = await ready(3);
    one(element, 'tbody [part~=customer-link]').focus();
    provider.hint({ type: 'changed', ids: ['00001'] });
    await refuse(provider, 'forbidden');
    await inState(element, 'failed');
    expect(focused()?.localName).to.equal('input');
  });
});

describe('a slideout that closes because its provider has gone', () => {
  it('leaves the focus in the overview', async () => {
    const { provider, element } = await ready(3, ['listEntitlements']);
    one(element, '[part~=expirations-link]').focus();
    await sendKeys({ press: 'Enter' });
    await provider.nextCall('listEntitlements');
    const slideout = one(element, 'expirations-slideout');
    const closed = new Promise((done) => slideout.addEventListener('expirations-close', done, { once: true }));
    element.provider = new ScriptedProvider();
    await closed;
    await frames(2);
    expect(focused()?.getRootNode() === element.shadowRoot, focused()?.localName).to.equal(true);
  });
});

describe('an ended session', () => {
  it('is told to the page once, and the list goes on at its place when the viewer has signed in', async () => {
    const { provider, element } = await ready(1000);
    scrollerOf(element).scrollTop = 540 * 44;
    await answer(provider, 1000);
    await scrollTo(element, 540 * 44);
    const top = scrollerOf(element).scrollTop;
    cell(element, 545, 'name').querySelector('button')?.focus();
    const place = focusedCell();
    const told: SessionEndedEvent[] = [];
    document.body.addEventListener('session-ended', (event) => told.push(event), { once: true });
    provider.hint({ type: 'changed', ids: ['00545'] });
    await refuse(provider, 'unauthenticated');
    await inState(element, 'failed');
    expect(focused()?.localName).to.equal('input');
    expect([told.length, told[0]?.target === element]).to.deep.equal([1, true]);

    let signIn = (): void => undefined;
    told[0]?.resumeAfter(new Promise<void>((done) => (signIn = done)));
    await frames(5);
    const before = questions(provider);
    signIn();
    await waitUntil(() => questions(provider) === before + 1);
    await answer(provider, 1000);
    await inState(element, 'ready');
    await waitUntil(() => focusedCell() === place, focusedCell());
    expect(Math.abs(scrollerOf(element).scrollTop - top), 'the place of before').to.be.below(2);
    expect(textOf(cell(element, 545, 'name'))).to.equal('Customer 00546');
  });

  it('is no loop: a session that ends again at once is told when the viewer asks', async () => {
    const provider = new ScriptedProvider({ offers: ['describe'] });
    const element = await overview(provider);
    let told = 0;
    element.addEventListener('session-ended', (event) => {
      told += 1;
      event.resumeAfter(Promise.resolve());
    });
    (await provider.nextCall('describe')).reject({ code: 'unauthenticated' });
    await refuse(provider, 'unauthenticated');
    (await provider.nextCall('describe')).reject({ code: 'unauthenticated' });
    await refuse(provider, 'unauthenticated');
    await inState(element, 'failed');
    await frames(10);
    expect([told, questions(provider)]).to.deep.equal([1, 2]);
    one(element, '[part~=state] button').click();
    await refuse(provider, 'unauthenticated');
    await waitUntil(() => told === 2);
  });

  it('that is not resumed stays as it is', async () => {
    const provider = new ScriptedProvider();
    const element = await overview(provider);
    const ended = nextEvent(element, 'session-ended');
    await refuse(provider, 'unauthenticated');
    (await ended).resumeAfter(Promise.reject(new Error('no')));
    await frames(10);
    expect(questions(provider)).to.equal(1);
    expect(textOf(one(element, '[part~=state]'))).to.contain('Sign in again');
  });
});
