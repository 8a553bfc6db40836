import { VERSION } from '../../version.js';

let told = false;

/** Names of the elements that are ours on this page, by this version or by another one. */
export const tags = new Set<string>();

/**
 * Defines an element, unless its name is taken: the same script twice, or two versions of it, is a normal day in a
 * content management system, and a second definition would throw and stop everything after it.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  // The few browsers that have modules and no elements: what stands in the page is what there is.
  if (!globalThis.customElements) return;
  const taken = customElements.get(tag) as { readonly version?: string } | undefined;
  if (!taken) {
    try {
      customElements.define(tag, element);
      tags.add(tag);
    } catch (error) {
      console.error(`<${tag}> could not be defined.`, error);
    }
    return;
  }
  if (taken.version !== undefined) tags.add(tag);
  if (taken.version === undefined) {
    console.info(`<${tag}> is already defined by something else on this page, which stays.`);
  } else if (taken.version !== VERSION && !told) {
    // One line for all elements: a page with two versions has them in all of them.
    told = true;
    console.info(
      `support-group-elements: version ${taken.version} is already on this page and stays; ` +
        `version ${VERSION} is not used.`,
    );
  }
}
