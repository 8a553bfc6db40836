/**
 * `npm run size`: what the one module weighs and what of it is Lit, code, styles and content, with the budget.
 * Content is measured by taking it out of the file, Lit and styles by bundling the plain modules of dist/ with and without
 * them, minified.
 * gzip is level 9, brotli level 11. `--check` prints the budget lines only. Needs a build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import { litAsGuest } from './lib/lit-as-guest.mjs';
import { filesBeside, inRoot, minify, minifyLiterals, resolvePackages } from './lib/rollup-plugins.mjs';

const FILE = inRoot('dist/support-group-elements.js');
const ENTRY = inRoot('dist/modules/page.js');
/**
 * In bytes, gzip -9. The comparison and the handout stand in the one module, so that they work under a policy that lets
 * nothing else load; what they add to the code, the content has given back as far as it could.
 */
const BUDGET = { code: 54_000, content: 47_000, everything: 101_000 };

const measure = (code) => ({
  raw: Buffer.byteLength(code),
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code).length,
});
const minus = (a, b) => ({ raw: a.raw - b.raw, gzip: a.gzip - b.gzip, brotli: a.brotli - b.brotli });

/** JSON modules become an empty object that no minifier can look through. */
const withoutContent = {
  name: 'without-content',
  transform: (_, id) =>
    /dist[\\/]modules[\\/]data[\\/]/.test(id)
      ? { code: 'export default /*@__PURE__*/JSON.parse("{}");', map: { mappings: '' } }
      : null,
};

/** css`…` becomes css``. */
const withoutStyles = {
  name: 'without-styles',
  transform(code, id) {
    if (!/dist[\\/]modules[\\/]/.test(id) || !code.includes('css')) return null;
    const hits = [];
    const walk = (node) => {
      if (node === null || typeof node !== 'object') return;
      if (Array.isArray(node)) return node.forEach(walk);
      if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'css') hits.push(node.quasi);
      else Object.values(node).forEach(walk);
    };
    walk(this.parse(code));
    for (const { start, end } of hits.sort((a, b) => b.start - a.start))
      code = `${code.slice(0, start)}\`\`${code.slice(end)}`;
    return { code, map: { mappings: '' } };
  },
};

async function bundle(input, plugins) {
  const build = await rollup({
    input,
    plugins: [
      ...plugins,
      minifyLiterals(['dist/modules/**/*.js']),
      resolvePackages(),
      litAsGuest(),
      filesBeside(),
      minify(),
    ],
    onwarn() {},
  });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return measure(output[0].code);
}

/** What the modules import from Lit, and nothing else. */
function litEntry() {
  const names = new Map();
  for (const entry of readdirSync(inRoot('dist/modules'), { recursive: true })) {
    if (!entry.endsWith('.js')) continue;
    const code = readFileSync(inRoot('dist/modules', entry), 'utf8');
    for (const [, list, from] of code.matchAll(
      /import\s*\{([^}]*)\}\s*from\s*'((?:lit|@lit)(?:\/[^']*)?)'/g,
    )) {
      for (const part of list.split(',')) {
        const name = part.trim().split(/\s+as\s+/)[0];
        if (name) names.set(`${from} ${name}`, [from, name]);
      }
    }
  }
  const lines = [...names.values()].map(
    ([from, name], index) => `export { ${name} as x${index} } from '${from}';`,
  );
  return {
    name: 'lit-entry',
    resolveId: (id) => (id === 'lit-entry' ? `${inRoot('lit-entry.js')}` : null),
    load: (id) => (id === inRoot('lit-entry.js') ? lines.join('\n') || 'export {}' : null),
  };
}

if (!existsSync(FILE) || !existsSync(ENTRY)) {
  console.error('dist/ is missing: run `npm run build` first.');
  process.exit(1);
}

/** The packed text of the content is the one long string of the file (scripts/lib/content-modules.mjs). */
const CONTENT = /(["'])(?:(?!\1|\\)[^]|\\.){50000,}?\1/;

const file = readFileSync(FILE, 'utf8');
if (!CONTENT.test(file)) {
  console.error(`The content was not found in ${FILE}: mend CONTENT in scripts/size.mjs.`);
  process.exit(1);
}
const total = measure(file);
const noContent = measure(file.replace(CONTENT, '""'));
const budgetLines = [
  ['code with Lit', noContent.gzip, BUDGET.code],
  ['content', total.gzip - noContent.gzip, BUDGET.content],
  ['everything', total.gzip, BUDGET.everything],
];

if (!process.argv.includes('--check')) {
  const styles = minus(
    await bundle(ENTRY, [withoutContent]),
    await bundle(ENTRY, [withoutContent, withoutStyles]),
  );
  const lit = await bundle('lit-entry', [litEntry()]);
  const rows = [
    ['Lit', lit],
    ['code', minus(minus(noContent, lit), styles)],
    ['styles', styles],
    ['code with Lit', noContent],
    ['content', minus(total, noContent)],
    ['total', total],
  ];
  const line = (cells) => cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(36))).join('');
  console.log(line(['dist/support-group-elements.js, bytes', '     raw', 'gzip -9', 'brotli']));
  for (const [name, size] of rows) console.log(line([`  ${name}`, size.raw, size.gzip, size.brotli]));
  for (const name of readdirSync(inRoot('dist')).filter((n) => /^support-group-elements\..+\.js$/.test(n))) {
    const size = measure(readFileSync(inRoot('dist', name)));
    console.log(line([`dist/${name}`, size.raw, size.gzip, size.brotli]));
  }
}

for (const [name, size, budget] of budgetLines) {
  const kept = size <= budget;
  if (!kept) process.exitCode = 1;
  console.log(`${kept ? 'ok  ' : 'OVER'} ${name}: ${(size / 1000).toFixed(1)} of ${budget / 1000} kB gzip`);
}
