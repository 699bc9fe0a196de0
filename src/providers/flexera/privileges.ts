import { errorCodeOf } from '../provider-error.js';
import { read, readOrNothing } from '../reading.js';
import { privilegeSchema, privilegesReportSchema, scopeSchema } from './api-schema.js';
import type { FlexeraApi, ReadOptions } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';

/** What the viewer may do with managed customers. */
export interface Permissions {
  readonly add: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

/** What is permitted where nothing is known. */
export const noPermissions: Permissions = { add: false, edit: false, delete: false };

/** Organizations asked about at once: the address stays far below the 8 kB that servers take. */
const scopesAtOnce = 100;

const owning = 'common:org:own';

/** Which organizations a privilege is held in, by its ID. */
type Report = ReadonlyMap<string, ReadonlySet<string>>;

type Call = Pick<ReadOptions, 'signal' | 'urgency'>;

/** Failures that say nothing about what was asked: of the session, of the line, of the limits. */
export function isPassing(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code === 'unauthenticated' || code === 'offline' || code === 'rate-limited';
}

/**
 * What the viewer may do and owns, by the privileges report. What it does not say, or what it could not be asked, is
 * denied (`docs/rules.md §3.2`).
 */
export class Privileges {
  readonly #api: FlexeraApi;
  readonly #options: FlexeraProviderOptions;
  /** Whether the viewer is an owner of an organization, where that is known. */
  readonly #owned = new Map<string, boolean>();
  /** The region in the references of organizations. */
  #region = 'nam';

  constructor(api: FlexeraApi, options: FlexeraProviderOptions) {
    this.#api = api;
    this.#options = options;
  }

  /** Takes over the region that the reference of an organization names; all that a viewer sees lie in one. */
  useRegionOf(ref: string): void {
    this.#region = /^ref:([^:]*):/.exec(ref)?.[1] ?? this.#region;
  }

  /** What the viewer may do with the customers of its own organization. */
  async permissions(call: Call): Promise<Permissions> {
    const own = String(this.#options.orgId);
    try {
      const report = await this.#report([own], 'msp:', call);
      const holds = (action: string) => report.get(`msp:customer:${action}`)?.has(own) === true;
      return { add: holds('create'), edit: holds('update'), delete: holds('delete') };
    } catch (error) {
      call.signal.throwIfAborted();
      if (errorCodeOf(error) === 'unauthenticated') throw error;
      return noPermissions;
    }
  }

  /** Whether the viewer is an owner of an organization; `undefined` where that has not been asked. */
  isOwner(id: string): boolean | undefined {
    return this.#owned.get(id);
  }

  /** Takes what is known of no organization any longer. */
  forget(): void {
    this.#owned.clear();
  }

  /**
   * Asks which of these organizations the viewer owns. What cannot be told counts as not owned.
   *
   * @throws Failures of the session, the line and the limits: nothing was learned then.
   */
  async learn(ids: readonly string[], call: Call): Promise<void> {
    const unknown = ids.filter((id) => !this.#owned.has(id));
    for (let first = 0; first < unknown.length; first += scopesAtOnce)
      await this.#learn(unknown.slice(first, first + scopesAtOnce), call);
  }

  async #learn(ids: readonly string[], call: Call): Promise<void> {
    const owned = await this.#ownedOf(ids, call).catch((error: unknown) => {
      call.signal.throwIfAborted();
      if (isPassing(error)) throw error;
      return new Set<string>();
    });
    for (const id of ids) this.#owned.set(id, owned.has(id));
  }

  async #ownedOf(ids: readonly string[], call: Call): Promise<ReadonlySet<string>> {
    const { listOwned } = this.#options;
    if (listOwned) return new Set(await listOwned(ids, { signal: call.signal }));
    return (await this.#report(ids, 'common:org:', call)).get(owning) ?? new Set();
  }

  async #report(ids: readonly string[], prefix: string, call: Call): Promise<Report> {
    const { userId } = this.#options;
    if (userId === undefined) return new Map();
    const searchParams = new URLSearchParams({ prefix });
    for (const id of ids) searchParams.append('scopeRefs', `ref:${this.#region}:::iam:org:${id}`);
    const path = `iam/v1/users/${encodeURIComponent(userId)}/privileges-report`;
    return reportOf(await this.#api.get(path, { ...call, searchParams }));
  }
}

function reportOf(answer: unknown): Report {
  const report = new Map<string, Set<string>>();
  for (const item of read(privilegesReportSchema, answer).privileges) {
    const privilege = readOrNothing(privilegeSchema, item);
    if (!privilege) continue;
    const { privilegeId, scopePrivileges } = privilege;
    const held = report.get(privilegeId) ?? new Set<string>();
    for (const scoped of scopePrivileges) {
      // a project's reference ends in another way
      const id = /:iam:org:(\d+)$/.exec(readOrNothing(scopeSchema, scoped)?.scope ?? '')?.[1];
      if (id !== undefined) held.add(id);
    }
    report.set(privilegeId, held);
  }
  return report;
}
