import { css } from 'lit';

/** Type, links, lists and the few controls that all elements share. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .title {
    font-size: var(--_title);
    line-height: 1.2;
  }
  .section-title {
    font-size: var(--_section);
  }
  .minor {
    font-size: 1em;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  form,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  p,
  li,
  dd {
    max-inline-size: var(--_line);
  }
  ul.plain,
  ol.plain {
    list-style: none;
    max-inline-size: none;
  }
  ul.plain > li,
  ol.plain > li {
    max-inline-size: none;
  }
  ul:not(.plain),
  ol:not(.plain) {
    padding-inline-start: 1.5em;
  }
  ul:not(.plain) {
    list-style-type: disc;
  }
  li + li {
    margin-block-start: 0.25em;
  }
  .plain > li + li {
    margin-block-start: 0;
  }
  .stack > * + * {
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .stack-wide > * + * {
    margin-block-start: var(--_space);
  }
  /* A heading stands nearer to what it heads than to what is before it. */
  .stack > * + :is(h3, h4, h5, h6) {
    margin-block-start: 1.5em;
  }
  .stack-wide > details + details {
    margin-block-start: 0.25em;
  }
  .stack > :is(ul, ol) + p {
    margin-block-start: 1em;
  }
  .guide-section {
    margin-block-start: 1.5em;
  }
  .small {
    font-size: var(--_small);
  }
  dt {
    font-weight: 700;
    margin-block-start: 1em;
  }
  dd > * + * {
    margin-block-start: 0.5em;
  }
  a {
    color: var(--_accent);
    text-decoration-line: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 0.16em;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  :is(a, summary, .term):focus-visible {
    border-radius: 2px;
  }
  [tabindex='-1']:focus {
    outline-offset: 4px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    border: 2px solid transparent;
    border-block-end-color: var(--_shadow);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 700;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    text-decoration: underline;
    text-decoration-thickness: 0.1em;
    text-underline-offset: 0.18em;
  }
  .button:active {
    border-block-end-color: transparent;
    translate: 0 1px;
  }
  .button.quiet {
    background: transparent;
    border: 1px solid var(--_edge);
    color: inherit;
    font-weight: 400;
  }
  .button.quiet:active {
    border-color: var(--_edge);
  }
  .button.quiet:hover {
    background: var(--_tint-strong);
    text-decoration: none;
  }
  .button.emergency {
    background: var(--_emergency);
    color: var(--_emergency-text);
  }
  .text-button {
    padding: 0.5em 0;
    min-block-size: 2.75em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .text-button:hover {
    text-decoration-thickness: 0.16em;
  }
  /* As tall as a finger with one line; with more lines the arrow stays at the first. */
  summary {
    position: relative;
    display: inline-block;
    padding-block: calc((2.75em - 1.5em) / 2);
    padding-inline-start: 1.25em;
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > span:not(.small) {
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
  }
  summary:hover > span:not(.small) {
    text-decoration-thickness: 0.16em;
  }
  summary::before {
    content: '';
    position: absolute;
    inset-block-start: 1.125em;
    inset-inline-start: 0.125em;
    inline-size: 0.5em;
    block-size: 0.5em;
    /* Physical sides: it points down in either direction. */
    border-right: 0.15em solid currentColor;
    border-bottom: 0.15em solid currentColor;
    transform: translateY(-0.12em) rotate(45deg);
    transition: transform var(--_motion);
  }
  details[open] > summary::before {
    transform: translateY(0.12em) rotate(225deg);
  }
  /* A slot has no box of its own, so a margin on it would be lost. */
  ::slotted([slot='contact']) {
    display: block;
    margin-block-start: 1em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
  }
  .note {
    padding: 0.75em 1em;
    background: var(--_tint);
    border-inline-start: 4px solid var(--_edge);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .footer {
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: 1em;
    border-block-start: var(--_rule-width) solid var(--_rule);
    font-size: var(--_small);
  }
  .footer :is(.small, .country) {
    font-size: 1em;
  }
  .status,
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  bdi {
    unicode-bidi: isolate;
  }
  .number {
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    summary::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
