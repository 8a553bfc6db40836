import type { TypeTable } from '../feeds/types.js';
import { phraseOf } from '../text/words.js';

/** What a type of meeting is about, in the order in which a filter shows it. */
export const TYPE_CATEGORIES = ['open', 'who', 'access', 'language', 'topic', 'other'] as const;
export type TypeCategory = (typeof TYPE_CATEGORIES)[number];

/** data/meeting-types.json */
export interface TypeFacts {
  readonly types: readonly {
    readonly id: string;
    readonly category: TypeCategory;
    /** As most fellowships write it. */
    readonly codes: readonly string[];
    readonly worldIds: readonly string[];
    /** How lists write it out, besides the names that visitors read. */
    readonly names?: readonly string[];
  }[];
  /** Group, code, id of a type; null: the code does not mean there what it means elsewhere. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** data/text/<language>/meeting-types.json */
export interface TypeWords {
  readonly categories: Readonly<Record<TypeCategory, string>>;
  readonly types: Readonly<Record<string, { readonly name: string; readonly text?: string }>>;
}

/** Names that are remembered as they were written: a list repeats a few dozen of them in thousands of rows. */
const REMEMBERED = 1_000;

function codesFor({ types, tables }: TypeFacts, group: string): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const { id, codes: own } of types) for (const code of own) codes.set(code.toUpperCase(), id);
  if (group !== '') {
    const table = Object.hasOwn(tables, group) ? tables[group]! : {};
    for (const [code, id] of Object.entries(table)) codes.set(code.toUpperCase(), id);
    return codes;
  }
  // Whose list it is, nobody knows: S is Spanish in most of them, and a speaker in another.
  for (const table of Object.values(tables)) {
    for (const [code, id] of Object.entries(table)) {
      const known = codes.get(code.toUpperCase());
      codes.set(code.toUpperCase(), known === undefined || known === id ? id : null);
    }
  }
  return codes;
}

/**
 * The codes and names of one fellowship.
 * @param words In every language in which the list may write its types; the first one that knows a name counts.
 * @param group Id of a group, or '' where nobody knows: then a code on which fellowships differ means nothing.
 */
export function makeTypeTable(facts: TypeFacts, words: readonly TypeWords[], group: string): TypeTable {
  const codes = codesFor(facts, group);
  const names = new Map<string, string>();
  const worldIds = new Map<string, string>();
  const name = (written: string, id: string): void => {
    const phrase = phraseOf(written);
    if (!names.has(phrase)) names.set(phrase, id);
  };
  for (const { types } of words) for (const [id, own] of Object.entries(types)) name(own.name, id);
  for (const { id, names: others = [], worldIds: own } of facts.types) {
    for (const other of others) name(other, id);
    for (const worldId of own) worldIds.set(worldId, id);
  }
  const remembered = new Map<string, string | undefined>();
  return {
    byCode: (code) => codes.get(code) ?? codes.get(code.trim().toUpperCase()) ?? undefined,
    byName(written) {
      let id = remembered.get(written);
      if (id === undefined && !remembered.has(written)) {
        id = names.get(phraseOf(written));
        if (remembered.size < REMEMBERED) remembered.set(written, id);
      }
      return id;
    },
    byWorldId: (id) => worldIds.get(id) ?? worldIds.get(id.trim().toUpperCase()),
  };
}
