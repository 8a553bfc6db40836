import type { ComplexAttributeConverter } from 'lit';
import { safeUrl } from '../../domain/links/safe-url.js';
import { typingErrors } from '../../domain/text/typing-error.js';
import { withoutQuotes } from '../../domain/text/without-quotes.js';
import { warnOnce } from './warn.js';

/** Presence means true, as in HTML; `="false"` means false, because editors write it. */
export const booleanAttribute: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && withoutQuotes(value).toLowerCase() !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

function complain(
  element: Element,
  attribute: string,
  value: string,
  accepted: readonly string[],
  used: string,
): void {
  warnOnce(
    `<${element.localName}> ${attribute}="${value}" is not known and is left out. ` +
      `Accepted: ${accepted.join(', ')}. Used instead: ${used || 'nothing'}.`,
  );
}

/** One of some values; anything else is the fallback and one line on the console. */
export function oneOf<T extends string>(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  accepted: readonly T[],
  fallback: T,
): T;
export function oneOf<T extends string>(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  accepted: readonly T[],
  fallback: null,
): T | null;
export function oneOf<T extends string>(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  accepted: readonly T[],
  fallback: T | null,
): T | null {
  const wanted = withoutQuotes(value ?? '').toLowerCase();
  if (wanted === '') return fallback;
  const found = accepted.find((one) => one.toLowerCase() === wanted);
  if (found !== undefined) return found;
  complain(element, attribute, value ?? '', accepted, fallback ?? '');
  return fallback;
}

/** One of some values that the element cannot do without; where it is missing or unknown, null and one line on the console. */
export function required(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  accepted: readonly string[],
): string | null {
  if (withoutQuotes(value ?? '') !== '') return oneOf(element, attribute, value, accepted, null);
  warnOnce(`<${element.localName}> needs ${attribute}="…". Accepted: ${accepted.join(', ')}.`);
  return null;
}

/** Some of some values, separated by white space or commas; the order is kept, unknown ones are named and left out. */
export function someOf<T extends string>(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  accepted: readonly T[],
): T[] {
  const found: T[] = [];
  for (const word of withoutQuotes(value ?? '').split(/[\s,;]+/)) {
    if (word === '') continue;
    const one = oneOf(element, attribute, word, accepted, null);
    if (one !== null && !found.includes(one)) found.push(one);
  }
  return found;
}

/** The whole address of a page; anything else is the fallback and one line on the console. */
export function webAddress(
  element: Element,
  attribute: string,
  value: string | null | undefined,
  fallback: string,
): string {
  const written = withoutQuotes(value ?? '');
  if (written === '') return fallback;
  const url = safeUrl(written);
  if (url?.startsWith('http')) return url;
  complain(element, attribute, written, ['https://…', 'http://…'], fallback);
  return fallback;
}

/** A whole number inside bounds; anything else is the fallback and one line on the console. */
export function wholeNumber(
  element: Element,
  attribute: string,
  value: string | number | null | undefined,
  bounds: readonly [number, number],
  fallback: number,
): number {
  const written = withoutQuotes(String(value ?? ''));
  if (written === '') return fallback;
  const number = Number(written);
  if (Number.isInteger(number) && number >= bounds[0] && number <= bounds[1]) return number;
  complain(
    element,
    attribute,
    written,
    [`a whole number from ${bounds[0]} to ${bounds[1]}`],
    fallback ? String(fallback) : '',
  );
  return fallback;
}

/**
 * Attributes that were meant for an element and are none: one that is misspelt would say nothing, and a value loses all
 * but its first word where an editor has turned its quotation marks.
 */
export function warnOfOddAttributes(element: Element): void {
  const { observedAttributes: known } = element.constructor as unknown as {
    readonly observedAttributes: readonly string[];
  };
  const letters = (name: string): string => name.replace(/[-_]/g, '');
  for (const name of element.getAttributeNames()) {
    if (/[“”„«»]/.test(name)) {
      warnOnce(
        `<${element.localName}> has an attribute ${name}: an editor turned quotation marks into curly ones. Write straight ones around the whole value.`,
      );
    } else if (!known.includes(name) && !name.startsWith('data-')) {
      const meant = known.find((one) => typingErrors(letters(name), letters(one)) < Infinity);
      if (meant) warnOnce(`<${element.localName}> has ${name}, which it does not know. Is ${meant} meant?`);
    }
  }
}
