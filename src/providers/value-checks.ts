/* What a value from outside is, whatever its type says. */

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a list whose items are all sound. */
export function isListOf<T>(value: unknown, isSound: (item: unknown) => item is T): value is readonly T[];
export function isListOf(value: unknown, isSound: (item: unknown) => boolean): boolean;
export function isListOf(value: unknown, isSound: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isSound);
}
