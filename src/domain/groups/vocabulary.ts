import {
  buildLexicon,
  endingsOf,
  findPhrase,
  keyOf,
  phrasesFrom,
  readWord,
  withoutEnding,
  type Lexicon,
  type LexiconPhrase,
} from '../text/lexicon.js';
import { expandPattern, type WordSets } from '../text/patterns.js';
import { phraseOf, wordsOf } from '../text/words.js';

/** What a word can mean: a substance, something a person says about themselves (a need), or a group's name. */
export interface Meaning {
  readonly kind: 'substance' | 'need' | 'group';
  readonly id: string;
}

/** The words that lead to one meaning, as people type them. They may be patterns. */
export interface Term extends Meaning {
  readonly terms: readonly string[];
}

/** How the words of one language are read. */
export interface ReadingRules {
  /** Words with several meanings that only the visitor can tell apart ("skunk"). */
  readonly ambiguous?: Readonly<Record<string, readonly Meaning[]>>;
  /** What says something only where no other substance is named: "smoking", but not in "smoking heroin". */
  readonly alone?: readonly string[];
  /** Little words that make no difference inside a phrase ("the", "of"). */
  readonly fillers?: readonly string[];
  /** Words that say nothing about what is looked for ("help"). */
  readonly ignored?: readonly string[];
  /** Endings that make no difference, such as `s`, or `ing=e` where another ending stands in their place. */
  readonly endings?: readonly string[];
  /** Lists of words that patterns name. */
  readonly sets?: WordSets;
}

interface Sense {
  readonly meanings: readonly Meaning[];
  readonly question: boolean;
  readonly alone: boolean;
}

export interface Vocabulary {
  readonly lexicon: Lexicon<Sense>;
  readonly fillers: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
}

/** Strength of a word that may mean something else too; the start of a word that may become another has less. */
export const LIKELY = 0.8;

/** One meaning found in what was typed. `strength`: 1 as typed, less after a typing error or for the start of a word. */
export interface Match extends Meaning {
  readonly phrase: string;
  readonly strength: number;
}

export interface Question {
  readonly phrase: string;
  readonly meanings: readonly Meaning[];
  readonly answer: Meaning | null;
}

/** What typed words were understood to say. */
export interface Understanding {
  readonly matches: readonly Match[];
  /** Words to ask back about, with their meanings, and the one that the visitor chose. */
  readonly questions: readonly Question[];
  /** Words that lead nowhere. */
  readonly unknown: readonly string[];
  /** Whether anything but white space was typed. */
  readonly typed: boolean;
}

/** The substance that stands for all of them. */
export const ANY_DRUG = 'any-drug';

const STRENGTH_AFTER_TYPING_ERROR = 0.9;
const STRENGTH_OF_A_QUESTION = 0.8;
const STRENGTH_OF_A_BEGINNING = 0.6;
const SHORTEST_BEGINNING = 3;
const MOST_MEANINGS_OF_A_BEGINNING = 4;

const sameMeaning =
  (a: Meaning) =>
  (b: Meaning): boolean =>
    a.kind === b.kind && a.id === b.id;

/** The words that count; a phrase of nothing but little words keeps them. */
function withoutFillers(words: readonly string[], fillers: ReadonlySet<string>): readonly string[] {
  if (!words.some((word) => fillers.has(word))) return words;
  const left = words.filter((word) => !fillers.has(word));
  return left.length > 0 ? left : words;
}

export function buildVocabulary(terms: readonly Term[], rules: ReadingRules = {}): Vocabulary {
  const { sets = {} } = rules;
  const fillers = new Set(rules.fillers?.map(phraseOf));
  const entries = new Map<string, LexiconPhrase<Sense>>();
  const wordsIn = (phrase: string): readonly string[] => withoutFillers(phraseOf(phrase).split(' '), fillers);
  const alone = new Set(
    rules.alone?.flatMap((pattern) => expandPattern(pattern, sets)).map((phrase) => keyOf(wordsIn(phrase))),
  );
  const add = (phrase: string, meanings: readonly Meaning[], sense: Sense): void => {
    const words = wordsIn(phrase);
    const key = keyOf(words);
    const known = sense.question ? undefined : entries.get(key)?.value;
    if (known && meanings.every((meaning) => known.meanings.some(sameMeaning(meaning)))) return;
    const value = known
      ? { ...known, meanings: [...known.meanings, ...meanings] }
      : alone.has(key)
        ? { ...sense, alone: true }
        : sense;
    entries.set(key, { phrase, words, value });
  };
  // There are thousands of phrases, on slow phones too: those of one entry share what they stand for.
  for (const { kind, id, terms: written } of terms) {
    const meanings = [{ kind, id }];
    const sense = { meanings, question: false, alone: false };
    for (const pattern of written) {
      for (const phrase of expandPattern(pattern, sets)) add(phrase, meanings, sense);
    }
  }
  for (const [phrase, meanings] of Object.entries(rules.ambiguous ?? {})) {
    add(phrase, meanings, { meanings, question: true, alone: false });
  }
  return {
    lexicon: buildLexicon(entries, endingsOf(rules.endings ?? [])),
    fillers,
    ignored: new Set(rules.ignored?.map(phraseOf)),
  };
}

function meaningsFrom(key: string, lexicon: Lexicon<Sense>): Meaning[] {
  const found: Meaning[] = [];
  for (const { value } of phrasesFrom(key, lexicon)) {
    for (const meaning of value.meanings) {
      if (found.length === MOST_MEANINGS_OF_A_BEGINNING) return found;
      if (!found.some(sameMeaning(meaning))) found.push(meaning);
    }
  }
  return found;
}

interface Hit extends Sense {
  readonly phrase: string;
  readonly strength: number;
}

/** The known phrases in what was typed, from left to right. */
function hitsIn(typed: string, vocabulary: Vocabulary): { hits: Hit[]; unknown: string[] } {
  const { lexicon, fillers, ignored } = vocabulary;
  const counting = withoutFillers(wordsOf(typed), fillers);
  const skip = (word: string): boolean =>
    fillers.has(word) || ignored.has(word) || withoutEnding(word, ignored, lexicon.endings) !== null;
  // The last word may not be finished.
  const last = /[\p{L}\p{N}]$/u.test(typed) ? counting.length - 1 : -1;
  const begun = (from: number): readonly Meaning[] => {
    const key = keyOf(counting.slice(from));
    const open = last >= 0 && key.length >= SHORTEST_BEGINNING && counting.length - from <= lexicon.longest;
    return open ? meaningsFrom(key, lexicon) : [];
  };
  const words = counting.map((word, i) =>
    ignored.has(word)
      ? { typed: word, plain: word, right: word, rightPlain: word, idle: true }
      : readWord(word, lexicon, skip(word) || (i === last && begun(i).length > 0)),
  );
  const hits: Hit[] = [];
  const unknown: string[] = [];
  for (let i = 0; i < words.length;) {
    const found = findPhrase(words, i, lexicon);
    if (found) {
      hits.push({
        ...found.value,
        phrase: found.phrase,
        strength: found.forgiven ? STRENGTH_AFTER_TYPING_ERROR : 1,
      });
      i += found.length;
      continue;
    }
    const { typed: word } = words[i]!;
    if (!skip(word)) {
      const meanings = begun(i);
      if (meanings.length > 0) {
        hits.push({
          meanings,
          question: false,
          alone: false,
          phrase: word,
          strength: STRENGTH_OF_A_BEGINNING,
        });
        break;
      }
      unknown.push(word);
    }
    i++;
  }
  return { hits, unknown };
}

/**
 * Reads what a visitor typed. The longest phrases come first ("best friend" before "friend"), as typed, else without
 * endings, else with typing errors forgiven; the last word may be a beginning. Words that say nothing are passed over,
 * the rest is `unknown`.
 * @param answers What the visitor answered about words with several meanings, by phrase.
 */
export function understand(
  typed: string,
  vocabulary: Vocabulary,
  answers: ReadonlyMap<string, Meaning> = new Map(),
): Understanding {
  const { hits: all, unknown } = hitsIn(typed, vocabulary);
  const named = all.some(
    ({ alone, meanings }) =>
      !alone && meanings.some(({ kind, id }) => kind === 'substance' && id !== ANY_DRUG),
  );
  const hits = named ? all.filter(({ alone }) => !alone) : all;

  const matches = new Map<string, Match>();
  const add = (meanings: readonly Meaning[], phrase: string, strength: number): void => {
    for (const { kind, id } of meanings) {
      const key = `${kind} ${id}`;
      const known = matches.get(key);
      if (!known || known.strength < strength) matches.set(key, { kind, id, phrase, strength });
    }
  };
  for (const { meanings, question, phrase, strength } of hits) if (!question) add(meanings, phrase, strength);
  // A word that could be asked about needs no question where another word already gives one of its meanings.
  const questions = new Map(
    hits
      .filter(
        ({ question, meanings }) =>
          question && !meanings.some(({ kind, id }) => matches.has(`${kind} ${id}`)),
      )
      .map(({ phrase, meanings }) => [phrase, { phrase, meanings, answer: answers.get(phrase) ?? null }]),
  );
  for (const { phrase, meanings, answer } of questions.values()) {
    if (answer) add([answer], phrase, 1);
    else add(meanings, phrase, STRENGTH_OF_A_QUESTION);
  }
  return {
    matches: [...matches.values()],
    questions: [...questions.values()],
    unknown,
    typed: wordsOf(typed).length > 0,
  };
}
