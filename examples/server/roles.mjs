// @ts-check
// Who may do what. The tokens are for a demonstration: whoever knows a role's name has it. A server of yours checks the
// signature of a token here, or looks a session up.
import { Problem } from './problem.mjs';

/** @typedef {'read' | 'edit' | 'create' | 'delete'} Action */

/**
 * @typedef {object} Role
 * @property {string} name
 * @property {readonly Action[]} actions What it may do at most; a row may allow less.
 * @property {string} [onlyTag] It knows of no customer but those with this tag.
 */

/** @type {Readonly<Record<string, Omit<Role, 'name'>>>} */
const roles = {
  none: { actions: [] },
  viewer: { actions: ['read'] },
  editor: { actions: ['read', 'edit'] },
  admin: { actions: ['read', 'edit', 'create', 'delete'] },
  nordics: { actions: ['read', 'edit', 'create', 'delete'], onlyTag: 'Nordics' },
};

/** The names of the roles; `demo-` before one makes its token. */
export const roleNames = Object.keys(roles);

/**
 * The role of whoever sent a request.
 *
 * @param {string | undefined} authorization The header.
 * @returns {Role}
 * @throws {Problem} 401
 */
export function roleOf(authorization) {
  const name = /^Bearer demo-(\w+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (!role) throw new Problem(401);
  return { name, ...role };
}

/**
 * @param {Role} role
 * @param {Action} action
 * @throws {Problem} 403
 */
export function demand(role, action) {
  if (!role.actions.includes(action)) throw new Problem(403, `The role “${role.name}” may not ${action} customers.`);
}

/**
 * Whether a role may edit or delete one customer: what the row is answered with, and what the server goes by. One that
 * owns its system is never changed (docs/rules.md §3.1). That one with customers of its own stays is no matter of roles:
 * who tries is told the reason (docs/rules.md §5.4).
 *
 * @param {Role} role
 * @param {'edit' | 'delete'} action
 * @param {{ relationship: string, editable: boolean, deletable: boolean }} row
 */
export function permits(role, action, { relationship, editable, deletable }) {
  return role.actions.includes(action) && relationship === 'managed' && (action === 'edit' ? editable : deletable);
}
