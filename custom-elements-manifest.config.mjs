/** dist/custom-elements.json: what every element offers, read from the class headers. README's tables come from it. */

/** The analyzer takes the first argument of `new GroupOpenEvent(id)` for the name of an event: only ours stay. */
const ownEventsOnly = {
  name: 'own-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) => name?.startsWith('sg-'));
      }
    }
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [ownEventsOnly],
};
