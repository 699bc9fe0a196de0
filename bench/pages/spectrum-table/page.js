// The Spectrum table, virtual by its items; it leaves sorting and filtering to the page.
import '@spectrum-web-components/theme/sp-theme.js';
import '@spectrum-web-components/theme/scale-medium.js';
import '@spectrum-web-components/theme/theme-light.js';
import '@spectrum-web-components/table/elements.js';
import { html, render } from 'lit';
import { columns } from '../../data/row.js';
import { cellTemplates } from '../cell-templates.js';
import { RowList } from '../row-list.js';
import './page.css';

const renderItem = (row) =>
  html`${columns.map(({ id }) => html`<sp-table-cell>${cellTemplates[id](row)}</sp-table-cell>`)}`;

globalThis.peer = {
  takes: 'rows',
  mount(container, rows) {
    const list = new RowList(rows);
    const show = () =>
      render(
        html`<sp-theme system="spectrum" color="light" scale="medium">
          <sp-table scroller .items=${list.rows} .renderItem=${renderItem} .itemValue=${(row) => row.id}>
            <sp-table-head>
              ${columns.map(({ title }) => html`<sp-table-head-cell>${title}</sp-table-head-cell>`)}
            </sp-table-head>
          </sp-table>
        </sp-theme>`,
        container,
      );
    show();
    const scroller = () => container.querySelector('sp-table-body');
    const showFromTop = () => {
      show();
      if (scroller()) scroller().scrollTop = 0;
    };
    return {
      ...list.steps(show, showFromTop),
      scroller,
      unmount: () => render(html``, container),
    };
  },
};
