/** The content of the built module, for Node: the same data, words and rules that the elements use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is needed of the plain modules; names do not collide. */
const MODULES = [
  'languages',
  'content/crisis',
  'content/groups',
  'content/language',
  'content/programs',
  'content/search',
  'content/words',
  'domain/groups/filters',
  'domain/groups/sections',
  'domain/links/safe-url',
  'domain/safety/confirmed',
  'domain/schedule/freshness',
  'elements/shared/crisis-view',
  'elements/shared/group-view',
  'elements/support-group-finder/results',
  'locales/messages',
  'locales/translator',
];

/** A build is missing; the message says what to do. */
export class NoBuild extends Error {}

/**
 * The library in a folder with a finished build.
 * @param dist The folder, such as `dist`.
 */
export async function loadLibrary(dist) {
  const manifest = join(dist, 'custom-elements.json');
  if (!existsSync(manifest) || !existsSync(join(dist, 'modules/index.js')))
    throw new NoBuild(`There is no build in ${dist}. Run \`npm run build\` first.`);
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const library = Object.assign(
    {},
    ...(await Promise.all(MODULES.map((name) => load(`modules/${name}.js`)))),
  );
  for (const language of library.LANGUAGES) {
    const { ui, meetings, ...content } = (await load(`support-group-elements.words.${language}.js`)).default;
    library.addWords(language, content);
    library.addMessages(language, { ...meetings, ...ui });
  }
  const tags = new Map();
  for (const { declarations = [] } of JSON.parse(readFileSync(manifest, 'utf8')).modules)
    for (const { tagName, attributes = [] } of declarations) if (tagName) tags.set(tagName, attributes);
  return { ...library, tags };
}

/**
 * What the elements call a view: words in one language, the country, and the present moment.
 * @param lang A language tag such as `es-MX`.
 * @param country A code such as `US`; null where it is not known.
 */
export function viewOf(library, { lang, country, now }) {
  const language = library.nearestLanguage(lang);
  return {
    language,
    now,
    t: library.translatorFor(language, lang),
    country: library.countriesIn(language).find(({ code }) => code === country) ?? null,
  };
}
