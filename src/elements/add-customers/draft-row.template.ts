import { html, nothing, type TemplateResult } from 'lit';
import { isUntouched, requiredCapability, type CustomerFields } from '../../domain/customer-draft.js';
import { keptReason } from '../../domain/customer-changes.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { capabilityFieldsTemplate, capabilityName } from '../customer-fields/capability-fields.template.js';
import { ownerFieldsTemplate, ownerName } from '../customer-fields/owner-fields.template.js';
import { problemText } from '../customer-fields/problem-text.js';
import { textFieldTemplate } from '../customer-fields/text-field.template.js';
import { shownText } from '../shown-text.js';
import type { AddLocalization, DraftView } from './draft-view.js';

/** What a row needs besides its customer. */
export interface DraftRowContext {
  readonly offered: readonly OfferedCapability[] | undefined;
  readonly l10n: AddLocalization;
  readonly isDisabled: boolean;
  readonly isExpanded: (key: string) => boolean;
  readonly onChange: (key: string, changes: Partial<CustomerFields>) => void;
  readonly onToggle: (key: string) => void;
  readonly onRemove: (key: string) => void;
  /** The focus has gone from the row to a field of another one. */
  readonly onLeave: (key: string) => void;
}

/** One customer to fill in: a line of the grid, and what unfolds below it. */
export function draftRowTemplate(view: DraftView, context: DraftRowContext): TemplateResult {
  const { row, label } = view;
  const { l10n, isDisabled, isExpanded, onRemove, onLeave } = context;
  const words = l10n.messages.addCustomers;
  const leave = ({ currentTarget, relatedTarget: next }: FocusEvent) => {
    // what is shown then would push a button away from under the pointer that is pressing it, so that it waits for the
    // next field of text
    const isText = next instanceof Element && next.matches('textarea, input:not([type=checkbox], [type=file])');
    if (isText && !(currentTarget as Element).contains(next)) onLeave(row.key);
  };
  return html`<li>
    <div class="draft" part="draft" role="group" aria-label=${label} @focusout=${leave}>
      <span class="place" aria-hidden="true">${label}</span>
      ${(['name', 'externalId'] as const).map((field) => textFieldOf(field, view, context))}
      ${detailsButton(view, context)}
      <button
        type="button"
        class="icon"
        part="remove"
        aria-label=${words.removeRow(label)}
        title=${words.remove}
        ?disabled=${isDisabled}
        @click=${() => onRemove(row.key)}
      >
        ${removeIcon}
      </button>
      ${outcomeTemplate(view, l10n)} ${isExpanded(row.key) ? detailsTemplate(view, context) : nothing}
    </div>
  </li>`;
}

function textFieldOf(
  field: 'name' | 'externalId' | 'description',
  view: DraftView,
  context: DraftRowContext,
): TemplateResult {
  const { key, fields } = view.row;
  const { l10n, isDisabled, onChange } = context;
  const words = l10n.messages.customerFields;
  const isRequired = field === 'name';
  return textFieldTemplate({
    id: `${key}-${field}`,
    label: isRequired ? words[field] : words.optional(words[field]),
    value: fields[field],
    problem: problemText(field, view.shown, l10n),
    isRequired,
    isDisabled,
    ...(field === 'description' && { kind: 'lines' as const }),
    onInput: (text) => onChange(key, { [field]: text }),
  });
}

/** What is folded away, in short, and the way to it. */
function detailsButton(
  { row, shown }: DraftView,
  { offered, l10n, isExpanded, onToggle }: DraftRowContext,
): TemplateResult {
  const words = l10n.messages.addCustomers;
  const { owners, capabilities } = row.fields;
  const named = owners.filter(({ firstName, lastName, email }) => `${firstName}${lastName}${email}`.trim() !== '');
  const [first] = named;
  const owner = first === undefined ? words.noOwner : ownerName(first, 0, l10n);
  const isOpen = isExpanded(row.key);
  const hidden = [...shown.keys()].filter((field) => field !== 'name' && field !== 'externalId').length;
  return html`<button
    type="button"
    class="details"
    part="details"
    id="${row.key}-details"
    aria-expanded=${isOpen}
    aria-controls=${isOpen ? `${row.key}-more` : nothing}
    @click=${() => onToggle(row.key)}
  >
    ${chevron}
    <span class="visually-hidden">${words.details}:</span>
    <bdi class="facts">
      <span>${named.length > 1 ? words.more(owner, l10n.count(named.length - 1)) : owner}</span>
      <span class="quiet">
        ${l10n.formatList(capabilities.map(({ capability }) => capabilityName(capability, offered ?? [])))}
      </span>
    </bdi>
    ${hidden > 0 ? html`<span class="marked">${words.problems(l10n.count(hidden))}</span>` : nothing}
  </button>`;
}

function detailsTemplate(view: DraftView, context: DraftRowContext): TemplateResult {
  const { key, fields } = view.row;
  const { offered = [], l10n, isDisabled, onChange } = context;
  const shared = { idPrefix: key, problems: view.shown, l10n, isDisabled };
  return html`<div class="more" id="${key}-more">
    <div>
      ${ownerFieldsTemplate({ ...shared, owners: fields.owners, onChange: (owners) => onChange(key, { owners }) })}
      ${textFieldOf('description', view, context)}
    </div>
    ${capabilityFieldsTemplate({
      ...shared,
      capabilities: fields.capabilities,
      offered,
      keptReason: (capability) => (capability === requiredCapability ? keptReason({ capability }) : undefined),
      onChange: (capabilities) => onChange(key, { capabilities }),
    })}
  </div>`;
}

/** Why it was not created when it was sent last. */
function outcomeTemplate({ row }: DraftView, l10n: AddLocalization): TemplateResult | typeof nothing {
  const { outcome, fields } = row;
  if (outcome === undefined || isUntouched(fields)) return nothing;
  const words = l10n.messages.addCustomers;
  if (outcome.kind === 'unknown') return html`<p class="outcome doubt" part="outcome">${words.rowInDoubt}</p>`;
  const { code, reason, message } = outcome;
  const why = reason === undefined ? l10n.messages.errors[code] : l10n.messages.refusals[reason];
  return html`<p class="outcome" part="outcome">
    ${words.rowFailed} ${code === 'forbidden' && reason === undefined ? words.denied : why}
    ${reason === undefined && message ? html`<bdi>${shownText(message)}</bdi>` : nothing}
  </p>`;
}

const removeIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path
    d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5M7 7v3.5M9 7v3.5"
    fill="none"
    stroke="currentColor"
    stroke-width="1.25"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;

const chevron = html`<svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M6 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
</svg>`;
