import { css } from 'lit';

/**
 * Public token (`--sg-…`, set by the page, never by us) → private token (`--_…`) → rules. Lengths are in `em`, so that
 * they follow the visitor's own text size and not the page's root.
 */
export const tokens = css`
  :host {
    --_radius: var(--sg-radius, 0.375em);
    --_rule-width: var(--sg-border-width, 1px);
    --_max-width: var(--sg-max-width, none);
    --_rule: var(--sg-border-color, color-mix(in srgb, currentColor 22%, transparent));
    --_edge: var(--sg-edge-color, color-mix(in srgb, currentColor 65%, transparent));
    --_tint: var(--sg-tint, color-mix(in srgb, currentColor 5%, transparent));
    --_tint-strong: var(--sg-tint-strong, color-mix(in srgb, currentColor 8%, transparent));
  }
  .base {
    --_accent: var(--sg-accent, #0b5c74);
    --_accent-text: var(--sg-accent-text, #ffffff);
    --_emergency: var(--sg-emergency, #b3261e);
    --_emergency-text: var(--sg-emergency-text, #ffffff);
    --_focus: var(--sg-focus, var(--_accent));
  }
  .base[data-tone='dark'] {
    --_accent: var(--sg-accent, #8fd6ea);
    --_accent-text: var(--sg-accent-text, #062730);
    --_emergency: var(--sg-emergency, #ffb4ab);
    --_emergency-text: var(--sg-emergency-text, #410002);
  }
`;
