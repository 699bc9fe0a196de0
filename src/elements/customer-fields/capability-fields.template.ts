import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Localization } from '../../controllers/localization.js';
import type { KeptReason } from '../../domain/customer-changes.js';
import type { CapabilityFields, FieldProblems } from '../../domain/customer-draft.js';
import type { OfferedCapability } from '../../providers/customers-provider.js';
import { shownText } from '../shown-text.js';
import { problemText } from './problem-text.js';
import { problemId, problemTemplate } from './text-field.template.js';

/** The capabilities of one customer, to choose. */
export interface CapabilityFieldsView {
  /** Begins the id of every field, so that two customers may stand in one form. */
  readonly idPrefix: string;
  readonly capabilities: readonly CapabilityFields[];
  /** What may be chosen; what the customer has already stands there as well. */
  readonly offered: readonly OfferedCapability[];
  readonly problems: FieldProblems;
  readonly l10n: Localization<'customerFields'>;
  readonly isDisabled?: boolean;
  /** Why a capability that is chosen cannot be taken away; `undefined` where it can. */
  readonly keptReason: (capability: string) => KeptReason | undefined;
  /** What stands under a capability; as a rule nothing. */
  readonly below?: (capability: string) => TemplateResult | typeof nothing;
  /** The capabilities as they would be: one more, one less, or with another expiry. */
  readonly onChange: (capabilities: readonly CapabilityFields[]) => void;
}

/** Every capability with a check box, and its expiry where it is chosen. */
export function capabilityFieldsTemplate(view: CapabilityFieldsView): TemplateResult {
  const { idPrefix, capabilities, offered, problems, l10n } = view;
  const id = `${idPrefix}-capabilities`;
  const problem = problemText('capabilities', problems, l10n);
  // what is offered comes first, so that nothing moves under the pointer or the focus when it is chosen
  const names = new Set([...offered, ...capabilities].map(({ capability }) => capability));
  return html`<fieldset
    id=${id}
    part="capabilities"
    aria-describedby=${problem === undefined ? nothing : problemId(id)}
  >
    <legend>${l10n.messages.customerFields.capabilities}</legend>
    <ul class="capabilities" role="list">
      ${Array.from(names, (name, index) => capabilityTemplate(name, `${idPrefix}-capability-${index}`, view))}
    </ul>
    ${problemTemplate(id, problem)}
  </fieldset>`;
}

/** What a reader calls a capability. */
export function capabilityName(capability: string, offered: readonly OfferedCapability[]): string {
  return shownText(offered.find((each) => each.capability === capability)?.name ?? capability);
}

function capabilityTemplate(capability: string, id: string, view: CapabilityFieldsView): TemplateResult {
  const { capabilities, offered, l10n, isDisabled, onChange } = view;
  const chosen = capabilities.find((each) => each.capability === capability);
  const kept = chosen && view.keptReason(capability);
  return html`<li>
    <div class="capability" part="capability">
      <input
        type="checkbox"
        id=${id}
        .checked=${live(chosen !== undefined)}
        ?disabled=${isDisabled}
        aria-disabled=${kept ? 'true' : nothing}
        aria-describedby=${kept ? `${id}-kept` : nothing}
        @click=${(click: Event) => {
          // stays in reach of the keyboard, so that the reason is heard
          if (kept) click.preventDefault();
        }}
        @change=${() =>
          onChange(
            chosen ? capabilities.filter((each) => each !== chosen) : [...capabilities, { capability, expires: '' }],
          )}
      />
      <label for=${id} dir="auto">${capabilityName(capability, offered)}</label>
      ${
        kept
          ? html`<span class="kept" id="${id}-kept" part="kept">${l10n.messages.customerFields.kept[kept]}</span>`
          : nothing
      }
      ${chosen ? expiryTemplate(chosen, id, view) : nothing}
    </div>
    ${view.below?.(capability) ?? nothing}
  </li>`;
}

/** A date to pick; an expiry that is more than a date stays the text that it is. */
function expiryTemplate(chosen: CapabilityFields, checkId: string, view: CapabilityFieldsView): TemplateResult {
  const { capabilities, offered, problems, l10n, isDisabled, onChange } = view;
  const words = l10n.messages.customerFields;
  const id = `${checkId}-expires`;
  const problem = problemText(`capabilities.${chosen.capability}`, problems, l10n);
  return html`<span class="expiry">
    <label for=${id} aria-hidden="true">${words.expires}</label>
    <input
      id=${id}
      type=${/^(\d{4}-\d\d-\d\d)?$/.test(chosen.expires) ? 'date' : 'text'}
      aria-label=${words.expiresOf(capabilityName(chosen.capability, offered))}
      .value=${live(chosen.expires)}
      ?disabled=${isDisabled}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby=${problem === undefined ? nothing : problemId(id)}
      @input=${({ target }: InputEvent) => {
        if (target instanceof HTMLInputElement)
          onChange(capabilities.with(capabilities.indexOf(chosen), { ...chosen, expires: target.value }));
      }}
    />
    ${problemTemplate(id, problem)}
  </span>`;
}
