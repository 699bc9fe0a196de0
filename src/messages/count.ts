/** A number ready to stand in a sentence of one language. */
export interface Count {
  readonly value: number;
  /** The number as the language writes it: `1,204`. */
  readonly text: string;
  /** The language's plural category for it. */
  readonly plural: Intl.LDMLPluralRule;
}
