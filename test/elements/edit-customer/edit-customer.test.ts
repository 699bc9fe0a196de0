import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/edit-customer.js';
import type { EditCustomer } from '../../../src/elements/edit-customer/edit-customer.element.js';
import { ProviderError } from '../../../src/providers/provider-error.js';
import { acorn, VersionedCustomer } from '../../controllers/versioned-customer.js';

async function panel(provider: VersionedCustomer, state = 'editing'): Promise<EditCustomer> {
  const element = fixtureSync<EditCustomer>(
    html`<edit-customer customer-id="42" .provider=${provider}></edit-customer>`,
  );
  await inState(element, state);
  return element;
}

async function inState(element: EditCustomer, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `never came to be ${state}`);
  await element.updateComplete;
}

function one<T extends HTMLElement = HTMLElement>(element: EditCustomer, selector: string): T {
  const found = element.renderRoot.querySelector<T>(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return found;
}

async function typeName(element: EditCustomer, text: string): Promise<void> {
  one<HTMLInputElement>(element, '#edit-name').select();
  one(element, '#edit-name').focus();
  await sendKeys({ type: text });
}

describe('<edit-customer>', () => {
  it('saves what was typed by Enter, says so, and is done', async () => {
    const provider = new VersionedCustomer(acorn);
    const element = await panel(provider);
    await expect(element).to.be.accessible();
    const events: string[] = [];
    for (const type of ['customer-updated', 'panel-close'] as const)
      element.addEventListener(type, (event) => events.push(event.type));
    await typeName(element, 'Birch');
    expect(element.hasUnsavedChanges).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => events.length === 2, 'never saved');
    expect(events).to.deep.equal(['customer-updated', 'panel-close']);
    expect([provider.customer.name, element.hasUnsavedChanges]).to.deep.equal(['Birch', false]);
  });

  it('shows both versions where somebody else was faster, and writes nothing before one is chosen', async () => {
    const provider = new VersionedCustomer(acorn);
    const element = await panel(provider);
    await typeName(element, 'Birch');
    provider.customer = { ...provider.customer, name: 'Cedar', version: '9' };
    await sendKeys({ press: 'Enter' });
    await inState(element, 'comparing');
    await expect(element).to.be.accessible();
    expect(provider.customer.name).to.equal('Cedar');
    const values = [...element.renderRoot.querySelectorAll('.value')].map((each) => each.textContent.trim());
    expect(values).to.deep.equal(['Acorn', 'Cedar', 'Birch']);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'difference-0-theirs', 'never led to the choice');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await inState(element, 'editing');
    expect(provider.customer.name).to.equal('Birch');
  });

  it('asks before an owner goes, and takes Escape for no', async () => {
    const provider = new VersionedCustomer({
      ...acorn,
      owners: {
        state: 'ready',
        value: ['ada', 'bo'].map((name) => ({ firstName: name, lastName: 'Lee', email: `${name}@acorn.example` })),
      },
    });
    const element = await panel(provider);
    const names = () => element.renderRoot.querySelectorAll('[part=owner]').length;
    one(element, '#edit-remove-owner-0').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'removal', 'never asked');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect([names(), element.renderRoot.querySelector('#removal')]).to.deep.equal([2, null]);
    one(element, '#edit-remove-owner-0').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'removal', 'never asked');
    one(element, '[part=confirm]').click();
    await element.updateComplete;
    expect(names()).to.equal(1);
  });

  it('leaves a capability in its place when it is chosen', async () => {
    const capabilities = ['iam', 'fcm', 'itv', 'optima'].map((capability) => ({ capability }));
    const describe = async () => ({ version: 1, versioned: true, capabilities }) as const;
    const element = await panel(Object.assign(new VersionedCustomer(acorn), { describe }));
    const last = one<HTMLInputElement>(element, '#edit-capability-3');
    last.focus();
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect([last.checked, last.labels?.[0]?.textContent]).to.deep.equal([true, 'optima']);
    expect(element.shadowRoot?.activeElement).to.equal(last);
  });

  it('keeps a capability in use, and says why', async () => {
    const provider = new VersionedCustomer({
      ...acorn,
      capabilities: { state: 'ready', value: [{ capability: 'iam' }, { capability: 'fcm', inUse: true }] },
    });
    const element = await panel(provider);
    one(element, '#edit-capability-1').click();
    await element.updateComplete;
    expect(one<HTMLInputElement>(element, '#edit-capability-1').checked).to.equal(true);
    expect(one(element, '#edit-capability-1-kept').textContent).to.equal('In use by its own customers');
  });

  it('asks before what was changed is lost', async () => {
    const element = await panel(new VersionedCustomer(acorn));
    let closed = 0;
    element.addEventListener('panel-close', () => (closed += 1));
    await typeName(element, 'Birch');
    one(element, '[part=cancel]').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'leaving', 'never asked');
    expect(closed).to.equal(0);
    one(element, '[part=confirm]').click();
    expect([closed, element.hasUnsavedChanges]).to.deep.equal([1, false]);
  });

  it('only shows that a customer that owns its system is not edited, whatever its permissions say', async () => {
    const element = await panel(new VersionedCustomer({ ...acorn, relationship: 'granted' }), 'view-only');
    expect(one(element, '[part=state]').textContent).to.contain('view-only access');
    expect(element.renderRoot.querySelector('form')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('tells that the permission has gone meanwhile', async () => {
    const provider = new VersionedCustomer(acorn);
    const element = await panel(provider);
    provider.updateCustomer = async () => {
      provider.customer = { ...provider.customer, can: {} };
      throw new ProviderError('forbidden');
    };
    await typeName(element, 'Birch');
    await sendKeys({ press: 'Enter' });
    await inState(element, 'view-only');
    expect(one(element, '[part=state]').textContent).to.contain('no longer have permission');
  });
});
