import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/** A name that begins with _ is there to be left out. */
const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default defineConfig(
  { ignores: ['dist', 'coverage', 'pictures', 'node_modules', 'test/hosts/vendor'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      ts.configs.recommendedTypeChecked,
      wc['flat/recommended'],
      wc['flat/best-practice'],
      lit['flat/recommended'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'wc/guard-super-call': 'off', // TypeScript knows that the base class has the callback
      'wc/attach-shadow-constructor': 'off', // Lit attaches in createRenderRoot; open-root is an attribute
    },
  },
  {
    files: ['test/**/*.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-unused-vars': ['error', unused] },
  },
  {
    // These hold functions that run inside a page.
    files: [
      'demo/**/*.js',
      'test/hosts/**/*.js',
      'bench/**/*.mjs',
      'test/walk/**/*.mjs',
      'scripts/pictures.mjs',
    ],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  prettier,
);
