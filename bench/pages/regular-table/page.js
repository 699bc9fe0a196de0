// regular-table with a data listener; it knows no columns, so the page sorts and filters.
import 'regular-table';
import { columns, rowHeight } from '../../data/row.js';
import { cellElements } from '../cell-elements.js';
import { RowList } from '../row-list.js';
import './page.css';

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const list = new RowList(rows);
    const table = document.createElement('regular-table');
    container.append(table);
    const dataOf = (left, top, right, bottom) => {
      const shown = columns.slice(left, right);
      const inView = list.rows.slice(top, bottom);
      return {
        num_rows: list.rows.length,
        num_columns: columns.length,
        row_height: rowHeight,
        column_headers: shown.map(({ title }) => [title]),
        data: shown.map(({ id }) => inView.map((row) => cellElements[id](row))),
      };
    };
    table.setDataListener(dataOf);
    // fixed, as everywhere; else each sort would move the columns
    table.restoreColumnSizes(Object.fromEntries(columns.map(({ width }, column) => [column, width])));
    void table.draw();
    const showFromTop = () => {
      table.scrollTop = 0;
      void table.draw();
    };
    return {
      ...list.steps(() => void table.draw(), showFromTop),
      scroller: () => table,
      unmount() {
        table.clear();
        table.remove();
      },
    };
  },
};
