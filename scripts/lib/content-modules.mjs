/**
 * How data/ stands in a single file for pages: as text that is parsed when somebody first asks for it (engines read
 * JSON faster than object literals: v8.dev/blog/cost-of-javascript-2019#json). gzip has to point at a repeated sequence
 * again and again, at more than a byte each, and looks back 32 kB only. So entries are written field by field, which
 * puts like beside like; capitals as small letters, so that a word is the same at the start of a sentence; and frequent
 * sequences as one character. `npm run size` says what this saves.
 */
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';

/** Fewer entries than this are shorter as they are. */
const LEAST_ENTRIES = 4;
/** Which part of all fields has to be there: where each entry has its own, columns would be gaps. */
const LEAST_FILLED = 1 / 3;
/** The key that no object in data/ has, and the value that no field of an entry has: it stands for no field. */
const IDS = '';
const GAP = 0;

const isEntry = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

/** Whether its keys are ids, which keep their order, and not fields. */
const isMap = (value) => Object.values(value).every(isEntry);

/** All fields of some entries, each behind the one it follows. */
function fieldsOf(entries) {
  const fields = [];
  for (const entry of entries) {
    let place = 0;
    for (const field of Object.keys(entry)) {
      if (!fields.includes(field)) fields.splice(place, 0, field);
      place = Math.max(place, fields.indexOf(field) + 1);
    }
  }
  return fields;
}

/**
 * Entries as columns: the values of each field as one list, and under IDS what they were: the ids of a map, the lengths
 * of a list of lists, or 0 for a list. The fields of an entry may come back in another order, its ids never do.
 */
export function asColumns(value) {
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.values(value);
  const isList = Array.isArray(value);
  const areLists = isList && parts.length > 0 && parts.every(Array.isArray);
  const entries = areLists ? parts.flat() : parts;
  if (entries.length >= LEAST_ENTRIES && entries.every(isEntry)) {
    const fields = fieldsOf(entries);
    const cells = entries.flatMap((entry) => Object.values(entry));
    const inOrder = (entry) => Object.keys(entry).join() === fields.filter((field) => field in entry).join();
    if (
      !cells.includes(GAP) &&
      cells.length >= fields.length * entries.length * LEAST_FILLED &&
      entries.every((entry) => !isMap(entry) || inOrder(entry))
    )
      return {
        [IDS]: areLists ? parts.map(({ length }) => length) : isList ? 0 : Object.keys(value),
        ...Object.fromEntries(
          fields.map((field) => [
            field,
            asColumns(entries.map((entry) => entry[field] ?? (field in entry ? null : GAP))),
          ]),
        ),
      };
  }
  return isList
    ? value.map(asColumns)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asColumns(part)]));
}

/**
 * Entries from their columns, in place: a reviver of JSON.parse is asked about every string and takes three times as long.
 * It ships as it stands here, so it names nothing outside itself.
 */
export function fromColumns(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  for (const key of Object.keys(value)) value[key] = fromColumns(value[key]);
  const ids = value[''];
  if (ids === undefined) return value;
  const entries = [];
  delete value[''];
  for (const [field, column] of Object.entries(value))
    column.forEach((cell, i) => cell === 0 || ((entries[i] ??= { __proto__: null })[field] = cell));
  if (!ids) return entries;
  return typeof ids[0] === 'number'
    ? ids.map((length) => entries.splice(0, length))
    : Object.fromEntries(ids.map((id, i) => [id, entries[i]]));
}

/** JSON without capitals: `~` stands before a letter that was one, `^` before letters that all were. */
export const withoutCapitals = (json) =>
  json
    .replace(/[~^]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`)
    .replace(/[A-Z]{2,}(?![a-z])|[A-Z]/g, (found) => (found.length > 1 ? '^' : '~') + found.toLowerCase());

/**
 * Characters that never stand in the text get the sequences: printable ones, so that the file stays a text for every
 * tool that looks at it on its way to a page. Those that JavaScript or JSON escape, the marks of capitals, `$` (which
 * replaceAll reads) and `<` (the file may stand inside a page) are left alone.
 */
const LEFT_ALONE = new Set(['"', "'", '\\', '~', '^', '$', '<']);
/** Ranges of Unicode: ASCII, then Latin letters that English and Spanish do not use. */
const RANGES = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x17e],
];

/**
 * Sequences that are tried in this order, which was found by taking, again and again, the one that saves most: first in
 * the English text, then in the Spanish one.
 */
const TRIED = [
  '","| and |"],["|ing|. ~|you|the| to|in|on|it|or|.","~|https://|group|medicine|recovery|drug|meeting|not|help|":"~|."],["~|al|is',
  'an|null|er|some|people|alcohol|smart|en|amil|welve-step|anonymous|~america/|famili|2026-',
  ' de | que |un|, |con|es|qu|persona|para |grupo|puede |no | y |por |el|ar|su|medicamento|lín',
  ' médico|tambié|cualqui|astill|doce pas|problema|pregunt|emergenc',
].flatMap((line) => line.split('|'));
/** A sequence has to save more than it takes in the table, in bytes. */
const LEAST_GAIN = 3;

const sizeOf = (text) => gzipSync(text, { level: 9 }).length;

/** Every line of a table is a character and the sequence that it stands for. */
export const pack = (text, table) =>
  table.reduce((packed, line) => packed.replaceAll(line.slice(1), () => line[0]), text);

/** What was packed, as JSON of columns. It ships as it stands here. */
export const unpack = (packed, table) =>
  table
    .reduceRight((text, line) => text.replaceAll(line[0], line.slice(1)), packed)
    .replace(/~.|\^[a-z]+/g, (found) => found.slice(1).toUpperCase());

/**
 * Chooses sequences for the characters that a text leaves free: each is kept only where the compressed text gets smaller.
 * Gives a table in the order in which it is written; reading goes backwards.
 */
export function chooseSequences(text) {
  const free = [];
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      if (!LEFT_ALONE.has(character) && !text.includes(character)) free.push(character);
    }
  }
  const table = [];
  let packed = text;
  let size = sizeOf(packed);
  for (const tried of TRIED) {
    const character = free[table.length];
    if (character === undefined) break;
    const sequence = pack(tried, table);
    const shorter = packed.replaceAll(sequence, () => character);
    const next = sizeOf(shorter);
    if (next + LEAST_GAIN + sequence.length / 2 >= size) continue;
    table.push(character + sequence);
    packed = shorter;
    size = next;
  }
  return table;
}

/** The same values, and all ids in the same order; what they inherit from does not count. */
export function same(value, other) {
  const inOrder = (one, two) =>
    typeof one !== 'object' ||
    one === null ||
    ((!isMap(one) || isDeepStrictEqual(Object.keys(one), Object.keys(two))) &&
      Object.keys(one).every((key) => inOrder(one[key], two[key])));
  const plain = (one) => JSON.parse(JSON.stringify(one));
  return isDeepStrictEqual(plain(value), plain(other)) && inOrder(value, other);
}

const TEXT = '\0content-text';
/** Where the number of a part will stand, once the order is known. */
const here = (index) => `"content part ${index}"`;
const INDEX = /"content part (\d+)"/g;
const PARTS_HERE = '"content parts"';
const COUNT_HERE = '"content count"';

/** An order that compresses well: each text, the longest first, is put where it adds least. */
function inGoodOrder(texts) {
  let ordered = [];
  for (const text of [...texts].sort((a, b) => b.length - a.length)) {
    const tries = Array.from({ length: ordered.length + 1 }, (_, i) => ordered.toSpliced(i, 0, text));
    const sizes = tries.map((some) => sizeOf(some.join('\n')));
    ordered = tries[sizes.indexOf(Math.min(...sizes))];
  }
  return ordered;
}

/** More texts than English alone has: moving them costs 20 seconds at each build, and saves 0.3 %. */
const MANY = 30;

/** Once the texts are packed another order may be better: each is moved to where it adds less, until no move helps. */
function inBetterOrder(texts) {
  let ordered = texts;
  if (texts.length > MANY) return ordered;
  let size = sizeOf(ordered.join('\n'));
  for (let before = Infinity; size < before;) {
    before = size;
    for (const text of texts) {
      const others = ordered.toSpliced(ordered.indexOf(text), 1);
      for (let i = 0; i <= others.length; i++) {
        const moved = others.toSpliced(i, 0, text);
        const next = sizeOf(moved.join('\n'));
        if (next >= size) continue;
        size = next;
        ordered = moved;
      }
    }
  }
  return ordered;
}

/**
 * JSON modules as one packed text, of which a part is parsed when a value in it is first asked for. All of it stands
 * in one place: between code it would compress worse.
 */
export function contentModules() {
  const texts = [];
  return {
    name: 'content-modules',
    buildStart() {
      texts.length = 0;
    },
    resolveId: (id) => (id === TEXT ? { id, moduleSideEffects: false } : null),
    load: (id) =>
      id === TEXT
        ? [
            // The table stands behind the parts, where it costs least.
            `const parts = ${PARTS_HERE}.split('\\n');`,
            `const table = parts.splice(${COUNT_HERE});`,
            `const unpack = ${unpack};`,
            `const fromColumns = ${fromColumns};`,
            'export const read = (index) => fromColumns(JSON.parse(unpack(parts[index], table)));',
            'export function later(keys, index) {',
            '  let value;',
            '  const lazy = {};',
            '  for (const key of keys)',
            '    Object.defineProperty(lazy, key, { enumerable: true, get: () => (value ??= read(index))[key] });',
            '  return lazy;',
            '}',
          ].join('\n')
        : null,
    transform(code, id) {
      if (!id.endsWith('.json')) return null;
      const value = JSON.parse(code);
      const text = withoutCapitals(JSON.stringify(asColumns(value)));
      if (!same(value, fromColumns(JSON.parse(unpack(text, [])))))
        this.error(`${id} does not come out as it went in`);
      const index = texts.push(text) - 1;
      const keys = Object.keys(value);
      // The words of the interface are needed at once; a file with few parts is read when one is asked for.
      const made =
        keys.length <= 8 ? `later(${JSON.stringify(keys)}, ${here(index)})` : `read(${here(index)})`;
      return {
        code: `import { later, read } from ${JSON.stringify(TEXT)};\nexport default /*@__PURE__*/ ${made};`,
        map: { mappings: '' },
      };
    },
    renderChunk(code) {
      const ordered = inGoodOrder(texts);
      const table = chooseSequences(ordered.join('\n'));
      const packed = inBetterOrder(ordered.map((text) => pack(text, table)));
      const places = texts.map((text) => packed.indexOf(pack(text, table)));
      if (texts.some((text, i) => unpack(packed[places[i]], table) !== unpack(text, [])))
        this.error('the content does not come out as it went in');
      return {
        code: code
          .replace(PARTS_HERE, () => JSON.stringify([...packed, ...table].join('\n')))
          .replace(COUNT_HERE, () => packed.length)
          .replace(INDEX, (_, index) => places[Number(index)]),
        map: null,
      };
    },
  };
}
