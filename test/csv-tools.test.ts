import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { csvRows as csvRowsInSteps } from '../src/csv-tools.js';
import { BOUNDS } from '../src/domain/feeds/types.js';
import { FUZZ_RUNS } from './support/assert.js';
import { atOnce, countedSteps } from './support/at-once.js';

const fixture = async (name: string): Promise<string> => (await fetch(`/feeds/${name}`)).text();
const csvRows = (text: string): string[][] => atOnce(csvRowsInSteps(text));

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

  describe('that is long', () => {
    const cell = (i: number): string => `"Room ${i}, ""the"" ${'long '.repeat(i % 40)}\r\nway"`;
    const wanted = (i: number): string => `Room ${i}, "the" ${'long '.repeat(i % 40)}\r\nway`;
    const numbers = Array.from({ length: 6_000 }, (_, i) => i);

    it('is the same as one piece, wherever it is cut', () => {
      for (const end of ['\n', '\r\n']) {
        const text = numbers.map((i) => `${i},${cell(i)},x`).join(end);
        const { value, steps } = countedSteps(csvRowsInSteps(text));
        expect(value).to.deep.equal(numbers.map((i) => [`${i}`, wanted(i), 'x']));
        expect(steps).to.be.within(Math.floor(text.length / 65_536), Math.ceil(text.length / 32_768));
      }
    });
    it('keeps all its rows where many quotes are not closed, without reading it anew for each', () => {
      const text = numbers
        .map((i) => (i % 100 === 50 ? `${i},"Lifeline,x` : `${i},${i % 2 ? cell(i) : 'a'},x`))
        .join('\n');
      const { value, steps } = countedSteps(csvRowsInSteps(text));
      expect(value).to.deep.equal(
        numbers.map((i) => [`${i}`, i % 100 === 50 ? 'Lifeline' : i % 2 ? wanted(i) : 'a', 'x']),
      );
      expect(steps).to.be.below(60 + text.length / 16_384);
    });
    it('keeps all its rows behind a quote that nothing closes', () => {
      const rows = csvRows(numbers.map((i) => `${i === 10 ? '"' : ''}${i},${'a'.repeat(200)}`).join('\n'));
      expect(rows.map(([name]) => name)).to.deep.equal(numbers.map(String));
    });
    it('may have a cell that is longer than anyone writes', () => {
      const long = 'a'.repeat(1_000_000);
      expect(csvRows(`a,b\n${long},1\nc,d`)).to.deep.equal([['a', 'b'], [long, '1'], ['c', 'd']]); // prettier-ignore
    });
    it('ends where it is nothing but quotes', () => {
      for (const text of ['"', '"a', 'a,"\n', '"a"b\n', '"""', '", '])
        expect(csvRows(text.repeat(600_000))).to.be.an('array');
    }).timeout(20_000);
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
