import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { groupMapIn } from '../../content/groups.js';
import { guidesIn } from '../../content/programs.js';
import { catalog, labelsIn } from '../../content/search.js';
import { SliceController } from '../../controllers/slice-controller.js';
import { choicesOf, type Filter, type FilterChoice } from '../../domain/groups/filters.js';
import { newestDate } from '../../domain/schedule/freshness.js';
import type { Group } from '../../domain/groups/types.js';
import type { Crisis } from '../../domain/safety/crisis.js';
import { booleanAttribute, oneOf, someOf } from '../shared/attributes.js';
import type { CountryChoice } from '../shared/country-picker.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { emergencyWords } from '../shared/crisis-view.js';
import { footer } from '../shared/footer.js';
import { GroupOpenEvent } from '../shared/group-open-event.js';
import { groupStyles } from '../shared/group.styles.js';
import { heading } from '../shared/heading.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { crisisPanel, crisisStrip } from './crisis.view.js';
import { filtersView } from './filters.view.js';
import { prepareSearch, resultsFor, type Results } from './results.js';
import { Rows } from './rows.js';
import { beforeGroups, groupsView, questionsView } from './results.view.js';
import { styles } from './support-group-finder.styles.js';

const EXAMPLES = [
  'search-example-1',
  'search-example-2',
  'search-example-3',
  'search-example-4',
  'search-example-5',
  'search-example-6',
] as const;
/** Two results fill a phone's screen together with the search; more would keep a slow phone from answering. */
const FIRST_ROWS = 2;
const SLICE = 3;
const NAMES_SPOKEN = 3;
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
  static override styles: CSSResultGroup = [
    ...(SupportElement.styles as CSSResultGroup[]),
    crisisStyles,
    groupStyles,
    styles,
  ];

  /** What is rendered by now: the rows, then what is closed: crisis help, filters, the details of each group. */
  private readonly slices = new SliceController(this, FIRST_ROWS, SLICE, () => 2 * this.#total + 2 * SLICE);

  /** Ids of the groups to show, separated by spaces; their order is kept. Without it all are shown. */
  @property() groups: string | null = null;

  /** Ids of groups to leave out. */
  @property() exclude: string | null = null;

  /** Who the page is for: `self` or `family`. The visitor can change it. */
  @property() audience: string | null = null;

  /** Id of the substance that the page is about, such as `alcohol`. */
  @property() substance: string | null = null;

  /** Approaches chosen at the start: `twelve-step`, `skills`, `secular`, `buddhist`. */
  @property() approach: string | null = null;

  /** Ways to go chosen at the start: `in-person`, `online`, `phone`. */
  @property() attendance: string | null = null;

  /** Hides the standing crisis strip; the emergency panel stays. */
  @property({ attribute: 'no-crisis-strip', converter: booleanAttribute }) noCrisisStrip = false;

  /** Where links lead: `self`, or `blank` for a new window. */
  @property({ attribute: 'link-target' }) linkTarget: string | null = null;

  @state() private typed = '';
  @state() private chosen: ReadonlySet<FilterChoice> = new Set();
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private filtersOpen = false;

  @query('input[type="search"]') private readonly searchBox!: HTMLInputElement | null;
  @query('[data-crisis]') private readonly panel!: HTMLElement | null;

  readonly #rows = new Rows();
  #crisis: Crisis | null = null;
  #results: Results | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const presets: readonly [keyof SupportGroupFinder & Filter, string | null][] = [
      ['audience', this.audience],
      ['approach', this.approach],
      ['attendance', this.attendance],
    ] as never;
    for (const [filter, value] of presets) if (changed.has(filter)) this.#preset(filter, value);
  }

  protected override firstUpdated(): void {
    setTimeout(() => prepareSearch(this.locale.translate.language));
  }

  protected override updated(): void {
    const crisis = this.#results?.crisis ?? null;
    // The panel is above the box in which somebody types; on a phone that may be out of sight.
    if (crisis !== null && crisis !== this.#crisis) this.panel?.scrollIntoView({ block: 'nearest' });
    this.#crisis = crisis;
  }

  protected override renderContent(view: View): TemplateResult {
    const { t, level, language } = view;
    const byId = groupMapIn(language);
    const ids = [...byId.keys()];
    const results = (this.#results = resultsFor(language, {
      typed: this.typed,
      chosen: this.chosen,
      only: someOf(this, 'groups', this.groups, ids),
      exclude: someOf(this, 'exclude', this.exclude, ids),
      substance: oneOf(this, 'substance', this.substance, [...catalog.substances.keys()], null),
    }));
    const choice: CountryChoice = {
      code: this.whereabouts.code,
      asked: this.whereabouts.asked,
      choose: (code) => this.#onCountry(code),
    };
    const family = this.chosen.has('audience:family');
    const closedParts = this.slices.ready - this.#total;
    const starting = closedParts < 0;
    const shown = [...results.leading.map(({ group }) => group), ...results.others];
    return html`<section class="stack-wide" aria-labelledby="title">
      ${results.crisis ? crisisPanel(view, results.crisis, choice, () => this.searchBox?.focus()) : nothing}
      <div>
        ${heading(level, t('finder-title'), { id: 'title', look: 'title' })}
        <p class="lead">${t(family ? 'finder-lead-family' : 'finder-lead')}</p>
      </div>
      ${results.crisis || this.noCrisisStrip ? nothing : crisisStrip(view, choice, closedParts > 0)}
      <slot name="contact"></slot>
      ${this.#search(view)} ${questionsView(view, results, (text) => this.#type(text))}
      ${filtersView(view, {
        chosen: this.chosen,
        counts: results.counts,
        open: this.filtersOpen,
        withBody: closedParts > SLICE,
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
          readyDetails: closedParts - 2 * SLICE,
          chosen: this.chosen,
          groupName: (id) => byId.get(id)?.name,
          blank: oneOf(this, 'link-target', this.linkTarget, ['self', 'blank'], 'self') === 'blank',
          onToggle: (id, open) => this.#toggle(id, open),
          onType: (text) => this.#type(text),
          onChoose: (one, on) => this.#choose(one, on),
          onClear: () => this.#clearFilters(),
        })}
      </div>
      ${starting ? nothing : this.#footer(view, shown)}
    </section>`;
  }

  get #total(): number {
    return groupMapIn(this.locale.translate.language).size;
  }

  #search({ t }: View): TemplateResult {
    return html`<form
      class="search stack no-print"
      part="search"
      role="search"
      autocomplete="off"
      @submit=${(event: Event) => event.preventDefault()}
    >
      <label for="search">${t('search-label')}</label>
      <p class="small" id="hint">${t('search-hint')}</p>
      <div class="field">
        <input
          type="search"
          id="search"
          part="input"
          aria-describedby="hint"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          .value=${this.typed}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        />
        ${
          this.typed === ''
            ? nothing
            : html`<button type="button" class="button quiet" @click=${this.#onClearSearch}>
                ${t('search-clear')}
              </button>`
        }
      </div>
      <div class="examples" role="group" aria-label=${t('search-examples')}>
        <span class="small">${t('search-examples')}:</span>
        ${EXAMPLES.map(
          (key) =>
            html`<button type="button" class="chip" @click=${() => this.#type(t(key))}>${t(key)}</button>`,
        )}
      </div>
    </form>`;
  }

  #footer(view: View, shown: readonly Group[]): TemplateResult {
    const { language } = view;
    return footer(view, {
      reviewed: newestDate(shown.map(({ checked }) => checked)),
      sources: shown
        .slice(0, NAMES_SPOKEN)
        .flatMap(({ name, website }) => (website ? [{ label: name, url: website.url }] : [])),
      related: guidesIn(language).get('why-groups')?.references.slice(0, STUDIES_NAMED) ?? [],
    });
  }

  #type(text: string): void {
    this.typed = text;
    this.#announce();
  }

  readonly #onClearSearch = (): void => {
    this.#type('');
    this.searchBox?.focus();
  };

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
  }

  #toggle(id: string, open: boolean): void {
    if (open === this.opened.has(id)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(id);
    else opened.delete(id);
    this.opened = opened;
    if (open) this.dispatchEvent(new GroupOpenEvent(id));
  }

  #onCountry(code: string | null): void {
    this.whereabouts.choose(code);
    const { t, country } = this.view;
    this.announcer.say(
      country ? t('country-changed', { country: country.name }) : t('country-changed-other'),
    );
  }

  #preset(filter: Filter, value: string | null): void {
    const names = choicesOf(filter).map((choice) => choice.slice(filter.length + 1));
    const kept = [...this.chosen].filter((choice) => !choice.startsWith(`${filter}:`));
    const preset = someOf(this, filter, value, names).map((name) => `${filter}:${name}` as FilterChoice);
    this.chosen = new Set([...kept, ...preset]);
  }

  /** What a screen reader hears once the change has settled. */
  #announce(): void {
    void this.updateComplete.then(() => {
      const results = this.#results;
      if (!results) return;
      const view = this.view;
      const { t } = view;
      const { leading, others, crisis } = results;
      const parts: string[] = [];
      if (crisis === 'emergency')
        parts.push(t('panel-emergency-announced', { number: emergencyWords(view) }));
      if (crisis === 'suicide') parts.push(t('panel-suicide-announced'));
      if (crisis === 'loss') parts.push(t('panel-loss-announced'));
      for (const { phrase, meanings } of results.understanding.questions) {
        const label = labelsIn(view.language);
        parts.push(
          `${t('question-title', { word: phrase })} ${t.list(meanings.map(({ kind, id }) => label(kind, id)))}.`,
        );
      }
      if (leading.length > 0) {
        const names = t.list(leading.slice(0, NAMES_SPOKEN).map(({ group }) => group.name));
        parts.push(t('announce-leading', { n: leading.length, names }));
      } else if (others.length > 0) parts.push(t('announce-results', { n: others.length }));
      else parts.push(t('announce-none'));
      this.announcer.say(parts.join(' '));
    });
  }
}
