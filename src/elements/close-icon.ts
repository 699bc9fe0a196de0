import { html } from 'lit';

/** The sign of the buttons that close something. */
export const closeIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
</svg>`;
