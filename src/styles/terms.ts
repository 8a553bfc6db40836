import { css } from 'lit';

export const termStyles = css`
  /* A word of the groups, in the middle of a sentence, and what it means. */
  .term {
    text-decoration: underline dotted;
    text-decoration-thickness: 0.1em;
    text-underline-offset: 0.2em;
    cursor: help;
  }
  .term:is(:hover, [aria-expanded='true']) {
    text-decoration-style: solid;
  }
  .meaning {
    background: var(--_tint);
    border-radius: var(--_radius);
    padding: 0.1em 0.25em;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
`;
