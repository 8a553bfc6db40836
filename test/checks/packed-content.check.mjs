/** The content of the single files is packed: what is read is what stands in data/, and it is smaller that way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  asColumns,
  chooseSequences,
  fromColumns,
  pack,
  same,
  unpack,
  withoutCapitals,
} from '../../scripts/lib/content-modules.mjs';
import { filesIn, foldersIn, readJson } from '../support/project.mjs';

const gzip = (text) => gzipSync(text, { level: 9 }).length;
const columns = (value) => withoutCapitals(JSON.stringify(asColumns(value)));
const read = (packed, table) => fromColumns(JSON.parse(unpack(packed, table)));

for (const language of foldersIn('data/text')) {
  const values = [
    ...filesIn('data', '.json').filter((file) => /^data\/[\w-]+\.json$/.test(file)),
    ...filesIn(`data/text/${language}`, '.json'),
  ].map((file) => readJson(file));
  const json = values.map((value) => JSON.stringify(value)).join('\n');
  const text = values.map(columns).join('\n');
  const table = chooseSequences(text);

  test(`data/ in ${language} comes out as it went in`, () => {
    assert.ok(table.length > 10, 'there are sequences to pack');
    pack(text, table)
      .split('\n')
      .forEach((part, i) => assert.ok(same(values[i], read(part, table)), Object.keys(values[i]).join()));
  });

  test(`data/ in ${language} is smaller in columns, without capitals, and packed with its table`, () => {
    const sizes = [
      json,
      values.map((value) => JSON.stringify(asColumns(value))).join('\n'),
      text,
      [pack(text, table), ...table].join('\n'),
    ].map(gzip);
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    );
    assert.equal(new Set(sizes).size, sizes.length, sizes.join());
  });

  test(`no text that could stand in ${language} is changed by the table`, () => {
    const characters = new Set(table.map(([character]) => character));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (some) => {
        const small = [...some.toLowerCase()].filter((one) => !characters.has(one)).join('');
        const value = { text: small, list: [small, null, []] };
        const part = columns(value);
        fc.pre(![...part].some((one) => characters.has(one)));
        assert.ok(same(read(pack(part, table), table), value));
      }),
      { numRuns: 300 },
    );
  });
}

test('capitals and their marks are read as themselves, wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'AZaz~^É’\\\n"u0 .', 'SMART', 'AAs', 'e^~'), { maxLength: 30 }),
      (some) => {
        const json = JSON.stringify({ text: some.join('') });
        assert.doesNotMatch(withoutCapitals(json), /[A-Z]/);
        assert.equal(JSON.parse(unpack(withoutCapitals(json), [])).text, some.join(''));
      },
    ),
    { numRuns: 1000 },
  );
});

test('any entries are read from their columns, with all ids in their order', () => {
  const cell = fc.oneof(fc.constantFrom(null, false, 0, 1, '', 'a', '0'), fc.constant([]), fc.constant({}));
  const field = fc.constantFrom('id', 'url', '1', 'checked');
  const { value } = fc.letrec((tie) => ({
    entry: fc.dictionary(field, fc.oneof({ maxDepth: 3 }, cell, tie('value')), { maxKeys: 4 }),
    value: fc.oneof(
      { maxDepth: 3 },
      cell,
      fc.array(tie('entry'), { maxLength: 8 }),
      fc.array(fc.array(tie('entry'), { maxLength: 4 }), { maxLength: 5 }),
      fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), tie('entry'), {
        maxKeys: 8,
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(value, (some) => {
      const before = JSON.parse(JSON.stringify(some));
      const after = fromColumns(JSON.parse(JSON.stringify(asColumns(before))));
      assert.ok(same(before, after), JSON.stringify({ before, after }));
    }),
    { numRuns: 2000 },
  );
});

test('entries become columns: of a list, of a map and of lists; missing fields and zeros stay what they are', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id, url: null }));
  assert.deepEqual(asColumns(list), { '': 0, id: ['a', 'b', 'c', 'd'], url: [null, null, null, null] });
  assert.deepEqual(asColumns({ z: { n: 1 }, y: { n: 2, m: 3 }, x: { n: 4, m: 5 }, w: { n: 6 } }), {
    '': ['z', 'y', 'x', 'w'],
    n: [1, 2, 4, 6],
    m: [0, 3, 5, 0],
  });
  assert.deepEqual(asColumns([[], list.slice(0, 3), list.slice(3)])[''], [0, 3, 1]);
  const zeros = list.map(({ id }, i) => ({ id, price: i }));
  assert.deepEqual(asColumns(zeros), zeros, 'a zero would be read as no field');
});

test('another value, and ids in another order, are not the same', () => {
  const map = { b: { x: 1, y: 2 }, a: { x: 3 } };
  assert.ok(same(map, { b: { y: 2, x: 1 }, a: { x: 3 } }), 'fields may change places');
  assert.ok(!same(map, { a: { x: 3 }, b: { x: 1, y: 2 } }));
  assert.ok(!same(map, { b: { x: 1, y: 2 }, a: { x: 4 } }));
});

test('a text without a free character is left as it is', () => {
  const everything = Array.from({ length: 0x200 }, (_, code) => String.fromCharCode(code)).join('');
  assert.deepEqual(chooseSequences(everything), []);
});
