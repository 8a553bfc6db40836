import { css } from 'lit';

export const crisisStyles = css`
  .line-list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em 2em;
  }
  * + .lines {
    margin-block-start: 2em;
  }
  .lines > .line-list {
    margin-block-start: 0.75em;
  }
  .line {
    padding-block-start: 0.75em;
    border-block-start: var(--_rule-width) solid var(--_rule);
  }
  .line-name {
    font-weight: 700;
  }
  .line-ways {
    gap: 0 1.5em;
  }
  .line-ways a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
  }
  .line-ways .way {
    font-weight: 700;
  }
  .country {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1em;
    font-size: var(--_small);
  }
  .country-select {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    padding-block: 0.25em;
  }
  select {
    min-block-size: 2.75em;
    max-inline-size: 100%;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  @container (inline-size < 24em) {
    .emergency {
      inline-size: 100%;
      min-block-size: 3em;
    }
  }
  @container (inline-size > 44em) {
    .line-list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .country > details,
  .country-select {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .crisis-end > .row {
    gap: 0 1.5em;
  }
  .crisis-end > .row a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
  }
  .emergency-numbers {
    gap: 0 1.5em;
  }
  .emergency-numbers a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    font-weight: 700;
  }
  @media print {
    .line-ways a {
      display: inline;
      min-block-size: 0;
    }
  }
`;
