/**
 * The files of an esbuild bundle that are loaded before anything else happens: some, and all that those import
 * statically, directly or through others.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {Iterable<string>} entries
 * @returns {Set<string>}
 */
export function loadedFirst(outputs, entries) {
  const first = new Set(entries);
  // what is added while it is gone through is gone through, too
  for (const path of first) {
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') first.add(next);
  }
  return first;
}
