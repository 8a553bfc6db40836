/** Public token → private token → rule: none is undefined, unused, or missing from the documentation. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }));
const styles = files.filter(({ name }) => name.startsWith('styles') || name.endsWith('.styles.ts'));

const found = (list, pattern) =>
  new Set(list.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name)));
const missing = (from, into) => [...from].filter((name) => !into.has(name)).sort();

const usedPrivate = found(styles, /var\(\s*(--_[a-z-]+)/g);
const declaredPrivate = found(styles, /(--_[a-z-]+)\s*:/g);
/** The colours that the theme controller puts on the wrapper. */
const theme = files.find(({ name }) => name.endsWith(join('colour', 'theme.ts'))).text;
const computed = new Set(
  [.../export type ThemeColour =([^;]+);/.exec(theme)[1].matchAll(/'([a-z-]+)'/g)].map(
    ([, name]) => `--_${name}`,
  ),
);
const usedPublic = found(styles, /var\(\s*(--sg-[a-z-]+)/g);
const documented = found(
  files.filter(({ name }) => name.endsWith('support-element.ts')),
  /@cssprop (--sg-[a-z-]+)/g,
);

test('the check sees tokens at all', () =>
  assert.ok(usedPrivate.size > 10 && computed.size > 5 && documented.size > 10));

test('no private token is used that nobody defines', () =>
  assert.deepEqual(
    missing(usedPrivate, new Set([...declaredPrivate, ...computed])),
    [],
    'define it in src/styles/tokens.ts',
  ));

test('no private token is defined that no rule uses', () =>
  assert.deepEqual(
    missing(new Set([...declaredPrivate, ...computed]), usedPrivate),
    [],
    'use it or take it away',
  ));

test('no rule reads a public token past its private one, but for the font and the colors of the probe', () => {
  const outside = styles.filter(({ name }) => !name.endsWith('tokens.ts'));
  const direct = found(outside, /var\(\s*(--sg-[a-z-]+)/g);
  const allowed = new Set(['--sg-font-family', '--sg-font-size', '--sg-accent', '--sg-surface', '--sg-text']);
  assert.deepEqual(missing(direct, allowed), [], 'give it a private token in src/styles/tokens.ts');
});

test('every public token is documented, and every documented one is read', () => {
  assert.deepEqual(
    missing(usedPublic, documented),
    [],
    'add a line @cssprop in src/elements/shared/support-element.ts',
  );
  assert.deepEqual(missing(documented, usedPublic), [], 'take the line @cssprop away');
});

test('no element declares a public token: they belong to the page', () =>
  assert.deepEqual([...found(styles, /(--sg-[a-z-]+)\s*:/g)], []));
