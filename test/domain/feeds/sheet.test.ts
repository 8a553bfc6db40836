import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { typeTable } from '../../../src/content/meeting-types.js';
import spanish from '../../../data/text/es/meeting-types.json' with { type: 'json' };
import { csvRows } from '../../../src/csv-tools.js';
import { sheetFormat } from '../../../src/domain/feeds/sheet.js';
import type { FeedContext, Problem } from '../../../src/domain/feeds/types.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { atOnce } from '../../support/at-once.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { PAYLOADS } from '../../support/payloads.js';

const context: FeedContext = {
  group: 'aa',
  timezone: 'America/Chicago',
  now: new Date('2026-11-23T17:00:00Z'),
  types: typeTable('aa', spanish),
};
const list = (rows: readonly unknown[]) => ({ rows, around: {} });
const readAll = (rows: readonly unknown[]): (Meeting[] | Problem)[] =>
  rows.map(sheetFormat.reader(list(rows), context));
const meetings = (rows: readonly unknown[]): Meeting[] =>
  readAll(rows).flatMap((found) => (Array.isArray(found) ? found : []));
const problems = (rows: readonly unknown[]): Problem[] =>
  readAll(rows).flatMap((found) => (Array.isArray(found) ? [] : [found]));
const fixture = async (name: string): Promise<string> => (await fetch(`/feeds/${name}`)).text();

const SHEET = [
  [
    'TIME',
    'Day',
    'Meeting Name',
    'Full Address',
    'Conference URL',
    'ID',
    'Regions',
    'Feedback Emails',
    'Types',
    'Colour',
  ],
  [
    '7:00 PM',
    'Monday',
    'Lifeline',
    '12 Example St, Sampletown, NY 10000, USA',
    '',
    'l-1',
    'New York > Bronx',
    'a@sample.example, b@sample.example',
    'Open, Wheelchair Access',
    'red',
  ],
  [],
  ['', null, ' '],
  ['19:30', 'tue', 'Noon Online', '', 'https://zoom.us/j/1'],
  ['19:30', 'Someday', 'No such day'],
  ['18:00', 'Wed'],
];

describe('a sheet', () => {
  it('is read by its headings, in any order and case', () => {
    const [lifeline, online] = meetings(SHEET);
    expect(lifeline).to.include({
      id: 'l-1',
      name: 'Lifeline',
      day: 1,
      start: 1140,
      inPerson: true,
      online: false,
    });
    expect(lifeline?.place?.address).to.equal('12 Example St, Sampletown, NY 10000, USA');
    expect(lifeline?.place?.regions).to.deep.equal(['New York', 'Bronx']);
    expect(lifeline?.types).to.deep.equal(['open', 'wheelchair']);
    expect(lifeline?.feedback).to.equal('mailto:a@sample.example');
    expect(lifeline?.group).to.equal('aa');
    expect(lifeline?.zone).to.equal('America/Chicago');
    expect(online).to.include({
      name: 'Noon Online',
      day: 2,
      start: 1170,
      online: true,
      join: 'https://zoom.us/j/1',
    });
  });
  it('has its empty rows passed over, and its bad ones named by the number that an editor sees', () => {
    expect(meetings(SHEET)).to.have.length(2);
    expect(problems(SHEET).map(({ row, reason }) => [row, reason])).to.deep.equal([
      [6, 'bad-day'],
      [7, 'no-name'],
    ]);
  });
  it('may have a title above its headings', () => {
    const rows = [['Our meetings'], [], ['Name', 'Day', 'Time'], ['A', 'Monday', '19:00']];
    expect(meetings(rows).map(({ name }) => name)).to.deep.equal(['A']);
    expect(problems(rows)).to.deep.equal([]);
  });
  it('takes the first of two columns with the same heading', () =>
    expect(
      meetings([
        ['Name', 'Time', 'Day', 'Name'],
        ['A', '19:00', 'Mon', 'B'],
      ])[0]?.name,
    ).to.equal('A'));
  it('keeps a street apart where there is a column for the town', () => {
    const [meeting] = meetings([
      ['Name', 'Day', 'Time', 'Address', 'City'],
      ['A', 'Mon', '19:00', '5 Example St', 'Sampletown'],
    ]);
    expect(meeting?.place).to.include({
      address: '5 Example St, Sampletown',
      city: 'Sampletown',
      exact: true,
    });
  });

  for (const [name, rows, is] of [
    ['headings and rows', SHEET, true],
    ['headings alone', [['Name', 'Day', 'Time']], true],
    ['Spanish headings', [['Nombre', 'DÍA', 'Hora']], true],
    [
      'one known heading',
      [
        ['Name', 'Colour'],
        ['A', 'red'],
      ],
      false,
    ],
    ['cells of a web page', [['<!doctype html>'], ['<title>Not found, name, day</title>']], false],
    ['objects', [{ name: 'A', day: 1, slug: 'a' }], false],
    ['nothing', [], false],
  ] as const) {
    it(`is ${is ? '' : 'not '}recognised by ${name}`, () =>
      expect(sheetFormat.recognise(list(rows))).to.equal(is));
  }

  it('comes from the plugin’s table, without people’s names', async () => {
    const rows = atOnce(csvRows(await fixture('sample-plugin.csv')));
    expect(sheetFormat.recognise(list(rows))).to.equal(true);
    expect(problems(rows)).to.deep.equal([]);
    const [lifeline, online] = meetings(rows);
    expect(lifeline).to.include({
      id: 'lifeline-a',
      name: 'Lifeline "A"',
      start: 1140,
      minutes: 60,
      zone: 'America/New_York',
      notes: 'Side door.\nRing the bell.',
      homeGroup: 'Lifeline Group',
      district: '4',
      updated: '2026-10-01',
    });
    expect(lifeline?.place).to.include({
      name: 'Sample Church, hall',
      address: '12 Example St, Sampletown, NY 10000, USA',
    });
    expect(lifeline?.place?.regions).to.deep.equal(['Sample County', 'Sampletown']);
    expect(lifeline?.types).to.deep.equal(['open', 'women']);
    expect(JSON.stringify(lifeline)).not.to.match(/Sample Person|someone@/);
    expect(online).to.include({
      online: true,
      phone: true,
      inPerson: false,
      joinNotes: 'passcode 1',
      start: 735,
    });
    expect(online?.types).to.deep.equal(['discussion']);
  });
  it('comes from a Spanish table, broken quote and all', async () => {
    const rows = atOnce(csvRows(await fixture('sample-semicolon.csv')));
    expect(problems(rows)).to.deep.equal([]);
    expect(meetings(rows).map(({ name, day, start, types }) => [name, day, start, types])).to.deep.equal([
      ['Vida nueva', 1, 1170, ['women']],
      ['Sin cierre', 2, 1200, []],
      ['Otra', 4, 480, []],
    ]);
  });

  it('never throws, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.constantFrom('Name', 'Day', 'Time', 'ID', 'constructor', '__proto__', 'Regions', 'Types', 'Address'),
      fc.constantFrom(...PAYLOADS),
      fc.anything({ maxDepth: 1 }),
      fc.string({ unit: 'binary' }),
    );
    const rows = fc.array(fc.oneof(fc.array(cell, { maxLength: 8 }), fc.anything({ maxDepth: 2 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), (some, headed) => {
        const all = headed ? [['Name', 'Day', 'Time', 'Types', 'Location', 'Regions'], ...some] : some;
        sheetFormat.recognise(list(all));
        for (const found of readAll(all)) expect(Array.isArray(found) || 'reason' in found).to.equal(true);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});
