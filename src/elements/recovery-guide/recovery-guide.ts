import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { glossaryIn } from '../../content/glossary.js';
import { groupMapIn } from '../../content/groups.js';
import { guidesIn } from '../../content/programs.js';
import { required } from '../shared/attributes.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { property } from '../shared/decorators.js';
import { footer } from '../shared/footer.js';
import { guideSections } from '../shared/guide-view.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { styles } from './recovery-guide.styles.js';

/** The guide at whose end all words of the groups are explained. */
const WITH_GLOSSARY = 'first-meeting';

/**
 * One topic in plain words, such as what happens at a first meeting.
 *
 * ```html
 * <recovery-guide topic="first-meeting">
 *   <a href="/groups">Support groups</a>
 * </recovery-guide>
 * ```
 *
 * @tag recovery-guide
 * @slot - The state without script: a link and a phone number.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart link - Any link.
 * @csspart disclosure - A part that opens.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class RecoveryGuide extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, styles];

  /** The topic: `first-meeting`, `sponsor`, `why-groups`, `mental-health-too`, `medicine`, `choosing-treatment`, `for-families` or `after-a-setback`. */
  @property() topic: string | null = null;

  protected override renderContent(view: View): TemplateResult {
    const { level, language } = view;
    const guides = guidesIn(language);
    const ids = [...guides.keys()];
    const guide = guides.get(required(this, 'topic', this.topic, ids) ?? '');
    // A page that names no guide, or one we do not know: its own children say more than we could.
    if (!guide)
      return html`<slot></slot
        >${footer(view, { reviewed: null, sources: [], related: [], crisis: this.countryChoice })}`;
    const groups = groupMapIn(language);
    return html`<article class="stack" aria-labelledby="title">
      ${heading(level, guide.title, { id: 'title', look: 'title' })}
      <p class="lead">${guide.lead}</p>
      ${guideSections(view, guide, level + 1)} ${guide.id === WITH_GLOSSARY ? this.#glossary(view) : nothing}
      ${footer(view, {
        reviewed: guide.checked,
        crisis: this.countryChoice,
        sources: guide.references,
        related: guide.related.groups.flatMap((id) => {
          const group = groups.get(id);
          return group?.website ? [{ label: group.name, url: group.website.url }] : [];
        }),
      })}
    </article>`;
  }

  /** All words of the groups, for whoever is about to hear them. */
  #glossary({ t, language }: View): TemplateResult {
    const entries = [...glossaryIn(language).entries.values()].sort((a, b) =>
      a.term.localeCompare(b.term, language),
    );
    return html`<details part="disclosure">
      <summary><span>${t('glossary-title')}</span></summary>
      <dl class="glossary">
        ${entries.map(
          ({ term, text }) =>
            html`<dt>${term}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </details>`;
  }
}
