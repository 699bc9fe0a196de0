import type { LitElement } from 'lit';
import { LazyPanel } from '../../controllers/lazy-panel.js';
import type { CustomerBeacons } from '../customer-beacons/customer-beacons.element.js';
import { ProviderErrorEvent } from '../provider-error-event.js';

/** What the details show in their tabs, loaded when first shown. */
export interface DetailsPanels {
  readonly beacons?: () => Promise<new () => CustomerBeacons>;
}

/** What the details share with the beacons in their tab, at every moment. */
export type BeaconsSurroundings = Pick<
  CustomerBeacons,
  'provider' | 'customerId' | 'beacons' | 'timeZone' | 'now' | 'messages'
>;

/** The beacons in a tab of the details: made when that is first shown, and kept from then on. */
export class BeaconsPanel {
  readonly #host: LitElement;
  readonly #panel: LazyPanel<CustomerBeacons>;
  #isComing = false;

  /**
   * @param load Loads the element's class; absent where the page has none.
   * @param surroundings What it is told before it is shown, and after each update of the host.
   */
  constructor(host: LitElement, load: () => DetailsPanels['beacons'], surroundings: () => BeaconsSurroundings) {
    this.#host = host;
    this.#panel = new LazyPanel(host, {
      load,
      // the panel that the host renders for it
      container: () => host.renderRoot.querySelector<HTMLElement>('#panel-beacons') ?? host.renderRoot,
      onCreate: (panel) =>
        panel.addEventListener('provider-error', ({ error }) => host.dispatchEvent(new ProviderErrorEvent(error))),
      onUpdate: (panel) => Object.assign(panel, surroundings()),
      // no provider failed: what watches the host's page has to learn of the file that did not come
      onError: (error) => reportError(error),
    });
  }

  /** Whether the beacons could not be loaded. */
  get hasFailed(): boolean {
    return this.#panel.hasFailed;
  }

  /** Makes the beacons, where there are none yet. */
  show(): void {
    if (this.#panel.panel || this.#isComing || this.hasFailed) return;
    this.#isComing = true;
    void this.#panel
      .open(() => undefined)
      .finally(() => {
        this.#isComing = false;
        // the host may have left the page meanwhile, and come back
        if (!this.#panel.panel && this.#host.isConnected) this.#host.requestUpdate();
      });
  }

  /** Loads again what could not be loaded. */
  retry(): void {
    void this.#panel.retry();
  }

  /** Reads the beacons anew, where they are shown. */
  refresh(): void {
    this.#panel.panel?.refresh();
  }
}
