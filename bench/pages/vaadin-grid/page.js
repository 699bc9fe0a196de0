// Vaadin Grid with a data provider, as its documentation recommends where sorting is not by plain comparison.
import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-column.js';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import { html, render } from 'lit';
import { columns } from '../../data/row.js';
import { cellTemplates } from '../cell-templates.js';
import { RowList } from '../row-list.js';
import './page.css';

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const list = new RowList(rows);
    const provide = ({ page, pageSize }, answer) =>
      answer(list.rows.slice(page * pageSize, (page + 1) * pageSize), list.rows.length);
    render(
      html`<vaadin-grid .dataProvider=${provide} item-id-path="id">
        ${columns.map(
          ({ id, title, width }) =>
            html`<vaadin-grid-column
              header=${title}
              width="${width}px"
              flex-grow="0"
              ${columnBodyRenderer((row) => cellTemplates[id](row))}
            ></vaadin-grid-column>`,
        )}
      </vaadin-grid>`,
      container,
    );
    const grid = container.querySelector('vaadin-grid');
    const show = () => {
      grid.clearCache();
      if (grid.$.table.scrollTop > 0) grid.scrollToIndex(0);
    };
    return {
      ...list.steps(() => grid.clearCache(), show),
      scroller: () => grid.$.table,
      unmount: () => render(html``, container),
    };
  },
};
