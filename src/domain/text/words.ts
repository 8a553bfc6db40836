const APOSTROPHES = /['’‘ʼ`´]/g;
const MARKS = /\p{M}+/gu;
const AND = /&/g;
/** "N.A.", "o.d." */
const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu;
const DOTS = /\./g;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/**
 * The words of a typed text, so that case, accents, apostrophes, hyphens and the dots of "N.A." do not matter:
 * `"I’m on Héroïne – can't stop"` gives `["im", "on", "heroine", "cant", "stop"]`.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(AND, ' and ');
  // The expression is slow to start with, and dots are rare.
  const joined = folded.includes('.')
    ? folded.replace(DOTTED, (letters) => letters.replace(DOTS, ''))
    : folded;
  return joined.split(SEPARATORS).filter((word) => word !== '');
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** The same text as one line of words; phrases are compared in this form. */
export function phraseOf(text: string): string {
  // Most of the vocabulary is written in this form, and there is a lot of it.
  if (PLAIN.test(text)) return text;
  return wordsOf(text).join(' ');
}
