/**
 * Groups of a page's own: what somebody wrote into one JSON file becomes groups like all others. What is wrong is named,
 * so that whoever wrote it can mend it; the other groups stand all the same. data/schema/local-groups.schema.json says
 * what may stand in the file.
 */
import { linkReader } from '../domain/feeds/link.js';
import { shortened } from '../domain/feeds/text.js';
import type { LocalGroup } from '../domain/groups/local.js';
import type { Goal, GroupFacts } from '../domain/groups/types.js';
import { ANY_DRUG, type Term } from '../domain/groups/vocabulary.js';
import { wordsOf } from '../domain/text/words.js';
import { problemsOfGroup, type Problem } from './check-group.js';
import {
  Entry,
  isRow,
  MOST,
  own,
  WORDS,
  wordsFor,
  wordsIn,
  type Report,
  type Row,
} from './local-group-entry.js';

export { MOST, type Problem };

/** What the file may not change. */
export interface Known {
  /** Whether a group of the finder itself has this id. */
  readonly group: (id: string) => boolean;
  readonly substances: readonly string[];
}

export interface FoundGroups {
  readonly groups: readonly LocalGroup[];
  readonly terms: readonly Term[];
  /** What is wrong with entries that were left out. */
  readonly problems: readonly Problem[];
  /** What is not read in entries that are shown. */
  readonly remarks: readonly Problem[];
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const COUNTRY = /^[A-Z]{2}$/;
/** Letters would be lost in a number that is dialled, and `*` and `#` are orders to the telephone network. */
const PHONE = /^(?=(?:\D*\d){3})\+?[\d\s()./-]{3,30}$/;
/** They would make a pattern of a word that people type. */
const PATTERN_MARKS = /[[\]{}|]/g;

const FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(WORDS),
  ...['id', 'audience', 'attendance', 'website', 'phone', 'country', 'checked', 'substances', 'approach'],
  ...['spirituality', 'goals', 'backgrounds', 'mentalHealth', 'ledBy', 'sponsor', 'cost', 'medicine'],
  ...['founded', 'note'],
]);

const realDate = (text: string): boolean =>
  DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;

function factsOf(entry: Entry, id: string, reviewed: string, report: Report): GroupFacts {
  const audience = entry.some<GroupFacts['audience'][number]>('audience', []);
  const country = entry.line('country', 10);
  const checked = entry.line('checked', 20) || reviewed;
  const site = entry.value('website');
  const website = linkReader().web(site);
  const number = entry.line('phone', 60);
  const founded = entry.value('founded') ?? null;

  if (site !== undefined && website === '') report('website', 'write an address that starts with https://');
  if (number !== '' && !PHONE.test(number))
    report('phone', 'write the number with digits and spaces only, such as "555-0142"');
  if (site === undefined && number === '')
    report('website', 'write a website or a phone, so that people can get in touch');
  if (country !== '' && !COUNTRY.test(country)) report('country', 'write two capital letters, such as "US"');
  if (checked !== '' && !realDate(checked))
    report('checked', 'write a day as year-month-day, such as "2026-11-23"');
  if (founded !== null && !(Number.isInteger(founded) && Number(founded) > 1000 && Number(founded) < 3000))
    report('founded', 'write a year with four digits, without quotation marks');

  return {
    id,
    status: 'active',
    founded: founded as number | null,
    substances: entry.some('substances', [ANY_DRUG]),
    approach: entry.some('approach', ['peer']),
    spirituality: entry.one('spirituality', 'varies'),
    goals: entry.some<Goal>('goals', []).map((goal) => ({ goal })),
    audience,
    backgrounds: entry.some('backgrounds', []),
    mentalHealth: entry.flag('mentalHealth'),
    attendance: entry.some('attendance', []),
    ledBy: entry.one('ledBy', 'professional'),
    sponsor: entry.one('sponsor', 'unknown'),
    cost: entry.one('cost', 'varies'),
    medicine: {
      stance: entry.one('medicine', audience.includes('self') ? 'not-published' : 'not-applicable'),
    },
    countries: country === '' ? null : [country],
    website: website === '' ? null : { url: website, checked: checked || null },
    nationalSites: [],
    finders: [],
    phones: number === '' ? [] : [{ country, number, hours: 'hours', checked: checked || null }],
    alternatives: [],
    checked,
  };
}

/** Fields that problemsOfGroup calls by the name that they have in data/groups.json. */
const fieldHere = (field: string): string => field.replace('medicine.stance', 'medicine');

/** @returns null where the entry cannot be shown; why has been reported. */
function readEntry(
  row: Row,
  { known, reviewed, id, report }: { known: Known; reviewed: string; id: string; report: Report },
): { group: LocalGroup; terms: Term } | null {
  let sound = true;
  const complain: Report = (field, message) => {
    sound = false;
    report(field, message);
  };
  if (!ID.test(id) || id.length > MOST.id)
    complain('id', 'write small letters, digits and hyphens, such as "tuesday-families"');
  else if (known.group(id))
    complain('id', 'a group of the finder itself has this id: choose another one, such as "our-" and a name');

  const entry = new Entry(row, complain);
  const facts = factsOf(entry, id, reviewed, complain);
  for (const { field, message } of problemsOfGroup(facts))
    if (field !== 'id') complain(fieldHere(field), message);
  for (const field of ['name', 'summary'] as const)
    if (wordsFor(entry.words.get(field), 'en').length === 0) complain(field, 'it has to be there');
  for (const field of ['audience', 'attendance'] as const)
    if (facts[field].length === 0) complain(field, 'write at least one, in square brackets');
  for (const substance of facts.substances)
    if (!known.substances.includes(substance))
      complain('substances', `${JSON.stringify(substance)} is not one of: ${known.substances.join(', ')}`);
  if (!sound) return null;

  const typed = (['name', 'abbreviation', 'terms'] as const).flatMap((field) =>
    [...(entry.words.get(field)?.values() ?? [])].flat(),
  );
  const terms = typed
    .map((term) => term.replace(PATTERN_MARKS, ' '))
    .filter((term) => wordsOf(term).length > 0);
  const said = (field: 'ledBy' | 'sponsor'): boolean => entry.value(field) !== undefined;
  return {
    group: {
      facts,
      words: (language) => wordsIn(entry, language),
      unknown: { ...(!said('ledBy') && { ledBy: '' }), ...(!said('sponsor') && { sponsor: '' }) },
    },
    terms: { kind: 'group', id, terms: [...new Set(terms)] },
  };
}

const MESSAGE_LENGTH = 400;

/**
 * The groups of a file. An entry that cannot be shown is left out, with what is wrong.
 * @param json What the file holds; anything at all.
 * @returns null where it is no list of groups.
 */
export function localGroups(json: unknown, known: Known): FoundGroups | null {
  const around = isRow(json) ? json : {};
  const rows = Array.isArray(json) ? (json as unknown[]) : own(around, 'groups');
  if (!Array.isArray(rows)) return null;
  const groups: LocalGroup[] = [];
  const terms: Term[] = [];
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const ids = new Set<string>();
  const reviewed = shortened(own(around, 'checked'), 20);

  rows.slice(0, MOST.groups).forEach((row: unknown, index) => {
    const id = isRow(row) ? shortened(own(row, 'id'), MOST.id + 1) : '';
    const entry = id || `(entry ${index + 1})`;
    const report: Report = (field, message) =>
      void problems.push({ entry, field, message: shortened(message, MESSAGE_LENGTH) });
    if (!isRow(row)) return report('', 'write an entry in curly brackets');
    const read = readEntry(row, { known, reviewed, id, report });
    if (!read) return;
    if (ids.has(id)) return report('id', 'another entry of this file has it: each needs its own');
    ids.add(id);
    groups.push(read.group);
    terms.push(read.terms);
    for (const field of Object.keys(row))
      if (!FIELDS.has(field))
        remarks.push({ entry, field: shortened(field, MOST.id), message: 'it is not known and is not read' });
  });
  if (rows.length > MOST.groups)
    problems.push({
      entry: `(entries after the first ${MOST.groups})`,
      field: '',
      message: `a file may have ${MOST.groups} groups`,
    });
  return { groups, terms, problems, remarks };
}
