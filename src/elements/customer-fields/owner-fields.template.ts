import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.js';
import type { Owner } from '../../domain/customer.js';
import type { FieldProblems } from '../../domain/customer-draft.js';
import { shownText } from '../shown-text.js';
import { problemText } from './problem-text.js';
import { problemId, problemTemplate, textFieldTemplate } from './text-field.template.js';

/** The owners of one customer, to fill in. */
export interface OwnerFieldsView {
  /** Begins the id of every field, so that two customers may stand in one form. */
  readonly idPrefix: string;
  readonly owners: readonly Owner[];
  readonly problems: FieldProblems;
  readonly l10n: Localization<'customerFields'>;
  readonly isDisabled?: boolean;
  /** What stands under an owner, by its place; as a rule nothing. */
  readonly below?: (index: number) => TemplateResult | typeof nothing;
  /** The owners as they would be: one longer, one shorter, or with another text. */
  readonly onChange: (owners: readonly Owner[]) => void;
}

const noOwner: Owner = { firstName: '', lastName: '', email: '' };

/** Every owner with first name, last name and e-mail, and a way to add and remove one. The last one stays. */
export function ownerFieldsTemplate(view: OwnerFieldsView): TemplateResult {
  const { idPrefix, owners, problems, l10n, isDisabled, onChange } = view;
  const words = l10n.messages.customerFields;
  const id = `${idPrefix}-owners`;
  const problem = problemText('owners', problems, l10n);
  return html`<fieldset id=${id} part="owners" aria-describedby=${problem === undefined ? nothing : problemId(id)}>
    <legend>${words.owners}</legend>
    <ul class="owners" role="list">
      ${owners.map((owner, index) => ownerTemplate(owner, index, view))}
    </ul>
    ${problemTemplate(id, problem)}
    <button
      type="button"
      class="link add"
      part="add-owner"
      ?disabled=${isDisabled}
      @click=${() => onChange([...owners, noOwner])}
    >
      ${words.addOwner}
    </button>
  </fieldset>`;
}

/** What an owner is called: by name, by e-mail, or by its place. */
export function ownerName(owner: Owner, index: number, l10n: Localization<'customerFields'>): string {
  const name = `${owner.firstName} ${owner.lastName}`.trim() || owner.email.trim();
  return shownText(name) || l10n.messages.customerFields.owner(l10n.formatNumber(index + 1));
}

function ownerTemplate(owner: Owner, index: number, view: OwnerFieldsView): TemplateResult {
  const { idPrefix, owners, problems, l10n, isDisabled, below, onChange } = view;
  const words = l10n.messages.customerFields;
  const field = (name: keyof Owner) =>
    textFieldTemplate({
      id: `${idPrefix}-owner-${index}-${name}`,
      label: words[name],
      value: owner[name],
      problem: problemText(`owners.${index}.${name}`, problems, l10n),
      isRequired: true,
      isDisabled,
      kind: name === 'email' ? 'email' : undefined,
      onInput: (text) => onChange(owners.with(index, { ...owner, [name]: text })),
    });
  return html`<li>
    <div class="owner" part="owner" role="group" aria-label=${words.owner(l10n.formatNumber(index + 1))}>
      ${(['firstName', 'lastName', 'email'] as const).map(field)}
      ${
        owners.length > 1
          ? html`<button
              type="button"
              class="link"
              id="${idPrefix}-remove-owner-${index}"
              part="remove-owner"
              aria-label=${words.removeOwner(ownerName(owner, index, l10n))}
              ?disabled=${isDisabled}
              @click=${() => onChange(owners.toSpliced(index, 1))}
            >
              ${words.remove}
            </button>`
          : nothing
      }
    </div>
    ${below?.(index) ?? nothing}
  </li>`;
}
