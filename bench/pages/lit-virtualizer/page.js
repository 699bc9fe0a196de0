// @lit-labs/virtualizer as its own scroller; it knows no columns, so the page sorts and filters.
import '@lit-labs/virtualizer';
import { html, render } from 'lit';
import { columns } from '../../data/row.js';
import { cellTemplates } from '../cell-templates.js';
import { RowList } from '../row-list.js';
import './page.css';

const renderItem = (row) =>
  html`<div class="virtualizer-row" role="row">
    ${columns.map(({ id }) => html`<div role="gridcell">${cellTemplates[id](row)}</div>`)}
  </div>`;

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const list = new RowList(rows);
    const show = () =>
      render(
        html`<div class="virtualizer-row virtualizer-header" role="row">
            ${columns.map(({ title }) => html`<div role="columnheader">${title}</div>`)}
          </div>
          <lit-virtualizer scroller .items=${list.rows} .renderItem=${renderItem}></lit-virtualizer>`,
        container,
      );
    show();
    const scroller = container.querySelector('lit-virtualizer');
    const showFromTop = () => {
      show();
      scroller.scrollTop = 0;
    };
    return {
      ...list.steps(show, showFromTop),
      scroller: () => scroller,
      unmount: () => render(html``, container),
    };
  },
};
