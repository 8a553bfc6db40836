import { css } from 'lit';

export const styles = css`
  .lead {
    font-size: 1.125em;
  }
`;
