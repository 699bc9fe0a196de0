import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CustomersSelection } from '../../../src/domain/selection.js';
import type { CustomersOverview } from '../../../src/elements/customers-overview/customers-overview.element.js';
import { cell, one, rows, textOf } from './fixtures.js';

/** The check box of a row, counted from 0. */
export const box = (element: CustomersOverview, row: number): HTMLInputElement => {
  const found = cell(element, row, 'select').querySelector('input');
  if (found === null) throw new Error('no check box');
  return found;
};
export const headerBox = (element: CustomersOverview): HTMLInputElement => one(element, 'thead .select');
export const barOf = (element: CustomersOverview): string => {
  const bar = element.renderRoot.querySelector('[part=bulk-bar] .selected');
  return bar ? textOf(bar) : '';
};
export const ticked = (element: CustomersOverview): string[] =>
  rows(element)
    .filter((row) => row.querySelector<HTMLInputElement>('.select')?.checked)
    .map((row) => textOf(row.querySelector('[data-column=id]') ?? row))
    .sort();
export const ids = (...numbers: readonly number[]): string[] => numbers.map((each) => String(each).padStart(5, '0'));

export async function click(target: Element): Promise<void> {
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}
export async function withShift(act: () => Promise<void>): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await act();
  await sendKeys({ up: 'Shift' });
}
export async function ask(element: CustomersOverview, query: CustomersOverview['query']): Promise<void> {
  const answered = new Promise((done) => element.addEventListener('customers-change', done, { once: true }));
  element.query = query;
  await answered;
  await element.updateComplete;
}
export const choose = async (element: CustomersOverview, label: string): Promise<void> => {
  await click(headerBox(element));
  const choice = [...element.renderRoot.querySelectorAll('.selection-choice button')].find(
    (button) => textOf(button) === label,
  );
  if (!choice) throw new Error(`no ${label}`);
  await click(choice);
  await element.updateComplete;
};
export const selectionsOf = (element: CustomersOverview): CustomersSelection[] => {
  const heard: CustomersSelection[] = [];
  element.addEventListener('selection-change', ({ selection }) => heard.push(selection));
  return heard;
};

/** What is said to screen readers now. */
export const said = (element: CustomersOverview): string => textOf(one(element, '.visually-hidden[role=status]'));
