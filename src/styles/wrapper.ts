import { css } from 'lit';

/** The wrapper: starts from nothing, because 34 inherited properties leak in otherwise, and takes back what is the page's. */
export const wrapperStyles = css`
  :host {
    display: block;
    /* All there is, also where a box is only as wide as what it holds: a container says that it holds nothing. */
    min-inline-size: 0;
    inline-size: stretch;
    font-size: var(--sg-font-size, medium);
  }
  /* Older names; apart, because a minifier keeps the last of several. */
  @supports not (inline-size: stretch) {
    :host {
      inline-size: -webkit-fill-available;
    }
    @supports (inline-size: -moz-available) {
      :host {
        inline-size: -moz-available;
      }
    }
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    all: initial;
    box-sizing: border-box;
    display: block;
    container-type: inline-size;
    /* What it says it holds, where there is no width at all to fill. */
    contain-intrinsic-inline-size: min(18em, 70vw);
    max-inline-size: var(--_max-width);
    font-family: var(--sg-font-family, inherit);
    font-size: inherit;
    line-height: 1.5;
    color: inherit;
    background-color: var(--_surface, transparent);
    /* Not drawn: a change of it tells that the page changed a colour of ours. */
    outline: 0 solid var(--sg-accent, currentColor);
    border-color: var(--sg-surface, currentColor);
    caret-color: var(--sg-text, currentColor);
    color-scheme: inherit;
    visibility: inherit;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    /* Its start tells that the page changed its theme (see ThemeController). */
    transition:
      color 1ms,
      outline-color 1ms,
      border-color 1ms,
      caret-color 1ms;
  }
  /* The page's own text colour, or a tone of it that can be read. */
  .sheet {
    color: var(--_text, inherit);
  }
  .base[data-own] {
    padding: 1em;
    border-radius: var(--_radius);
  }
  .base[hidden] {
    display: none;
  }
`;
