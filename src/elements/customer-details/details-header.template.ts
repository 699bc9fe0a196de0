import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { displayName, type CustomerDetails } from '../../domain/customer.js';
import { canDelete, canEdit, isViewOnly } from '../../domain/permissions.js';
import { shownText } from '../shown-text.js';

/** What heads the details. */
export interface DetailsHeaderView {
  /** Absent until the details are there. */
  readonly customer: CustomerDetails | undefined;
  readonly customerId: string;
  /** What the customer is called until then. */
  readonly customerName: string;
  readonly l10n: Localization<'customerDetails'>;
  /** Absent where nobody can be edited here. */
  readonly onEdit: (() => void) | undefined;
  /** Absent where nobody can be deleted here. */
  readonly onDelete: (() => void) | undefined;
}

/** Whose details these are, and what may be done with that customer (`docs/rules.md §3.1`, `§3.2`). */
export function detailsHeaderTemplate(view: DetailsHeaderView): TemplateResult {
  const { customer, customerId, customerName, l10n, onEdit, onDelete } = view;
  const { customerDetails: words, overview } = l10n.messages;
  const name = customer ? displayName(customer) : customerName.trim() || customerId;
  return html`<div class="header" part="header">
    <div>
      <h2 id="heading" part="heading" tabindex="-1"><bdi>${shownText(name)}</bdi></h2>
      <p class="about">
        <bdi>${words.organizationId(shownText(customerId))}</bdi>
        ${customer?.tiered ? html`<span class="mark">${words.tieredBadge}</span>` : nothing}
        ${
          customer && isViewOnly(customer)
            ? html`<span class="mark view-only">${overview.viewOnly}</span>
                <span class="visually-hidden">${overview.viewOnlyHint}</span>`
            : nothing
        }
      </p>
    </div>
    <div class="actions">
      ${
        onEdit && customer && canEdit(customer)
          ? html`<button type="button" part="edit" @click=${onEdit}>${words.edit}</button>`
          : nothing
      }
      ${
        onDelete && customer && canDelete(customer)
          ? html`<button type="button" class="danger" part="delete" @click=${onDelete}>${words.delete}</button>`
          : nothing
      }
    </div>
  </div>`;
}
