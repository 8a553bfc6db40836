import { css } from 'lit';

export const styles = css`
  .themes > li,
  .steps > li {
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .themes > li {
    padding-block: 1.25em;
  }
  .steps > li:last-child {
    border-block-end: var(--_rule-width) solid var(--_rule);
  }
  .step > summary {
    display: flex;
    padding-block: 0.75em;
    gap: 0.75em;
  }
  .step > summary > :is(h3, h4, h5, h6) {
    font-size: var(--_large);
    color: var(--_accent);
  }
  .ordinal {
    font-weight: 400;
    margin-inline-end: 0.5em;
  }
  .step dl {
    padding-inline-start: 1.25em;
    padding-block-end: 1.25em;
  }
  .step dt:first-child {
    margin-block-start: 0;
  }
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .switch button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .switch button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
