/** Tables of text (CSV), in a file of its own beside the one module. Nothing here throws. */
import Papa from 'papaparse';
import { BOUNDS } from './domain/feeds/types.js';

/** One more than may be, so that the reader sees that there were more. */
const MOST_ROWS = BOUNDS.rows + 1;
/** Characters that are read at once: about a millisecond on a phone. */
const PIECE = 65_536;
/** In a row that is longer, a quote is open that was never meant to be closed: no text has more than 4,000 characters. */
const LONGEST_ROW = 2 * PIECE;
/** Quotes without another end; who has more of them means no quote in the way that CSV does. */
const MOST_REPAIRS = 100;
/** Excel writes it before the headings where the separator is not the one of the country. */
const SEPARATOR = /^sep=(.)(?:\r\n?|\n)/i;

type Signs = Readonly<Pick<Papa.ParseConfig, 'delimiter' | 'newline'>>;

/** What ends a cell and a row, told from the beginning of the table. */
function signsOf(beginning: string, separator: string): Signs {
  const { meta } = Papa.parse<string[]>(beginning, {
    delimiter: separator,
    delimitersToGuess: [',', ';', '\t'],
    preview: 1,
  });
  return { delimiter: meta.delimiter, newline: meta.linebreak as '\n' };
}

interface Rows {
  readonly rows: string[][];
  /** Characters of the rows that are whole. */
  readonly length: number;
  /** Where a quote begins that has no end, and how many rows are before it; null for none. */
  readonly stray: { readonly at: number; readonly row: number } | null;
}

/** @param whole Nothing follows, so that the last row is one too. */
function parse(text: string, whole: boolean, options: Papa.ParseConfig): Rows {
  // The part of Papa Parse that tells how far the rows go that are whole.
  const parser = new Papa.Parser(options);
  const { data: rows, errors, meta } = parser.parse(text, 0, !whole) as Papa.ParseResult<string[]>;
  // A row that is not whole may look torn.
  const error = errors.find(({ type, row }) => type === 'Quotes' && (whole || row! < rows.length));
  // The place behind the quote is named.
  return { rows, length: meta.cursor, stray: error ? { at: error.index! - 1, row: error.row! } : null };
}

/**
 * The cells of a table, row by row; the separator is a comma, a semicolon or a tab, whichever fits. A quote that is not
 * closed is a character like others: otherwise it would swallow the rows behind it. One step takes about a millisecond.
 * @returns Empty for a web page, and for a text without anything in it.
 */
export function* csvRows(text: string): Generator<void, string[][]> {
  const rows: string[][] = [];
  const table = text.replace(/^\ufeff/, '');
  const start = table.trimStart();
  if (start === '' || start.startsWith('<')) return rows;
  const [line, separator = ''] = SEPARATOR.exec(table) ?? [''];
  let at = line.length;
  const signs = signsOf(table.slice(at, at + PIECE), separator);
  /** What is read next: what was left over, repaired, and the piece behind it. */
  let piece = '';
  let wanted = PIECE;
  for (let repairs = 0; rows.length < MOST_ROWS;) {
    if (piece.length < wanted) {
      const end = at + wanted - piece.length;
      piece += table.slice(at, end);
      at = end;
    }
    const last = at >= table.length;
    const options = repairs < MOST_REPAIRS ? signs : { ...signs, fastMode: true };
    let found = parse(piece, last, options);
    if (!last && found.length === 0 && piece.length >= LONGEST_ROW) {
      const open = parse(piece, true, options);
      if (open.stray) found = open;
    }
    const { stray } = found;
    if (stray && repairs < MOST_REPAIRS) {
      repairs++;
      const from = stray.row === 0 ? 0 : parse(piece, true, { ...signs, preview: stray.row }).length;
      for (let i = 0; i < stray.row; i++) rows.push(found.rows[i]!);
      piece = piece.slice(from, stray.at) + piece.slice(stray.at + 1);
      wanted = PIECE;
    } else {
      for (const row of found.rows) rows.push(row);
      if (last) break;
      piece = piece.slice(found.length);
      // A row that does not end within the piece wants a longer one.
      wanted = found.length === 0 ? piece.length * 2 : PIECE;
    }
    yield;
  }
  return rows.slice(0, MOST_ROWS);
}
