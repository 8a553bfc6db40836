import { longestPhrase, phraseAt } from '../text/phrases.js';
import { typingErrors } from '../text/typing-error.js';
import { phraseOf, wordsOf } from '../text/words.js';

/** What a word can mean: a substance, something a person says about themselves (a need), or a group's name. */
export interface Meaning {
  readonly kind: 'substance' | 'need' | 'group';
  readonly id: string;
}

/** The words that lead to one meaning, as people type them. */
export interface Term extends Meaning {
  readonly terms: readonly string[];
}

export interface Vocabulary {
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  /** Words with two meanings that only the visitor can tell apart ("skunk"). */
  readonly ambiguous: ReadonlyMap<string, readonly Meaning[]>;
  /** Words that say nothing about what is looked for ("help with"). */
  readonly ignored: ReadonlySet<string>;
  readonly longest: number;
}

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

const STRENGTH_AFTER_TYPING_ERROR = 0.9;
const STRENGTH_OF_A_QUESTION = 0.8;
const STRENGTH_OF_A_BEGINNING = 0.6;
const SHORTEST_BEGINNING = 3;
const MOST_MEANINGS_OF_A_BEGINNING = 4;

export function buildVocabulary(
  terms: readonly Term[],
  ambiguous: Readonly<Record<string, readonly Meaning[]>>,
  ignored: readonly string[],
): Vocabulary {
  const phrases = new Map<string, Meaning[]>();
  for (const { kind, id, terms: written } of terms) {
    for (const term of written) {
      const phrase = phraseOf(term);
      const meanings = phrases.get(phrase);
      if (!meanings) phrases.set(phrase, [{ kind, id }]);
      else if (!meanings.some((known) => known.kind === kind && known.id === id)) meanings.push({ kind, id });
    }
  }
  const questions = new Map(Object.entries(ambiguous).map(([word, meanings]) => [phraseOf(word), meanings]));
  return {
    phrases,
    ambiguous: questions,
    ignored: new Set(ignored.map(phraseOf)),
    longest: longestPhrase([...phrases.keys(), ...questions.keys()]),
  };
}

function meaningsOfBeginning(word: string, vocabulary: Vocabulary): Meaning[] {
  const starts = [...vocabulary.phrases.keys()].filter((phrase) => phrase.startsWith(word));
  starts.sort((a, b) => a.length - b.length);
  const found: Meaning[] = [];
  for (const phrase of starts) {
    for (const meaning of vocabulary.phrases.get(phrase)!) {
      if (found.length === MOST_MEANINGS_OF_A_BEGINNING) return found;
      if (!found.some(({ kind, id }) => kind === meaning.kind && id === meaning.id)) found.push(meaning);
    }
  }
  return found;
}

function meaningsNear(
  word: string,
  vocabulary: Vocabulary,
): { phrase: string; meanings: readonly Meaning[] } | null {
  let nearest: string | null = null;
  let fewest = Infinity;
  for (const phrase of vocabulary.phrases.keys()) {
    const errors = typingErrors(word, phrase);
    if (errors < fewest) {
      fewest = errors;
      nearest = phrase;
    }
  }
  return nearest === null ? null : { phrase: nearest, meanings: vocabulary.phrases.get(nearest)! };
}

/**
 * Reads what a visitor typed. Whole phrases come first ("my son" before "son"), then the beginning of the last word
 * (it may not be finished), then typing errors. Words that say nothing are passed over, the rest is `unknown`.
 * @param answers What the visitor answered about words with two meanings, by phrase.
 */
export function understand(
  typed: string,
  vocabulary: Vocabulary,
  answers: ReadonlyMap<string, Meaning> = new Map(),
): Understanding {
  const words = wordsOf(typed);
  const matches = new Map<string, Match>();
  const questions = new Map<string, readonly Meaning[]>();
  const unknown: string[] = [];
  const add = (meanings: readonly Meaning[], phrase: string, strength: number): void => {
    for (const { kind, id } of meanings) {
      const key = `${kind} ${id}`;
      const known = matches.get(key);
      if (!known || known.strength < strength) matches.set(key, { kind, id, phrase, strength });
    }
  };
  const unfinished = /[\p{L}\p{N}]$/u.test(typed) ? words.length - 1 : -1;
  for (let i = 0; i < words.length;) {
    const asked = phraseAt(words, i, vocabulary.ambiguous, vocabulary.longest);
    const known = phraseAt(words, i, vocabulary.phrases, vocabulary.longest);
    if (asked && asked.length >= (known?.length ?? 0)) {
      questions.set(asked.phrase, asked.value);
      i += asked.length;
      continue;
    }
    if (known) {
      add(known.value, known.phrase, 1);
      i += known.length;
      continue;
    }
    const word = words[i]!;
    if (!vocabulary.ignored.has(word)) {
      const begun =
        i === unfinished && word.length >= SHORTEST_BEGINNING ? meaningsOfBeginning(word, vocabulary) : [];
      const near = begun.length > 0 ? null : meaningsNear(word, vocabulary);
      if (begun.length > 0) add(begun, word, STRENGTH_OF_A_BEGINNING);
      else if (near) add(near.meanings, near.phrase, STRENGTH_AFTER_TYPING_ERROR);
      else unknown.push(word);
    }
    i++;
  }
  // A word that could be asked about needs no question where another word already gives one of its meanings.
  const open = [...questions]
    .filter(([, meanings]) => !meanings.some(({ kind, id }) => matches.has(`${kind} ${id}`)))
    .map(([phrase, meanings]): Question => ({ phrase, meanings, answer: answers.get(phrase) ?? null }));
  for (const { phrase, meanings, answer } of open) {
    if (answer) add([answer], phrase, 1);
    else add(meanings, phrase, STRENGTH_OF_A_QUESTION);
  }
  return {
    matches: [...matches.values()],
    questions: open,
    unknown,
    typed: words.length > 0,
  };
}
