import english from '../../data/text/en/ui.json' with { type: 'json' };
// A type only: the words come with the file that shows meetings, beside the module.
import type meetings from '../../data/text/en/meetings.json';

/** The English words of the interface are the type: a key that does not exist does not compile. */
export type MessageKey = Exclude<keyof typeof english | keyof typeof meetings, '$schema'>;
/** One string, or one per plural form (`Intl.PluralRules`), chosen by `{n}`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Messages = Readonly<Record<MessageKey, Message>>;

const ENGLISH = 'en';
const byLanguage = new Map<string, Readonly<Partial<Messages>>>([[ENGLISH, english]]);

/**
 * Adds interface words of a language. A key that it lacks is as it was, or in English.
 * @param beneath The words lie under those that were added before.
 */
export function addMessages(language: string, messages: Readonly<Partial<Messages>>, beneath = false): void {
  const tag = language.toLowerCase();
  const known = byLanguage.get(tag);
  byLanguage.set(tag, beneath ? { ...messages, ...known } : { ...known, ...messages });
}

/** The words of one key: in the language, else in English. */
export function messageIn(language: string, key: MessageKey): Message {
  return byLanguage.get(language)?.[key] ?? byLanguage.get(ENGLISH)![key] ?? '';
}

/** Whether a language has words of its own for a key. */
export function hasMessage(language: string, key: MessageKey): boolean {
  return byLanguage.get(language)?.[key] !== undefined;
}

/** Whether there are words of a language. */
export function hasLanguage(language: string): boolean {
  return byLanguage.has(language);
}

/** The languages that there are words of. */
export const knownLanguages = (): string[] => [...byLanguage.keys()];

/** The languages that would do for a language tag, the closest first: `es-PE` gives `es-pe`, `es`. */
export function languagesFor(tag: string): string[] {
  const parts = tag.trim().toLowerCase().split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}

/**
 * The language to speak for a language tag: the tag itself, else the tag with its last parts cut off
 * (`es-PE` to `es`), else English.
 */
export function nearestLanguage(tag: string): string {
  return languagesFor(tag).find(hasLanguage) ?? ENGLISH;
}
