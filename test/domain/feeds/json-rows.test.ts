import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { JsonRowReader, type JsonRows } from '../../../src/domain/feeds/json-rows.js';
import { FUZZ_RUNS } from '../../support/assert.js';

/** Characters that are read at once; texts of more come through the reader piece by piece. */
const PIECE = 400_000;
/** A row that fills a piece, so that all that follows is cut off from it. */
const FILLER = { filler: 'x'.repeat(PIECE) };

function readPieces(pieces: readonly string[], most = 100_000): JsonRows {
  const reader = new JsonRowReader(most);
  for (const piece of pieces) if (!reader.push(piece)) break;
  return reader.end();
}
const read = (text: string, most?: number): JsonRows => readPieces([text], most);

/** All rows, those read by pieces and those in the rest. */
function allRows({ rows, name, rest }: JsonRows): unknown[] {
  const others = Array.isArray(rest) ? rest : (rest as Record<string, unknown[]>)[name || 'meetings'];
  return [...rows, ...(others as unknown[])];
}

const TRAPS = ['},{', '"},{"', '\\', '\\\\"', '"]', '},\n  {', '[{', ']}', '\u2028', '😀', '\\u007d', ''];
const text = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.array(fc.constantFrom(...TRAPS)).map((all) => all.join('')),
  fc.string(),
);
const row = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(fc.record({ a: text })))),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);
/** As JSON has them: it knows no -0. */
const rows = fc.array(row, { maxLength: 8 }).map((some) => JSON.parse(JSON.stringify(some)) as typeof some);
const cuts = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 8 });

/** Cuts a text into pieces, counted from behind the filler, where the rows are that may be cut wrongly. */
function cut(whole: string, places: readonly number[]): string[] {
  const from = whole.includes(FILLER.filler) ? whole.indexOf(FILLER.filler) + PIECE : 0;
  const at = [...new Set(places.map((place) => Math.min(whole.length, from + place)))].sort((a, b) => a - b);
  return [0, ...at].map((start, i) => whole.slice(start, at[i]));
}

describe('rows that come piece by piece', () => {
  it('are those of JSON.parse, wherever the text is cut', () => {
    fc.assert(
      fc.property(rows, rows, cuts, fc.constantFrom(0, 1, '\t'), (before, after, places, indent) => {
        const all = [{ first: 1 }, ...before, FILLER, ...after];
        const whole = JSON.stringify(all, null, indent);
        const result = readPieces(cut(whole, places));
        expect(result.rows.length, 'read by pieces').to.be.above(after.length > 0 ? before.length : -1);
        expect(allRows(result)).to.deep.equal(JSON.parse(whole));
        expect([result.cut, result.more, result.name]).to.deep.equal([false, false, '']);
      }),
      { numRuns: FUZZ_RUNS / 2 },
    );
  });

  it('are those of JSON.parse, with something around them', () => {
    const around = fc.dictionary(
      fc.string().filter((key) => !/^(meetings|data|records)$/.test(key)),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('meetings', 'data', 'records'),
        around,
        rows,
        fc.array(row),
        cuts,
        (name, before, after, formats, places) => {
          const value = { ...before, [name]: [{ first: 1 }, FILLER, ...after], formats };
          const whole = JSON.stringify(value);
          const result = readPieces(cut(whole, places));
          const { rest } = result;
          expect(allRows({ ...result, name })).to.deep.equal(
            (JSON.parse(whole) as Record<string, unknown>)[name],
          );
          expect({ ...(rest as object), [name]: 0 }).to.deep.equal({
            ...(JSON.parse(whole) as object),
            [name]: 0,
          });
          if (result.rows.length > 0) expect(result.name).to.equal(name);
        },
      ),
      { numRuns: FUZZ_RUNS / 2 },
    );
  });

  it('are those of JSON.parse where each character comes alone', () => {
    const all = [
      { first: 1 },
      FILLER,
      ...TRAPS.map((trap) => ({ [trap]: [{ trap }, [trap]] })),
      null,
      5,
      ['},{'],
    ];
    const whole = JSON.stringify(all);
    const from = whole.length - 500;
    expect(allRows(readPieces([whole.slice(0, from), ...whole.slice(from)]))).to.deep.equal(all);
  });
});

const deep = (levels: number): unknown => (levels === 0 ? '},{' : { list: [deep(levels - 1), { x: '}' }] });

describe('a long list', () => {
  for (const [promise, value] of [
    ['with rows ten levels deep', Array.from({ length: 2_000 }, () => deep(10))],
    [
      'with twenty objects in each row',
      Array.from({ length: 2_000 }, (_, i) => ({ i, all: new Array(20).fill({ i }) })),
    ],
    [
      'with strings full of ends of rows',
      Array.from({ length: 200 }, (_, i) => ({ i, text: '},{'.repeat(2_000) })),
    ],
    ['with one row that is longer than a piece', [{ a: 1 }, { text: '},{"'.repeat(PIECE) }, { b: 2 }]],
    [
      'with keys that are names in JavaScript',
      JSON.parse(`[${'{"__proto__":{"a":1},"constructor":2},'.repeat(20_000)}{}]`),
    ],
  ] as [string, unknown[]][]) {
    for (const size of [1_000, 65_536, Infinity])
      it(`${promise} is read by pieces, ${size === Infinity ? 'at once' : `${size} characters at a time`}`, () => {
        const whole = JSON.stringify(value);
        const pieces: string[] = [];
        for (let at = 0; at < whole.length; at += size) pieces.push(whole.slice(at, at + size));
        const result = readPieces(pieces);
        expect(result.rows.length).to.be.above(0);
        expect(JSON.stringify(allRows(result))).to.equal(whole);
      });
  }

  it('leaves the prototypes of objects as they are', () => {
    const [first] = read(`[{"__proto__":{"polluted":1}},${JSON.stringify(FILLER)},{}]`).rows as [object];
    expect(Object.getPrototypeOf(first)).to.equal(Object.prototype);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });

  it('has the name of another list deeper inside in no row', () => {
    const value = { info: { data: [{ no: 1 }, FILLER, { no: 2 }] }, meetings: [{ a: 1 }] };
    const result = read(JSON.stringify(value));
    expect([result.rows, result.rest]).to.deep.equal([[], value]);
  });

  it('may come after another one', () => {
    const value = { formats: [{ no: 1 }], meetings: [{ a: 1 }, FILLER, { b: 2 }] };
    expect(allRows(read(JSON.stringify(value)))).to.deep.equal(value.meetings);
  });
});

describe('a list that is short', () => {
  for (const [promise, json, rest] of [
    ['an array', '[{"a":1}]', [{ a: 1 }]],
    ['an array of nothing', '[]', []],
    ['an object', '{"meetings":[{"a":1}],"formats":[]}', { meetings: [{ a: 1 }], formats: [] }],
    ['with a byte order mark', '\ufeff[{"a":1},{"b":2}]', [{ a: 1 }, { b: 2 }]],
    ['with blanks around', ' \n [ {"a":1} ] \n', [{ a: 1 }]],
    ['no list', '{"error":"no"}', { error: 'no' }],
    ['a word', '"hello"', 'hello'],
  ] as const) {
    it(`is left to JSON.parse: ${promise}`, () => {
      const result = read(json);
      expect([result.rows, result.rest, result.cut]).to.deep.equal([[], rest, false]);
    });
  }

  for (const json of ['', '   ', 'hello', '<html>', '[{"a":', '{"error', '[1,2', 'cb([{"a":1}]);']) {
    it(`fails where not one row is whole: ${JSON.stringify(json)}`, () =>
      expect(() => read(json)).to.throw(SyntaxError));
  }
});

describe('a list that breaks off', () => {
  for (const [json, rows] of [
    ['[{"a":1},{"b":2},{"c":', [{ a: 1 }, { b: 2 }]],
    ['[{"a":1},{"b":2},', [{ a: 1 }, { b: 2 }]],
    ['[{"a":1},{"b":2}', [{ a: 1 }, { b: 2 }]],
    ['[{"a":"},{"},{"b":"},{', [{ a: '},{' }]],
    [
      '[{"a":[{"x":1},{"y":2}]},{"b":[{"x":1},{"y":2},{"z":3},{"a":1},{"b":2},{"c":3},{"d":4}',
      [{ a: [{ x: 1 }, { y: 2 }] }],
    ],
    ['[{"a":1},{"b":2}] and more', [{ a: 1 }, { b: 2 }]],
    // A mistake in the middle: what stands before it is whole.
    ['[{"a":1},{"b":NaN},{"c":3}]', [{ a: 1 }]],
  ] as const) {
    it(`keeps what is whole, and says so: ${json}`, () => {
      const result = read(json);
      expect([result.rows, result.rest, result.cut]).to.deep.equal([rows, [], true]);
    });
  }

  it('keeps what stands around it before', () => {
    const result = read('{"timezone":"UTC","meetings":[{"a":1},{"b":2');
    expect(result).to.deep.equal({
      rows: [{ a: 1 }],
      name: 'meetings',
      rest: { timezone: 'UTC', meetings: [] },
      cut: true,
      more: false,
    });
  });

  it('keeps each whole row, wherever it breaks off', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (after, at) => {
        const all = [{ first: 1 }, FILLER, ...after];
        const whole = JSON.stringify(all);
        const start = whole.indexOf(FILLER.filler) + PIECE + 2;
        const end = start + (at % (whole.length - start));
        const result = read(whole.slice(0, end));
        expect(result.cut).to.equal(true);
        expect(result.rows).to.deep.equal(all.slice(0, result.rows.length));
        let ends = start;
        const ended = after.filter((one) => (ends += JSON.stringify(one).length + 1) <= end);
        const plain = ended.findIndex((one) => typeof one !== 'object' || one === null);
        expect(result.rows.length).to.be.at.least(2 + (plain < 0 ? ended.length : plain));
      }),
      { numRuns: FUZZ_RUNS / 2 },
    );
  });

  it('after a mistake in a long one keeps what stands before', () => {
    const good = new Array(50_000).fill('{"name":"A meeting"}').join(',');
    const result = read(`[${good},{"name":oops},${good}]`);
    expect([result.rows.length, result.cut]).to.deep.equal([50_000, true]);
  });
});

describe('a list with too many rows', () => {
  it('is not read beyond the bound, and says so', () => {
    const reader = new JsonRowReader(1_000);
    const some = `${new Array(5_000).fill('{"name":"A meeting with a name that is quite long, so that few fill a piece"}').join(',')},`;
    let pushes = 0;
    expect(reader.push('{"timezone":"UTC","meetings":[')).to.equal(true);
    while (reader.push(some)) pushes++;
    expect(pushes).to.be.below(3);
    expect(reader.push(some)).to.equal(false);
    const result = reader.end();
    expect([result.rows.length, result.more, result.cut]).to.deep.equal([1_000, true, false]);
    expect(result.rest).to.deep.equal({ timezone: 'UTC', meetings: [] });
  });
});

describe('20 MB', () => {
  // With a time that grows with the square of the length each of these would take minutes.
  const length = 20_000_000;
  for (const [promise, start, part] of [
    ['of rows', '[', '{"name":"Meeting","day":1,"notes":"Ring twice"},'],
    ['of ends of rows in one string', '[{"a":1},{"text":"', '},{'],
    ['of backslashes', '[{"a":1},{"text":"', '\\\\'],
    ['of commas and brackets in one row', '[{"a":1},{"text":[', '{"x":1},{"y":2},'],
  ] as const) {
    it(`${promise} are read at once and in pieces`, () => {
      const whole = start + part.repeat(Math.floor(length / part.length));
      const pieces: string[] = [];
      for (let at = 0; at < whole.length; at += 65_536) pieces.push(whole.slice(at, at + 65_536));
      for (const result of [read(whole), readPieces(pieces)]) {
        expect(result.rows[0]).to.be.an('object');
        expect(result.cut || result.more).to.equal(true);
      }
    });
  }
});
