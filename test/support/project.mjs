/** What the checks in test/checks/ share: reading the project's files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project; PROJECT_ROOT points a check at another copy, to try whether it can fail. */
export const root = process.env.PROJECT_ROOT ?? fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);

/** Files below a folder whose name ends with `end`, relative to the project, with `/`, sorted. */
export function filesIn(folder, end = '') {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

export const read = (file) => readFileSync(inRoot(file), 'utf8');
export const exists = (file) => existsSync(inRoot(file));
export const readJson = (file) => JSON.parse(read(file));

/** Folders directly in a folder. */
export const foldersIn = (folder) =>
  exists(folder)
    ? readdirSync(inRoot(folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** Every value in a JSON value: `visit(value, path, parent)`. */
export function walk(value, visit, path = [], parent = undefined) {
  visit(value, path, parent);
  if (Array.isArray(value)) value.forEach((part, index) => walk(part, visit, [...path, index], value));
  else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) walk(part, visit, [...path, key], value);
  }
}

/** Which entry a path lies in: the id of the innermost object with one, else the name in a table of words. */
export function entryAt(json, path) {
  let value = json;
  let entry;
  for (const [index, key] of path.entries()) {
    value = value?.[key];
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      if (typeof value.id === 'string') entry = value.id;
      else if (typeof value.code === 'string') entry = value.code;
      else if (typeof path[0] === 'string' && index === 1 && typeof key === 'string') entry = key;
    }
  }
  return entry ?? (path.length > 1 && typeof path[1] === 'string' ? path[1] : (path[0] ?? '(the file)'));
}

/** Fails with all findings at once, one per line. */
export function none(findings, heading) {
  if (findings.length === 0) return;
  const error = new Error(`${heading}\n${findings.map((line) => `  - ${line}`).join('\n')}\n`);
  error.stack = error.message; // the reader needs the list, not our call stack
  throw error;
}
