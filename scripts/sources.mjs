/**
 * Writes docs/SOURCES.md: every source that an entry of data/ names, by file and entry. `--check` only compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { inRoot } from './lib/run.mjs';

const FILE = 'docs/SOURCES.md';

const clean = (text) =>
  String(text)
    .replace(/\s+/g, ' ')
    .replace(/[[\]|<>]/g, '\\$&');

/** Every list of sources in a value, with the way to it: ids where there are some, else keys. */
function collect(value, path, found) {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    value.forEach((part, index) =>
      collect(part, [...path, part?.id ?? part?.code ?? part?.country ?? String(index + 1)], found),
    );
    return;
  }
  if (Array.isArray(value.sources) && value.sources.length > 0)
    found.push([path.join(' › ') || 'all', value.sources]);
  for (const [key, part] of Object.entries(value)) {
    if (key !== 'sources') collect(part, [...path, key], found);
  }
}

export function sourcesPage() {
  const out = [
    '# Sources',
    '',
    'Where the facts in `data/` come from, by file and entry. Made by `npm run readme`; edit the `sources` in `data/` instead.',
    '"Seen" is the day when somebody last read the source.',
  ];
  for (const name of readdirSync(inRoot('data'))
    .filter((n) => n.endsWith('.json'))
    .sort()) {
    const found = [];
    const { $schema: _, sources, ...json } = JSON.parse(readFileSync(inRoot('data', name), 'utf8'));
    // Sources of the whole file.
    if (Array.isArray(sources)) found.push(['all', sources]);
    for (const [key, part] of Object.entries(json)) collect(part, [key], found);
    if (found.length === 0) continue;
    out.push('', `## data/${name}`);
    for (const [where, sources] of found) {
      const parts = where.split(' › ');
      const lists = ['groups', 'substances', 'needs', 'guides', 'countries', 'directories', 'topics'];
      out.push(
        '',
        `### ${(lists.includes(parts[0]) && parts.length > 1 ? parts.slice(1) : parts).join(' › ')}`,
        '',
      );
      for (const { title, url, seen } of sources) {
        out.push(`- ${url ? `[${clean(title)}](<${url}>)` : clean(title)}${seen ? `, seen ${seen}` : ''}`);
      }
    }
  }
  return `${out.join('\n')}\n`;
}

const page = sourcesPage();
if (process.argv.includes('--check')) {
  if (!existsSync(inRoot(FILE)) || readFileSync(inRoot(FILE), 'utf8') !== page) {
    console.error(`${FILE} is not up to date with the sources in data/: run \`npm run readme\`.`);
    process.exitCode = 1;
  } else console.log(`${FILE} is up to date.`);
} else {
  writeFileSync(inRoot(FILE), page);
  console.log(`${FILE}: ${page.split('\n').filter((line) => line.startsWith('- ')).length} sources`);
}
