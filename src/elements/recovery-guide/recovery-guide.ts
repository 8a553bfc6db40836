import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { groupMapIn } from '../../content/groups.js';
import { guidesIn } from '../../content/programs.js';
import { required } from '../shared/attributes.js';
import { footer } from '../shared/footer.js';
import { guideSections } from '../shared/guide-view.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { styles } from './recovery-guide.styles.js';

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
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class RecoveryGuide extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, styles];

  /** The topic: `first-meeting`, `sponsor`, `mental-health-too` or `why-groups`. */
  @property() topic: string | null = null;

  protected override renderContent(view: View): TemplateResult {
    const { level, language } = view;
    const guides = guidesIn(language);
    const ids = [...guides.keys()];
    const guide = guides.get(required(this, 'topic', this.topic, ids) ?? '');
    // A page that names no guide, or one we do not know: its own children say more than we could.
    if (!guide) return html`<slot></slot>${footer(view, { reviewed: null, sources: [], related: [] })}`;
    const groups = groupMapIn(language);
    return html`<article class="stack" aria-labelledby="title">
      ${heading(level, guide.title, { id: 'title', look: 'title' })}
      <p class="lead">${guide.lead}</p>
      ${guideSections(guide, level + 1)}
      ${footer(view, {
        reviewed: guide.checked,
        sources: guide.references,
        related: guide.related.groups.flatMap((id) => {
          const group = groups.get(id);
          return group?.website ? [{ label: group.name, url: group.website.url }] : [];
        }),
      })}
    </article>`;
  }
}
