/** What turns text around or takes no room. White space is no part of it. */
const hidden = /(?![\t-\r])[\p{DI}\p{Cc}\u2028\u2029\ufff9-\ufffb]/u;

/** Where such characters do what they are for. */
const ordinary = [
  // emoji: flags of regions, keycaps, coloured and joined pictures
  /\u{1f3f4}[\u{e0030}-\u{e007a}]+\u{e007f}/u,
  /[\d#*]\ufe0f\u20e3/u,
  /\p{ExtPict}\p{EMod}?[\ufe0e\ufe0f]?(?:\u200d\p{ExtPict}\p{EMod}?\ufe0f?)*/u,
  // joined and parted letters, from Arabic to Mongolian, and the forms of an ideograph
  /(?<=[\u0600-\u10ff\u1780-\u1cff])[\u180b-\u180d\u200c\u200d](?:(?!\p{DI})(?=[\u0600-\u10ff\u1780-\u1cff])|(?<=\p{M}.))/u,
  /(?<=\p{sc=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u,
];

const ordinaryOrHidden = new RegExp(`(${ordinary.map(({ source }) => source).join('|')})|${hidden.source}`, 'gu');

/**
 * Text from data as it is safe to show: characters that turn the text around them, and those that nobody sees, are
 * written out (`[U+202E]`), so that a name or an ID cannot pass for another. Emoji, and scripts whose spelling needs
 * such characters, stay as they are.
 */
export function visibleText(text: string): string {
  return hidden.test(text)
    ? text.replace(ordinaryOrHidden, (found: string, kept?: string) => kept ?? writtenOut(found))
    : text;
}

function writtenOut(character: string): string {
  return `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
}
