/**
 * A language is one folder in data/text/: the same files, no unknown key; what is missing is shown in English and
 * listed here. An invented language proves that one folder is really all it takes.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { rollup } from 'rollup';
import { exists, filesIn, foldersIn, inRoot, none, readJson } from '../support/project.mjs';
import { languageBundle, wordsBundle } from '../../scripts/lib/rollup-plugins.mjs';

const others = foldersIn('data/text').filter((language) => language !== 'en');
const isTable = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** One string per plural form: a language has other forms than English. */
const isPlural = (value) => isTable(value) && typeof value.other === 'string';

function compare(english, other, path, missing, unknown) {
  if (!isTable(english) || !isTable(other) || isPlural(english)) return;
  for (const key of Object.keys(english)) {
    if (key === '$schema' || key === 'terms' || key === 'forms') {
      if (isTable(english[key])) compare(english[key], other[key], [...path, key], missing, unknown);
    } else if (!(key in other)) {
      if (path[0] !== 'ambiguous') missing.push([...path, key].join('.'));
    } else compare(english[key], other[key], [...path, key], missing, unknown);
  }
  for (const key of Object.keys(other)) {
    // Words that visitors type are each language's own.
    if (
      !(key in english) &&
      path[0] !== 'ambiguous' &&
      path[0] !== 'sets' &&
      key !== 'terms' &&
      key !== 'forms'
    )
      unknown.push([...path, key].join('.'));
  }
}

for (const language of others) {
  test(`data/text/${language} fits English`, () => {
    const findings = [];
    for (const file of filesIn('data/text/en', '.json')) {
      const own = file.replace('/en/', `/${language}/`);
      if (!exists(own)) {
        findings.push(`${own} is missing: copy ${file} and translate it`);
        continue;
      }
      const missing = [];
      const unknown = [];
      compare(readJson(file), readJson(own), [], missing, unknown);
      for (const key of unknown) findings.push(`${own}: English has no "${key}": correct or remove it`);
      if (missing.length > 0)
        console.log(`${own}: ${missing.length} shown in English: ${missing.slice(0, 40).join(', ')}`);
    }
    for (const file of filesIn(`data/text/${language}`)) {
      if (!exists(file.replace(`/${language}/`, '/en/')))
        findings.push(`${file}: English has no such file: rename or remove it`);
    }
    none(findings, 'A language that does not fit:');
  });
}

test('there is a language besides English to compare', () => assert.notDeepEqual(others, []));

test(
  'one folder of words makes a complete module in a new language',
  { skip: !exists('src/index.ts') && 'src/index.ts is missing' },
  async () => {
    const folder = inRoot('node_modules/.cache/pseudo-language/qps');
    const file = join(folder, '..', 'support-group-elements.qps.js');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const marks = [];
    for (const source of filesIn('data/text/en', '.json')) {
      const name = source.split('/').at(-1);
      let first = true;
      const invent = (value, key) => {
        if (Array.isArray(value)) return value.map((part) => invent(part));
        if (value !== null && typeof value === 'object') {
          return Object.fromEntries(Object.entries(value).map(([k, part]) => [k, invent(part, k)]));
        }
        if (typeof value !== 'string' || key === '$schema') return value;
        const text = `${value}QPS${first ? name.replace(/\W/g, '') : ''}`;
        if (first) marks.push(`QPS${name.replace(/\W/g, '')}`);
        first = false;
        return text;
      };
      writeFileSync(join(folder, name), JSON.stringify(invent(readJson(source))));
    }
    const words = join(folder, '..', 'support-group-elements.words.qps.js');
    for (const config of [
      languageBundle({ language: 'qps', folder, file }),
      wordsBundle({ language: 'qps', folder, file: words }),
    ]) {
      const build = await rollup(config);
      await build.write(config.output);
      await build.close();
    }
    const code = readFileSync(file, 'utf8');
    const { default: read } = await import(pathToFileURL(words));
    const text = JSON.stringify(read);
    none(
      marks
        .filter((mark) => !text.includes(mark))
        .map((mark) => `the words of ${mark.slice(3)} are not in the file of words`),
      'A language that gets lost:',
    );
    assert.ok(code.length > readFileSync(words, 'utf8').length * 2, 'the complete file holds the module too');
    assert.match(code, /["'`]qps["'`]/, 'registerLanguage has to get the name of the language');
  },
);
