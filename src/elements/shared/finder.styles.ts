import { css } from 'lit';

export const finderStyles = css`
  .lead {
    margin-block-start: 0.5em;
  }
  .strip {
    padding: 0.75em 1em;
    background: var(--_tint);
    border-inline-start: 4px solid var(--_edge);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .strip > .country {
    margin-block-start: 0.5em;
  }
  .strip > details > .stack-wide {
    padding-block: 0.5em 1em;
  }
  .strip .question {
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.3;
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
    margin-block-start: 1.5em;
  }
  .search label {
    display: block;
    font-size: var(--_section);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .search > #hint {
    margin-block-start: 0.25em;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    gap: 0.5em;
    max-inline-size: var(--_line);
  }
  .search > .field,
  .search > .examples {
    margin-block-start: 0.75em;
  }
  input[type='search'] {
    flex: 1 1 12em;
    min-inline-size: 0;
    min-block-size: 3em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    appearance: none;
  }
  input[type='search']:focus-visible {
    border-color: var(--_focus);
    outline-offset: 0;
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
  .search > .examples > .small {
    flex-basis: 100%;
  }
  .chip {
    min-block-size: calc(2.75em / 0.875);
    padding: 0.25em 1em;
    border: 1px solid var(--_edge);
    border-radius: 2em;
    background: transparent;
    font-size: var(--_small);
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_tint-strong);
  }
  .filters {
    margin-block-start: 0.5em;
  }
  .filters-body {
    display: grid;
    grid-template-columns: 1fr;
    gap: 1.5em 2em;
    padding-block: 0.5em 1em;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 2.75em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_accent);
  }
  .results {
    border-block-start: var(--_rule-width) solid var(--_rule);
    padding-block-start: 1.5em;
  }
  /* What follows the element on the page is not pushed about while the rows come in. */
  :is(.results, .meeting-list)[data-starting] {
    min-block-size: 100vh;
  }
  /* What comes in place of the bars begins where they did. */
  .meeting-list {
    display: flow-root;
  }
  .skeleton > .bar {
    block-size: 5.5em;
    border-block-start: var(--_rule-width) solid var(--_rule);
    background: linear-gradient(var(--_tint) 0 0) no-repeat 0 1em / 60% 1.25em;
  }
  .count {
    font-weight: 700;
  }
  .leading .count {
    font-weight: 400;
  }
  .section > .stack > * + p {
    margin-block-start: 0.25em;
  }
  .section {
    margin-block-start: calc(var(--_space) * 3);
  }
  .groups > li {
    /* What opens at the end of a row brings room of its own. */
    padding-block: calc(var(--_space) * 1.5) calc(var(--_space) * 0.75);
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .section > .groups {
    margin-block-start: 1em;
  }
  .results > .leading {
    margin-block-start: 0;
  }
  .results > :is(.note, details, .lines) ~ .leading {
    margin-block-start: calc(var(--_space) * 2);
  }
  .others {
    margin-block-start: 1em;
  }
  @container (inline-size > 34em) {
    .lead {
      font-size: var(--_large);
    }
    .search > .examples > .small {
      flex-basis: auto;
    }
    .filters-body {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size < 24em) {
    .panel-call {
      inline-size: auto;
    }
  }
  @container (inline-size > 60em) {
    .filters-body {
      grid-template-columns: repeat(5, auto);
    }
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
