/** The plugins of rollup.config.mjs and of the checks that bundle something themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { compile } from './compile.mjs';
import { contentModules } from './content-modules.mjs';
import { litAsGuest } from './lit-as-guest.mjs';
import { ORDER } from './module-order.mjs';
import { umdModules } from './umd-modules.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);
export const pkg = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

export const banner = `/*! support-group-elements ${pkg.version} MIT. Contains Lit (lit.dev), Copyright Google LLC, BSD-3-Clause, and fastest-levenshtein, MIT: see THIRD-PARTY-NOTICES.md */`;
export const handoutBanner = `/*! support-group-elements ${pkg.version} MIT. Contains lean-qr, Copyright David Evans, MIT, and ical-generator, Copyright Sebastian Pekarek, MIT: see THIRD-PARTY-NOTICES.md */`;
export const csvBanner = `/*! support-group-elements ${pkg.version} MIT. Contains Papa Parse, Copyright Matthew Holt, MIT: see THIRD-PARTY-NOTICES.md */`;
export const calendarBanner = `/*! support-group-elements ${pkg.version} MIT. Contains ical.js, MPL-2.0 (source: https://github.com/kewisch/ical.js): see THIRD-PARTY-NOTICES.md */`;
export const meetingsBanner = `/*! support-group-elements ${pkg.version} MIT: see THIRD-PARTY-NOTICES.md */`;

/** Of a file that holds all of it. */
export const completeBanner = [banner, handoutBanner, csvBanner, calendarBanner].join('\n');

/** What stands in data/ for those who edit and check it, and never ships. In data/text/ a `note` is for visitors. */
export function stripped(value, file) {
  if (file.split(sep).includes('text')) {
    const { $schema: _, ...words } = value;
    return words;
  }
  const strip = (part) => {
    if (Array.isArray(part)) return part.map(strip);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([key]) => key !== 'sources' && key !== '$schema' && key !== 'note')
        // The languages of a group are for editors, until an element shows them; those of a help line are shown.
        .filter(([key]) => !(key === 'languages' && file === 'groups.json'))
        // When the view on medicine was looked up is for editors: what is shown is as old as the group's own date.
        .map(([key, inner]) => [key, strip(key === 'medicine' ? { ...inner, checked: undefined } : inner)]),
    );
  };
  return strip(value);
}

/** Takes sources and notes out of every file of data/. Has to stand before json(). */
export function stripContent(folder = inRoot('data')) {
  return {
    name: 'strip-content',
    transform(code, id) {
      if (!id.endsWith('.json') || !id.startsWith(folder + sep)) return null;
      return {
        code: JSON.stringify(stripped(JSON.parse(code), relative(folder, id))),
        map: { mappings: '' },
      };
    },
  };
}

/** What stands in a file of its own beside a single file, by its entry in src/. */
export const BESIDE = {
  'handout-tools': 'support-group-elements.handout.js',
  'meetings/index': 'support-group-elements.meetings.js',
  'csv-tools': 'support-group-elements.csv.js',
  'calendar-tools': 'support-group-elements.calendar.js',
  'local-groups-tools': 'support-group-elements.local-groups.js',
};
const LOADER = /[\\/]shared[\\/](?:handout-tools|meeting-tools|feed-readers|local-groups-tools)\.[jt]s$/;

/**
 * In a single file these are loaded from beside it when somebody needs them, with the module's own query, so that a new
 * version is not served with an old file from a cache.
 */
export function filesBeside() {
  return {
    name: 'files-beside',
    resolveDynamicImport(specifier, importer) {
      if (!LOADER.test(importer)) return null;
      const file = BESIDE[specifier.replace(/^(?:\.\.\/)+|\.js$/g, '')];
      if (!file) this.error(`${importer} loads ${specifier}, which BESIDE has no file for`);
      return { id: file, external: true };
    },
    renderDynamicImport: ({ moduleId }) =>
      LOADER.test(moduleId)
        ? {
            // Inside a promise: an address that is none (the module may come from a blob) is a failure like others.
            left: 'Promise.resolve().then(() => import(new URL(',
            right: ' + new URL(import.meta.url).search, import.meta.url).href))',
          }
        : null,
  };
}

const LIT_OF_HOST = '\0lit-of-host';
/** What makes a template, without what draws it (checked against Lit in test/checks/package.check.mjs). */
export const LIT_TEMPLATES = `
export const nothing = Symbol.for('lit-nothing');
export const html = (strings, ...values) => ({ _$litType$: 1, strings, values });
export const css = (strings) => ({ cssText: strings[0] });
export const ifDefined = (value) => value ?? nothing;
`;

/** A file beside the module makes templates and styles; Lit, which draws them, is in the module. */
export function litOfHost() {
  return {
    name: 'lit-of-host',
    resolveId(id) {
      if (id === 'lit' || id === 'lit/directives/if-defined.js') return LIT_OF_HOST;
      if (/^@?lit\b/.test(id)) this.error(`${id} may not stand in a file beside the module`);
      return null;
    },
    load: (id) => (id === LIT_OF_HOST ? LIT_TEMPLATES : null),
  };
}

/** Content of the one module has no place in a file beside it: it would be there twice. */
export function noContent(allowed) {
  return {
    name: 'no-content',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {}))
          if (/[\\/]data[\\/].*\.json$/.test(id) && renderedLength > 0 && !allowed.test(id))
            this.error(`${relative(root, id)} is in ${chunk.fileName}, and in the module too`);
    },
  };
}

const HELPERS = '\0compiler-helpers';

/** TypeScript's helper for decorators without what ours (src/elements/shared/decorators.ts) do not need; another helper fails the build. */
export function shortHelpers() {
  return {
    name: 'short-helpers',
    resolveId: (id) => (id === 'tslib' ? { id: HELPERS, moduleSideEffects: false } : null),
    load: (id) =>
      id === HELPERS
        ? 'export const __decorate = (decorators, prototype, name) => { for (const decorate of decorators) decorate(prototype, name); };'
        : null,
  };
}

/** Puts the modules in the order of module-order.mjs: the entry imports them all first. They do nothing but define. */
export function modulesInOrder() {
  const entry = inRoot('src/index.ts');
  return {
    name: 'modules-in-order',
    transform(code, id) {
      if (id !== entry) return null;
      const lost = ORDER.filter((name) => !existsSync(inRoot('src', `${name}.ts`)));
      if (lost.length > 0)
        this.error(`not in src/, so take it out of scripts/lib/module-order.mjs: ${lost.join(', ')}`);
      return { code: ORDER.map((name) => `import './${name}.js';`).join('') + code, map: null };
    },
  };
}

/** Circular imports and everything that points to a mistake fail the build. */
export function onwarn(warning, warn) {
  const fatal = ['CIRCULAR_DEPENDENCY', 'UNRESOLVED_IMPORT', 'MISSING_EXPORT', 'PLUGIN_WARNING'];
  if (fatal.includes(warning.code) && !warning.ids?.every((id) => id.includes('node_modules'))) {
    throw new Error(`${warning.code}: ${warning.message}`);
  }
  warn(warning);
}

export const minifyLiterals = (include = ['src/**/*.ts']) =>
  literalsHtmlCssMinifier({ include, failOnError: true });
export const resolvePackages = () => [resolve({ exportConditions: ['production'] }), umdModules()];
export const jsonModules = () => json({ compact: true, namedExports: false, preferConst: true });

/** Two passes, simple functions only put where they are called, operands as written: more of it gives less code, but a larger file after gzip. */
export const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2, inline: 1, lhs_constants: false },
    format: { comments: /^!/ },
  });

/** Plugins of a single file for pages; a complete one holds what otherwise stands beside it. */
export const singleFilePlugins = (complete = false) => [
  minifyLiterals(), // before TypeScript: it parses TypeScript itself
  resolvePackages(),
  litAsGuest(),
  stripContent(),
  contentModules(),
  ...(complete ? [] : [filesBeside()]),
  shortHelpers(),
  modulesInOrder(),
  compile(),
  minify(),
];

export const camelCase = (name) => name.replace(/-+(\w)/g, (_, letter) => letter.toUpperCase());

/** The folders of data/text/ other than English. */
export const languages = (folder = inRoot('data/text')) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map((entry) => entry.name)
    .sort();

const ENTRY = '\0language-entry:';

/** A bundle that starts from a source made here, with the words of one language. */
function wordsEntry({ language, folder, file, source, plugins, notice = banner }) {
  return {
    input: ENTRY + language,
    output: { file, format: 'es', sourcemap: true, inlineDynamicImports: true, banner: notice },
    plugins: [
      {
        name: 'language-entry',
        resolveId: (id) => (id.startsWith(ENTRY) ? { id, moduleSideEffects: true } : null),
        load: (id) => (id.startsWith(ENTRY) ? source : null),
      },
      {
        // Words that stand outside data/ (a check builds such a language) carry no sources either.
        name: 'language-words',
        transform: (code, id) =>
          id.endsWith('.json') && id.startsWith(folder)
            ? {
                code: JSON.stringify(stripped(JSON.parse(code), join('text', language))),
                map: { mappings: '' },
              }
            : null,
      },
      ...plugins,
    ],
    onwarn,
  };
}

/** The files of a folder of words: their import lines, and the object that holds them all. */
function wordsOf(folder) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => name.slice(0, -'.json'.length));
  return {
    imports: names.map(
      (name) => `import ${camelCase(name)} from ${JSON.stringify(join(folder, `${name}.json`))};`,
    ),
    object: `{ ${names.map(camelCase).join(', ')} }`,
  };
}

/** A complete single file in one more language: all words of `folder` are handed to registerLanguage(). */
export function languageBundle({ language, folder, file }) {
  const { imports, object } = wordsOf(folder);
  const index = JSON.stringify(inRoot('src/index.ts'));
  const source = [
    ...imports,
    `import { registerLanguage } from ${index};`,
    `registerLanguage(${JSON.stringify(language)}, ${object});`,
    `export * from ${index};`,
  ].join('\n');
  // It is for policies that let nothing else load.
  return wordsEntry({
    language,
    folder,
    file,
    source,
    plugins: singleFilePlugins(true),
    notice: completeBanner,
  });
}

/** The words of one language as a module of their own. */
export function wordsBundle({ language, folder, file }) {
  const { imports, object } = wordsOf(folder);
  const source = [...imports, `export default ${object};`].join('\n');
  return wordsEntry({
    language,
    folder,
    file,
    source,
    plugins: [contentModules(), minify()],
  });
}
