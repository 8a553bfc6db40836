import { css } from 'lit';

export const styles = css`
  .first {
    padding: 1em;
    background: var(--_tint);
    border-inline-start: 4px solid var(--_edge);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .lines {
    margin-block-start: 2em;
  }
  .country {
    margin-block-start: 0.75em;
  }
`;
