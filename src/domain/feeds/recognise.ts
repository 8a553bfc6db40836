import type { FormatName } from './types.js';

/** What the text of an answer is, by its first characters. */
export type TextKind = 'json' | 'calendar' | 'web-page' | 'table' | 'empty';

/**
 * Tells what an answer is. The type that a server names is often wrong, so it only decides where the text does not.
 * @param beginning The first characters of the text.
 * @param format What the page says that it is.
 */
export function kindOfText(
  beginning: string,
  format: FormatName | 'auto',
  url: string,
  type: string,
): TextKind {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  if (text === '') return 'empty';
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'calendar';
  if (/^[[{]/.test(text)) return 'json';
  if (text.startsWith('<')) return 'web-page';
  if (format === 'icalendar') return 'calendar';
  if (format === 'sheet' || /\bcsv\b|tab-separated/.test(type) || /\.(csv|tsv)(\?|$)/i.test(url))
    return 'table';
  return 'json';
}
