import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { provideCustomers } from '../../controllers/customers-provider-context.js';
import { QueryTask } from '../../controllers/query-task.js';
import type { CustomersProvider } from '../../providers/customers-provider.js';
import { ProviderErrorEvent } from '../provider-error-event.js';
import { failedProvider } from './failed-provider.js';
import { loadCustomersFile } from './load-customers-file.js';

/**
 * Gives the elements inside it their customers, in plain HTML: from a file read over HTTP, or from a provider that a
 * script sets. Draws nothing itself. When the file cannot be read, the elements inside say so and offer to try again.
 *
 * @tag customers-source
 * @fires {ProviderErrorEvent} provider-error - The file could not be read; neither bubbles nor cancels.
 * @slot - The elements that get the provider, at any depth.
 * @cssstate loading - The file is under way.
 * @cssstate ready - There is a provider.
 * @cssstate failed - The file could not be read.
 */
export class CustomersSource extends LitElement {
  static override readonly properties = {
    src: {},
    provider: { attribute: false },
  };

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The address of a customers file (JSON): `http:`, `https:` or relative to the page. */
  src?: string;
  /** A provider in the place of the file. */
  provider?: CustomersProvider;

  /** What the elements inside ask while the file could not be read. */
  #failed: CustomersProvider | undefined;
  /** Their questions that wait for another attempt to read it. */
  #waiting: ((failure: unknown) => void)[] = [];

  readonly #provided = provideCustomers(this, undefined);
  readonly #states = new CustomStates<'loading' | 'ready' | 'failed'>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);
  readonly #file = new QueryTask<readonly [string, CustomersProvider | undefined], CustomersProvider>(this, {
    args: () => [this.src ?? '', this.provider],
    isReady: ([src, provider]) => src !== '' && provider === undefined,
    run: ([src], signal) => this.#load(src, signal),
  });

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.#failed = undefined;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  protected override updated(): void {
    const { status, value, error } = this.#file;
    const provider = this.provider ?? value;
    if (provider === undefined && status === 'failed') {
      this.#failed ??= failedProvider(error, () => this.#tryAgain());
      for (const reject of this.#waiting.splice(0)) reject(error);
    }
    if (provider !== undefined) this.#waiting = [];
    this.#provided.provider = provider ?? this.#failed;
    if (provider !== undefined) this.#states.show('ready');
    else if (status === 'failed') this.#states.show('failed');
    else if (status === 'pending') this.#states.show('loading');
    else this.#states.show();
  }

  async #load(src: string, signal: AbortSignal): Promise<CustomersProvider> {
    try {
      return await loadCustomersFile(src, this.baseURI, signal);
    } catch (error) {
      if (!signal.aborted) this.dispatchEvent(new ProviderErrorEvent(error));
      throw error;
    }
  }

  /** Rejects if the file cannot be read again; if it can, its provider takes the place of the one that waits. */
  #tryAgain(): Promise<never> {
    return new Promise((_resolve, reject) => {
      this.#waiting.push(reject);
      this.#file.retry();
    });
  }
}
