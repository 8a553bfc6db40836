/**
 * Writes README's tables of what each element offers, between the two marks, from dist/custom-elements.json (which
 * comes from the class headers and property comments in src/elements/). `--check` only compares. Needs a build.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { inRoot } from './lib/run.mjs';

const START = '<!-- tables:start -->';
const END = '<!-- tables:end -->';

const cell = (text) =>
  String(text ?? '')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
const code = (text) => (text === undefined || text === '' ? '' : `\`${cell(text)}\``);

function table(heads, rows) {
  return [
    '',
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
}

const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The manifest's declaration with what it takes over from its base classes in src/. */
function inherited(declaration, all, key) {
  const own = declaration[key] ?? [];
  const base = declaration.superclass && all.find(({ name }) => name === declaration.superclass.name);
  const upper = base ? inherited(base, all, key) : [];
  const same = (a) => own.some((b) => b.name === a.name && b.attribute === a.attribute);
  return [...own, ...upper.filter((one) => !same(one))];
}

export function tables(manifest) {
  const all = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ kind }) => kind === 'class');
  const elements = all.filter(({ tagName }) => tagName).sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  const out = [];
  for (const element of elements) {
    const get = (key) => inherited(element, all, key);
    const members = get('members');
    out.push(
      `### \`<${element.tagName}>\``,
      '',
      cell(element.summary ?? element.description?.split('\n\n')[0]),
      '',
    );
    const attributes = get('attributes').filter(({ name }) => name);
    if (attributes.length > 0) {
      out.push(
        '**Attributes**',
        ...table(
          ['attribute', 'property', 'type', 'default', 'what it does'],
          attributes.map((one) => {
            // An attribute that only the class header tells about names no property: it is the one with the same name.
            const member = members.find(({ name }) => name === (one.fieldName ?? one.name));
            return [
              code(one.name),
              code(one.fieldName ?? member?.name),
              code((one.fieldName ? one : member)?.type?.text ?? member?.type?.text ?? one.type?.text),
              code(one.default ?? member?.default),
              cell(one.description ?? member?.description),
            ];
          }),
        ),
        '',
      );
    }
    const properties = members.filter(
      ({ kind, privacy, attribute, static: fixed, name, readonly: _ }) =>
        kind === 'field' &&
        !privacy &&
        !attribute &&
        !fixed &&
        !name.startsWith('_') &&
        !attributes.some((a) => (a.fieldName ?? a.name) === name),
    );
    const shown = properties.filter(({ description }) => description);
    if (shown.length > 0) {
      out.push(
        '**Properties without an attribute**',
        ...table(
          ['property', 'type', 'what it is'],
          shown.map((one) => [code(one.name), code(one.type?.text), cell(one.description)]),
        ),
        '',
      );
    }
    const methods = members.filter(
      ({ kind, privacy, description, static: fixed, inheritedFrom }) =>
        kind === 'method' && !privacy && !fixed && description && !inheritedFrom,
    );
    const offered = methods.filter(
      ({ name }) =>
        !/^(render|update|willUpdate|updated|firstUpdated|connectedCallback|disconnectedCallback|adoptedCallback|attributeChangedCallback|createRenderRoot|shouldUpdate|performUpdate|scheduleUpdate)/.test(
          name,
        ),
    );
    if (offered.length > 0) {
      out.push(
        '**Methods**',
        ...table(
          ['method', 'what it does'],
          offered.map((one) => [
            code(`${one.name}(${(one.parameters ?? []).map(({ name }) => name).join(', ')})`),
            cell(one.description),
          ]),
        ),
        '',
      );
    }
    for (const [key, title, heads, row] of [
      [
        'events',
        'Events',
        ['event', 'type', 'when'],
        (one) => [code(one.name), code(one.type?.text), cell(one.description)],
      ],
      [
        'slots',
        'Slots',
        ['slot', 'what it takes'],
        (one) => [one.name ? code(one.name) : '(default)', cell(one.description)],
      ],
      ['cssParts', 'Parts', ['part', 'what it is'], (one) => [code(one.name), cell(one.description)]],
      [
        'cssProperties',
        'CSS custom properties',
        ['property', 'default', 'what it sets'],
        (one) => [code(one.name), code(one.default), cell(one.description)],
      ],
    ]) {
      const list = get(key).filter((one) => one.name !== undefined);
      if (list.length > 0)
        out.push(
          `**${title}**`,
          ...table(heads, [...list].sort(key === 'slots' ? () => 0 : byName).map(row)),
          '',
        );
    }
  }
  return out.join('\n').trim();
}

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

if (!existsSync(inRoot('dist/custom-elements.json')))
  fail('dist/custom-elements.json is missing: run `npm run build` first.');
if (!existsSync(inRoot('README.md'))) fail('README.md is missing.');
const readme = readFileSync(inRoot('README.md'), 'utf8');
const [before, rest] = readme.split(START);
const after = rest?.split(END)[1];
if (after === undefined) fail(`README.md needs the marks ${START} and ${END}.`);
const made = tables(JSON.parse(readFileSync(inRoot('dist/custom-elements.json'), 'utf8')));
const wanted = `${before}${START}\n\n${made}\n\n${END}${after}`;
if (process.argv.includes('--check')) {
  if (wanted !== readme) fail("README's tables are not up to date: run `npm run build && npm run readme`.");
  console.log("README's tables are up to date.");
} else {
  writeFileSync(inRoot('README.md'), wanted);
  console.log(`README.md: ${(made.match(/^### /gm) ?? []).length} elements`);
}
