/** The rows in the order of their keys, blanks last in both directions, equal ones as they stand. */
export function naive(rows: readonly number[], keyOf: readonly number[], blank: number, falling: boolean): number[] {
  const key = (row: number) => keyOf[row] ?? NaN;
  return [...rows].sort((a, b) => {
    if (key(a) === key(b)) return 0;
    const rises = key(a) < key(b);
    return Math.max(key(a), key(b)) >= blank || !falling ? (rises ? -1 : 1) : rises ? 1 : -1;
  });
}
