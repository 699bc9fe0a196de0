// @ts-check
// What a customer is found and sorted by, derived from its row whenever that is written.
import { parseExpiry, searchTextOf } from './sources.mjs';

/** @import { Customer } from '../../src/domain/customer.js' */

/** @param {string | undefined} text */
const orBlank = (text) => (text?.trim() ? text : null);

/** @param {Pick<Customer, 'name' | 'externalId' | 'beacons' | 'expirations'> & { id: string }} customer */
export function factsOf({ id, name, externalId, beacons, expirations }) {
  const total = beacons.state === 'ready' ? beacons.value.total : null;
  const unhealthy = beacons.state === 'ready' ? (beacons.value.unhealthy ?? 0) : 0;
  return {
    search_text: searchTextOf({ id, name, externalId }),
    name_order: orBlank(name),
    external_id_order: orBlank(externalId),
    beacons_total: total,
    beacon_problems: unhealthy > 0,
    ...expirationFacts(expirations),
  };
}

/** @param {Customer['expirations']} expirations */
function expirationFacts(expirations) {
  if (expirations.state !== 'ready') return { expirations_known: 'unknown', undated: false, days: [], instants: null };
  const { undated, unreadable, dates } = expirations.value;
  // a calendar date has no zone, and of a date-time only the instant is kept: its day depends on who asks
  const read = dates.map((date) => parseExpiry(date, 'UTC'));
  const instants = read.flatMap((expiry) => (expiry?.kind === 'instant' ? [expiry.instant] : []));
  const complete = unreadable === 0 && !expirations.missing?.length && !read.includes(undefined);
  return {
    expirations_known: complete ? 'complete' : 'incomplete',
    undated: undated > 0,
    days: read.flatMap((expiry) => (expiry?.kind === 'day' ? [expiry.day] : [])).sort((a, b) => a - b),
    instants: instants.length > 0 ? instants : null,
  };
}

/**
 * Whether a text can be stored: none in PostgreSQL has a NUL, and none in UTF-8 half a surrogate pair.
 *
 * @param {string} text
 */
export function isStorable(text) {
  return !/\0|\p{Surrogate}/u.test(text);
}
