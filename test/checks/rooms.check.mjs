/**
 * The rooms of src/ and the arrows between them. Each import line is read; any arrow that is not allowed fails
 * with file, import and rule.
 */
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { exists, filesIn, foldersIn, none, read } from '../support/project.mjs';

const LIT = /^(lit|@lit)(\/|$)/;

/** Per room: rooms it may import (`later`: by import() only), packages it may import, and one sentence for whoever breaks the rule. */
const ROOMS = {
  domain: {
    rooms: [],
    packages: /^fastest-levenshtein$/,
    rule: 'domain is pure: it imports nothing but itself and fastest-levenshtein',
  },
  content: {
    rooms: ['domain'],
    data: /^data\//,
    packages: null,
    rule: 'content imports domain and data/, nothing else',
  },
  locales: {
    rooms: [],
    types: ['domain'],
    data: /^data\/text\/[^/]+\/(ui|meetings)\.json$/,
    packages: null,
    rule: 'locales imports data/text/*/ui.json, types of data/text/*/meetings.json and of domain, nothing else',
  },
  styles: { rooms: [], packages: LIT, rule: 'styles imports Lit only' },
  controllers: {
    rooms: ['domain', 'locales'],
    packages: LIT,
    rule: 'controllers imports domain, locales and Lit',
  },
  elements: {
    rooms: ['domain', 'content', 'locales', 'styles', 'controllers', 'version'],
    later: ['handout-tools', 'meetings', 'csv-tools', 'calendar-tools', 'local-groups-tools'],
    types: ['handout-tools', 'meetings', 'calendar-tools', 'local-groups-tools'],
    packages: LIT,
    rule: 'an element imports domain, content, locales, styles, controllers, its own folder and elements/shared; what stands in a file beside the module by import() only',
  },
  define: {
    rooms: ['elements', 'version'],
    packages: null,
    rule: 'define imports elements and version.ts',
  },
  index: {
    rooms: ['elements', 'define', 'version'],
    // What a page or a language file may call is re-exported, and types come from where they are.
    reexports: ['content', 'locales'],
    types: ['domain', 'content', 'locales', 'controllers', 'styles'],
    packages: null,
    rule: 'index.ts imports elements and define; it re-exports from content and locales, and types from anywhere',
  },
  page: {
    rooms: ['elements', 'languages'],
    reexports: ['index'],
    packages: null,
    // The one import of an address made at run time: words of another language, beside the module.
    runTime: true,
    rule: 'page.ts re-exports index.ts and offers the languages beside the module',
  },
  'words-module': {
    rooms: [],
    types: ['elements'],
    packages: null,
    rule: 'words-module.ts is a declaration: it imports types of elements',
  },
  'handout-tools': {
    rooms: ['domain'],
    packages: /^(lean-qr|ical-generator)$/,
    rule: 'handout-tools.ts imports domain, lean-qr and ical-generator; nobody else imports those two',
  },
  meetings: {
    // elements/shared, by the rule below; content: what is not in the one module.
    rooms: ['domain', 'controllers', 'content', 'elements'],
    data: /^data\/text\/en\/meetings\.json$/,
    packages: /^lit$/,
    rule: 'meetings imports domain, controllers, content/meeting-types, elements/shared and Lit',
  },
  'csv-tools': {
    rooms: ['domain'],
    packages: /^papaparse$/,
    rule: 'csv-tools.ts imports domain and papaparse; nobody else imports that',
  },
  'calendar-tools': {
    rooms: ['domain'],
    packages: /^ical\.js$/,
    rule: 'calendar-tools.ts imports domain and ical.js; nobody else imports that',
  },
  embed: {
    rooms: ['domain', 'languages'],
    packages: null,
    rule: 'embed.ts imports domain and languages.ts: it is loaded before the elements',
  },
  'local-groups-tools': {
    // content: what is not in the one module.
    rooms: ['domain', 'controllers', 'content'],
    packages: null,
    rule: 'local-groups-tools.ts imports domain, controllers and content/local-groups',
  },
  languages: { rooms: [], packages: null, rule: 'languages.ts imports nothing' },
  version: { rooms: [], packages: null, rule: 'version.ts imports nothing' },
};

const RUN_TIME = '(an address made at run time)';

const roomOf = (path) =>
  path
    .match(/^src\/(?:([\w-]+)\/|([\w-]+)\.ts$)/)
    ?.slice(1)
    .find(Boolean);

/** All imports of a file: `{ from, typeOnly, reexport, later, line }`. */
export function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, literal, typeOnly, reexport = false, later = false) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ from: literal.text, typeOnly, reexport, later, line });
  };
  const named = (clause) =>
    clause &&
    ts.isNamedImports(clause) &&
    clause.elements.length > 0 &&
    clause.elements.every((e) => e.isTypeOnly);
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      add(
        node,
        node.moduleSpecifier,
        Boolean(clause?.isTypeOnly || (!clause?.name && named(clause?.namedBindings))),
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const all =
        node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined;
      add(
        node,
        node.moduleSpecifier,
        node.isTypeOnly || Boolean(all?.length && all.every((e) => e.isTypeOnly)),
        true,
      );
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(node, argument, false, false, true);
      else found.push({ from: RUN_TIME, line: 0, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Why an import is not allowed, or undefined. */
export function broken(file, { from, typeOnly, reexport, later }) {
  const room = roomOf(file);
  const rules = ROOMS[room];
  if (!rules) return `src/ has no room "${room}": the rooms are ${Object.keys(ROOMS).join(', ')}`;
  if (from === RUN_TIME) return rules.runTime ? undefined : rules.rule;
  if (!from.startsWith('.')) {
    return rules.packages?.test(from) ? undefined : rules.rule;
  }
  const target = posix.join(posix.dirname(file), from);
  if (target.startsWith('data/')) return rules.data?.test(target) ? undefined : rules.rule;
  if (!target.startsWith('src/')) return `${rules.rule}; this leaves src/`;
  if (!/\.(js|json)$/.test(target)) return 'import lines end in .js';
  if (target.endsWith('.js') && !exists(target.replace(/\.js$/, '.ts')))
    return `there is no ${target.replace(/\.js$/, '.ts')}`;
  const other = roomOf(target.replace(/\.js$/, '.ts'));
  if (other === room) {
    if (room !== 'elements') return undefined;
    const [folder, otherFolder] = [file, target].map((path) => path.split('/')[2]);
    if (folder === otherFolder || otherFolder === 'shared') return undefined;
    return folder === 'shared'
      ? 'elements/shared imports no element'
      : 'an element imports its own folder and elements/shared, never another element';
  }
  if (room === 'meetings' && other === 'content' && target !== 'src/content/meeting-types.js')
    return rules.rule;
  if (room === 'meetings' && other === 'elements' && !target.startsWith('src/elements/shared/'))
    return rules.rule;
  if (room === 'local-groups-tools' && other === 'content' && target !== 'src/content/local-groups.js')
    return rules.rule;
  if (room !== 'local-groups-tools' && target === 'src/content/local-groups.js')
    return 'content/local-groups.ts is in the file beside the module: only local-groups-tools.ts imports it';
  if (room !== 'meetings' && target === 'src/content/meeting-types.js')
    return 'content/meeting-types.ts is in the file beside the module: only meetings imports it';
  if (rules.rooms.includes(other)) return undefined;
  if (typeOnly && rules.types?.includes(other)) return undefined;
  if (later && rules.later?.includes(other)) return undefined;
  if (reexport && rules.reexports?.includes(other)) return undefined;
  return rules.rule;
}

const sources = filesIn('src', '.ts');

test('every import goes along an allowed arrow', () => {
  const findings = [];
  for (const file of sources) {
    for (const one of importsOf(file, read(file))) {
      const rule = broken(file, one);
      if (rule) findings.push(`${file}:${one.line} imports "${one.from}": ${rule}`);
    }
  }
  none(findings, 'Imports that break the rooms of src/:');
});

test('src/languages.ts names the folders of data/text besides English', () => {
  const named = [...read('src/languages.ts').matchAll(/'([\w-]+)'/g)].map(([, language]) => language);
  const folders = foldersIn('data/text').filter((language) => language !== 'en');
  none(
    [
      ...folders
        .filter((language) => !named.includes(language))
        .map((language) => `data/text/${language}/ is there: add '${language}' to LANGUAGES`),
      ...named
        .filter((language) => !folders.includes(language))
        .map((language) => `LANGUAGES names '${language}', and there is no data/text/${language}/`),
    ],
    'Languages of src/languages.ts:',
  );
});

test('every element has its folder, its define file and its line in index.ts', () => {
  const findings = [];
  const index = exists('src/index.ts')
    ? importsOf('src/index.ts', read('src/index.ts')).map(({ from }) => from)
    : [];
  for (const tag of foldersIn('src/elements').filter((name) => name !== 'shared')) {
    if (!exists(`src/elements/${tag}/${tag}.ts`)) findings.push(`src/elements/${tag}/${tag}.ts is missing`);
    if (!exists(`src/define/${tag}.ts`))
      findings.push(`src/define/${tag}.ts is missing: nothing registers <${tag}>`);
    if (!index.includes(`./define/${tag}.js`))
      findings.push(`src/index.ts does not import ./define/${tag}.js`);
  }
  for (const file of filesIn('src/define', '.ts')) {
    for (const { from } of importsOf(file, read(file))) {
      const target = join(dirname(file), from);
      const tag = target.match(/elements[\\/]([\w-]+)[\\/]\1\.js$/)?.[1];
      if (tag && !file.endsWith(`/${tag}.ts`))
        findings.push(`${file} registers <${tag}>: its name has to be ${tag}.ts`);
    }
  }
  none(findings, 'Elements that are not complete:');
});
