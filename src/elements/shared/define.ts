import { VERSION } from '../../version.js';

/**
 * Defines an element, unless its name is taken: the same script twice, or two versions of it, is a normal day in a
 * content management system, and a second definition would throw and stop everything after it.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag) as { readonly version?: string } | undefined;
  if (!taken) {
    try {
      customElements.define(tag, element);
    } catch (error) {
      console.error(`<${tag}> could not be defined.`, error);
    }
  } else if (taken.version !== VERSION) {
    console.info(
      `<${tag}> is already defined, by ${taken.version ? `version ${taken.version}` : 'something else'}; ` +
        `version ${VERSION} leaves it as it is.`,
    );
  }
}
