import { expect } from '@open-wc/testing';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import type { CustomersProvider } from '../../../src/providers/customers-provider.js';
import { overview, UncaughtErrors } from './fixtures.js';

/** Fails each test of a file after which an error has reached the page. */
export function expectNothingUncaught(): void {
  let uncaught: UncaughtErrors;
  beforeEach(() => {
    uncaught = new UncaughtErrors();
  });
  afterEach(async () => {
    await uncaught.stop();
    expect(uncaught.seen, 'uncaught errors').to.deep.equal([]);
  });
}

/** A provider that answers every window by a function, with anything. */
export function providerOf(answer: (page: { limit: number; offset: number }) => unknown): CustomersProvider {
  return {
    // it does not keep the contract, that is what it is for
    listCustomers: (({ page }: { page: { limit: number; offset: number } }) =>
      answer(page)) as unknown as CustomersProvider['listCustomers'],
  };
}

/** An overview on a provider, and the codes of the errors that it has reported. */
export async function watched(provider: CustomersProvider): Promise<{ element: CustomersOverview; codes: string[] }> {
  const codes: string[] = [];
  const element = await overview(undefined);
  element.addEventListener('provider-error', ({ code }) => codes.push(code));
  element.provider = provider;
  return { element, codes };
}

export const exact = (value: number) => ({ value, precision: 'exact' });
