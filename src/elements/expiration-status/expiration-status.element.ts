import { css, LitElement, type TemplateResult } from 'lit';
import { AdoptedStyles } from '../../controllers/adopted-styles.js';
import { CustomStates } from '../../controllers/custom-states.js';
import { Localization } from '../../controllers/localization.js';
import { Today } from '../../controllers/today.js';
import type { Availability } from '../../domain/availability.js';
import { completePolicy } from '../../domain/expiration-policy.js';
import {
  defaultExpirationPolicy,
  expirationStatus,
  type ExpirationPolicy,
  type ExpirationStatus,
  type ExpirationSummary,
} from '../../domain/expirations.js';
import { nextExpirationChange } from '../../domain/next-expiration-change.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { controls } from '../../styles/controls.js';
import { tokens } from '../../styles/tokens.js';
import { expirationStatusStyles, expirationStatusTemplate } from './expiration-status.template.js';

/**
 * Whether a customer's capabilities have expired recently or will expire soon, as a badge; else a dash
 * (`docs/rules.md §2.3`). Stays right while the page stays open.
 *
 * @tag expiration-status
 * @csspart status - The badge.
 * @cssprop --customers-danger - Colour of "Expired"; its surface is `--customers-danger-surface`.
 * @cssprop --customers-warning - Colour of the nearest horizon; its surface is `--customers-warning-surface`.
 * @cssprop --customers-muted - Colour of the later horizons and of the dash.
 * @cssstate expired - Something expired within the days of grace.
 * @cssstate expires-in - Something expires within a horizon.
 * @cssstate none - Neither.
 * @cssstate pending - Not loaded yet.
 * @cssstate unknown - It may not or could not be read.
 */
export class ExpirationStatusElement extends LitElement {
  static override readonly properties = {
    expirations: { attribute: false },
    timeZone: { attribute: 'time-zone', useDefault: true },
    now: { attribute: false },
    policy: { attribute: false },
    messages: { attribute: false },
  };

  static override styles = [
    tokens,
    controls,
    expirationStatusStyles,
    css`
      :host {
        display: inline-block;
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
  /** Words of your own in the place of the language's. */
  messages?: MessagesOverride;

  #policy = defaultExpirationPolicy;
  #status: ExpirationStatus = { kind: 'pending' };

  readonly #l10n = new Localization(this, () => this.messages);
  readonly #today = new Today(this, () => this);
  readonly #states = new CustomStates<ExpirationStatus['kind']>(this);
  readonly #adoptedStyles = new AdoptedStyles(this);

  adoptedCallback(): void {
    this.#adoptedStyles.hostAdopted();
  }

  protected override willUpdate(): void {
    const expirations = this.expirations ?? { state: 'pending' };
    this.#policy = completePolicy(this.policy);
    const clock = { now: this.#today.now, timeZone: this.timeZone, policy: this.#policy };
    this.#status = expirationStatus(expirations, clock);
    this.#today.wakeAt(nextExpirationChange([expirations], clock));
  }

  protected override render(): TemplateResult {
    this.#states.show(this.#status.kind);
    return expirationStatusTemplate({ status: this.#status, policy: this.#policy, l10n: this.#l10n });
  }
}
