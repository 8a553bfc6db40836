import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { oldestDate } from '../../domain/schedule/freshness.js';
import { someOf } from '../shared/attributes.js';
import { comparisonStyles } from '../shared/comparison.styles.js';
import { comparisonView } from '../shared/comparison-view.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { property } from '../shared/decorators.js';
import { footer } from '../shared/footer.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { warnOnce } from '../shared/warn.js';

/** More columns cannot be read side by side. */
const MOST = 4;

/**
 * Two to four support groups side by side: how each works, what it asks and what it costs, and the way to its meetings.
 *
 * ```html
 * <support-group-comparison groups="na smart" country="gb">
 *   <a href="https://na.org/">Narcotics Anonymous</a>
 * </support-group-comparison>
 * ```
 *
 * @tag support-group-comparison
 * @slot - The state without script: a link and a phone number.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart table - The comparison.
 * @csspart button - The link to the list of meetings of a group.
 * @csspart link - Any other link.
 * @csspart call - A link that calls a number.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class SupportGroupComparison extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, comparisonStyles];

  /** Ids of two to four groups, in the order in which they are shown, such as `na smart lifering`. */
  @property() groups: string | null = null;

  protected override renderContent(view: View): TemplateResult {
    const library = groupMapIn(view.language);
    const ids = [...library.keys()].sort();
    const named = someOf(this, 'groups', this.groups, ids);
    const shown = named.length < 2 ? [] : named.slice(0, MOST).map((id) => library.get(id)!);
    if (shown.length < named.length || shown.length === 0)
      warnOnce(
        `<${this.localName}> needs groups="…" with 2 to ${MOST} known groups, not ${named.length}. ` +
          `Accepted: ${ids.join(', ')}. Used instead: ${shown.map(({ id }) => id).join(' ') || 'nothing'}.`,
      );
    const end = footer(view, {
      reviewed: oldestDate(shown.map(({ checked }) => checked)),
      crisis: this.countryChoice,
      sources: shown.flatMap(({ name, website }) => (website ? [{ label: name, url: website.url }] : [])),
      related: shown.flatMap(({ finders }) => finders),
    });
    // Nothing to compare: the page's own children say more than we could.
    return shown.length === 0
      ? html`<slot></slot>${end}`
      : html`<section class="stack" aria-labelledby="title">
          ${heading(view.level, view.t('compare-title'), { id: 'title', look: 'title' })}
          ${comparisonView(view, shown)} ${end}
        </section>`;
  }
}
