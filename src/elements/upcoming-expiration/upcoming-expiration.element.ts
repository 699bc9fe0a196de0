import { css, LitElement, type TemplateResult } from 'lit';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import { Today } from '../../controllers/today.js';
import type { Availability } from '../../domain/availability.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import {
  upcomingExpiration,
  type ExpirationPolicy,
  type ExpirationSummary,
  type UpcomingExpiration,
} from '../../domain/expirations.js';
import { nextExpirationChange } from '../../domain/next-expiration-change.js';
import { linkFromTemplate } from '../../domain/link.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { controls } from '../../styles/controls.js';
import { tokens } from '../../styles/tokens.js';
import { openOnClick } from '../opened-link.js';
import { ExpirationsOpenEvent } from './expirations-open-event.js';
import { upcomingExpirationStyles, upcomingExpirationTemplate } from './upcoming-expiration.template.js';

/**
 * What expires next for a customer: a link with the date, a "No expirations" link, the text "No entitlements", or a
 * dash (`docs/rules.md §2.2`). Stays right while the page stays open.
 *
 * @tag upcoming-expiration
 * @fires {ExpirationsOpenEvent} expirations-open - The link was clicked; cancelable.
 * @csspart expirations-link - The link, a button where there is no `href`.
 * @cssprop --customers-accent - Colour of the link.
 * @cssprop --customers-muted - Colour of what is no link.
 * @cssstate date - There is a next date.
 * @cssstate no-expirations - Nothing expires, or something expired recently.
 * @cssstate no-entitlements - There is nothing, or all of it expired long ago.
 * @cssstate pending - Not loaded yet.
 * @cssstate unknown - It may not or could not be read.
 */
export class UpcomingExpirationElement extends LitElement {
  static override readonly properties = {
    expirations: { attribute: false },
    timeZone: { attribute: 'time-zone', useDefault: true },
    now: { attribute: false },
    policy: { attribute: false },
    customerId: { attribute: 'customer-id', useDefault: true },
    customerName: { attribute: 'customer-name', useDefault: true },
    href: {},
    messages: { attribute: false },
  };

  static override styles = [
    tokens,
    controls,
    upcomingExpirationStyles,
    css`
      :host {
        display: inline-block;
        color: var(--_muted);
      }
    `,
  ];

  /** The expirations as a provider gives them. Absent: pending. */
  expirations?: Availability<ExpirationSummary>;
  /** IANA time zone in which calendar days are counted. */
  timeZone = 'UTC';
  /** The moment to judge at. Default: the current one, followed while the page stays open. */
  now?: Date;
  /** Thresholds of your own in the place of the default ones. */
  policy?: Partial<ExpirationPolicy>;
  /** The organization ID: for the event, and for `{id}` in `href`. */
  customerId = '';
  /** Spoken with the date, so that the link makes sense alone. */
  customerName = '';
  /** A link template such as `/orgs/{id}/expirations`. Without one the link is a button. */
  href?: string;
  /** Words of your own in the place of the language's. */
  messages?: MessagesOverride;

  #expiration: UpcomingExpiration = { kind: 'pending' };

  readonly #l10n = new Localization(this, () => this.messages);
  readonly #today = new Today(this, () => this);
  readonly #states = new CustomStates<UpcomingExpiration['kind']>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);

  constructor() {
    super();
    openOnClick(this, 'expirations-link', () => new ExpirationsOpenEvent(this.customerId));
  }

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override willUpdate(): void {
    const expirations = this.expirations ?? { state: 'pending' };
    const clock = { now: this.#today.now, timeZone: this.timeZone, policy: completePolicy(this.policy) };
    this.#expiration = upcomingExpiration(expirations, clock);
    this.#today.wakeAt(nextExpirationChange([expirations], clock));
  }

  protected override render(): TemplateResult {
    this.#states.show(this.#expiration.kind);
    return upcomingExpirationTemplate({
      expiration: this.#expiration,
      timeZone: this.timeZone,
      href: linkFromTemplate(this.href, { id: this.customerId }, this.baseURI),
      customer: this.customerName,
      l10n: this.#l10n,
    });
  }
}
