/** Tables of text (CSV), in a file of its own beside the one module. Nothing here throws. */
import Papa from 'papaparse';
import { BOUNDS } from './domain/feeds/types.js';

/** One more than may be, so that the reader sees that there were more. */
const MOST_ROWS = BOUNDS.rows + 1;
/** Quotes without another end that are looked for: each costs as much as reading the table anew. */
const MOST_REPAIRS = 5;
/** Excel writes it before the headings where the separator is not the one of the country. */
const SEPARATOR = /^sep=(.)(?:\r\n?|\n)/i;

/**
 * The cells of a table, row by row; the separator is a comma, a semicolon or a tab, whichever fits. A quote that is not
 * closed is a character like others: otherwise it would swallow the rows behind it.
 * @returns Empty for a web page, and for a text without anything in it.
 */
export function csvRows(text: string): string[][] {
  let table = text.replace(/^\ufeff/, '');
  const start = table.trimStart();
  if (start === '' || start.startsWith('<')) return [];
  const [line = '', separator = ''] = SEPARATOR.exec(table) ?? [];
  table = table.slice(line.length);
  try {
    for (let repairs = 0; ; repairs++) {
      const { data, errors } = Papa.parse<string[]>(table, {
        delimiter: separator,
        delimitersToGuess: [',', ';', '\t'],
        preview: MOST_ROWS,
      });
      const quote = errors.find(({ type }) => type === 'Quotes')?.index;
      if (quote === undefined || repairs === MOST_REPAIRS) return data;
      // The place behind the quote is named.
      const at = quote - 1;
      if (table[at] !== '"') return data;
      table = table.slice(0, at) + table.slice(at + 1);
    }
  } catch {
    return [];
  }
}
