import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Availability } from '../../src/domain/availability.js';
import { dayLength } from '../../src/domain/calendar.js';
import { summarizeEntitlements } from '../../src/domain/entitlements.js';
import {
  defaultExpirationPolicy,
  expirationStatus,
  horizonOf,
  upcomingExpiration,
  urgencyOf,
  type ExpirationStatus,
  type ExpirationSummary,
  type UpcomingExpiration,
} from '../../src/domain/expirations.js';
import { nextExpirationChange } from '../../src/domain/next-expiration-change.js';
import { clockAt, dayOf, entitlement, expiries, hardZones, instants } from './samples.js';

const clock = clockAt('2026-06-15T12:00:00Z');
const today = dayOf('2026-06-15');

/** The date that is so many days away from the clock's day. */
const at = (daysLeft: number) => new Date((today + daysLeft) * dayLength).toISOString().slice(0, 10);

const ready = (value: ExpirationSummary, missing?: readonly string[]): Availability<ExpirationSummary> => ({
  state: 'ready',
  value,
  missing,
});

const summary = (more: Partial<ExpirationSummary>): ExpirationSummary => ({
  undated: 0,
  unreadable: 0,
  dates: [],
  ...more,
});

/** A cell as `docs/rules.md` writes it. */
function written(cell: UpcomingExpiration | ExpirationStatus): string {
  switch (cell.kind) {
    case 'date':
      return `date of ${cell.daysLeft < 0 ? '−' : '+'}${Math.abs(cell.daysLeft)}, link`;
    case 'no-expirations':
      return 'No expirations, link';
    case 'no-entitlements':
      return 'No entitlements, text';
    case 'expired':
      return 'Expired';
    case 'expires-in':
      return `Expires in ${cell.days} days`;
    case 'none':
      return '-';
    case 'unknown':
      return `- (${cell.reason})`;
    case 'pending':
      return 'skeleton';
  }
}

describe('the table of docs/rules.md §2.7', () => {
  type Days = number | '∞' | 'iam ∞' | 'earlier today' | 'unreadable';
  const expiryOf = (days: Days) =>
    days === '∞' || days === 'iam ∞'
      ? null
      : days === 'earlier today'
        ? '2026-06-15T11:59:59Z'
        : days === 'unreadable'
          ? 'in spring'
          : at(days);

  const summaryOf = (capabilities: readonly Days[]) =>
    summarizeEntitlements(
      capabilities.map((days, index) =>
        entitlement(expiryOf(days), { id: String(index), capability: days === 'iam ∞' ? 'iam' : 'optima' }),
      ),
      clock,
    );

  const rows: [row: string, counted: Days[], upcoming: string, status: string, missing?: string[]][] = [
    ['1', [10, 200], 'date of +10, link', 'Expires in 30 days'],
    ['2', [0], 'date of +0, link', 'Expires in 30 days'],
    ['3', [30], 'date of +30, link', 'Expires in 30 days'],
    ['4', [31], 'date of +31, link', 'Expires in 60 days'],
    ['4', [60], 'date of +60, link', 'Expires in 60 days'],
    ['5', [61], 'date of +61, link', '-'],
    ['6', [-5, 90], 'date of +90, link', 'Expired'],
    ['7', [-5], 'No expirations, link', 'Expired'],
    ['7', [-30], 'No expirations, link', 'Expired'],
    ['8', [-31], 'No entitlements, text', '-'],
    ['9', [-31, 20], 'date of +20, link', 'Expires in 30 days'],
    ['10', [-31, 90], 'date of +90, link', '-'],
    ['11', ['∞'], 'No expirations, link', '-'],
    ['11', ['∞', -31], 'No expirations, link', '-'],
    ['12', ['∞', -5], 'No expirations, link', 'Expired'],
    ['13', [], 'No entitlements, text', '-'],
    ['13', ['iam ∞'], 'No entitlements, text', '-'],
    ['15', [-5, 10], 'date of +10, link', 'Expired'],
    ['16', ['earlier today'], 'No expirations, link', 'Expired'],
    ['17', ['unreadable'], '- (incomplete)', '- (incomplete)'],
    ['18', [10], 'date of +10, link', 'Expires in 30 days', ['Snow Atlas']],
    ['19', ['∞'], '- (incomplete)', '- (incomplete)', ['Snow Atlas']],
    ['19', [], '- (incomplete)', '- (incomplete)', ['Snow Atlas']],
  ];
  for (const [row, counted, upcoming, status, missing] of rows) {
    it(`row ${row}: ${counted.join(', ') || 'none'}${missing ? `, missing ${missing.join()}` : ''}`, () => {
      const expirations = ready(summaryOf(counted), missing);
      expect(written(upcomingExpiration(expirations, clock))).to.equal(upcoming);
      expect(written(expirationStatus(expirations, clock))).to.equal(status);
    });
  }

  for (const state of ['forbidden', 'unavailable', 'not-applicable'] as const) {
    it(`row 14: ${state}`, () => {
      expect(upcomingExpiration({ state }, clock)).to.deep.equal({ kind: 'unknown', reason: state });
      expect(expirationStatus({ state }, clock)).to.deep.equal({ kind: 'unknown', reason: state });
    });
  }
});

describe('upcomingExpiration and expirationStatus', () => {
  it('wait for what is pending instead of showing a dash', () => {
    expect(upcomingExpiration({ state: 'pending' }, clock)).to.deep.equal({ kind: 'pending' });
    expect(expirationStatus({ state: 'pending' }, clock)).to.deep.equal({ kind: 'pending' });
  });

  it('give the expiry as it was given', () => {
    const expiry = '2026-06-25T01:00:00+02:00';
    expect(upcomingExpiration(ready(summary({ dates: [expiry] })), clock)).to.deep.equal({
      kind: 'date',
      expiry,
      daysLeft: 9,
    });
  });

  describe('of incomplete data (docs/rules.md §2.4)', () => {
    const incompletions: [what: string, of: (known: Partial<ExpirationSummary>) => Availability<ExpirationSummary>][] =
      [
        ['a source is missing', (known) => ready(summary(known), ['Snow Atlas'])],
        ['a date was unreadable for the summary', (known) => ready(summary({ ...known, unreadable: 1 }))],
        ['a date is unreadable here', (known) => ready(summary({ ...known, dates: ['', ...(known.dates ?? [])] }))],
      ];
    const known: [what: string, Partial<ExpirationSummary>, upcoming: string, status: string][] = [
      ['+45', { dates: [at(45)] }, 'date of +45, link', 'Expires in 60 days'],
      ['+90', { dates: [at(90)] }, 'date of +90, link', '- (incomplete)'],
      ['−5', { dates: [at(-5)] }, '- (incomplete)', 'Expired'],
      ['−5, +90', { dates: [at(-5), at(90)] }, 'date of +90, link', 'Expired'],
      ['−5, ∞', { undated: 1, dates: [at(-5)] }, '- (incomplete)', 'Expired'],
      ['−31', { dates: [at(-31)] }, '- (incomplete)', '- (incomplete)'],
      ['−31, +20', { dates: [at(-31), at(20)] }, 'date of +20, link', 'Expires in 30 days'],
      ['−31, ∞', { undated: 1, dates: [at(-31)] }, '- (incomplete)', '- (incomplete)'],
    ];
    for (const [reason, of] of incompletions) {
      for (const [what, value, upcoming, status] of known) {
        it(`says no more than is known of ${what} where ${reason}`, () => {
          expect(written(upcomingExpiration(of(value), clock))).to.equal(upcoming);
          expect(written(expirationStatus(of(value), clock))).to.equal(status);
        });
      }
    }

    it('takes an empty list of missing sources for none', () => {
      expect(written(upcomingExpiration(ready(summary({}), []), clock))).to.equal('No entitlements, text');
    });
  });

  describe('by the policy', () => {
    const strict = { ...clock, policy: { ...defaultExpirationPolicy, graceDays: 3, horizons: [90, 7] } };
    const status = (daysLeft: number) => written(expirationStatus(ready(summary({ dates: [at(daysLeft)] })), strict));

    it('follow its horizons, whatever their order', () => {
      expect([0, 7, 8, 90, 91].map(status)).to.deep.equal([
        'Expires in 7 days',
        'Expires in 7 days',
        'Expires in 90 days',
        'Expires in 90 days',
        '-',
      ]);
    });

    it('follow its days of grace', () => {
      expect([-3, -4].map(status)).to.deep.equal(['Expired', '-']);
      const longExpired = ready(summary({ dates: [at(-4)] }));
      expect(upcomingExpiration(longExpired, strict)).to.deep.equal({ kind: 'no-entitlements' });
    });

    it('know no "expires in" without a horizon', () => {
      const none = { ...clock, policy: { ...defaultExpirationPolicy, horizons: [] } };
      expect(expirationStatus(ready(summary({ dates: [at(1)] })), none)).to.deep.equal({ kind: 'none' });
    });

    it('without days of grace still call what expired today expired', () => {
      const none = { ...clock, policy: { ...defaultExpirationPolicy, graceDays: 0 } };
      const status = (expiry: string) => expirationStatus(ready(summary({ dates: [expiry] })), none).kind;
      expect(status('2026-06-15T12:00:00Z')).to.equal('expired');
      expect(status('2026-06-14')).to.equal('none');
    });
  });

  describe('by the clock', () => {
    it('change at the instant of a date-time', () => {
      const expirations = ready(summary({ dates: ['2026-06-15T12:00:00Z'] }));
      const before = clockAt('2026-06-15T11:59:59.999Z');
      expect(written(upcomingExpiration(expirations, before))).to.equal('date of +0, link');
      expect(written(expirationStatus(expirations, before))).to.equal('Expires in 30 days');
      expect(written(upcomingExpiration(expirations, clock))).to.equal('No expirations, link');
      expect(written(expirationStatus(expirations, clock))).to.equal('Expired');
    });

    const midnights: [zone: string, last: string, first: string, what: string][] = [
      ['UTC', '2026-06-15T23:59:59.999Z', '2026-06-16T00:00:00.000Z', 'midnight in UTC'],
      ['America/New_York', '2026-06-16T03:59:59.999Z', '2026-06-16T04:00:00.000Z', 'midnight in New York'],
      ['Pacific/Kiritimati', '2026-06-15T09:59:59.999Z', '2026-06-15T10:00:00.000Z', 'midnight at +14:00'],
      ['Europe/Atlantis', '2026-06-15T23:59:59.999Z', '2026-06-16T00:00:00.000Z', 'midnight in UTC for no zone'],
    ];
    for (const [zone, last, first, what] of midnights) {
      it(`let a date last until ${what}`, () => {
        const expirations = ready(summary({ dates: ['2026-06-15'] }));
        expect(written(upcomingExpiration(expirations, clockAt(last, zone)))).to.equal('date of +0, link');
        expect(written(expirationStatus(expirations, clockAt(first, zone)))).to.equal('Expired');
      });
    }

    it('count over a clock change, a leap day and the end of a year in calendar days', () => {
      const daysLeft = (now: string, expiry: string, zone: string) => {
        const cell = upcomingExpiration(ready(summary({ dates: [expiry] })), clockAt(now, zone));
        return cell.kind === 'date' ? cell.daysLeft : cell.kind;
      };
      expect(daysLeft('2026-03-28T22:59:00Z', '2026-03-30', 'Europe/Berlin')).to.equal(2);
      expect(daysLeft('2026-03-28T23:00:00Z', '2026-03-30', 'Europe/Berlin')).to.equal(1);
      expect(daysLeft('2026-10-25T22:59:00Z', '2026-10-26', 'Europe/Berlin')).to.equal(1);
      expect(daysLeft('2028-02-28T12:00:00Z', '2028-03-01', 'UTC')).to.equal(2);
      expect(daysLeft('2026-02-28T12:00:00Z', '2026-03-01', 'UTC')).to.equal(1);
      expect(daysLeft('2026-12-31T23:00:00Z', '2027-01-31', 'UTC')).to.equal(31);
      expect(daysLeft('2026-12-31T23:00:00Z', '2027-01-31', 'Europe/Berlin')).to.equal(30);
    });

    it('pass a date that a zone left out with the day before it', () => {
      const expirations = ready(summary({ dates: ['2011-12-30'] }));
      const before = clockAt('2011-12-30T09:59:59.999Z', 'Pacific/Apia');
      expect(written(upcomingExpiration(expirations, before))).to.equal('date of +1, link');
      const after = clockAt('2011-12-30T10:00:00Z', 'Pacific/Apia');
      expect(written(expirationStatus(expirations, after))).to.equal('Expired');
    });

    it('find the earliest by the zone, whatever the order of the dates', () => {
      const dates = ['2026-06-16', '2026-06-16T23:00:00Z'];
      for (const given of [dates, [...dates].reverse()]) {
        const earliest = (zone: string) =>
          upcomingExpiration(ready(summary({ dates: given })), clockAt('2026-06-15T12:00:00Z', zone));
        expect(earliest('UTC')).to.include({ expiry: '2026-06-16T23:00:00Z', daysLeft: 1 });
        expect(earliest('Europe/Berlin')).to.include({ expiry: '2026-06-16', daysLeft: 1 });
      }
    });

    it('know nothing where there is no valid now', () => {
      const expirations = ready(summary({ undated: 1, dates: [at(5)] }));
      const unknown = { kind: 'unknown', reason: 'unavailable' };
      expect(upcomingExpiration(expirations, clockAt('never'))).to.deep.equal(unknown);
      expect(expirationStatus(expirations, clockAt('never'))).to.deep.equal(unknown);
      expect(upcomingExpiration({ state: 'forbidden' }, clockAt('never'))).to.include({ reason: 'forbidden' });
    });
  });

  it('throw for no date, no missing source and no zone', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), expiries);
    fc.assert(
      fc.property(fc.array(text), fc.array(text), fc.string(), (dates, missing, zone) => {
        const expirations = ready(summary({ dates }), missing);
        const anywhere = clockAt('2026-06-15T12:00:00Z', zone);
        upcomingExpiration(expirations, anywhere);
        expirationStatus(expirations, anywhere);
        nextExpirationChange([expirations], anywhere);
      }),
    );
  });

  it('stay as they are until the next change', () => {
    fc.assert(
      fc.property(
        fc.array(expiries, { maxLength: 4 }),
        fc.boolean(),
        instants('2025-09-01', '2027-04-01'),
        fc.constantFrom(...hardZones),
        (dates, lasting, now, zone) => {
          const expirations = ready(summary({ undated: lasting ? 1 : 0, dates }));
          const before = clockAt(now, zone);
          const change = nextExpirationChange([expirations], before);
          expect(change).to.be.an.instanceOf(Date);
          expect(Number(change)).to.be.above(now.getTime());
          const last = clockAt(new Date(Number(change) - 1), zone);
          expect(upcomingExpiration(expirations, last)).to.deep.equal(upcomingExpiration(expirations, before));
          expect(expirationStatus(expirations, last)).to.deep.equal(expirationStatus(expirations, before));
        },
      ),
    );
  });
});

describe('horizonOf', () => {
  it('takes the smallest that fits', () => {
    const policy = { ...defaultExpirationPolicy, horizons: [60, 30, 90] };
    expect([0, 30, 31, 60, 61, 90, 91].map((days) => horizonOf(days, policy))).to.deep.equal([
      30,
      30,
      60,
      60,
      90,
      90,
      undefined,
    ]);
  });
});

describe('urgencyOf', () => {
  it('is soon within the nearest horizon, in whatever order they are, and later within the others', () => {
    const policy = { horizons: [60, 30, 90] };
    expect([30, 60, 90].map((days) => urgencyOf(days, policy))).to.deep.equal(['soon', 'later', 'later']);
  });
});

describe('defaultExpirationPolicy', () => {
  it('gives 30 days of grace and looks 30 and 60 days ahead', () => {
    expect(defaultExpirationPolicy).to.include({ graceDays: 30 });
    expect(defaultExpirationPolicy.horizons).to.deep.equal([30, 60]);
  });

  it('counts every capability but the platform ones, in any case', () => {
    const counted = ['iam', 'IAM', 'msp', 'Msp', 'optima', 'iam2', ''].filter((capability) =>
      defaultExpirationPolicy.countsCapability(entitlement(null, { capability })),
    );
    expect(counted).to.deep.equal(['optima', 'iam2', '']);
  });

  it('cannot be changed for everybody', () => {
    expect(defaultExpirationPolicy).to.be.frozen;
    expect(defaultExpirationPolicy.horizons).to.be.frozen;
  });
});
