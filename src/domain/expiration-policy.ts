import { defaultExpirationPolicy, type ExpirationPolicy } from './expirations.js';

/**
 * A whole policy from what a host gave of one: what is absent, or is no policy (negative or missing numbers), keeps its
 * default. Days are whole days.
 */
export function completePolicy(policy: Partial<ExpirationPolicy> | null | undefined): ExpirationPolicy {
  const { graceDays, horizons, countsCapability } = policy ?? {};
  return {
    graceDays: isDays(graceDays) ? graceDays : defaultExpirationPolicy.graceDays,
    horizons: Array.isArray(horizons) && horizons.every(isDays) ? horizons : defaultExpirationPolicy.horizons,
    countsCapability:
      typeof countsCapability === 'function' ? countsCapability : defaultExpirationPolicy.countsCapability,
  };
}

function isDays(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
