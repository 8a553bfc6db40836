/** docs/local-groups.md: its example keeps to data/schema/local-groups.schema.json, and every field is explained. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { none, read, readJson, walk } from '../support/project.mjs';

const text = read('docs/local-groups.md');
const schema = readJson('data/schema/local-groups.schema.json');
const groups = readJson('data/schema/groups.schema.json').$defs;
const entry = schema.properties.groups.items;
const [, example] = /```json\n([^]*?)```/.exec(text);

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
formats(ajv);
const valid = ajv.compile(schema);
const keeps = (file) => assert.ok(valid(file), JSON.stringify(valid.errors, null, 1));

/** The fields in the first column of the table under a heading. */
const explained = (heading) => {
  const part = text.split(`\n## ${heading}\n`)[1].split('\n## ')[0];
  return [...part.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, field]) => field),
  );
};

test('the example keeps to the schema', () => keeps(JSON.parse(example)));

test('so does the file of the demo', () => keeps(readJson('demo/lists/local-groups.json')));

test('the least that has to be there is enough, and without any of it there is a finding', () => {
  const [least] = JSON.parse(example).groups;
  assert.deepEqual(Object.keys(least), ['id', 'name', 'summary', 'audience', 'attendance', 'phone']);
  keeps({ groups: [least] });
  for (const field of Object.keys(least)) {
    const { [field]: _, ...rest } = least;
    assert.equal(valid({ groups: [rest] }), false, field);
  }
});

for (const [heading, properties] of [
  ['Around the groups', schema.properties],
  ['One group', entry.properties],
]) {
  test(`“${heading}” explains every field, and none that is not there`, () =>
    assert.deepEqual(explained(heading).sort(), Object.keys(properties).sort()));
}

test('values to choose from are those of data/schema/groups.schema.json and data/substances.json', () => {
  const { properties: here } = entry;
  const { properties: there } = groups.group;
  const values = (part) => part.enum ?? part.oneOf.map((one) => one.const);
  for (const [field, mine, theirs] of [
    ...['audience', 'approach', 'backgrounds'].map((name) => [name, here[name].items, there[name].items]),
    ...['spirituality', 'ledBy', 'sponsor', 'cost'].map((name) => [name, here[name], there[name]]),
    ['attendance', here.attendance.items, groups.attendance],
    ['goals', here.goals.items, there.goals.items.properties.goal],
    ['medicine', here.medicine, there.medicine.properties.stance],
  ])
    assert.deepEqual(values(mine).sort(), values(theirs).sort(), field);
  assert.deepEqual(
    values(here.substances.items).sort(),
    readJson('data/substances.json')
      .substances.map(({ id }) => id)
      .sort(),
  );
});

test('everything in the schema has a title and explains itself', () => {
  const findings = [];
  walk(schema, (part, path) => {
    const place = path.join('.');
    const isField = path.at(-2) === 'properties' || path.at(-1) === 'items';
    if (!isField) return;
    if (!part.title) findings.push(`${place} has no title`);
    if (!part.description) findings.push(`${place} has no description`);
  });
  none(findings, 'Parts of the schema that do not explain themselves:');
});
