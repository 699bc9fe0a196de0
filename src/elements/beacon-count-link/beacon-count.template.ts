import { css, html, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { BeaconCount } from '../../domain/beacons.js';
import { shownText } from '../shown-text.js';

/** What a Total Beacons cell or element shows. */
export interface BeaconCountView {
  readonly count: BeaconCount;
  /** A checked link; absent: a button. */
  readonly href?: string;
  /** The customer's name as the data has it, spoken with the count; may be empty. */
  readonly customer: string;
  readonly l10n: Pick<Localization, 'messages' | 'count'>;
}

/**
 * A customer's beacon count: one element (two with problems), without listeners, so that a table of them can listen
 * once. The number is text. The warning sign beside it and its number
 * are drawn: as text they would run into the count, and the name would no longer contain what is seen.
 */
export function beaconCountTemplate({ count, href, customer, l10n }: BeaconCountView): TemplateResult {
  const words = l10n.messages.beacons;
  if (count.kind === 'pending') return html`<span class="skeleton" role="img" aria-label=${words.pending}></span>`;
  if (count.kind === 'not-applicable') return html`<span class="quiet">${words.notApplicable}</span>`;
  if (count.kind === 'unknown') {
    return html`<span class="quiet" role="img" aria-label=${words.unknown[count.reason]}>-</span>`;
  }
  const total = l10n.count(count.total);
  const problems = count.unhealthy ? l10n.count(count.unhealthy) : undefined;
  const whose = shownText(customer);
  const name = problems ? words.linkWithProblems(total, problems, whose) : words.link(total, whose);
  const sign = problems && html`<span class="problems" data-count=${problems.text}></span>`;
  return href === undefined
    ? html`<button type="button" class="link" part="beacons-link" aria-label=${name}>${total.text}${sign}</button>`
    : html`<a class="link" part="beacons-link" href=${href} aria-label=${name}>${total.text}${sign}</a>`;
}

/** What {@link beaconCountTemplate} needs besides the tokens and controls. */
export const beaconCountStyles = css`
  .quiet {
    color: var(--_muted);
  }

  .link[part~='beacons-link'] {
    font-variant-numeric: tabular-nums;
  }

  .problems {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    color: var(--_warning);
    font-weight: 500;
  }

  /* a triangle with an exclamation mark cut out of it */
  .problems::before {
    inline-size: 1em;
    block-size: 0.875em;
    background: currentColor;
    clip-path: polygon(
      evenodd,
      50% 0,
      100% 100%,
      0 100%,
      50% 0,
      43% 34%,
      57% 34%,
      57% 66%,
      43% 66%,
      43% 34%,
      43% 75%,
      57% 75%,
      57% 89%,
      43% 89%,
      43% 75%,
      43% 34%
    );
    content: '';
  }

  .problems::after {
    content: attr(data-count) / '';
  }

  @media (forced-colors: active) {
    .problems::before {
      background: LinkText;
      forced-color-adjust: none;
    }
  }
`;
