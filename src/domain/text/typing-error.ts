import { distance } from 'fastest-levenshtein';

/** Shorter words have too many neighbours: "house" is one letter from "horse", "code" from "coke". */
const SHORTEST = 5;
const SHORTEST_WITH_REPLACED_LETTER = 6;
/** Half the letters of both words together. */
const LONG = 7;

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
};

/**
 * How far a typed word is from a known one: 1 for one letter dropped, doubled, replaced or two swapped, 2 for two such
 * errors in a long word, 0 for the same word, and Infinity where they are different words. The first letter must be
 * right: people rarely miss it, and most false friends differ there.
 */
export function typingErrors(typed: string, known: string): number {
  if (typed === known) return 0;
  const shorter = Math.min(typed.length, known.length);
  if (shorter < SHORTEST || typed[0] !== known[0] || Math.abs(typed.length - known.length) > 2)
    return Infinity;
  if (isSwap(typed, known)) return 1;
  const errors = distance(typed, known);
  if (errors === 1)
    return typed.length !== known.length || shorter >= SHORTEST_WITH_REPLACED_LETTER ? 1 : Infinity;
  return errors === 2 && typed.length + known.length > 2 * LONG ? 2 : Infinity;
}
