import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../src/define/customers-source.js';
import '../../../src/define/expirations-slideout.js';
import type { CustomersSource } from '../../../src/elements/customers-source/customers-source.element.js';
import type { ExpirationsSlideout } from '../../../src/elements/expirations-slideout/expirations-slideout.element.js';
import { ScriptedProvider } from '../../../src/testing/scripted-provider.js';

const file = new URL('customers.json', import.meta.url).href;
/** A file that is there, but is no file of customers. */
const otherFile = URL.createObjectURL(new Blob(['{"customers": 7}']));

/** A source with an open slideout inside, which asks it for the entitlements of customer 1. */
function source(properties: Partial<CustomersSource>) {
  const element = document.createElement('customers-source');
  Object.assign(element, properties);
  element.append(
    Object.assign(document.createElement('expirations-slideout'), {
      customerId: '1',
      customerName: 'Acorn Labs',
      open: true,
    }),
  );
  fixtureSync(html`${element}`);
  const slideout = element.querySelector('expirations-slideout');
  if (slideout === null) throw new Error('the slideout is gone');
  return { element, slideout };
}

async function inState(element: HTMLElement, state: string): Promise<void> {
  await waitUntil(() => element.matches(`:state(${state})`), `${element.localName} never came to be ${state}`);
}

const textOf = (slideout: ExpirationsSlideout) => slideout.renderRoot.querySelector('[part=body]')?.textContent ?? '';

/** Answers every request of the page by hand, as a server would, until the test is over. */
class ScriptedServer {
  readonly #fetch = window.fetch.bind(window);
  answer: () => Response | Promise<Response> = () => new Response(null, { status: 503 });
  readonly requests: { readonly init: RequestInit | undefined }[] = [];

  constructor() {
    window.fetch = async (_input, init) => {
      this.requests.push({ init });
      return this.answer();
    };
  }

  close(): void {
    window.fetch = this.#fetch;
  }
}

describe('a source with a file', () => {
  it('gives the elements inside what the file holds', async () => {
    const { element, slideout } = source({ src: file });
    expect(slideout.matches(':state(ready)')).to.equal(false);
    await inState(element, 'ready');
    await inState(slideout, 'ready');
    await waitUntil(() => textOf(slideout).includes('IT Visibility'));
  });

  it('reads an address relative to the page', async () => {
    const base = document.createElement('base');
    base.href = file;
    document.head.append(base);
    try {
      const { element } = source({ src: 'customers.json' });
      await inState(element, 'ready');
    } finally {
      base.remove();
    }
  });

  it('draws nothing of its own', async () => {
    const { element } = source({ src: file });
    await inState(element, 'ready');
    expect(getComputedStyle(element).display).to.equal('contents');
    expect(element.renderRoot.textContent.trim()).to.equal('');
  });

  it('asks for nothing without an address, and shows no state', async () => {
    const server = new ScriptedServer();
    try {
      const { element, slideout } = source({});
      await element.updateComplete;
      await inState(slideout, 'loading');
      expect(server.requests).to.have.length(0);
      for (const state of ['loading', 'ready', 'failed']) expect(element.matches(`:state(${state})`)).to.equal(false);
    } finally {
      server.close();
    }
  });
});

describe('a source with a provider', () => {
  it('gives it to the elements inside, in the place of the file', async () => {
    const server = new ScriptedServer();
    try {
      const provider = new ScriptedProvider({ offers: ['listEntitlements'] });
      const { element, slideout } = source({ src: file, provider });
      await inState(element, 'ready');
      (await provider.nextCall('listEntitlements')).resolve([]);
      await inState(slideout, 'empty');
      expect(server.requests).to.have.length(0);
    } finally {
      server.close();
    }
  });

  it('gives up the file under way', async () => {
    const server = new ScriptedServer();
    server.answer = () => new Promise(() => undefined);
    try {
      const { element } = source({ src: file });
      await inState(element, 'loading');
      element.provider = new ScriptedProvider();
      await inState(element, 'ready');
      expect(server.requests.map(({ init }) => init?.signal?.aborted)).to.deep.equal([true]);
    } finally {
      server.close();
    }
  });
});

describe('a file that cannot be read', () => {
  const failures: [what: string, answer: () => Response | Promise<Response>, code: string][] = [
    ['401', () => new Response(null, { status: 401 }), 'unauthenticated'],
    ['403', () => new Response(null, { status: 403 }), 'forbidden'],
    ['404', () => new Response(null, { status: 404 }), 'not-found'],
    ['429', () => new Response(null, { status: 429 }), 'rate-limited'],
    ['504', () => new Response(null, { status: 504 }), 'timeout'],
    ['500', () => new Response(null, { status: 500 }), 'unavailable'],
    ['418', () => new Response(null, { status: 418 }), 'unknown'],
    ['no JSON', () => new Response('<!doctype html>'), 'invalid-data'],
    ['another file', () => Response.json({ rows: [] }), 'invalid-data'],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'unavailable'],
  ];
  for (const [what, answer, code] of failures) {
    it(`${what} is told as ${code}, once, and by the elements inside`, async () => {
      const server = new ScriptedServer();
      server.answer = answer;
      try {
        const codes: string[] = [];
        const { element, slideout } = source({});
        element.addEventListener('provider-error', (event) => codes.push(event.code));
        element.src = file;
        await inState(element, 'failed');
        await inState(slideout, 'failed');
        expect(codes).to.deep.equal([code]);
        expect(server.requests).to.have.length(1);
        expect(server.requests[0]?.init?.credentials).to.equal('same-origin');
      } finally {
        server.close();
      }
    });
  }

  for (const src of ['javascript:alert(1)', 'data:application/json,{"customers":[]}', otherFile, 'http://']) {
    it(`nothing is asked of ${src.replace(/^(blob:).*/, '$1')}`, async () => {
      const server = new ScriptedServer();
      try {
        const { element } = source({});
        const told = oneEvent(element, 'provider-error');
        element.src = src;
        expect(await told).to.include({ code: 'unsupported', bubbles: false });
        await inState(element, 'failed');
        expect(server.requests).to.have.length(0);
      } finally {
        server.close();
      }
    });
  }

  it('is read again from inside: still failing, then there', async () => {
    const server = new ScriptedServer();
    try {
      const { element, slideout } = source({ src: file });
      await inState(slideout, 'failed');
      const retry = () => slideout.renderRoot.querySelector<HTMLButtonElement>('[part=state] button')?.click();

      server.answer = () => new Response(null, { status: 403 });
      retry();
      await waitUntil(() => textOf(slideout).includes('You do not have permission'), 'the new failure is not told');
      expect(server.requests).to.have.length(2);

      server.close();
      retry();
      await inState(element, 'ready');
      await inState(slideout, 'ready');
      expect(textOf(slideout)).to.contain('IT Visibility');
    } finally {
      server.close();
    }
  });

  it('is forgotten with another address', async () => {
    const server = new ScriptedServer();
    try {
      const { element, slideout } = source({ src: '/nothing.json' });
      await inState(slideout, 'failed');
      server.close();
      element.src = file;
      await inState(slideout, 'ready');
      expect(element.matches(':state(failed)')).to.equal(false);
    } finally {
      server.close();
    }
  });
});
