import { unlessAborted } from './waiting.js';

/** As much of a document as says whether somebody sees it. */
type Page = EventTarget & { readonly hidden: boolean };

/** The page; workers and servers have none, and are never hidden. */
export const { document: page } = globalThis as { readonly document?: Page };

/** Waits until the page can be seen; rejects when the signal aborts. */
export async function untilVisible(signal: AbortSignal): Promise<void> {
  while (page?.hidden) await unlessAborted(nextChange(page, signal), signal);
}

/** Calls back when the page is hidden, until the signal aborts. */
export function onHidden(callback: () => void, signal: AbortSignal): void {
  page?.addEventListener('visibilitychange', () => page.hidden && callback(), { signal });
}

function nextChange(hidden: Page, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    hidden.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
  });
}
