/**
 * Is everything in data/ right? Each file against its schema (the one that its `$schema` names), then what no schema
 * can say: references, words for every entry, order, dates, sources. A finding names file, entry, field and remedy.
 */
import { posix } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { distance } from 'fastest-levenshtein';
import ts from 'typescript';
import { entryAt, exists, filesIn, foldersIn, none, read, readJson, walk } from '../support/project.mjs';

const jsonFiles = filesIn('data', '.json').filter((file) => !file.startsWith('data/schema/'));
const schemaFiles = filesIn('data/schema', '.json');
const field = (path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

/** JSON of a file, or undefined with a finding. */
const parsed = new Map();
const unreadable = [];
for (const file of [...jsonFiles, ...schemaFiles]) {
  try {
    parsed.set(file, readJson(file));
  } catch (error) {
    unreadable.push(
      `${file}: is not JSON: ${error.message}. Look for a missing comma or quote just before that place.`,
    );
  }
}
const get = (file) => parsed.get(file);

test('every file is JSON', () => none(unreadable, 'Files that cannot be read:'));

test('every file has the parts that the code imports', () => {
  const needed = [
    'groups',
    'substances',
    'needs',
    'crisis-lines',
    'programs',
    'guides',
    'safety',
    'glossary',
    'meeting-types',
  ];
  const words = [
    'groups',
    'substances',
    'needs',
    'crisis-lines',
    'programs',
    'guides',
    'safety',
    'search',
    'crisis-words',
    'glossary',
    'language',
    'meeting-types',
    'ui',
  ];
  none(
    [...needed.map((n) => `data/${n}.json`), ...words.map((n) => `data/text/en/${n}.json`)]
      .filter((file) => !exists(file))
      .map((file) => `${file} is missing`),
    'Missing files:',
  );
});

/** What to do about one error of the schema check. */
function remedy(error) {
  const { keyword, params, parentSchema, schema, data } = error;
  const about = parentSchema?.description ? ` (${parentSchema.description})` : '';
  switch (keyword) {
    case 'required':
      return `"${params.missingProperty}" is missing: add it${parentSchema?.properties?.[params.missingProperty]?.description ? ` (${parentSchema.properties[params.missingProperty].description})` : ''}`;
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const wrong = params.additionalProperty ?? params.unevaluatedProperty;
      const known = Object.keys(parentSchema?.properties ?? {});
      const near = known.sort((a, b) => distance(a, wrong) - distance(b, wrong))[0];
      return `"${wrong}" is not known here: take it out${near && distance(near, wrong) <= 3 ? `, or did you mean "${near}"?` : known.length ? `; known are ${known.join(', ')}` : ''}`;
    }
    case 'enum': {
      const near = schema
        .filter((v) => typeof v === 'string' && typeof data === 'string')
        .sort((a, b) => distance(a, data) - distance(b, data))[0];
      return `${JSON.stringify(data)} is not one of ${schema.map((v) => JSON.stringify(v)).join(', ')}${near && distance(near, data) <= 3 ? `: did you mean "${near}"?` : ': use one of these'}`;
    }
    case 'const':
      return `is ${JSON.stringify(data)}: it has to be ${JSON.stringify(schema)}`;
    case 'pattern':
      return `${JSON.stringify(data)} is not written as it should be${about || `: it has to match ${schema}`}`;
    case 'format':
      return `${JSON.stringify(data)} is not a ${schema === 'date' ? 'date like 2026-11-23' : schema}: correct it${about}`;
    case 'type':
      return `is ${data === null ? 'null' : Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'an object' : `a ${typeof data}`}: it has to be ${[schema].flat().join(' or ')}${about}`;
    case 'maxLength':
      return `has ${data.length} characters: shorten it to ${schema}`;
    case 'uniqueItems':
      return `entries ${params.j + 1} and ${params.i + 1} are the same: take one out`;
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return `is too short or empty: it needs at least ${schema}${about}`;
    default:
      return `${error.message}${about}`;
  }
}

test('every file is as its schema says', () => {
  const findings = [];
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  });
  addFormats(ajv);
  for (const file of schemaFiles) {
    try {
      ajv.addSchema(get(file), file);
    } catch (error) {
      findings.push(`${file}: ${error.message}`);
    }
  }
  const used = new Set();
  for (const file of jsonFiles.filter((name) => parsed.has(name))) {
    const json = get(file);
    if (typeof json.$schema !== 'string') {
      findings.push(`${file}: has no "$schema": begin it with the path of its schema in data/schema/`);
      continue;
    }
    const path = posix.join(posix.dirname(file), json.$schema);
    used.add(path);
    if (!parsed.has(path)) {
      findings.push(`${file}: its "$schema" names ${path}, which does not exist`);
      continue;
    }
    let validate;
    try {
      validate = ajv.getSchema(path);
    } catch (error) {
      findings.push(`${path}: is not a sound schema: ${error.message}`);
      continue;
    }
    if (validate(json)) continue;
    const errors = validate.errors.filter(({ keyword }) => !['if', 'propertyNames'].includes(keyword));
    // "One of these values" is one finding; of "one of these shapes" the shapes' own errors help.
    const choices = errors.filter(
      ({ keyword, schema }) => /^(any|one)Of$/.test(keyword) && schema.every((one) => 'const' in one),
    );
    const chosen = new Set(choices.map(({ instancePath }) => instancePath));
    const others = errors.filter(
      ({ keyword, instancePath }) =>
        !/^(any|one)Of$/.test(keyword) && !(keyword === 'const' && chosen.has(instancePath)),
    );
    for (const choice of choices) {
      choice.keyword = 'enum';
      choice.schema = choice.schema.map((one) => one.const);
    }
    const shown = choices.length + others.length > 0 ? [...choices, ...others] : errors;
    for (const error of shown.slice(0, 25)) {
      const at = error.instancePath
        .split('/')
        .slice(1)
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      const real = [];
      let value = json;
      for (const key of at) {
        real.push(Array.isArray(value) ? key : String(key));
        value = value?.[key];
      }
      findings.push(
        `${file}, entry ${entryAt(json, real)}, ${field(real) || 'the whole file'}: ${remedy(error)}`,
      );
    }
  }
  for (const file of schemaFiles) {
    const referenced = schemaFiles.some(
      (other) => other !== file && read(other).includes(`${posix.basename(file)}`),
    );
    // Some are for files that page owners write.
    const guided = filesIn('docs', '.md').some((guide) => read(guide).includes(`(../${file})`));
    if (!used.has(file) && !referenced && !guided)
      findings.push(`${file}: no file of data/ uses this schema, and no guide of docs/ names it`);
  }
  none(findings, 'Entries that break their schema:');
});

const facts = (name) => get(`data/${name}.json`);
const words = (name, language = 'en') => get(`data/text/${language}/${name}.json`);

const ids = (name, key) => (facts(name)?.[key] ?? []).map(({ id }) => id);
const groupIds = ids('groups', 'groups');
const substanceIds = ids('substances', 'substances');
const guideIds = ids('guides', 'guides');
const lines = [
  ...(facts('crisis-lines')?.countries ?? []).flatMap((country) => country.lines ?? []),
  ...(facts('crisis-lines')?.directories ?? []),
];

test('every id that is used exists', () => {
  const findings = [];
  const exist = (list, kind, file) => (id, where) => {
    if (!list.includes(id)) {
      const near = [...list].sort((a, b) => distance(a, id) - distance(b, id))[0];
      findings.push(
        `${where}: there is no ${kind} "${id}" in ${file}: ${near && distance(near, id) <= 2 ? `did you mean "${near}"?` : 'correct it or add the entry'}`,
      );
    }
  };
  const group = exist(groupIds, 'group', 'data/groups.json');
  const substance = exist(substanceIds, 'substance', 'data/substances.json');
  const guide = exist(guideIds, 'guide', 'data/guides.json');
  const each = (list, where, check) => (list ?? []).forEach((id) => check(id, where));

  for (const entry of facts('groups')?.groups ?? []) {
    const at = `data/groups.json, entry ${entry.id}`;
    each(
      (entry.substances ?? []).filter((id) => id !== 'any-drug'),
      `${at}, substances`,
      substance,
    );
    each(entry.alternatives, `${at}, alternatives`, group);
    if (entry.alternatives?.includes(entry.id))
      findings.push(`${at}, alternatives: names itself: take it out`);
    if (['dormant', 'unclear'].includes(entry.status) && !entry.alternatives?.length) {
      findings.push(
        `${at}, alternatives: the group is ${entry.status}: name a living group to look at instead`,
      );
    }
    for (const id of entry.alternatives ?? []) {
      const other = facts('groups').groups.find((one) => one.id === id);
      if (other?.status === 'dormant')
        findings.push(`${at}, alternatives: "${id}" is dormant itself: name a living group`);
    }
  }
  for (const entry of facts('substances')?.substances ?? []) {
    const at = `data/substances.json, entry ${entry.id}`;
    each(entry.groups, `${at}, groups`, group);
    each(entry.familyGroups, `${at}, familyGroups`, group);
    if (entry.parent) substance(entry.parent, `${at}, parent`);
  }
  for (const entry of facts('needs')?.needs ?? []) {
    const at = `data/needs.json, entry ${entry.id}`;
    each(entry.groups, `${at}, groups`, group);
    each(entry.guides, `${at}, guides`, guide);
  }
  for (const entry of facts('guides')?.guides ?? []) {
    const at = `data/guides.json, entry ${entry.id}`;
    each(entry.related?.groups, `${at}, related.groups`, group);
    each(entry.related?.guides, `${at}, related.guides`, guide);
  }
  for (const entry of facts('programs')?.twelveSteps?.fellowships ?? []) {
    group(entry.group, 'data/programs.json, twelveSteps.fellowships');
  }
  const toolIds = (facts('programs')?.fourPoints?.tools ?? []).map(({ id }) => id);
  for (const point of facts('programs')?.fourPoints?.points ?? []) {
    each(
      point.tools,
      `data/programs.json, fourPoints, entry ${point.id}, tools`,
      exist(toolIds, 'tool', 'data/programs.json'),
    );
  }
  const themed = new Set((facts('programs')?.twelveSteps?.themes ?? []).flatMap(({ steps }) => steps));
  for (let step = 1; facts('programs') && step <= 12; step++) {
    if (!themed.has(step))
      findings.push(`data/programs.json, twelveSteps.themes: step ${step} is in no theme: add it to one`);
  }
  for (const [id, table] of Object.entries(facts('meeting-types')?.tables ?? {})) {
    const at = 'data/meeting-types.json, tables';
    group(id, at);
    each(
      Object.values(table).filter((type) => type !== null),
      `${at}, ${id}`,
      exist(ids('meeting-types', 'types'), 'type', 'data/meeting-types.json'),
    );
  }
  for (const [word, list] of Object.entries(words('search')?.ambiguous ?? {})) {
    each(list, `data/text/en/search.json, ambiguous, entry ${word}`, substance);
  }
  none(findings, 'Ids that do not exist:');
});

/** Facts and words that have to stand side by side: [facts file, ids, words file, words by id]. */
const pairs = () => {
  const programs = facts('programs') ?? {};
  const said = words('programs') ?? {};
  const list = [
    ['groups.json', groupIds, 'groups.json', words('groups')?.groups],
    ['substances.json', substanceIds, 'substances.json', words('substances')?.substances],
    ['needs.json', ids('needs', 'needs'), 'needs.json', words('needs')?.needs],
    ['guides.json', guideIds, 'guides.json', words('guides')?.guides],
    ['glossary.json', ids('glossary', 'terms'), 'glossary.json', words('glossary')?.terms],
    [
      'meeting-types.json',
      ids('meeting-types', 'types'),
      'meeting-types.json',
      words('meeting-types')?.types,
    ],
    [
      'crisis-lines.json',
      lines.map(({ id }) => id),
      'crisis-lines.json, lines',
      words('crisis-lines')?.lines,
    ],
    [
      'crisis-lines.json, countries',
      (facts('crisis-lines')?.countries ?? []).map(({ code }) => code),
      'crisis-lines.json, countries',
      words('crisis-lines')?.countries,
    ],
    [
      'programs.json, themes',
      (programs.twelveSteps?.themes ?? []).map(({ id }) => id),
      'programs.json, twelveSteps.themes',
      said.twelveSteps?.themes,
    ],
    [
      'programs.json, themes',
      (programs.twelveSteps?.themes ?? []).flatMap(({ steps }) => steps.map(String)),
      'programs.json, twelveSteps.steps',
      said.twelveSteps?.steps,
    ],
    [
      'programs.json, fellowships',
      (programs.twelveSteps?.fellowships ?? []).map(({ group }) => group),
      'programs.json, twelveSteps.fellowships',
      said.twelveSteps?.fellowships,
    ],
    [
      'programs.json, points',
      (programs.fourPoints?.points ?? []).map(({ id }) => id),
      'programs.json, fourPoints.points',
      said.fourPoints?.points,
    ],
    [
      'programs.json, tools',
      (programs.fourPoints?.tools ?? []).map(({ id }) => id),
      'programs.json, fourPoints.tools',
      said.fourPoints?.tools,
    ],
    [
      'programs.json, official',
      (programs.fourPoints?.official ?? []).map(({ id }) => id),
      'programs.json, fourPoints.official',
      said.fourPoints?.official,
    ],
  ];
  for (const entry of facts('groups')?.groups ?? []) {
    const own = words('groups')?.groups?.[entry.id];
    if (!own) continue;
    list.push([
      `groups.json, entry ${entry.id}, finders`,
      (entry.finders ?? []).map(({ id }) => id),
      `groups.json, entry ${entry.id}, finders`,
      own.finders ?? {},
    ]);
    const hours = [...new Set((entry.phones ?? []).flatMap(({ hours: key }) => key ?? []))];
    list.push([
      `groups.json, entry ${entry.id}, phones`,
      hours,
      `groups.json, entry ${entry.id}, hours`,
      own.hours ?? {},
    ]);
  }
  for (const entry of facts('guides')?.guides ?? []) {
    const own = words('guides')?.guides?.[entry.id];
    if (own)
      list.push([
        `guides.json, entry ${entry.id}, references`,
        (entry.references ?? []).map(({ id }) => id),
        `guides.json, entry ${entry.id}, references`,
        own.references ?? {},
      ]);
  }
  return list;
};

test('every entry has words, and there are no words without an entry', () => {
  const findings = [];
  for (const [factFile, list, wordFile, table] of pairs()) {
    const said = Object.keys(table ?? {});
    for (const id of list)
      if (!said.includes(id))
        findings.push(`data/text/en/${wordFile}: no words for "${id}" of data/${factFile}: add them`);
    for (const id of said)
      if (!list.includes(id))
        findings.push(
          `data/text/en/${wordFile}: "${id}" does not exist in data/${factFile}: take the words out or add the entry`,
        );
  }
  for (const entry of facts('groups')?.groups ?? []) {
    const own = words('groups')?.groups?.[entry.id];
    if (!own) continue;
    const at = `data/text/en/groups.json, entry ${entry.id}, status`;
    if (entry.status !== 'active' && !own.status)
      findings.push(`${at}: the group is ${entry.status}: say what is known and where to look instead`);
    if (entry.status === 'active' && own.status) findings.push(`${at}: the group is active: take it out`);
  }
  none(findings, 'Entries and words that do not meet:');
});

test('ids are unique, and groups, the glossary and types of meetings stand in the order of their ids', () => {
  const findings = [];
  for (const [name, list] of [
    ['groups', groupIds],
    ['substances', substanceIds],
    ['needs', ids('needs', 'needs')],
    ['guides', guideIds],
    ['glossary', ids('glossary', 'terms')],
    ['crisis-lines', lines.map(({ id }) => id)],
    ['crisis-lines (countries)', (facts('crisis-lines')?.countries ?? []).map(({ code }) => code)],
    ['safety', ids('safety', 'topics')],
    ['meeting-types', ids('meeting-types', 'types')],
  ]) {
    list.forEach((id, index) => {
      if (list.indexOf(id) !== index)
        findings.push(`data/${name}.json: "${id}" stands there twice: take one out`);
    });
  }
  for (const [name, list] of [
    ['groups', groupIds],
    ['glossary', ids('glossary', 'terms')],
    ['meeting-types', ids('meeting-types', 'types')],
  ]) {
    list.forEach((id, index) => {
      if (index && list[index - 1] > id)
        findings.push(`data/${name}.json: "${id}" has to stand before "${list[index - 1]}"`);
    });
  }
  none(findings, 'Order and uniqueness:');
});

test('every address is https', () => {
  const findings = [];
  for (const file of jsonFiles) {
    walk(get(file), (value, path) => {
      const key = path.at(-1);
      if (typeof value !== 'string' || key === '$schema') return;
      // An old page that is only on http may be named as a source: sources do not ship.
      const source = path.includes('sources');
      if ((['url', 'chat'].includes(key) && !file.startsWith('data/text/')) || /^https?:/.test(value)) {
        let url;
        try {
          url = new URL(value);
        } catch {
          // handled below
        }
        if (
          !url ||
          !(url.protocol === 'https:' || (source && url.protocol === 'http:')) ||
          !url.hostname.includes('.') ||
          url.username
        ) {
          findings.push(
            `${file}, entry ${entryAt(get(file), path)}, ${field(path)}: ${JSON.stringify(value)} is not an https address: correct it`,
          );
        }
      }
    });
  }
  none(findings, 'Addresses:');
});

test('what was checked has a source, and no date lies in the future', () => {
  const findings = [];
  const dates = [];
  for (const file of jsonFiles) {
    walk(get(file), (value, path) => {
      const key = path.at(-1);
      if (['checked', 'seen', 'since'].includes(key) && typeof value === 'string')
        dates.push({ file, path, key, value });
    });
  }
  const valid = (date) =>
    /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  const isValid = (date) => {
    try {
      return valid(date);
    } catch {
      return false;
    }
  };
  const newest = dates
    .filter(({ key, value }) => key === 'seen' && isValid(value))
    .map(({ value }) => value)
    .sort()
    .at(-1);
  const today = new Date().toISOString().slice(0, 10);
  for (const { file, path, key, value } of dates) {
    const at = `${file}, entry ${entryAt(get(file), path)}, ${field(path)}`;
    if (!isValid(value))
      findings.push(`${at}: "${value}" is not a day of the calendar: write it like 2026-11-23`);
    else if (key === 'seen' && value > today) findings.push(`${at}: ${value} lies in the future: correct it`);
    else if (key === 'checked' && newest && value > newest)
      findings.push(`${at}: ${value} is later than the newest source (${newest}): correct it`);
  }
  // Whoever carries facts and a date, carries a source: itself, or the entry around it.
  const sourced = (value) => Array.isArray(value.sources) && value.sources.length > 0;
  for (const file of jsonFiles.filter((name) => !name.startsWith('data/text/'))) {
    const visit = (value, path, covered) => {
      if (value === null || typeof value !== 'object') return;
      if (!Array.isArray(value)) {
        const own = sourced(value);
        const at = `${file}, entry ${entryAt(get(file), path)}, ${field(path)}`;
        if ('sources' in value && !own)
          findings.push(`${at}.sources: is empty: name at least one source, with the day it was seen`);
        if (typeof value.checked === 'string' && !own && !covered)
          findings.push(`${at}: was checked, but names no sources: add them`);
        covered ||= own;
      }
      for (const [key, part] of Object.entries(value)) {
        if (key !== 'sources') visit(part, [...path, Array.isArray(value) ? Number(key) : key], covered);
      }
    };
    visit(get(file), [], false);
    // Entries themselves always name theirs, unless the whole file comes from the same ones.
    if (sourced(get(file) ?? {})) continue;
    const { $schema: _, ...lists } = get(file) ?? {};
    for (const [list, entries] of Object.entries(lists)) {
      if (!Array.isArray(entries)) continue;
      for (const entry of entries) {
        if (entry !== null && typeof entry === 'object' && !sourced(entry)) {
          findings.push(
            `${file}, entry ${entry.id ?? entry.code ?? '?'} of ${list}: names no sources: add at least one`,
          );
        }
      }
    }
  }
  none(findings, 'Dates and sources:');
});

test('the values that src/domain/groups/types.ts names are those of the schema', () => {
  const file = 'src/domain/groups/types.ts';
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const lists = new Map();
  ts.forEachChild(source, (node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations) {
      const list = initializer && ts.isAsExpression(initializer) ? initializer.expression : undefined;
      if (list && ts.isArrayLiteralExpression(list))
        lists.set(
          name.text,
          list.elements.map((e) => e.text),
        );
    }
  });
  const inSchema = new Map();
  const schema = get('data/schema/groups.schema.json');
  const resolve = (part) =>
    part?.$ref?.startsWith('#/')
      ? part.$ref
          .slice(2)
          .split('/')
          .reduce((at, key) => at?.[key], schema)
      : part;
  walk(schema, (value, path) => {
    if (path.at(-2) !== 'properties') return;
    const part = resolve(value);
    const listed = (one) =>
      one?.enum ?? (one?.oneOf ?? one?.anyOf)?.map((choice) => choice.const).filter((v) => v !== undefined);
    const values = [part, resolve(part?.items)].map(listed).find((list) => list?.length);
    if (path[0] === 'allOf' || path.includes('if') || path.includes('then')) return; // conditions, not the list
    if (values) inSchema.set(path.at(-1), [...(inSchema.get(path.at(-1)) ?? []), values]);
  });
  const names = {
    GROUP_STATUSES: 'status',
    APPROACHES: 'approach',
    SPIRITUAL_SIDES: 'spirituality',
    GOALS: 'goal',
    AUDIENCES: 'audience',
    BACKGROUNDS: 'backgrounds',
    ATTENDANCES: 'attendance',
    MEDICINE_STANCES: 'stance',
    LEADERS: 'ledBy',
    SPONSORSHIPS: 'sponsor',
    COSTS: 'cost',
  };
  const findings = [];
  for (const [name, property] of Object.entries(names)) {
    const here = lists.get(name);
    if (!here) {
      findings.push(`${file}: the list ${name} is missing`);
      continue;
    }
    for (const values of inSchema.get(property) ?? [[]]) {
      if ([...values].sort().join() !== [...here].sort().join()) {
        findings.push(
          `data/schema/groups.schema.json, ${property}: ${values.join(', ') || 'no list'}; ${file}, ${name}: ${here.join(', ')}: make them the same`,
        );
      }
    }
  }
  for (const name of lists.keys())
    if (!names[name])
      findings.push(`${file}: ${name} is not compared with the schema: add it to test/checks/data.check.mjs`);
  none(findings, 'Lists of values that differ:');
});

test('every folder of words holds known files', () => {
  const findings = [];
  const known = filesIn('data/text/en', '.json').map((file) => posix.basename(file));
  for (const language of foldersIn('data/text')) {
    for (const file of filesIn(`data/text/${language}`)) {
      if (!known.includes(file.slice(`data/text/${language}/`.length)))
        findings.push(`${file}: English has no such file: rename or remove it`);
    }
  }
  none(findings, 'Files of words:');
});
