import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: var(--_large);
  }
  .glossary dt::first-letter {
    text-transform: uppercase;
  }
`;
