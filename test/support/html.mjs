/** An HTML parser for the checks: that of lit-analyzer, which follows the standard. */
import { createRequire } from 'node:module';

const fromHere = createRequire(import.meta.url);
const { parse: parsePage, parseFragment } = createRequire(fromHere.resolve('lit-analyzer'))('parse5');

const nodesOf = (node) => [node, ...(node.childNodes ?? []).flatMap(nodesOf)];

export const text = (node) =>
  node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(text).join('');
export const attributes = (element) =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** Whether one node stands inside another. */
export const within = (node, outer) => {
  for (let at = node; at; at = at.parentNode) if (at === outer) return true;
  return false;
};

/**
 * A piece of HTML, parsed as in the body of a page: `elements`, `text`, and `problems` with what the standard calls a
 * parse error.
 */
export function parse(html) {
  const problems = [];
  const onParseError = ({ code }) => problems.push(code);
  const root = parseFragment(html, { onParseError, sourceCodeLocationInfo: true });
  const elements = nodesOf(root).filter((node) => node.tagName);
  return { root, elements, text: text(root), problems };
}

/** A whole page with the piece in its body. */
export function parseInPage(html) {
  const page = parsePage(`<!doctype html><title>x</title><body>${html}</body>`);
  return { elements: nodesOf(page).filter((node) => node.tagName) };
}

/** The links of a piece of HTML: `[href, text]`. */
export const linksOf = (html) =>
  parse(html)
    .elements.filter(({ tagName }) => tagName === 'a')
    .map((a) => [attributes(a).href, text(a).replace(/\s+/g, ' ').trim()]);
