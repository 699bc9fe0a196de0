/** Plain text has nothing to look for, and most text is plain. */
const unusual = /[^ -~]/;

/**
 * What turns text around or takes no room, white space apart; before it, as a group, where such characters do what they
 * are for: flags of regions, keycaps, coloured and joined pictures, and then the form of an ideograph and letters joined
 * or parted, in scripts that need it. Looks back at letters of the basic plane alone: WebKit errs beyond it.
 */
const ordinaryOrHidden =
  /(\u{1f3f4}[\u{e0030}-\u{e007f}]{1,6}|[\d#*]\ufe0f\u20e3|\p{ExtPict}\p{EMod}?[\ufe0e\ufe0f]?(?:\u200d\p{ExtPict}\p{EMod}?\ufe0f?)*|(?<=(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hang}\p{sc=Zyyy}\p{sc=Zinh}])[\p{L}\p{M}])(?:[\u180b-\u180d\ufe00-\ufe02\u{e0100}-\u{e01ef}]|[\u200c\u200d](?:(?=(?!\p{DI})[\p{L}\p{M}])|(?<=\p{M}.))))|(?![\t-\r])[\p{DI}\p{Cc}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * Text from data as it is safe to show: characters that turn the text around them, and those that nobody sees, are
 * written out (`[U+202E]`), so that a name or an ID cannot pass for another. Emoji, and scripts whose spelling needs
 * such characters, stay as they are.
 */
export function visibleText(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(
    ordinaryOrHidden,
    (found: string, ordinary?: string) =>
      ordinary ?? `[U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
