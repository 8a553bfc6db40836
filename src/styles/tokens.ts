import { css } from 'lit';

/**
 * Public token (`--sg-…`, set by the page, never by us) → private token (`--_…`) → rules. Lengths are in `em`, so that
 * they follow the visitor's own text size and not the page's root. The colours here are those of a light page; the
 * theme controller puts the ones that fit the page on the wrapper.
 */
export const tokens = css`
  :host {
    --_radius: var(--sg-radius, 0.375em);
    --_rule-width: var(--sg-border-width, 1px);
    --_max-width: var(--sg-max-width, 64em);
    --_line: var(--sg-line, 65ch);
    --_motion: var(--sg-motion, 120ms);
    --_focus-width: var(--sg-focus-width, 3px);
    --_shadow: var(--sg-shadow-color, rgb(0 0 0 / 30%));
    --_accent: #0b5c74;
    --_accent-text: #ffffff;
    --_emergency: #b3261e;
    --_emergency-text: #ffffff;
    --_focus: #0b5c74;
    --_edge: #6b6b6b;
  }
  /* Not shown: the browser turns every colour that a page may write into numbers that can be compared. */
  .probe {
    display: none;
    caret-color: color-mix(in srgb, currentColor 100%, transparent);
    accent-color: Canvas;
    border-top-color: color-mix(in srgb, var(--sg-accent) 100%, transparent);
    border-right-color: color-mix(in srgb, var(--sg-accent-text) 100%, transparent);
    border-bottom-color: color-mix(in srgb, var(--sg-emergency) 100%, transparent);
    border-left-color: color-mix(in srgb, var(--sg-emergency-text) 100%, transparent);
    outline-color: color-mix(in srgb, var(--sg-focus) 100%, transparent);
    text-decoration-color: color-mix(in srgb, var(--sg-edge-color) 100%, transparent);
    column-rule-color: color-mix(in srgb, var(--sg-text) 100%, transparent);
    background-color: color-mix(in srgb, var(--sg-surface) 100%, transparent);
  }
  .base {
    --_rule: var(--sg-border-color, color-mix(in srgb, var(--_text, currentColor) 22%, transparent));
    --_tint: var(--sg-tint, color-mix(in srgb, var(--_text, currentColor) 5%, transparent));
    --_tint-strong: var(--sg-tint-strong, color-mix(in srgb, var(--_text, currentColor) 8%, transparent));
  }
`;
