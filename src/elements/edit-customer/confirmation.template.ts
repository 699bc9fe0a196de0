import { html, type TemplateResult } from 'lit';

/** A question that stands where what it is about does. */
export interface ConfirmationView {
  /** Unique in the shadow root; its answer that changes nothing has the focus. */
  readonly id: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (isYes: boolean) => void;
}

/** Asks before something is lost. Escape says no. */
export function confirmationTemplate({ id, question, yes, no, onAnswer }: ConfirmationView): TemplateResult {
  return html`<div
    class="confirmation"
    part="confirmation"
    role="group"
    aria-labelledby="${id}-question"
    @keydown=${(key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      // a dialog around the panel stays open
      key.preventDefault();
      key.stopPropagation();
      onAnswer(false);
    }}
  >
    <p id="${id}-question" dir="auto">${question}</p>
    <button type="button" class="danger" part="confirm" @click=${() => onAnswer(true)}>${yes}</button>
    <button type="button" id=${id} @click=${() => onAnswer(false)}>${no}</button>
  </div>`;
}
