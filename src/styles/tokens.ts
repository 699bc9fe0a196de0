import { css } from 'lit';

/**
 * The semantic tokens. A page sets the public names (`--customers-…`) anywhere above an element; they are not declared
 * here, so that inheritance reaches through. The elements use only the inner names (`--_…`), which carry the defaults.
 * `light-dark()` follows the `color-scheme` of the page: the elements never set one.
 */
export const tokens = css`
  :host {
    --_surface: var(--customers-surface, light-dark(#ffffff, #16181d));
    --_surface-raised: var(--customers-surface-raised, light-dark(#f7f8fa, #1d2027));
    --_text: var(--customers-text, light-dark(#1c2024, #eceef2));
    --_muted: var(--customers-muted, light-dark(#596170, #a3abba));
    --_accent: var(--customers-accent, light-dark(#1f5bc4, #8ab1ff));
    --_accent-contrast: var(--customers-accent-contrast, light-dark(#ffffff, #0d1a33));
    --_danger: var(--customers-danger, light-dark(#ad1f1a, #ffa199));
    --_danger-surface: var(--customers-danger-surface, light-dark(#fdecea, #3d1b1b));
    --_warning: var(--customers-warning, light-dark(#7f4a00, #f6c66f));
    --_warning-surface: var(--customers-warning-surface, light-dark(#fdf2dd, #38290f));
    --_border: var(--customers-border, light-dark(#e4e7ec, #2c313a));
    --_border-strong: var(--customers-border-strong, light-dark(#7d8594, #6f7888));
    --_hover: var(--customers-hover, light-dark(#f3f5f8, #20242c));
    --_focus: var(--customers-focus, light-dark(#1f5bc4, #8ab1ff));
    --_backdrop: var(--customers-backdrop, light-dark(rgb(20 24 31 / 0.4), rgb(0 0 0 / 0.6)));
    --_skeleton: var(--customers-skeleton, light-dark(#c6cdd7, #434a57));
    --_shadow: var(--customers-shadow, 0 12px 40px light-dark(rgb(20 24 31 / 0.18), rgb(0 0 0 / 0.6)));
    --_radius: var(--customers-radius, 0.375rem);
    /* Without a value of its own this is no valid font, and a font that is not valid is inherited from the page. */
    --_font: var(--customers-font, inherit);
    --_font-size: var(--customers-font-size, 0.875rem);
    --_space: var(--customers-space, 0.5rem);
    --_row-height: var(--customers-row-height, 2.75rem);
  }
`;
