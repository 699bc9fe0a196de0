import { dayLength } from '../domain/calendar.js';
import { parseExpiry } from '../domain/expiry.js';
import type { Expiry } from '../domain/expirations.js';

/** `Intl` objects are costly to make, so each locale has one. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of an expiry, as in "Mar 4, 2027": of a date-time the day in the zone, of a date itself, never converted. An
 * unreadable expiry stays as it is. Not a part of `Localization`, because an element without dates needs no calendar.
 *
 * @param timeZone IANA name. An unknown one counts as UTC.
 * @param locale A valid BCP 47 tag; one that the runtime has no data for is written as English.
 */
export function formatDay(expiry: Expiry, timeZone: string, locale: string): string {
  const parsed = parseExpiry(expiry, timeZone);
  // the day was looked up in the zone already: it only has to be written, not converted again
  return parsed === undefined ? expiry : formatOf(locale).format(parsed.day * dayLength);
}

function formatOf(locale: string): Intl.DateTimeFormat {
  let format = formats.get(locale);
  if (format === undefined) {
    // without the second choice, a tag that `Intl` does not know would mean the machine's own locale
    format = new Intl.DateTimeFormat([locale, 'en'], { dateStyle: 'medium', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return format;
}
