/** The words that visitors read, and the tools of the checks that look at them. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { exists, filesIn, read, readJson, walk } from './project.mjs';

/** Files whose strings are typed by visitors, not read by them. */
const NOT_READ = ['search.json', 'crisis-words.json'];

/** All strings of data/text/<language>/ that visitors read: `{ file, id, path, text }`. */
export function visibleStrings(language = 'en', names = undefined) {
  const found = [];
  for (const file of filesIn(`data/text/${language}`, '.json')) {
    const name = file.split('/').at(-1);
    if (NOT_READ.includes(name) || (names && !names.includes(name))) continue;
    walk(readJson(file), (value, path) => {
      if (typeof value !== 'string' || path[0] === '$schema') return;
      // Words that visitors type, and forms in which a word of the glossary is recognised.
      if (path.indexOf('terms') > 0 || path.includes('forms')) return;
      if (name === 'language.json' && path[0] === 'review') return;
      const id = name === 'ui.json' ? path[0] : path.slice(1, 3).join('.');
      found.push({ file, id, path: path.join('.'), text: value });
    });
  }
  return found;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of medicines: whoever takes one knows the word, and no shorter one exists. */
const MEDICINES = [
  'methadone',
  'buprenorphine',
  'naltrexone',
  'naloxone',
  'Narcan',
  'Suboxone',
  'Subutex',
  'Buvidal',
  'Sublocade',
  'Brixadi',
  'Vivitrol',
  'Nyxoid',
  'acamprosate',
  'disulfiram',
  'diazepam',
  'Valium',
  'Xanax',
  'alprazolam',
  'lorazepam',
  'clonazepam',
  'zopiclone',
  'zolpidem',
  'benzodiazepines',
  'benzodiazepine',
  'z-drugs',
  'gabapentin',
  'pregabalin',
  'tramadol',
  'codeine',
  'oxycodone',
  'morphine',
  'fentanyl',
  'nitazenes',
  'nitazene',
  'xylazine',
  'medetomidine',
  'ketamine',
  'methamphetamine',
  'amphetamines',
  'amphetamine',
  'cocaine',
  'heroin',
  'cannabis',
  'marijuana',
  'ibogaine',
  'Cochrane',
  'opioids',
  'opioid',
];

/** Proper names that stand in the data or that texts speak of. */
export function properNames() {
  const names = new Set([
    'Alcoholics Anonymous',
    'Narcotics Anonymous',
    'Cocaine Anonymous',
    'Crystal Meth Anonymous',
    'Marijuana Anonymous',
    'Heroin Anonymous',
    'Pills Anonymous',
    'Dual Recovery Anonymous',
    'Double Trouble in Recovery',
    'Families Anonymous',
    'Adult Children of Alcoholics',
    'Co-Dependents Anonymous',
    'Secular Organizations for Sobriety',
    'SMART Recovery',
    'SMART Family & Friends',
    'LifeRing Secular Recovery',
    'Recovery Dharma',
    'Women for Sobriety',
    'Al-Anon',
    'Alateen',
    'Nar-Anon',
    'Substance Abuse and Mental Health Services Administration',
    'National Institute on Drug Abuse',
    'National Institute on Alcohol Abuse and Alcoholism',
    'Serenity Prayer',
    'Big Book',
    'United Kingdom',
    'United States',
    'New Zealand',
    'Australia',
    'Ireland',
    'Canada',
    'Northern Ireland',
    'Scotland',
    'America',
  ]);
  const add = (value) => typeof value === 'string' && value.length > 1 && names.add(value);
  if (exists('data/text/en/groups.json')) {
    for (const group of Object.values(readJson('data/text/en/groups.json').groups ?? {})) {
      add(group.name);
      add(group.abbreviation);
    }
  }
  if (exists('data/text/en/crisis-lines.json')) {
    const { countries = {}, lines = {} } = readJson('data/text/en/crisis-lines.json');
    Object.values(countries).forEach(add);
    Object.values(lines).forEach(({ name }) => add(name));
  }
  return [...names].sort((a, b) => b.length - a.length);
}

/** A function that puts `word` in the place of every proper name (and medicine, unless told otherwise). */
export function nameReplacer(word, { medicines = true } = {}) {
  const pattern = (list, flags) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, flags);
  const names = pattern(properNames(), 'gu');
  const drugs = pattern(MEDICINES, 'giu');
  return (text) => {
    const out = text.replace(names, word);
    return medicines ? out.replace(drugs, word) : out;
  };
}

/** Sentences of plain text. A line without a full stop is one sentence. */
export function sentencesOf(text) {
  return text
    .replace(/\b(?:e\.g|i\.e|etc|vs|a\.m|p\.m|Dr|St)\./g, (short) => short.replaceAll('.', ''))
    .replace(/(\d)\.(\d)/g, '$1$2')
    .split(/(?<=[.!?…]["”’)]*)\s+|\n+/u)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

export const wordsOf = (sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** Flesch-Kincaid US grade of a block. */
export function gradeOf(text) {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return {
    grade: fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }),
    words: words.length,
  };
}

/** Text of an HTML page as people read it. */
export const textOfHtml = (html) =>
  html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/\s(?:alt|title|aria-label|placeholder|content)="([^"]*)"/gi, ' >\n$1\n<x ')
    .replace(/<\/?(?:p|li|h\d|div|td|th|section|main|header|footer|nav|a|button|dt|dd|title)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ');

/** Text of a Markdown file without code. */
export const textOfMarkdown = (text) =>
  text
    .replace(/```[\s\S]*?```/g, '\n')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S+/g, ' ');

export { filesIn, read };
