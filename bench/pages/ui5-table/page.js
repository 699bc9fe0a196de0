// The UI5 table with its virtualizer: it says which rows are in view, and the page renders them.
import '@ui5/webcomponents/dist/Table.js';
import '@ui5/webcomponents/dist/TableCell.js';
import '@ui5/webcomponents/dist/TableHeaderCell.js';
import '@ui5/webcomponents/dist/TableHeaderRow.js';
import '@ui5/webcomponents/dist/TableRow.js';
import '@ui5/webcomponents/dist/TableVirtualizer.js';
import { setDefaultFontLoading } from '@ui5/webcomponents-base/dist/config/Fonts.js';
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columns, rowHeight } from '../../data/row.js';
import { cellTemplates } from '../cell-templates.js';
import { RowList } from '../row-list.js';
import './page.css';

// the fonts would come from elsewhere
setDefaultFontLoading(false);
// rows of 40 pixels are lower than the default allows
document.body.classList.add('ui5-content-density-compact');

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const list = new RowList(rows);
    let range = { first: 0, last: 20 };
    const onRange = ({ detail }) => {
      range = detail;
      show();
    };
    const show = () => {
      const first = Math.min(range.first, list.rows.length);
      render(
        html`<ui5-table overflow-mode="Scroll">
          <ui5-table-virtualizer
            slot="features"
            row-height=${rowHeight}
            row-count=${list.rows.length}
            @range-change=${onRange}
          ></ui5-table-virtualizer>
          <ui5-table-header-row slot="headerRow" sticky>
            ${columns.map(({ title, width }) => html`<ui5-table-header-cell width="${width}px">${title}</ui5-table-header-cell>`)}
          </ui5-table-header-row>
          ${repeat(
            list.rows.slice(first, range.last),
            ({ id }) => id,
            (row, index) =>
              html`<ui5-table-row row-key=${row.id} position=${first + index}>
                ${columns.map(({ id }) => html`<ui5-table-cell>${cellTemplates[id](row)}</ui5-table-cell>`)}
              </ui5-table-row>`,
          )}
        </ui5-table>`,
        container,
      );
    };
    show();
    const table = container.querySelector('ui5-table');
    const virtualizer = container.querySelector('ui5-table-virtualizer');
    const showFromTop = () => {
      show();
      virtualizer.reset();
    };
    return {
      ...list.steps(show, showFromTop),
      scroller: () => table.shadowRoot.querySelector('#table'),
      unmount: () => render(html``, container),
    };
  },
};
