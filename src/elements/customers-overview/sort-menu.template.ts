import { html, type TemplateResult } from 'lit';
import type { CustomersSort, CustomersSortField, SortDirection } from '../../domain/query.js';
import type { Messages } from '../../messages/messages.js';
import { columns } from './columns.js';

const directions: readonly SortDirection[] = ['ascending', 'descending'];

/** The menu that takes the place of the header row where the rows are cards. */
export function sortMenuTemplate(
  current: CustomersSort | undefined,
  isSortable: (field: CustomersSortField) => boolean,
  words: Messages['overview'],
  onSort: (sort: CustomersSort) => void,
): TemplateResult {
  const choices = columns
    .filter(({ id }) => isSortable(id))
    .flatMap(({ id }) => directions.map((direction): CustomersSort => ({ field: id, direction })));
  return html`<label class="sort-by">
    <span>${words.sortBy}</span>
    <select
      @change=${({ target }: Event) => {
        const choice = target instanceof HTMLSelectElement ? choices[target.selectedIndex] : undefined;
        if (choice) onSort(choice);
      }}
    >
      ${choices.map(
        ({ field, direction }) =>
          html`<option .selected=${current?.field === field && current.direction === direction}>
            ${words.sortOption(words.columns[field], direction)}
          </option>`,
      )}
    </select>
  </label>`;
}
