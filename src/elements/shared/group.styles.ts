import { css } from 'lit';

export const groupStyles = css`
  .group {
    display: grid;
    grid-template-columns: 1fr;
    gap: 0.75em 2em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0;
  }
  .facts > li:not(:last-child)::after {
    content: '·';
    margin-inline: 0.5em;
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
    color: var(--_accent);
    translate: 0 0.15em;
  }
  .group-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
  }
  .address {
    overflow-wrap: anywhere;
  }
  .details {
    padding-block-end: 0.5em;
  }
  .details dt:first-child {
    margin-block-start: 0.25em;
  }
  .details dd > ul {
    margin-block: 0;
  }
  .details dd a {
    display: inline-block;
    padding-block: 0.2em;
  }
  @container (inline-size > 46em) {
    .group {
      grid-template-columns: minmax(0, 1fr) 15em;
    }
    .group-details {
      grid-column: 1 / -1;
    }
    .group-actions {
      flex-direction: column;
      align-items: stretch;
      align-self: start;
    }
    .address {
      text-align: center;
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
`;
