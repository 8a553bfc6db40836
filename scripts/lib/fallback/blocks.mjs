/**
 * What a fallback is made of, before it is written in one of the two forms: headings, paragraphs and lists of pieces. A
 * piece is a string, a link, or words to stress.
 */

/** @param depth 0 is the title, 1 a part of it. */
export const heading = (depth, text) => ({ kind: 'heading', depth, pieces: [text] });
export const paragraph = (...pieces) => ({ kind: 'paragraph', pieces });
export const bullets = (items) => ({ kind: 'list', ordered: false, items });
export const numbered = (items) => ({ kind: 'list', ordered: true, items });

export const strong = (...pieces) => ({ strong: pieces });
/** @param href An address that was checked; null leaves the text. */
export const link = (href, text) => (href === null ? text : { href, text });

/** Pieces with a separator between them; what is missing is left out. */
export function joined(pieces, separator) {
  const there = pieces.filter(Boolean);
  return there.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece]));
}

/** Segments, each some pieces, with a space between them; what is empty is left out. */
export const spaced = (...segments) =>
  segments
    .map((segment) => segment.filter(Boolean))
    .filter((segment) => segment.length > 0)
    .flatMap((segment, i) => (i === 0 ? segment : [' ', ...segment]));
