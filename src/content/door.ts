import { wordsIn, type Words } from './words.js';

/**
 * Makes a value and everything in it unchangeable, so that no element can alter what others read, and cuts it off from
 * `Object.prototype`: what an entry leaves out must not be found there, where old scripts put things.
 */
export function freeze<T extends object>(value: T): T {
  if (Object.getPrototypeOf(value) === Object.prototype) Object.setPrototypeOf(value, null);
  Object.freeze(value);
  for (const inner of Object.values(value as object)) {
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) freeze(inner);
  }
  return value;
}

/** Makes one part of the content when it is first asked for, once for each set of words. */
export function perLanguage<T>(make: (words: Words) => T): (language: string) => T {
  const made = new WeakMap<Words, T>();
  return (language) => {
    const words = wordsIn(language);
    let part = made.get(words);
    if (part === undefined) made.set(words, (part = make(words)));
    return part;
  };
}

/** Joins facts with their words; an entry without words cannot be shown and is left out (the data check names it). */
export function withWords<F extends { readonly id: string }, W, R>(
  facts: readonly F[],
  words: Readonly<Record<string, W>>,
  join: (facts: F, words: W) => R,
): R[] {
  return facts.flatMap((entry) => {
    const own = words[entry.id];
    return own === undefined ? [] : [join(entry, own)];
  });
}
