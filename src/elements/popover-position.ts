/** Pixels between a popover and its button, and between that and the edge of the window. */
const gap = 4;

/** Pixels of height with which a popover that scrolls is still of use. */
const leastHeight = 240;

/**
 * Places an open popover below its button and flush with the button's end, or start; above it where there is no room
 * below. Where there is none on either side, it scrolls on the larger one, so that the button stays in view.
 */
export function placePopover(popover: HTMLElement, opener: Element, side: 'start' | 'end' = 'end'): void {
  const button = opener.getBoundingClientRect();
  const { clientWidth, clientHeight } = popover.ownerDocument.documentElement;
  const room = Math.max(clientHeight - button.bottom, button.top) - 2 * gap;
  popover.style.maxHeight = '';
  if (popover.offsetHeight > room && room >= leastHeight) popover.style.maxHeight = `${room}px`;
  const { offsetWidth, offsetHeight } = popover;
  const isFlushLeft = opener.matches(':dir(rtl)') === (side === 'end');
  const below = button.bottom + gap;
  const top = below + offsetHeight + gap <= clientHeight ? below : button.top - gap - offsetHeight;
  const left = isFlushLeft ? button.left : button.right - offsetWidth;
  popover.style.top = `${Math.max(gap, Math.min(top, clientHeight - offsetHeight - gap))}px`;
  popover.style.left = `${Math.max(gap, Math.min(left, clientWidth - offsetWidth - gap))}px`;
}
