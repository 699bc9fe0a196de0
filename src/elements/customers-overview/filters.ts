import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { ExpirationPolicy } from '../../domain/expirations.js';
import {
  filterChips,
  statusFilters,
  withFilter,
  withoutChip,
  withoutChips,
  withToggled,
} from '../../domain/filters.js';
import type { CustomersFilter, ListQuery } from '../../domain/query.js';
import { placePopover } from '../popover-position.js';
import { shownText } from '../shown-text.js';
import { filterName, statusName } from './filter-names.js';

/** Tags offered at once; whoever has more searches for them. */
const mostTags = 30;

/** What {@link Filters} are told by the overview. */
export interface FiltersOptions {
  readonly l10n: Localization<'finding'>;
  readonly query: () => ListQuery;
  readonly policy: () => ExpirationPolicy;
  /** What the provider can filter by. */
  readonly offered: () => readonly CustomersFilter[];
  /** The tags of the customers that have been loaded. */
  readonly tags: () => readonly string[];
  readonly ask: (query: ListQuery) => void;
}

/** The button and the popover in which the viewer filters the list, and what it is filtered by. */
export class Filters {
  readonly #host: LitElement;
  readonly #options: FiltersOptions;
  /** Of the customers loaded when the popover was opened: none comes or goes under the pointer. */
  #tags: readonly string[] = [];

  constructor(host: LitElement, options: FiltersOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The button, and what it opens. */
  toolbarTemplate(): TemplateResult | typeof nothing {
    const { l10n, offered } = this.#options;
    if (offered().length === 0) return nothing;
    const words = l10n.messages.finding;
    return html`<button type="button" class="add-filter" part="filter" popovertarget="filters">${words.filter}</button>
      <div
        id="filters"
        class="finding-popover"
        popover
        role="dialog"
        part="filter-popover"
        tabindex="-1"
        aria-label=${words.filters}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        ${offered().map((filter) => this.#fieldTemplate(filter))}
      </div>`;
  }

  /** What the list is filtered by, each to be taken away. */
  chipsTemplate(): TemplateResult | typeof nothing {
    const { l10n, query } = this.#options;
    const words = l10n.messages.finding;
    const chips = filterChips(query());
    if (chips.length === 0) return nothing;
    return html`<div class="chips" part="chips" role="group" aria-label=${words.filters}>
      ${chips.map((chip, index) => {
        const name = filterName(chip, l10n);
        return html`<button
          type="button"
          class="chip"
          part="chip"
          aria-label=${words.remove(name)}
          @click=${() => this.#remove(withoutChip(query(), chip), index)}
        >
          <span dir="auto">${name}</span>
        </button>`;
      })}
      <button type="button" class="link" @click=${() => this.#remove(withoutChips(query()), 0)}>
        ${words.clearAll}
      </button>
    </div>`;
  }

  #fieldTemplate(filter: CustomersFilter): TemplateResult | typeof nothing {
    const { l10n, query, policy, ask } = this.#options;
    const words = l10n.messages.finding;
    const { statuses = [], tags = [], expiresWithinDays, relationship, tiered, beaconProblems } = query();
    switch (filter) {
      case 'statuses':
        return this.#checksTemplate(
          words.status,
          [...new Set([...statusFilters(policy()), ...statuses])].map((status) => ({
            name: statusName(status, l10n),
            isChosen: statuses.includes(status),
            toggle: () => ask(withToggled(query(), 'statuses', status)),
          })),
        );
      case 'tags':
        return this.#checksTemplate(
          words.tags,
          [...new Set([...tags, ...this.#tags])].map((tag) => ({
            name: shownText(tag),
            isChosen: tags.includes(tag),
            toggle: () => ask(withToggled(query(), 'tags', tag)),
          })),
        );
      case 'expiresWithinDays':
        return html`<label class="filter-field">
          <span>${words.expiresWithin}</span>
          <span class="days">
            <input
              type="number"
              min="0"
              max="36500"
              inputmode="numeric"
              .value=${expiresWithinDays === undefined ? '' : String(expiresWithinDays)}
              @change=${this.#onDays}
            />
            ${words.days}
          </span>
        </label>`;
      case 'relationship':
        return this.#choiceTemplate(words.relationship, relationship, words.relationships, (value) =>
          withFilter(query(), 'relationship', value),
        );
      case 'tiered':
        return this.#choiceTemplate(words.tiered, nameOfFlag(tiered), words.tieredChoices, (value) =>
          withFilter(query(), 'tiered', flagOfName(value)),
        );
      case 'beaconProblems':
        return this.#choiceTemplate(words.beacons, nameOfFlag(beaconProblems), words.beaconChoices, (value) =>
          withFilter(query(), 'beaconProblems', flagOfName(value)),
        );
    }
  }

  #checksTemplate(
    legend: string,
    choices: readonly { readonly name: string; readonly isChosen: boolean; readonly toggle: () => void }[],
  ): TemplateResult | typeof nothing {
    if (choices.length === 0) return nothing;
    return html`<fieldset class="filter-field">
      <legend>${legend}</legend>
      ${choices.map(
        ({ name, isChosen, toggle }) =>
          html`<label
            ><input type="checkbox" .checked=${isChosen} @change=${toggle} /><span dir="auto">${name}</span></label
          >`,
      )}
    </fieldset>`;
  }

  #choiceTemplate<Value extends string>(
    label: string,
    current: Value | undefined,
    names: Readonly<Record<Value, string>>,
    queryWith: (value: Value | undefined) => ListQuery,
  ): TemplateResult {
    // the names are keyed by the values
    const values = Object.keys(names) as Value[];
    const choose = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) this.#options.ask(queryWith(values[target.selectedIndex - 1]));
    };
    return html`<label class="filter-field">
      <span>${label}</span>
      <select @change=${choose}>
        <option .selected=${current === undefined}>${this.#options.l10n.messages.finding.any}</option>
        ${values.map((value) => html`<option .selected=${value === current}>${names[value]}</option>`)}
      </select>
    </label>`;
  }

  readonly #onDays = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !target.validity.valid) return;
    const { query, ask } = this.#options;
    ask(withFilter(query(), 'expiresWithinDays', target.value === '' ? undefined : target.valueAsNumber));
  };

  /** The chip that had the focus goes: the next one gets it, or the button that adds filters. */
  #remove(query: ListQuery, index: number): void {
    this.#options.ask(query);
    void this.#host.updateComplete.then(() => {
      const chips = this.#host.renderRoot.querySelectorAll<HTMLElement>('.chip');
      (chips[Math.min(index, chips.length - 1)] ?? this.#opener)?.focus();
    });
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#filters');
  }

  get #opener(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[popovertarget="filters"]');
  }

  readonly #onBeforeToggle = (event: Event): void => {
    // typed as a plain event where a template listens
    if (!(event instanceof ToggleEvent)) return;
    if (event.newState === 'open') {
      this.#tags = this.#options.tags().slice(0, mostTags);
      this.#host.requestUpdate();
      // the browser gives the focus back to the host alone, which takes none
    } else if (this.#popover?.matches(':focus-within')) this.#opener?.focus();
  };

  readonly #onToggle = (event: Event): void => {
    const [popover, opener] = [this.#popover, this.#opener];
    if (!popover || !opener || !(event instanceof ToggleEvent) || event.newState !== 'open') return;
    placePopover(popover, opener);
    popover.focus();
  };
}

function nameOfFlag(flag: boolean | undefined): 'yes' | 'no' | undefined {
  return flag === undefined ? undefined : flag ? 'yes' : 'no';
}

function flagOfName(name: 'yes' | 'no' | undefined): boolean | undefined {
  return name === undefined ? undefined : name === 'yes';
}
