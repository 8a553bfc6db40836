/**
 * What package.json promises about dist/: every path of `exports` exists, with declarations; classes without a
 * define file leave nothing behind in somebody's bundle; a define file is kept; nothing that does not ship ships.
 * Needs a build.
 */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import ts from 'typescript';
import { BESIDE, LIT_TEMPLATES } from '../../scripts/lib/rollup-plugins.mjs';
import { exists, filesIn, foldersIn, inRoot, none, read, readJson } from '../support/project.mjs';

const pkg = readJson('package.json');
const tags = foldersIn('src/elements').filter((tag) => exists(`src/elements/${tag}/${tag}.ts`));
const skip = !exists('dist/support-group-elements.js') && 'no build: run `npm run build`';

/** The exported classes of a module: `class X` or `export { X }`. */
const classOf = (file) => read(file).match(/class (\w+) extends/)?.[1];

async function bundle(code, { small = false } = {}) {
  const entry = inRoot('package-check-entry.js');
  const build = await rollup({
    input: entry,
    external: (id) => /^(lit|@lit|fastest-levenshtein|lean-qr|ical-generator)(\/|$)/.test(id),
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      resolve(), // honours "sideEffects"
      small && terser({ module: true }),
    ],
    onwarn(warning, warn) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      if (!['EMPTY_BUNDLE', 'UNUSED_EXTERNAL_IMPORT'].includes(warning.code)) warn(warning);
    },
  });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return output[0].code;
}

test('every export exists, with declarations', { skip }, () => {
  const findings = [];
  const check = (path, subpath) => {
    if (!exists(path)) findings.push(`"${subpath}": ${path} does not exist`);
  };
  const languages = foldersIn('data/text').filter((language) => language !== 'en');
  const expand = (path) => {
    if (!path.includes('*')) return [path];
    return (path.includes('.words.') ? languages : tags).map((name) => path.replaceAll('*', name));
  };
  for (const [subpath, target] of Object.entries(pkg.exports)) {
    for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
      for (const one of expand(path)) check(one, subpath);
    }
    if (/\.js$|^\.$/.test(subpath) && !target.types) findings.push(`"${subpath}" has no "types"`);
  }
  for (const key of ['main', 'module', 'types', 'customElements']) check(pkg[key], key);
  for (const file of pkg.files) check(file, 'files');
  assert.ok(tags.length > 0, 'src/elements/ has no element');
  none(findings, 'package.json promises what is not there:');
});

test('the package resolves by its own name, in Node and in TypeScript', { skip }, () => {
  const findings = [];
  const names = [pkg.name, `${pkg.name}/support-group-elements.js`, `${pkg.name}/custom-elements.json`];
  for (const tag of tags) names.push(`${pkg.name}/define/${tag}.js`, `${pkg.name}/elements/${tag}.js`);
  for (const name of names) {
    try {
      import.meta.resolve(name);
    } catch (error) {
      findings.push(error.message);
    }
    if (name.endsWith('.json')) continue;
    for (const moduleResolution of [ts.ModuleResolutionKind.Bundler, ts.ModuleResolutionKind.NodeNext]) {
      const module =
        moduleResolution === ts.ModuleResolutionKind.Bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext;
      const { resolvedModule } = ts.resolveModuleName(
        name,
        inRoot('test/checks/x.mts'),
        { moduleResolution, module },
        ts.sys,
        undefined,
        undefined,
        ts.ModuleKind.ESNext,
      );
      if (!resolvedModule?.resolvedFileName.endsWith('.d.ts'))
        findings.push(`TypeScript finds no declarations of ${name}`);
    }
  }
  none(findings, 'Names that do not resolve:');
});

test('declarations speak only of files that ship', { skip }, () => {
  const findings = [];
  for (const file of filesIn('dist/types', '.d.ts')) {
    for (const [, path] of read(file).matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)) {
      const target = join(dirname(file), path).replace(/\.js$/, '.d.ts');
      if (!exists(target)) findings.push(`${file} imports ${path}, which does not ship`);
    }
  }
  none(findings, 'Declarations that point nowhere:');
});

test('an unused class leaves nothing behind', { skip }, async () => {
  const findings = [];
  for (const tag of tags) {
    const name = classOf(`src/elements/${tag}/${tag}.ts`);
    const code = await bundle(
      `import { ${name} } from ${JSON.stringify(inRoot(`dist/modules/elements/${tag}/${tag}.js`))};`,
      { small: true },
    );
    const own = code.replace(/import\s*["'][^"']+["'];?/g, '');
    if (own.length >= 100)
      findings.push(
        `import { ${name} } leaves ${own.length} bytes: is something in its modules run on import, or missing in "sideEffects"?`,
      );
  }
  none(findings, 'Classes that stay in a bundle although nobody uses them:');
});

test('a define file and the index are kept', { skip }, async () => {
  const findings = [];
  for (const path of ['index.js', ...tags.map((tag) => `define/${tag}.js`)]) {
    const code = await bundle(`import ${JSON.stringify(inRoot('dist/modules', path))};`);
    const wanted = path === 'index.js' ? tags : [path.slice('define/'.length, -'.js'.length)];
    for (const tag of wanted) {
      if (!new RegExp(`\\bdefine[\\w$]*\\(\\s*["']${tag}["']`).test(code))
        findings.push(`import 'dist/modules/${path}' does not register <${tag}>`);
    }
  }
  none(findings, 'Define files that bundlers drop:');
});

test('sources, notes for editors and schemas do not ship', { skip }, () => {
  const code = read('dist/support-group-elements.js');
  const map = 'dist/support-group-elements.js';
  assert.ok(!code.includes('.schema.json'), `${map} names a schema`);
  assert.ok(!/["']?\bseen\b["']?:["']\d{4}-/.test(code), `${map} holds sources`);
  assert.ok(code.startsWith(`/*! ${pkg.name} ${pkg.version} MIT`), `${map} does not begin with the notice`);
  assert.match(code.slice(0, 400), /BSD-3-Clause/);
  assert.ok(!code.includes('/*! ', 4), 'one notice is enough');
  assert.ok(
    code.includes('"support-group-elements","lit-html"'),
    "Lit's Trusted Types policy is not guarded",
  );
});

/** What stands in a file beside the module: what shows that it is inside, and the packages that its notice names. */
const BESIDE_HOLDS = {
  'handout-tools': { mark: 'lean-qr error', packages: ['lean-qr', 'ical-generator'] },
  'csv-tools': { mark: '__parsed_extra', packages: ['Papa Parse'] },
  'calendar-tools': { mark: 'ParserError', packages: ['ical.js'] },
  'meetings/index': { mark: 'meeting-places', packages: [] },
  'local-groups-tools': { mark: 'tuesday-families', packages: [] },
};

test('what few pages need is in files beside the module; the complete files need none', { skip }, () => {
  const findings = [];
  assert.deepEqual(Object.keys(BESIDE_HOLDS).sort(), Object.keys(BESIDE).sort());
  const main = read('dist/support-group-elements.js');
  const complete = ['complete', ...foldersIn('data/text').filter((language) => language !== 'en')];
  for (const [entry, { mark, packages }] of Object.entries(BESIDE_HOLDS)) {
    const holds = (code) => code.includes(mark);
    const file = BESIDE[entry];
    const code = read(`dist/${file}`);
    if (!holds(code)) findings.push(`dist/${file} does not hold what it is for`);
    if (holds(main)) findings.push(`dist/support-group-elements.js holds what ${file} is for`);
    if (!code.startsWith(`/*! ${pkg.name} ${pkg.version} MIT`))
      findings.push(`dist/${file} does not begin with the notice`);
    for (const name of packages)
      if (!code.slice(0, 400).includes(name))
        findings.push(`the notice of dist/${file} does not name ${name}`);
    const asks = new RegExp(`import\\(new URL\\("${file.replaceAll('.', '\\.')}"\\s*\\+`);
    const asked = [main, read('dist/support-group-elements.meetings.js')].some((one) => asks.test(one));
    if (!asked) findings.push(`nobody asks for ${file}`);
    for (const name of complete) {
      const whole = read(`dist/support-group-elements.${name}.js`);
      if (!holds(whole)) findings.push(`dist/support-group-elements.${name}.js lacks what ${file} holds`);
      if (asks.test(whole)) findings.push(`dist/support-group-elements.${name}.js asks for ${file}`);
      for (const one of packages)
        if (!whole.slice(0, 1500).includes(one))
          findings.push(`the notice of dist/support-group-elements.${name}.js does not name ${one}`);
    }
  }
  none(findings, 'Files beside the module:');
});

test('a template made beside the module is one of Lit', async () => {
  const ours = await import(`data:text/javascript,${encodeURIComponent(LIT_TEMPLATES)}`);
  const lit = await import('lit');
  const { ifDefined } = await import('lit/directives/if-defined.js');
  const strings = Object.assign(['a', 'b'], { raw: ['a', 'b'] });
  assert.deepEqual(ours.html(strings, 1), lit.html(strings, 1));
  assert.equal(ours.nothing, lit.nothing);
  assert.equal(ours.ifDefined(undefined), ifDefined(undefined));
  assert.equal(ours.ifDefined(0), ifDefined(0));
  const sheet = Object.assign(['a{}'], { raw: ['a{}'] });
  assert.equal(ours.css(sheet).cssText, lit.css(sheet).cssText);
});

test('the plain modules leave Lit to the page', { skip }, () => {
  const findings = [];
  for (const file of filesIn('dist/modules', '.js')) {
    if (/createPolicy\(["']lit-html/.test(read(file))) findings.push(`${file} holds Lit`);
    if (file.includes('node_modules'))
      findings.push(`${file}: npm leaves folders of this name out of a package`);
    if (!exists(`${file}.map`)) findings.push(`${file} has no source map`);
  }
  none(findings, 'Plain modules:');
});

test('the built files are text: nothing in them that a system could take for binary data', { skip }, () => {
  none(
    filesIn('dist', '.js')
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      .filter((file) => /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(read(file)))
      .map((file) => `${file} holds control characters`),
    'Files that are no plain text:',
  );
});
