import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { beaconConnectivities, type BeaconFilter } from '../../domain/beacon-list.js';
import type { BeaconConnectivity } from '../../domain/beacons.js';
import { connectivitySign } from './connectivity.template.js';

/** What stands above the table, and what it is for. */
export interface BeaconsToolbarView {
  readonly filter: BeaconFilter;
  /** How many there are of each connectivity, and among what the search finds; absent while they are on their way. */
  readonly counts?: {
    readonly all: Readonly<Record<BeaconConnectivity, number>>;
    readonly found: Readonly<Record<BeaconConnectivity, number>>;
  };
  /** Whether any beacon reports through another. */
  readonly hasTree: boolean;
  readonly isTree: boolean;
  readonly l10n: Localization<'customerBeacons'>;
  readonly onSearch: (search: string) => void;
  readonly onConnectivity: (connectivity: BeaconConnectivity) => void;
  readonly onTree: () => void;
  readonly onRefresh: () => void;
}

/** The counts, each a filter; search, the way in which the beacons are arranged, and a fresh read. */
export function beaconsToolbarTemplate(view: BeaconsToolbarView): TemplateResult {
  const words = view.l10n.messages.customerBeacons;
  return html`<div class="toolbar" part="toolbar">
    <div class="filters" role="group" part="filters" aria-label=${words.filters}>${filterButtons(view)}</div>
    <div class="search">
      <input
        type="search"
        part="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${view.filter.search}
        @input=${({ target }: InputEvent) => {
          if (target instanceof HTMLInputElement) view.onSearch(target.value);
        }}
      />
    </div>
    ${
      view.hasTree
        ? html`<button type="button" class="pressable" part="tree" aria-pressed=${view.isTree} @click=${view.onTree}>
            ${words.tree}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="icon"
      part="refresh"
      aria-label=${words.refresh}
      title=${words.refresh}
      @click=${view.onRefresh}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M13 8a5 5 0 1 1-1.5-3.6M13 1.5V5H9.5" /></svg>
    </button>
  </div>`;
}

/** One button for each connectivity that there is, or that is chosen still. */
function filterButtons({ filter, counts, l10n, onConnectivity }: BeaconsToolbarView): readonly TemplateResult[] {
  const words = l10n.messages.customerBeacons;
  return beaconConnectivities
    .filter((each) => filter.connectivities.has(each) || (counts?.all[each] ?? 0) > 0)
    .map(
      (each) =>
        html`<button
          type="button"
          class="pressable"
          part="filter"
          data-connectivity=${each}
          aria-pressed=${filter.connectivities.has(each)}
          @click=${() => onConnectivity(each)}
        >
          ${connectivitySign(each)} ${words.connectivity[each]}
          <span class="count">${l10n.count(counts?.found[each] ?? 0).text}</span>
        </button>`,
    );
}
