import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../controllers/day-format.js';
import type { Localization } from '../../controllers/localization.js';
import type { UpcomingExpiration } from '../../domain/expirations.js';
import { shownText } from '../shown-text.js';

/** What an Upcoming Expirations cell or element shows. */
export interface UpcomingExpirationView {
  readonly expiration: UpcomingExpiration;
  /** IANA time zone that the days were counted in. */
  readonly timeZone: string;
  /** A checked link; absent: a button. */
  readonly href?: string;
  /** Whether the button opens a dialog: only where this is known may it be said. */
  readonly opensDialog?: boolean;
  /** The customer's name as the data has it, spoken with the date; may be empty. */
  readonly customer: string;
  readonly l10n: Pick<Localization, 'locale' | 'messages' | 'count'>;
}

/**
 * A customer's next expiration (`docs/rules.md §2.2`), without listeners, so that a table of them can listen once. The
 * distance ("in 9 days") is bare text behind the link: what contains it gives it a quiet colour.
 */
export function upcomingExpirationTemplate(view: UpcomingExpirationView): TemplateResult {
  const { expiration, l10n } = view;
  const words = l10n.messages.expirations;
  switch (expiration.kind) {
    case 'pending':
      return html`<span class="skeleton" role="img" aria-label=${words.pending}></span>`;
    case 'unknown':
      return html`<span role="img" aria-label=${words.unknown[expiration.reason]}>-</span>`;
    case 'no-entitlements':
      return html`${words.noEntitlements}`;
    case 'no-expirations':
      return link(view, words.noExpirations, words.noExpirations);
    case 'date': {
      const { expiry, daysLeft } = expiration;
      const day = formatDay(expiry, view.timeZone, l10n.locale);
      // where a line has no room for both, the distance goes to the next one as a whole
      const distance = `· ${words.relative(l10n.count(daysLeft))}`.replaceAll(' ', '\u00a0');
      return link(view, day, html`<time datetime=${expiry}>${day}</time>`, ` ${distance}`);
    }
  }
}

/** @param after Bare text behind the link, in the same template, so that a row keeps it for another customer. */
function link(
  view: UpcomingExpirationView,
  text: string,
  content: TemplateResult | string,
  after = '',
): TemplateResult {
  const { href, opensDialog } = view;
  const name = view.l10n.messages.expirations.linkOf(text, shownText(view.customer));
  return href === undefined
    ? html`<button
          type="button"
          class="link"
          part="expirations-link"
          aria-haspopup=${opensDialog ? 'dialog' : nothing}
          aria-label=${name}
        >
          ${content}</button
        >${after}`
    : html`<a class="link" part="expirations-link" href=${href} aria-label=${name}>${content}</a>${after}`;
}

/** What {@link upcomingExpirationTemplate} needs besides the tokens and controls, except the colour around it. */
export const upcomingExpirationStyles = css`
  .link[part~='expirations-link'] {
    font-variant-numeric: tabular-nums;
  }
`;
