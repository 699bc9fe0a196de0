import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { RowWindow } from '../../src/controllers/row-window.js';

/** A plain list of numbered rows, 40 px each in a box of 400. */
class NumberedList extends LitElement {
  count = 0;
  readonly ranges: string[] = [];
  rests = 0;
  renders = 0;
  readonly window = new RowWindow(this, {
    parts: () => {
      const [scroller, rows, probe] = ['.scroller', 'tbody', '.probe'].map((selector) =>
        this.renderRoot.querySelector<HTMLElement>(selector),
      );
      return scroller && rows && probe ? { scroller, rows, probe } : undefined;
    },
    rowCount: () => this.count,
    content: (index) => index,
    renderRow: (row, index) => {
      this.renders += 1;
      row.textContent = String(index);
    },
    onRange: ({ first, end }) => this.ranges.push(`${first}-${end}`),
    onRest: () => (this.rests += 1),
  });

  protected override render(): TemplateResult {
    return html`<style>
        .scroller {
          block-size: 400px;
          overflow: auto;
          position: relative;
        }
        .probe {
          position: absolute;
          block-size: 40px;
          inline-size: 1px;
        }
        table,
        tbody {
          display: block;
        }
        tbody {
          position: relative;
          contain: layout;
        }
        tr {
          display: block;
          position: absolute;
          inset-block-start: 0;
          block-size: 40px;
          inline-size: 100%;
        }
        tr[hidden] {
          display: none;
        }
      </style>
      <div class="scroller">
        <div class="probe"></div>
        <table>
          <tbody></tbody>
        </table>
      </div>`;
  }

  get scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroller') ?? this;
  }

  /** What is to be read in the box, from its top down. */
  get inView(): number[] {
    const box = this.scroller.getBoundingClientRect();
    return [...this.renderRoot.querySelectorAll('tr:not([hidden])')]
      .map((row) => ({ index: Number(row.textContent), box: row.getBoundingClientRect() }))
      .filter((row) => row.box.bottom > box.top + 1 && row.box.top < box.bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ index }) => index);
  }
}
customElements.define('numbered-list', NumberedList);

async function list(count: number): Promise<NumberedList> {
  const element = await fixture<NumberedList>(document.createElement('numbered-list')); // defined above
  element.count = count;
  element.requestUpdate();
  await element.updateComplete;
  return element;
}

async function scrolled(element: NumberedList, move: () => void): Promise<void> {
  const done = new Promise((resolve) => element.scroller.addEventListener('scroll', resolve, { once: true }));
  move();
  await done;
  // what the frame of the event shows
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Asserts that the view is full of consecutive rows. */
function expectFull(element: NumberedList): void {
  const [first = NaN] = element.inView;
  expect(element.inView).to.deep.equal(Array.from({ length: element.inView.length }, (_, step) => first + step));
  expect(element.inView.length).to.be.within(10, 11);
}

describe('RowWindow, over a million rows', () => {
  const million = 1_000_000;

  it('keeps its box below what browsers can draw, and reaches both ends', async () => {
    const element = await list(million);
    expect(element.scroller.scrollHeight).to.be.at.most(15_000_100);
    expect(element.inView[0]).to.equal(0);
    await scrolled(element, () => (element.scroller.scrollTop = 1e9));
    expectFull(element);
    expect(element.inView.at(-1)).to.equal(million - 1);
    await scrolled(element, () => (element.scroller.scrollTop = 0));
    expect(element.inView[0]).to.equal(0);
  });

  it('goes by proportion in one leap, and by the pixel in small steps', async () => {
    const element = await list(million);
    await scrolled(element, () => (element.scroller.scrollTop = element.scroller.scrollHeight / 2));
    expectFull(element);
    const [middle = NaN] = element.inView;
    expect(middle).to.be.within(million / 2 - 20, million / 2 + 20);
    await scrolled(element, () => (element.scroller.scrollTop += 120));
    expectFull(element);
    expect(element.inView[0]).to.equal(middle + 3);
  });

  it('brings any row into view, wherever it is', async () => {
    const element = await list(million);
    for (const index of [999_999, 0, 500_000, 500_009, 499_990, 123_456]) {
      element.window.scrollTo(index);
      expect(element.inView, String(index)).to.include(index);
      expectFull(element);
    }
  });
});

describe('RowWindow', () => {
  it('keeps a pinned row in the page, and lets it go again', async () => {
    const element = await list(1000);
    element.window.pin(2);
    await scrolled(element, () => (element.scroller.scrollTop = 20_000));
    expect(element.window.rowElement(2)?.textContent).to.equal('2');
    element.window.pin(-1);
    element.window.render();
    expect(element.window.rowElement(2)).to.equal(undefined);
  });

  it('renders a row again only when what it shows is another, or all are', async () => {
    const element = await list(1000);
    const before = element.renders;
    element.window.render();
    expect(element.renders).to.equal(before);
    await scrolled(element, () => (element.scroller.scrollTop = 40));
    expect(element.renders - before).to.be.at.most(1);
    const { first, end } = element.window.range;
    element.window.invalidate();
    const after = element.renders;
    element.window.render();
    expect(element.renders - after).to.equal(end - first);
  });

  it('says which data row an element shows', async () => {
    const element = await list(1000);
    element.window.scrollTo(500);
    const row = element.window.rowElement(500);
    expect(element.window.indexOf(row)).to.equal(500);
    expect(element.window.indexOf(element)).to.equal(-1);
    expect(row?.getAttribute('aria-rowindex')).to.equal('502');
  });

  it('says when scrolling rests', async () => {
    const element = await list(1000);
    await scrolled(element, () => (element.scroller.scrollTop = 4000));
    await waitUntil(() => element.rests > 0);
    element.window.scrollTo(0);
    await waitUntil(() => element.rests > 1, 'a jump of its own rests, too');
  });

  it('follows a row height that changes, at the same first row', async () => {
    const element = await list(1000);
    await scrolled(element, () => (element.scroller.scrollTop = 400 * 40));
    element.renderRoot.querySelector<HTMLElement>('.probe')?.style.setProperty('block-size', '50px');
    await waitUntil(() => element.scroller.scrollTop === 400 * 50);
    expect(element.window.rowElement(400)?.style.transform).to.equal('translateY(20000px)');
  });
});
