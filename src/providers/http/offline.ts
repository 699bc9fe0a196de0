/** Whether the platform knows that there is no network. */
export function isOffline(): boolean {
  // the type promises it, and there is none outside of browsers
  const { navigator } = globalThis as { readonly navigator?: { readonly onLine?: boolean } };
  return navigator?.onLine === false;
}
