import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { readableUrl } from '../../domain/links/safe-url.js';
import { booleanAttribute, required } from '../shared/attributes.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { property, state } from '../shared/decorators.js';
import { footer } from '../shared/footer.js';
import { GroupOpenEvent } from '../shared/group-open-event.js';
import { groupStyles } from '../shared/group.styles.js';
import { groupView } from '../shared/group-view.js';
import { SupportElement, type View } from '../shared/support-element.js';

/**
 * One support group: what it is, where to find a meeting, and everything else in place.
 *
 * ```html
 * <support-group-card group="na" country="gb">
 *   <a href="https://na.org/">Narcotics Anonymous</a>
 * </support-group-card>
 * ```
 *
 * @tag support-group-card
 * @slot - The state without script: a link and a phone number.
 * @fires {GroupOpenEvent} sg-group-open - The visitor opened the details; `group` is the id.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart group - The group.
 * @csspart facts - The line of key facts.
 * @csspart button - The link to the list of meetings.
 * @csspart link - Any other link.
 * @csspart call - A link that calls a number.
 * @csspart disclosure - The part that opens.
 * @csspart details - What it opens.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class SupportGroupCard extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, groupStyles];

  /** Id of the group, such as `na`. */
  @property() group: string | null = null;

  /** Opens the details from the start. */
  @property({ type: Boolean, converter: booleanAttribute }) open = false;

  @state() private opened = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.opened = this.open;
  }

  protected override renderContent(view: View): TemplateResult {
    const groups = groupMapIn(view.language);
    const ids = [...groups.keys()].sort();
    const group = groups.get(required(this, 'group', this.group, ids) ?? '');
    // A page that names no group, or one we do not know: its own children say more than we could.
    if (!group)
      return html`<slot></slot
        >${footer(view, { reviewed: null, sources: [], related: [], crisis: this.countryChoice })}`;
    return html`${groupView(view, group, {
      level: view.level,
      withDetails: true,
      open: this.opened,
      onToggle: (open) => this.#onToggle(open, group.id),
      findGroup: (id) => groups.get(id),
    })}
    ${footer(view, {
      reviewed: group.checked,
      crisis: this.countryChoice,
      sources: group.website
        ? [{ label: group.name, url: group.website.url }]
        : (group.references ?? []).map((url) => ({ label: readableUrl(url), url })),
      related: [
        ...group.nationalSites
          .filter(({ country }) => country === view.country?.code)
          .map(({ url }) => ({ label: readableUrl(url), url })),
        ...group.finders,
        ...group.alternatives.flatMap((id) => groups.get(id)?.finders[0] ?? []),
      ],
    })}`;
  }

  #onToggle(open: boolean, id: string): void {
    if (open === this.opened) return;
    this.opened = open;
    if (open) this.dispatchEvent(new GroupOpenEvent(id));
  }
}
