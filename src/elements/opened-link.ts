/**
 * The link that a click means to open here: the one with this part, inside the element that listens. `undefined` for a
 * click beside it, and for one with a modifier key on a real link, which the browser opens elsewhere by itself.
 */
export function openedLink(click: MouseEvent, part: string): Element | undefined {
  const link = click.composedPath().find((target) => target instanceof Element && target.part.contains(part));
  if (!(link instanceof Element)) return undefined;
  const opensElsewhere = click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  return link.hasAttribute('href') && opensElsewhere ? undefined : link;
}
