import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RowContext } from './row-context.js';

type ColumnContext = Pick<RowContext, 'messages' | 'columns'>;

/** A text as a CSS string. */
function cssString(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/**
 * Hands the columns to the style sheet: their words as `--_label-…`, because where rows are cards each fact shows its
 * own, without a binding in every cell; and how wide they are as `--_tracks`. Set through the object model, because a
 * `style` attribute breaks under a strict policy.
 */
export class ColumnStyles implements ReactiveController {
  readonly #table: () => HTMLElement | undefined;
  readonly #context: () => ColumnContext | undefined;
  #shown: Partial<ColumnContext> = {};

  constructor(
    host: ReactiveControllerHost,
    table: () => HTMLElement | undefined,
    context: () => ColumnContext | undefined,
  ) {
    this.#table = table;
    this.#context = context;
    host.addController(this);
  }

  hostUpdated(): void {
    const [style, context] = [this.#table()?.style, this.#context()];
    if (!style || !context) return;
    const { messages, columns } = context;
    if (messages !== this.#shown.messages)
      for (const [id, word] of Object.entries(messages.overview.columns))
        style.setProperty(`--_label-${id}`, cssString(word));
    if (columns !== this.#shown.columns) style.setProperty('--_tracks', columns.map(({ track }) => track).join(' '));
    this.#shown = { messages, columns };
  }
}
