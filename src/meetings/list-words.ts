import { typeFacts, typeTable } from '../content/meeting-types.js';
import type { TypeTable } from '../domain/feeds/types.js';
import type { Labels } from '../domain/meetings/find.js';
import { fold } from '../domain/meetings/fold.js';
import type { MeetingList } from '../domain/meetings/list.js';
import type { MeetingHost, TypeWords } from '../elements/shared/meetings.js';
import { TypeNames } from './type-names.js';

const isWhole = (words: TypeWords): words is NonNullable<Parameters<typeof typeTable>[1]> =>
  'types' in words && 'categories' in words;

/** What a list is called in the language of the page: for its rows, for a search, and for codes that are written out. */
export class ListWords {
  readonly #host: MeetingHost;
  #made: { language: string; words: TypeWords; names: TypeNames } | null = null;

  constructor(host: MeetingHost) {
    this.#host = host;
  }

  get names(): TypeNames {
    const { language } = this.#host.view();
    const words = this.#host.typeWords(language);
    if (this.#made?.language !== language || this.#made.words !== words)
      this.#made = { language, words, names: new TypeNames(words) };
    return this.#made.names;
  }

  /** What the codes of a group's lists mean. */
  tableOf(group: string): TypeTable {
    const words = this.#host.typeWords(this.#host.view().language);
    return typeTable(group, isWhole(words) ? words : undefined);
  }

  /** What the columns of a list say in words, so that a search finds it. */
  labelsOf(list: MeetingList): Labels {
    const { t } = this.#host.view();
    const { names } = this;
    const ways = { 'in-person': '', online: t('meetings-search-online'), phone: '' } as const;
    return {
      types: list.types.map((type) =>
        fold([names.name(type), ...(typeFacts.namesOf.get(type) ?? [])].join(' ')),
      ),
      groups: list.groups.map((id) => fold(`${id} ${this.#host.groupName(id) ?? ''}`)),
      days: [1, 2, 3, 4, 5, 6, 7].map((day) => fold(t.weekday(day))),
      ways: (['in-person', 'online', 'phone'] as const).map((way) =>
        fold(`${t(`meetings-filter-${way}`)} ${ways[way]}`),
      ),
      today: fold(t('meetings-search-today')),
      tomorrow: fold(t('meetings-search-tomorrow')),
      skipped: new Set(fold(t('meetings-search-skipped')).split(' ')),
      isLanguage: list.types.map((type) => typeFacts.categoryOf.get(type) === 'language'),
    };
  }
}
