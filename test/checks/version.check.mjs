/** One version: what the code says about itself is what package.json says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, readJson } from '../support/project.mjs';

test('src/version.ts says the version of package.json', () => {
  const said = read('src/version.ts').match(/VERSION\s*(?::\s*\w+)?\s*=\s*'([^']*)'/)?.[1];
  assert.equal(
    said,
    readJson('package.json').version,
    'src/version.ts has to export VERSION as in package.json',
  );
});

test('CHANGELOG.md names the version', () => {
  assert.match(
    read('CHANGELOG.md'),
    new RegExp(`^## .*${readJson('package.json').version.replaceAll('.', '\\.')}`, 'm'),
  );
});
