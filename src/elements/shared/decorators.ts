import type { LitElement, PropertyDeclaration } from 'lit';

/*
 * What is used of `lit/decorators.js`, at a fifth of its size: that also knows the standard decorators, which
 * TypeScript does not write here, and options that nobody uses.
 */

/** A public property; with an attribute of its name, unless the options say otherwise. */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: object, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);

/** A property of the element's own, whose change renders it again. */
export const state = () => property({ state: true, attribute: false });

/** The first match of a selector in the rendered content. */
export const query =
  (selector: string) =>
  (prototype: object, name: string): void => {
    Object.defineProperty(prototype, name, {
      get(this: Partial<LitElement>): Element | null {
        return this.renderRoot?.querySelector(selector) ?? null;
      },
    });
  };
