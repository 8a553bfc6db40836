/** One known phrase found in a list of words. */
export interface FoundPhrase<T> {
  readonly start: number;
  readonly length: number;
  readonly phrase: string;
  readonly value: T;
}

/** The number of words of the longest phrase. */
export function longestPhrase(phrases: Iterable<string>): number {
  let longest = 0;
  for (const phrase of phrases) {
    let words = 1;
    for (let space = phrase.indexOf(' '); space > 0; space = phrase.indexOf(' ', space + 1)) words++;
    if (words > longest) longest = words;
  }
  return longest;
}

/**
 * The phrase that starts at a word, the longest first, compared as whole words only:
 * "od" is not found in "method".
 */
export function phraseAt<T>(
  words: readonly string[],
  start: number,
  phrases: ReadonlyMap<string, T>,
  longest: number,
): FoundPhrase<T> | null {
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    const phrase = words.slice(start, start + length).join(' ');
    const value = phrases.get(phrase);
    if (value !== undefined) return { start, length, phrase, value };
  }
  return null;
}
