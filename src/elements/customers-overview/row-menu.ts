import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { beaconCount } from '../../domain/beacons.js';
import { displayName, type Customer } from '../../domain/customer.js';
import { upcomingExpiration, type ExpirationClock } from '../../domain/expirations.js';
import { canDelete, canEdit, isViewOnly } from '../../domain/permissions.js';
import type { Localization } from '../../controllers/localization.js';
import { BeaconsOpenEvent } from '../beacon-count-link/beacons-open-event.js';
import { CustomerEditEvent } from '../customer-edit-event.js';
import { CustomersDeleteEvent } from '../customers-delete-event.js';
import { placePopover } from '../popover-position.js';
import { shownText } from '../shown-text.js';
import { ExpirationsOpenEvent } from '../upcoming-expiration/expirations-open-event.js';
import type { ControlColumn } from './control-columns.js';
import { CustomerOpenEvent } from './events.js';

/** What a {@link RowMenu} is told by its owner. */
export interface RowMenuOptions {
  readonly l10n: Localization<'panels'>;
  readonly host: Pick<LitElement, 'renderRoot' | 'requestUpdate' | 'updateComplete'>;
  /** What of this the viewer can do here, besides what a customer allows. */
  readonly offers: () => { readonly edit: boolean; readonly delete: boolean };
  readonly clock: () => ExpirationClock;
  /** The viewer has chosen something; `intent` says what, and has not been dispatched yet. */
  readonly onChoose: (intent: Event, customer: Customer) => void;
}

/** The menu of a row: everything that can be done with its customer, in one popover that all rows share. */
export class RowMenu implements ControlColumn {
  readonly revision = undefined;
  readonly #options: RowMenuOptions;
  #customer: Customer | undefined;
  /** What has opened the menu. */
  #opener: HTMLElement | undefined;

  constructor(options: RowMenuOptions) {
    this.#options = options;
  }

  cell(customer: Customer): TemplateResult {
    const words = this.#options.l10n.messages.panels;
    return html`<button
      type="button"
      class="icon row-menu"
      aria-haspopup="menu"
      aria-label=${words.actionsFor(shownText(displayName(customer)))}
    ></button>`;
  }

  onClick(click: MouseEvent, customer: Customer): void {
    const opener = click.target instanceof Element ? click.target.closest('button') : null;
    if (opener) void this.#open(opener, customer);
  }

  /** The menu itself, anywhere in the host. */
  template(): TemplateResult {
    const { panels: words, overview } = this.#options.l10n.messages;
    const customer = this.#customer;
    const { clock, offers: offersOf } = this.#options;
    const offers = offersOf();
    const next = customer && upcomingExpiration(customer.expirations, clock()).kind;
    const item = (label: string, intent: (id: string) => Event): TemplateResult =>
      html`<button
        type="button"
        role="menuitem"
        tabindex="-1"
        @click=${() => customer && this.#choose(intent(customer.id), customer)}
      >
        ${label}
      </button>`;
    return html`<div
      class="menu"
      part="menu"
      role="menu"
      popover
      aria-label=${customer ? words.actionsFor(shownText(displayName(customer))) : nothing}
      @beforetoggle=${this.#onBeforeToggle}
      @keydown=${this.#onKeydown}
    >
      ${
        customer
          ? html`${item(words.details, (id) => new CustomerOpenEvent(id))}
            ${
              beaconCount(customer.beacons).kind === 'count'
                ? item(words.beacons, (id) => new BeaconsOpenEvent(id))
                : nothing
            }
            ${
              next === 'date' || next === 'no-expirations'
                ? item(words.expirations, (id) => new ExpirationsOpenEvent(id))
                : nothing
            }
            ${offers.edit && canEdit(customer) ? item(words.edit, (id) => new CustomerEditEvent(id)) : nothing}
            ${
              offers.delete && canDelete(customer)
                ? item(words.delete, (id) => new CustomersDeleteEvent([id]))
                : nothing
            }
            ${isViewOnly(customer) ? html`<p role="none" class="hint">${overview.viewOnlyHint}</p>` : nothing}`
          : nothing
      }
    </div>`;
  }

  async #open(opener: HTMLElement, customer: Customer): Promise<void> {
    const { host } = this.#options;
    this.#customer = customer;
    this.#opener = opener;
    host.requestUpdate();
    await host.updateComplete;
    const popover = this.#popover;
    if (!popover || !opener.isConnected) return;
    popover.showPopover();
    placePopover(popover, opener);
    this.#items[0]?.focus();
  }

  get #popover(): HTMLElement | null {
    return this.#options.host.renderRoot.querySelector<HTMLElement>('[role=menu]');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#popover?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #choose(intent: Event, customer: Customer): void {
    this.#popover?.hidePopover();
    this.#options.onChoose(intent, customer);
  }

  readonly #onBeforeToggle = (event: Event): void => {
    // the browser gives the focus back to the host alone, which takes none
    if (event instanceof ToggleEvent && event.newState === 'closed' && this.#popover?.matches(':focus-within'))
      this.#opener?.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const last = items.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (event.key === 'Tab') this.#popover?.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  };
}
