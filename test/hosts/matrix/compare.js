/** Compares what probe.js has read on two pages. Used by the test run and by the gallery, so it needs nothing but the language. */

/** Half a pixel is where a browser may round differently. */
const TOLERANCE = 0.5;

const parse = (line) => {
  const [node, place, style] = line.split('|');
  return { node, place, style };
};

function samePlace(one, other) {
  if (one === other) return true;
  if (one === 'none' || other === 'none') return false;
  const numbers = other.split(' ').map(Number);
  return one.split(' ').every((value, i) => Math.abs(Number(value) - numbers[i]) <= TOLERANCE);
}

/**
 * The differences in words, a few at most; none: the same look.
 * @param may Properties that may differ, because the page decides them; `box`: places and sizes.
 */
export function differences(plain, host, { may = [], most = 5 } = {}) {
  const found = [];
  if (plain.length === 0) found.push('the plain page shows nothing');
  if (plain.length !== host.length) found.push(`${plain.length} nodes became ${host.length}`);
  for (let i = 0; i < Math.min(plain.length, host.length) && found.length < most; i++) {
    if (plain[i] === host[i]) continue;
    const one = parse(plain[i]);
    const other = parse(host[i]);
    if (one.node !== other.node) {
      found.push(`"${one.node}" became "${other.node}"`);
      break;
    }
    if (!may.includes('box') && !samePlace(one.place, other.place))
      found.push(`${one.node}: box ${one.place} became ${other.place}`);
    if (one.style === other.style) continue;
    const values = other.style.split('; ');
    one.style.split('; ').forEach((rule, n) => {
      if (rule !== values[n] && !may.includes(rule.split(':')[0])) {
        found.push(`${one.node}: ${rule} became ${values[n]}`);
      }
    });
  }
  return found.slice(0, most);
}

/** Styles for the plain page, so that its elements are as wide as those of a page that leaves them less room. */
export const asWide = (widths) =>
  widths.map(({ tag, width }) => `${tag} { inline-size: ${width}px }`).join(' ');
