/** Pixels between a popover and its button, and between that and the edge of the window. */
const gap = 4;

/**
 * Places an open popover below its button and flush with the button's end, or start; above it where there is no room
 * below.
 */
export function placePopover(popover: HTMLElement, opener: Element, side: 'start' | 'end' = 'end'): void {
  const button = opener.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popover;
  const { clientWidth, clientHeight } = popover.ownerDocument.documentElement;
  const isFlushLeft = opener.matches(':dir(rtl)') === (side === 'end');
  const below = button.bottom + gap;
  const top = below + offsetHeight + gap <= clientHeight ? below : button.top - gap - offsetHeight;
  const left = isFlushLeft ? button.left : button.right - offsetWidth;
  popover.style.top = `${Math.max(gap, Math.min(top, clientHeight - offsetHeight - gap))}px`;
  popover.style.left = `${Math.max(gap, Math.min(left, clientWidth - offsetWidth - gap))}px`;
}
