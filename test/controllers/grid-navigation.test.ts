import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement, render, type TemplateResult } from 'lit';
import { GridNavigation } from '../../src/controllers/grid-navigation.js';
import { headerRow } from '../../src/controllers/grid-position.js';

/** Rows that stand in the page at once. */
const rowsInPage = 5;

function placeOf(element: Element | null): string {
  const cell = element?.closest('th, td');
  const row = cell?.closest('tr');
  return cell && row ? `${row.dataset['row']} ${[...row.children].indexOf(cell)}` : 'outside';
}

/** A list of numbered cells, three a row, of which five rows stand in the page. */
class NumberedGrid extends LitElement {
  count = 20;
  hasHeader = true;
  readsFrom: 'ltr' | 'rtl' = 'ltr';
  /** The first row in the page. */
  first = 0;
  /** Counted up, another table takes the place of the one before. */
  edition = 0;
  /** What stands in a cell besides its number, by `row column`. */
  readonly contents = new Map<string, TemplateResult>();
  /** Rows of a single cell. */
  readonly wholeRows = new Set<number>();
  readonly said: string[] = [];
  #isRendering = false;
  readonly navigation: GridNavigation;

  constructor() {
    super();
    this.addController({ hostUpdated: () => this.drawRows() });
    this.navigation = new GridNavigation(this, {
      grid: () => this.table,
      firstColumn: 0,
      rowCount: () => this.count,
      rowsInView: () => rowsInPage - 1,
      isRendering: () => this.#isRendering,
      rowElement: (row) => this.rowElement(row),
      indexOf: (row) => Number(row.getAttribute('data-row')),
      scrollTo: (row) => {
        if (row >= this.first && row < this.first + rowsInPage) return;
        this.first = Math.max(0, Math.min(row, this.count - rowsInPage));
        this.drawRows();
      },
      hasHeader: () => this.hasHeader,
      direction: () => this.readsFrom,
      pin: (row) => this.said.push(`pin ${row}`),
      onEnd: () => this.said.push('end'),
    });
  }

  protected override render(): TemplateResult {
    // a list of one, so that another edition is another element
    return html`${[this.edition % 2, (this.edition + 1) % 2].map((isAbsent) =>
      isAbsent
        ? ''
        : html`<table role="grid">
            <thead>
              <tr data-row=${headerRow} ?hidden=${!this.hasHeader}>
                ${['A', 'B', 'C'].map((word) => html`<th><button>${word}</button></th>`)}
              </tr>
            </thead>
            <tbody></tbody>
          </table>`,
    )}`;
  }

  get table(): HTMLTableElement | undefined {
    return this.renderRoot.querySelector('table') ?? undefined;
  }

  rowElement(row: number): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(`tr[data-row="${row}"]`) ?? undefined;
  }

  cell(row: number, column: number): HTMLElement {
    const cell = this.rowElement(row)?.children[column];
    return cell instanceof HTMLElement ? cell : expect.fail(`no cell ${row} ${column}`);
  }

  drawRows(): void {
    const body = this.table?.tBodies[0];
    if (!body) return;
    this.#isRendering = true;
    const length = Math.max(0, Math.min(rowsInPage, this.count - this.first));
    const columns = (row: number): readonly number[] => (this.wholeRows.has(row) ? [0] : [0, 1, 2]);
    render(
      Array.from({ length }, (_, step) => this.first + step).map(
        (row) =>
          html`<tr data-row=${row}>
            ${columns(row).map((column) => html`<td>${this.contents.get(`${row} ${column}`) ?? `${row} ${column}`}</td>`)}
          </tr>`,
      ),
      body,
    );
    for (const row of body.rows) this.navigation.prepareRow(row);
    this.#isRendering = false;
  }

  /** Everything that the tab key stops at. */
  get stops(): readonly string[] {
    const all = this.renderRoot.querySelectorAll<HTMLElement>('a, button, th, td');
    return [...all].filter(({ tabIndex }) => tabIndex === 0).map((stop) => `${stop.localName} in ${placeOf(stop)}`);
  }

  get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  /** Takes the focus out of the grid. */
  leave(): void {
    if (this.focused instanceof HTMLElement) this.focused.blur();
  }

  /** Row and column of the cell that has the focus or holds it. */
  get place(): string {
    return placeOf(this.focused);
  }

  /** Presses keys one after another and says where the focus stands after each. */
  async walk(...keys: readonly string[]): Promise<string[]> {
    const places: string[] = [];
    for (const press of keys) {
      await sendKeys({ press });
      places.push(this.place);
    }
    return places;
  }

  /** A key with another one held; dispatched, because not every driver holds a key down. Says whether it was taken. */
  press(key: string, held: KeyboardEventInit): boolean {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...held });
    return this.focused?.dispatchEvent(event) === false;
  }
}
customElements.define('numbered-grid', NumberedGrid);

async function grid(setUp: (element: NumberedGrid) => void = () => {}): Promise<NumberedGrid> {
  const element = new NumberedGrid();
  setUp(element);
  return fixture<NumberedGrid>(element);
}

async function changed(element: NumberedGrid, change: () => void): Promise<void> {
  change();
  element.requestUpdate();
  await element.updateComplete;
}

const link = html`<a href="#there">there</a>`;

/** A grid that stands in the page, and may have the focus, before it gets its keyboard. */
class LateKeyboardGrid extends LitElement {
  protected override render(): TemplateResult {
    const cells = (row: number) =>
      html`<td><a href="#${row}">${row}</a></td>
        <td>${row}</td>`;
    return html`<table role="grid">
      <tbody>
        ${[0, 1, 2].map(
          (row) =>
            html`<tr data-row=${row}>
              ${cells(row)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  addKeyboard(): void {
    new GridNavigation(this, {
      grid: () => this.renderRoot.querySelector('table') ?? undefined,
      firstColumn: 0,
      rowCount: () => 3,
      rowsInView: () => 3,
      isRendering: () => false,
      rowElement: (row) => this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? undefined,
      indexOf: (row) => Number(row.getAttribute('data-row')),
      scrollTo: () => undefined,
      hasHeader: () => false,
      direction: () => 'ltr',
      pin: () => undefined,
      onEnd: () => undefined,
    });
    this.requestUpdate();
  }
}
customElements.define('late-keyboard-grid', LateKeyboardGrid);

describe('a keyboard that comes late', () => {
  it('takes over where the focus stands, and leaves one tab stop', async () => {
    const host = await fixture<LateKeyboardGrid>(html`<late-keyboard-grid></late-keyboard-grid>`);
    host.renderRoot.querySelectorAll('a')[1]?.focus();
    host.addKeyboard();
    await host.updateComplete;
    expect(host.renderRoot.querySelectorAll('[tabindex="0"], a:not([tabindex="-1"])')).to.have.length(1);
    await sendKeys({ press: 'ArrowDown' });
    expect(placeOf(host.shadowRoot?.activeElement ?? null)).to.equal('2 0');
  });

  it('takes the focus from nobody', async () => {
    const host = await fixture<LateKeyboardGrid>(html`<late-keyboard-grid></late-keyboard-grid>`);
    host.addKeyboard();
    await host.updateComplete;
    expect(host.shadowRoot?.activeElement).to.equal(null);
    expect(placeOf(host.renderRoot.querySelector('[tabindex="0"]'))).to.equal('0 0');
  });
});

describe('the one tab stop', () => {
  it('is the first header, and everything else is out of the tab order', async () => {
    const element = await grid(({ contents }) => contents.set('1 1', link));
    expect(element.stops).to.deep.equal(['button in -1 0']);
    expect(element.cell(1, 1).querySelector('a')?.tabIndex).to.equal(-1);
  });

  it('follows the focus', async () => {
    const element = await grid(({ contents }) => contents.set('1 1', link));
    element.cell(1, 1).querySelector('a')?.focus();
    expect(element.stops).to.deep.equal(['a in 1 1']);
    expect(await element.walk('ArrowLeft')).to.deep.equal(['1 0']);
    expect(element.stops).to.deep.equal(['td in 1 0']);
  });

  it('is the first cell where no header can be reached', async () => {
    const element = await grid((each) => (each.hasHeader = false));
    expect(element.stops).to.deep.equal(['td in 0 0']);
  });

  it('is the header while the current row is not in the page, and the first row where there is none', async () => {
    const element = await grid();
    element.navigation.focusCell({ row: 2, column: 1 });
    element.leave();
    await changed(element, () => (element.first = 10));
    expect(element.stops).to.deep.equal(['button in -1 1']);
    await changed(element, () => (element.hasHeader = false));
    expect(element.stops).to.deep.equal(['td in 10 1']);
    await changed(element, () => (element.first = 0));
    expect(element.stops, 'and its own cell again').to.deep.equal(['td in 2 1']);
  });

  it('stays one when another table takes the place of the one before, which is let go', async () => {
    const element = await grid();
    const before = element.table;
    await changed(element, () => (element.edition += 1));
    expect(element.table === before).to.equal(false);
    expect(element.stops).to.deep.equal(['button in -1 0']);
    element.cell(headerRow, 0).querySelector('button')?.focus();
    expect(await element.walk('ArrowDown')).to.deep.equal(['0 0']);
    const heard = element.said.length;
    before?.dispatchEvent(new FocusEvent('focusout'));
    before?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect([element.place, element.said.length]).to.deep.equal(['0 0', heard]);
  });
});

describe('the keys of a grid', () => {
  const focusedAt = async (row: number, column: number, setUp?: (element: NumberedGrid) => void) => {
    const element = await grid(setUp);
    element.navigation.focusCell({ row, column });
    return element;
  };

  it('go by cell and no further than the edges', async () => {
    const element = await focusedAt(0, 1);
    expect(await element.walk('ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowDown')).to.deep.equal(
      ['-1 1', '-1 1', '-1 0', '-1 0', '-1 1', '0 1'],
    );
    element.navigation.focusCell({ row: 19, column: 1 });
    expect(await element.walk('ArrowDown', 'ArrowRight', 'ArrowRight')).to.deep.equal(['19 1', '19 2', '19 2']);
  });

  it('do not reach a header that is not on screen', async () => {
    const element = await focusedAt(1, 0, (each) => (each.hasHeader = false));
    expect(await element.walk('ArrowUp', 'ArrowUp')).to.deep.equal(['0 0', '0 0']);
    element.navigation.focusCell({ row: 17, column: 1 });
    element.press('Home', { ctrlKey: true });
    expect(element.place).to.equal('0 0');
  });

  it('mirror from right to left', async () => {
    const element = await focusedAt(0, 0, (each) => (each.readsFrom = 'rtl'));
    expect(await element.walk('ArrowLeft', 'ArrowLeft', 'ArrowRight', 'End', 'Home')).to.deep.equal([
      '0 1',
      '0 2',
      '0 1',
      '0 2',
      '0 0',
    ]);
  });

  it('go by pages, to the first row but not into the header', async () => {
    const element = await focusedAt(0, 1);
    expect(await element.walk('PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageUp')).to.deep.equal([
      '4 1',
      '8 1',
      '4 1',
      '0 1',
      '0 1',
    ]);
    expect(await element.walk('ArrowUp', 'PageUp', 'PageDown')).to.deep.equal(['-1 1', '-1 1', '3 1']);
    element.navigation.focusCell({ row: 18, column: 1 });
    expect(await element.walk('PageDown')).to.deep.equal(['19 1']);
  });

  it('with Control go to the corners, and say when that is the end', async () => {
    const element = await focusedAt(0, 1);
    expect(await element.walk('End')).to.deep.equal(['0 2']);
    expect(element.said).not.to.include('end');
    expect(element.press('End', { ctrlKey: true })).to.equal(true);
    expect([element.place, element.said.includes('end')]).to.deep.equal(['19 2', true]);
    expect(await element.walk('ArrowLeft'), 'from the cell that it shows').to.deep.equal(['19 1']);
    element.press('Home', { ctrlKey: true });
    expect(element.place).to.equal('-1 0');
  });

  it('are left to the browser with Alt or Meta, with Control where it means nothing, and where they were heard', async () => {
    const element = await focusedAt(2, 1);
    expect(element.press('ArrowDown', { altKey: true }), 'Alt').to.equal(false);
    expect(element.press('ArrowDown', { metaKey: true }), 'Meta').to.equal(false);
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      expect(element.press(key, { ctrlKey: true }), key).to.equal(false);
    expect(element.press('a', {}), 'a letter').to.equal(false);
    element.focused?.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    element.press('ArrowDown', {});
    expect(element.place).to.equal('2 1');
    expect(element.press('ArrowDown', {}), 'alone').to.equal(true);
    expect(element.place).to.equal('3 1');
  });

  it('keep the column over a row of a single cell', async () => {
    const element = await focusedAt(0, 2, ({ wholeRows }) => wholeRows.add(1));
    expect(await element.walk('ArrowDown', 'ArrowDown')).to.deep.equal(['1 0', '2 2']);
  });
});

describe('the focus in a grid', () => {
  it('stands on the only link or button of a cell, else on the cell', async () => {
    const element = await grid(({ contents }) => {
      contents.set('0 0', link);
      contents.set('0 1', html`<button>one</button><button>two</button>`);
    });
    const kinds = [0, 1, 2].map((column) => {
      element.navigation.focusCell({ row: 0, column });
      return element.focused?.localName;
    });
    expect(kinds).to.deep.equal(['a', 'td', 'td']);
  });

  it('brings a row into the page before it moves there, and keeps it there until it leaves', async () => {
    const element = await grid();
    element.navigation.focusCell({ row: 17, column: 2 });
    expect([element.place, element.first]).to.deep.equal(['17 2', 15]);
    element.cell(16, 0).tabIndex = -1;
    element.cell(16, 0).focus();
    expect(element.said).to.deep.equal(['pin 17', 'pin 16']);
    element.leave();
    expect(element.said.at(-1)).to.equal('pin -1');
  });

  it('comes back to the cell that it has left', async () => {
    const element = await grid();
    const button = document.createElement('button');
    element.before(button);
    element.navigation.focusCell({ row: 2, column: 1 });
    button.focus();
    expect(element.place).to.equal('outside');
    await changed(element, () => {});
    expect(document.activeElement === button, 'a render takes no focus').to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(element.place).to.equal('2 1');
    button.remove();
  });

  it('goes to the cell when a render takes away the link that had it', async () => {
    const element = await grid(({ contents }) => contents.set('1 1', link));
    element.cell(1, 1).querySelector('a')?.focus();
    await changed(element, () => element.contents.delete('1 1'));
    expect([element.focused?.localName, element.place]).to.deep.equal(['td', '1 1']);
    await changed(element, () => element.contents.set('1 1', link));
    expect([element.focused?.localName, element.place]).to.deep.equal(['a', '1 1']);
  });

  it('goes to the last row when there are fewer', async () => {
    const element = await grid();
    element.navigation.focusCell({ row: 4, column: 1 });
    await changed(element, () => (element.count = 3));
    expect(element.place).to.equal('2 1');
  });

  it('leaves a header that goes off the screen for the first row', async () => {
    const element = await grid();
    element.navigation.focusCell({ row: headerRow, column: 2 });
    await changed(element, () => (element.hasHeader = false));
    expect(element.place).to.equal('0 2');
  });

  it('is no longer its own when the grid has left the page', async () => {
    const element = await grid();
    const around = element.parentElement;
    element.navigation.focusCell({ row: 2, column: 1 });
    element.remove();
    expect(element.said.at(-1)).to.equal('pin -1');
    around?.append(element);
    await changed(element, () => {});
    expect(element.place).to.equal('outside');
  });
});
