/**
 * A built single file as a classic script: for systems that drop `type="module"`, and for plugins that combine, delay or
 * move scripts. It is the same code, in a function of its own, so that it leaves no name behind.
 */
import { readFileSync } from 'node:fs';
import { inRoot } from './rollup-plugins.mjs';

export const CLASSIC_ENTRY = '\0classic-entry';

/**
 * Where the files beside it are, found while the script starts: in the folder that `data-sg-base` names, on a script or on
 * `<html>` (a plugin that combines scripts loses the attribute with the tag), else beside the script itself. Nowhere else:
 * filters let every `data-` attribute of an author pass, and code is loaded from there.
 */
export const ADDRESS_OF_SCRIPT = `const scriptAddress = (() => {
  // Content of others may hold <img name="currentScript">, and this may be called in its place.
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
  const base = (script?.dataset.sgBase ? script : document.querySelector('script[data-sg-base],html[data-sg-base]'))?.dataset.sgBase;
  try {
    if (base) return new URL(base.replace(/\\/?$/, '/support-group-elements.js'), document.baseURI).href;
  } catch {
    console.warn('data-sg-base="' + base + '" is no address of a folder and is left out.');
  }
  return /^https?:/.test(script?.src) ? script.src : document.baseURI;
})();`;

/** @param file The built module. */
export function classicScript(file) {
  return {
    name: 'classic-script',
    resolveId: (id) => (id === CLASSIC_ENTRY ? id : null),
    load(id) {
      if (id === CLASSIC_ENTRY) return `import ${JSON.stringify(inRoot(file))};`;
      const map = JSON.parse(readFileSync(`${id}.map`, 'utf8'));
      return { code: readFileSync(id, 'utf8'), map };
    },
    resolveImportMeta(property) {
      if (property === 'url') return 'scriptAddress';
      this.error(`import.meta.${property} has no counterpart in a classic script`);
    },
  };
}
