import { nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../domain/customer.js';
import type { RowControl, RowControls } from './row-controls.js';

/** What fills one control column. */
export interface ControlColumn {
  /** Another value than before means that rows look another way by now. */
  readonly revision: unknown;
  readonly header?: () => TemplateResult;
  readonly cell: (customer: Customer) => TemplateResult | typeof nothing;
  readonly onClick: (click: MouseEvent, customer: Customer, position: number) => void;
}

/** The control columns of an overview, as one object that is another one whenever rows have to be rendered anew. */
export class ControlColumns {
  readonly #columns: Readonly<Partial<Record<RowControl, ControlColumn>>>;
  #revisions: readonly unknown[] = [];
  #current: RowControls | undefined;

  constructor(columns: Readonly<Partial<Record<RowControl, ControlColumn>>>) {
    this.#columns = columns;
  }

  get current(): RowControls {
    const columns = this.#columns;
    const revisions = Object.values(columns).map(({ revision }) => revision);
    if (this.#current && revisions.every((revision, index) => revision === this.#revisions[index]))
      return this.#current;
    this.#revisions = revisions;
    this.#current = {
      header: (control) => columns[control]?.header?.(),
      cell: (control, customer) => columns[control]?.cell(customer) ?? nothing,
      onClick: (control, click, customer, position) => columns[control]?.onClick(click, customer, position),
    };
    return this.#current;
  }
}
