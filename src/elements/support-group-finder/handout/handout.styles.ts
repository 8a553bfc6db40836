import { css } from 'lit';

export const handoutStyles = css`
  .handout-form label:not(.choice) {
    display: block;
  }
  .handout-form :is(textarea, select, input:not([type='checkbox'])) {
    display: block;
    max-inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .handout-form :is(fieldset, .row > label) {
    min-inline-size: 0;
  }
  .handout-form textarea {
    inline-size: var(--_line);
  }
  .handout-form .row > label {
    flex: 0 1 16em;
  }
  .handout-form .row input {
    inline-size: 100%;
    padding-inline: 0.5em;
  }
  .handout {
    margin-block-start: calc(var(--_space) * 2);
    padding: 1em;
    border: 1px solid var(--_edge);
    background: var(--_tint);
  }
  .handout p {
    max-inline-size: none;
  }
  .handout-part {
    padding-block-start: 0.5em;
    border-block-start: var(--_rule-width) solid var(--_rule);
    break-inside: avoid;
  }
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 0 16px;
  }
  .handout-number,
  .handout-find {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .handout-number > .both,
  .handout-find > div {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .handout-number > strong {
    min-inline-size: 9.5em;
  }
  /* A scanner needs dark on light, whatever the page is. */
  .qr {
    inline-size: 7em;
    block-size: 7em;
    background: #ffffff;
    fill: #000000;
    stroke: none;
    forced-color-adjust: none;
  }
  .ruled {
    min-block-size: 1.8em;
    padding-block-start: 0.3em;
    border-block-end: 1px solid var(--_edge);
  }
  .handout-note {
    white-space: pre-wrap;
  }
  /* Two groups in two languages stand on one page. */
  @media print {
    .handout {
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      font-size: 10pt;
      line-height: 1.3;
    }
    .handout.stack > * + *,
    .handout-part > * + * {
      margin-block-start: 0.25em;
    }
    .handout[data-two] {
      font-size: 9pt;
      line-height: 1.2;
    }
    .handout a[href]::after {
      content: none;
    }
  }
`;
