import { expect } from '@open-wc/testing';
import { groupMapIn } from '../../src/content/groups.js';
import { groupsIn } from '../support/all-groups.js';
import { guidesIn } from '../../src/content/programs.js';
import { catalog } from '../../src/content/search.js';
import { resultsFor, type Results } from '../../src/elements/support-group-finder/results.js';
import { addSpanish } from '../support/spanish.js';
import { searchRows, variantsOf, type SearchRow } from '../support/tables.js';

addSpanish();

const rowsIn = async (file: string): Promise<SearchRow[]> =>
  searchRows(await (await fetch(new URL(`../fixtures/${file}`, import.meta.url))).text());

/** For each language its table, and words that turn a row into a variant: one's own use, and somebody else's. */
const TABLES = [
  {
    language: 'en',
    file: 'search-table.txt',
    least: 150,
    rows: await rowsIn('search-table.txt'),
    own: 'addicted to',
    other: 'my husband',
  },
  {
    language: 'es',
    file: 'search-table.es.txt',
    least: 150,
    rows: await rowsIn('search-table.es.txt'),
    own: 'adicto a',
    other: 'mi esposo',
  },
] as const;
/** Themes of rows with typing errors in them. */
const MISSPELLED = /^(Typing errors|Erratas)/;

const SHOWN_FIRST = 6;
const VARIANTS = 300;
const MOST_THAT_MAY_BE_MISSED = 0.05;

const search = (language: string, typed: string, country: string | null = null): Results =>
  resultsFor(language, {
    typed,
    guided: null,
    country,
    answers: new Map(),
    chosen: new Set(),
    available: groupsIn(language),
    ordered: false,
    substance: null,
  });
const leading = ({ leading: ranked }: Results): string[] => ranked.map(({ group }) => group.id);
const substances = ({ understanding }: Results): string[] =>
  understanding.matches.filter(({ kind }) => kind === 'substance').map(({ id }) => id);
const one = (row: SearchRow, key: string): readonly string[] => row.expected.get(key) ?? [];
const orNone = (list: readonly string[]): string[] =>
  list.filter((id) => id !== 'none').sort((a, b) => a.localeCompare(b));

/** One `it` per row: its name is the row, and a failure says what came instead. */
for (const { language, file, rows, least, own, other } of TABLES)
  describe(`what typed words lead to (test/fixtures/${file})`, () => {
    for (const row of rows) {
      it(`${row.theme}: “${row.typed}”`, () => {
        const results = search(language, row.typed, one(row, 'in')[0] ?? null);
        const groups = leading(results);
        if (row.expected.has('first'))
          expect(one(row, 'first'), `first of ${groups.join(' ')}`).to.include(groups[0]);
        for (const id of one(row, 'also')) expect(groups.slice(0, SHOWN_FIRST), 'also').to.include(id);
        for (const id of one(row, 'never')) expect(groups, 'never').to.not.include(id);
        const asked = results.understanding.questions.map(({ meanings }) =>
          meanings.map(({ id }) => id).join(' '),
        );
        expect(asked, 'ask').to.deep.equal(row.expected.has('ask') ? [one(row, 'ask').join(' ')] : []);
        for (const id of one(row, 'guide')) expect(results.guides, 'guide').to.include(id);
        for (const id of one(row, 'need')) expect(results.needs, 'need').to.include(id);
        if (row.expected.has('note'))
          expect(orNone(results.withdrawal), 'note').to.deep.equal(orNone(one(row, 'note')));
        expect(results.crisis ?? 'none', 'panel').to.equal(one(row, 'panel')[0] ?? 'none');
      });
    }

    it('names only ids that exist, in enough rows', () => {
      const known = {
        first: groupMapIn(language),
        also: groupMapIn(language),
        never: groupMapIn(language),
        ask: catalog().substances,
        need: catalog().needs,
        guide: guidesIn(language),
      };
      for (const row of rows) {
        for (const [key, ids] of Object.entries(known)) {
          for (const id of one(row, key)) expect(ids.has(id), `${row.typed}, ${key}: ${id}`).to.equal(true);
        }
      }
      expect(rows.length).to.be.at.least(least);
      expect(
        new Set(rows.map(({ typed, expected }) => `${typed} ${expected.get('in')?.join()}`)).size,
      ).to.equal(rows.length);
    });

    it(`${VARIANTS} variants made by rule lead where their row leads, in 95 of 100`, () => {
      // Words for substances, rightly spelled: a second error in a misspelled word is another word.
      const base = rows.filter((row) => {
        if (!row.expected.has('first') || MISSPELLED.test(row.theme)) return false;
        if (['ask', 'in', 'panel'].some((key) => row.expected.has(key))) return false;
        const { matches } = search(language, row.typed).understanding;
        return matches.length > 0 && matches.every(({ kind }) => kind === 'substance');
      });
      const variants = variantsOf(base, VARIANTS, [own, other]);
      expect(variants.length).to.equal(VARIANTS);
      const missed = variants.filter(({ rule, typed, row }) => {
        const results = search(language, typed);
        const [first] = results.leading;
        if (rule !== other) return !one(row, 'first').includes(first?.group.id ?? '');
        // Words about somebody else lead to groups for families, and the substance is still understood.
        const understood = substances(search(language, row.typed)).every((id) =>
          substances(results).includes(id),
        );
        return !understood || !first?.group.audience.includes('family');
      });
      const share = (100 * (variants.length - missed.length)) / variants.length;
      console.log(
        `${share.toFixed(1)} % of ${variants.length} variants lead where their row leads. Missed: ${missed
          .map(({ rule, typed, row }) => `${typed} (${row.typed}, ${rule})`)
          .join('; ')}`,
      );
      expect(missed.length / variants.length).to.be.at.most(MOST_THAT_MAY_BE_MISSED);
    });
  });
