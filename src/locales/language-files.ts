import { hasLanguage, knownLanguages, languagesFor } from './messages.js';

/** Fetches the words of a language and adds them. */
export type LanguageLoader = (language: string) => Promise<unknown>;

/** By language in small letters: how it is written, and how to get it. */
const loaders = new Map<string, readonly [language: string, load: LanguageLoader]>();
const asked = new Map<string, Promise<void>>();

/**
 * Says which languages can be had from a file. None is fetched before a page in that language asks for it.
 * @param languages Language tags, such as `es`.
 */
export function offerLanguages(languages: readonly string[], load: LanguageLoader): void {
  for (const language of languages) loaders.set(language.toLowerCase(), [language, load]);
}

/** All languages that can be shown: those that are here, and those that a file holds. */
export const languagesToHave = (): string[] => [...new Set([...knownLanguages(), ...loaders.keys()])];

/**
 * Asks for the words that a page in this language needs, where they are not here yet. It settles in any case; the same
 * file is asked for once.
 * @param tag The language tag of the page, such as `es-MX`.
 * @returns null where there is nothing to wait for.
 */
export function wordsFor(tag: string): Promise<void> | null {
  for (const language of languagesFor(tag)) {
    // Single words that the page brought along do not make the file needless.
    const offered = loaders.get(language);
    if (offered) return ask(...offered);
    if (hasLanguage(language)) return null;
  }
  return null;
}

function ask(language: string, load: LanguageLoader): Promise<void> {
  let answer = asked.get(language);
  if (!answer) {
    answer = load(language).then(
      () => undefined,
      (error: unknown) => {
        console.warn(
          `support-group-elements: the words for "${language}" could not be loaded, so English is shown. ` +
            `Put support-group-elements.words.${language}.js beside the module, ` +
            `or use support-group-elements.${language}.js, which needs no second file.`,
          error,
        );
      },
    );
    asked.set(language, answer);
  }
  return answer;
}
