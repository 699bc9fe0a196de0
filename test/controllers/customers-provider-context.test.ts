import { expect, fixtureSync, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CustomersProviderConsumer, provideCustomers } from '../../src/controllers/customers-provider-context.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { ScriptedProvider } from '../../src/testing/scripted-provider.js';

class ContextHost extends LitElement {
  own: CustomersProvider | undefined;
  readonly source = new CustomersProviderConsumer(this, () => this.own);
  /** What each render saw. */
  readonly rendered: (CustomersProvider | undefined)[] = [];

  protected override render(): unknown {
    this.rendered.push(this.source.provider);
    return undefined;
  }
}
customElements.define('context-host', ContextHost);

const box = () => fixtureSync<HTMLElement>(html`<div></div>`);

function hostIn(parent: Node): ContextHost {
  const element = new ContextHost();
  parent.appendChild(element);
  return element;
}

async function seenBy(element: ContextHost): Promise<CustomersProvider | undefined> {
  await element.updateComplete;
  return element.rendered.at(-1);
}

describe('the provider around an element', () => {
  const provider = new ScriptedProvider();
  const other = new ScriptedProvider();

  it('is there from the first render where it was provided before', async () => {
    const target = box();
    provideCustomers(target, provider);
    const element = hostIn(target);
    await element.updateComplete;
    expect(element.rendered).to.deep.equal([provider]);
  });

  it('reaches elements that came first', async () => {
    const target = box();
    const element = hostIn(target);
    expect(await seenBy(element)).to.equal(undefined);
    provideCustomers(target, provider);
    expect(await seenBy(element)).to.equal(provider);
  });

  it('reaches elements that are defined later', async () => {
    const target = box();
    target.append(document.createElement('context-host-later'));
    provideCustomers(target, provider);
    class ContextHostLater extends ContextHost {}
    customElements.define('context-host-later', ContextHostLater);
    const element = target.querySelector('context-host-later');
    if (!(element instanceof ContextHost)) throw new Error('was not upgraded');
    expect(await seenBy(element)).to.equal(provider);
  });

  it('reaches through shadow roots', async () => {
    const target = box();
    const shell = document.createElement('div');
    target.append(shell);
    const element = hostIn(shell.attachShadow({ mode: 'open' }));
    provideCustomers(target, provider);
    expect(await seenBy(element)).to.equal(provider);
  });

  it('is the nearest, also where that one is not known yet', async () => {
    const outer = box();
    const inner = document.createElement('div');
    outer.append(inner);
    provideCustomers(outer, other);
    const provided = provideCustomers(inner, undefined);
    const element = hostIn(inner);
    expect(await seenBy(element)).to.equal(undefined);
    provided.provider = provider;
    expect(await seenBy(element)).to.equal(provider);
  });

  it('gives way to a nearer one that comes later', async () => {
    const outer = box();
    const inner = document.createElement('div');
    outer.append(inner);
    provideCustomers(outer, other);
    const element = hostIn(inner);
    expect(await seenBy(element)).to.equal(other);
    provideCustomers(inner, provider);
    expect(await seenBy(element)).to.equal(provider);
  });

  it("gives way to the element's own", async () => {
    const target = box();
    provideCustomers(target, other);
    const element = hostIn(target);
    element.own = provider;
    element.requestUpdate();
    expect(await seenBy(element)).to.equal(provider);
  });

  it('is that of the new place when the element is moved, and none where there is none', async () => {
    const from = box();
    const to = box();
    provideCustomers(from, provider);
    provideCustomers(to, other);
    const element = hostIn(from);
    expect(await seenBy(element)).to.equal(provider);
    to.append(element);
    expect(await seenBy(element)).to.equal(other);
    box().append(element);
    expect(await seenBy(element)).to.equal(undefined);
  });

  it('of a place that was left no longer arrives', async () => {
    const from = box();
    const provided = provideCustomers(from, provider);
    const element = hostIn(from);
    await element.updateComplete;
    box().append(element);
    provided.provider = other;
    expect(await seenBy(element)).to.equal(undefined);
  });

  it('is replaced by a second one on the same target', async () => {
    const target = box();
    const first = provideCustomers(target, provider);
    const element = hostIn(target);
    await element.updateComplete;
    provideCustomers(target, other);
    expect(await seenBy(element)).to.equal(other);
    first.dispose();
    first.provider = provider;
    expect(await seenBy(element)).to.equal(other);
  });

  it('once disposed of, leaves the one further out', async () => {
    const outer = box();
    const inner = document.createElement('div');
    outer.append(inner);
    provideCustomers(outer, other);
    const provided = provideCustomers(inner, provider);
    const element = hostIn(inner);
    expect(await seenBy(element)).to.equal(provider);
    provided.dispose();
    expect(await seenBy(element)).to.equal(other);
  });

  it('once disposed of, leaves none where there is none further out, until one comes', async () => {
    const target = box();
    const provided = provideCustomers(target, provider);
    const element = hostIn(target);
    await element.updateComplete;
    provided.dispose();
    expect(await seenBy(element)).to.equal(undefined);
    provideCustomers(target, other);
    expect(await seenBy(element)).to.equal(other);
  });
});
