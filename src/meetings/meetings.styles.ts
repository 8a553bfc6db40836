import { css } from 'lit';

export const styles = css`
  .meeting-list > .search:first-child {
    margin-block-start: 0;
  }
  .note + .search {
    margin-block-start: 1em;
  }
  .near {
    margin-block-start: 1em;
  }
  .near label {
    font-size: 1em;
  }
  .near .row label {
    font-weight: 400;
  }
  input[type='text'],
  select {
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
  }
  input[type='text'] {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  select > option {
    color: CanvasText;
    background: Canvas;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block-start: 0.5em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .branch {
    padding-inline-start: 1.5em;
  }
  .meeting-results {
    border-block-start: var(--_rule-width) solid var(--_rule);
    margin-block-start: 1em;
    padding-block-start: 1em;
  }
  .day {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .on {
    margin-block-start: 0.5em;
  }
  .meetings {
    margin-block-start: 0.5em;
  }
  .meeting {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em 1.5em;
    padding-block: 1em;
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .what > * + * {
    margin-block-start: 0.125em;
  }
  .muted {
    opacity: 0.85;
  }
  .when {
    max-inline-size: none;
  }
  .zone,
  .moment {
    display: inline-block;
    margin-inline-start: 0.5em;
  }
  .moment {
    padding-inline: 0.5em;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .moment[data-on] {
    background: var(--_tint-strong);
    font-weight: 700;
  }
  .name {
    display: inline;
    min-block-size: 1.5em;
    padding: 0.25em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.3;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .name:hover {
    text-decoration-thickness: 0.16em;
  }
  .name::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.5em;
    border-right: 0.15em solid currentColor;
    border-bottom: 0.15em solid currentColor;
    transform: translateY(-0.2em) rotate(45deg);
  }
  .name[aria-expanded='true']::after {
    transform: translateY(0.05em) rotate(225deg);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .on-paper {
    display: none;
  }
  .ways:empty {
    display: none;
  }
  .meeting > .ways {
    margin-block-start: 0.5em;
  }
  .meeting > .details {
    grid-column: 1 / -1;
    padding: 0.5em 0 0.5em 1em;
    margin-block-start: 0.5em;
    border-inline-start: 4px solid var(--_edge);
  }
  .entries {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .entries dt {
    margin-block-start: 0;
  }
  .entries dd > * + * {
    margin-block-start: 0.25em;
  }
  .lines {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .break,
  dd a {
    overflow-wrap: anywhere;
  }
  table.meetings {
    inline-size: 100%;
    border-collapse: collapse;
  }
  table.meetings :is(th, td) {
    padding: 0.75em 1em 0.75em 0;
    border-block-start: var(--_rule-width) solid var(--_rule);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  table.meetings thead th {
    border: 0;
    font-size: var(--_small);
    font-weight: 700;
  }
  @container (inline-size > 40em) {
    .meeting {
      grid-template-columns: 12em minmax(0, 1fr) auto;
    }
    .when > .zone,
    .when > .moment {
      display: block;
      inline-size: fit-content;
      margin: 0.25em 0 0;
    }
    .meeting > .ways {
      flex-direction: column;
      align-items: stretch;
      margin-block-start: 0;
    }
    .entries > .entry {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      gap: 1em;
    }
  }
  @container (inline-size <= 40em) {
    table.meetings,
    table.meetings :is(tbody, tr, th, td) {
      display: block;
    }
    table.meetings thead {
      display: none;
    }
    table.meetings tr {
      padding-block: 0.75em;
      border-block-start: var(--_rule-width) solid var(--_rule);
    }
    table.meetings :is(th, td) {
      padding: 0.125em 0;
      border: 0;
    }
  }
  @media print {
    .on-paper {
      display: inline;
    }
    p.on-paper {
      display: block;
    }
    :host([data-sg-printing]) .strip details {
      display: none;
    }
    .name {
      text-decoration: none;
    }
    .name::after {
      display: none;
    }
    .ways > a[part='link'] {
      display: none;
    }
    .meeting {
      padding-block: 0.5em;
    }
    .meeting,
    .day > h3 {
      break-inside: avoid;
    }
    .day > :is(h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
  @media (forced-colors: active) {
    .moment {
      border: 1px solid CanvasText;
    }
  }
`;
