/** Every text that can be reached from a value, hidden properties and causes included; of a page's nodes, none. */
export function textsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Headers) return [...value.values()];
  if (value instanceof Request) return [value.url, ...textsOf(value.headers)];
  if (typeof value !== 'object' || value === null || value instanceof Node || value === window) return [];
  if (seen.has(value)) return [];
  seen.add(value);
  const own = Reflect.ownKeys(value).map((key) => Reflect.get(value, key) as unknown);
  return [String(value), ...own.flatMap((part) => textsOf(part, seen))];
}
