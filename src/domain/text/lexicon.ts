import { typingErrors } from './typing-error.js';

/** An ending that says nothing about the meaning, and what stands there without it: `ing` and `e` for "smoking". */
export interface Ending {
  readonly ending: string;
  readonly instead: string;
}

/** Known phrases, each with what it stands for. */
export interface Lexicon<T> {
  /** By key: without spaces, so that "cold turkey" and "coldturkey" are the same. */
  readonly entries: ReadonlyMap<string, LexiconEntry<T>>;
  /** Every word of every phrase; those that are a phrase of their own come first. Made when first asked for. */
  readonly words: () => ReadonlySet<string>;
  readonly endings: readonly Ending[];
  /** The number of words of the longest phrase. */
  readonly longest: number;
}

export interface LexiconEntry<T> {
  readonly phrase: string;
  readonly value: T;
}

export interface LexiconPhrase<T> extends LexiconEntry<T> {
  readonly words: readonly string[];
}

/** A typed word, and what it may have been meant to be. */
export interface TypedWord {
  readonly typed: string;
  /** Without its ending, where that is a known word. */
  readonly plain: string;
  /** Without a typing error, where it is no known word. */
  readonly right: string;
  /** That without its ending. */
  readonly rightPlain: string;
  /** It says nothing, and is not bent to say something. */
  readonly idle?: boolean;
}

export interface Found<T> extends LexiconEntry<T> {
  readonly length: number;
  /** Only because a typing error was forgiven. */
  readonly forgiven: boolean;
}

/** How the words of a phrase are compared. */
export const keyOf = (words: readonly string[]): string => words.join('');

const SHORTEST_STEM = 3;

/** `"ing=e"` in the data is the ending "ing", with an "e" in its place. */
export const endingsOf = (written: readonly string[]): Ending[] =>
  written.map((text) => {
    const [ending = '', instead = ''] = text.split('=');
    return { ending, instead };
  });

export function buildLexicon<T>(
  entries: ReadonlyMap<string, LexiconPhrase<T>>,
  endings: readonly Ending[],
): Lexicon<T> {
  let longest = 0;
  for (const { words } of entries.values()) if (words.length > longest) longest = words.length;
  let known: Set<string> | undefined;
  const words = (): ReadonlySet<string> => {
    if (known) return known;
    known = new Set();
    for (const phrase of entries.values()) if (phrase.words.length === 1) known.add(phrase.words[0]!);
    for (const phrase of entries.values()) for (const word of phrase.words) known.add(word);
    return known;
  };
  return { entries, words, endings, longest };
}

/**
 * The word without its ending, where that is a word of `known`; a letter doubled before the ending is one.
 * @param shorterThan The length that an ending does not reach: in words that are compared as one, no ending is a word.
 */
export function withoutEnding(
  word: string,
  known: { has(word: string): boolean },
  endings: readonly Ending[],
  shorterThan = Infinity,
): string | null {
  for (const { ending, instead } of endings) {
    const end = word.length - ending.length;
    if (end < SHORTEST_STEM || ending.length >= shorterThan || !word.endsWith(ending)) continue;
    const stem = word.slice(0, end) + instead;
    if (known.has(stem)) return stem;
    if (instead === '' && word[end - 1] === word[end - 2] && known.has(stem.slice(0, -1)))
      return stem.slice(0, -1);
  }
  return null;
}

/** The known word with the fewest typing errors, with or without an ending. */
function nearest(word: string, known: Iterable<string>, endings: readonly Ending[]): string | null {
  let found: string | null = null;
  let fewest = Infinity;
  const look = (typed: string, most = Infinity): void => {
    for (const candidate of known) {
      const errors = typingErrors(typed, candidate);
      if (errors < fewest && errors <= most) {
        fewest = errors;
        found = candidate;
      }
    }
  };
  look(word);
  for (const { ending, instead } of endings) {
    const end = word.length - ending.length;
    // Another ending in its place is a guess already: one typing error on top of it is enough.
    if (end >= SHORTEST_STEM && word.endsWith(ending))
      look(word.slice(0, end) + instead, instead === '' ? Infinity : 1);
  }
  return found;
}

/** @param certain A word that is not looked at for typing errors. */
export function readWord<T>(typed: string, lexicon: Lexicon<T>, certain: boolean): TypedWord {
  const { endings } = lexicon;
  const known = lexicon.words();
  const plain = withoutEnding(typed, known, endings) ?? typed;
  if (certain || plain !== typed || known.has(typed))
    return { typed, plain, right: plain, rightPlain: plain };
  const right = nearest(typed, known, endings) ?? typed;
  return { typed, plain, right, rightPlain: withoutEnding(right, known, endings) ?? right };
}

/** The longest phrase that starts at a word: as typed, else without endings, else with typing errors forgiven. */
export function findPhrase<T>(
  words: readonly TypedWord[],
  start: number,
  lexicon: Lexicon<T>,
): Found<T> | null {
  for (let length = Math.min(lexicon.longest, words.length - start); length > 0; length--) {
    const part = words.slice(start, start + length);
    const key = keyOf(part.map(({ typed }) => typed));
    const plain =
      lexicon.entries.get(key) ??
      lexicon.entries.get(keyOf(part.map((word) => word.plain))) ??
      // "Pain killers" is "painkiller".
      (length > 1 || !part[0]!.idle
        ? lexicon.entries.get(
            withoutEnding(key, lexicon.entries, lexicon.endings, part.at(-1)!.typed.length) ?? '',
          )
        : undefined);
    if (plain) return { ...plain, length, forgiven: false };
    const right =
      lexicon.entries.get(keyOf(part.map((word) => word.right))) ??
      lexicon.entries.get(keyOf(part.map((word) => word.rightPlain)));
    if (right) return { ...right, length, forgiven: true };
  }
  return null;
}

/** The phrases that begin like this, the shortest first. */
export function phrasesFrom<T>(key: string, { entries }: Lexicon<T>): LexiconEntry<T>[] {
  const found: [string, LexiconEntry<T>][] = [];
  for (const entry of entries) if (entry[0].startsWith(key)) found.push(entry);
  return found.sort(([a], [b]) => a.length - b.length).map(([, entry]) => entry);
}
