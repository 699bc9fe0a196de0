import { noChange, type ElementPart } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import type { Messages } from '../../messages/messages.js';
import type { Column } from './columns.js';

type ColumnWords = Messages['overview']['columns'];

/** A text as a CSS string. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/**
 * Hands the columns to the style sheet: their words as `--_label-…`, because where rows are cards each fact shows its
 * own, without a binding in every cell; and how wide they are as `--_tracks`. Set through the object model, because a
 * `style` attribute breaks under a strict policy.
 */
class ColumnStyles extends Directive {
  #words: ColumnWords | undefined;
  #columns: readonly Column[] | undefined;

  render(_words: ColumnWords, _columns: readonly Column[]): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [words, columns]: [ColumnWords, readonly Column[]]): typeof noChange {
    if (!(element instanceof HTMLElement)) return noChange;
    if (words !== this.#words) {
      this.#words = words;
      for (const [id, word] of Object.entries(words)) element.style.setProperty(`--_label-${id}`, cssString(word));
    }
    if (columns !== this.#columns) {
      this.#columns = columns;
      element.style.setProperty('--_tracks', columns.map(({ track }) => track).join(' '));
    }
    return noChange;
  }
}

export const columnStyles = directive(ColumnStyles);
