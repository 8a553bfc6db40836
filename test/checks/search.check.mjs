/**
 * Are the words of the search lean and clear? A word that the search finds without being written is only weight on a
 * phone; a phrase with two meanings would be answered by chance. Findings name file, entry, word and remedy. Only
 * English is looked at: it is inside the module.
 */
import { test } from 'node:test';
import { build } from 'esbuild';
import { none, readJson } from '../support/project.mjs';

/** Characters of the minified JSON, without its "$schema". The English content has a budget of its own (DESIGN). */
const MOST_CHARACTERS = { needs: 10_500, substances: 13_500, search: 3_800, 'crisis-words': 9_000 };

const source = `
  export { vocabularyIn } from './src/content/search.ts';
  export { understand } from './src/domain/groups/vocabulary.ts';
  export { buildLexicon, keyOf } from './src/domain/text/lexicon.ts';
  export { expandPattern } from './src/domain/text/patterns.ts';
  export { wordsOf } from './src/domain/text/words.ts';
`;
const { outputFiles } = await build({
  stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  logLevel: 'error',
});
const { vocabularyIn, understand, buildLexicon, keyOf, expandPattern, wordsOf } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const file = (name) => `data/text/en/${name}.json`;
const words = (name) => readJson(file(name));
const rules = words('search');
const vocabulary = vocabularyIn('en');
const entries = ['needs', 'substances'].flatMap((name) =>
  Object.entries(words(name)[name]).flatMap(([id, { terms }]) =>
    terms.map((term) => ({
      name,
      kind: name.slice(0, -1),
      id,
      term,
      phrases: expandPattern(term, rules.sets),
    })),
  ),
);
const keyIn = (phrase) => {
  const all = wordsOf(phrase);
  const counting = all.filter((word) => !vocabulary.fillers.has(word));
  return keyOf(counting.length > 0 ? counting : all);
};

test('no phrase has two meanings, unless the visitor is asked', () => {
  const owners = new Map();
  for (const { name, id, phrases } of entries) {
    for (const phrase of phrases) {
      const key = keyIn(phrase);
      owners.set(key, (owners.get(key) ?? new Map()).set(`${name}/${id}`, phrase));
    }
  }
  const asked = new Set(Object.keys(rules.ambiguous).map(keyIn));
  none(
    [...owners]
      .filter(([key, by]) => by.size > 1 && !asked.has(key))
      .map(
        ([, by]) =>
          `${[...by].map(([owner, phrase]) => `“${phrase}” in ${owner}`).join(' and ')}: keep one, or ask about it under ambiguous in ${file('search')}`,
      ),
    'Phrases with two meanings:',
  );
});

/** Found as well as before, or by forgiving a typing error in a word that stands before it (the first is kept). */
function isFound(phrase, { kind, id, earlier }, without) {
  const { matches, questions, unknown } = understand(`${phrase} `, without);
  const [match] = matches;
  return (
    unknown.length + questions.length === 0 &&
    matches.length === 1 &&
    match.kind === kind &&
    match.id === id &&
    (match.strength === 1 || earlier.has(match.phrase))
  );
}

test('no word is written that the search finds anyway', () => {
  const findings = [];
  const { entries: known, endings } = vocabulary.lexicon;
  for (const entry of entries) {
    const { name, kind, id, term, phrases } = entry;
    const fewer = new Map(known);
    for (const phrase of phrases) fewer.delete(keyIn(phrase));
    const without = { ...vocabulary, lexicon: buildLexicon(fewer, endings) };
    const siblings = entries.filter((other) => other.kind === kind && other.id === id);
    const earlier = new Set(siblings.slice(0, siblings.indexOf(entry)).flatMap((other) => other.phrases));
    if (phrases.every((phrase) => isFound(phrase, { kind, id, earlier }, without)))
      findings.push(`${file(name)}, entry ${id}: “${term}” is found without it: take it out`);
  }
  none(findings, 'Words that need not be written:');
});

test('the words of the search stay within their size', () => {
  const findings = [];
  for (const [name, most] of Object.entries(MOST_CHARACTERS)) {
    const { $schema: _, ...json } = words(name);
    const { length } = JSON.stringify(json);
    if (length > most) findings.push(`${file(name)}: ${length} characters, at most ${most}`);
  }
  none(findings, 'Files that are too large:');
});
