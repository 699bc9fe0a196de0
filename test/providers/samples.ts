import { expect } from '@open-wc/testing';
import type { ErrorCode } from '../../src/domain/availability.js';
import type { Customer } from '../../src/domain/customer.js';
import { defaultExpirationPolicy } from '../../src/domain/expirations.js';
import type { Call } from '../../src/providers/customers-provider.js';
import { ProviderError } from '../../src/providers/provider-error.js';

export const now = new Date('2026-06-15T12:00:00Z');

/** What accompanies a question whose test does not care. */
export function callWith(more: Partial<Call> = {}): Call {
  return {
    signal: new AbortController().signal,
    locale: 'en',
    timeZone: 'UTC',
    now,
    policy: defaultExpirationPolicy,
    ...more,
  };
}

/** A customer, plain in every respect that a test does not name. */
export function customer(id: string, more: Partial<Customer> = {}): Customer {
  return {
    id,
    name: `Customer ${id}`,
    relationship: 'managed',
    beacons: { state: 'ready', value: { total: 3, unhealthy: 0 } },
    expirations: expiringOn(),
    ...more,
  };
}

/** Expirations with these dates and this many undated entitlements. */
export function expiringOn(dates: readonly string[] = [], undated = 0): Customer['expirations'] {
  return { state: 'ready', value: { undated, unreadable: 0, dates } };
}

/** Bends a value out of its type, because what comes from outside has none. */
export function hostile<T>(value: unknown): T {
  // the point of these tests is what the types would not let through
  return value as T;
}

/** What a promise was rejected with; fails where it was not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('was not rejected'),
    (reason: unknown) => reason,
  );
}

/** The provider error that a function throws; fails for every other. */
export function refusalOf(action: () => unknown): ProviderError {
  let thrown: unknown;
  try {
    action();
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof ProviderError)) return expect.fail(`threw no provider error: ${typeof thrown}`);
  return thrown;
}

/** Fails where a promise is not rejected with a provider error of this code. */
export async function expectRefusal(promise: Promise<unknown>, code: ErrorCode, message = ''): Promise<void> {
  const reason = await rejectionOf(promise);
  expect(reason, message).to.be.instanceOf(ProviderError);
  expect(reason, message).to.include({ code });
}
