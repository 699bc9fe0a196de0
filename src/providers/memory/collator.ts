/** The order of text in a language, where numbers count as numbers; that of no language in particular where the tag is none. */
export function collatorOf(locale: string, options?: Intl.CollatorOptions): Intl.Collator {
  try {
    return new Intl.Collator(locale, { numeric: true, ...options });
  } catch {
    return new Intl.Collator('und', { numeric: true, ...options });
  }
}
