import { html, type TemplateResult } from 'lit';
import type { CustomerWindow } from '../../controllers/customer-window.js';
import type { CustomersSort, CustomersSortField, ListQuery } from '../../domain/query.js';
import type { Messages } from '../../messages/messages.js';
import type { ProviderDescription } from '../../providers/customers-provider.js';
import { sortMenuTemplate } from './sort-menu.template.js';

/** What the toolbar shows, and what it is for. */
export interface ToolbarView {
  readonly words: Messages['overview'];
  readonly query: ListQuery;
  /** What else the toolbar has, once the part that knows is there. */
  readonly later: TemplateResult | undefined;
  readonly isSortable: (field: CustomersSortField) => boolean;
  /** Gives what is searched for from then on: the host may have decided otherwise. */
  readonly onSearch: (search: string) => string;
  readonly onSort: (sort: CustomersSort) => void;
}

/** The search field, and the sort menu where rows are cards. */
export function toolbarTemplate({ words, query, later, isSortable, onSearch, onSort }: ToolbarView): TemplateResult {
  return html`<div class="toolbar" part="toolbar">
    <div class="search">
      <input
        type="search"
        part="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${query.search ?? ''}
        @input=${({ target }: InputEvent) => {
          if (target instanceof HTMLInputElement) target.value = onSearch(target.value);
        }}
      />
    </div>
    ${sortMenuTemplate(query.sort?.[0], isSortable, words, onSort)}${later}
  </div>`;
}

/** Whether a provider counts customers by status, and can be asked for those of one. */
export function offersTiles(description: ProviderDescription | undefined): boolean {
  return description?.statusCounts === true && (description.filterable?.includes('statuses') ?? true);
}

/** The room of the status tiles, which come after the rows and move none. */
export function tilesRoomTemplate(
  description: ProviderDescription | undefined,
  { hasFailed }: Pick<CustomerWindow, 'hasFailed'>,
  tiles: TemplateResult | undefined,
): TemplateResult {
  return html`<div class="tiles-room" ?hidden=${hasFailed || !offersTiles(description)}>${tiles}</div>`;
}
