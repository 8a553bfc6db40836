import { html, nothing, render, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { safetyChecked } from '../../content/crisis.js';
import { groupMapIn } from '../../content/groups.js';
import { guidesIn } from '../../content/programs.js';
import { dangerOf } from '../../content/search.js';
import type { OfficialLink } from '../../domain/programs/types.js';
import type { Crisis } from '../../domain/safety/crisis.js';
import { booleanAttribute, oneOf, someOf, wholeNumber } from '../shared/attributes.js';
import { crisisPanel, crisisStrip } from '../shared/crisis-panel.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { property } from '../shared/decorators.js';
import { finderStyles } from '../shared/finder.styles.js';
import { footer } from '../shared/footer.js';
import { heading } from '../shared/heading.js';
import { MeetingsController, type FeedProblem } from '../shared/meetings.js';
import { skeleton } from '../shared/skeleton.js';
import { SupportElement, type View } from '../shared/support-element.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAYS = [...WEEKDAYS, 'today', 'tomorrow'] as const;
const ATTENDANCES = ['in-person', 'online', 'phone'] as const;
/** Rows at first: enough for an evening, few enough for an old phone. */
const LIMIT = 30;
const MOST_ROWS = 200;
/** References of a guide that are named. */
const NAMED = 2;

/**
 * Finds a meeting in one or several live lists: by time, day, place, and what it is like.
 *
 * ```html
 * <meeting-finder src="meetings.json" group="na" timezone="America/Chicago">
 *   <a href="https://na.example.org/meetings">All meetings</a>
 * </meeting-finder>
 * ```
 *
 * @tag meeting-finder
 * @slot - The state without script: a link to the list of meetings, and `<meeting-feed>` children.
 * @slot contact - The page owner's own number and hours; stands with the crisis help.
 * @fires {FeedStateEvent} sg-feed-state - A list has come, or could not be had.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart crisis-strip - The standing strip with the emergency number.
 * @csspart crisis-panel - The panel that words of danger bring up.
 * @csspart search - The search form.
 * @csspart input - The search box.
 * @csspart filters - The filters.
 * @csspart results - The list of meetings.
 * @csspart meeting - One meeting.
 * @csspart table - The meetings of a day as a table.
 * @csspart details - The details of a meeting.
 * @csspart join - A link that joins a meeting online.
 * @csspart link - Any other link out of the page.
 * @csspart call - A link that calls a number.
 * @csspart text - A link that writes a text message.
 * @csspart line - One help line.
 * @csspart note - What became of the lists.
 * @csspart disclosure - A part that opens.
 * @csspart empty - What stands there when no meeting fits.
 * @csspart footer - The end: what this is not, review date.
 */
export class MeetingFinder extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, finderStyles];

  private readonly meetings = new MeetingsController(this, {
    own: () =>
      this.src?.trim()
        ? { src: this.src, format: this.format, group: this.group, timezone: this.timezone }
        : null,
    view: () => this.view,
    say: (text) => this.announcer.say(text),
    render,
  });

  /** Addresses of lists, separated by spaces. What a list is can stand behind `#`, which is never sent: `#group=na&timezone=America/Chicago`. */
  @property() src: string | null = null;

  /** Format of the lists in `src`: `auto`, `meeting-guide`, `bmlt`, `sheet`, `icalendar`, `simple`. */
  @property() format: string | null = null;

  /** Id of the group whose lists `src` names, such as `na`; it decides what the codes of the lists mean. */
  @property() group: string | null = null;

  /** IANA name of the zone of times that name none, such as `Europe/London`. */
  @property() timezone: string | null = null;

  /** How meetings are shown: `list`, or `table`, which is a list again where there is no room. */
  @property({ attribute: 'view' }) shows: string | null = null;

  /** Days chosen at the start: `mon tue wed thu fri sat sun`, `today`, `tomorrow`. The visitor can change it. */
  @property() weekdays: string | null = null;

  /** Ways to take part chosen at the start: `in-person online phone`. The visitor can change it. */
  @property() attendance: string | null = null;

  /** Unit of distances: `km`, `mi`, or `auto` for that of the country. */
  @property({ attribute: 'distance-unit' }) distanceUnit: string | null = null;

  /** How many meetings are shown at first, and more with each "Show more"; 1 to 200. */
  @property() limit: string | number | null = null;

  /** Writes the filters to the address of the page, so that a link brings them back. Never words that were typed, never a place. */
  @property({ attribute: 'sync-url', converter: booleanAttribute }) syncUrl = false;

  /** Hides the standing strip with the emergency number; the panel that words of danger bring up stays. */
  @property({ attribute: 'no-crisis-strip', converter: booleanAttribute }) noCrisisStrip = false;

  #crisis: Crisis | null = null;

  /** Rows of the lists that cannot be shown, with the reason. */
  get problems(): readonly FeedProblem[] {
    return this.meetings.problems;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const crisis = this.#shownCrisis;
    // The panel is above the box in which somebody types; on a phone that may be out of sight.
    if (crisis !== null && crisis !== this.#crisis)
      this.renderRoot.querySelector('[data-crisis]')?.scrollIntoView({ block: 'nearest' });
    this.#crisis = crisis;
  }

  #shownCrisis: Crisis | null = null;

  protected override renderContent(view: View): TemplateResult {
    const { t, level } = view;
    const { panel } = this.meetings;
    const crisis = (this.#shownCrisis = dangerOf(view.language, panel?.query.text ?? ''));
    this.#configure();
    const references = (topic: string): readonly OfficialLink[] =>
      guidesIn(view.language).get(topic)?.references.slice(0, NAMED) ?? [];
    const groups = groupMapIn(view.language);
    const sites = (panel?.groups ?? []).flatMap((id) => {
      const group = groups.get(id);
      return group?.website ? [{ label: group.name, url: group.website.url }] : [];
    });
    return html`<section class="stack-wide" aria-labelledby="title">
      ${
        crisis
          ? crisisPanel(view, crisis, this.countryChoice, () =>
              this.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus(),
            )
          : nothing
      }
      <div>
        ${heading(level, t('meetings-title'), { id: 'title', look: 'title' })}
        <p class="lead">${t('meetings-lead')}</p>
      </div>
      ${crisis || this.noCrisisStrip ? nothing : crisisStrip(view, this.countryChoice, 2)}
      <slot name="contact"></slot>
      <div class="meeting-list" ?data-starting=${this.#starting}>${this.#renderMeetings(view)}</div>
      ${footer(view, {
        reviewed: safetyChecked(),
        sources: [...(panel?.sources ?? []), ...references('why-groups')],
        related: sites.length > 0 ? sites : references('first-meeting'),
      })}
    </section>`;
  }

  /** Whether meetings are on their way, and none is here. */
  get #starting(): boolean {
    const { panel, tools, wanted } = this.meetings;
    return panel ? panel.store.meetings === null && panel.store.loading : wanted && tools !== 'missing';
  }

  #renderMeetings(view: View): unknown {
    const { panel, tools, wanted } = this.meetings;
    // Where no list can be had, the children are the way on.
    if (panel)
      return this.#starting || panel.store.meetings
        ? panel.render()
        : html`<div class="stack">
            ${panel.render()}
            <div><slot></slot></div>
          </div>`;
    // Without a list the children say more than we could.
    if (!wanted) return html`<slot></slot>`;
    return tools === 'missing'
      ? html`<p>${view.t('meetings-missing')}</p>
          <slot></slot>`
      : skeleton(view);
  }

  #configure(): void {
    const days = someOf(this, 'weekdays', this.weekdays, DAYS);
    this.meetings.panel?.configure({
      shows: oneOf(this, 'view', this.shows, ['list', 'table'], 'list'),
      unit: oneOf(this, 'distance-unit', this.distanceUnit, ['auto', 'km', 'mi'], 'auto'),
      limit: wholeNumber(this, 'limit', this.limit, [1, MOST_ROWS], LIMIT),
      syncUrl: this.syncUrl,
      preset: {
        days: days.map((day) =>
          day === 'today' || day === 'tomorrow' ? day : (String(WEEKDAYS.indexOf(day) + 1) as '1'),
        ),
        ways: someOf(this, 'attendance', this.attendance, ATTENDANCES),
      },
    });
  }
}
