import { dayLength } from '../domain/calendar.js';
import { parseExpiry } from '../domain/expiry.js';
import type { Expiry } from '../domain/expirations.js';

/** Numbers and dates as one locale writes them. `Intl` objects are costly to make, so each locale is made once. */
export class LocaleFormat {
  static readonly #known = new Map<string, LocaleFormat>();

  /** @param locale A valid BCP 47 tag; one that the runtime has no data for is written as English. */
  static of(locale: string): LocaleFormat {
    let format = this.#known.get(locale);
    if (format === undefined) this.#known.set(locale, (format = new LocaleFormat(locale)));
    return format;
  }

  readonly #numbers: Intl.NumberFormat;
  readonly #days: Intl.DateTimeFormat;
  readonly #plurals: Intl.PluralRules;
  readonly #lists: Intl.ListFormat;

  private constructor(locale: string) {
    // without the second choice, a tag that `Intl` does not know would mean the machine's own locale
    const locales = [locale, 'en'];
    this.#numbers = new Intl.NumberFormat(locales);
    this.#days = new Intl.DateTimeFormat(locales, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#plurals = new Intl.PluralRules(locales);
    this.#lists = new Intl.ListFormat(locales);
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  plural(value: number): Intl.LDMLPluralRule {
    return this.#plurals.select(value);
  }

  list(items: readonly string[]): string {
    return this.#lists.format(items);
  }

  /** The calendar day of an expiry in the time zone; an unreadable one as it is. */
  day(expiry: Expiry, timeZone: string): string {
    const parsed = parseExpiry(expiry, timeZone);
    // the day was looked up in the zone already: it only has to be written, not converted again
    return parsed === undefined ? expiry : this.#days.format(parsed.day * dayLength);
  }
}

/** The canonical form of a language tag; `undefined` for one that is not valid. Never throws. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
