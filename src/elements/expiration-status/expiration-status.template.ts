import { css, html, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import { urgencyOf, type ExpirationPolicy, type ExpirationStatus } from '../../domain/expirations.js';

/** What an Expiration Status cell or element shows. */
export interface ExpirationStatusView {
  readonly status: ExpirationStatus;
  /** The nearest horizon warns, the others only inform. */
  readonly policy: Pick<ExpirationPolicy, 'horizons'>;
  readonly l10n: Pick<Localization, 'messages' | 'count'>;
}

/** A customer's expiration status (`docs/rules.md §2.3`): one element. Each status has a shape besides its colour. */
export function expirationStatusTemplate({ status, policy, l10n }: ExpirationStatusView): TemplateResult {
  const words = l10n.messages.expirations;
  switch (status.kind) {
    case 'pending':
      return html`<span class="skeleton" role="img" aria-label=${words.pending}></span>`;
    case 'unknown':
      return quiet(words.unknown[status.reason]);
    case 'none':
      return quiet(words.status.none);
    case 'expired':
      return badge('expired', words.status.expired);
    case 'expires-in':
      return badge(urgencyOf(status.days, policy), words.status.expiresIn(l10n.count(status.days)));
  }
}

// one template each, so that a row which shows another customer keeps the element

function quiet(label: string): TemplateResult {
  return html`<span class="quiet" role="img" aria-label=${label}>-</span>`;
}

function badge(urgency: string, text: string): TemplateResult {
  return html`<span class="badge" part="status" data-status=${urgency}>${text}</span>`;
}

/**
 * What {@link expirationStatusTemplate} needs besides the tokens and controls. The sign is a clock that runs full: a
 * quarter, three quarters, and a full disc with a bar for what has expired.
 */
export const expirationStatusStyles = css`
  .quiet {
    color: var(--_muted);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.125rem 0.625rem 0.125rem 0.5rem;
    border-radius: 1rem;
    background: var(--_surface-raised);
    box-shadow: inset 0 0 0 1px var(--_border);
    color: var(--_muted);
    font-size: 0.92em;
    font-weight: 500;
    white-space: nowrap;
  }

  .badge::before {
    flex: none;
    inline-size: 0.8em;
    block-size: 0.8em;
    border: 0.12em solid;
    border-radius: 50%;
    background: conic-gradient(currentColor 25%, transparent 0);
    content: '';
  }

  .badge[data-status='soon'] {
    background: var(--_warning-surface);
    box-shadow: none;
    color: var(--_warning);
  }

  .badge[data-status='soon']::before {
    background: conic-gradient(currentColor 75%, transparent 0);
  }

  .badge[data-status='expired'] {
    background: var(--_danger-surface);
    box-shadow: none;
    color: var(--_danger);
  }

  .badge[data-status='expired']::before {
    background: linear-gradient(currentColor 38%, var(--_danger-surface) 38% 62%, currentColor 62%);
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }

    /* drawn with gradients, which forced colours would take away */
    .badge::before {
      color: CanvasText;
      forced-color-adjust: none;
    }

    .badge[data-status='expired']::before {
      background: linear-gradient(currentColor 38%, Canvas 38% 62%, currentColor 62%);
    }
  }
`;
