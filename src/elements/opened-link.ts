/**
 * The link that a click means to open here: the one with this part, inside the element that listens. `undefined` for a
 * click beside it, and for one with a modifier key on a real link, which the browser opens elsewhere by itself.
 */
export function openedLink(click: MouseEvent, part: string): Element | undefined {
  const opensElsewhere = click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  for (const target of click.composedPath()) {
    // the page may give the listening element, or what it stands in, a part of the same name
    if (target === click.currentTarget) break;
    if (target instanceof Element && target.part.contains(part)) {
      return opensElsewhere && target.hasAttribute('href') ? undefined : target;
    }
  }
  return undefined;
}

/**
 * Lets the element say what a click on its link with this part means. Where a listener cancels that, the link leads
 * nowhere.
 */
export function openOnClick(element: HTMLElement, part: string, intent: () => Event): void {
  element.addEventListener('click', (click) => {
    if (openedLink(click, part) && !element.dispatchEvent(intent())) click.preventDefault();
  });
}
