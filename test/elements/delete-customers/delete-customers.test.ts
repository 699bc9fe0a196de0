import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/delete-customers.js';
import type { Customer } from '../../../src/domain/customer.js';
import type { DeleteCustomers } from '../../../src/elements/delete-customers/delete-customers.element.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';

const customer = (id: string, over: Partial<Customer> = {}): Customer => ({
  id,
  name: `Customer ${id}`,
  relationship: 'managed',
  beacons: { state: 'unavailable' },
  expirations: { state: 'unavailable' },
  can: { delete: true },
  ...over,
});

const two = [customer('1'), customer('2')];

function scripted(): ScriptedProvider {
  return new ScriptedProvider({ offers: ['deleteCustomers', 'getCustomer'] });
}

async function panel(provider: ScriptedProvider, customers: readonly Customer[] = two): Promise<DeleteCustomers> {
  const element = fixtureSync<DeleteCustomers>(
    html`<delete-customers .provider=${provider} .customers=${customers}></delete-customers>`,
  );
  await element.updateComplete;
  return element;
}

async function inState(element: DeleteCustomers, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`);
  await element.updateComplete;
}

const one = (element: DeleteCustomers, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

const texts = (element: DeleteCustomers, selector: string) =>
  [...element.renderRoot.querySelectorAll(selector)].map((each) => each.textContent.trim());

const focused = (element: DeleteCustomers, id: string) =>
  waitUntil(() => element.shadowRoot?.activeElement?.id === id, `the focus never came to ${id}`);

/** Goes on to the word, types it and presses Enter. */
async function confirm(element: DeleteCustomers, word = 'delete'): Promise<void> {
  one(element, '[part=confirm]').focus();
  await sendKeys({ press: 'Enter' });
  await focused(element, 'word');
  await sendKeys({ type: word });
  await sendKeys({ press: 'Enter' });
}

const deletedBy = (element: DeleteCustomers) => {
  const ids: (readonly string[])[] = [];
  element.addEventListener('customers-deleted', (event) => ids.push(event.ids));
  return ids;
};

describe('<delete-customers>', () => {
  it('lists them, has the word typed, and sends once with one key', async () => {
    const provider = scripted();
    const element = await panel(provider);
    const deleted = deletedBy(element);
    await expect(element).to.be.accessible();
    await confirm(element, ' Delete ');
    await inState(element, 'deleting');
    await sendKeys({ press: 'Enter' });
    one(element, '[part=confirm]').click();
    await focused(element, 'outcome');
    expect([element.hasUnsavedChanges, texts(element, '[part=outcome]')]).to.deep.equal([
      true,
      ['Deleting…', 'Deleting…'],
    ]);
    const call = await provider.nextCall('deleteCustomers');
    expect(call.asked).to.deep.equal([['1', '2']]);
    expect(call.call).to.have.property('idempotencyKey').that.is.a('string').and.is.not.empty;
    call.resolve({ outcomes: [{ key: '1' }, { key: '2' }] });
    await inState(element, 'done');
    expect(deleted).to.deep.equal([['1', '2']]);
    expect([element.hasUnsavedChanges, provider.calls.length]).to.deep.equal([false, 1]);
    await expect(element).to.be.accessible();
  });

  it('sends nothing for another word, and says which it is', async () => {
    const provider = scripted();
    const element = await panel(provider);
    await confirm(element, 'remove');
    await waitUntil(() => texts(element, '[part=problem]').length === 1, 'never said');
    expect(texts(element, '[part=problem]')).to.deep.equal(['Type “delete” to go on.']);
    await expect(element).to.be.accessible();
    expect(provider.calls).to.deep.equal([]);
  });

  it('tells only of those that are gone, and why the others are not', async () => {
    const provider = scripted();
    const element = await panel(provider);
    const deleted = deletedBy(element);
    await confirm(element);
    (await provider.nextCall('deleteCustomers')).resolve({
      outcomes: [{ key: '1' }, { key: '2', error: { code: 'conflict', reason: 'organization-has-children' } }],
    });
    await inState(element, 'done');
    expect(deleted).to.deep.equal([['1']]);
    expect(texts(element, '[part=outcome]')).to.deep.equal([
      'Deleted',
      'This customer has customers of its own. Delete those first.',
    ]);
  });

  it('does not know after a lost reply, and looks when asked to', async () => {
    const provider = scripted();
    const element = await panel(provider);
    const deleted = deletedBy(element);
    const errors: unknown[] = [];
    element.addEventListener('provider-error', ({ error }) => errors.push(error));
    await confirm(element);
    (await provider.nextCall('deleteCustomers')).reject(new ProviderError('timeout'));
    await inState(element, 'unknown');
    expect([deleted, errors.length, element.hasUnsavedChanges]).to.deep.equal([[], 1, true]);
    one(element, '[part=check]').click();
    (await provider.nextCall('getCustomer')).reject(new ProviderError('not-found'));
    (await provider.nextCall('getCustomer')).resolve({ ...customer('2'), owners: { state: 'ready', value: [] } });
    await inState(element, 'done');
    expect(deleted).to.deep.equal([['1']]);
    expect(texts(element, '[part=outcome]')).to.deep.equal(['Deleted', 'Not deleted.']);
  });

  it('says that nobody was deleted where the permission is lost meanwhile', async () => {
    const provider = scripted();
    const element = await panel(provider);
    const deleted = deletedBy(element);
    await confirm(element);
    (await provider.nextCall('deleteCustomers')).reject(new ProviderError('forbidden'));
    await inState(element, 'done');
    expect(deleted).to.deep.equal([]);
    expect(texts(element, '[data-outcome=refused]')).to.have.lengthOf(2);
  });

  it('never sends one that granted access, nor the 101st', async () => {
    const provider = scripted();
    const many = Array.from({ length: 101 }, (_, index) => customer(String(index + 1)));
    const element = await panel(provider, [customer('g', { relationship: 'granted' }), ...many]);
    expect(texts(element, '[part=excluded] [part=outcome]')).to.deep.equal([
      'This customer owns its system.',
      'No more than 100 can be deleted at a time.',
    ]);
    await confirm(element);
    const { asked } = await provider.nextCall('deleteCustomers');
    expect(asked).to.deep.equal([many.slice(0, 100).map(({ id }) => id)]);
  });

  it('names those that a filter hides', async () => {
    const element = await panel(scripted());
    element.hiddenIds = ['2'];
    await element.updateComplete;
    expect(texts(element, '[part=customer] [part=outcome]')).to.deep.equal(['', 'Hidden by a filter']);
    expect(texts(element, '[part=hidden]')).to.have.lengthOf(1);
  });

  it('is left by Cancel before anything is sent, and not while an answer is waited for', async () => {
    const provider = scripted();
    const element = await panel(provider);
    let closed = 0;
    element.addEventListener('panel-close', () => closed++);
    one(element, '[part=cancel]').click();
    await confirm(element);
    await inState(element, 'deleting');
    element.close();
    expect(closed).to.equal(1);
  });
});
