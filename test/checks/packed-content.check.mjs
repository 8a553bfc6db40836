/** The content of the single files is packed: what is read is what stands in data/, and it is smaller that way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { chooseSequences, pack, unpack, withCodes } from '../../scripts/lib/content-modules.mjs';
import { filesIn, foldersIn, readJson } from '../support/project.mjs';

const gzip = (text) => gzipSync(text, { level: 9 }).length;

for (const language of foldersIn('data/text')) {
  const text = [
    ...filesIn('data', '.json').filter((file) => /^data\/[\w-]+\.json$/.test(file)),
    ...filesIn(`data/text/${language}`, '.json'),
  ]
    .map((file) => JSON.stringify(readJson(file)))
    .join('\n');
  const table = chooseSequences(text);

  test(`data/ in ${language} comes out as it went in`, () => {
    assert.ok(table.length > 10, 'there are sequences to pack');
    assert.equal(unpack(pack(text, table), table), text);
  });

  test(`data/ in ${language} is smaller packed, with its table`, () => {
    const packed = pack(text, table) + JSON.stringify(table);
    assert.ok(gzip(packed) < gzip(text), `${gzip(packed)} against ${gzip(text)} bytes`);
  });

  test(`no text that could stand in ${language} is changed by the table`, () => {
    const characters = new Set(table.map(([character]) => character));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (some) => {
        const allowed = [...some].filter((one) => !characters.has(one)).join('');
        const json = JSON.stringify({ text: allowed, list: [allowed, null, []] });
        fc.pre(![...json].some((one) => characters.has(one)));
        assert.equal(unpack(pack(json, table), table), json);
      }),
      { numRuns: 300 },
    );
  });
}

test('characters that are written as their codes are read as themselves', () => {
  const value = { text: 'Xanax + Q & A; “=”', list: ['KKKKKKKKKKKKKKKK'] };
  const json = withCodes(JSON.stringify(value));
  assert.match(json, /\\u0058/);
  assert.deepEqual(JSON.parse(json), value);
});

test('a text without a free character is left as it is', () => {
  const everything = Array.from({ length: 0x200 }, (_, code) => String.fromCharCode(code)).join('');
  assert.deepEqual(chooseSequences(everything), []);
});
