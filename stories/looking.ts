import { expect, waitFor } from 'storybook/test';

/** The element of a story, once it has a shadow root that shows something. */
export async function shown<Tag extends keyof HTMLElementTagNameMap>(
  canvasElement: HTMLElement,
  tag: Tag,
): Promise<HTMLElementTagNameMap[Tag]> {
  return waitFor(() => {
    const element = canvasElement.querySelector(tag);
    if (!element?.shadowRoot?.firstElementChild) throw new Error(`<${tag}> shows nothing`);
    return element;
  });
}

/** Parts of an element's shadow root. */
export function all(element: Element, selector: string): readonly HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The one such part of an element's shadow root. */
export function one(element: Element, selector: string): HTMLElement {
  const parts = all(element, selector);
  const [part] = parts;
  if (!part || parts.length > 1) throw new Error(`${parts.length} of ${selector}`);
  return part;
}

/** The text of an element, of what it renders where it renders something; white space folded. */
export function textOf(element: Element): string {
  return (element.shadowRoot ?? element).textContent.replace(/\s+/g, ' ').trim();
}

/** Waits until the element, or what stands for it, says this: another language is loaded when it is first needed. */
export async function toSay(element: Element, text: string): Promise<void> {
  await waitFor(() => expect(textOf(element)).toBe(text));
}

/** Waits until a screen reader would call it this. */
export async function toBeNamed(element: Element, name: string): Promise<void> {
  await waitFor(() => expect(element).toHaveAccessibleName(name));
}

/** Waits until the element is in every one of these states. */
export async function toBeIn(element: Element, ...states: readonly string[]): Promise<void> {
  await waitFor(() => {
    for (const state of states) expect(element.matches(`:state(${state})`), `:state(${state})`).toBe(true);
  });
}

/** The rows of an overview that stand in the page and show a customer. */
export function customerRows(overview: Element): readonly HTMLElement[] {
  return all(overview, 'tbody tr:not([hidden])').filter((row) => row.querySelector('[part~="customer-link"]'));
}

/** The rows of an overview that are not loaded yet. */
export function skeletonRows(overview: Element): readonly HTMLElement[] {
  return all(overview, 'tbody tr:not([hidden])').filter((row) => row.querySelector('[role="rowheader"] .skeleton'));
}

/** Waits until an overview has rendered so many customers. */
export async function toShowCustomers(overview: Element, count: number): Promise<void> {
  await waitFor(() => expect(customerRows(overview)).toHaveLength(count));
}

/** Waits until a slideout stands still: what is on its way cannot be judged yet. */
export async function slidIn(slideout: Element): Promise<void> {
  await Promise.allSettled(
    one(slideout, 'dialog')
      .getAnimations({ subtree: true })
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished),
  );
}
