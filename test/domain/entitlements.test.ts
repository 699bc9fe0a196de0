import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { calendarDayOf } from '../../src/domain/calendar.js';
import {
  entitlementStatus,
  sortEntitlements,
  summarizeEntitlements,
  type EntitlementStatus,
} from '../../src/domain/entitlements.js';
import {
  defaultExpirationPolicy,
  expirationStatus,
  upcomingExpiration,
  type Entitlement,
  type ExpirationClock,
  type ExpirationStatus,
  type UpcomingExpiration,
} from '../../src/domain/expirations.js';
import { clockAt, entitlement, entitlements, expiries, hardZones, instants } from './samples.js';

const clock = clockAt('2026-06-15T12:00:00Z');
const zones = fc.constantFrom(...hardZones);
const moments = instants('2025-08-01', '2027-05-01');

describe('summarizeEntitlements', () => {
  it('sums up what is counted, and nothing else', () => {
    const list = [
      entitlement(null, { capability: 'iam' }),
      entitlement('2026-07-01', { capability: 'MSP' }),
      entitlement('not a date', { capability: 'msp' }),
      entitlement(null),
      entitlement('2026-12-31'),
      entitlement('not a date'),
      entitlement('2026-07-01'),
      entitlement('2020-01-01'),
    ];
    expect(summarizeEntitlements(list, clock)).to.deep.equal({
      undated: 1,
      unreadable: 1,
      dates: ['2020-01-01', '2026-07-01', '2026-12-31'],
    });
  });

  it('leaves what counts to the policy', () => {
    const policy = { ...defaultExpirationPolicy, countsCapability: ({ product }: Entitlement) => product === 'Ours' };
    const list = [entitlement(null, { product: 'Ours', capability: 'iam' }), entitlement('2026-07-01')];
    expect(summarizeEntitlements(list, { ...clock, policy })).to.deep.equal({ undated: 1, unreadable: 0, dates: [] });
  });

  it('is empty for an empty list', () => {
    expect(summarizeEntitlements([], clock)).to.deep.equal({ undated: 0, unreadable: 0, dates: [] });
  });

  it('puts first what passes first in the zone', () => {
    const list = ['2026-06-16', '2026-06-16T23:00:00Z', '2026-06-16T01:00:00Z'].map((date) => entitlement(date));
    const dates = (timeZone: string) => summarizeEntitlements(list, { ...clock, timeZone }).dates;
    expect(dates('UTC')).to.deep.equal(['2026-06-16T01:00:00Z', '2026-06-16T23:00:00Z', '2026-06-16']);
    expect(dates('Europe/Berlin')).to.deep.equal(['2026-06-16T01:00:00Z', '2026-06-16', '2026-06-16T23:00:00Z']);
  });

  it('does not depend on the order of the list', () => {
    const lists = fc
      .array(entitlements, { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, zones, ([list, shuffled], timeZone) => {
        const anywhere = { ...clock, timeZone };
        expect(summarizeEntitlements(shuffled, anywhere)).to.deep.equal(summarizeEntitlements(list, anywhere));
      }),
      {
        examples: [
          [
            [
              ['2026-06-16T12:00:00Z', '2026-06-16T14:00:00+02:00'],
              ['2026-06-16T14:00:00+02:00', '2026-06-16T12:00:00Z'],
            ].map((dates) => dates.map((date) => entitlement(date))) as [Entitlement[], Entitlement[]],
            'UTC',
          ],
        ],
      },
    );
  });

  it('says the same as the list it came from, at every later moment', () => {
    fc.assert(
      fc.property(
        fc.array(entitlements, { maxLength: 6 }),
        fc.constantFrom(undefined, [], ['Snow Atlas']),
        moments,
        moments,
        zones,
        zones,
        (list, missing, one, other, zone, laterZone) => {
          const [now, later] = one < other ? [one, other] : [other, one];
          const value = summarizeEntitlements(list, clockAt(now, zone));
          const expirations = { state: 'ready', value, missing } as const;
          for (const moment of [clockAt(now, zone), clockAt(later, zone), clockAt(later, laterZone)]) {
            const expected = saidOf(list, missing ?? [], moment);
            expect(upcomingExpiration(expirations, moment)).to.deep.include(expected.upcoming);
            expect(expirationStatus(expirations, moment)).to.deep.equal(expected.status);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** `docs/rules.md §2.2` to §2.4, said once more and plainly, over the list itself. */
function saidOf(list: readonly Entitlement[], missing: readonly string[], clock: ExpirationClock) {
  const statuses = list
    .filter((one) => !/^(iam|msp)$/i.test(one.capability))
    .map((one) => ({ expiry: one.expires, ...entitlementStatus(one, clock) }));
  const some = (...kinds: EntitlementStatus['kind'][]) => statuses.some(({ kind }) => kinds.includes(kind));
  const incomplete = missing.length > 0 || some('unreadable');
  const coming = statuses.flatMap((one) => (one.kind === 'active' || one.kind === 'expires-in' ? [one.daysLeft] : []));
  const soonest = Math.min(...coming);

  let upcoming: Partial<UpcomingExpiration> = { kind: 'no-expirations' };
  if (coming.length > 0) upcoming = { kind: 'date', daysLeft: soonest };
  else if (incomplete) upcoming = { kind: 'unknown', reason: 'incomplete' };
  else if (!some('undated', 'expired')) upcoming = { kind: 'no-entitlements' };

  let status: ExpirationStatus = { kind: 'none' };
  if (some('expired')) status = { kind: 'expired' };
  else if (soonest <= 30) status = { kind: 'expires-in', days: 30 };
  else if (soonest <= 60) status = { kind: 'expires-in', days: 60 };
  else if (incomplete) status = { kind: 'unknown', reason: 'incomplete' };
  return { upcoming, status };
}

describe('entitlementStatus', () => {
  const cases: [expires: string | null, status: EntitlementStatus][] = [
    [null, { kind: 'undated' }],
    ['soon', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
    ['2026-06-15T12:00:00', { kind: 'unreadable' }],
    ['2026-05-15', { kind: 'long-expired', daysLeft: -31 }],
    ['2026-05-16', { kind: 'expired', daysLeft: -30 }],
    ['2026-06-14', { kind: 'expired', daysLeft: -1 }],
    ['2026-06-15T12:00:00Z', { kind: 'expired', daysLeft: 0 }],
    ['2026-06-15T12:00:01Z', { kind: 'expires-in', days: 30, daysLeft: 0 }],
    ['2026-06-15', { kind: 'expires-in', days: 30, daysLeft: 0 }],
    ['2026-07-15', { kind: 'expires-in', days: 30, daysLeft: 30 }],
    ['2026-07-16', { kind: 'expires-in', days: 60, daysLeft: 31 }],
    ['2026-08-14', { kind: 'expires-in', days: 60, daysLeft: 60 }],
    ['2026-08-15', { kind: 'active', daysLeft: 61 }],
  ];
  for (const [expires, status] of cases) {
    it(`of ${JSON.stringify(expires)} is ${status.kind}`, () => {
      expect(entitlementStatus({ expires }, clock)).to.deep.equal(status);
    });
  }

  it('counts in the zone', () => {
    const expires = '2026-06-16T23:00:00Z';
    expect(entitlementStatus({ expires }, clock)).to.include({ daysLeft: 1 });
    expect(entitlementStatus({ expires }, { ...clock, timeZone: 'Europe/Berlin' })).to.include({ daysLeft: 2 });
  });

  it('judges no date without a valid now', () => {
    expect(entitlementStatus({ expires: '2026-06-15' }, clockAt('never'))).to.deep.equal({ kind: 'unreadable' });
    expect(entitlementStatus({ expires: null }, clockAt('never'))).to.deep.equal({ kind: 'undated' });
  });

  it('never goes back as time goes on', () => {
    const stages: EntitlementStatus['kind'][] = ['active', 'expires-in', 'expired', 'long-expired'];
    fc.assert(
      fc.property(expiries, moments, moments, zones, (expires, one, other, zone) => {
        const [now, later] = one < other ? [one, other] : [other, one];
        const before = entitlementStatus({ expires }, clockAt(now, zone));
        const after = entitlementStatus({ expires }, clockAt(later, zone));
        expect(stages.indexOf(after.kind)).to.be.at.least(stages.indexOf(before.kind));
        expect(stages.indexOf(before.kind)).to.be.at.least(0);
      }),
      { numRuns: 500 },
    );
  });

  it('loses one day with each calendar day', () => {
    const left = (status: EntitlementStatus) => ('daysLeft' in status ? status.daysLeft : NaN);
    fc.assert(
      fc.property(expiries, moments, moments, zones, (expires, now, later, zone) => {
        const passed = calendarDayOf(later, zone) - calendarDayOf(now, zone);
        const before = left(entitlementStatus({ expires }, clockAt(now, zone)));
        const after = left(entitlementStatus({ expires }, clockAt(later, zone)));
        expect(before - after).to.equal(passed);
      }),
      { numRuns: 500 },
    );
  });

  it('throws for no string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (expires, zone) => {
        entitlementStatus({ expires }, clockAt('2026-06-15T12:00:00Z', zone));
      }),
    );
  });
});

describe('sortEntitlements', () => {
  const ids = (list: readonly Entitlement[]) => list.map(({ id }) => id);

  it('puts the soonest first, then the undated, then the unreadable', () => {
    const list = [
      entitlement('soon', { id: 'unreadable' }),
      entitlement(null, { id: 'undated' }),
      entitlement('2027-01-01', { id: 'later' }),
      entitlement('2026-06-16T23:00:00Z', { id: 'evening' }),
      entitlement('2026-06-16', { id: 'day' }),
      entitlement('2020-01-01', { id: 'past' }),
    ];
    expect(ids(sortEntitlements(list, clock))).to.deep.equal([
      'past',
      'evening',
      'day',
      'later',
      'undated',
      'unreadable',
    ]);
    expect(ids(sortEntitlements(list, { timeZone: 'Europe/Berlin' })).slice(1, 3)).to.deep.equal(['day', 'evening']);
  });

  for (const expires of ['2026-07-01', null, 'soon']) {
    it(`breaks ties of ${expires} by product, capability and id`, () => {
      const inOrder = [
        entitlement(expires, { id: '1', product: 'Flexera One', capability: 'b' }),
        entitlement(expires, { id: '2', product: 'Flexera One', capability: 'b' }),
        entitlement(expires, { id: '0', product: 'Flexera One', capability: 'c' }),
        entitlement(expires, { id: '0', product: 'Snow Atlas', capability: 'a' }),
        entitlement(expires, { id: '0', product: 'Another', capability: 'z' }),
        entitlement(expires, { id: '0', product: 'Other', capability: 'a' }),
      ];
      expect(sortEntitlements([...inOrder].reverse(), clock)).to.deep.equal(inOrder);
    });
  }

  it('puts the date before the product', () => {
    const list = [
      entitlement('2026-07-02', { id: 'flexera' }),
      entitlement('2026-07-01', { id: 'snow', product: 'Snow Atlas' }),
    ];
    expect(ids(sortEntitlements(list, clock))).to.deep.equal(['snow', 'flexera']);
  });

  it('leaves the given list as it is', () => {
    const list = Object.freeze([entitlement(null, { id: '1' }), entitlement('2026-07-01', { id: '2' })]);
    expect(ids(sortEntitlements(list, clock))).to.deep.equal(['2', '1']);
    expect(ids(list)).to.deep.equal(['1', '2']);
  });

  it('does not depend on the order of the list', () => {
    const lists = fc
      .uniqueArray(entitlements, { selector: ({ id }) => id, maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, zones, ([list, shuffled], timeZone) => {
        expect(ids(sortEntitlements(shuffled, { timeZone }))).to.deep.equal(ids(sortEntitlements(list, { timeZone })));
      }),
    );
  });
});
