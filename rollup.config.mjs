/**
 * What ships (declarations come from `tsc -p tsconfig.build.json`):
 * - dist/support-group-elements.js: everything in one minified module, for pages;
 * - dist/modules/: plain modules with bare package imports, for bundlers;
 * - dist/support-group-elements.handout.js: QR codes and the calendar file, which the first file asks for when needed;
 * - dist/support-group-elements.<language>.js: the single file with one more language, per folder of data/text/;
 * - dist/support-group-elements.words.<language>.js: the words alone, which the first file asks for when needed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import {
  banner,
  compile,
  handoutBanner,
  inRoot,
  jsonModules,
  languageBundle,
  languages,
  minify,
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

const packages = Object.keys(pkg.dependencies);

/** src/a/b.ts -> a/b.js, data/x.json -> data/x.js, the compiler's helpers -> helpers/x.js (npm drops node_modules). */
function moduleName({ facadeModuleId: id }) {
  if (!id || id.startsWith('\0') || id.includes('node_modules'))
    return `helpers/${basename(id ?? 'x')
      .replace(/\W/g, '-')
      .replace(/-js$/, '')}.js`;
  const path = relative(inRoot(), id).split(sep).join('/');
  return path.replace(/^src\//, '').replace(/\.(ts|json)$/, '.js');
}

export default [
  {
    input: 'src/page.ts',
    output: {
      file: 'dist/support-group-elements.js',
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
      banner,
    },
    plugins: singleFilePlugins(),
    onwarn,
  },
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
  {
    input: 'src/handout-tools.ts',
    output: {
      file: 'dist/support-group-elements.handout.js',
      format: 'es',
      sourcemap: true,
      banner: handoutBanner,
    },
    plugins: [resolvePackages(), compile(), minify()],
    onwarn,
  },
  ...languages().flatMap((language) => {
    const folder = inRoot('data/text', language);
    return [
      languageBundle({ language, folder, file: `dist/support-group-elements.${language}.js` }),
      wordsBundle({ language, folder, file: `dist/support-group-elements.words.${language}.js` }),
    ];
  }),
];
