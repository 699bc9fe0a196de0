/** The language of an element's place in the page, as HTML defines it: its own `lang`, else that of what contains it. */
export function nearestLanguage(element: Element): string {
  for (const scope of scopesAround(element)) {
    const declared = scope.from.closest('[lang]')?.getAttribute('lang');
    if (declared !== undefined && declared !== null) return declared;
  }
  return '';
}

/** The roots around an element, from the inside out, each with the element in it that leads to the one inside. */
function* scopesAround(element: Element): Generator<{ readonly from: Element; readonly root: Node }> {
  let from: Element | undefined = element;
  while (from !== undefined) {
    const root: Node = from.getRootNode();
    yield { from, root };
    // only a shadow root has a host; `instanceof` would miss one that was made in another window
    from = (root as Partial<ShadowRoot>).host;
  }
}

interface WatchedRoot {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/** One observer a root, however many elements stand in it. */
const watchedRoots = new WeakMap<Node, WatchedRoot>();

function watchRoot(root: Node, listener: () => void): () => void {
  let watched = watchedRoots.get(root);
  if (watched === undefined) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const each of [...listeners]) each();
    });
    observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    watchedRoots.set(root, (watched = { observer, listeners }));
  }
  const { observer, listeners } = watched;
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    observer.disconnect();
    watchedRoots.delete(root);
  };
}

/** Calls `listener` when a `lang` or `dir` anywhere around (or beside) the element changes. Returns how to stop. */
export function watchLanguage(element: Element, listener: () => void): () => void {
  const stops = [...scopesAround(element)].map(({ root }) => watchRoot(root, listener));
  return () => {
    for (const stop of stops) stop();
  };
}
