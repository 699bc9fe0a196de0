import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerEdit } from '../../controllers/customer-edit.js';
import type { Localization } from '../../controllers/localization.js';
import { keptReason } from '../../domain/customer-changes.js';
import type { CustomerFields } from '../../domain/customer-draft.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { capabilityFieldsTemplate, capabilityName } from '../customer-fields/capability-fields.template.js';
import { ownerFieldsTemplate, ownerName } from '../customer-fields/owner-fields.template.js';
import { problemText } from '../customer-fields/problem-text.js';
import { textFieldTemplate } from '../customer-fields/text-field.template.js';
import { confirmationTemplate } from './confirmation.template.js';

/** The words of the panel. */
export type EditLocalization = Localization<'customerFields' | 'editCustomer' | 'refusals'>;

/** Something that the customer has, and that the viewer is about to take away. */
export interface Removal {
  /** The place of an owner, or the name of a capability. */
  readonly of: number | string;
  /** The form without it. */
  readonly after: CustomerFields;
}

/** The form of one customer. */
export interface EditFormView {
  readonly edit: CustomerEdit;
  readonly offered: readonly OfferedCapability[];
  readonly removal: Removal | undefined;
  readonly l10n: EditLocalization;
  readonly onChange: (fields: CustomerFields) => void;
  /** Owners or capabilities that are one less. */
  readonly onRemove: (removal: Removal) => void;
  readonly onAnswer: (isYes: boolean) => void;
}

/** The fields of a customer that may be edited. */
export function editFormTemplate(view: EditFormView): TemplateResult {
  const { edit, l10n, onChange } = view;
  const { fields, problems } = edit;
  const words = l10n.messages.customerFields;
  const field = (name: 'name' | 'externalId' | 'description', label: string, kind?: 'lines') =>
    textFieldTemplate({
      id: `edit-${name}`,
      label,
      value: fields[name],
      problem: problemText(name, problems, l10n),
      isRequired: name === 'name',
      kind,
      onInput: (text) => onChange({ ...edit.fields, [name]: text }),
    });
  return html`<div class="texts">
      ${field('name', words.name)} ${field('externalId', words.optional(words.externalId))}
      ${field('description', words.optional(words.description), 'lines')}
    </div>
    ${ownersTemplate(view)} ${capabilitiesTemplate(view)}`;
}

function ownersTemplate(view: EditFormView): TemplateResult {
  const { edit, l10n, onChange, onRemove } = view;
  const { fields, problems, customer } = edit;
  if (customer.owners.state !== 'ready') return html`<p class="quiet">${l10n.messages.editCustomer.ownersUnknown}</p>`;
  const had = new Set(customer.owners.value.map(({ email }) => email));
  return ownerFieldsTemplate({
    idPrefix: 'edit',
    owners: fields.owners,
    problems,
    l10n,
    below: (index) => removalTemplate(view, index),
    onChange: (owners) => {
      const after = { ...fields, owners };
      const of = fields.owners.findIndex((owner, index) => owner !== owners[index]);
      const removed = owners.length < fields.owners.length ? fields.owners[of] : undefined;
      if (removed && had.has(removed.email)) onRemove({ of, after });
      else onChange(after);
    },
  });
}

function capabilitiesTemplate(view: EditFormView): TemplateResult {
  const { edit, offered, l10n, onChange, onRemove } = view;
  const { fields, problems, customer } = edit;
  const { capabilities: known } = customer;
  if (known?.state !== 'ready') return html`<p class="quiet">${l10n.messages.editCustomer.capabilitiesUnknown}</p>`;
  return capabilityFieldsTemplate({
    idPrefix: 'edit',
    capabilities: fields.capabilities,
    offered,
    problems,
    l10n,
    // what was only chosen in this form can be taken back
    keptReason: (capability) => {
      const held = known.value.find((each) => each.capability === capability);
      return held && keptReason(held, customer);
    },
    below: (capability) => removalTemplate(view, capability),
    onChange: (capabilities) => {
      const after = { ...fields, capabilities };
      const left = new Set(capabilities.map(({ capability }) => capability));
      const removed = known.value.find(
        ({ capability }) => !left.has(capability) && fields.capabilities.some((each) => each.capability === capability),
      );
      if (removed) onRemove({ of: removed.capability, after });
      else onChange(after);
    },
  });
}

function removalTemplate({ edit, offered, removal, l10n, onAnswer }: EditFormView, of: number | string) {
  if (removal?.of !== of) return nothing;
  const words = l10n.messages.editCustomer;
  const owner = typeof of === 'number' ? edit.fields.owners[of] : undefined;
  return confirmationTemplate({
    id: 'removal',
    question:
      typeof of === 'string'
        ? words.removeCapability(capabilityName(of, offered))
        : words.removeOwner(owner ? ownerName(owner, of, l10n) : ''),
    yes: words.remove,
    no: words.keep,
    onAnswer,
  });
}
