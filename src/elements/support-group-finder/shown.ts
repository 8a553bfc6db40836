import { catalog } from '../../content/search.js';
import type { Library } from '../../domain/groups/local.js';
import { meetsDaily } from '../../domain/groups/reasons.js';
import { ATTENDANCES, type Group } from '../../domain/groups/types.js';
import { oneOf, someOf } from '../shared/attributes.js';
import type { View } from '../shared/support-element.js';
import { startWith, type GuidedState } from './guided/guided-choice.js';
import type { LocalGroups } from './local-groups.js';
import { ON_ONE_PAGE } from './picks.view.js';
import { allOf, resultsFor, shownFirst, type Results, type Wish } from './results.js';

/** What the page owner wrote on the finder. */
type Attributes = Readonly<
  Record<'groups' | 'exclude' | 'audience' | 'substance' | 'attendance', string | null>
>;

/** What a visitor said. */
type Said = Pick<Wish, 'typed' | 'guided' | 'answers' | 'chosen'>;

/** Which groups the finder shows, by its attributes and by what a visitor said. */
export class Shown {
  readonly #host: Element & Attributes;
  readonly #local: LocalGroups;
  #memo: { from: readonly unknown[]; results: Results } | undefined;

  constructor(host: Element & Attributes, local: LocalGroups) {
    this.#host = host;
    this.#local = local;
  }

  /** The groups that the page owner lets in. */
  available({ language }: View): readonly Group[] {
    const library = this.#local.content.library(language);
    const only = this.#named('groups', library);
    const exclude = this.#named('exclude', library);
    return (only.length > 0 ? only.flatMap((id) => library.byId.get(id) ?? []) : library.list).filter(
      ({ id }) => !exclude.includes(id),
    );
  }

  /** The results, made anew only where something has changed: a slice of rows changes none of it. */
  results(view: View, said: Said): Results {
    const { groups, exclude, substance } = this.#host;
    const { content } = this.#local;
    const from = [view.t, view.country, ...Object.values(said), groups, exclude, substance, content];
    if (!this.#memo || from.some((one, i) => one !== this.#memo!.from[i])) {
      const results = resultsFor(view.language, {
        ...said,
        country: view.country?.code ?? null,
        available: this.available(view),
        ordered: this.#named('groups', content.library(view.language)).length > 0,
        substance: this.#substance,
        content,
      });
      this.#memo = { from, results };
    }
    return this.#memo.results;
  }

  /** Groups that meet online every day: of those that are shown, else of all that the page owner lets in. */
  daily(view: View, results: Results): readonly Group[] {
    const shown = allOf(results).filter(meetsDaily);
    return shown.length > 0 ? shown : this.available(view).filter(meetsDaily);
  }

  picked(view: View, picks: readonly string[]): Group[] {
    const available = this.available(view);
    return picks.flatMap((id) => available.find((group) => group.id === id) ?? []);
  }

  /** What goes on a handout: what was picked, else the first groups; for relatives, one for each aim. */
  handedOut(view: View, results: Results, picks: readonly string[]): readonly Group[] {
    const picked = this.picked(view, picks);
    if (picked.length > 0) return picked;
    const { aims } = results;
    const first =
      aims.length > 1 ? aims.flatMap(({ groups }) => groups[0]?.group ?? []) : shownFirst(results);
    return first.slice(0, ON_ONE_PAGE);
  }

  /** Where the guided choice begins. */
  start(): GuidedState {
    const { audience, attendance } = this.#host;
    return startWith({
      audience: someOf(this.#host, 'audience', audience, ['self', 'family']),
      substance: this.#substance,
      attendance: someOf(this.#host, 'attendance', attendance, ATTENDANCES),
    });
  }

  get #substance(): string | null {
    return oneOf(this.#host, 'substance', this.#host.substance, [...catalog().substances.keys()], null);
  }

  /** The groups that an attribute names. */
  #named(attribute: 'groups' | 'exclude', { byId }: Library): string[] {
    const value = this.#host[attribute];
    // What nobody knows yet may be in the file that is on its way.
    return this.#local.pending
      ? (value ?? '').split(/[^\w-]+/).filter((id) => byId.has(id))
      : someOf(this.#host, attribute, value, [...byId.keys()]);
  }
}
