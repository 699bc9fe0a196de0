import type { OfferedCapability } from '../customers-provider.js';
import { errorCodeOf } from '../provider-error.js';
import { read } from '../reading.js';
import { list } from '../schema.js';
import { offeredCapabilitySchema } from './api-schema.js';
import type { FlexeraApi } from './flexera-api.js';
import type { FlexeraProviderOptions } from './flexera-options.js';
import { SharedRead } from './shared-read.js';

/**
 * The capabilities that the viewer's own organization has, and so may give to its customers (`docs/rules.md §5.1`). They
 * are read once a session.
 */
export class OfferedCapabilities {
  readonly #api: FlexeraApi;
  readonly #path: string;
  #reading: SharedRead<readonly OfferedCapability[]> | undefined;
  #known: readonly OfferedCapability[] | undefined;

  constructor(api: FlexeraApi, { orgId }: FlexeraProviderOptions) {
    this.#api = api;
    this.#path = `iam/v1/orgs/${encodeURIComponent(orgId)}/capabilities`;
  }

  /** Nothing where the API does not tell: then any may be tried, and the API decides. */
  async read(signal: AbortSignal): Promise<readonly OfferedCapability[] | undefined> {
    if (this.#known) return this.#known;
    if (!this.#reading || this.#reading.isGivenUp) this.#reading = new SharedRead((given) => this.#read(given));
    const reading = this.#reading;
    try {
      const capabilities = await reading.wait(signal);
      // every organization has at least `iam`, so that none at all says nothing
      if (capabilities.length === 0) return undefined;
      if (this.#reading === reading) this.#known = capabilities;
      return capabilities;
    } catch (error) {
      if (this.#reading === reading) this.#reading = undefined;
      signal.throwIfAborted();
      if (errorCodeOf(error) === 'unauthenticated') throw error;
      return undefined;
    }
  }

  forget(): void {
    this.#reading = undefined;
    this.#known = undefined;
  }

  async #read(signal: AbortSignal): Promise<readonly OfferedCapability[]> {
    // the list waits for it, which is worth more than a second try
    const answer = await this.#api.get(this.#path, { signal, retries: 0 });
    // where one cannot be read all are unknown: who left it out would forbid it
    return read(list, answer).flatMap((item) => {
      const { capabilityName: capability, onboardingStatus } = read(offeredCapabilitySchema, item);
      return onboardingStatus === 'offboarded' ? [] : [{ capability }];
    });
  }
}
