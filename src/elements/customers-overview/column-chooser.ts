import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { Preferences } from '../../controllers/preferences.js';
import {
  arrangedColumns,
  columnWidths,
  densities,
  withColumn,
  withMovedColumn,
  withoutLayout,
  type ColumnChoice,
  type Density,
} from '../../domain/preferences.js';
import type { CustomersSortField } from '../../domain/query.js';
import { placePopover } from '../popover-position.js';

/** What a {@link ColumnChooser} is told by the overview. */
export interface ColumnChooserOptions {
  readonly preferences: Preferences;
  readonly l10n: Localization<'viewerChoices'>;
  readonly say: (text: string) => void;
}

/** The button and the popover in which the viewer chooses columns, their order and width, and how tall rows are. */
export class ColumnChooser {
  readonly #host: LitElement;
  readonly #options: ColumnChooserOptions;
  /** How wide the columns are that have no width of their own, in `rem`. */
  #measured = new Map<CustomersSortField, number>();

  constructor(host: LitElement, options: ColumnChooserOptions) {
    this.#host = host;
    this.#options = options;
  }

  toolbarTemplate(): TemplateResult {
    const words = this.#options.l10n.messages.viewerChoices;
    const { columns, density = 'comfortable' } = this.#options.preferences.current;
    const arranged = arrangedColumns(columns);
    return html`<button type="button" class="choose-columns" part="columns" popovertarget="columns">
        <span class="word">${words.columns}</span>
      </button>
      <div
        id="columns"
        popover
        role="dialog"
        part="columns-popover"
        tabindex="-1"
        aria-label=${words.columns}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        <ul role="list">
          ${arranged.map((choice, index) => this.#columnTemplate(choice, index, arranged.length))}
        </ul>
        <fieldset>
          <legend>${words.density}</legend>
          ${densities.map(
            (each) =>
              html`<label>
                <input
                  type="radio"
                  name="density"
                  .checked=${each === density}
                  @change=${() => this.#chooseDensity(each)}
                />
                <span>${words.densities[each]}</span>
              </label>`,
          )}
        </fieldset>
        <button type="button" @click=${() => this.#reset()}>${words.reset}</button>
      </div>`;
  }

  #columnTemplate({ id, hidden = false, width }: ColumnChoice, index: number, count: number): TemplateResult {
    const { l10n } = this.#options;
    const words = l10n.messages.viewerChoices;
    const column = l10n.messages.overview.columns[id];
    const isFixed = id === 'name';
    const move = (label: string, name: string, step: 1 | -1, isAtEnd: boolean): TemplateResult =>
      // not `disabled`: a button that is pressed must not lose the focus because it led to the end
      html`<button
        type="button"
        class="icon ${name}"
        aria-label=${label}
        title=${label}
        aria-disabled=${isAtEnd}
        @click=${({ currentTarget }: Event) => !isAtEnd && this.#move(id, step, currentTarget)}
      ></button>`;
    return html`<li data-choice=${id} @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, id)}>
      <label title=${isFixed ? words.alwaysShown : nothing}>
        <input
          type="checkbox"
          .checked=${!hidden}
          ?disabled=${isFixed}
          @change=${() => this.#choose({ id, hidden: !hidden })}
        />
        <span>${column}</span>
      </label>
      <input
        type="range"
        aria-label=${words.width(column)}
        aria-valuetext=${width === undefined ? words.automaticWidth : nothing}
        min=${columnWidths.least}
        max=${columnWidths.most}
        ?disabled=${hidden}
        .value=${String(width ?? this.#measured.get(id) ?? columnWidths.least)}
        @input=${({ target }: Event) =>
          target instanceof HTMLInputElement && this.#choose({ id, width: target.valueAsNumber })}
      />
      ${
        isFixed
          ? nothing
          : html`${move(words.moveUp(column), 'up', -1, index === 1)}
            ${move(words.moveDown(column), 'down', 1, index === count - 1)}`
      }
    </li>`;
  }

  #choose(choice: ColumnChoice): void {
    this.#options.preferences.change((before) => withColumn(before, choice));
  }

  #chooseDensity(density: Density): void {
    this.#options.preferences.change((before) => ({ ...before, density }));
  }

  #reset(): void {
    this.#options.preferences.change(withoutLayout);
    this.#options.say(this.#options.l10n.messages.viewerChoices.wasReset);
    void this.#host.updateComplete.then(() => this.#measure());
  }

  /** Moves a column, and gives the focus to the same control of it: that is in another line now. */
  #move(id: CustomersSortField, step: 1 | -1, control: EventTarget | null): void {
    const { preferences, l10n, say } = this.#options;
    const before = preferences.current;
    const at = this.#controlsOf(id).findIndex((each) => each === control);
    preferences.change((current) => withMovedColumn(current, id, step));
    if (preferences.current === before) return;
    const columns = arrangedColumns(preferences.current.columns);
    const { viewerChoices, overview } = l10n.messages;
    const position = columns.findIndex((column) => column.id === id) + 1;
    say(viewerChoices.moved(overview.columns[id], l10n.formatNumber(position), l10n.formatNumber(columns.length)));
    void this.#host.updateComplete.then(() => this.#controlsOf(id)[at]?.focus());
  }

  #controlsOf(id: CustomersSortField): readonly HTMLElement[] {
    const line = this.#popover?.querySelector(`[data-choice="${id}"]`);
    return [...(line?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#columns');
  }

  /** A column without a width of its own is as wide as it is on screen; the control starts from there. */
  #measure(): void {
    const rem = parseFloat(getComputedStyle(this.#host.ownerDocument.documentElement).fontSize);
    for (const header of this.#host.renderRoot.querySelectorAll<HTMLElement>('thead th[data-column]')) {
      const [choice] = arrangedColumns().filter(({ id }) => id === header.dataset['column']);
      if (choice) this.#measured.set(choice.id, Math.round(header.offsetWidth / rem));
    }
    this.#host.requestUpdate();
  }

  get #opener(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[popovertarget="columns"]');
  }

  readonly #onBeforeToggle = (event: Event): void => {
    // the browser gives the focus back to the host alone, which takes none
    if (event instanceof ToggleEvent && event.newState === 'closed' && this.#popover?.matches(':focus-within'))
      this.#opener?.focus();
  };

  readonly #onToggle = (event: Event): void => {
    const [popover, opener] = [this.#popover, this.#opener];
    // typed as a plain event where a template listens
    if (!popover || !opener || !(event instanceof ToggleEvent) || event.newState !== 'open') return;
    this.#measure();
    placePopover(popover, opener);
    popover.focus();
  };

  #onKeydown(event: KeyboardEvent, id: CustomersSortField): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    this.#move(id, step, event.target);
  }
}
