/** Every word of an object of messages by its path, as in `errors.timeout`. */
export function wordsOf(messages: object, path = ''): Map<string, unknown> {
  const words = new Map<string, unknown>();
  for (const [name, word] of Object.entries(messages) as [string, unknown][]) {
    if (typeof word === 'object' && word !== null) {
      for (const [inner, value] of wordsOf(word, `${path}${name}.`)) words.set(inner, value);
    } else words.set(path + name, word);
  }
  return words;
}
