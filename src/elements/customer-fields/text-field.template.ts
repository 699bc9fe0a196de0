import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One line, or several, of text to fill in. */
export interface TextFieldView {
  /** Unique in the shadow root. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Several lines of text, or an e-mail address. Default: one line. */
  readonly kind?: 'lines' | 'email';
  readonly onInput: (value: string) => void;
}

/** A label, what it names, and what is wrong there. */
export function textFieldTemplate(view: TextFieldView): TemplateResult {
  const { id, label, problem } = view;
  return html`<div class="field" part="field">
    <label for=${id}>${label}</label>
    ${view.kind === 'lines' ? linesTemplate(view) : lineTemplate(view)} ${problemTemplate(id, problem)}
  </div>`;
}

/** The words that {@link problemTemplate} shows beside a field, for its `aria-describedby`. */
export function problemId(id: string): string {
  return `${id}-problem`;
}

/** What is wrong with a field, beside it. */
export function problemTemplate(id: string, problem: string | undefined): TemplateResult | typeof nothing {
  return problem === undefined ? nothing : html`<p class="problem" id=${problemId(id)} part="problem">${problem}</p>`;
}

function lineTemplate({ id, value, problem, isRequired, isDisabled, kind, onInput }: TextFieldView): TemplateResult {
  return html`<input
    id=${id}
    type="text"
    inputmode=${kind === 'email' ? 'email' : 'text'}
    autocomplete="off"
    spellcheck="false"
    dir="auto"
    .value=${live(value)}
    ?disabled=${isDisabled}
    aria-required=${isRequired ? 'true' : nothing}
    aria-invalid=${problem === undefined ? nothing : 'true'}
    aria-describedby=${problem === undefined ? nothing : problemId(id)}
    @input=${({ target }: InputEvent) => {
      if (target instanceof HTMLInputElement) onInput(target.value);
    }}
  />`;
}

function linesTemplate({ id, value, problem, isRequired, isDisabled, onInput }: TextFieldView): TemplateResult {
  return html`<textarea
    id=${id}
    rows="3"
    dir="auto"
    .value=${live(value)}
    ?disabled=${isDisabled}
    aria-required=${isRequired ? 'true' : nothing}
    aria-invalid=${problem === undefined ? nothing : 'true'}
    aria-describedby=${problem === undefined ? nothing : problemId(id)}
    @input=${({ target }: InputEvent) => {
      if (target instanceof HTMLTextAreaElement) onInput(target.value);
    }}
  ></textarea>`;
}
