import { css, html, svg, type TemplateResult } from 'lit';
import type { BeaconConnectivity } from '../../domain/beacons.js';

/** The sign of each connectivity: no two have the same shape, because colour alone tells nobody. */
const shapes: Record<BeaconConnectivity, ReturnType<typeof svg>> = {
  offline: svg`<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.1 6.2l1.1-1.1L8 6.9l1.8-1.8 1.1 1.1L9.1 8l1.8 1.8-1.1 1.1L8 9.1l-1.8 1.8-1.1-1.1L6.9 8Z" />`,
  warning: svg`<path d="M8 1.2 15.4 14.5H.6ZM7.2 5.8v4.2h1.6V5.8Zm0 5.3v1.6h1.6v-1.6Z" />`,
  unknown: svg`<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.5a5 5 0 1 1 0 10A5 5 0 0 1 8 3ZM5 7.2h6v1.6H5Z" />`,
  ok: svg`<path d="M13.9 4.6 6.6 12 2.1 7.5l1.2-1.2 3.3 3.3 6.1-6.2Z" />`,
  disabled: svg`<path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1.5a5 5 0 0 1 3 1L4 11a5 5 0 0 1 4-8Zm4 2-7 7a5 5 0 0 0 7-7Z" />`,
};

/** A connectivity as a sign and in words. */
export function connectivityTemplate(connectivity: BeaconConnectivity, text: string): TemplateResult {
  return html`<span class="connectivity" part="connectivity" data-connectivity=${connectivity}
    >${connectivitySign(connectivity)}${text}</span
  >`;
}

/** The sign of a connectivity alone, for where the words stand beside it. */
export function connectivitySign(connectivity: BeaconConnectivity): TemplateResult {
  return html`<svg viewBox="0 0 16 16" class="sign" data-connectivity=${connectivity} aria-hidden="true">
    ${shapes[connectivity]}
  </svg>`;
}

/** What {@link connectivityTemplate} needs besides the tokens. */
export const connectivityStyles = css`
  :host {
    --_ok: var(--customers-ok, light-dark(#1a6b3c, #85d6a3));
  }

  .connectivity {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    font-weight: 500;
    white-space: nowrap;
  }

  .sign {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: currentColor;
    fill-rule: evenodd;
  }

  [data-connectivity='offline'] {
    color: var(--_danger);
  }

  [data-connectivity='warning'] {
    color: var(--_warning);
  }

  .sign[data-connectivity='ok'] {
    color: var(--_ok);
  }

  [data-connectivity='unknown'],
  [data-connectivity='disabled'] {
    color: var(--_muted);
  }

  @media (forced-colors: active) {
    .sign {
      color: CanvasText;
    }
  }
`;
