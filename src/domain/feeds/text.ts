/* eslint-disable no-control-regex -- control characters are what is looked for */
import { BOUNDS } from './types.js';

/** What most texts have nothing of: marks, controls, characters that turn text, soft hyphens, halves of pairs, loose spaces. */
const UNTIDY =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]| {2}|^ | $/;
const MARKS = /[&<]/;
/** U+200C and U+200D stay: Persian words and joined emoji need them. */
const REMOVED =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** With the flag `u` this finds only halves without their other half, which break `encodeURIComponent`. */
const HALVES = /[\ud800-\udfff]/gu;
const BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[ \t\u00a0]+/g;
const AROUND_BREAK = / ?\n ?/g;
const MANY_BREAKS = /\n{3,}/g;

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi;
const LETTER = /^([a-z])(acute|grave|circ|uml|tilde|ring|cedil|caron)$/i;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    iexcl: '¡',
    iquest: '¿',
    hellip: '…',
    bull: '•',
    middot: '·',
    deg: '°',
    copy: '©',
    reg: '®',
    trade: '™',
    frac12: '½',
    euro: '€',
    pound: '£',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oslash: 'ø',
    Oslash: 'Ø',
    shy: '',
    zwj: '\u200d',
    zwnj: '\u200c',
  }),
);
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    ring: '\u030a',
    cedil: '\u0327',
    caron: '\u030c',
  }),
);
/** What people mean by `&#146;`: the HTML standard reads 128 to 159 as windows-1252 too. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80]!;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function decode(text: string): string {
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name: string = '') => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(parseInt(hex, 16));
    const known = NAMED.get(name) ?? NAMED.get(name.toLowerCase());
    if (known !== undefined) return known;
    const [, letter, accent] = LETTER.exec(name) ?? [];
    return letter === undefined ? whole : (letter + ACCENTS.get(accent!.toLowerCase())!).normalize('NFC');
  });
}

const TAG = /^[a-z!/?]$/i;
const TAG_NAME = /^\/?([a-z][a-z\d]*)/i;
const LINE_TAGS: ReadonlySet<string> = new Set(
  'br p div li ul ol tr table h1 h2 h3 h4 h5 h6 hr blockquote section'.split(' '),
);
/** Their content is no text. */
const SILENT_TAGS: ReadonlySet<string> = new Set(['script', 'style']);

/** Goes through the text once, however many `<` there are: an expression would start over at each of them. */
function withoutTags(text: string): string {
  let out = '';
  let from = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    if (!TAG.test(text[at + 1] ?? '')) {
      at = text.indexOf('<', at + 1);
      continue;
    }
    const end = text.indexOf('>', at);
    if (end < 0) break;
    out += text.slice(from, at);
    from = end + 1;
    const name = TAG_NAME.exec(text.slice(at + 1, at + 13))?.[1]?.toLowerCase() ?? '';
    if (LINE_TAGS.has(name)) out += '\n';
    if (SILENT_TAGS.has(name) && text[at + 1] !== '/') {
      const close = text.indexOf('</', from);
      from = close < 0 ? text.length : close;
    }
    at = text.indexOf('<', from);
  }
  return out + text.slice(from);
}

/** Text without marks; entities are decoded twice, as `&amp;#8217;` is what some exporters make of an apostrophe. */
function unmarked(text: string): string {
  let decoded = text;
  if (text.includes('&')) {
    decoded = decode(text);
    if (decoded.includes('&')) decoded = decode(decoded);
  }
  return decoded.includes('<') ? withoutTags(decoded) : decoded;
}

/** @returns At most `most` UTF-16 units, no half character and no space at the end. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most).trimEnd();
}

/** How much of a text is looked at, measured in what may remain: marks take room. */
const WORTH_READING = 8;

const isTidy = (text: string, most: number, marks: boolean): boolean =>
  text.length <= most && !UNTIDY.test(text) && !(marks && MARKS.test(text));

function tidy(text: string, most: number, lines: boolean, marks: boolean): string {
  const part = text.slice(0, most * WORTH_READING);
  const plain = marks && MARKS.test(part) ? unmarked(part) : part;
  if (isTidy(plain, most, false)) return plain;
  const even = plain
    .replace(REMOVED, '')
    .replace(HALVES, '')
    .replace(BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(AROUND_BREAK, lines ? '\n' : ' ');
  // A break that became a space may have spaces beside it.
  return cut((lines ? even.replace(MANY_BREAKS, '\n\n') : even.replace(SPACES, ' ')).trim(), most);
}

/** Turns values of a row into plain text; what is neither text nor number is ''. */
export interface TextReader {
  /** A text of one line, at most BOUNDS.name long. */
  readonly line: (value: unknown) => string;
  /** A text that may have line breaks, at most BOUNDS.text long. */
  readonly lines: (value: unknown) => string;
  /** A line that few others differ from, such as a district: the same text is the same string. */
  readonly shared: (value: unknown) => string;
}

const numberText = (value: unknown): string =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : '';

/**
 * A reader for the texts of one list. What has to be made anew is made once: many rows say the same.
 * @param marks Whether the texts may hold entities and tags (`Rock &amp; Roll`); our own format is plain text.
 */
export function textReader(marks: boolean): TextReader {
  const reading = (most: number, lines: boolean, keepAll: boolean): ((value: unknown) => string) => {
    const known = new Map<string, string>();
    return (value) => {
      if (value === undefined || value === '') return '';
      if (typeof value !== 'string') return numberText(value);
      // Looking a long text up costs more than looking at it.
      if (!keepAll && isTidy(value, most, marks)) return value;
      let text = known.get(value);
      if (text === undefined) {
        text = isTidy(value, most, marks) ? value : tidy(value, most, lines, marks);
        known.set(value, text);
      }
      return text;
    };
  };
  return {
    line: reading(BOUNDS.name, false, false),
    lines: reading(BOUNDS.text, true, false),
    shared: reading(BOUNDS.name, false, true),
  };
}

/**
 * The text without those of the characters `stops` that end it. An expression such as `/[.,]+$/` starts over at each of
 * them where the text goes on: 4,000 dots and a letter take it 16 million steps.
 */
export function withoutLast(text: string, stops: string): string {
  let end = text.length;
  while (end > 0 && stops.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** A value for people who look for a mistake: what it is, shortened. */
export function shortened(value: unknown, most = 60): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? tidy(value, most, false, false) : '';
}
