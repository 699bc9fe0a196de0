import type { Availability } from './availability.js';
import { calendarDayOf, startOfCalendarDay } from './calendar.js';
import type { ExpirationClock, ExpirationSummary } from './expirations.js';
import { parseExpiry } from './expiry.js';

/**
 * The next instant at which any of these cells may change: the next midnight of the time zone, or a date-time expiry
 * before it. `undefined` where `now` is invalid.
 */
export function nextExpirationChange(
  expirations: Iterable<Availability<ExpirationSummary>>,
  clock: Pick<ExpirationClock, 'now' | 'timeZone'>,
): Date | undefined {
  const now = clock.now.getTime();
  let next = startOfCalendarDay(calendarDayOf(now, clock.timeZone) + 1, clock.timeZone).getTime();
  if (Number.isNaN(next)) return undefined;
  for (const expiration of expirations) {
    if (expiration.state !== 'ready') continue;
    for (const date of expiration.value.dates) {
      const expiry = parseExpiry(date, clock.timeZone);
      if (expiry?.kind === 'instant' && expiry.instant > now && expiry.instant < next) next = expiry.instant;
    }
  }
  return new Date(next);
}
