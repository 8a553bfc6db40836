/** docs/PRIVACY.md names a test for each of its claims: all of them are there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exists, none, read } from '../support/project.mjs';

const DOCUMENT = 'docs/PRIVACY.md';
const PROOF = /^`([^`]+)` › (.+)$/;
/** `test(…)` and `it(…)` with a title that is written out, in any of the three quotes. */
const TITLES = /\b(?:test|it)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The cells of the rows of all tables whose last column says what proves the claim. */
export function claimsIn(markdown) {
  const rows = [];
  let isClaims = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (!line.startsWith('|')) {
      isClaims = false;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.at(-1) === 'proved by') isClaims = true;
    else if (isClaims && !/^-+$/.test(cells[0]))
      rows.push({ line: index + 1, claim: cells[0], proof: cells.at(-1) });
  }
  return rows;
}

/** Patterns of the titles of all tests in a file; what is put in at run time can be anything. */
export const titlesIn = (source) =>
  [...source.matchAll(TITLES)].map(([, single, double, template]) => {
    const text = (single ?? double ?? template).replace(/\\(.)/g, '$1');
    const parts = template === undefined ? [text] : text.split(/\$\{[^}]*\}/);
    return new RegExp(`^${parts.map(escaped).join('.+')}$`);
  });

/** What is wrong with a claim, or ''. */
export function problemOf({ line, claim, proof }, fileExists, readFile) {
  const where = `${DOCUMENT}:${line} “${claim.slice(0, 60)}”`;
  const [, file, title] = PROOF.exec(proof) ?? [];
  if (!file) return `${where}: no test is named: write \`file\` › title`;
  if (!fileExists(file)) return `${where}: there is no ${file}`;
  if (!titlesIn(readFile(file)).some((pattern) => pattern.test(title)))
    return `${where}: ${file} has no test “${title}”`;
  return '';
}

test('each claim in docs/PRIVACY.md stands beside a test that is there', () => {
  const claims = claimsIn(read(DOCUMENT));
  assert.ok(claims.length >= 25, `${claims.length} claims were found`);
  none(claims.map((claim) => problemOf(claim, exists, read)).filter(Boolean), 'A claim has no test:');
});

test('a claim without a test, with a file or a title that is not there, is found', () => {
  const source = "it('is one', f); test(`of <${tag}> is two`, f); // test('is three')";
  const table = (proof) => `| claim | proved by |\n| --- | --- |\n| It is so. | ${proof} |`;
  const problems = (proof) =>
    claimsIn(table(proof)).map((claim) =>
      problemOf(
        claim,
        (file) => file === 'a.test.ts',
        () => source,
      ),
    );
  for (const good of ['is one', 'of <x-y> is two'])
    assert.deepEqual(problems(`\`a.test.ts\` › ${good}`), ['']);
  for (const [bad, words] of [
    ['trust us', /no test is named/],
    ['`b.test.ts` › is one', /there is no b\.test\.ts/],
    ['`a.test.ts` › is four', /has no test “is four”/],
    ['`a.test.ts` › is one more', /has no test “is one more”/],
    ['`a.test.ts` › of <> is two', /has no test/],
  ])
    assert.match(problems(bad)[0], words);
});
