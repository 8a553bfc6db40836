import { QUESTIONS } from '../../src/domain/groups/guided.js';

/**
 * Reads the tables of cases in test/fixtures/, and makes variants of their rows by rule. Plain text in, plain values
 * out: nothing here knows the search.
 */

export interface SearchRow {
  readonly theme: string;
  readonly typed: string;
  /** What stands behind the bars: `first`, `also`, `never`, `ask`, `guide`, `note`, `need`, `panel`, `in`. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
}

export const SEARCH_KEYS = ['first', 'also', 'never', 'ask', 'guide', 'note', 'need', 'panel', 'in'];

/** Lines with their theme; remarks and empty lines left out. */
function linesOf(text: string): { theme: string; line: string; number: number }[] {
  let theme = '';
  return text.split(/\r?\n/).flatMap((raw, i) => {
    const line = raw.trim();
    if (line.startsWith('== ')) theme = line.slice(3);
    return line === '' || line.startsWith('#') || line.startsWith('== ')
      ? []
      : [{ theme, line, number: i + 1 }];
  });
}

/** A line with parts behind bars, each a key and its values. */
function rowsOf(text: string, keys: readonly string[]): SearchRow[] {
  return linesOf(text).map(({ theme, line, number }) => {
    const [typed = '', ...parts] = line.split('|').map((part) => part.trim());
    if (parts.length === 0) throw new Error(`line ${number}: says nothing about “${typed}”`);
    const expected = parts.map((part): [string, string[]] => {
      const [key = '', values = ''] = part.split(':').map((side) => side.trim());
      if (!keys.includes(key)) throw new Error(`line ${number}: “${key}” is not one of ${keys.join(', ')}`);
      return [key, values.split(/\s+/)];
    });
    return { theme, typed, expected: new Map(expected) };
  });
}

export const searchRows = (text: string): SearchRow[] => rowsOf(text, SEARCH_KEYS);

/** People who answer the guided choice; `typed` says who they are. */
export const personaRows = (text: string): SearchRow[] =>
  rowsOf(text, ['in', ...QUESTIONS, 'first', 'says', 'never']);

/** Phrases by the heading under which they stand. */
export function crisisRows(text: string): { readonly crisis: string; readonly typed: string }[] {
  return linesOf(text).map(({ theme, line }) => ({ crisis: theme.split(/\s+/)[0] ?? '', typed: line }));
}

export interface Variant {
  readonly rule: string;
  readonly typed: string;
  readonly row: SearchRow;
}

const SHORTEST = 5;

/** The same number for the same word on every machine. */
const numberOf = (word: string): number =>
  [...word].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, 7);

const inWord =
  (change: (word: string, at: number) => string) =>
  (typed: string): string | null => {
    const words = typed.split(' ');
    const long = words.map((word, i) => [word, i] as const).filter(([word]) => /^[a-z]{5,}$/i.test(word));
    const [word, i] = long[numberOf(typed) % Math.max(1, long.length)] ?? ['', -1];
    if (word.length < SHORTEST) return null;
    return words.with(i, change(word, numberOf(word) % word.length)).join(' ');
  };

type Rule = (typed: string) => string | null;

const RULES: Readonly<Record<string, Rule>> = {
  'a letter dropped': inWord((word, at) => word.slice(0, at) + word.slice(at + 1)),
  'a letter doubled': inWord((word, at) => word.slice(0, at) + word[at]! + word.slice(at)),
  'two letters swapped': inWord((word, at) => {
    const left = Math.min(at, word.length - 2);
    return word.slice(0, left) + word[left + 1]! + word[left]! + word.slice(left + 2);
  }),
};

/** Variants of rows, by every rule and every phrase before them in turn, at most `most`, spread over all rows. */
export function variantsOf(rows: readonly SearchRow[], most: number, before: readonly string[]): Variant[] {
  const rules: [string, Rule][] = [
    ...Object.entries(RULES),
    ...before.map((phrase): [string, Rule] => [phrase, (typed) => `${phrase} ${typed}`]),
  ];
  const all = rules.flatMap(([rule, change]) =>
    rows.flatMap((row): Variant[] => {
      const typed = change(row.typed);
      return typed === null || typed === row.typed ? [] : [{ rule, typed, row }];
    }),
  );
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}
