import type { MessagesOverride } from './messages.js';

/**
 * The words of a language with a host's own ones in their place. Only words that exist, of the same kind (a text for a
 * text, a function for a function), are taken: whatever else the object carries, a parsed `__proto__` included, is left.
 */
export function mergeMessages<Words extends object>(messages: Words, overrides: MessagesOverride): Words {
  // the walk keeps the shape of `messages`, which the compiler cannot follow
  return merge(messages, overrides) as Words;
}

function merge(words: unknown, overrides: unknown): unknown {
  if (typeof words !== 'object' || words === null) return typeof overrides === typeof words ? overrides : words;
  if (typeof overrides !== 'object' || overrides === null) return words;
  // an object of words and an object of a host: both only read by the names of the words
  const own = overrides as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, Object.hasOwn(own, name) ? merge(word, own[name]) : word]),
  );
}
