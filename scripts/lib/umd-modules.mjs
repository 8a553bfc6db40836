/** Packages that are no modules yet: they know AMD, CommonJS and a global name. */
const PACKAGES = /[\\/]node_modules[\\/]papaparse[\\/]papaparse(?:\.min)?\.js$/;

/**
 * Makes modules of them, with what they hand to CommonJS as the default export. `define` is hidden: a page with an AMD
 * loader would take the package for one of its own.
 */
export function umdModules() {
  return {
    name: 'umd-modules',
    transform: (code, id) =>
      PACKAGES.test(id)
        ? {
            code: `const module = { exports: {} };
(function (module, exports, define) {
${code}
})(module, module.exports);
export default module.exports;`,
            map: { mappings: '' },
          }
        : null,
  };
}
