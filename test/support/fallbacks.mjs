/** What the checks of fallbacks share: making them out of the build, and reading them. */
import { FALLBACKS, fallback } from '../../scripts/lib/fallback/fallback.mjs';
import { loadLibrary } from '../../scripts/lib/fallback/library.mjs';
import { readOptions } from '../../scripts/lib/fallback/options.mjs';
import { parse } from './html.mjs';
import { exists, inRoot, none, readJson } from './project.mjs';

export const skip = !exists('dist/modules/index.js') && 'no build: run `npm run build`';
export const NOW = new Date('2026-11-25T12:00:00Z');
export const library = skip ? null : await loadLibrary(inRoot('dist'));

export const make = (tag, ...args) => fallback(library, readOptions(library, [tag, ...args]), NOW);

/** What an element needs to show anything. */
export const NEEDED = {
  'support-group-card': ['--group', 'na'],
  'support-group-comparison': ['--groups', 'na smart lifering sos'],
  'recovery-guide': ['--topic', 'first-meeting'],
};
export const COUNTRIES = [
  [],
  ['--country', 'us'],
  ['--country', 'gb'],
  ['--country', 'ie'],
  ['--country', 'br'],
];

/** Every element in each language, form and some countries: `[name, html, form]`. */
export function* all() {
  for (const tag of Object.keys(FALLBACKS))
    for (const lang of ['en', 'es', 'en-GB'])
      for (const country of COUNTRIES)
        for (const form of ['inline', 'lists']) {
          const args = ['--lang', lang, ...country, '--form', form, ...(NEEDED[tag] ?? [])];
          yield [`${tag} ${args.join(' ')}`, make(tag, ...args), form];
        }
}

/** Findings over all of them. */
export function over(check) {
  const findings = [];
  for (const [name, html, form] of all())
    for (const one of check(html, form, name)) findings.push(`${name}: ${one}`);
  none(findings.slice(0, 20), 'Fallbacks that break a promise:');
}

export const plainText = (html) => parse(html.replaceAll('<br>', ' ')).text.replace(/\s+/g, ' ');
export const lacks = (html, wanted) => {
  const there = plainText(html);
  return wanted.map((one) => one.replace(/\s+/g, ' ')).filter((one) => !there.includes(one));
};
export const hasAll = (html, wanted) => none(lacks(html, wanted), 'Missing:');

export const words = (file, lang = 'en') => readJson(`data/text/${lang}/${file}.json`);
export const digits = (number) => number.replace(/[^\d+*#,]/g, '');
export const confirmed = (one) => one.confirmed !== false;
