/** TypeScript in the bundles. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { inRoot, root } from './run.mjs';

const { options: compilerOptions } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(inRoot('tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
);
/** Compiled files by their address: most of them are part of several bundles. */
const compiled = new Map();

/**
 * TypeScript, one file at a time (`isolatedModules` and `verbatimModuleSyntax` see to it that this is enough). Types are
 * checked once for all bundles, where the build makes the declarations.
 */
export const compile = () => ({
  name: 'compile',
  resolveId(source, importer) {
    if (!importer?.endsWith('.ts') || !/^\..*\.js$/.test(source)) return null;
    const file = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const known = compiled.get(id);
    if (known?.from === code) return known;
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      fileName: id,
      compilerOptions: { ...compilerOptions, importHelpers: true, inlineSources: true },
    });
    const result = {
      from: code,
      code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
      map: JSON.parse(sourceMapText),
    };
    compiled.set(id, result);
    return result;
  },
});
