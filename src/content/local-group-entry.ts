/** One entry of a page's own file of groups: its values as they were meant, and its words by language. */
import { shortened } from '../domain/feeds/text.js';
import type { GroupWords } from '../domain/groups/types.js';

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/;

/** The most of everything; nobody writes more by hand. */
export const MOST = {
  bytes: 1_048_576,
  groups: 200,
  id: 60,
  name: 120,
  abbreviation: 20,
  summary: 300,
  text: 1_000,
  paragraphs: 12,
  terms: 40,
} as const;

/** Words by language; '' is for those that stand there without one. */
type ByLanguage = ReadonlyMap<string, readonly string[]>;

export const WORDS = {
  name: MOST.name,
  abbreviation: MOST.abbreviation,
  summary: MOST.summary,
  about: MOST.text,
  meeting: MOST.text,
  arrive: MOST.text,
  suits: MOST.text,
  mayNotSuit: MOST.text,
  hours: MOST.summary,
  terms: MOST.name,
} as const;
export type WordField = keyof typeof WORDS;
const SEVERAL: ReadonlySet<WordField> = new Set(['about', 'meeting', 'terms']);

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what stands in the file itself: a page may have put things on the prototype of all objects. */
export const own = (row: Row, field: string): unknown =>
  Object.hasOwn(row, field) ? (row[field] ?? undefined) : undefined;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];

/** A value of a closed list as it was meant: `Family ` is `family`. What is no text stands for itself in a message. */
const choice = (value: unknown): string =>
  typeof value === 'string' ? shortened(value, MOST.id).toLowerCase() : `(${typeof value})`;

export type Report = (field: string, message: string) => void;

/** One entry of the file, as far as it can be read. */
export class Entry {
  readonly #row: Row;
  readonly #report: Report;
  readonly words = new Map<WordField, ByLanguage>();

  constructor(row: Row, report: Report) {
    this.#row = row;
    this.#report = report;
    for (const field of Object.keys(WORDS) as WordField[]) {
      const value = own(row, field);
      if (value !== undefined) this.words.set(field, this.#wordsOf(field, value));
    }
  }

  value(field: string): unknown {
    return own(this.#row, field);
  }

  /** One line of plain text; '' for none. */
  line(field: string, most: number): string {
    return shortened(this.value(field), most);
  }

  one<T extends string>(field: string, fallback: T): T {
    const value = this.value(field);
    return value === undefined ? fallback : (choice(value) as T);
  }

  some<T extends string>(field: string, fallback: readonly T[]): readonly T[] {
    const value = this.value(field);
    return value === undefined
      ? fallback
      : [...new Set(listOf(value).slice(0, MOST.terms).map(choice))].map((one) => one as T);
  }

  flag(field: string): boolean {
    const value = this.value(field);
    if (value !== undefined && typeof value !== 'boolean')
      this.#report(field, 'write true or false, without quotation marks');
    return value === true;
  }

  #wordsOf(field: WordField, value: unknown): ByLanguage {
    const found = new Map<string, readonly string[]>();
    if (!isRow(value)) return found.set('', this.#texts(field, value));
    for (const [key, text] of Object.entries(value)) {
      const language = key.trim().toLowerCase();
      if (LANGUAGE.test(language)) found.set(language, this.#texts(field, text));
      else this.#report(field, `"${shortened(key, 20)}" is no language: write its code, such as en or es`);
    }
    return found;
  }

  #texts(field: WordField, value: unknown): readonly string[] {
    const several = SEVERAL.has(field);
    if (Array.isArray(value) && !several) this.#report(field, 'write one text, not a list');
    const list = listOf(value ?? undefined).slice(0, field === 'terms' ? MOST.terms : MOST.paragraphs);
    if (list.some((one) => typeof one !== 'string' && typeof one !== 'number'))
      this.#report(field, 'write text in quotation marks');
    const texts = list.map((one) => shortened(one, WORDS[field])).filter((text) => text !== '');
    return several ? texts : texts.slice(0, 1);
  }
}

/** The words of a language, else of its first part, else those without one, else English ones, else any. */
export function wordsFor(words: ByLanguage | undefined, language: string): readonly string[] {
  if (!words) return [];
  const tag = language.toLowerCase();
  for (const one of [tag, tag.split('-')[0]!, '', 'en']) {
    const found = words.get(one);
    if (found && found.length > 0) return found;
  }
  return [...words.values()].find((found) => found.length > 0) ?? [];
}

export function wordsIn(entry: Entry, language: string): GroupWords {
  const list = (field: WordField): readonly string[] => wordsFor(entry.words.get(field), language);
  const text = (field: WordField): string => list(field)[0] ?? '';
  const [abbreviation] = list('abbreviation');
  const [hours] = list('hours');
  return {
    name: text('name'),
    ...(abbreviation !== undefined && { abbreviation }),
    summary: text('summary'),
    about: list('about'),
    meeting: list('meeting'),
    suits: text('suits'),
    mayNotSuit: text('mayNotSuit'),
    arrive: text('arrive'),
    ...(entry.value('spirituality') === undefined && { spiritual: '' }),
    finders: {},
    ...(hours !== undefined && { hours: { hours } }),
  };
}
