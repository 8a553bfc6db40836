import fc from 'fast-check';
import sample from '../../demo/lists/local-groups.json' with { type: 'json' };
import schema from '../../data/schema/local-groups.schema.json' with { type: 'json' };
import { localGroups, MOST, type FoundGroups, type Known } from '../../src/content/local-groups.js';
import { BUILT_IN } from '../../src/elements/support-group-finder/results.js';
import { expect, FUZZ_RUNS } from '../support/assert.js';
import { AWKWARD, fingerprint, PAYLOADS, POLLUTING, PROTOTYPE_KEYS } from '../support/payloads.js';

const KNOWN: Known = {
  group: (id) => BUILT_IN.library('en').byId.has(id),
  substances: [...BUILT_IN.catalog().substances.keys()],
};

/** The least that has to be there. */
const LEAST = {
  id: 'tuesday-families',
  name: 'Tuesday Family Evening',
  summary: 'For people who care about someone who uses drugs.',
  audience: ['family'],
  attendance: ['in-person'],
  phone: '555-0142',
};

const read = (json: unknown): FoundGroups => {
  const found = localGroups(json, KNOWN);
  if (!found) throw new Error('It is taken for no list of groups.');
  return found;
};
const one = (change: Readonly<Record<string, unknown>> = {}): FoundGroups =>
  read({ groups: [{ ...LEAST, ...change }] });
const only = (change: Readonly<Record<string, unknown>> = {}): FoundGroups['groups'][number] => {
  const { groups, problems } = one(change);
  expect(problems).to.deep.equal([]);
  return groups[0]!;
};

describe('a small entry', () => {
  it('is enough: what it does not say is unknown, or as it is for most groups', () => {
    const { facts, words, unknown } = only();
    expect(facts).to.deep.equal({
      id: 'tuesday-families',
      status: 'active',
      founded: null,
      substances: ['any-drug'],
      approach: ['peer'],
      spirituality: 'varies',
      goals: [],
      audience: ['family'],
      backgrounds: [],
      mentalHealth: false,
      attendance: ['in-person'],
      ledBy: 'professional',
      sponsor: 'unknown',
      cost: 'varies',
      medicine: { stance: 'not-applicable' },
      countries: null,
      website: null,
      nationalSites: [],
      finders: [],
      phones: [{ country: '', number: '555-0142', hours: 'hours', checked: null }],
      alternatives: [],
      checked: '',
    });
    expect(unknown).to.deep.equal({ ledBy: '', sponsor: '' });
    expect(words('en')).to.deep.equal({
      name: LEAST.name,
      summary: LEAST.summary,
      about: [],
      meeting: [],
      suits: '',
      mayNotSuit: '',
      arrive: '',
      spiritual: '',
      finders: {},
    });
  });

  it('does not claim a view on medicine for people who use', () =>
    expect(only({ audience: ['self'] }).facts.medicine.stance).to.equal('not-published'));

  it('may be the only thing in the file, without the word around it', () =>
    expect(read([LEAST]).groups).to.have.length(1));

  it('may say one value without brackets, and in capitals', () => {
    const { facts } = only({ audience: ' Family ', attendance: 'ONLINE', spirituality: 'None' });
    expect([facts.audience, facts.attendance, facts.spirituality]).to.deep.equal([
      ['family'],
      ['online'],
      'none',
    ]);
  });

  it('takes null for what is not there', () =>
    expect(only({ founded: null, website: null, about: null, checked: null }).facts.founded).to.be.null);

  it('takes its day from the file where it has none of its own', () => {
    const { groups } = read({
      checked: '2026-11-20',
      groups: [LEAST, { ...LEAST, id: 'b', checked: '2026-01-02' }],
    });
    expect(groups.map(({ facts }) => facts.checked)).to.deep.equal(['2026-11-20', '2026-01-02']);
  });

  it('gives a site without https:// its https://', () =>
    expect(only({ website: 'clinic.example.org/families' }).facts.website?.url).to.equal(
      'https://clinic.example.org/families',
    ));
});

describe('a full entry', () => {
  const group = only({
    website: 'https://clinic.example.org/families',
    country: 'US',
    checked: '2026-11-20',
    substances: ['alcohol', 'opioids'],
    approach: ['skills', 'peer'],
    spirituality: 'none',
    goals: ['own-wellbeing', 'help-into-care'],
    backgrounds: ['women'],
    mentalHealth: true,
    ledBy: 'members',
    sponsor: 'no',
    cost: 'free',
    medicine: 'supportive',
    founded: 2019,
    abbreviation: 'TFE',
    about: ['One.', 'Two.'],
    meeting: 'Tea first.',
    hours: 'Monday to Friday',
    arrive: 'Say hello.',
    suits: 'Parents.',
    mayNotSuit: 'Children.',
    note: 'Ask Ms Example in May.',
  });

  it('is as it was written', () => {
    const { facts, unknown } = group;
    expect(unknown).to.deep.equal({});
    expect(facts.countries).to.deep.equal(['US']);
    expect(facts.phones[0]!.country).to.equal('US');
    expect(facts.goals).to.deep.equal([{ goal: 'own-wellbeing' }, { goal: 'help-into-care' }]);
    expect(facts.medicine.stance).to.equal('supportive');
    expect(facts.website).to.deep.equal({
      url: 'https://clinic.example.org/families',
      checked: '2026-11-20',
    });
    expect([facts.founded, facts.ledBy, facts.sponsor, facts.cost, facts.mentalHealth]).to.deep.equal([
      2019,
      'members',
      'no',
      'free',
      true,
    ]);
  });

  it('has the words that it was given, and no note', () => {
    const words = group.words('en');
    expect(words.about).to.deep.equal(['One.', 'Two.']);
    expect(words.meeting).to.deep.equal(['Tea first.']);
    expect(words.hours).to.deep.equal({ hours: 'Monday to Friday' });
    expect(words.abbreviation).to.equal('TFE');
    expect(JSON.stringify([words, group.facts])).not.to.include('Ms Example');
  });
});

describe('words by language', () => {
  const { words } = only({
    name: { en: 'Family Evening', ES: 'Tarde familiar' },
    summary: { es: 'Para familiares.' },
    about: { en: ['A', 'B'], 'pt-br': 'C' },
  });
  for (const [language, name, summary, about] of [
    ['en', 'Family Evening', 'Para familiares.', 'A B'],
    ['es', 'Tarde familiar', 'Para familiares.', 'A B'],
    ['es-mx', 'Tarde familiar', 'Para familiares.', 'A B'],
    ['pt-BR', 'Family Evening', 'Para familiares.', 'C'],
    ['de', 'Family Evening', 'Para familiares.', 'A B'],
  ] as const) {
    it(`in ${language}: its own, else English ones, else any`, () => {
      const own = words(language);
      expect([own.name, own.summary, own.about.join(' ')]).to.deep.equal([name, summary, about]);
    });
  }

  it('people may type the name in any of them', () =>
    expect(
      one({ name: { en: 'Family Evening', es: 'Tarde familiar' }, terms: ['soup evening'] }).terms,
    ).to.deep.equal([
      { kind: 'group', id: LEAST.id, terms: ['Family Evening', 'Tarde familiar', 'soup evening'] },
    ]));

  it('a term is no pattern, however it is written', () => {
    const { terms } = one({ terms: ['[a|b][c|d]{kin}', '|', '👪', 'x'] });
    expect(terms[0]!.terms).to.deep.equal([LEAST.name, ' a b  c d  kin ', 'x']);
  });
});

describe('an entry that cannot be shown is left out, with the field and how to mend it', () => {
  for (const [change, field, message] of [
    [{ id: undefined }, 'id', 'small letters'],
    [{ id: 'Tuesday Families' }, 'id', 'small letters'],
    [{ id: '9' }, 'id', 'small letters'],
    [{ id: 7 }, 'id', 'small letters'],
    [{ id: '__proto__' }, 'id', 'small letters'],
    [{ id: 'a'.repeat(61) }, 'id', 'small letters'],
    [{ id: 'na' }, 'id', 'a group of the finder itself has this id'],
    [{ name: undefined }, 'name', 'has to be there'],
    [{ name: ' ' }, 'name', 'has to be there'],
    [{ name: {} }, 'name', 'has to be there'],
    [{ name: ['A', 'B'] }, 'name', 'one text, not a list'],
    [{ name: true }, 'name', 'quotation marks'],
    [{ name: { english: 'A' } }, 'name', 'is no language'],
    [{ name: { en: { x: 1 } } }, 'name', 'quotation marks'],
    [{ summary: undefined }, 'summary', 'has to be there'],
    [{ about: [{ en: 'A' }] }, 'about', 'quotation marks'],
    [{ audience: undefined }, 'audience', 'at least one'],
    [{ audience: [] }, 'audience', 'at least one'],
    [{ audience: ['families'] }, 'audience', '"families" is not one of: self, family, teens, bereaved'],
    [{ audience: [{}] }, 'audience', '"(object)" is not one of'],
    [{ attendance: ['video'] }, 'attendance', 'is not one of: in-person, online, phone, chat'],
    [{ attendance: undefined }, 'attendance', 'at least one'],
    [{ phone: undefined }, 'website', 'a website or a phone'],
    [{ phone: '1-800-662-HELP' }, 'phone', 'digits and spaces'],
    [{ phone: '*72 555 0142' }, 'phone', 'digits and spaces'],
    [{ phone: '12' }, 'phone', 'digits and spaces'],
    [{ website: 'javascript:alert(1)' }, 'website', 'https://'],
    [{ website: 'mailto:a@example.org' }, 'website', 'https://'],
    [{ website: 'our page' }, 'website', 'https://'],
    [{ website: 7 }, 'website', 'https://'],
    [{ country: 'usa' }, 'country', 'two capital letters'],
    [{ checked: '20.11.2026' }, 'checked', 'year-month-day'],
    [{ checked: '2026-02-30' }, 'checked', 'year-month-day'],
    [{ substances: ['heroine'] }, 'substances', '"heroine" is not one of: any-drug'],
    [{ approach: ['12'] }, 'approach', 'is not one of: twelve-step'],
    [{ spirituality: 'no' }, 'spirituality', 'is not one of: none'],
    [{ goals: ['happiness'] }, 'goals', 'is not one of: abstinence'],
    [{ backgrounds: ['men'] }, 'backgrounds', 'is not one of: women'],
    [{ mentalHealth: 'yes' }, 'mentalHealth', 'true or false'],
    [{ ledBy: 'us' }, 'ledBy', 'is not one of: members'],
    [{ sponsor: true }, 'sponsor', '"(boolean)" is not one of'],
    [{ cost: '$5' }, 'cost', 'is not one of: free, varies'],
    [{ medicine: 'fine' }, 'medicine', 'is not one of: core'],
    [{ founded: '2019' }, 'founded', 'a year'],
    [{ founded: 19 }, 'founded', 'a year'],
  ] as const) {
    it(`${JSON.stringify(change).slice(0, 60)}`, () => {
      const { groups, problems } = one(change);
      expect(groups).to.deep.equal([]);
      const found = problems.find((problem) => problem.field === field);
      expect(found?.message, JSON.stringify(problems)).to.include(message);
    });
  }

  for (const entry of [null, 'na', 7, [LEAST], true]) {
    it(`${JSON.stringify(entry).slice(0, 20)} is no entry, and its place is named`, () =>
      expect(read([LEAST, entry]).problems).to.deep.equal([
        { entry: '(entry 2)', field: '', message: 'write an entry in curly brackets' },
      ]));
  }

  it('the others stay', () => {
    const { groups, problems } = read([{ ...LEAST, id: 'na' }, LEAST, { ...LEAST, id: 'b' }]);
    expect(groups.map(({ facts }) => facts.id)).to.deep.equal(['tuesday-families', 'b']);
    expect(problems.map(({ entry }) => entry)).to.deep.equal(['na']);
  });

  it('of two with one id the first stays', () => {
    const { groups, problems } = read([LEAST, { ...LEAST, name: 'Another' }]);
    expect(groups.map(({ words }) => words('en').name)).to.deep.equal([LEAST.name]);
    expect(problems[0]!.message).to.include('each needs its own');
  });

  it('beyond 200 the rest is left out, and that is said once', () => {
    const { groups, problems } = read(Array.from({ length: 250 }, (_, i) => ({ ...LEAST, id: `g-${i}` })));
    expect(groups).to.have.length(MOST.groups);
    expect(problems).to.have.length(1);
  });
});

it('a field that nobody knows is named, and the entry is shown', () => {
  const { groups, problems, remarks } = one({ sumary: 'x', 'Open hours': 'y' });
  expect([groups.length, problems.length]).to.deep.equal([1, 0]);
  expect(remarks.map(({ field }) => field)).to.deep.equal(['sumary', 'Open hours']);
});

for (const json of [null, 7, 'x', true, {}, { groups: {} }, { groups: 'x' }, { meetings: [] }]) {
  it(`${JSON.stringify(json)} is no list of groups`, () => expect(localGroups(json, KNOWN)).to.be.null);
}

it('reads only what stands in the file, whatever a page has put on the prototype of all objects', () => {
  const everywhere = Object.prototype as unknown as Record<string, unknown>;
  everywhere['website'] = 'https://elsewhere.example.org/';
  everywhere['groups'] = [LEAST];
  try {
    expect(only().facts.website).to.be.null;
    expect(localGroups({}, KNOWN)).to.be.null;
  } finally {
    delete everywhere['website'];
    delete everywhere['groups'];
  }
});

it('every field that the schema has is read, and every value that it offers', () => {
  const { properties } = schema.properties.groups.items;
  const written = Object.fromEntries(Object.keys(properties).map((field) => [field, null]));
  expect(one({ ...written, ...LEAST }).remarks).to.deep.equal([]);
  type Part = {
    readonly items?: Part;
    readonly enum?: readonly string[];
    readonly oneOf?: readonly { const: string }[];
  };
  for (const [field, part] of Object.entries(properties) as [string, Part][]) {
    const { enum: ids, oneOf } = part.items ?? part;
    for (const value of ids ?? oneOf?.map((choice) => choice.const) ?? [])
      expect(one({ [field]: part.items ? [value] : value }).problems, `${field} ${value}`).to.deep.equal([]);
  }
});

it('the example of the guide and the file of the demo have nothing to mend', async () => {
  const guide = await (await fetch('/docs/local-groups.md')).text();
  for (const file of [JSON.parse(/```json\n([^]*?)```/.exec(guide)![1]!) as unknown, sample]) {
    const { groups, problems, remarks } = read(file);
    expect(groups.length).to.be.above(0);
    expect([...problems, ...remarks]).to.deep.equal([]);
  }
});

describe('a hostile file', () => {
  const text = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PAYLOADS) },
    { weight: 2, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );
  const value: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: fc.array(text, { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.oneof(fc.constantFrom('en', 'es', ''), text), text, { maxKeys: 3 }),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constantFrom(...POLLUTING).map((json) => JSON.parse(json) as unknown) },
  );
  const FIELDS = [
    ...Object.keys(LEAST),
    ...['website', 'abbreviation', 'terms', 'about', 'meeting', 'hours', 'arrive', 'suits', 'mayNotSuit'],
    ...['country', 'checked', 'substances', 'approach', 'spirituality', 'goals', 'backgrounds', 'ledBy'],
    ...['sponsor', 'cost', 'medicine', 'founded', 'mentalHealth', 'note'],
  ];
  /** As a parser makes it: `__proto__` is then a key like any other. */
  const entry = (most: number): fc.Arbitrary<unknown> =>
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom(...PROTOTYPE_KEYS)), value), {
        maxLength: most,
      })
      .map((changes) => {
        const written = [...Object.entries(LEAST), ...changes].map(
          ([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`,
        );
        return JSON.parse(`{${written.join(',')}}`) as unknown;
      });
  const file: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 6, arbitrary: fc.array(entry(2), { maxLength: 4 }).map((groups) => ({ groups })) },
    { weight: 3, arbitrary: fc.array(fc.oneof(entry(20), value), { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  // eslint-disable-next-line no-control-regex
  const NEVER_IN_TEXT = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('never throws, and what comes out keeps all bounds', () => {
    fc.assert(
      fc.property(file, (json) => {
        const found = localGroups(json, KNOWN);
        expect(fingerprint()).to.be.undefined;
        if (!found) return;
        const ids = found.groups.map(({ facts }) => facts.id);
        expect(new Set(ids).size).to.equal(ids.length);
        for (const { facts, words } of found.groups) {
          expect(facts.id).to.match(/^[a-z][a-z0-9-]*$/);
          expect(KNOWN.group(facts.id)).to.be.false;
          if (facts.website) expect(facts.website.url).to.match(/^https?:\/\/(?!.*@[^/]*javascript)/);
          for (const { number } of facts.phones) expect(number).to.match(/^\+?[\d\s()./-]{3,30}$/);
          for (const language of ['en', 'es', '__proto__', 'constructor']) {
            const own = words(language);
            expect(own.name).not.to.equal('');
            expect(own.summary).not.to.equal('');
            const texts = Object.values(own).flatMap(
              (text: string | readonly string[] | Record<string, string>) =>
                typeof text === 'string' ? [text] : Object.values(text),
            );
            for (const one of texts) {
              expect(one).to.be.a('string');
              expect(one.length).to.be.at.most(MOST.text);
              expect(one).not.to.match(NEVER_IN_TEXT);
            }
          }
        }
        for (const { entry: named, field, message } of [...found.problems, ...found.remarks])
          expect(named.length + field.length + message.length).to.be.below(700);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });

  it('with values inside one another by the thousand is read like any other', () => {
    let deep: unknown = [];
    for (let i = 0; i < 5_000; i++) deep = i % 2 ? [deep] : { en: deep };
    for (const field of FIELDS) expect(() => read([{ ...LEAST, [field]: deep }])).not.to.throw();
    expect(localGroups(deep, KNOWN)).not.to.equal(undefined);
  });
});
