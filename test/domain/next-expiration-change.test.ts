import { expect } from '@open-wc/testing';
import { nextExpirationChange } from '../../src/domain/next-expiration-change.js';
import { clockAt } from './samples.js';

describe('nextExpirationChange', () => {
  const next = (dates: string[], now: string, zone = 'UTC') =>
    nextExpirationChange(
      [{ state: 'pending' }, { state: 'ready', value: { undated: 0, unreadable: 0, dates } }],
      clockAt(now, zone),
    )?.toISOString();

  it('is the next midnight of the zone', () => {
    expect(next([], '2026-06-15T12:00:00Z')).to.equal('2026-06-16T00:00:00.000Z');
    expect(next([], '2026-06-15T00:00:00Z')).to.equal('2026-06-16T00:00:00.000Z');
    expect(next([], '2026-06-15T12:00:00Z', 'America/New_York')).to.equal('2026-06-16T04:00:00.000Z');
    expect(next([], '2026-06-15T12:00:00Z', 'Europe/Atlantis')).to.equal('2026-06-16T00:00:00.000Z');
  });

  it('is the end of a clock change that skips midnight, or a day', () => {
    expect(next([], '2026-09-06T03:00:00Z', 'America/Santiago')).to.equal('2026-09-06T04:00:00.000Z');
    expect(next([], '2011-12-29T12:00:00Z', 'Pacific/Apia')).to.equal('2011-12-30T10:00:00.000Z');
  });

  it('is the first date-time to come before that', () => {
    const dates = ['2026-06-15T18:00:00Z', '2026-06-15T15:00:00Z', '2026-06-15T12:00:00Z', '2026-06-17T12:00:00Z'];
    expect(next(dates, '2026-06-15T12:00:00Z')).to.equal('2026-06-15T15:00:00.000Z');
    expect(next(dates, '2026-06-15T15:00:00Z')).to.equal('2026-06-15T18:00:00.000Z');
    expect(next(dates, '2026-06-15T18:00:00Z')).to.equal('2026-06-16T00:00:00.000Z');
  });

  it('does not wake for dates, nor for what it cannot read', () => {
    expect(next(['2026-06-15', 'soon'], '2026-06-15T12:00:00Z')).to.equal('2026-06-16T00:00:00.000Z');
  });

  it('is unknown without a valid now, and beyond the range of Date', () => {
    expect(nextExpirationChange([], clockAt('never'))).to.equal(undefined);
    expect(nextExpirationChange([], clockAt(new Date(8.64e15)))).to.equal(undefined);
  });
});
