import { noChange, type ElementPart } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import type { Messages } from '../../messages/messages.js';

type ColumnWords = Messages['overview']['columns'];

/** A text as a CSS string. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/**
 * Hands the columns' words to the style sheet as `--_label-…`: where rows are cards, each fact shows its own, without
 * a binding in every cell. Set through the object model, because a `style` attribute breaks under a strict policy.
 */
class ColumnLabels extends Directive {
  #words: ColumnWords | undefined;

  render(_words: ColumnWords): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [words]: [ColumnWords]): typeof noChange {
    if (words === this.#words || !(element instanceof HTMLElement)) return noChange;
    this.#words = words;
    for (const [id, word] of Object.entries(words)) element.style.setProperty(`--_label-${id}`, cssString(word));
    return noChange;
  }
}

export const columnLabels = directive(ColumnLabels);
