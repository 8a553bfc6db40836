import { withoutQuotes } from '../../domain/text/without-quotes.js';
import { tags } from './define.js';
import { warnOnce } from './warn.js';

const MARK = 'data-sg-element';
const PREFIX = 'data-sg-';
/** Where a child belongs: filters of content management systems take `slot` away. */
const SLOT = 'data-sg-slot';

/** The parser is past it: something follows it or what it stands in. Taken out before, it would lose the rest of its children. */
const isParsed = (node: Node | null): boolean =>
  node === null ? document.readyState !== 'loading' : node.nextSibling !== null || isParsed(node.parentNode);

/**
 * What the placeholder says, on the element. Filters let all `data-` attributes pass, whoever wrote them, so only those
 * that the element reads get through: `data-sg-onclick` must not become a script.
 */
function copyAttributes(from: HTMLElement, to: HTMLElement): void {
  const { observedAttributes = [] } = to.constructor as { observedAttributes?: readonly string[] };
  const accepted = new Set([...observedAttributes, 'lang']);
  for (const { name, value } of [...from.attributes]) {
    if (!name.startsWith(PREFIX)) continue;
    from.removeAttribute(name);
    const attribute = name.slice(PREFIX.length);
    if (accepted.has(attribute)) to.setAttribute(attribute, value);
    else if (name !== MARK && name !== SLOT)
      warnOnce(
        `${name} on a placeholder is not known and is left out. <${to.localName}> accepts: ${[...accepted].join(', ')}.`,
      );
  }
}

/** A framework made it and will look for it again: React throws where its own node is gone. */
const isOwned = (node: object): boolean =>
  Object.keys(node).some((key) => /^_+(?:react|v(?:node|ue|ei)|svelte)/.test(key));

/** A placeholder becomes the element that it names; its children stay as the state without script. */
function replace(placeholder: HTMLElement): void {
  const tag = withoutQuotes(placeholder.getAttribute(MARK)!).toLowerCase();
  if (!tags.has(tag)) {
    warnOnce(`${MARK}="${tag}" is not known, so its content stays. Accepted: ${[...tags].join(', ')}.`);
    return;
  }
  // In an editor it would be saved as what it became.
  if (placeholder.isContentEditable || document.designMode === 'on') return;
  if (isOwned(placeholder)) {
    warnOnce(`${MARK}="${tag}": a framework made this placeholder, so it stays. Write <${tag}> there.`);
    return;
  }
  const element = document.createElement(tag);
  const { parentNode, nextSibling } = placeholder;
  copyAttributes(placeholder, element);
  if (placeholder.localName === 'a') {
    // The link is what stands there without script.
    element.append(placeholder);
  } else {
    for (const attribute of [...placeholder.attributes]) {
      const { name } = attribute;
      // As attributes, styles and handlers are what policies block; handlers belong to who wrote them.
      if (name === 'style') element.style.cssText = placeholder.style.cssText;
      else if (!name.startsWith('on') && !element.hasAttribute(name))
        // As it is: a parser takes names that older engines do not let scripts write.
        element.setAttributeNode(placeholder.removeAttributeNode(attribute));
    }
    element.append(...placeholder.childNodes);
    placeholder.remove();
  }
  for (const child of element.querySelectorAll<HTMLElement>(`[${SLOT}]`)) {
    child.slot = withoutQuotes(child.getAttribute(SLOT)!);
    // Only children have a place in a slot, and editors wrap.
    if (child.parentNode !== element) element.append(child);
  }
  parentNode?.insertBefore(element, nextSibling);
}

function replaceIn(root: Document | Element): void {
  const found = [...root.querySelectorAll<HTMLElement>(`[${MARK}]`)];
  if (root instanceof HTMLElement && root.hasAttribute(MARK)) found.unshift(root);
  for (const placeholder of found) {
    if (!placeholder.isConnected || !isParsed(placeholder)) continue;
    try {
      replace(placeholder);
    } catch (error) {
      // Never into the page: one that cannot be shown keeps none of the others from it.
      console.error(`A placeholder (${MARK}) could not be shown; its content stays.`, error);
    }
  }
}

/** Turns placeholders into elements, those that are there and those that come. */
export function upgradePlaceholders(): void {
  new MutationObserver((records) => {
    // While the parser is at work, one that was not complete before may be now.
    if (document.readyState === 'loading') replaceIn(document);
    else
      for (const { type, target, addedNodes } of records)
        for (const node of type === 'attributes' ? [target] : addedNodes)
          if (node instanceof Element) replaceIn(node);
  }).observe(document, { childList: true, subtree: true, attributeFilter: [MARK] });
  addEventListener('DOMContentLoaded', () => replaceIn(document));
  replaceIn(document);
}
