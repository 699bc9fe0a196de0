import { expect, fixtureSync, html } from '@open-wc/testing';
import { ContextConsumer, ContextProvider, ContextRoot, createContext } from '@lit/context';
import { LitElement } from 'lit';
import {
  CustomersProviderConsumer,
  customersProviderContext,
  provideCustomers,
} from '../../src/controllers/customers-provider-context.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { ScriptedProvider } from '../../src/testing/scripted-provider.js';

class ContextHost extends LitElement {
  own: CustomersProvider | undefined;
  readonly source = new CustomersProviderConsumer(this, () => this.own);
  /** What each render saw. */
  readonly rendered: (CustomersProvider | undefined)[] = [];
  /** How many times it asked for the provider around it. */
  asked = 0;

  constructor() {
    super();
    this.addEventListener('context-request', () => (this.asked += 1));
  }

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

  it('is not sought by elements that have left, nor are they kept', () => {
    const references = window.WeakRef;
    let kept = 0;
    window.WeakRef = class<Target extends WeakKey> extends references<Target> {
      constructor(target: Target) {
        super(target);
        kept += 1;
      }
    };
    try {
      const target = box();
      const left = Array.from({ length: 1000 }, (_, index) => {
        const element = hostIn(target);
        if (index % 2) element.own = provider;
        element.remove();
        return element;
      });
      expect(kept).to.equal(0);
      const stays = hostIn(target);
      provideCustomers(target, provider);
      expect(stays.asked).to.equal(2);
      expect(left.filter(({ asked }) => asked !== 1)).to.have.length(0);
    } finally {
      window.WeakRef = references;
    }
  });

  it('is found in another document, and no longer in the one that was left', async () => {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="elsewhere"></iframe>`);
    const there = frame.contentDocument;
    if (there === null) throw new Error('the frame has no document');
    const here = box();
    const element = hostIn(here);
    there.body.append(element);
    const { asked } = element;
    provideCustomers(here, other);
    expect(element.asked, 'asks for what comes to the document it has left').to.equal(asked);
    provideCustomers(there.body, provider);
    expect(await seenBy(element)).to.equal(provider);
    here.append(element);
    expect(await seenBy(element)).to.equal(other);
  });

  it('is not sought by elements that a new one does not concern', () => {
    const element = hostIn(box());
    const outer = box();
    provideCustomers(outer, provider);
    expect(element.asked, 'a new one may be around any element').to.equal(2);
    provideCustomers(outer.appendChild(document.createElement('div')), other);
    expect(element.asked, 'inside another').to.equal(2);
    new ContextProvider(box(), { context: createContext(Symbol('other')) }).hostConnected();
    expect(element.asked, 'of another context').to.equal(2);
  });
});

describe('beside the own use of @lit/context in a host', () => {
  const provider = new ScriptedProvider();
  const other = new ScriptedProvider();

  class ForeignConsumer extends LitElement {
    readonly consumer = new ContextConsumer(this, { context: customersProviderContext, subscribe: true });
  }
  customElements.define('foreign-consumer', ForeignConsumer);

  it('a provider of the host is found, early or late, and followed', async () => {
    const target = box();
    const early = hostIn(target);
    const provided = new ContextProvider(target, { context: customersProviderContext, initialValue: provider });
    provided.hostConnected();
    const late = hostIn(target);
    expect([await seenBy(early), await seenBy(late)]).to.deep.equal([provider, provider]);
    provided.setValue(other);
    expect([await seenBy(early), await seenBy(late)]).to.deep.equal([other, other]);
  });

  it('a consumer of the host finds ours, and follows it', () => {
    const target = box();
    const provided = provideCustomers(target, provider);
    const foreign = new ForeignConsumer();
    target.append(foreign);
    expect(foreign.consumer.value).to.equal(provider);
    provided.provider = other;
    expect(foreign.consumer.value).to.equal(other);
    provided.dispose();
    expect(foreign.consumer.value).to.equal(undefined);
  });

  it('a root of the host changes nothing', async () => {
    const page = box();
    const root = new ContextRoot();
    root.attach(page);
    const target = document.createElement('div');
    page.append(target);
    const element = hostIn(target);
    const provided = provideCustomers(target, provider);
    expect(await seenBy(element)).to.equal(provider);
    expect(element.rendered).to.have.length(1);
    provided.provider = other;
    expect(await seenBy(element)).to.equal(other);
    element.remove();
    provided.provider = provider;
    expect(element.isUpdatePending).to.equal(false);
  });
});
