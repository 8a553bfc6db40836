import { css } from 'lit';

/** On paper everything is open, addresses are spelled out, and nothing is there that can only be clicked. */
export const printStyles = css`
  @media print {
    /* Paper is white, whatever the page is. */
    .sheet {
      --_text: #000000;
      --_accent: #000000;
      color: #000000;
    }
    .button,
    .button.quiet,
    .button.emergency {
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      min-block-size: 0;
    }
    .no-print {
      display: none !important;
    }
    details::details-content {
      display: block;
      block-size: auto;
      content-visibility: visible;
    }
    summary::before {
      display: none;
    }
    .term {
      text-decoration: none;
    }
    a[href^='http']:is(:not(.button), [part='join']):where([data-address])::after {
      content: ' (' attr(data-address) ')';
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    li,
    dd,
    p {
      break-inside: avoid;
    }
    h2,
    h3,
    h4,
    h5 {
      break-after: avoid;
    }
  }
`;
