// TanStack Table and TanStack Virtual in a Lit element, put together as their guide to virtual rows does.
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  TableController,
  tableFeatures,
} from '@tanstack/lit-table';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { columns, rowHeight } from '../../data/row.js';
import { searchOf } from '../../data/search.js';
import { cellTemplates } from '../cell-templates.js';
import { compareRows } from '../row-order.js';
import './page.css';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const tableColumns = columns.map(({ id, title }) => ({
  id,
  accessorKey: id,
  header: title,
  sortFn: (a, b) => compareRows[id](a.original, b.original),
}));

class CustomersTable extends LitElement {
  static properties = { rows: { attribute: false } };

  #scroller = createRef();
  #controller = new TableController(this);
  #virtualizer = new VirtualizerController(this, {
    count: 0,
    getScrollElement: () => this.#scroller.value,
    estimateSize: () => rowHeight,
    overscan: 5,
  });
  #matching;
  #word;
  table;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('rows')) this.#matching = searchOf(this.rows);
  }

  get scroller() {
    return this.#scroller.value;
  }

  #matches = (row, _columnId, word) => {
    if (this.#word?.text !== word) this.#word = { text: word, test: this.#matching(word) };
    return this.#word.test(row.original);
  };

  render() {
    this.table = this.#controller.table(
      {
        features,
        columns: tableColumns,
        data: this.rows,
        getRowId: (row) => row.id,
        getColumnCanGlobalFilter: (column) => column.id === 'name',
        globalFilterFn: this.#matches,
      },
      ({ sorting, globalFilter }) => ({ sorting, globalFilter }),
    );
    const { rows } = this.table.getRowModel();
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: rows.length });
    return html`<div class="tanstack" ${ref(this.#scroller)}>
      <div class="tanstack-row tanstack-header" role="row">
        ${columns.map(({ title }) => html`<div role="columnheader">${title}</div>`)}
      </div>
      <div class="tanstack-body" role="rowgroup" style="height:${virtualizer.getTotalSize()}px">
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) =>
            html`<div class="tanstack-row" role="row" style="transform:translateY(${start}px)">
              ${columns.map(({ id }) => html`<div role="gridcell">${cellTemplates[id](rows[index].original)}</div>`)}
            </div>`,
        )}
      </div>
    </div>`;
  }
}
customElements.define('customers-table', CustomersTable);

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const element = new CustomersTable();
    element.rows = rows;
    container.append(element);
    const show = () => {
      element.scroller.scrollTop = 0;
    };
    return {
      sort(field, direction) {
        element.table.setSorting([{ id: field, desc: direction === 'descending' }]);
        show();
      },
      search(text) {
        element.table.setGlobalFilter(text);
        show();
      },
      reset() {
        element.table.setGlobalFilter('');
        element.table.setSorting([]);
        show();
      },
      update(index, row) {
        element.rows = element.rows.with(index, row);
      },
      scroller: () => element.scroller,
      unmount: () => element.remove(),
    };
  },
};
