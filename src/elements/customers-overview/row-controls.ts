import { html, type TemplateResult } from 'lit';
import type { Customer } from '../../domain/customer.js';
import type { RowContext } from './row-context.js';

/** The columns before the facts of a customer. */
export const leadingControls = ['select', 'favourite'] as const;

/** The columns after the facts of a customer. */
export const trailingControls = ['menu'] as const;

/** A column that holds no fact of a customer, but something to do with it. */
export type RowControl = (typeof leadingControls)[number] | (typeof trailingControls)[number];

/** What stands in the control columns. It comes after the first view, which keeps the room for it. */
export interface RowControls {
  readonly header: (control: RowControl) => unknown;
  readonly cell: (control: RowControl, customer: Customer) => unknown;
  /** A click in a control's cell. */
  readonly onClick: (control: RowControl, click: MouseEvent, customer: Customer, position: number) => void;
}

/** The cells of control columns; empty where there is no customer, or nothing to do with it yet. */
export function controlCells(
  controls: readonly RowControl[],
  customer: Customer | undefined,
  context: RowContext,
): readonly TemplateResult[] {
  return controls.map(
    (control) =>
      html`<td role="gridcell" class="control" data-column=${control} part="cell">
        ${customer && context.controls?.cell(control, customer)}
      </td>`,
  );
}

/** The headers of control columns. */
export function controlHeaders(controls: readonly RowControl[], { l10n, controls: shown }: RowContext): unknown {
  const words = l10n.messages.overview.controls;
  return controls.map(
    (control) =>
      html`<th role="columnheader" scope="col" class="control" data-column=${control}>
        <span class="visually-hidden">${words[control]}</span>${shown?.header(control)}
      </th>`,
  );
}
