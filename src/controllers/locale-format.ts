/** Numbers and lists as one locale writes them. `Intl` objects are costly to make, so each locale is made once. */
export class LocaleFormat {
  static readonly #known = new Map<string, LocaleFormat>();

  /** @param locale A valid BCP 47 tag; one that the runtime has no data for is written as English. */
  static of(locale: string): LocaleFormat {
    let format = this.#known.get(locale);
    if (format === undefined) this.#known.set(locale, (format = new LocaleFormat(locale)));
    return format;
  }

  readonly #numbers: Intl.NumberFormat;
  readonly #plurals: Intl.PluralRules;
  readonly #lists: Intl.ListFormat;

  private constructor(locale: string) {
    // without the second choice, a tag that `Intl` does not know would mean the machine's own locale
    const locales = [locale, 'en'];
    this.#numbers = new Intl.NumberFormat(locales);
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
}

/** The canonical form of a language tag; `undefined` for one that is not valid. Never throws. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
