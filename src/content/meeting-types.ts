import data from '../../data/meeting-types.json' with { type: 'json' };
import words from '../../data/text/en/meeting-types.json' with { type: 'json' };
import type { TypeTable } from '../domain/feeds/types.js';
import {
  makeTypeTable,
  TYPE_CATEGORIES,
  type TypeCategory,
  type TypeFacts,
  type TypeWords,
} from '../domain/meetings/type-table.js';
import { freeze } from './door.js';

// The vocabulary of lists of meetings. It is needed with a list only, in a file of its own: nothing in the one module
// may import it.

const facts = data as unknown as TypeFacts;

/** What the types are called in English. */
export const englishTypes: TypeWords = freeze(words);

/** The headings in their order, and the heading under which each type stands, by its id. */
export const typeFacts: {
  readonly categories: readonly TypeCategory[];
  readonly categoryOf: ReadonlyMap<string, TypeCategory>;
  /** How lists write a type out, besides the name that visitors read: a search finds these too. */
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
} = Object.freeze({
  categories: TYPE_CATEGORIES,
  categoryOf: new Map(facts.types.map(({ id, category }) => [id, category])),
  namesOf: new Map(facts.types.map(({ id, names }) => [id, names ?? []])),
});

const made = new WeakMap<TypeWords, Map<string, TypeTable>>();

/**
 * The codes and names of one fellowship, made once for each.
 * @param group Id of a group, or '' where nobody knows.
 * @param also Words of the page's language: a list of the same place may write its types out in it.
 */
export function typeTable(group: string, also: TypeWords = englishTypes): TypeTable {
  const tables = made.get(also) ?? new Map<string, TypeTable>();
  made.set(also, tables);
  let table = tables.get(group);
  if (table === undefined) {
    table = makeTypeTable(facts, also === englishTypes ? [also] : [englishTypes, also], group);
    tables.set(group, table);
  }
  return table;
}
