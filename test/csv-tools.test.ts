import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csvRows } from '../src/csv-tools.js';
import { BOUNDS } from '../src/domain/feeds/types.js';
import { FUZZ_RUNS } from './support/assert.js';

const fixture = async (name: string): Promise<string> => (await fetch(`/feeds/${name}`)).text();

describe('a table of text', () => {
  for (const [name, text, rows] of [
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, and commas in cells',
      'a;b\n"x, y";2,5',
      [
        ['a', 'b'],
        ['x, y', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line breaks and quotes in a cell',
      'a,b\n"one\ntwo","say ""hi"""',
      [
        ['a', 'b'],
        ['one\ntwo', 'say "hi"'],
      ],
    ],
    ['rows of different length', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
    [
      'what Excel says about the separator',
      'sep=|\r\na|b\r\n1|2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\nb', [['a'], ['b']]],
    [
      'a quote that is not closed',
      'a,b\n"St Mark,1\nc,d',
      [
        ['a', 'b'],
        ['St Mark', '1'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes inside a quoted cell',
      'a,b\n"The "Lifeline"",1\nc,d',
      [
        ['a', 'b'],
        ['The "Lifeline""', '1'],
        ['c', 'd'],
      ],
    ],
    ['nothing', ' \n', []],
    ['a web page instead', '\ufeff \n<!doctype html><title>404, not found</title>', []],
  ] as const) {
    it(`with ${name}`, () => expect(csvRows(text)).to.deep.equal(rows));
  }

  it('keeps all rows behind a quote that is not closed', async () => {
    const rows = csvRows(await fixture('sample-semicolon.csv')).filter((row) =>
      row.some((cell) => cell !== ''),
    );
    expect(rows.map(([name]) => name)).to.deep.equal(['nombre', 'Vida nueva', 'Sin cierre', 'Otra']);
    expect(rows[2]?.[3]).to.equal('Sala grande');
  });

  it('ends at the bound of rows', () => {
    expect(csvRows('a,b\n'.repeat(BOUNDS.rows + 50))).to.have.length(BOUNDS.rows + 1);
  });

  it('never throws, and gives texts only', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '""', 'sep=', '<', '\ufeff', 'é'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const row of csvRows(pieces.join(''))) for (const cell of row) expect(cell).to.be.a('string');
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('reads back what was written with quotes around everything', () => {
    // A cell that begins with a blank or a table that begins with `<` is another matter.
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'B', '1', ' ', ',', ';', '"', '\n', 'ñ') })
      .map((text) => `x${text}`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        (table) => {
          const text = table
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t'))
            .join('\r\n');
          expect(csvRows(`sep=\t\r\n${text}`)).to.deep.equal(table);
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
