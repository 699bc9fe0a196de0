/**
 * What turns text around or takes no room, except where it does what it is for. The character comes before the
 * exceptions, which each end with it, so that plain text is passed over at once.
 */
const hidden = new RegExp(
  '[\\p{DI}\\p{Cc}\\u2028\\u2029\\ufff9-\\ufffb](?<!' +
    // white space
    '[\\t-\\r]|' +
    // emoji: as a picture or as a letter, joined ones, keycaps, and flags of regions
    '[\\p{ExtPict}\\p{EMod}](?:[\\ufe0e\\ufe0f]|\\ufe0f?\\u200d(?=\\p{ExtPict}))|' +
    '[\\d#*]\\ufe0f(?=\\u20e3)|' +
    '\\u{1f3f4}[\\u{e0030}-\\u{e007f}]{1,6}|' +
    // joined and parted letters, from Arabic to Mongolian, and the forms of an ideograph
    '[\\u0600-\\u10ff\\u1780-\\u1cff](?:(?<=\\p{M})|(?=.(?!\\p{DI})[\\u0600-\\u10ff\\u1780-\\u1cff]))[\\u180b-\\u180d\\u200c\\u200d]|' +
    '\\p{sc=Han}[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}])',
  'gu',
);

/**
 * Text from data as it is safe to show: characters that turn the text around them, and those that nobody sees, are
 * written out (`[U+202E]`), so that a name or an ID cannot pass for another. Emoji, and scripts whose spelling needs
 * such characters, stay as they are.
 */
export function visibleText(text: string): string {
  return text.replace(
    hidden,
    (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
