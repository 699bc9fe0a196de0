import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { HttpProvider } from '../../../src/providers/http/http-provider.js';
import { apiCustomer, FlexeraService, goaError, providerOf, token } from '../../providers/flexera/flexera-api.js';
import { textsOf } from '../../providers/texts-of.js';
import { cell, columnTexts, customer, inState, one, overview, rows, UncaughtErrors } from './fixtures.js';

/** Where customers come from, and how to have every request fail with a status and the token in its answer. */
interface Backend {
  readonly provider: CustomersProvider;
  readonly sent: () => readonly {
    readonly authorization: string | null;
    readonly url: string;
    readonly body: unknown;
  }[];
  failWith(status: number | undefined): void;
}

const echo = goaError(`bad ${token}`, `Authorization: Bearer ${token}`);
const names = ['Acorn', 'Birch', 'Cedar'];

function flexera(): Backend {
  const service = new FlexeraService().grant({ actions: ['create', 'update', 'delete'], owned: [1, 2, 3] });
  service.customers.push(...names.map((name, index) => apiCustomer(index + 1, { name })));
  let failure: number | undefined;
  service.answer(/./, () => (failure === undefined ? undefined : { status: failure, body: echo }));
  return {
    provider: providerOf(service),
    sent: () => service.requests,
    failWith: (status) => (failure = status),
  };
}

function http(): Backend {
  const sent: { authorization: string | null; url: string; body: unknown }[] = [];
  let failure: number | undefined;
  const items = names.map((name, index) => customer({ id: String(index + 1), name }));
  /** Finds by a name, and sorts by nothing: only what is asked matters here. */
  const answerTo = (path: string, body: string): unknown => {
    if (path.endsWith('/description')) return { version: 1, features: [] };
    if (path.endsWith('/entitlements'))
      return [{ id: '1', product: 'Flexera One', capability: 'optima', expires: '2026-06-25' }];
    if (!path.endsWith('/query')) {
      const asked = items.find(({ id }) => path.endsWith(`/customers/${id}`));
      return { ...asked, owners: { state: 'ready', value: [] } };
    }
    const found = items.filter(({ name }) => !body.includes('"search":"bir"') || name === 'Birch');
    if (body.includes('"descending"')) found.reverse();
    return { items: found, offset: 0, total: { value: found.length, precision: 'exact' } };
  };
  const provider = new HttpProvider({
    baseUrl: 'https://customers.example/api/',
    features: ['getCustomer', 'listEntitlements'],
    headers: () => ({ authorization: `Bearer ${token}` }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      sent.push({ authorization: request.headers.get('authorization'), url: request.url, body });
      return failure === undefined
        ? Response.json(answerTo(new URL(request.url).pathname, body))
        : Response.json(echo, { status: failure });
    },
  });
  return { provider, sent: () => sent, failWith: (status) => (failure = status) };
}

/** What is in a root and in the shadow roots below it, with what fields hold. */
function* shownIn(root: Document | ShadowRoot): Generator<string> {
  for (const child of root.children) yield child.outerHTML;
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement) yield element.value;
    if (element.shadowRoot) yield* shownIn(element.shadowRoot);
  }
}

/** Notes what anybody who has no business with the token can read: the page, its stores, its addresses, its console. */
class Onlooker {
  readonly #seen: string[] = [];
  readonly #undo: (() => void)[] = [];

  constructor() {
    for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
      this.#patch(
        console,
        level,
        () =>
          (...all: unknown[]) =>
            this.#note(all),
      );
    const note = (event: Event) => this.#note(event);
    this.#patch(EventTarget.prototype, 'dispatchEvent', (original) => {
      return function (this: EventTarget, event) {
        note(event);
        return original.call(this, event);
      };
    });
  }

  /** Looks at the page as it is now. */
  look(): void {
    this.#note([...shownIn(document)]);
    this.#note([localStorage, sessionStorage].map((store) => Object.entries(store)));
    this.#note([document.cookie, location.href, JSON.stringify(history.state), document.title]);
    this.#note(performance.getEntriesByType('resource').map(({ name }) => name));
  }

  note(value: unknown): void {
    this.#note(value);
  }

  whoSaw(text: string): readonly string[] {
    return this.#seen.filter((seen) => seen.includes(text));
  }

  leave(): void {
    for (const undo of this.#undo) undo();
  }

  #note(value: unknown): void {
    this.#seen.push(...textsOf(value));
  }

  #patch<Target extends object, Name extends keyof Target>(
    target: Target,
    name: Name,
    wrap: (original: Target[Name]) => Target[Name],
  ): void {
    const original = target[name];
    target[name] = wrap(original);
    this.#undo.push(() => (target[name] = original));
  }
}

/** By keyboard, which needs no place on the screen. */
async function press(target: HTMLElement | null | undefined): Promise<void> {
  if (!target) throw new Error('there is nothing to press');
  target.focus();
  await sendKeys({ press: 'Enter' });
}

const backends: readonly [string, () => Backend][] = [
  ['FlexeraProvider', flexera],
  ['HttpProvider', http],
];

describe("the viewer's token, in a page with the overview", () => {
  for (const [name, make] of backends) {
    it(`is nowhere but in the header of the requests: ${name}`, async function () {
      this.timeout(60_000);
      const onlooker = new Onlooker();
      const errors = new UncaughtErrors();
      const backend = make();
      try {
        const element = await overview(backend.provider, { preferencesKey: 'canary' });
        const failures: string[] = [];
        element.addEventListener('provider-error', ({ code }) => failures.push(code));
        await inState(element, 'ready');
        onlooker.look();

        one(element, '[type=search]').focus();
        await sendKeys({ type: 'bir' });
        await waitUntil(() => rows(element).length === 1, 'never searched');
        onlooker.look();
        element.query = {};
        await waitUntil(() => rows(element).length === 3, 'never all again');

        for (let order = 0; order < 2; order += 1) {
          await press(one(element, 'thead [data-column=name] button'));
          await element.updateComplete;
        }
        await waitUntil(() => columnTexts(element, 'name')[0]?.startsWith('Cedar'), 'never sorted');
        onlooker.look();

        const slideout = () => element.shadowRoot?.querySelector('expirations-slideout');
        const expirationsLink = () =>
          cell(element, 0, 'upcomingExpiration').querySelector<HTMLElement>('[part~=expirations-link]');
        await waitUntil(expirationsLink, 'its expirations never came');
        await press(expirationsLink());
        await waitUntil(() => slideout()?.matches(':state(ready)'), 'never opened');
        onlooker.look();
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => !slideout()?.open, 'never closed');

        await press(cell(element, 0, 'name').querySelector<HTMLElement>('.link'));
        await waitUntil(() => element.shadowRoot?.querySelector('customer-details')?.matches(':state(ready)'));
        onlooker.look();
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => !element.shadowRoot?.querySelector('customers-panel')?.open, 'never closed');

        backend.failWith(409);
        await press(expirationsLink());
        await waitUntil(() => slideout()?.matches(':state(failed)'), 'never failed');
        onlooker.look();
        backend.failWith(undefined);
        await press(slideout()?.shadowRoot?.querySelector<HTMLElement>('[part=state] button'));
        await waitUntil(() => slideout()?.matches(':state(ready)'), 'never tried again');
        onlooker.look();
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => !slideout()?.open, 'never closed');

        backend.failWith(401);
        await press(expirationsLink());
        await waitUntil(() => failures.includes('unauthenticated'), 'never refused');
        onlooker.look();
        element.remove();
      } finally {
        await errors.stop();
        onlooker.leave();
      }
      onlooker.note([errors.seen, backend.sent().map(({ url, body }) => [url, body])]);
      expect(backend.sent().some(({ authorization }) => authorization === `Bearer ${token}`)).to.equal(true);
      expect(onlooker.whoSaw('Birch'), 'the onlooker looks nowhere').not.to.deep.equal([]);
      expect(onlooker.whoSaw(token)).to.deep.equal([]);
    });
  }
});
