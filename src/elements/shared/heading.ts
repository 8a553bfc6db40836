import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface HeadingOptions {
  /** How it looks, whatever its level: the element's title, a part of it, or a line inside a part. */
  readonly look?: 'title' | 'section-title' | 'minor' | '';
  readonly id?: string;
}

/** A heading of level 2 to 6; deeper ones stop at 6. Written out, because a tag name cannot be bound. */
export function heading(level: number, content: unknown, options: HeadingOptions = {}): TemplateResult {
  const look = options.look ?? '';
  const { id } = options;
  switch (level) {
    case 2:
      return html`<h2 part="heading" class=${look} id=${ifDefined(id)}>${content}</h2>`;
    case 3:
      return html`<h3 part="heading" class=${look} id=${ifDefined(id)}>${content}</h3>`;
    case 4:
      return html`<h4 part="heading" class=${look} id=${ifDefined(id)}>${content}</h4>`;
    case 5:
      return html`<h5 part="heading" class=${look} id=${ifDefined(id)}>${content}</h5>`;
    default:
      return html`<h6 part="heading" class=${look} id=${ifDefined(id)}>${content}</h6>`;
  }
}
