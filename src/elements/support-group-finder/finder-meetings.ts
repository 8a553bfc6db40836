import { html, render, type TemplateResult } from 'lit';
import type { FilterChoice } from '../../domain/groups/filters.js';
import type { Group } from '../../domain/groups/types.js';
import type { Way } from '../../domain/meetings/query.js';
import { heading } from '../shared/heading.js';
import { MeetingsController } from '../shared/meetings.js';
import type { SupportElement, View } from '../shared/support-element.js';
import type { GuidedState } from './guided/guided-choice.js';
import { changed, hasMeetings, type HandoutState } from './handout/handout.js';

/** Meetings below the result of the guided choice. */
const UPCOMING = 5;
/** Meetings of one group on a handout. */
const ON_PAPER = 3;
const WAYS = ['in-person', 'online', 'phone'] as const satisfies readonly Way[];

/** What of the visitor's choices is about ways to attend. */
interface Chosen {
  readonly guided: GuidedState | null;
  readonly chosen: ReadonlySet<FilterChoice>;
}

/** The meeting lists of a finder, if the page gives any: on cards, below a result, on a page of their own, on paper. */
export class FinderMeetings {
  readonly #feeds: MeetingsController;
  /** What the lists said for each group when it was last put on paper. */
  readonly #onPaper = new Map<string, string>();

  constructor(
    host: SupportElement,
    view: () => View,
    say: (text: string) => void,
    groupName: (id: string) => string | null,
  ) {
    this.#feeds = new MeetingsController(host, { view, say, render, groupName });
  }

  /** Rows of the lists that cannot be shown. */
  get problems(): MeetingsController['problems'] {
    return this.#feeds.problems;
  }

  /** What somebody typed to find a meeting. */
  get typed(): string {
    return this.#feeds.panel?.query.text ?? '';
  }

  /** What the card of a group says. */
  next(group: string, chosen: Chosen, onAll: () => void): { key: string; view: TemplateResult } | null {
    return this.#feeds.panel?.nextMeeting(group, waysOf(chosen), onAll) ?? null;
  }

  /** Real meetings below the result of the guided choice. */
  upcoming(groups: readonly Group[], chosen: Chosen, onAll: () => void): unknown {
    // For somebody who cares about a person who uses, a meeting of those who use is no way on.
    const family = chosen.guided?.answers.get('who')?.[0] === 'family';
    const meant = family ? groups.filter(({ audience }) => !audience.includes('self')) : groups;
    return this.#feeds.panel?.upcoming(
      meant.map(({ id }) => id),
      waysOf(chosen),
      UPCOMING,
      onAll,
    );
  }

  /** Looks for the meetings of some groups only. */
  lookFor(groups: readonly string[], chosen: Chosen): void {
    const { panel } = this.#feeds;
    panel?.setQuery({ ...panel.query, groups, ways: waysOf(chosen) });
  }

  /** Nothing stays of what was typed and chosen. */
  forget(): void {
    this.#feeds.panel?.forget();
    this.#onPaper.clear();
  }

  /** The page with all meetings. */
  page(view: View, onBack: () => void): TemplateResult {
    return html`<section class="stack" aria-labelledby="view-title">
      ${heading(view.level + 1, view.t('meetings-title'), { id: 'view-title', look: 'section-title', focusable: true })}
      <button type="button" class="button quiet no-print" @click=${onBack}>${view.t('guided-back')}</button>
      <div>${this.#feeds.panel?.render()}</div>
    </section>`;
  }

  /** The handout with the next meetings of groups that nobody has written any for. */
  onPaper(state: HandoutState, groups: readonly Group[], chosen: Chosen): HandoutState {
    const { panel } = this.#feeds;
    if (!panel) return state;
    const meetings = new Map(state.meetings);
    let news = false;
    for (const group of groups) {
      const own = JSON.stringify(meetings.get(group.id));
      // What somebody wrote stays; what came from a list is made anew, as lists and wishes change.
      if (!hasMeetings(group) || (own !== undefined && own !== this.#onPaper.get(group.id))) continue;
      const times = panel
        .nextTimes(group.id, waysOf(chosen), ON_PAPER)
        .map(({ start, place }) => ({ start, place }));
      const now = JSON.stringify(times);
      if (times.length === 0 || now === own) continue;
      meetings.set(group.id, times);
      this.#onPaper.set(group.id, now);
      news = true;
    }
    return news ? changed(state, { meetings }) : state;
  }
}

/** How somebody wants to take part. */
function waysOf({ guided, chosen }: Chosen): Way[] {
  const asked = guided?.answers.get('attendance') ?? [];
  return WAYS.filter((way) => asked.includes(way) || chosen.has(`attendance:${way}`));
}
