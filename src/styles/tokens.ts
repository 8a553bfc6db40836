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
    --_space: var(--sg-space, 1em);
    --_small: var(--sg-small-size, 0.875em);
    --_large: var(--sg-large-size, 1.125em);
    --_section: var(--sg-section-size, 1.375em);
    --_title: var(--sg-title-size, 1.75em);
    --_motion: var(--sg-motion, 120ms);
    --_focus-width: var(--sg-focus-width, 3px);
    --_exit-top: var(--sg-exit-top, 0.5em);
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
    --_tint: var(--sg-tint, color-mix(in srgb, var(--_tint-base, currentColor) 5%, transparent));
    --_tint-strong: var(
      --sg-tint-strong,
      color-mix(in srgb, var(--_tint-base, currentColor) 8%, transparent)
    );
  }
`;
