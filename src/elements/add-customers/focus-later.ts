import type { LitElement } from 'lit';

/**
 * Moves the focus to what has this id once the element has rendered; into a group of fields, to its first one. Nothing
 * is taken from a viewer who is elsewhere in the page.
 */
export async function focusLater(element: LitElement, id: string): Promise<void> {
  if (!element.matches(':focus-within')) return;
  await element.updateComplete;
  const target = element.shadowRoot?.getElementById(id);
  const field = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input, button') : target;
  field?.focus();
}
