// RevoGrid with its own sorting; the rows that a search leaves are handed over as another source.
import { defineCustomElement } from '@revolist/revogrid/standalone/revo-grid.js';
import {
  beaconsHref,
  beaconsText,
  columns,
  customerHref,
  distanceText,
  expiryText,
  externalIdText,
  hasExpiryLink,
  rowHeight,
  statusClass,
  statusText,
} from '../../data/row.js';
import { searchOf } from '../../data/search.js';
import { compareRows } from '../row-order.js';
import './page.css';

defineCustomElement();

const cells = {
  name: (h, row) => h('a', { class: 'name', href: customerHref(row) }, row.name),
  id: (_h, row) => row.id,
  externalId: (_h, row) => externalIdText(row),
  beacons: (h, row) =>
    row.beacons < 0
      ? beaconsText(row)
      : h(
          'a',
          { class: 'beacons', href: beaconsHref(row), 'data-problems': row.problems || undefined },
          beaconsText(row),
        ),
  expiryDay: (h, row) =>
    hasExpiryLink(row)
      ? [h('a', { class: 'expiry', href: '#expirations' }, expiryText(row)), distanceText(row)]
      : expiryText(row),
  status: (h, row) => h('span', { class: statusClass(row) }, statusText(row)),
};

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const matching = searchOf(rows);
    const gridColumns = columns.map(({ id, title, width }) => ({
      prop: id,
      name: title,
      size: width,
      sortable: true,
      readonly: true,
      cellCompare: (_prop, a, b) => compareRows[id](a, b),
      cellTemplate: (h, { model }) => cells[id](h, model),
    }));
    const columnOf = (field) => gridColumns.find(({ prop }) => prop === field);
    const grid = document.createElement('revo-grid');
    Object.assign(grid, { rowSize: rowHeight, readonly: true, columns: gridColumns, source: rows });
    container.append(grid);
    const search = (text) => {
      grid.source = text === '' ? rows : rows.filter(matching(text));
    };
    return {
      sort: (field, direction) =>
        void grid.updateColumnSorting(columnOf(field), direction === 'descending' ? 'desc' : 'asc', false),
      search,
      reset() {
        search('');
        void grid.clearSorting();
      },
      update(index, row) {
        rows = rows.with(index, row);
        grid.source = rows;
      },
      scroller: () => grid.querySelector('.vertical-inner'),
      unmount: () => grid.remove(),
    };
  },
};
