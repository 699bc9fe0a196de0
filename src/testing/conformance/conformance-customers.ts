import { dayLength } from '../../domain/calendar.js';
import type { Customer } from '../../domain/customer.js';
import { sampleCustomers, type SampleOptions } from '../sample-customers.js';

/**
 * Customers that a provider can be judged by: samples, with expirations in every case of the rules, and those that
 * providers tend to go wrong at, such as blank names, equal ones, numbers in text and signs that databases read
 * otherwise.
 *
 * @param count How many, at least. Default 150.
 */
export function conformanceCustomers(options: SampleOptions & { readonly count?: number }): readonly Customer[] {
  const hard = hardNames.map((name, index) => hardCustomer(name, index, options.now));
  return [...sampleCustomers(Math.max(100, (options.count ?? 150) - hard.length), options), ...hard];
}

// prettier-ignore
const hardNames = [
  'Site 7', 'Site 007', 'Site 10', 'Site 9', 'site 9', 'Sité 9', 'Same', 'Same', 'Same', 'ZOE', 'Zoë', 'Zoe\u0308',
  'Straße', 'STRASSE', 'ﬁn', 'Øre', 'Åre', 'Are', '100 % pure', '100 _ pure', "O'Neill", 'Back\\slash', '"Quoted"', '*',
  'a.b', ' Leading', 'Müller & Söhne', '<b>', '-1', '', ' ',
];

function hardCustomer(name: string, index: number, now: Date): Customer {
  const day = (days: number) => new Date(now.getTime() + days * dayLength).toISOString();
  // midnights, which belong to other days in other zones, and the days around the thresholds
  const expiries = [
    [day(0).slice(0, 10), day(29)],
    [`${day(30).slice(0, 10)}T23:59:59Z`, day(-30).slice(0, 10)],
    [`${day(31).slice(0, 10)}T00:00:00+14:00`],
    [day(-31).slice(0, 10)],
    [],
  ];
  return {
    id: index % 10 === 3 ? `00${900_000 + index}` : String(900_000 + ((index * 7) % 31)),
    name,
    relationship: index % 4 === 0 ? 'granted' : 'managed',
    tiered: index % 5 === 0,
    beacons:
      index % 6 === 0
        ? { state: 'unavailable' }
        : { state: 'ready', value: { total: index % 3, unhealthy: index % 2 } },
    expirations: {
      state: 'ready',
      value: { undated: index % 2, unreadable: index % 9 === 8 ? 1 : 0, dates: expiries[index % 5] ?? [] },
    },
    version: '1',
    ...(index % 3 > 0 && { externalId: index % 3 === 1 ? '' : `W${index}` }),
    ...(index % 2 === 0 && { tags: ['gold'] }),
    ...(index % 4 > 0 && { can: { edit: index % 3 > 0, delete: index % 3 > 0 } }),
  };
}
