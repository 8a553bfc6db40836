import { expandPattern, type WordSets } from '../text/patterns.js';
import { longestPhrase, phraseAt } from '../text/phrases.js';
import { typingErrors } from '../text/typing-error.js';
import { phraseOf, wordsOf } from '../text/words.js';

/**
 * What typed words say about danger. `emergency`: somebody may be dying now; `suicide`: somebody may want to die;
 * `loss`: an overdose is spoken of together with a death or the past.
 */
export type Crisis = 'emergency' | 'suicide' | 'loss';

/** The phrases and patterns, as a counsellor writes them in data/text/<language>/crisis-words.json. */
export interface CrisisWords {
  /** So plainly about this moment that words of loss do not soften them ("not breathing"). */
  readonly urgent: readonly string[];
  readonly emergency: readonly string[];
  readonly suicide: readonly string[];
  /** Words of death or of the past, which turn "overdose" into grief. */
  readonly loss: readonly string[];
  /** Taken out before anything else is looked for ("overdose awareness group"). */
  readonly not: readonly string[];
}

type CrisisKind = keyof CrisisWords;

export interface CrisisIndex {
  readonly phrases: ReadonlyMap<string, CrisisKind>;
  readonly longest: number;
  /** One-word phrases that are also recognised with a typing error. */
  readonly singles: readonly (readonly [string, CrisisKind])[];
}

const SHORTEST_WITH_TYPING_ERROR = 7;
/** Where a phrase stands in several lists, the later one here wins. */
const KINDS: readonly CrisisKind[] = ['loss', 'emergency', 'urgent', 'suicide', 'not'];

const SOFT: ReadonlySet<CrisisKind> = new Set(['loss', 'not']);
const HARD: ReadonlySet<CrisisKind> = new Set(['urgent', 'suicide']);

/** A phrase of danger that starts between two words and goes on after the second. */
function dangerAcross(
  words: readonly string[],
  from: number,
  end: number,
  { phrases, longest }: CrisisIndex,
): CrisisKind | null {
  for (let start = from; start < end; start++) {
    const hit = phraseAt(words, start, phrases, longest);
    if (hit && HARD.has(hit.value) && start + hit.length > end) return hit.value;
  }
  return null;
}

/**
 * @param sets Lists of words that the patterns name.
 * @param base Words of another language that count too; where both have a phrase, `words` decide.
 */
export function indexCrisisWords(words: CrisisWords, sets: WordSets = {}, base?: CrisisIndex): CrisisIndex {
  const phrases = new Map<string, CrisisKind>(base?.phrases);
  for (const kind of KINDS) {
    for (const pattern of words[kind]) {
      for (const phrase of expandPattern(pattern, sets)) phrases.set(phraseOf(phrase), kind);
    }
  }
  const singles: (readonly [string, CrisisKind])[] = [];
  for (const [phrase, kind] of phrases) {
    if (!SOFT.has(kind) && phrase.length >= SHORTEST_WITH_TYPING_ERROR && !phrase.includes(' '))
      singles.push([phrase, kind]);
  }
  return { phrases, longest: longestPhrase(phrases.keys()), singles };
}

/**
 * Looks for danger in typed words. Whole words only, the longest phrase first; when in doubt the more urgent reading
 * wins, because a panel too many does less harm than one too few.
 */
export function crisisIn(typed: string, index: CrisisIndex): Crisis | null {
  const words = wordsOf(typed);
  const found = new Set<CrisisKind>();
  for (let i = 0; i < words.length;) {
    const hit = phraseAt(words, i, index.phrases, index.longest);
    if (hit) {
      found.add(hit.value);
      // "Dead tired of living": words that soften must not swallow the start of words that do not.
      const end = i + hit.length;
      const inside = SOFT.has(hit.value) ? dangerAcross(words, i + 1, end, index) : null;
      if (inside) found.add(inside);
      i = end;
      continue;
    }
    const word = words[i]!;
    const near = index.singles.find(([known]) => typingErrors(word, known) === 1);
    if (near) found.add(near[1]);
    i++;
  }
  if (found.has('urgent')) return 'emergency';
  if (found.has('suicide')) return 'suicide';
  if (found.has('emergency')) return found.has('loss') ? 'loss' : 'emergency';
  return null;
}
