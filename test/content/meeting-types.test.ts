import { expect } from '@open-wc/testing';
import data from '../../data/meeting-types.json' with { type: 'json' };
import spanish from '../../data/text/es/meeting-types.json' with { type: 'json' };
import { englishTypes, typeFacts, typeTable } from '../../src/content/meeting-types.js';
import { TYPE_CATEGORIES, type TypeFacts } from '../../src/domain/meetings/type-table.js';
import { phraseOf } from '../../src/domain/text/words.js';

const { types, tables } = data as unknown as TypeFacts;
const ids = types.map(({ id }) => id);

/** The test server hands out JSON as a module. */
const json = async <T>(file: string): Promise<T> =>
  ((await import(`/test/fixtures/feeds/${file}`)) as { default: T }).default;

/** Codes of the base table with the names that the specification gives them. */
const SPECIFIED = `
11=11th Step Meditation, 12x12=12 Steps & 12 Traditions, A=Secular, ABSI=As Bill Sees It, AF=Afrikaans,
AL=Concurrent with Alateen, AL-AN=Concurrent with Al-Anon, AM=Amharic, AR=Arabic, ASL=American Sign Language, B=Big Book,
BA=Babysitting Available, BE=Newcomer, BG=Bulgarian, BI=Bisexual, BRK=Breakfast, C=Closed, CAN=Candlelight,
CF=Child-Friendly, D=Discussion, DA=Danish, DB=Digital Basket, DD=Dual Diagnosis, DE=German, DR=Daily Reflections,
EL=Greek, EN=English, FA=Persian, FF=Fragrance Free, FI=Finnish, FR=French, G=Gay, GR=Grapevine, H=Birthday, HE=Hebrew,
HI=Hindi, HR=Croatian, HU=Hungarian, IS=Icelandic, ITA=Italian, JA=Japanese, KA=Georgian, KOR=Korean, L=Lesbian,
LGBTQ=LGBTQ, LIT=Literature, LS=Living Sober, LT=Lithuanian, M=Men, MED=Meditation, ML=Malayalam, MT=Maltese,
N=Native American, NB=Non-Binary, NDG=Indigenous, NE=Nepali, NL=Dutch, NO=Norwegian, O=Open, OUT=Outdoor, P=Professionals,
POA=Proof of Attendance, POC=People of Color, POL=Polish, POR=Portuguese, PUN=Punjabi, RUS=Russian, S=Spanish,
SEN=Seniors, SK=Slovak, SL=Slovenian, SM=Smoking Permitted, SP=Speaker, ST=Step Study, SV=Swedish, T=Transgender, TH=Thai,
TL=Tagalog, TR=Tradition Study, TUR=Turkish, UK=Ukrainian, W=Women, X=Wheelchair Access, XB=Wheelchair-Accessible Bathroom,
XT=Cross Talk Permitted, Y=Young People`
  .trim()
  .split(/,\s+/)
  .map((pair) => pair.split('=') as [string, string]);

describe('the vocabulary of types', () => {
  it('has words for every type in English and Spanish, and words for nothing else', () => {
    for (const words of [englishTypes, spanish]) {
      expect(Object.keys(words.types).sort()).to.deep.equal(ids);
      expect(Object.keys(words.categories)).to.have.members([...TYPE_CATEGORIES]);
    }
  });
  it('explains the same types in both languages', () => {
    const explained = (words: { types: object }): string[] =>
      Object.entries(words.types as typeof englishTypes.types).flatMap(([id, { text }]) => (text ? id : []));
    expect(explained(spanish)).to.deep.equal(explained(englishTypes));
  });
  it('stands in the order of the ids, each once', () => expect([...new Set(ids)].sort()).to.deep.equal(ids));
  it('has each code and each world id once', () => {
    for (const list of [types.flatMap((type) => type.codes), types.flatMap((type) => type.worldIds)])
      expect(list.map((code) => code.toUpperCase())).to.deep.equal([
        ...new Set(list.map((code) => code.toUpperCase())),
      ]);
  });
  it('calls no two types the same', () => {
    for (const words of [englishTypes, spanish]) {
      const owner = new Map<string, string>();
      for (const { id, names = [] } of types) {
        for (const name of [words.types[id as keyof typeof words.types].name, ...names]) {
          expect(owner.get(phraseOf(name)) ?? id, name).to.equal(id);
          owner.set(phraseOf(name), id);
        }
      }
    }
  });
  it('has tables only of what differs from the common codes, with types that exist', () => {
    const common = new Map(types.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)));
    for (const [group, table] of Object.entries(tables)) {
      for (const [code, id] of Object.entries(table)) {
        expect(common.get(code), `${group} ${code}`).not.to.equal(id);
        expect([null, ...ids], `${group} ${code}`).to.include(id);
      }
    }
  });
  it('knows the heading of each type, and nobody can change it', () => {
    expect([...typeFacts.categoryOf.keys()]).to.deep.equal(ids);
    for (const category of typeFacts.categoryOf.values()) expect(typeFacts.categories).to.include(category);
    expect(() => ((englishTypes.types as Record<string, unknown>)['women'] = {})).to.throw(TypeError);
  });
  it('makes one table for a group', () => {
    expect(typeTable('na')).to.equal(typeTable('na'));
    expect(typeTable('na')).not.to.equal(typeTable('ca'));
  });
  it('reads names of the page’s language too', () => {
    expect(typeTable('').byName('mujeres')).to.equal(undefined);
    expect(typeTable('', spanish).byName('mujeres')).to.equal('women');
    expect(typeTable('', spanish).byName('women')).to.equal('women');
  });
});

describe('a code of the specification', () => {
  it('has a type, and its name means the same', () => {
    const table = typeTable('aa');
    expect(SPECIFIED.length).to.equal(86);
    expect(SPECIFIED.filter(([code]) => table.byCode(code) === undefined)).to.deep.equal([]);
    expect(SPECIFIED.filter(([code, name]) => table.byName(name) !== table.byCode(code))).to.deep.equal([]);
  });
});

describe('a code', () => {
  const cases = `
    aa B big-book, aa O open, aa C closed, aa W women, aa w women, aa X wheelchair, aa BE newcomers, aa S lang-es, aa IS lang-is,
    aa 12X12 twelve-and-twelve, aa D-HOH deaf, aa ONL -, aa TC -, aa BEG -, secular-aa A secular,
    na BEG newcomers, na BT basic-text, na CW children-welcome, na GL gay-lesbian, na IP pamphlets, na IW it-works,
    na JFT just-for-today, na SPK speaker, na SPAD spiritual-principle, na QA questions, na NS smoke-free, na SMOK smoking,
    na STEP step-study, na TRAD tradition-study, na VAR varies, na RA restricted, na CH closed-holidays, na O open,
    na M men, na B -, na VM -, na HYBR -,
    ha BEG newcomers, ha SPAD -, ha B big-book, ca A secular, ca BUS business, cma ST step-study, cma OUT outdoor,
    ma BB book-study, ma O open, ma H birthday, ma CCAP captions, ma LGBTQIA lgbtq,
    recovery-dharma 8F eightfold-path, recovery-dharma IS inquiry-study, recovery-dharma IW inquiry-writing,
    recovery-dharma WA wheelchair, recovery-dharma MI mindfulness, refuge-recovery PR behaviors, refuge-recovery DF dogs,
    al-anon Y teens, al-anon C closed, al-anon POA parents, al-anon AA with-aa, aca Y yellow-workbook, aca S speaker,
    aca T fellowship-text, aca A adults-only, aca NS needs-support, ga 20 twenty-questions, pa B big-book, dra W women`;
  for (const [group = '', code = '', id = ''] of cases
    .trim()
    .split(/,\s+/)
    .map((one) => one.split(' '))) {
    it(`${code} of ${group} means ${id === '-' ? 'nothing' : id}`, () =>
      expect(typeTable(group).byCode(code)).to.equal(id === '-' ? undefined : id));
  }

  for (const code of ['A', 'B', 'G', 'IS', 'IW', 'NS', 'POA', 'S', 'T', 'Y']) {
    it(`${code} on which fellowships differ is not guessed where nobody knows whose list it is`, () =>
      expect(typeTable('').byCode(code)).to.equal(undefined));
  }
  it('that means the same everywhere is read without a group', () => {
    const table = typeTable('');
    expect(
      ['O', 'C', 'W', 'M', 'X', 'D', 'BEG', '8F', 'MED'].map((code) => table.byCode(code)),
    ).to.deep.equal([
      'open',
      'closed',
      'women',
      'men',
      'wheelchair',
      'discussion',
      'newcomers',
      'eightfold-path',
      'meditation',
    ]);
  });
});

describe('real lists', () => {
  /** Attendance, or not of this list: an editor's slip. */
  const NO_TYPES = new Set(['', 'ONL', 'TC', 'null', 'NA']);
  for (const file of [
    'mg-sanjose-2021.json',
    'mg-edmonton-2022.json',
    'mg-edge-cases.json',
    'mg-eda-worldwide-2023.json',
  ]) {
    it(`have no code that is unknown: ${file}`, async () => {
      const rows = await json<{ types?: unknown }[]>(file);
      const codes = new Set(rows.flatMap(({ types: list }) => (Array.isArray(list) ? list.map(String) : [])));
      const unknown = [...codes].filter((code) => !typeTable('aa').byCode(code) && !NO_TYPES.has(code));
      expect(codes.size).to.be.greaterThan(1);
      expect(unknown).to.deep.equal([]);
    });
  }
  for (const file of ['bmlt-newyork-sample.json', 'bmlt-australia-formats.json']) {
    it(`have no world id that is unknown, but those of languages and attendance: ${file}`, async () => {
      const list = await json<{ formats?: { world_id: string }[] } | { world_id: string }[]>(file);
      const formats = Array.isArray(list) ? list : list.formats!;
      const unknown = formats
        .map((format) => format.world_id)
        .filter((id) => id && !typeTable('na').byWorldId(id));
      expect(new Set(unknown)).to.deep.equal(
        new Set(['LANG', 'VM', 'TC', 'HYBR'].filter((id) => unknown.includes(id))),
      );
      expect(formats.filter((format) => typeTable('na').byWorldId(format.world_id)).length).to.be.greaterThan(
        25,
      );
    });
  }
  it('name languages and other types in words', () => {
    const table = typeTable('na');
    for (const [name, id] of [
      ['Espanol', 'lang-es'],
      ['Español', 'lang-es'],
      ['English speaking', 'lang-en'],
      ['Finnish', 'lang-fi'],
      ['Persian', 'lang-fa'],
      ['No Smoking', 'smoke-free'],
      ['Agnostic', 'secular'],
      ['Wheelchair', 'wheelchair'],
      ['Step Working Guide', 'step-guide'],
      ['Lithuanian/Russian', undefined],
    ] as const)
      expect(table.byName(name), name).to.equal(id);
  });
});
