import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { groupMapIn } from '../../content/groups.js';
import { guidesIn } from '../../content/programs.js';
import { catalog } from '../../content/search.js';
import { nextTask } from '../../controllers/next-task.js';
import { SliceController } from '../../controllers/slice-controller.js';
import { choicesOf, type Filter, type FilterChoice } from '../../domain/groups/filters.js';
import { oldestDate } from '../../domain/schedule/freshness.js';
import type { Group } from '../../domain/groups/types.js';
import type { Meaning } from '../../domain/groups/vocabulary.js';
import type { Crisis } from '../../domain/safety/crisis.js';
import { booleanAttribute, oneOf, someOf } from '../shared/attributes.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { footer } from '../shared/footer.js';
import { GroupOpenEvent } from '../shared/group-open-event.js';
import { groupStyles } from '../shared/group.styles.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { crisisPanel, crisisStrip } from './crisis.view.js';
import { filtersView } from './filters.view.js';
import { searchView } from './search.view.js';
import { spokenResults } from './spoken.js';
import { prepareSearch, resultsFor, type Results } from './results.js';
import { Rows } from './rows.js';
import { beforeGroups, groupsView, questionsView } from './results.view.js';
import { styles } from './support-group-finder.styles.js';

/** The search comes first; results in the same task would keep a slow phone from answering. */
const FIRST_ROWS = 0;
const SLICE = 3;
const SOURCES_NAMED = 3;
const STUDIES_NAMED = 2;

/**
 * Finds a peer support group that fits: search in plain words, filters with counts, results with reasons, details in
 * place, and crisis help always in reach.
 *
 * ```html
 * <support-group-finder country="us">
 *   <a href="https://findtreatment.gov/">Find help</a> <a href="tel:988">Call 988</a>
 * </support-group-finder>
 * ```
 *
 * @tag support-group-finder
 * @slot - The state without script: a link and a phone number.
 * @slot contact - The page owner's own number and hours; stands with the crisis help.
 * @fires {GroupOpenEvent} sg-group-open - The visitor opened the details of a group; `group` is the id.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart crisis-strip - The standing strip with the emergency number.
 * @csspart crisis-panel - The panel that words of danger bring up.
 * @csspart search - The search form.
 * @csspart input - The search box.
 * @csspart filters - The filters.
 * @csspart results - Each list of groups.
 * @csspart group - One group.
 * @csspart facts - The line of key facts of a group.
 * @csspart reasons - Why a group fits, and what to know first.
 * @csspart button - The link to a group's list of meetings.
 * @csspart link - Any other link out of the page.
 * @csspart call - A link that calls a number.
 * @csspart text - A link that writes a text message.
 * @csspart line - One help line.
 * @csspart note - A note on stopping safely.
 * @csspart disclosure - A part that opens.
 * @csspart details - The details of a group.
 * @csspart empty - What stands there when no group passes the filters.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class SupportGroupFinder extends SupportElement {
  static override styles: CSSResultGroup[] = [...SupportElement.styles, crisisStyles, groupStyles, styles];

  /** What is rendered by now: the rows, then what is closed: crisis help, filters, the details of each group. */
  private readonly slices = new SliceController(this, FIRST_ROWS, SLICE, () => 2 * this.#total + 3 * SLICE);

  /** Ids of the groups to show, separated by spaces; their order is kept. Without it all are shown. */
  @property() groups: string | null = null;

  /** Ids of groups to leave out. */
  @property() exclude: string | null = null;

  /** Who the page is for: `self` or `family`. The visitor can change it. */
  @property() audience: string | null = null;

  /** Id of the substance that the page is about, such as `alcohol`. */
  @property() substance: string | null = null;

  /** Approaches chosen at the start: `twelve-step`, `skills`, `secular`, `many-paths`, `buddhist`, `christian`, `islamic`, `indigenous`. */
  @property() approach: string | null = null;

  /** Ways to go chosen at the start: `in-person`, `online`, `phone`, `chat`. */
  @property() attendance: string | null = null;

  /** Hides the standing crisis strip; the emergency panel stays. */
  @property({ attribute: 'no-crisis-strip', converter: booleanAttribute }) noCrisisStrip = false;

  @state() private typed = '';
  @state() private chosen: ReadonlySet<FilterChoice> = new Set();
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private filtersOpen = false;

  @state() private answers: ReadonlyMap<string, Meaning> = new Map();

  @query('input[type="search"]') private readonly searchBox!: HTMLInputElement | null;
  @query('[data-crisis]') private readonly panel!: HTMLElement | null;
  @query('.count') private readonly count!: HTMLElement | null;

  readonly #rows = new Rows();
  #crisis: Crisis | null = null;
  #results: Results | undefined;
  /** How many groups the page owner lets in. */
  #total = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('audience')) this.#preset('audience', this.audience);
    if (changed.has('approach')) this.#preset('approach', this.approach);
    if (changed.has('attendance')) this.#preset('attendance', this.attendance);
  }

  protected override firstUpdated(): void {
    nextTask(() => prepareSearch(this.locale.translate.language));
  }

  protected override updated(): void {
    const crisis = this.#results?.crisis ?? null;
    // The panel is above the box in which somebody types; on a phone that may be out of sight.
    if (crisis !== null && crisis !== this.#crisis) this.panel?.scrollIntoView({ block: 'nearest' });
    this.#crisis = crisis;
  }

  protected override prepare(language: string): void {
    super.prepare(language);
    groupMapIn(language);
  }

  protected override renderContent(view: View): TemplateResult {
    const { t, level, language } = view;
    const byId = groupMapIn(language);
    const ids = [...byId.keys()];
    const results = (this.#results = resultsFor(language, {
      typed: this.typed,
      answers: this.answers,
      country: view.country?.code ?? null,
      chosen: this.chosen,
      only: someOf(this, 'groups', this.groups, ids),
      exclude: someOf(this, 'exclude', this.exclude, ids),
      substance: oneOf(this, 'substance', this.substance, [...catalog().substances.keys()], null),
    }));
    const shown = [...results.leading.map(({ group }) => group), ...results.others];
    this.#total = shown.length;
    const closedParts = this.slices.ready - this.#total;
    const starting = closedParts < 0;
    const family = this.chosen.has('audience:family');
    return html`<section class="stack-wide" aria-labelledby="title">
      ${
        results.crisis
          ? crisisPanel(view, results.crisis, this.countryChoice, () => this.searchBox?.focus())
          : nothing
      }
      <div>
        ${heading(level, t('finder-title'), { id: 'title', look: 'title' })}
        <p class="lead">${t(family ? 'finder-lead-family' : 'finder-lead')}</p>
      </div>
      ${
        results.crisis || this.noCrisisStrip
          ? nothing
          : crisisStrip(view, this.countryChoice, closedParts / SLICE)
      }
      <slot name="contact"></slot>
      ${searchView(view, {
        typed: this.typed,
        onType: (text) => this.#type(text),
        onClear: () => this.#clearSearch(),
      })}
      ${questionsView(view, results, (phrase, meaning) => this.#answer(phrase, meaning))}
      ${filtersView(view, {
        chosen: this.chosen,
        counts: results.counts,
        open: this.filtersOpen,
        withBody: closedParts > 2 * SLICE,
        onToggle: (open) => (this.filtersOpen = open),
        onChoose: (one, on) => this.#choose(one, on),
        onClear: () => this.#clearFilters(),
      })}
      <div class="results stack-wide" ?data-starting=${starting}>
        ${beforeGroups(view, results)}
        ${groupsView(view, results, {
          opened: this.opened,
          rows: this.#rows,
          ready: this.slices.ready,
          readyDetails: closedParts - 3 * SLICE,
          chosen: this.chosen,
          findGroup: (id) => byId.get(id),
          onToggle: (id, open) => this.#toggle(id, open),
          onChoose: (one, on) => {
            this.#choose(one, on);
            this.#focusCount();
          },
          onClear: () => this.#clearFilters(),
        })}
      </div>
      ${starting ? nothing : this.#footer(view, results.leading.length > 0 ? results.leading.map(({ group }) => group) : shown)}
    </section>`;
  }

  #footer(view: View, shown: readonly Group[]): TemplateResult {
    return footer(view, {
      reviewed: oldestDate(shown.map(({ checked }) => checked)),
      sources: shown
        .slice(0, SOURCES_NAMED)
        .flatMap(({ name, website }) => (website ? [{ label: name, url: website.url }] : [])),
      related: guidesIn(view.language).get('why-groups')?.references.slice(0, STUDIES_NAMED) ?? [],
    });
  }

  #type(text: string): void {
    this.typed = text;
    this.#announce();
  }

  #clearSearch(): void {
    this.answers = new Map();
    this.#type('');
    this.searchBox?.focus();
  }

  #answer(phrase: string, meaning: Meaning): void {
    this.answers = new Map(this.answers).set(phrase, meaning);
    this.#announce();
  }

  #choose(choice: FilterChoice, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(choice);
    else chosen.delete(choice);
    this.chosen = chosen;
    this.#announce();
  }

  #clearFilters(): void {
    this.chosen = new Set();
    this.#announce();
    this.#focusCount();
  }

  /** The button that was used is gone; what it did is there. */
  #focusCount(): void {
    void this.updateComplete.then(() => this.count?.focus());
  }

  #toggle(id: string, open: boolean): void {
    if (open === this.opened.has(id)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(id);
    else opened.delete(id);
    this.opened = opened;
    if (open) this.dispatchEvent(new GroupOpenEvent(id));
  }

  #preset(filter: Filter, value: string | null): void {
    const names = choicesOf(filter).map((choice) => choice.slice(filter.length + 1));
    const kept = [...this.chosen].filter((choice) => !choice.startsWith(`${filter}:`));
    const preset = someOf(this, filter, value, names).map((name) => `${filter}:${name}` as FilterChoice);
    this.chosen = new Set([...kept, ...preset]);
  }

  #announce(): void {
    void this.updateComplete.then(() => {
      if (this.#results) this.announcer.say(spokenResults(this.view, this.#results));
    });
  }
}
