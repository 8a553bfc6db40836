import { css } from 'lit';

export const groupStyles = css`
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em 3em;
  }
  .group-main > .summary {
    margin-block-start: 0.25em;
  }
  /* The dot before the first word of a line lies outside, so that no line begins or ends with one. */
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    overflow: hidden;
  }
  .facts > li {
    position: relative;
    margin: 0;
  }
  .facts > li::before {
    content: '·';
    position: absolute;
    inset-inline-start: -0.375em;
    inline-size: 0;
    display: flex;
    justify-content: center;
  }
  .reasons {
    display: grid;
    gap: 0.25em;
  }
  .reasons > li {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
  }
  .reasons svg {
    inline-size: 1.125em;
    block-size: 1.125em;
    color: var(--_accent);
    stroke-width: 3;
    translate: 0 0.2em;
  }
  .reasons > .caution > svg {
    stroke-width: 2;
  }
  .group-actions {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 0.5em;
    margin-block-start: 0.25em;
  }
  .address {
    overflow-wrap: anywhere;
  }
  .details {
    padding-block: 0.25em 0.5em;
  }
  .details dt:first-child {
    margin-block-start: 0;
  }
  .details dd > ul {
    margin-block: 0;
  }
  .details dd li {
    padding-block: 0.25em;
  }
  @container (inline-size > 46em) {
    .group {
      grid-template-columns: minmax(0, 1fr) 15em;
    }
    .group-details {
      grid-column: 1 / -1;
    }
    .group-actions {
      align-items: stretch;
      align-self: start;
      margin-block-start: 0;
    }
  }
  @container (inline-size < 24em) {
    .group-actions > .button {
      align-self: stretch;
    }
  }
  @container (inline-size > 60em) {
    .details {
      columns: 2;
      column-gap: 3em;
    }
    .details dt {
      break-after: avoid;
    }
    .details dd {
      break-inside: avoid;
    }
  }
  @media print {
    .group-details > summary {
      display: none;
    }
  }
`;
