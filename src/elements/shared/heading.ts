import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface HeadingOptions {
  /** How it looks, whatever its level: the element's title, a part of it, or a line inside a part. */
  readonly look?: 'title' | 'section-title' | 'minor' | '';
  readonly id?: string;
  /** Where the focus goes when what it heads comes up. */
  readonly focusable?: boolean;
}

/** A heading of level 2 to 6; deeper ones stop at 6. Written out, because a tag name cannot be bound. */
export function heading(level: number, text: unknown, options: HeadingOptions = {}): TemplateResult {
  const look = options.look ?? '';
  const { id } = options;
  const tab = options.focusable ? -1 : undefined;
  // One line each: white space inside would belong to the heading.
  // prettier-ignore
  switch (level) {
    case 2:
      return html`<h2 part="heading" class=${look} id=${ifDefined(id)} tabindex=${ifDefined(tab)}>${text}</h2>`;
    case 3:
      return html`<h3 part="heading" class=${look} id=${ifDefined(id)} tabindex=${ifDefined(tab)}>${text}</h3>`;
    case 4:
      return html`<h4 part="heading" class=${look} id=${ifDefined(id)} tabindex=${ifDefined(tab)}>${text}</h4>`;
    case 5:
      return html`<h5 part="heading" class=${look} id=${ifDefined(id)} tabindex=${ifDefined(tab)}>${text}</h5>`;
    default:
      return html`<h6 part="heading" class=${look} id=${ifDefined(id)} tabindex=${ifDefined(tab)}>${text}</h6>`;
  }
}
