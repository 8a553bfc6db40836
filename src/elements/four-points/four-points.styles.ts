import { css } from 'lit';

export const styles = css`
  .points > li {
    padding-block: 1.5em;
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .ordinal {
    font-size: var(--_small);
    font-weight: 400;
    display: block;
  }
  .tools > li {
    padding-block: 0.75em 0.25em;
  }
  .tools > li + li {
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .tool-name {
    font-weight: 700;
  }
  .tool ol {
    padding-block-end: 0.75em;
  }
`;
