// AG Grid Community with its client-side row model, its quick filter and its transactions.
import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ModuleRegistry,
  QuickFilterModule,
} from 'ag-grid-community';
import { columns, rowHeight } from '../../data/row.js';
import { cellElements } from '../cell-elements.js';
import { compareNames, compareNumbers } from '../row-order.js';
import './page.css';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  QuickFilterModule,
]);

const searched = ['name', 'id', 'externalId'];

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const box = document.createElement('div');
    box.className = 'ag-box';
    container.append(box);
    const grid = createGrid(box, {
      rowData: rows,
      rowHeight,
      headerHeight: rowHeight,
      getRowId: ({ data }) => data.id,
      cacheQuickFilter: true,
      columnDefs: columns.map(({ id, title, width }) => ({
        field: id,
        headerName: title,
        width,
        comparator: id === 'name' ? compareNames : compareNumbers,
        cellRenderer: ({ data }) => cellElements[id](data),
        getQuickFilterText: ({ value }) => (searched.includes(id) ? value : ''),
      })),
    });
    const sort = (state) => grid.applyColumnState({ state, defaultState: { sort: null } });
    const search = (text) => grid.setGridOption('quickFilterText', text);
    return {
      sort: (field, direction) => sort([{ colId: field, sort: direction === 'descending' ? 'desc' : 'asc' }]),
      search,
      reset() {
        search('');
        sort([]);
      },
      update: (_index, row) => grid.applyTransaction({ update: [row] }),
      scroller: () => box.querySelector('.ag-grid-viewport'),
      unmount() {
        grid.destroy();
        box.remove();
      },
    };
  },
};
