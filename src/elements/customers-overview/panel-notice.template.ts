import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../messages/messages.js';

/** What stands above the rows where a panel that the viewer asked for did not come. */
export function panelNoticeTemplate({ overview, retry }: Messages, onRetry: () => void): TemplateResult {
  return html`<div class="notice failed" part="notice">
    <span>${overview.panelFailed}. ${overview.panelFailedHint}</span>
    <button type="button" @click=${onRetry}>${retry}</button>
  </div>`;
}
