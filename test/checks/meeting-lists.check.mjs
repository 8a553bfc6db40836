/** docs/meeting-lists.md: its example is a list, and it explains every field that data/schema/meetings.schema.json has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { read, readJson } from '../support/project.mjs';

const text = read('docs/meeting-lists.md');
const schema = readJson('data/schema/meetings.schema.json');

/** The fields in the first column of the table under a heading. */
const explained = (heading) => {
  const part = text.split(`\n## ${heading}\n`)[1].split('\n## ')[0];
  return [...part.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, field]) => field),
  );
};

test('the example keeps to the schema', () => {
  const [, example] = /```json\n([^]*?)```/.exec(text);
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats(ajv);
  const valid = ajv.compile(schema);
  assert.ok(valid(JSON.parse(example)), JSON.stringify(valid.errors, null, 1));
});

for (const [heading, properties] of [
  ['Around the meetings', schema.properties],
  ['One meeting', schema.properties.meetings.items.properties],
]) {
  test(`“${heading}” explains every field, and none that is not there`, () =>
    assert.deepEqual(explained(heading).sort(), Object.keys(properties).sort()));
}
