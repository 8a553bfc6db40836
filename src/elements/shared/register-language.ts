import { addWords, type Words } from '../../content/words.js';
import { languagesChanged } from '../../controllers/locale-controller.js';
import { offerLanguages } from '../../locales/language-files.js';
import { addMessages, type Messages } from '../../locales/messages.js';

/** The words of one language, file by file; what is missing is shown in English. */
export type LanguageWords = Partial<Words> & {
  readonly ui?: Partial<Messages>;
  /** Those of meeting lists. */
  readonly meetings?: Partial<Messages>;
};

/**
 * Adds a language. Elements speak it where the page around them is in it (`lang`).
 * @param language A language tag, such as `es`.
 */
export function registerLanguage(language: string, words: LanguageWords): void {
  add(language, words, false);
}

function add(language: string, { ui, meetings, ...content }: LanguageWords, beneath: boolean): void {
  addWords(language, content, beneath);
  addMessages(language, { ...meetings, ...ui }, beneath);
  languagesChanged();
}

/**
 * Says which languages can be had from a file. Elements that are here already ask for theirs.
 * @param languages Language tags, such as `es`.
 */
export function offerLanguageFiles(
  languages: readonly string[],
  load: (language: string) => Promise<LanguageWords>,
): void {
  offerLanguages(languages, async (language) => add(language, await load(language), true));
  languagesChanged();
}
