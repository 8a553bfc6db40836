import { html, nothing, type TemplateResult } from 'lit';
import type { Guide } from '../../domain/programs/types.js';
import { explained } from './explained.js';
import { heading } from './heading.js';
import type { View } from './support-element.js';

/** The sections of a guide, under headings of one level. */
export function guideSections(view: View, { id, sections }: Guide, level: number): TemplateResult[] {
  // A guide to one word is what explains it.
  const known = new Set([id]);
  return sections.map(
    ({ heading: title, text = [], list = [] }) =>
      html`<div class="guide-section stack">
        ${heading(level, title)} ${text.map((paragraph) => html`<p>${explained(view, paragraph, known)}</p>`)}
        ${
          list.length > 0
            ? html`<ul>
                ${list.map((item) => html`<li>${explained(view, item, known)}</li>`)}
              </ul>`
            : nothing
        }
      </div>`,
  );
}
