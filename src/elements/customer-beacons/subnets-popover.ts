import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { Beacon } from '../../domain/beacons.js';
import { placePopover } from '../popover-position.js';
import { shownText } from '../shown-text.js';
import { beaconName } from './beacon-row.template.js';

/** Nobody reads more at once; a beacon may have tens of thousands. */
const mostSubnets = 500;

/** The subnets of one beacon at a time, beside the button that asked for them. */
export class SubnetsPopover {
  readonly #host: LitElement;
  #beacon: Beacon | undefined;
  #button: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The button has been pressed; the browser opens the popover by itself. */
  show(beacon: Beacon, button: HTMLElement): void {
    this.#beacon = beacon;
    this.#button = button;
    this.#host.requestUpdate();
  }

  /** What it belongs to has moved away. */
  hide(): void {
    const popover = this.#popover;
    if (popover?.matches(':popover-open')) popover.hidePopover();
  }

  render(l10n: Localization<'customerBeacons'>): TemplateResult {
    const words = l10n.messages.customerBeacons;
    const subnets = this.#beacon?.subnets ?? [];
    const more = subnets.length - mostSubnets;
    const name = this.#beacon ? shownText(beaconName(this.#beacon)) : '';
    return html`<div
      id="subnets"
      popover
      role="dialog"
      part="subnets"
      tabindex="-1"
      aria-label=${words.subnetsOf(name)}
      @toggle=${this.#onToggle}
    >
      <p class="subnets-heading">${words.subnetsOf(name)}</p>
      <ul role="list">
        ${subnets.slice(0, mostSubnets).map((subnet) => html`<li><bdi>${shownText(subnet)}</bdi></li>`)}
      </ul>
      ${more > 0 ? html`<p class="quiet">${words.more(l10n.count(more))}</p>` : nothing}
    </div>`;
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[popover]');
  }

  readonly #onToggle = (): void => {
    const popover = this.#popover;
    if (!popover || !this.#button) return;
    if (!popover.matches(':popover-open')) return this.#giveFocusBack(this.#button);
    placePopover(popover, this.#button, 'start');
    // it may have to be scrolled, and says whose subnets these are
    popover.focus();
  };

  /** Unless it has gone elsewhere: browsers forget a button that stands in a shadow root. */
  #giveFocusBack(button: HTMLElement): void {
    const { activeElement, body } = this.#host.ownerDocument;
    const focused = this.#host.shadowRoot?.activeElement;
    if (focused ? focused === this.#popover : activeElement === body) button.focus({ preventScroll: true });
  }
}
