import { css } from 'lit';

/** A table where there is room; in a narrow place each row is a block with the groups side by side below its name. */
export const comparisonStyles = css`
  .comparison {
    position: relative;
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    /* A page without a doctype keeps the text style out of tables. */
    font: inherit;
    color: inherit;
  }
  .comparison tr {
    border-block-end: var(--_rule-width) solid var(--_rule);
    break-inside: avoid;
  }
  .comparison :is(th, td) {
    padding: 0.75em 0;
    text-align: start;
    vertical-align: top;
    hyphens: auto;
    hyphenate-limit-chars: 12;
  }
  .comparison td > :not(.whose) + * {
    margin-block-start: 0.5em;
  }
  .comparison thead > tr > td {
    inline-size: 9em;
  }
  .comparison caption {
    padding-block-end: 0.75em;
    text-align: start;
  }
  .whose {
    display: block;
    font-weight: 700;
  }
  @container (inline-size >= 44em) {
    .comparison :is(th, td):not(:last-child) {
      padding-inline-end: 1.25em;
    }
    .whose {
      display: none;
    }
    /* The names stand in the first row already. */
    .comparison caption {
      position: absolute;
      inset-inline: 0;
      clip-path: inset(50%);
    }
  }
  @container (inline-size < 44em) {
    .comparison,
    .comparison :is(caption, tbody) {
      display: block;
    }
    /* Kept for assistive technology; each cell says whose it is. */
    .comparison thead {
      position: absolute;
      inset-inline: 0;
      clip-path: inset(50%);
    }
    .comparison tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em 0.75em;
      padding-block: 1em;
    }
    .comparison :is(th, td) {
      flex: 1 1 7.5em;
      min-inline-size: 0;
      padding: 0;
    }
    .comparison tbody th {
      flex-basis: 100%;
      font-size: var(--_large);
    }
  }
`;
