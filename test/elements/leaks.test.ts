import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define/add-customers.js';
import '../../src/define/beacon-count-link.js';
import '../../src/define/customer-beacons.js';
import '../../src/define/customer-details.js';
import '../../src/define/customers-overview.js';
import '../../src/define/customers-panel.js';
import '../../src/define/customers-source.js';
import '../../src/define/delete-customers.js';
import '../../src/define/edit-customer.js';
import '../../src/define/expiration-status.js';
import '../../src/define/expirations-slideout.js';
import '../../src/define/upcoming-expiration.js';
import type { ExpirationSummary } from '../../src/domain/expirations.js';
import type { Availability } from '../../src/domain/availability.js';
import type { CustomersProvider } from '../../src/providers/customers-provider.js';
import { MemoryProvider } from '../../src/providers/memory/memory-provider.js';
import { acorn } from '../controllers/versioned-customer.js';

/** Patches a method for the time of a test. */
type Patch = <Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  wrap: (original: Target[Name]) => Target[Name],
) => void;

/**
 * What is running, listening or kept in the page, as names: `timer`, `observer`, `listener visibilitychange`,
 * `reference` (a weak one, which does not keep its element, but is itself kept by somebody).
 */
class Watch {
  readonly #running = new Map<unknown, string>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    const running = this.#running;
    this.#patch(window, 'setTimeout', (original) => {
      const watched = (callback: () => void, delay?: number) => {
        const timer = original(() => {
          running.delete(timer);
          callback();
        }, delay);
        running.set(timer, 'timer');
        return timer;
      };
      // Node's type of the same name asks for more than any page has
      return watched as unknown as typeof setTimeout;
    });
    this.#patch(window, 'clearTimeout', (original) => (timer) => {
      running.delete(timer);
      original(timer);
    });
    this.#patch(window, 'WeakRef', (original) => {
      return class<Target extends WeakKey> extends original<Target> {
        constructor(target: Target) {
          super(target);
          running.set(this, 'reference');
        }
      };
    });
    for (const target of [window, document]) this.#watchListeners(target);
    for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
      this.#patch<{ observe: (...args: never[]) => void }, 'observe'>(prototype, 'observe', (original) => {
        return function (this: typeof prototype, ...args) {
          running.set(this, 'observer');
          original.apply(this, args);
        };
      });
      this.#patch<{ disconnect: () => void }, 'disconnect'>(prototype, 'disconnect', (original) => {
        return function (this: typeof prototype) {
          running.delete(this);
          original.apply(this);
        };
      });
    }
  }

  get running(): readonly string[] {
    return [...this.#running.values()].sort();
  }

  end(): void {
    for (const undo of this.#undo) undo();
  }

  readonly #patch: Patch = (target, name, wrap) => {
    const original = target[name];
    target[name] = wrap(original);
    this.#undo.push(() => (target[name] = original));
  };

  #watchListeners(target: EventTarget): void {
    const keys = new Map<unknown, Map<string, object>>();
    const keyOf = (type: string, listener: unknown) => {
      const ofListener = keys.get(listener) ?? new Map<string, object>();
      keys.set(listener, ofListener);
      const key = ofListener.get(type) ?? {};
      ofListener.set(type, key);
      return key;
    };
    this.#patch(target, 'addEventListener', (original) => (type, listener, options) => {
      this.#running.set(keyOf(type, listener), `listener ${type}`);
      original.call(target, type, listener, options);
    });
    this.#patch(target, 'removeEventListener', (original) => (type, listener, options) => {
      this.#running.delete(keyOf(type, listener));
      original.call(target, type, listener, options);
    });
  }
}

const expirations: Availability<ExpirationSummary> = {
  state: 'ready',
  value: { undated: 0, unreadable: 0, dates: ['2099-06-24'] },
};
const provider = new MemoryProvider([], { entitlements: () => [] });

const never = () => new Promise<never>(() => {});
/** Answers what is read at once, and changes never. */
const partner: CustomersProvider = {
  describe: async () => ({ version: 1, can: { add: true }, capabilities: [{ capability: 'iam' }] }),
  listCustomers: async () => ({ items: [acorn] }),
  getCustomer: async () => acorn,
  listBeacons: async () => [{ id: '1', name: 'Berlin', connectivity: 'ok' }],
  createCustomers: never,
  updateCustomer: never,
  deleteCustomers: never,
};

function panelWith(content: LitElement): LitElement {
  const panel = Object.assign(document.createElement('customers-panel'), { heading: 'Acorn', open: true });
  panel.append(content);
  return panel;
}

/** Elements, and for those that read something the state that they come to. */
const mounts: [what: string, make: () => LitElement, state?: string, act?: (element: LitElement) => void][] = [
  ['beacon-count-link', () => Object.assign(document.createElement('beacon-count-link'), { total: 3 })],
  ['upcoming-expiration', () => Object.assign(document.createElement('upcoming-expiration'), { expirations })],
  ['expiration-status', () => Object.assign(document.createElement('expiration-status'), { expirations })],
  [
    'expirations-slideout, closed',
    () => Object.assign(document.createElement('expirations-slideout'), { provider, customerId: '1' }),
  ],
  [
    'expirations-slideout, open',
    () => Object.assign(document.createElement('expirations-slideout'), { provider, customerId: '1', open: true }),
  ],
  [
    'expirations-slideout, without a provider',
    () => Object.assign(document.createElement('expirations-slideout'), { customerId: '1', open: true }),
  ],
  [
    'customers-overview',
    () =>
      Object.assign(document.createElement('customers-overview'), {
        provider: new MemoryProvider([]),
        now: new Date(),
      }),
  ],
  ['customers-overview, without a provider', () => document.createElement('customers-overview')],
  [
    'customers-source, with an element inside',
    () => {
      const source = Object.assign(document.createElement('customers-source'), { provider });
      source.append(Object.assign(document.createElement('expirations-slideout'), { customerId: '1', open: true }));
      return source;
    },
  ],
  [
    'customer-details',
    () => Object.assign(document.createElement('customer-details'), { provider: partner, customerId: '42' }),
    'ready',
  ],
  [
    'customer-details, at the beacons',
    () =>
      Object.assign(document.createElement('customer-details'), {
        provider: partner,
        customerId: '42',
        tab: 'beacons',
      }),
    'ready',
  ],
  [
    'customer-beacons',
    () => Object.assign(document.createElement('customer-beacons'), { provider: partner, customerId: '42' }),
    'ready',
  ],
  ['add-customers', () => Object.assign(document.createElement('add-customers'), { provider: partner }), 'ready'],
  [
    'add-customers, with something typed',
    () => Object.assign(document.createElement('add-customers'), { provider: partner }),
    'ready',
    (element) => type(element, '[id$="-name"]'),
  ],
  [
    'edit-customer, with something typed',
    () => Object.assign(document.createElement('edit-customer'), { provider: partner, customerId: '42' }),
    'editing',
    (element) => type(element, '#edit-name'),
  ],
  [
    'delete-customers',
    () => Object.assign(document.createElement('delete-customers'), { provider: partner, customers: [acorn] }),
    'listing',
  ],
  ['customers-panel, closed', () => document.createElement('customers-panel')],
  [
    'customers-panel, with an element inside',
    () => panelWith(Object.assign(document.createElement('edit-customer'), { provider: partner, customerId: '42' })),
  ],
];

function type(element: LitElement, field: string): void {
  const input = element.renderRoot.querySelector<HTMLInputElement>(field);
  if (!input) throw new Error(`no ${field}`);
  input.value = 'Birch';
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

describe('elements that were mounted and removed 200 times', () => {
  let watch: Watch;
  beforeEach(() => {
    watch = new Watch();
  });
  afterEach(() => {
    watch.end();
  });

  for (const [what, make, state, act] of mounts) {
    it(`leave no timer, listener, observer or reference: ${what}`, async function () {
      this.timeout(60_000);
      const before = watch.running;
      let most = 0;
      for (let mount = 0; mount < 200; mount++) {
        const element = make();
        document.body.append(element);
        await element.updateComplete;
        // not by a timer, which would be counted
        while (state !== undefined && !element.matches(`:state(${state})`))
          await new Promise((painted) => requestAnimationFrame(painted));
        act?.(element);
        await element.updateComplete;
        most = Math.max(most, watch.running.length);
        element.remove();
        await element.updateComplete;
      }
      expect(most, 'nothing was running meanwhile').to.be.greaterThan(before.length);
      expect(watch.running).to.deep.equal(before);
    });
  }
});
