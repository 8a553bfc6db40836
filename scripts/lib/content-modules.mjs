/**
 * How data/ stands in a single file for pages: as text that is parsed when somebody first asks for it (engines read
 * JSON faster than object literals: v8.dev/blog/cost-of-javascript-2019#json), and in which frequent sequences are
 * written as one character. gzip has to point at a repeated sequence again and again, at more than a byte each, and
 * looks back 32 kB only; `npm run size` says what this saves.
 */
import { gzipSync } from 'node:zlib';

/**
 * Characters that never stand in the text get the sequences: printable ones, so that the file stays a text for every
 * tool that looks at it on its way to a page. Those that JavaScript or JSON escape are left alone.
 */
const LEFT_ALONE = new Set(['"', "'", '\\']);
/** Letters and signs that stand only inside JSON strings, and how seldom one has to be to be written as its code. */
const INSIDE_STRINGS = /[A-Z+=;&~%?|_]/g;
const SELDOM = 28;
/** Ranges of Unicode: ASCII, then Latin letters that English and Spanish do not use. */
const RANGES = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x17e],
];

/**
 * Sequences that are tried in this order: pieces of JSON, then what English and Spanish repeat most. Single syllables
 * would save gzip a little more, but cost brotli as much and take longer to read.
 */
const TRIED = [
  ...['","', '":"', '":["', '":{"', '"],"', '":null', '],"', '":', '"},{"', '":[],"', 'https://'],
  ...[
    ' you',
    ' and',
    ' to ',
    'ing',
    'checked',
    'group',
    'person',
    ' the ',
    ' not ',
    ' or ',
    ' for ',
    'meeting',
    'medicine',
  ],
  ...['someone', 'people', 'recovery', ' que', ' de ', 'ción', ' la ', 'grupo', 'usted'],
];
/** A sequence has to save more than it takes in the table, in bytes. */
const LEAST_GAIN = 3;

const sizeOf = (text) => gzipSync(text, { level: 9 }).length;

/** JSON in which seldom characters are written as their codes, which leaves them free for something better. */
export function withCodes(json) {
  const counts = new Map();
  for (const [character] of json.matchAll(INSIDE_STRINGS))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return json.replace(INSIDE_STRINGS, (character) =>
    counts.get(character) <= SELDOM
      ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
      : character,
  );
}

/**
 * Chooses sequences for the characters that a text leaves free: each is kept only where the compressed text gets smaller.
 * Gives `[[character, sequence], …]` in the order in which they are written; reading goes backwards.
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
  for (const sequence of TRIED) {
    const character = free[table.length];
    if (character === undefined) break;
    const shorter = packed.replaceAll(sequence, character);
    const next = sizeOf(shorter);
    if (next + LEAST_GAIN + sequence.length / 2 >= size) continue;
    table.push([character, sequence]);
    packed = shorter;
    size = next;
  }
  return table;
}

export const pack = (text, table) =>
  table.reduce((packed, [character, sequence]) => packed.replaceAll(sequence, character), text);

export const unpack = (packed, table) =>
  table.reduceRight((text, [character, sequence]) => text.replaceAll(character, sequence), packed);

const TEXT = '\0content-text';
/** Where the number of a part will stand, once the order is known. */
const here = (index) => `"content part ${index}"`;
const INDEX = /"content part (\d+)"/g;
const TABLE_HERE = '"content table"';
const PARTS_HERE = '"content parts"';
/** How far gzip looks back. */
const WINDOW = 32_768;

/** An order in which each text stands behind one that it resembles. */
function inGoodOrder(texts) {
  const left = [...texts].sort((a, b) => b.length - a.length);
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const before = ordered.join('').slice(-WINDOW);
    const added = left.map((text) => (sizeOf(before + text) - sizeOf(before)) / text.length);
    ordered.push(...left.splice(added.indexOf(Math.min(...added)), 1));
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
            `const table = ${TABLE_HERE};`,
            `const parts = ${PARTS_HERE}.split('\n');`.replace('\n', '\\n'),
            'const unpack = (text) => table.reduceRight((all, [one, many]) => all.replaceAll(one, many), text);',
            'export const read = (index) => JSON.parse(unpack(parts[index]));',
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
      const index = texts.push(JSON.stringify(value)) - 1;
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
      const all = withCodes(ordered.join('\n'));
      const table = chooseSequences(all);
      const packed = pack(all, table);
      if (unpack(packed, table) !== all) this.error('the content does not come out as it went in');
      return {
        code: code
          .replace(TABLE_HERE, () => JSON.stringify(table))
          .replace(PARTS_HERE, () => JSON.stringify(packed))
          .replace(INDEX, (_, index) => ordered.indexOf(texts[Number(index)])),
        map: null,
      };
    },
  };
}
