// Tabulator with its virtual DOM and the modules that the page needs.
import { FilterModule, FormatModule, SortModule, Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator_simple.min.css';
import { columns, rowHeight } from '../../data/row.js';
import { searchOf } from '../../data/search.js';
import { cellElements } from '../cell-elements.js';
import { compareNames, compareNumbers } from '../row-order.js';
import './page.css';

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const box = document.createElement('div');
    container.append(box);
    const matching = searchOf(rows);
    const table = new Tabulator(box, {
      data: rows,
      index: 'id',
      height: 640,
      // the line below each row comes on top
      rowHeight: rowHeight - 1,
      columns: columns.map(({ id, title, width }) => ({
        field: id,
        title,
        width,
        sorter: id === 'name' ? compareNames : compareNumbers,
        formatter: (cell) => cellElements[id](cell.getData()),
      })),
    });
    return {
      sort: (field, direction) => table.setSort(field, direction === 'descending' ? 'desc' : 'asc'),
      search: (text) => (text === '' ? table.clearFilter() : table.setFilter(matching(text))),
      reset() {
        table.clearFilter();
        table.clearSort();
      },
      update: (_index, row) => table.updateData([row]),
      scroller: () => box.querySelector('.tabulator-tableholder'),
      unmount() {
        table.destroy();
        box.remove();
      },
    };
  },
};
