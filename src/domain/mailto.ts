import { isEmail } from './customer-draft.js';

/**
 * A link that writes to an e-mail address; `undefined` for a text that is none. Whatever the address holds, nothing of it
 * becomes a header of the message. Never throws.
 */
export function mailtoLink(email: string): string | undefined {
  const address = email.trim();
  if (!isEmail(address)) return undefined;
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`;
}
