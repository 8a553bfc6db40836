import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { fourPointsIn } from '../../content/programs.js';
import type { Passage, Tool } from '../../domain/programs/types.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { footer } from '../shared/footer.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { styles } from './four-points.styles.js';

/** Groups close to it, whose meetings are listed at the end. */
const RELATED: readonly string[] = ['smart-family', 'lifering'];

/**
 * SMART Recovery's four points and their tools, in plain words.
 *
 * ```html
 * <four-points>
 *   <a href="https://smartrecovery.org/">SMART Recovery</a>
 * </four-points>
 * ```
 *
 * @tag four-points
 * @slot - The state without script: a link and a phone number.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart disclosure - A tool that opens.
 * @csspart link - Any link.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class FourPoints extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, styles];

  protected override renderContent(view: View): TemplateResult {
    const { t, level, language } = view;
    const program = fourPointsIn(language);
    return html`<section class="stack-wide" aria-labelledby="title">
      ${heading(level, program.title, { id: 'title', look: 'title' })}
      ${program.intro.map((paragraph) => html`<p>${paragraph}</p>`)}
      <ol class="plain points">
        ${program.points.map(
          ({ title, text, tools }, i) =>
            html`<li class="stack">
              ${heading(
                level + 1,
                html`<span class="ordinal">${t('points-number', { n: i + 1 })}</span>${title}`,
                {
                  look: 'section-title',
                },
              )}
              ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
              ${heading(level + 2, t('points-tools'), { look: 'minor' })}
              <ul class="plain tools">
                ${tools.map((tool) => this.#tool(view, tool))}
              </ul>
            </li>`,
        )}
      </ol>
      ${this.#passage(program.mind, level + 1)} ${this.#passage(program.body, level + 1)}
      <p>${program.ownWords}</p>
      ${footer(view, {
        reviewed: program.checked,
        crisis: this.countryChoice,
        sources: program.official,
        related: RELATED.flatMap((id) => groupMapIn(language).get(id)?.finders[0] ?? []),
      })}
    </section>`;
  }

  #tool({ t }: View, { name, purpose, how }: Tool): TemplateResult {
    return html`<li class="tool">
      <p><span class="tool-name">${name}.</span> ${purpose}</p>
      <details part="disclosure">
        <summary><span>${t('points-how')}</span><span class="visually-hidden">: ${name}</span></summary>
        <ol>
          ${how.map((line) => html`<li>${line}</li>`)}
        </ol>
      </details>
    </li>`;
  }

  #passage({ title, text }: Passage, level: number): TemplateResult {
    return html`<div class="stack">
      ${heading(level, title, { look: 'section-title' })}
      ${text.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>`;
  }
}
