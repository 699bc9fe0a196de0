import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerField } from '../../domain/customer-draft.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { problemText } from '../customer-fields/problem-text.js';
import { fieldName, type AddLocalization, type DraftView } from './draft-view.js';

/** More would bury the rows; those that are mended make room for the rest. */
const mostLinks = 10;

/** What has to be mended before anything is sent. */
export interface ProblemSummaryView {
  readonly views: readonly DraftView[];
  readonly offered: readonly OfferedCapability[] | undefined;
  readonly l10n: AddLocalization;
  /** The viewer wants to mend this field. */
  readonly onGo: (key: string, field: CustomerField) => void;
}

/** How many fields of the rows whose problems are shown have to be mended. */
export function problemCount(views: readonly DraftView[]): number {
  return views.reduce((sum, { row, problems }) => sum + (row.isRevealed ? problems.size : 0), 0);
}

/** What is wrong where, each a link to its field. */
export function problemSummaryTemplate({ views, offered, l10n, onGo }: ProblemSummaryView): TemplateResult {
  const words = l10n.messages.addCustomers;
  const count = problemCount(views);
  const links = views
    .flatMap(({ row, label, problems }) =>
      row.isRevealed ? [...problems.keys()].map((field) => ({ key: row.key, field, label, problems })) : [],
    )
    .slice(0, mostLinks);
  return html`<section
    class="notice danger summary"
    part="summary"
    id="summary"
    tabindex="-1"
    aria-labelledby="summary-heading"
  >
    <h3 id="summary-heading">${words.summary(l10n.count(count))}</h3>
    <ul role="list">
      ${links.map(
        ({ key, field, label, problems }) =>
          html`<li>
            <button type="button" class="link" @click=${() => onGo(key, field)}>
              ${words.summaryItem(label, fieldName(field, offered, l10n), problemText(field, problems, l10n) ?? '')}
            </button>
          </li>`,
      )}
      ${count > links.length ? html`<li>${words.summaryMore(l10n.count(count - links.length))}</li>` : nothing}
    </ul>
  </section>`;
}
