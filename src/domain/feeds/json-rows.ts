/** What a text of JSON held. */
export interface JsonRows {
  /** The rows of the list that were read piece by piece, in order; the others are in `rest`. */
  readonly rows: readonly unknown[];
  /** The name of that list in the object around it; '' where nothing is around it, or nothing was read by pieces. */
  readonly name: string;
  /** The whole value, in which that list holds the other rows only. Where the text ends too soon: what stood before. */
  readonly rest: unknown;
  /** The text breaks off, or is no JSON from some point on; what was whole until then is here. */
  readonly cut: boolean;
  /** There were more rows than may be. */
  readonly more: boolean;
}

/** Characters that are given to the browser's parser at once: a few milliseconds each. */
const PIECE = 400_000;
/** The list inside an object, by the names that feeds use. */
const LIST = /^\s*\{(?:[^[\\]|\\.)*?"(meetings|data|records)"\s*:\s*\[\s*(?=\{)/;
const ARRAY = /^\s*\[\s*(?=\{)/;
/** How far into an object its list is looked for. */
const HEAD = 4_000;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/** Finds where rows end. Each character is looked at once, wherever the text is cut into pieces. */
class RowEnds {
  /** Places of the commas between rows. */
  commas: number[] = [];
  /** Place of the bracket that ends the list; −1: not there yet. */
  end = -1;
  #length = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** @param text What comes next. */
  read(text: string): void {
    const start = this.#length;
    this.#length += text.length;
    let at = 0;
    while (at < text.length && this.end < 0) {
      if (this.#inString) {
        at = this.#string(text, at);
        continue;
      }
      switch (text.charCodeAt(at)) {
        case QUOTE:
          this.#inString = true;
          break;
        case COMMA:
          if (this.#depth === 0) this.commas.push(start + at);
          break;
        case 91: // [
        case 123: // {
          this.#depth++;
          break;
        case 93: // ]
        case 125: // }
          if (--this.#depth < 0) this.end = start + at;
      }
      at++;
    }
  }

  /** What stood before a place is gone. */
  drop(length: number): void {
    this.#length -= length;
    if (this.end >= 0) this.end -= length;
    this.commas = [];
  }

  /** @returns Where the string ends that goes on from here. */
  #string(text: string, from: number): number {
    const start = from + (this.#escaped ? 1 : 0);
    const quote = text.indexOf('"', start);
    const end = quote < 0 ? text.length : quote;
    let backslashes = 0;
    while (end - backslashes > start && text.charCodeAt(end - backslashes - 1) === BACKSLASH) backslashes++;
    this.#escaped = backslashes % 2 === 1;
    if (quote < 0) return end;
    if (!this.#escaped) this.#inString = false;
    this.#escaped = false;
    return end + 1;
  }
}

/**
 * Reads a long list piece by piece, as it comes, with the browser's own parser: one parse of 25 MB keeps a phone from
 * answering for seconds.
 */
export class JsonRowReader {
  readonly #most: number;
  readonly #rows: unknown[] = [];
  readonly #ends = new RowEnds();
  #text = '';
  /** What stood before the first row; null: not known yet, '' : the text is read as a whole. */
  #head: string | null = null;
  #name = '';
  /** A piece was no JSON. */
  #broken = false;
  #more = false;

  /** @param most Rows to read; what comes after is left out. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The rows so far. */
  get rows(): readonly unknown[] {
    return this.#rows;
  }

  /** Takes more text. @returns false where enough has been read. */
  push(text: string): boolean {
    if (this.#more) return false;
    this.#text += text;
    if (this.#head === null) {
      if (this.#text.length < PIECE) return true;
      this.#start();
    } else if (this.#head !== '' && !this.#broken) this.#ends.read(text);
    if ((this.#ends.commas.at(-1) ?? -1) >= PIECE && !this.#broken) this.#piece();
    return !this.#more;
  }

  /** @throws SyntaxError where the text is no JSON, and not even the beginning of a list. */
  end(): JsonRows {
    if (this.#more) return this.#result(this.#before(), false);
    if (this.#head === null) this.#start();
    try {
      return this.#result(JSON.parse(this.#head + this.#text) as unknown, false);
    } catch (error) {
      if (this.#head) this.#wholeRows();
      if (this.#rows.length === 0) throw error;
      return this.#result(this.#before(), true);
    }
  }

  #result(rest: unknown, cut: boolean): JsonRows {
    this.#text = '';
    return { rows: this.#rows, name: this.#name, rest, cut, more: this.#more };
  }

  #start(): void {
    // A byte order mark is no JSON.
    if (this.#text.startsWith('\ufeff')) this.#text = this.#text.slice(1);
    const beginning = this.#text.slice(0, HEAD);
    const [head = '', name = ''] = ARRAY.exec(beginning) ?? LIST.exec(beginning) ?? [];
    this.#head = head;
    this.#name = name;
    try {
      this.#before();
    } catch {
      // Something else has that name, deeper inside.
      this.#head = this.#name = '';
    }
    if (this.#head === '') return;
    this.#text = this.#text.slice(head.length);
    this.#ends.read(this.#text);
  }

  /** What stood before the list, with the list empty. */
  #before(): unknown {
    return this.#head ? (JSON.parse(this.#head + (this.#name === '' ? ']' : ']}')) as unknown) : undefined;
  }

  /** Parses the rows that have ended. */
  #piece(): void {
    const end = this.#ends.commas.at(-1)!;
    let rows: unknown[];
    try {
      rows = JSON.parse(`[${this.#text.slice(0, end)}]`) as unknown[];
    } catch {
      this.#broken = true;
      return;
    }
    for (const row of rows) this.#rows.push(row);
    this.#text = this.#text.slice(end + 1);
    this.#ends.drop(end + 1);
    if (this.#rows.length < this.#most) return;
    this.#more = true;
    this.#rows.length = this.#most;
  }

  /** Takes row by row until one is not whole. */
  #wholeRows(): void {
    const { commas, end } = this.#ends;
    let from = 0;
    for (const to of [...commas, end < 0 ? this.#text.length : end]) {
      const row = parsed(this.#text.slice(from, to));
      if (typeof row !== 'object' || row === null) return;
      this.#rows.push(row);
      from = to + 1;
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
