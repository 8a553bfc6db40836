/**
 * What ships (declarations come from `tsc -p tsconfig.build.json`):
 * - dist/support-group-elements.js: everything in one minified module, for pages;
 * - dist/modules/: plain modules with bare package imports, for bundlers;
 * - dist/support-group-elements.{handout,meetings,csv,calendar,local-groups}.js: what the first file asks for when needed;
 * - dist/support-group-elements.complete.js: the first file with those inside, for policies that let nothing else load;
 * - dist/support-group-elements{,.complete,.<language>}.classic.js: the single files as classic scripts;
 * - dist/support-group-elements.embed.js, dist/embed.html: one element in a frame;
 * - dist/support-group-elements.<language>.js: the single file with one more language, per folder of data/text/;
 * - dist/support-group-elements.words.<language>.js: the words alone, which the first file asks for when needed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import process from 'node:process';
import { compile } from './scripts/lib/compile.mjs';
import { ADDRESS_OF_SCRIPT, CLASSIC_ENTRY, classicScript } from './scripts/lib/classic-script.mjs';
import {
  banner,
  BESIDE,
  calendarBanner,
  completeBanner,
  csvBanner,
  filesBeside,
  handoutBanner,
  inRoot,
  jsonModules,
  languageBundle,
  languages,
  litOfHost,
  meetingsBanner,
  minify,
  minifyLiterals,
  noContent,
  onwarn,
  pkg,
  resolvePackages,
  singleFilePlugins,
  stripContent,
  wordsBundle,
} from './scripts/lib/rollup-plugins.mjs';

const names = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
const definitions = names(inRoot('src/define'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/define/${name}`);
const classes = names(inRoot('src/elements'))
  .map((tag) => `src/elements/${tag}/${tag}.ts`)
  .filter((file) => existsSync(inRoot(file)));

/** Papa Parse is no module, which bundlers without a plugin for it do not take: it comes along as one. */
const packages = Object.keys(pkg.dependencies).filter((name) => name !== 'papaparse');

/** src/a/b.ts -> a/b.js, data/x.json -> data/x.js, the compiler's helpers -> helpers/x.js (npm drops node_modules). */
function moduleName({ facadeModuleId: id }) {
  if (!id || id.startsWith('\0') || id.includes('node_modules'))
    return `helpers/${basename(id ?? 'x')
      .replace(/\W/g, '-')
      .replace(/-js$/, '')}.js`;
  const path = relative(inRoot(), id).split(sep).join('/');
  return path.replace(/^src\//, '').replace(/\.(ts|json)$/, '.js');
}

/** A file beside the module. */
const beside = (entry, banner, plugins = []) => ({
  input: `src/${entry}.ts`,
  output: { file: `dist/${BESIDE[entry]}`, format: 'es', sourcemap: true, banner },
  plugins: [...plugins, resolvePackages(), compile(), minify()],
  onwarn,
});

/** A single file as a classic script; it has to be there already. */
const classic = (name) => ({
  input: CLASSIC_ENTRY,
  output: {
    file: `dist/${name}.classic.js`,
    format: 'iife',
    sourcemap: true,
    inlineDynamicImports: true,
    indent: false,
    // Optimisers put files one behind the other, and not each of them ends with a semicolon.
    banner: ';',
    intro: ADDRESS_OF_SCRIPT,
  },
  treeshake: false,
  plugins: [classicScript(`dist/${name}.js`)],
  onwarn,
});

const singleFile = (file, complete) => ({
  input: 'src/page.ts',
  output: {
    file,
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
    banner: complete ? completeBanner : banner,
  },
  plugins: singleFilePlugins(complete),
  onwarn,
});

const english = [
  singleFile('dist/support-group-elements.js', false),
  singleFile('dist/support-group-elements.complete.js', true),
  {
    input: ['src/index.ts', 'src/page.ts', ...definitions, ...classes],
    external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
    output: {
      dir: 'dist/modules',
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: moduleName,
    },
    plugins: [resolvePackages(), stripContent(), jsonModules(), compile()],
    onwarn,
  },
  beside('handout-tools', handoutBanner),
  beside('csv-tools', csvBanner),
  beside('calendar-tools', calendarBanner),
  beside('local-groups-tools', meetingsBanner, [noContent(/^$/)]),
  beside('meetings/index', meetingsBanner, [
    minifyLiterals(),
    litOfHost(),
    stripContent(),
    jsonModules(),
    filesBeside(),
    noContent(/meeting-types\.json$|meetings\.json$/),
  ]),
];

const translated = [
  ...languages().flatMap((language) => {
    const folder = inRoot('data/text', language);
    return [
      languageBundle({ language, folder, file: `dist/support-group-elements.${language}.js` }),
      wordsBundle({ language, folder, file: `dist/support-group-elements.words.${language}.js` }),
    ];
  }),
];

/** Made of the single files, so these come last. */
const classics = [
  classic('support-group-elements'),
  classic('support-group-elements.complete'),
  ...languages().map((language) => classic(`support-group-elements.${language}`)),
  {
    input: 'src/embed.ts',
    output: {
      file: 'dist/support-group-elements.embed.js',
      format: 'iife',
      sourcemap: true,
      banner: `/*! support-group-elements ${pkg.version} MIT */`,
    },
    plugins: [resolvePackages(), compile(), minify()],
    onwarn,
  },
];

/** `npm run build` makes the parts side by side (scripts/build.mjs); `rollup -c` alone makes all of them. */
const parts = { english, translated, classics };
export default parts[process.env.BUILD_PART] ?? Object.values(parts).flat();
