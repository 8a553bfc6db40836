import { distance } from 'fastest-levenshtein';

/*
 * How long the known word has to be for each error to be forgiven. Short words have many neighbors ("house" and "horse",
 * "code" and "coke"), and the more letters an error leaves as they are, the shorter the word may be.
 */
const SHORTEST = 4;
const SHORTEST_WITH_DROPPED_LETTER = 5;
const SHORTEST_WITH_REPLACED_LETTER = 6;
/** People rarely miss the first letter, and most false friends differ there. */
const SHORTEST_WITH_WRONG_START = 5;
const SHORTEST_WITHOUT_START = 6;
/** Half the letters of both words together, for two errors. */
const LONG = 7;

/** Where two words begin to differ. */
const differAt = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
};

/**
 * How far a typed word is from a known one: 1 for one letter dropped, doubled, replaced or two swapped, 2 for two such
 * errors in a long word, 0 for the same word, and Infinity where they are different words.
 */
export function typingErrors(typed: string, known: string): number {
  if (typed === known) return 0;
  const more = typed.length - known.length;
  if (known.length < SHORTEST || more > 2 || more < -2) return Infinity;
  const at = differAt(typed, known);
  if (more === 0 && typed[at] === known[at + 1] && typed[at + 1] === known[at]) {
    if (typed.slice(at + 2) === known.slice(at + 2))
      return at > 0 || known.length >= SHORTEST_WITH_WRONG_START ? 1 : Infinity;
  }
  if (more === 1 && at > 0 && typed[at] === typed[at - 1] && typed.slice(at + 1) === known.slice(at))
    return 1;
  if (at === 0) return known.length >= SHORTEST_WITHOUT_START && typed === known.slice(1) ? 1 : Infinity;
  if (known.length < SHORTEST_WITH_DROPPED_LETTER) return Infinity;
  const errors = distance(typed, known);
  if (errors === 1) return more !== 0 || known.length >= SHORTEST_WITH_REPLACED_LETTER ? 1 : Infinity;
  return errors === 2 && typed.length + known.length > 2 * LONG ? 2 : Infinity;
}
