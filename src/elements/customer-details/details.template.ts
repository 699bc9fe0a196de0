import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { Availability } from '../../domain/availability.js';
import { beaconCount } from '../../domain/beacons.js';
import type { CustomerCapability, CustomerDetails, Owner } from '../../domain/customer.js';
import type { Entitlement, ExpirationClock } from '../../domain/expirations.js';
import { mailtoLink } from '../../domain/mailto.js';
import { beaconCountTemplate } from '../beacon-count-link/beacon-count.template.js';
import { entitlementsTemplate } from '../expirations-slideout/entitlements.template.js';
import { shownText } from '../shown-text.js';

/** A customer's capabilities as entitlements of a product, or of none that is named. */
export type Capabilities = Availability<{ readonly entitlements: readonly Entitlement[]; readonly unreadable: number }>;

/** What the tab of the details shows. */
export interface DetailsView {
  readonly customer: CustomerDetails;
  readonly capabilities: Capabilities;
  readonly clock: ExpirationClock;
  readonly l10n: Localization<'customerDetails' | 'expirationsSlideout'>;
}

/** The facts, the owners and the capabilities of a customer (`docs/rules.md §4.3`). */
export function detailsTemplate(view: DetailsView): TemplateResult {
  const { customer, l10n } = view;
  const words = l10n.messages.customerDetails;
  return html`<dl class="facts" part="facts">
      ${fact(words.fields.name, text(customer.name, words.none))}
      ${fact(words.fields.id, text(customer.id, words.none))}
      ${fact(words.fields.externalId, text(customer.externalId, words.none))}
      ${fact(words.fields.tiered, tiered(customer, words))}
      ${fact(
        words.fields.beacons,
        beaconCountTemplate({ count: beaconCount(customer.beacons), customer: customer.name, l10n }),
      )}
      ${fact(words.fields.description, text(customer.description, words.none), 'description')}
    </dl>
    <section class="owners" part="owners">
      <h3>${words.owners}</h3>
      ${available(customer.owners, l10n, (owners) => ownersTemplate(owners, l10n))}
    </section>
    <section class="capabilities" part="capabilities">
      <h3 id="capabilities">${words.capabilities}</h3>
      ${available(view.capabilities, l10n, (value) => capabilitiesTemplate(value, view))}
    </section>`;
}

/** What a patch names as capabilities, as the table of entitlements shows them. */
export function capabilitiesOf(capabilities: Availability<readonly CustomerCapability[]>): Capabilities {
  if (capabilities.state !== 'ready') return capabilities;
  const entitlements = capabilities.value.map(({ capability, expires = null }): Entitlement => ({
    id: capability,
    product: '',
    capability,
    expires,
  }));
  return { ...capabilities, value: { entitlements, unreadable: 0 } };
}

function fact(label: string, value: unknown, name?: string): TemplateResult {
  return html`<div class=${name ?? nothing}>
    <dt>${label}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}

function text(value: string | undefined, none: string) {
  return value?.trim() ? shownText(value) : dash(none);
}

function tiered({ tiered }: CustomerDetails, words: DetailsView['l10n']['messages']['customerDetails']) {
  if (tiered === undefined) return dash(words.unavailable);
  return tiered ? words.tiered.yes : words.tiered.no;
}

function ownersTemplate(owners: readonly Owner[], l10n: DetailsView['l10n']): TemplateResult {
  if (owners.length === 0) return html`<p class="quiet">${l10n.messages.customerDetails.noOwners}</p>`;
  return html`<ul role="list">
    ${owners.map(({ firstName, lastName, email }) => {
      const name = shownText(`${firstName} ${lastName}`.trim());
      const href = mailtoLink(email);
      const address = shownText(email.trim());
      return html`<li>
        ${name ? html`<bdi class="owner">${name}</bdi>` : nothing}
        ${
          href === undefined
            ? html`<bdi class="quiet">${address}</bdi>`
            : html`<a class="link" part="mail-link" href=${href}><bdi>${address}</bdi></a>`
        }
      </li>`;
    })}
  </ul>`;
}

function capabilitiesTemplate(
  { entitlements, unreadable }: Extract<Capabilities, { state: 'ready' }>['value'],
  { clock, l10n }: DetailsView,
): TemplateResult {
  const words = l10n.messages.customerDetails;
  return html`${unreadable > 0 ? html`<p class="note" part="note">${words.unreadableCapabilities}</p>` : nothing}
  ${
    entitlements.length > 0
      ? entitlementsTemplate({ entitlements, clock, l10n }, 'capabilities')
      : unreadable > 0
        ? nothing
        : html`<p class="quiet">${words.noCapabilities}</p>`
  }`;
}

/** A value that may be late, withheld or lost; sources that are missing are named beside it. */
function available<T>(
  value: Availability<T>,
  l10n: DetailsView['l10n'],
  show: (value: T) => TemplateResult,
): TemplateResult {
  const { customerDetails: words, expirationsSlideout: slideout } = l10n.messages;
  switch (value.state) {
    case 'ready':
      return html`${
        value.missing?.length
          ? html`<p class="note" part="note">${slideout.missing(l10n.formatList(value.missing.map(shownText)))}</p>`
          : nothing
      }${show(value.value)}`;
    case 'pending':
      return html`<p><span class="skeleton" role="img" aria-label=${words.pending}></span></p>`;
    case 'forbidden':
      return html`<p class="quiet">${words.forbidden}</p>`;
    case 'not-applicable':
    case 'unavailable':
      return html`<p class="quiet">${words.unavailable}</p>`;
  }
}

function dash(meaning: string): TemplateResult {
  return html`<span class="quiet" role="img" aria-label=${meaning}>-</span>`;
}
