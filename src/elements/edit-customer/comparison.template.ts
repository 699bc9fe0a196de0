import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDay } from '../../controllers/day-format.js';
import type { CustomerFact, VersionChoice, VersionDifference } from '../../domain/customer-changes.js';
import type { VersionComparison } from '../../domain/version-comparison.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { capabilityName } from '../customer-fields/capability-fields.template.js';
import { shownText } from '../shown-text.js';
import type { EditLocalization } from './edit-form.template.js';

/** Two versions of one customer, beside the one before. */
export interface ComparisonView {
  readonly comparison: VersionComparison;
  readonly offered: readonly OfferedCapability[];
  readonly timeZone: string;
  readonly l10n: EditLocalization;
  readonly onChoose: (key: string, choice: VersionChoice) => void;
}

/** The id of the first choice of a difference. */
export function choiceId(comparison: VersionComparison, difference: VersionDifference): string {
  return `difference-${comparison.differences.indexOf(difference)}-theirs`;
}

/** Every difference, with the version before, theirs and the viewer's side by side. */
export function comparisonTemplate(view: ComparisonView): TemplateResult {
  const words = view.l10n.messages.editCustomer.compare;
  return html`<section class="comparison" part="comparison">
    <h3 id="comparison" tabindex="-1">${words.heading}</h3>
    <p class="quiet">${words.hint}</p>
    ${view.comparison.differences.map((difference) => differenceTemplate(difference, view))}
  </section>`;
}

function differenceTemplate(difference: VersionDifference, view: ComparisonView): TemplateResult {
  const { l10n, comparison } = view;
  const words = l10n.messages.editCustomer.compare;
  const { before, kept } = difference;
  return html`<fieldset
    role="radiogroup"
    part="difference"
    aria-required=${comparison.choiceOf(difference) ? nothing : 'true'}
  >
    <legend dir="auto">${subjectOf(difference, view)}</legend>
    <div class="versions">
      <div class="version">
        <span class="whose">${words.before}</span>
        <span class="value" dir="auto">${valueOf(before, view)}</span>
      </div>
      ${versionTemplate('theirs', difference, view)}
      ${
        kept
          ? html`<div class="version">
              <span class="whose">${words.mine}</span> ${l10n.messages.customerFields.kept[kept]}
            </div>`
          : versionTemplate('mine', difference, view)
      }
    </div>
  </fieldset>`;
}

function versionTemplate(choice: VersionChoice, difference: VersionDifference, view: ComparisonView): TemplateResult {
  const { comparison, l10n, onChoose } = view;
  const index = comparison.differences.indexOf(difference);
  return html`<label class="version">
    <span class="whose">
      <input
        type="radio"
        id="difference-${index}-${choice}"
        name="difference-${index}"
        .checked=${live(comparison.choiceOf(difference) === choice)}
        @change=${() => onChoose(difference.key, choice)}
      />
      ${l10n.messages.editCustomer.compare[choice]}
    </span>
    <span class="value" dir="auto">${valueOf(difference[choice], view)}</span>
  </label>`;
}

/** A field, and which owner or capability where it has several. */
function subjectOf({ field, mine, theirs, before }: VersionDifference, { offered, l10n }: ComparisonView): string {
  const label = l10n.messages.customerFields[field];
  const fact = theirs ?? mine ?? before;
  if (!fact || 'text' in fact) return label;
  const item = 'owner' in fact ? shownText(fact.owner.email) : capabilityName(fact.capability.capability, offered);
  return l10n.messages.editCustomer.compare.item(label, item);
}

function valueOf(fact: CustomerFact | undefined, { timeZone, l10n }: ComparisonView): string | TemplateResult {
  const words = l10n.messages.editCustomer.compare;
  if (fact === undefined) return html`<span class="quiet">${words.absent}</span>`;
  if ('text' in fact) return fact.text === '' ? html`<span class="quiet">${words.blank}</span>` : shownText(fact.text);
  if ('owner' in fact) {
    const { firstName, lastName, email } = fact.owner;
    return words.owner(shownText(`${firstName} ${lastName}`.trim()), shownText(email));
  }
  const { expires } = fact.capability;
  return expires === '' ? words.doesNotExpire : words.expires(shownText(formatDay(expires, timeZone, l10n.locale)));
}
