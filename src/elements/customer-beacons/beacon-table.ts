import { html, render, type LitElement, type TemplateResult } from 'lit';
import { GridNavigation } from '../../controllers/grid-navigation.js';
import { RowWindow } from '../../controllers/row-window.js';
import type { BeaconTreeLine } from '../../domain/beacon-tree.js';
import type { Beacon } from '../../domain/beacons.js';
import { beaconCells, beaconColumns, type BeaconRowContext } from './beacon-row.template.js';

/** Rows of bones while the beacons are on their way. */
const skeletonRows = 6;

/** What the table shows, handed over with each render. */
export interface BeaconTableView {
  readonly context: BeaconRowContext;
  /** Absent while they are on their way. */
  readonly lines: readonly BeaconTreeLine[] | undefined;
  readonly isHidden: boolean;
  /** The branch below a beacon is to be opened, or closed. */
  readonly onToggle: (beacon: Beacon) => void;
  /** The subnets of a beacon are asked for, by this button. */
  readonly onSubnets: (beacon: Beacon, button: HTMLElement) => void;
  /** The list was scrolled. */
  readonly onScroll: () => void;
}

interface TableElements {
  readonly scroller: HTMLElement;
  readonly probe: HTMLElement;
  readonly table: HTMLElement;
  readonly header: HTMLElement;
  readonly rows: HTMLElement;
}

function findElements(root: ParentNode): TableElements | undefined {
  const scroller = root.querySelector<HTMLElement>('.scroller');
  const probe = scroller?.querySelector<HTMLElement>('.probe');
  const table = scroller?.querySelector('table');
  const [header, rows] = [table?.tHead?.rows[0], table?.tBodies[0]];
  return scroller && probe && table && header && rows ? { scroller, probe, table, header, rows } : undefined;
}

/**
 * The table of beacons: pooled rows of one height, so that thousands of them cost no more than those in view, and the
 * keyboard of a grid, or of a tree grid where the beacons stand below their parents.
 */
export class BeaconTable {
  readonly #host: LitElement;
  readonly #rows: RowWindow;
  readonly #navigation: GridNavigation;
  #found: TableElements | undefined;
  #view: BeaconTableView | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#rows = new RowWindow(host, {
      parts: () => this.#elements,
      rowCount: () => this.#rowCount,
      content: (index) => this.#view?.lines?.[index],
      renderRow: (row, index) => this.#renderRow(row, index),
      onRange: () => undefined,
      onRest: () => host.requestUpdate(),
    });
    this.#navigation = new GridNavigation(host, {
      grid: () => this.#elements?.table,
      firstColumn: 0,
      rowCount: () => this.#rowCount,
      rowsInView: () => this.#rows.rowsInView,
      isRendering: () => this.#rows.isRendering,
      rowElement: (row) => (row < 0 ? this.#elements?.header : this.#rows.rowElement(row)),
      indexOf: (row) => this.#rows.indexOf(row),
      scrollTo: (row) => this.#rows.scrollTo(row),
      // cards have none
      hasHeader: () => this.#elements?.header.checkVisibility() ?? true,
      direction: () => this.#view?.context.l10n.direction ?? 'ltr',
      pin: (row) => this.#rows.pin(row),
      onEnd: () => undefined,
    });
  }

  /** Other beacons are read from their top. */
  scrollToTop(): void {
    this.#rows.scrollToTop();
  }

  render(view: BeaconTableView): TemplateResult {
    this.#view = view;
    // the time, the words or the beacons are others
    this.#rows.invalidate();
    const { context, lines, isHidden } = view;
    const words = context.l10n.messages.customerBeacons;
    return html`<div class="scroller" tabindex="-1" ?hidden=${isHidden} @scroll=${view.onScroll}>
      <div class="probe"></div>
      <table
        role=${context.isTree ? 'treegrid' : 'grid'}
        part="table"
        aria-label=${words.table}
        aria-rowcount=${lines === undefined ? -1 : lines.length + 1}
        aria-colcount=${beaconColumns.length}
        aria-busy=${lines === undefined}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1" part="header">
            ${beaconColumns.map(
              (column) => html`<th role="columnheader" scope="col" data-column=${column}>${words.columns[column]}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup" @click=${this.#onClick} @keydown=${this.#onKeydown}></tbody>
      </table>
    </div>`;
  }

  /** What the first render has put there; it stays the same from then on. */
  get #elements(): TableElements | undefined {
    return (this.#found ??= findElements(this.#host.renderRoot));
  }

  get #rowCount(): number {
    return this.#view?.lines?.length ?? skeletonRows;
  }

  #renderRow(row: HTMLElement, index: number): void {
    if (this.#view === undefined) return;
    const { context, lines } = this.#view;
    const line = lines?.[index];
    const isBranch = context.isTree && line !== undefined;
    row.ariaLevel = isBranch ? String(line.level) : null;
    row.ariaPosInSet = isBranch ? String(line.position) : null;
    row.ariaSetSize = isBranch ? String(line.siblings) : null;
    row.ariaExpanded = isBranch && line.children > 0 ? String(line.isExpanded) : null;
    row.classList.toggle('context', line?.isContext ?? false);
    // through the object model, because a style attribute breaks under a strict policy
    row.style.setProperty('--_level', String(line?.level ?? 1));
    render(beaconCells(line, context), row);
    this.#navigation.prepareRow(row);
  }

  readonly #onClick = ({ target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    const beacon = this.#lineOf(button)?.listed.beacon;
    if (!button || !beacon) return;
    if (button.part.contains('toggle')) this.#view?.onToggle(beacon);
    else this.#view?.onSubnets(beacon, button);
  };

  /** What the arrows mean on a branch; everything else is the grid's. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    const [forward, back] =
      this.#view?.context.l10n.direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    if (!isPlain || (key !== forward && key !== back)) return;
    if (!(target instanceof Element) || !this.#view?.context.isTree || !target.closest('th')) return;
    const line = this.#lineOf(target);
    if (line === undefined) return;
    const { children, isExpanded, listed } = line;
    if (children > 0 && isExpanded === (key === back)) this.#view.onToggle(listed.beacon);
    else if (key === back && line.level > 1) this.#focusParent(target);
    else return;
    event.preventDefault();
  };

  #focusParent(target: Element): void {
    const lines = this.#view?.lines ?? [];
    const index = this.#rows.indexOf(target.closest('tr'));
    const level = lines[index]?.level ?? 1;
    // a parent stands above its children
    const row = lines.findLastIndex((line, above) => above < index && line.level < level);
    if (row >= 0) this.#navigation.focusCell({ row, column: 0 });
  }

  #lineOf(part: Element | null): BeaconTreeLine | undefined {
    return part ? this.#view?.lines?.[this.#rows.indexOf(part.closest('tr'))] : undefined;
  }
}
