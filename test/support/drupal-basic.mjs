/**
 * An emulation of Drupal's text format "Basic HTML", from its published settings: the tags and attributes that it
 * allows, and the protocols of links (`filter_protocols` in default.services.yml; `sms` is not among them, and an
 * address loses a protocol that is not allowed). It is not Drupal's code.
 */
import { attributes, parse } from './html.mjs';

const ALLOWED = {
  a: ['href', 'hreflang'],
  blockquote: ['cite'],
  ul: ['type'],
  ol: ['type', 'start'],
  img: ['src', 'alt', 'height', 'width'],
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
  ...Object.fromEntries(
    ['em', 'strong', 'cite', 'code', 'li', 'dl', 'dt', 'dd', 'p', 'br'].map((tag) => [tag, []]),
  ),
};
const PROTOCOLS = /^(?:https?|ftp|news|nntp|tel|telnet|mailto|irc|ssh|sftp|webcal|rtsp)$/i;
const ADDRESSES = ['href', 'src', 'cite'];
const VOID = ['br', 'img'];

const escaped = (value) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function withoutProtocol(address) {
  const [, protocol, rest] = /^([^/?#:]*):(.*)$/s.exec(address) ?? [];
  return protocol === undefined || PROTOCOLS.test(protocol) ? address : withoutProtocol(rest);
}

function write(node) {
  if (node.nodeName === '#text') return escaped(node.value);
  const inside = (node.childNodes ?? []).map(write).join('');
  const allowed = ALLOWED[node.tagName];
  if (!allowed) return inside;
  const kept = Object.entries(attributes(node))
    .filter(([name]) => allowed.includes(name))
    .map(
      ([name, value]) => ` ${name}="${escaped(ADDRESSES.includes(name) ? withoutProtocol(value) : value)}"`,
    )
    .join('');
  return `<${node.tagName}${kept}>${VOID.includes(node.tagName) ? '' : `${inside}</${node.tagName}>`}`;
}

/** What a visitor gets of HTML that somebody wrote in Basic HTML. */
export const drupalBasic = (html) => write(parse(html).root);
