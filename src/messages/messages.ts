import type { en } from './en.js';

/** Every word of the elements; each language is one object of this type, so that the compiler finds what is missing. */
export type Messages = typeof en;

/** Some of the words, for a host that says it differently; what is absent stays as the language has it. */
export type MessagesOverride<Section = Messages> = {
  readonly [Key in keyof Section]?: Section[Key] extends string | ((...args: never[]) => string)
    ? Section[Key]
    : MessagesOverride<Section[Key]>;
};
