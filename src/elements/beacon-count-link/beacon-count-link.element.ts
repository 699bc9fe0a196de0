import { css, LitElement, type TemplateResult } from 'lit';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import type { Availability } from '../../domain/availability.js';
import { beaconCount, type BeaconCount, type BeaconSummary } from '../../domain/beacons.js';
import { linkFromTemplate } from '../../domain/link.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { controls } from '../../styles/controls.js';
import { tokens } from '../../styles/tokens.js';
import { openOnClick } from '../opened-link.js';
import { beaconCountStyles, beaconCountTemplate } from './beacon-count.template.js';
import { BeaconsOpenEvent } from './beacons-open-event.js';

/** An empty attribute is no number, and must not read as 0. */
const number = { fromAttribute: (value: string | null) => (value?.trim() ? Number(value) : undefined) };

/**
 * How many beacons a customer has, as a link to them; a dash where that is not known, "Not applicable" where the
 * customer cannot have any (`docs/rules.md §4.1`).
 *
 * @tag beacon-count-link
 * @fires {BeaconsOpenEvent} beacons-open - The link was clicked; cancelable.
 * @csspart beacons-link - The link, a button where there is no `href`.
 * @cssprop --customers-accent - Colour of the link.
 * @cssprop --customers-warning - Colour of the number of beacons with problems.
 * @cssprop --customers-muted - Colour of what is no link.
 * @cssstate count - The number is known.
 * @cssstate pending - It has not been loaded yet.
 * @cssstate not-applicable - There can be none.
 * @cssstate unknown - It may not or could not be read.
 */
export class BeaconCountLink extends LitElement {
  static override readonly properties = {
    total: { converter: number },
    unhealthy: { converter: number },
    beacons: { attribute: false },
    customerId: { attribute: 'customer-id', useDefault: true },
    customerName: { attribute: 'customer-name', useDefault: true },
    href: {},
    messages: { attribute: false },
  };

  static override styles = [
    tokens,
    controls,
    beaconCountStyles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  /** How many beacons there are. Absent, together with `beacons`: pending. */
  total?: number;
  /** How many of them have a problem. */
  unhealthy?: number;
  /** The beacons as a provider gives them; wins over `total` and `unhealthy`. */
  beacons?: Availability<BeaconSummary>;
  /** The organization ID: for the event, and for `{id}` in `href`. */
  customerId = '';
  /** Spoken with the number, so that the link makes sense alone. */
  customerName = '';
  /** A link template such as `/orgs/{id}/beacons`. Without one the link is a button. */
  href?: string;
  /** Words of your own in the place of the language's. */
  messages?: MessagesOverride;

  readonly #l10n = new Localization(this, () => this.messages);
  readonly #states = new CustomStates<BeaconCount['kind']>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);

  constructor() {
    super();
    openOnClick(this, 'beacons-link', () => new BeaconsOpenEvent(this.customerId));
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override render(): TemplateResult {
    const { beacons, total, unhealthy } = this;
    const given: Availability<BeaconSummary> =
      total === undefined ? { state: 'pending' } : { state: 'ready', value: { total, unhealthy } };
    const count = beaconCount(beacons ?? given);
    this.#states.show(count.kind);
    return beaconCountTemplate({
      count,
      href: linkFromTemplate(this.href, { id: this.customerId }, this.baseURI),
      customer: this.customerName,
      l10n: this.#l10n,
    });
  }
}
