/**
 * English that everybody can read: per file a mean Flesch-Kincaid US grade of 6 or lower, no block above 8, no
 * sentence over 25 words. A block is one string; blocks under 30 words are joined with the next before measuring.
 * Names of groups, lines and medicines count as one short word.
 */
import { test } from 'node:test';
import { none } from '../support/project.mjs';
import { gradeOf, nameReplacer, sentencesOf, visibleStrings, wordsOf } from '../support/words.mjs';

const FILES = [
  'groups.json',
  'programs.json',
  'guides.json',
  'safety.json',
  'ui.json',
  'crisis-lines.json',
  'substances.json',
  'needs.json',
  'glossary.json',
  'meeting-types.json',
];
const MEAN = 6;
const BLOCK = 8;
const SENTENCE = 25;
const JOINED = 30;

const replaceNames = nameReplacer('Ann');
/** As people see it: what stands in for a number or a name is one short word. */
const plain = (text) => {
  const out = replaceNames(text)
    .replace(/\{n\}/g, '5')
    .replace(/\{\w+\}/g, 'Ann')
    .replace(/https?:\S+/g, 'link')
    .trim();
  return /[.!?…:]["”’)]*$/u.test(out) ? out : `${out}.`;
};

/** What is shown as a name only is not prose: names, abbreviations, labels of sources, of links and of finders. */
const isName = ({ file, path }) =>
  /(?:^|\.)(?:name|abbreviation|term)$/.test(path) ||
  /\.references\.\w+$/.test(path) ||
  (/(?:groups|programs)\.json$/.test(file) && /\.(?:finders|fellowships|official)\.[\w-]+$/.test(path)) ||
  (/crisis-lines\.json$/.test(file) && path.startsWith('countries.')) ||
  /(?:substances|needs)\.json$/.test(file);

function blocksOf(strings) {
  const blocks = [];
  let open;
  for (const one of strings) {
    const text = plain(one.text);
    if (open && open.words < JOINED) open.text += ` ${text}`;
    else blocks.push((open = { where: `${one.file}, ${one.path}`, text }));
    open.words = wordsOf(open.text).length;
  }
  if (blocks.length > 1 && blocks.at(-1).words < JOINED) {
    const rest = blocks.pop();
    blocks.at(-1).text += ` ${rest.text}`;
  }
  return blocks.map((block) => ({ ...block, ...gradeOf(block.text) }));
}

test('the English words are easy to read', () => {
  const findings = [];
  const rows = [];
  for (const name of FILES) {
    const strings = visibleStrings('en', [name]).filter((one) => !isName(one));
    if (strings.length === 0) continue;
    // An entry is measured by itself: its short strings are joined with each other, not with the next entry's.
    const groups = groupBy(strings, name);
    const long = [];
    let pending = [];
    for (const entry of groups.values()) {
      pending.push(...entry);
      if (pending.reduce((sum, { text }) => sum + wordsOf(plain(text)).length, 0) < JOINED) continue;
      long.push(...blocksOf(pending));
      pending = [];
    }
    if (pending.length > 0) long.push(...blocksOf(pending));
    for (const block of long) {
      if (block.grade > BLOCK)
        findings.push(
          `${block.where}: grade ${block.grade.toFixed(1)}, at most ${BLOCK}: shorter words or sentences: “${block.text}”`,
        );
    }
    let longest = 0;
    for (const { file, path, text } of strings) {
      for (const sentence of sentencesOf(plain(text))) {
        const { length } = wordsOf(sentence);
        longest = Math.max(longest, length);
        if (length > SENTENCE)
          findings.push(
            `${file}, ${path}: a sentence of ${length} words, at most ${SENTENCE}: “${sentence}”`,
          );
      }
    }
    const mean = long.reduce((sum, { grade }) => sum + grade, 0) / long.length;
    if (mean > MEAN) findings.push(`data/text/en/${name}: mean grade ${mean.toFixed(2)}, at most ${MEAN}`);
    rows.push([
      name,
      long.length,
      mean.toFixed(2),
      Math.max(...long.map(({ grade }) => grade)).toFixed(1),
      longest,
    ]);
  }
  console.log('file                 blocks  mean grade  highest  longest sentence');
  for (const [name, ...cells] of rows) {
    console.log(name.padEnd(19) + cells.map((cell, i) => String(cell).padStart([8, 12, 9, 18][i])).join(''));
  }
  none(findings, 'Too hard to read:');
});

function entryOf(name, id) {
  return name === 'ui.json' ? 'ui' : id;
}

function groupBy(strings, name) {
  const groups = new Map();
  for (const one of strings) {
    const key = entryOf(name, one.id);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
