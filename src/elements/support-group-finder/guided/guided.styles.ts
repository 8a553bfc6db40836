import { css } from 'lit';

/** The guided choice, what is picked, and the aims of relatives. */
export const guidedStyles = css`
  .options {
    display: grid;
    gap: 0.5em;
    max-inline-size: var(--_line);
    margin-block: 1em;
  }
  .option {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    min-block-size: 3.25em;
    padding: 0.5em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  :is(.option, .choice):hover {
    background: var(--_tint-strong);
  }
  [aria-pressed='true']:is(.option, .button) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 700;
  }
  .several {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 0 2em;
  }
  #view-title {
    inline-size: fit-content;
  }
  .pick {
    gap: 0 1em;
  }
  .pick > .quiet[disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .answers > .examples {
    gap: 0.5em 0.75em;
    margin-block-start: 0.25em;
  }
  .aims {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: 2em;
  }
  .aims > section {
    container-type: inline-size;
  }
  .aims .groups {
    margin-block-start: 1em;
  }
`;
