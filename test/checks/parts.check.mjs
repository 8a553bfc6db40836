/** What a page may style from outside with `::part()` is what the class headers list, no more and no less. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = ['elements', 'meetings']
  .map((room) => fileURLToPath(new URL(`../../src/${room}`, import.meta.url)))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  .join('\n');
const names = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();

const documented = names(/@csspart ([a-z-]+) -/g);
const rendered = [
  ...new Set([...names(/\bpart="([a-z-]+)"/g), ...names(/\bpart(?: =|:) '([a-z-]+)'/g)]),
].sort();

test('every part that is rendered is documented, and every documented one is rendered', () => {
  assert.ok(rendered.length > 10);
  assert.deepEqual(rendered, documented, 'list it with @csspart in the header of each class that shows it');
});
