import { longestPhrase, phraseAt } from './phrases.js';

/** A word of the groups, and what it means. */
export interface GlossaryEntry {
  /** As it stands in a list. */
  readonly term: string;
  /** Other forms under which it stands in a text, such as the plural. */
  readonly forms?: readonly string[];
  /** One or two plain sentences. */
  readonly text: string;
}

export interface Glossary {
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
  /** Ids by form, in small letters. */
  readonly forms: ReadonlyMap<string, string>;
  /** The first words of the forms: most words of a text are none of them. */
  readonly starts: ReadonlySet<string>;
  readonly longest: number;
}

/** A stretch of text, or a word that the glossary explains. */
export type Piece = string | { readonly id: string; readonly word: string };

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

export function indexGlossary(terms: Readonly<Record<string, GlossaryEntry>>): Glossary {
  const entries = new Map(Object.entries(terms));
  const forms = new Map<string, string>();
  for (const [id, { term, forms: others = [] }] of entries)
    for (const form of [term, ...others]) forms.set(form.toLowerCase(), id);
  const starts = new Set([...forms.keys()].map((form) => form.split(' ')[0]!));
  return { entries, forms, starts, longest: longestPhrase(forms.keys()) };
}

/** Whether nothing but a space, a hyphen or a closing quote (“open” meeting) stands between some words. */
function wordsStandTogether(
  text: string,
  found: readonly RegExpExecArray[],
  from: number,
  length: number,
): boolean {
  for (let i = from; i + 1 < from + length; i++) {
    const { 0: word, index } = found[i]!;
    if (!/^[”»]?[\s-]$/.test(text.slice(index + word.length, found[i + 1]!.index))) return false;
  }
  return true;
}

/**
 * A text cut at the words that the glossary explains: whole words, in any case, the longest first, each at its first
 * place only.
 * @param explained Ids that need no explanation any more; those found are added.
 */
export function piecesOf(text: string, glossary: Glossary, explained: Set<string>): Piece[] {
  const found = [...text.matchAll(WORD)];
  const words = found.map(([word]) => word.toLowerCase());
  const pieces: Piece[] = [];
  let from = 0;
  for (let i = 0; i < words.length;) {
    const hit = glossary.starts.has(words[i]!) ? phraseAt(words, i, glossary.forms, glossary.longest) : null;
    const together = hit && wordsStandTogether(text, found, i, hit.length);
    if (!hit || !together || explained.has(hit.value)) {
      i += together && hit ? hit.length : 1;
      continue;
    }
    explained.add(hit.value);
    const last = found[i + hit.length - 1]!;
    const end = last.index + last[0].length;
    if (found[i]!.index > from) pieces.push(text.slice(from, found[i]!.index));
    pieces.push({ id: hit.value, word: text.slice(found[i]!.index, end) });
    from = end;
    i += hit.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
