import { css } from 'lit';

export const quickExitStyles = css`
  .exit {
    float: inline-end;
    position: sticky;
    inset-block-start: var(--_exit-top);
    z-index: 2;
    margin-inline-start: 1em;
  }
  /* Not the color of emergencies, and one for light and dark pages: there the white edge sets it apart. */
  .exit > * {
    border: 2px solid #ffffff;
    border-radius: var(--_radius);
    background: #2b3440;
    color: #ffffff;
  }
  .exit > .button {
    flex-direction: column;
    gap: 0;
    overflow-wrap: anywhere;
  }
  /* It comes while somebody presses keys: nothing may move. */
  .exit > p {
    position: absolute;
    inset-block-start: calc(100% + 0.5em);
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: min(20em, 100cqi);
    padding: 0.5em 0.75em;
  }
  .exit-about + * {
    clear: both;
  }
  .exit ~ * * {
    scroll-margin-block-start: calc(var(--_exit-top) + 4.5em);
  }
  .exit ~ * .panel-call {
    inset-block-start: calc(var(--_exit-top) + 4.5em);
  }
  /* Over the whole page, in the top layer, where no box around the element can hold it. */
  .blank {
    display: block;
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    visibility: visible;
  }
  .blank,
  .blank::backdrop {
    background: Canvas;
  }
`;
