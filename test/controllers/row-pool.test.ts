import { expect, fixture, html } from '@open-wc/testing';
import { RowPool } from '../../src/controllers/row-pool.js';

/** A pool whose rows show a link each, and what it was asked to render. */
class NumberedRows {
  readonly rendered: number[] = [];
  readonly contents = new Map<number, unknown>();
  readonly pool: RowPool;
  readonly #group: HTMLElement;

  constructor(group: HTMLElement, isInFlow: boolean) {
    this.#group = group;
    this.pool = new RowPool({
      content: (index) => (this.contents.has(index) ? this.contents.get(index) : index),
      ariaRowIndex: (index) => (isInFlow ? null : String(index + 2)),
      renderRow: (row, index) => {
        this.rendered.push(index);
        const link = document.createElement('a');
        link.href = `#${index}`;
        link.textContent = String(index);
        row.replaceChildren(link);
      },
    });
  }

  /** Shows the rows from one to another, each at its place or in the flow of the page; says which were rendered. */
  show(first: number, last: number, offsetOf: (index: number) => number | undefined = (index) => index * 40): number[] {
    this.rendered.length = 0;
    const indexes = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    this.pool.show(this.#group, indexes, offsetOf);
    return [...this.rendered];
  }

  /** All row elements in the page, in its order. */
  get elements(): readonly HTMLElement[] {
    return [...this.#group.querySelectorAll('tr')];
  }

  /** What the rows on screen say, in the order of the page. */
  get texts(): readonly number[] {
    return this.elements.filter(({ hidden }) => !hidden).map(({ textContent }) => Number(textContent));
  }

  rowOf(index: number): HTMLElement {
    return this.pool.rowElement(index) ?? expect.fail(`row ${index} is not in the page`);
  }
}

async function rows(isInFlow = false): Promise<NumberedRows> {
  const table = await fixture<HTMLTableElement>(html`<table></table>`);
  return new NumberedRows(table.createTBody(), isInFlow);
}

describe('RowPool', () => {
  it('shows each row at its place, with its number', async () => {
    const list = await rows();
    expect(list.show(7, 9)).to.deep.equal([7, 8, 9]);
    expect(list.texts).to.deep.equal([7, 8, 9]);
    expect(list.elements.map(({ ariaRowIndex }) => ariaRowIndex)).to.deep.equal(['9', '10', '11']);
    expect(list.elements.map(({ style }) => style.transform)).to.deep.equal(
      [280, 320, 360].map((offset) => `translateY(${offset}px)`),
    );
    expect(list.rowOf(8).matches('tr[role=row][part=row]')).to.equal(true);
  });

  it('leaves the place and the number to the page where rows stand in its flow', async () => {
    const list = await rows(true);
    list.show(0, 2);
    list.show(0, 2, () => undefined);
    expect(list.elements.map(({ style }) => style.transform)).to.deep.equal(['', '', '']);
    expect(list.elements.some((row) => row.hasAttribute('aria-rowindex'))).to.equal(false);
  });

  it('moves a row without rendering it', async () => {
    const list = await rows();
    list.show(0, 2);
    expect(list.show(0, 2, (index) => index * 50)).to.deep.equal([]);
    expect(list.rowOf(2).style.transform).to.equal('translateY(100px)');
  });

  it('shows what comes into view in the elements of what has gone', async () => {
    const list = await rows();
    list.show(0, 4);
    const [before, staying] = [new Set(list.elements), list.rowOf(4)];
    expect(list.show(3, 7)).to.deep.equal([5, 6, 7]);
    expect(list.elements.every((row) => before.has(row))).to.equal(true);
    expect(list.rowOf(4) === staying).to.equal(true);
    expect([...list.texts].sort()).to.deep.equal([3, 4, 5, 6, 7]);
  });

  it('says which data row an element shows, and which element shows a data row', async () => {
    const list = await rows();
    list.show(0, 2);
    const first = list.rowOf(0);
    list.show(3, 5);
    expect(list.pool.rowElement(0) === undefined).to.equal(true);
    expect(list.pool.indexOf(first)).to.equal(Number(first.textContent));
    expect(list.pool.indexOf(first.parentElement)).to.equal(-1);
    list.show(3, 4);
    const spare = list.elements.find(({ hidden }) => hidden);
    expect([list.pool.indexOf(spare), list.pool.indexOf(null)], 'an element of no row').to.deep.equal([-1, -1]);
  });

  it('renders a row again when it shows something else, and all when what all of them show has changed', async () => {
    const list = await rows();
    list.show(0, 3);
    expect(list.show(0, 3)).to.deep.equal([]);
    list.contents.set(2, {});
    expect(list.show(0, 3)).to.deep.equal([2]);
    list.pool.invalidate();
    expect(list.show(0, 3)).to.deep.equal([0, 1, 2, 3]);
    expect(list.show(0, 3), 'once').to.deep.equal([]);
  });

  it('renders a row that is not loaded yet, and an element that shows the same for another row', async () => {
    const list = await rows();
    for (let index = 0; index < 6; index += 1) list.contents.set(index, undefined);
    expect(list.show(0, 2)).to.deep.equal([0, 1, 2]);
    expect(list.show(3, 5)).to.deep.equal([3, 4, 5]);
    expect(list.elements.map(({ ariaRowIndex }) => Number(ariaRowIndex)).sort()).to.deep.equal([5, 6, 7]);
  });

  it('hides a row that is not needed and shows it when it is; lets many go, and all once there is none', async () => {
    const list = await rows();
    list.show(0, 50);
    list.show(0, 0);
    expect([list.elements.length, list.texts.length], '50 to spare').to.deep.equal([51, 1]);
    list.show(0, 2);
    expect([list.elements.length, list.texts.length]).to.deep.equal([51, 3]);
    list.show(0, 60);
    list.show(0, 1);
    expect(list.elements.length, '59 to spare for two').to.equal(2);
    list.show(0, 2);
    expect(list.texts).to.deep.equal([0, 1, 2]);
    list.show(0, -1);
    expect(list.elements.length, 'rows that are gone').to.equal(0);
  });

  it('moves, shows and hides no element after a jump', async () => {
    const list = await rows();
    list.show(0, 7);
    list.show(0, 5);
    const elements = list.elements;
    list.show(100, 105);
    expect(list.texts).to.deep.equal([100, 101, 102, 103, 104, 105]);
    expect(list.elements.map(({ hidden }) => hidden)).to.deep.equal([...Array<boolean>(6).fill(false), true, true]);
    expect(list.elements).to.deep.equal(elements);
  });

  it('puts the rows into the order on screen when it is told to, and when one is new in the page', async () => {
    const list = await rows();
    list.show(0, 4);
    list.show(3, 7);
    expect(list.texts, 'scrolling moves no element').not.to.deep.equal([3, 4, 5, 6, 7]);
    list.pool.putRowsInOrder();
    expect(list.texts).to.deep.equal([3, 4, 5, 6, 7]);
    list.show(5, 10);
    expect(list.texts).to.deep.equal([5, 6, 7, 8, 9, 10]);
  });

  it('puts them around the row that has the focus', async () => {
    const list = await rows();
    list.show(4, 8);
    const link = list.rowOf(4).querySelector('a');
    link?.focus();
    list.show(0, 4);
    const moved: Node[] = [];
    const observer = new MutationObserver(() => {});
    const group = list.elements[0]?.parentElement ?? expect.fail('no rows');
    observer.observe(group, { childList: true });
    list.pool.putRowsInOrder();
    for (const { removedNodes } of observer.takeRecords()) moved.push(...removedNodes);
    observer.disconnect();
    expect(list.texts).to.deep.equal([0, 1, 2, 3, 4]);
    expect(moved.length).to.be.above(0);
    expect(moved.includes(list.rowOf(4))).to.equal(false);
    expect(document.activeElement === link).to.equal(true);
  });

  it('has nothing to put in order before the first row', async () => {
    const list = await rows();
    list.pool.putRowsInOrder();
    expect(list.elements).to.have.length(0);
  });
});
