import { html, nothing, type TemplateResult } from 'lit';
import type { Guide } from '../../domain/programs/types.js';
import { heading } from './heading.js';

/** The sections of a guide, under headings of one level. */
export function guideSections({ sections }: Guide, level: number): TemplateResult[] {
  return sections.map(
    ({ heading: title, text = [], list = [] }) =>
      html`<div class="guide-section stack">
        ${heading(level, title)} ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
        ${
          list.length > 0
            ? html`<ul>
                ${list.map((item) => html`<li>${item}</li>`)}
              </ul>`
            : nothing
        }
      </div>`,
  );
}
