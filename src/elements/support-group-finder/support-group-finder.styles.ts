import { css } from 'lit';

export const styles = css`
  .lead {
    margin-block-start: 0.5em;
  }
  .strip {
    padding: 0.75em 1em;
    background: var(--_tint);
    border-inline-start: 4px solid var(--_edge);
  }
  .strip > .country {
    margin-block-start: 0.5em;
  }
  .strip .question {
    font-weight: 700;
  }
  .strip .row > a:not(.button) {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
  }
  .panel {
    padding: 1em;
    background: var(--_tint-strong);
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    scroll-margin-block: 1em;
  }
  /* The panel may be taller than the screen, and the browser keeps the box with the caret in sight. */
  .panel-call {
    position: sticky;
    inset-block-start: 0.5em;
    z-index: 1;
    inline-size: fit-content;
  }
  @media print {
    .panel-call {
      position: static;
    }
  }
  .search {
    display: block;
  }
  .search label {
    display: block;
    font-size: 1.125em;
    font-weight: 700;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  input[type='search'] {
    flex: 1 1 8em;
    min-inline-size: 0;
    min-block-size: 3em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    appearance: none;
  }
  input[type='search']::-webkit-search-cancel-button {
    display: none;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .chip {
    min-block-size: 2.75em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_edge);
    border-radius: 2em;
    background: transparent;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_tint-strong);
  }
  .filters-body {
    display: grid;
    grid-template-columns: 1fr;
    gap: 1em 2em;
    padding-block: 0.5em 1em;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .results {
    border-block-start: var(--_rule-width) solid var(--_rule);
    padding-block-start: 1em;
  }
  /* What follows the element on the page is not pushed about while the rows come in. */
  .results[data-starting] {
    min-block-size: 100vh;
  }
  .count {
    font-weight: 700;
  }
  .section {
    margin-block-start: 3em;
  }
  .groups > li {
    padding-block: 1.5em;
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .section > .groups {
    margin-block-start: 1.5em;
  }
  .leading {
    margin-block-start: 1.5em;
  }
  .others {
    margin-block-start: 1em;
  }
  @container (inline-size > 34em) {
    .filters-body {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size > 60em) {
    .filters-body {
      grid-template-columns: repeat(5, auto);
    }
  }
`;
