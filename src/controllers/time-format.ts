/** `Intl` objects are costly to make, so each locale has one, and for instants each time zone of it. */
const ages = new Map<string, Intl.RelativeTimeFormat>();
const instants = new Map<string, Intl.DateTimeFormat>();

/**
 * A past time by its distance, as in "4 minutes ago", in the largest unit of which there is a whole one: minutes, hours
 * or days.
 *
 * @param minutes Whole minutes, from 1 on.
 * @param locale A valid BCP 47 tag; one that the runtime has no data for is written as English.
 */
export function formatAge(minutes: number, locale: string): string {
  let format = ages.get(locale);
  // without the second choice, a tag that `Intl` does not know would mean the machine's own locale
  if (format === undefined) ages.set(locale, (format = new Intl.RelativeTimeFormat([locale, 'en'])));
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}

/**
 * An instant as a day and a time, as in "Nov 24, 2026, 8:45 AM".
 *
 * @param timeZone A known IANA name.
 * @param locale As for {@link formatAge}.
 */
export function formatInstant(instant: Date, timeZone: string, locale: string): string {
  const key = `${locale} ${timeZone}`;
  let format = instants.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat([locale, 'en'], { dateStyle: 'medium', timeStyle: 'short', timeZone });
    instants.set(key, format);
  }
  return format.format(instant);
}
