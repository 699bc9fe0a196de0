/**
 * The order of text in a language, where numbers count as numbers. Where the tag is none, or one that the engine does
 * not know, that of English, which is the order of no language in particular; an engine may take the machine's instead.
 */
export function collatorOf(locale: string, options?: Intl.CollatorOptions): Intl.Collator {
  const collator = (locales: string | string[]) => new Intl.Collator(locales, { numeric: true, ...options });
  try {
    return collator([locale, 'en']);
  } catch {
    return collator('en');
  }
}
