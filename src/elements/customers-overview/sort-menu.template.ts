import { html, type TemplateResult } from 'lit';
import type { CustomersSort, CustomersSortField, SortDirection } from '../../domain/query.js';
import type { Messages } from '../../messages/messages.js';
import { columns } from './columns.js';

const directions: readonly SortDirection[] = ['ascending', 'descending'];

/**
 * The menu that takes the place of the header row where the rows are cards. Where the list has no order, or one that is
 * not on offer, it asks for one: a choice would claim an order that nobody asked for.
 */
export function sortMenuTemplate(
  current: CustomersSort | undefined,
  isSortable: (field: CustomersSortField) => boolean,
  words: Messages['overview'],
  onSort: (sort: CustomersSort) => void,
): TemplateResult {
  const choices = columns
    .filter(({ id }) => isSortable(id))
    .flatMap(({ id }) => directions.map((direction): CustomersSort => ({ field: id, direction })));
  const chosen = choices.findIndex(
    ({ field, direction }) => current?.field === field && current.direction === direction,
  );
  return html`<label class="sort-by">
    <span>${words.sortBy}</span>
    <select
      @change=${({ target }: Event) => {
        const choice = target instanceof HTMLSelectElement ? choices[target.selectedIndex - 1] : undefined;
        if (choice) onSort(choice);
      }}
    >
      <option disabled hidden .selected=${chosen < 0}>${words.sortNone}</option>
      ${choices.map(
        ({ field, direction }, index) =>
          html`<option .selected=${index === chosen}>${words.sortOption(words.columns[field], direction)}</option>`,
      )}
    </select>
  </label>`;
}
