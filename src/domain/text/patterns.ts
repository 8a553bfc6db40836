/** Lists of words with a name, so that a pattern need not repeat them: `{ kin: ["son", "daughter"] }`. */
export type WordSets = Readonly<Record<string, readonly string[]>>;

/** `[a|b c|]` or `{name}`: the parts of a pattern that stand for several words. */
const CHOICE = /\[([^\]]*)\]|\{([^}]*)\}/g;

const joined = (before: string, after: string): string =>
  before === '' ? after : after === '' ? before : `${before} ${after}`;

/**
 * All phrases that a pattern stands for. `[him|her]` is one of these, `[up|]` may be left out, `{kin}` is one word of
 * that list: `"cant wake [him|her] [up|]"` gives four phrases. Text without brackets stands for itself.
 */
export function expandPattern(pattern: string, sets: WordSets = {}): readonly string[] {
  if (!pattern.includes('[') && !pattern.includes('{')) return [pattern];
  let phrases = [''];
  let end = 0;
  for (const { index, 0: whole, 1: choices, 2: name } of pattern.matchAll(CHOICE)) {
    const between = pattern.slice(end, index).trim();
    const words = choices === undefined ? (sets[name!] ?? []) : choices.split('|');
    const longer: string[] = [];
    for (const phrase of phrases) {
      const before = joined(phrase, between);
      for (const word of words) longer.push(joined(before, word));
    }
    phrases = longer;
    end = index + whole.length;
  }
  const rest = pattern.slice(end).trim();
  return rest === '' ? phrases : phrases.map((phrase) => joined(phrase, rest));
}
