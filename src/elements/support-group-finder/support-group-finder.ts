import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { groupMapIn } from '../../content/groups.js';
import { crisisOf, dangerOf } from '../../content/search.js';
import { nextTask } from '../../controllers/next-task.js';
import { SliceController } from '../../controllers/slice-controller.js';
import { choicesOf, type Filter, type FilterChoice } from '../../domain/groups/filters.js';
import { withoutAnswer } from '../../domain/groups/guided.js';
import type { Meaning } from '../../domain/groups/vocabulary.js';
import type { Crisis } from '../../domain/safety/crisis.js';
import { booleanAttribute, oneOf, someOf } from '../shared/attributes.js';
import { crisisStyles } from '../shared/crisis.styles.js';
import { GroupOpenEvent } from '../shared/group-open-event.js';
import { groupStyles } from '../shared/group.styles.js';
import { comparisonStyles } from '../shared/comparison.styles.js';
import { property, query, state } from '../shared/decorators.js';
import { heading } from '../shared/heading.js';
import { QuickExit } from '../shared/quick-exit.js';
import { quickExitStyles } from '../shared/quick-exit.styles.js';
import { SupportElement, type View } from '../shared/support-element.js';
import { comparePage } from './compare.view.js';
import { crisisPanel, crisisStrip } from '../shared/crisis-panel.js';
import { filtersView } from './filters.view.js';
import { finderFooter } from './finder-footer.js';
import { FinderMeetings } from './finder-meetings.js';
import { groupsView } from './groups.view.js';
import { answersView } from './guided/answers.view.js';
import { back, change, type GuidedState } from './guided/guided-choice.js';
import { guidedStyles } from './guided/guided.styles.js';
import { guidedQuestion } from './guided/guided-question.js';
import { HandoutController } from './handout/handout-controller.js';
import { handoutStyles } from './handout/handout.styles.js';
import { handoutView } from './handout/handout.view.js';
import { sheetView } from './handout/sheet.view.js';
import { LocalGroups } from './local-groups.js';
import { MOST_PICKS, trayView, type PickOptions } from './picks.view.js';
import { searchView } from './search.view.js';
import { spokenResults } from './spoken.js';
import { allOf, prepareSearch, shownFirst, type Results } from './results.js';
import { Rows } from './rows.js';
import { beforeGroups, questionsView } from './results.view.js';
import { HandoutEvent } from './support-group-finder.events.js';
import { Shown } from './shown.js';
import { finderStyles } from '../shared/finder.styles.js';
import { tonightView } from './tonight.view.js';

/** What fills the element in place of the groups. */
type Page = 'groups' | 'tonight' | 'compare' | 'handout' | 'meetings';

/** The search comes first; results in the same task would keep a slow phone from answering. */
const FIRST_ROWS = 0;
const SLICE = 3;
/** Filters that an attribute of the same name sets at the start. */
const PRESETS = ['audience', 'approach', 'attendance'] as const;

/**
 * Finds a peer support group that fits: a guided choice or a search in plain words, filters with counts, results with
 * reasons, a comparison, a handout, details in place, and crisis help always in reach.
 *
 * ```html
 * <support-group-finder country="us" start="guided">
 *   <a href="https://findtreatment.gov/">Find help</a> <a href="tel:988">Call 988</a>
 * </support-group-finder>
 * ```
 *
 * @tag support-group-finder
 * @slot - The state without script: a link and a phone number; and `<meeting-feed>` children, whose meetings then stand on the cards, below the result and on the handout.
 * @slot contact - The page owner's own number and hours; stands with the crisis help and on the handout.
 * @slot handout-header - The page owner's name or logo, at the top of the handout.
 * @fires {GroupOpenEvent} sg-group-open - The visitor opened the details of a group; `group` is the id.
 * @fires {FeedStateEvent} sg-feed-state - A meeting list has come, or could not be had.
 * @fires {HandoutEvent} sg-handout - The visitor took a handout along; `action` is `print`, `copy`, `calendar`, `text` or `mail`.
 * @fires {QuickExitEvent} sg-exit - The visitor left by the quick exit; the page is about to go.
 * @csspart base - The wrapper around everything.
 * @csspart heading - Each heading.
 * @csspart exit - The button of the quick exit.
 * @csspart crisis-strip - The standing strip with the emergency number.
 * @csspart crisis-panel - The panel that words of danger bring up.
 * @csspart search - The search form.
 * @csspart input - The search box.
 * @csspart filters - The filters.
 * @csspart question - One question of the guided choice.
 * @csspart answers - The answers that were given, above the result.
 * @csspart picks - The groups that were picked, and what to do with them.
 * @csspart table - The comparison.
 * @csspart handout - The sheet of the handout.
 * @csspart results - Each list of groups.
 * @csspart group - One group.
 * @csspart meeting - One meeting, where the page gives lists.
 * @csspart join - A link that joins a meeting online.
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
 * @csspart empty - What stands there when few or no groups fit.
 * @csspart footer - The end: what this is not, review date, sources.
 */
export class SupportGroupFinder extends SupportElement {
  static override styles: CSSResultGroup[] = [
    ...SupportElement.styles,
    crisisStyles,
    groupStyles,
    comparisonStyles,
    handoutStyles,
    finderStyles,
    guidedStyles,
    quickExitStyles,
  ];

  /** How the quick exit leaves; tests put their own here. No entry of the history leads back. */
  static leave: (place: Location, url: string) => void = (place, url) => place.replace(url);

  /** What is rendered by now: the rows, then what is closed: crisis help, filters, the details of each group. */
  private readonly slices = new SliceController(this, FIRST_ROWS, SLICE, () => 2 * this.#total + 3 * SLICE);

  private readonly handout = new HandoutController(this, (action) =>
    this.dispatchEvent(new HandoutEvent(action)),
  );

  private readonly local = new LocalGroups(this, () => this.locale.translate.language);

  private readonly lists = new FinderMeetings(
    this,
    () => this.view,
    (text) => this.announcer.say(text),
    (id) => this.local.nameOf(this.view.language, id),
  );

  private readonly exit = new QuickExit(this, {
    forget: () => {
      this.lists.forget();
      this.#forget();
      this.#toStart();
      this.filtersOpen = false;
      this.page = 'groups';
    },
    view: () => this.view,
    say: (text) => this.announcer.say(text),
    replace: (place, url) => SupportGroupFinder.leave(place, url),
  });

  /** Ids of the groups to show, separated by spaces; their order is kept. Without it all are shown. */
  @property() groups: string | null = null;

  /** Ids of groups to leave out. */
  @property() exclude: string | null = null;

  /** Address of a JSON file with groups of the page's own, which then stand among the others. */
  @property({ attribute: 'groups-src' }) groupsSrc: string | null = null;

  /** Who the page is for: `self` or `family`. The visitor can change it. */
  @property() audience: string | null = null;

  /** Id of the substance that the page is about, such as `alcohol`. */
  @property() substance: string | null = null;

  /** Approaches chosen at the start: `twelve-step`, `skills`, `secular`, `many-paths`, `buddhist`, `christian`, `islamic`, `indigenous`. */
  @property() approach: string | null = null;

  /** Ways to go chosen at the start: `in-person`, `online`, `phone`, `chat`. */
  @property() attendance: string | null = null;

  /** What stands there first: `browse`, all groups with a search; or `guided`, one question after the other. */
  @property() start: string | null = null;

  /** Hides the standing crisis strip; the emergency panel stays. */
  @property({ attribute: 'no-crisis-strip', converter: booleanAttribute }) noCrisisStrip = false;

  /** Offers no comparison. */
  @property({ attribute: 'no-compare', converter: booleanAttribute }) noCompare = false;

  /** Offers no handout. */
  @property({ attribute: 'no-handout', converter: booleanAttribute }) noHandout = false;

  /** Offers a way out in one press: covers the page, forgets what was typed and chosen, and opens `exit-url` instead. */
  @property({ attribute: 'quick-exit', converter: booleanAttribute }) quickExit = false;

  /** Where the quick exit leads: a whole address with `https://` or `http://`; `https://www.google.com/` by default. */
  @property({ attribute: 'exit-url' }) exitUrl: string | null = null;

  @state() private typed = '';
  @state() private chosen: ReadonlySet<FilterChoice> = new Set();
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private filtersOpen = false;
  /** What the visitor said about words with two meanings. */
  @state() private meant: ReadonlyMap<string, Meaning> = new Map();
  /** Where the visitor is in the guided choice; null: not in it. */
  @state() private guided: GuidedState | null = null;
  @state() private page: Page = 'groups';
  @state() private picks: readonly string[] = [];

  @query('input[type="search"]') private readonly searchBox!: HTMLInputElement | null;
  @query('[data-crisis]') private readonly panel!: HTMLElement | null;
  @query('#view-title, #handout-title') private readonly viewTitle!: HTMLElement | null;
  @query('#picks') private readonly tray!: HTMLElement | null;
  @query('.count') private readonly count!: HTMLElement | null;

  readonly #rows = new Rows();
  readonly #shown = new Shown(this, this.local);
  #crisis: Crisis | null = null;
  #results: Results | undefined;
  #shownCrisis: Crisis | null = null;
  /** Whose meetings were opened last, so that the way back leads to where it began; '' for those of several groups. */
  #cameFrom = '';
  /** How many groups are to be rendered. */
  #total = 0;

  /** Rows of the meeting lists that cannot be shown, with the reason. */
  get problems(): FinderMeetings['problems'] {
    return this.lists.problems;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const filter of PRESETS) if (changed.has(filter)) this.#preset(filter, this[filter]);
    if (changed.has('start')) this.#toStart();
    if ((this.noHandout && this.page === 'handout') || (this.noCompare && this.page === 'compare')) {
      this.handout.close();
      this.page = 'groups';
    }
  }

  protected override firstUpdated(): void {
    nextTask(() => prepareSearch(this.locale.translate.language));
  }

  protected override updated(): void {
    const crisis = this.#shownCrisis;
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
    const asking = this.page === 'groups' && this.guided !== null && this.guided.step !== 'result';
    const results = (this.#results = asking
      ? undefined
      : this.#shown.results(view, {
          typed: this.typed,
          guided: this.guided?.answers ?? null,
          answers: this.meant,
          chosen: this.chosen,
        }));
    // Danger in the other search box weighs as much.
    const typedThere = this.page === 'meetings' ? dangerOf(language, this.lists.typed) : null;
    const typedHere = results ? results.crisis : crisisOf(language, this.typed);
    const crisis = (this.#shownCrisis = typedThere ?? typedHere);
    const shown = results ? allOf(results) : [];
    this.#total = this.page === 'groups' ? shown.length : 0;
    const closedParts = this.slices.ready - this.#total;
    const family = this.#forFamily;
    return html`<section class="stack-wide" aria-labelledby="title">
      ${this.exit.render(view)}
      <div class=${this.page === 'handout' ? 'stack-wide no-print' : 'stack-wide'}>
        ${
          crisis
            ? crisisPanel(view, crisis, this.countryChoice, () => (this.searchBox ?? this.viewTitle)?.focus())
            : nothing
        }
        <div>
          ${heading(level, t('finder-title'), { id: 'title', look: 'title' })}
          <p class="lead">${t(family ? 'finder-lead-family' : 'finder-lead')}</p>
        </div>
      </div>
      ${
        crisis || this.noCrisisStrip || this.page === 'handout'
          ? nothing
          : crisisStrip(view, this.countryChoice, closedParts / SLICE)
      }
      ${this.page === 'handout' ? nothing : html`<slot name="contact"></slot>`}
      ${results ? this.#renderPage(view, results, closedParts) : this.#renderQuestion(view)}
      ${closedParts < 0 ? nothing : this.#renderFooter(view, results)}
    </section>`;
  }

  #renderPage(view: View, results: Results, closedParts: number): unknown {
    switch (this.page) {
      case 'tonight':
        return tonightView(view, this.#shown.daily(view, results), () => this.#open('groups'));
      case 'compare':
        return comparePage(view, this.#shown.picked(view, this.picks), {
          onHandout: this.noHandout ? null : () => this.#open('handout'),
          onBack: () => this.#open('groups'),
        });
      case 'handout':
        return this.#renderHandout(view, results);
      case 'meetings':
        return this.lists.page(view, () => this.#open('groups'));
      default:
        return this.#renderGroups(view, results, closedParts);
    }
  }

  #renderGroups(view: View, results: Results, closedParts: number): TemplateResult {
    const { t, level, language } = view;
    const { guided } = this;
    const { byId } = this.local.content.library(language);
    const starting = closedParts < 0;
    const canPick = !(this.noCompare && this.noHandout);
    return html`${
        guided
          ? html`<div class="stack">
              ${heading(level + 1, t('leading-title'), { id: 'view-title', look: 'section-title', focusable: true })}
              ${
                results.relax.length > 0
                  ? nothing
                  : html`<p class="count">${t('count-leading', { n: shownFirst(results).length })}</p>`
              }
              ${answersView(view, {
                answers: guided.answers,
                relax: results.relax,
                onChange: (question) => this.#guide(change(guided, question)),
                onRelax: (question) =>
                  this.#guide({ ...guided, answers: withoutAnswer(guided.answers, question) }),
                onBack: () => this.#guide(back(guided)),
                onOver: () => this.#startOver(),
              })}
            </div>`
          : this.#renderSearch(view, results, closedParts)
      }
      ${this.#renderTray(view, results)}
      <div class="results stack-wide" ?data-starting=${starting}>
        ${beforeGroups(view, results)}
        ${groupsView(view, results, {
          opened: this.opened,
          rows: this.#rows,
          ready: this.slices.ready,
          readyDetails: closedParts - 3 * SLICE,
          chosen: this.chosen,
          guided: guided !== null,
          family: this.#forFamily,
          pick: canPick ? (id) => this.#pickOptions(id) : null,
          findGroup: (id) => byId.get(id),
          upcoming: guided ? this.#renderUpcoming(results) : nothing,
          next: (id) => this.lists.next(id, this.#wish, () => this.#openMeetings([id])),
          onToggle: (id, open) => this.#toggle(id, open),
          onChoose: (one, on) => {
            this.#choose(one, on);
            this.#focus(() => this.count);
          },
          onClear: () => this.#clearFilters(),
        })}
      </div>`;
  }

  get #wish(): { guided: GuidedState | null; chosen: ReadonlySet<FilterChoice> } {
    const { guided, chosen } = this;
    return { guided, chosen };
  }

  #renderUpcoming(results: Results): unknown {
    const first = shownFirst(results);
    return this.lists.upcoming(first, this.#wish, () => this.#openMeetings(first.map(({ id }) => id)));
  }

  #openMeetings(groups: readonly string[]): void {
    this.#cameFrom = groups.length === 1 ? groups[0]! : '';
    this.lists.lookFor(groups, this.#wish);
    this.#open('meetings');
  }

  #renderSearch(view: View, results: Results, closedParts: number): TemplateResult {
    const { t } = view;
    return html`<div class="row no-print">
        <button type="button" class="button" @click=${() => this.#guide(this.#shown.start())}>
          ${t('guided-start')}
        </button>
        ${
          this.#shown.daily(view, results).length > 0
            ? html`<button type="button" class="button quiet" @click=${() => this.#open('tonight')}>
                ${t('tonight')}
              </button>`
            : nothing
        }
      </div>
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
      })}`;
  }

  #renderQuestion(view: View): unknown {
    const guided = this.guided!;
    return guidedQuestion(view, guided, this.#shown.available(view), this.local.content.catalog(), {
      onStep: (state) => this.#guide(state),
      onLeave: () => this.#guide(null),
    });
  }

  #renderHandout(view: View, results: Results): TemplateResult {
    const { handout } = this;
    const groups = this.#shown.handedOut(view, results, this.picks);
    handout.state = this.lists.onPaper(handout.state, groups, this.#wish);
    const second = handout.second(view);
    return html`${handoutView(view, {
      groups,
      second,
      state: handout.state,
      languages: handout.languages(view),
      calendar: handout.hasCalendar,
      onChange: (state) => handout.change(state),
      onPrint: handout.print,
      onCopy: (text) => void this.#copy(text),
      onCalendar: () => handout.calendar(view, groups),
      onSend: (action) => this.dispatchEvent(new HandoutEvent(action)),
      onClose: () => this.#open('groups'),
    })}
    ${sheetView(view, second, groups, handout.state, handout.qr, results)}`;
  }

  #renderTray(view: View, results: Results): unknown {
    const picks = this.#shown.picked(view, this.picks);
    const onHandout = this.noHandout ? null : () => this.#open('handout');
    if (picks.length > 0) {
      return trayView(view, {
        picks,
        onCompare: this.noCompare ? null : () => this.#open('compare'),
        onHandout,
        onClear: () => {
          this.handout.erase();
          this.#pick([]);
          this.#focus(() => this.viewTitle ?? this.count);
        },
      });
    }
    return onHandout && this.guided && shownFirst(results).length > 0
      ? html`<p class="no-print">
          <button type="button" class="button quiet" @click=${onHandout}>${view.t('picks-handout')}</button>
        </p>`
      : nothing;
  }

  #renderFooter(view: View, results: Results | undefined): unknown {
    if (this.page === 'handout') return nothing;
    const shown =
      this.page === 'compare'
        ? this.#shown.picked(view, this.picks)
        : !results
          ? []
          : this.page === 'tonight'
            ? this.#shown.daily(view, results)
            : shownFirst(results);
    const all = this.#shown.available(view);
    return finderFooter(view, shown.length === 0 && results ? all : shown, all);
  }

  get #forFamily(): boolean {
    return this.guided
      ? this.guided.answers.get('who')?.[0] === 'family'
      : this.chosen.has('audience:family');
  }

  #pickOptions(id: string): PickOptions {
    const picked = this.picks.includes(id);
    return {
      picked,
      full: this.picks.length >= MOST_PICKS,
      onPick: (now) => this.#pick(now ? [...this.picks, id] : this.picks.filter((one) => one !== id)),
      onGo: () => this.tray?.focus(),
    };
  }

  #pick(picks: readonly string[]): void {
    this.picks = picks;
    this.announcer.say(this.view.t('announce-picks', { n: picks.length }));
  }

  /** Shows another step of the guided choice, or leaves it. */
  #guide(guided: GuidedState | null): void {
    this.guided = guided;
    this.#open('groups');
    // What was found before is no news at a question.
    if (guided && guided.step !== 'result') this.announcer.say('');
    else this.#announce();
  }

  #startOver(): void {
    this.#forget();
    this.#guide(this.#shown.start());
  }

  /** Where the page owner lets it begin. */
  #toStart(): void {
    const guided = oneOf(this, 'start', this.start, ['browse', 'guided'], 'browse') === 'guided';
    this.guided = guided ? this.#shown.start() : null;
  }

  /** Nothing is left of what was said. */
  #forget(): void {
    this.handout.erase();
    this.picks = [];
    this.opened = new Set();
    this.typed = '';
    this.meant = new Map();
    this.chosen = new Set();
    for (const filter of PRESETS) this.#preset(filter, this[filter]);
  }

  #open(page: Page): void {
    const from = this.page;
    this.page = page;
    if (page === 'handout') this.handout.open();
    else if (from === 'handout') this.handout.close();
    this.#focus(() => {
      if (page === 'groups' && from === 'meetings')
        return this.renderRoot.querySelector<HTMLElement>(`[data-all="${this.#cameFrom}"]`) ?? this.viewTitle;
      return page === 'groups' && (from === 'compare' || from === 'handout')
        ? (this.tray ?? this.viewTitle ?? this.count)
        : (this.viewTitle ?? this.count);
    });
  }

  async #copy(text: string): Promise<void> {
    const copied = await this.handout.copy(text);
    if (copied) this.announcer.say(this.view.t('handout-copied'));
    else this.#focus(() => this.renderRoot.querySelector<HTMLElement>('#handout-text'));
  }

  #type(text: string): void {
    this.typed = text;
    this.#announce();
  }

  #clearSearch(): void {
    this.meant = new Map();
    this.#type('');
    this.searchBox?.focus();
  }

  #answer(phrase: string, meaning: Meaning): void {
    this.meant = new Map(this.meant).set(phrase, meaning);
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
    this.#focus(() => this.count);
  }

  /** The button that was used is gone; the focus goes to what it did. */
  #focus(target: () => HTMLElement | null): void {
    void this.updateComplete.then(() => target()?.focus());
  }

  #toggle(id: string, open: boolean): void {
    if (open === this.opened.has(id)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(id);
    else opened.delete(id);
    this.opened = opened;
    if (open) this.dispatchEvent(new GroupOpenEvent(id));
  }

  /** Sets a filter to what the page owner wrote. */
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
