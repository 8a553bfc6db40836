import { englishTypes, typeFacts } from '../content/meeting-types.js';
import type { TypeCategory } from '../domain/meetings/type-table.js';
import { fold } from '../domain/meetings/fold.js';
import type { TypeWords } from '../elements/shared/meetings.js';

/** The words for types of meetings in one language. */
export class TypeNames {
  readonly #words: TypeWords;

  constructor(words: TypeWords) {
    this.#words = words;
  }

  /** What a type is called; a code that nobody knows is shown as it is. */
  name(type: string): string {
    if (type.startsWith('=')) return type.slice(1);
    return this.#words.types?.[type]?.name ?? englishTypes.types[type]?.name ?? type;
  }

  /** What a type means; '' where its name says it. */
  meaning(type: string): string {
    const own = this.#words.types?.[type];
    return own ? (own.text ?? '') : (englishTypes.types[type]?.text ?? '');
  }

  category(type: string): TypeCategory {
    return typeFacts.categoryOf.get(type) ?? 'other';
  }

  categoryName(category: TypeCategory): string {
    return this.#words.categories?.[category] ?? englishTypes.categories[category];
  }

  /** The name, so that a search finds it. */
  folded(type: string): string {
    return fold(this.name(type));
  }
}
