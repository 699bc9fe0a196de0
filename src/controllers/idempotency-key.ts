/** A key for one intent to change something: no other intent has it, on any page (128 random bits). */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing in a page without TLS
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
