import { englishTypes, typeFacts } from '../content/meeting-types.js';
import type { TypeCategory } from '../domain/meetings/type-table.js';
import type { TypeWords } from '../elements/shared/meetings.js';

/** What a list writes for a type may be the name of anything that every object has, such as `constructor`. */
const ownOf = <T>(words: Readonly<Record<string, T>> | undefined, type: string): T | undefined =>
  words && Object.hasOwn(words, type) ? words[type] : undefined;

/** The words for types of meetings in one language. */
export class TypeNames {
  readonly #words: TypeWords;

  constructor(words: TypeWords) {
    this.#words = words;
  }

  /** What a type is called; a code that nobody knows is shown as it is. */
  name(type: string): string {
    if (type.startsWith('=')) return type.slice(1);
    return ownOf(this.#words.types, type)?.name ?? ownOf(englishTypes.types, type)?.name ?? type;
  }

  /** What a type means; '' where its name says it. */
  meaning(type: string): string {
    const own = ownOf(this.#words.types, type);
    return own ? (own.text ?? '') : (ownOf(englishTypes.types, type)?.text ?? '');
  }

  category(type: string): TypeCategory {
    return typeFacts.categoryOf.get(type) ?? 'other';
  }

  categoryName(category: TypeCategory): string {
    return this.#words.categories?.[category] ?? englishTypes.categories[category];
  }
}
