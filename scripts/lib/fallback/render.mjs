/** The two forms of a fallback. Both hold only what the filters of content management systems let through. */

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or an attribute's value, on one line: editors turn a line break into `<br>`, and an empty line into `<p>`. */
export const escape = (text) =>
  String(text)
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign])
    .replace(/\s*[\r\n]+\s*/g, ' ');

function piece(one) {
  if (typeof one === 'string') return escape(one);
  if (one.strong) return `<strong>${pieces(one.strong)}</strong>`;
  return `<a href="${escape(one.href)}">${escape(one.text)}</a>`;
}

const pieces = (list) => list.map(piece).join('');

/**
 * One line of text, links, `<strong>` and `<br>`. An editor may put it into a paragraph, which holds nothing else. Never
 * two `<br>` in a row: WordPress makes a new paragraph of them, in the middle of the element.
 */
export const inline = (blocks) =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'list')
        return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '•'} ${pieces(item)}`);
      return block.kind === 'heading' ? `<strong>${pieces(block.pieces)}</strong>` : pieces(block.pieces);
    })
    .join('<br>');

/** Headings, paragraphs and lists, one to a line and no line empty. */
export function lists(blocks, headingLevel) {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p>${pieces(block.pieces)}</p>`;
      if (block.kind === 'heading') {
        const tag = `h${Math.min(6, headingLevel + block.depth)}`;
        return `<${tag}>${pieces(block.pieces)}</${tag}>`;
      }
      const tag = block.ordered ? 'ol' : 'ul';
      return [`<${tag}>`, ...block.items.map((item) => `<li>${pieces(item)}</li>`), `</${tag}>`].join('\n');
    })
    .join('\n');
}
