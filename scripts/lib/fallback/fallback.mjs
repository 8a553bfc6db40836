/** The fallback of one element: what its visitors have where its script does not run. */
import { card, comparison, finder, meetingFinder } from './groups.mjs';
import { viewOf } from './library.mjs';
import { crisisLines, fourPoints, guide, twelveSteps } from './programs.mjs';
import { escape, inline, lists } from './render.mjs';

/** By tag; a check compares them with the elements. */
export const FALLBACKS = {
  'support-group-finder': finder,
  'meeting-finder': meetingFinder,
  'crisis-lines': crisisLines,
  'twelve-steps': twelveSteps,
  'four-points': fourPoints,
  'support-group-card': card,
  'support-group-comparison': comparison,
  'recovery-guide': guide,
};

const attribute = ([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`);

/** `lang` stands on a placeholder as it is: it holds for those who read it without script. */
const placeholderAttribute = ([name, value]) =>
  name === 'lang'
    ? attribute([name, value])
    : attribute([`data-sg-${name}`, value === true ? 'true' : value]);

function wrapped({ tag, wrap, form, written }, content) {
  if (wrap === null) return content;
  const edge = form === 'lists' ? '\n' : '';
  const inside = edge + content + edge;
  return wrap === 'element'
    ? `<${tag}${written.map(attribute).join('')}>${inside}</${tag}>`
    : `<div data-sg-element="${tag}"${written.map(placeholderAttribute).join('')}>${inside}</div>`;
}

/**
 * HTML that the filters of content management systems let through.
 * @param options What `readOptions` gives.
 * @param now The present moment, which tells what may have changed.
 */
export function fallback(library, options, now) {
  const { tag, lang, country, form, headingLevel, sms, attributes } = options;
  const context = { library, view: viewOf(library, { lang, country, now }), sms };
  const blocks = FALLBACKS[tag](context, attributes);
  // Inside an element no heading is as high as its own: a higher one is taken for the rest of a page (support-element.ts).
  const top = options.wrap === null ? headingLevel : Math.max(headingLevel, 3);
  return wrapped(options, form === 'lists' ? lists(blocks, top) : inline(blocks));
}
