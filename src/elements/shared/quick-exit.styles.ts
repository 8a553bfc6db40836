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
  .exit > .button {
    border: 2px solid #ffffff;
    border-radius: var(--_radius);
    background: #2b3440;
    color: #ffffff;
    flex-direction: column;
    gap: 0;
    overflow-wrap: anywhere;
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
`;
