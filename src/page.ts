/**
 * The entry of the one file for pages: everything in index.ts, and other languages from a file beside it, which is
 * asked for by pages in that language only. Bundlers take index.ts and import the words that they want.
 */
import { offerLanguageFiles, type LanguageWords } from './elements/shared/register-language.js';
import { LANGUAGES } from './languages.js';

export * from './index.js';

offerLanguageFiles(LANGUAGES, async (language) => {
  const { search } = new URL(import.meta.url);
  // With the module's own query, so that a new version is not served with old words from a cache.
  const address = new URL(`support-group-elements.words.${language}.js${search}`, import.meta.url).href;
  const { default: words } = (await import(address)) as { default: LanguageWords };
  return words;
});
