import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Customer } from '../../../../src/domain/customer.js';
import { expirationStatus, upcomingExpiration, type ExpirationClock } from '../../../../src/domain/expirations.js';
import { parseExpiry } from '../../../../src/domain/expiry.js';
import { ExpirationFacts, noExpirations } from '../../../../src/providers/memory/long-list/expiration-facts.js';
import { Slices } from '../../../../src/providers/memory/long-list/slices.js';
import { callWith, customer, expiringOn } from '../../samples.js';

const slices = new Slices(() => true);
const noon = Date.parse('2026-06-15T12:00:00Z');
const hour = 3_600_000;

const moments = fc.integer({ min: -70 * 24, max: 70 * 24 }).map((hours) => new Date(noon + hours * hour));
const expiries = fc.oneof(
  moments.map((date) => date.toISOString().slice(0, 10)),
  moments.map((date) => date.toISOString()),
  fc.constantFrom('soon', '', '2026-02-30'),
);
const expirations: fc.Arbitrary<Customer['expirations']> = fc.oneof(
  fc.record({
    state: fc.constant('ready' as const),
    value: fc.record({
      undated: fc.nat({ max: 1 }),
      unreadable: fc.nat({ max: 1 }),
      dates: fc.array(expiries, { maxLength: 3 }),
    }),
    missing: fc.constantFrom(undefined, [], ['Snow Atlas']),
  }),
  fc.constantFrom('pending', 'forbidden', 'not-applicable', 'unavailable').map((state) => ({ state })),
);
const clocks: fc.Arbitrary<ExpirationClock> = fc.record({
  now: fc.oneof({ weight: 9, arbitrary: moments }, { weight: 1, arbitrary: fc.constant(new Date(NaN)) }),
  timeZone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'),
  policy: fc.record({
    graceDays: fc.constantFrom(0, 7, 30),
    horizons: fc.constantFrom([30, 60], [60, 30, 30], [], [0], [90, 7, 45]),
    countsCapability: fc.constant(() => true),
  }),
});

/** What the facts have to say about a row, by the domain. */
function expected(row: Customer, clock: ExpirationClock): { status: string; next: number | string } {
  const status = expirationStatus(row.expirations, clock);
  const next = upcomingExpiration(row.expirations, clock);
  return {
    status:
      status.kind === 'expires-in' ? `expires-in-${status.days}` : status.kind === 'pending' ? 'unknown' : status.kind,
    next:
      next.kind === 'date'
        ? (parseExpiry(next.expiry, clock.timeZone)?.day ?? NaN)
        : next.kind === 'pending'
          ? 'unknown'
          : next.kind,
  };
}

function said(facts: ExpirationFacts, row: number): { status: string | undefined; next: number | string | undefined } {
  const day = facts.nextDayOf[row] ?? NaN;
  const blanks = ['no-expirations', 'no-entitlements', 'unknown'];
  return {
    status: facts.statuses[facts.statusOf[row] ?? -1],
    next: day < noExpirations ? day : blanks[day - noExpirations],
  };
}

describe('ExpirationFacts', () => {
  it('say what the domain says, for as long as they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(expirations, { maxLength: 8 }), clocks, moments, async (list, clock, later) => {
        const rows = list.map((each, index) => customer(String(index), { expirations: each }));
        const facts = await ExpirationFacts.of(rows, clock, slices);
        expect(facts.holdAt(clock.now)).to.equal(true);
        const moment = facts.holdAt(later) ? later : clock.now;
        rows.forEach((row, index) =>
          expect(said(facts, index)).to.deep.equal(expected(row, { ...clock, now: moment })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('hold until midnight, or until the next instant', async () => {
    const rows = [customer('1', { expirations: expiringOn(['2026-06-15T15:00:00Z', '2026-06-20']) })];
    const now = new Date(noon);
    const facts = await ExpirationFacts.of(rows, callWith({ now }), slices);
    expect(facts.holdAt(new Date('2026-06-15T14:59:59.999Z'))).to.equal(true);
    expect(facts.holdAt(new Date('2026-06-15T15:00:00Z'))).to.equal(false);
    expect(facts.holdAt(new Date(noon - 1)), 'before').to.equal(false);
    const days = await ExpirationFacts.of(
      [customer('1', { expirations: expiringOn(['2026-06-20']) })],
      callWith({ now, timeZone: 'America/New_York' }),
      slices,
    );
    expect(days.holdAt(new Date('2026-06-16T03:59:59.999Z'))).to.equal(true);
    expect(days.holdAt(new Date('2026-06-16T04:00:00Z')), 'midnight there').to.equal(false);
    expect(days.holdAt(new Date(NaN))).to.equal(false);
  });
});
