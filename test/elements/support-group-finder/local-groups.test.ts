import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { LitElement } from 'lit';
import needs from '../../../data/text/en/needs.json' with { type: 'json' };
import {
  all,
  becomes,
  begins,
  complete,
  consoleOf,
  element,
  groupNames,
  listen,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
  type,
  ui,
  uncaught,
  until,
} from '../../support/elements.js';
import { FUZZ_RUNS } from '../../support/assert.js';
import { Endless, FakeServer, gate, json } from '../../support/fake-server.js';
import { AWKWARD, badAddresses, fingerprint, PAYLOADS, PROTOTYPE_KEYS } from '../../support/payloads.js';
import { registerSpanish } from '../../support/spanish.js';

const FILE = 'https://clinic.example/local-groups.json';
const LIST = 'https://clinic.example/meetings.json';

const FAMILIES = {
  id: 'tuesday-families',
  name: { en: 'Tuesday Family Evening', es: 'Tarde familiar del martes' },
  abbreviation: 'TFE',
  terms: ['soup and talk'],
  summary: { en: 'Soup, a short talk and time to speak.', es: 'Sopa y una charla.' },
  audience: ['family'],
  attendance: ['in-person'],
  website: 'https://clinic.example/families',
  phone: '555-0142',
  hours: { en: 'Monday to Friday', es: 'De lunes a viernes' },
  meeting: { en: ['Every Tuesday, 6 to 8 pm, room 2.'] },
  arrive: 'Hello, I am new.',
  cost: 'free',
  checked: '2026-11-20',
};
const MORNING = {
  id: 'harbor-morning',
  name: 'Harbor Morning Circle',
  summary: 'An open circle for people who use or used drugs.',
  audience: ['self'],
  attendance: ['in-person', 'online'],
  phone: '555-0143',
};
const NAME = FAMILIES.name.en;

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
  server.on(FILE, () => json({ groups: [FAMILIES, MORNING] }));
});
afterEach(() => server.close());

const finder = (attributes = '', children?: string): Promise<LitElement> =>
  element('support-group-finder', `groups-src="${FILE}" ${attributes}`, children);

const names = (host: Element): string[] => groupNames(rootOf(host));

/** A finder with its local groups. */
async function whole(attributes = 'country="us"', name = NAME, children?: string): Promise<LitElement> {
  const host = await finder(attributes, children);
  await until(() => names(host).includes(name), `${name} is there`);
  await complete(host);
  return host;
}

const card = (host: Element, name = NAME): HTMLElement => one(rootOf(host), 'article', name);
const press = async (host: LitElement, name: string | RegExp): Promise<void> => {
  one(rootOf(host), 'button', name).click();
  await complete(host);
};

/** Waits until the file is there, or cannot be had. */
const settled = (host: LitElement): Promise<void> =>
  until(() => !(host as unknown as { local: { pending: boolean } }).local.pending, 'the file is done with');

describe('finder with groups of the page’s own', () => {
  it('shows them among the others, in the order of the names', async () => {
    const host = await whole();
    const section = card(host).closest('section')!;
    const inside = groupNames(section);
    expect(inside).to.include('Nar-Anon Family Groups').and.include(NAME);
    expect(inside.indexOf(NAME)).to.be.above(inside.indexOf('Nar-Anon Family Groups'));
    expect(names(host).length).to.be.above(40);
  });

  it('asks for the file once, and tells the server nothing about the visitor', async () => {
    await whole();
    expect(server.times(FILE)).to.equal(1);
    const { init } = server.asked[0]!;
    expect([init.method ?? 'GET', init.credentials, init.referrerPolicy, init.body]).to.deep.equal([
      'GET',
      'omit',
      'no-referrer',
      undefined,
    ]);
  });

  it('asks nobody for anything without the attribute', async () => {
    await element('support-group-finder', 'country="us"');
    await element('support-group-finder', 'country="us" groups-src=""');
    expect(server.asked).to.deep.equal([]);
  });

  it('does not wait for the file', async () => {
    const answer = gate<Response>();
    server.on(FILE, () => answer.promise);
    const host = await finder('country="us"');
    expect(names(host)).to.include('Narcotics Anonymous').and.not.include(NAME);
    answer.open(json({ groups: [FAMILIES] }));
    await until(() => names(host).includes(NAME), 'they come when they come');
  });

  it('says in the details what the file says, and leaves out what it does not', async () => {
    const host = await whole();
    const details = card(host).querySelector<HTMLElement>('[part=details]')!;
    const heads = [...details.querySelectorAll('dt')].map(textOf);
    expect(heads).to.include.members([
      ui('group-meeting'),
      ui('group-arrive'),
      ui('group-cost'),
      ui('group-phones'),
    ]);
    for (const key of [
      'group-suits',
      'group-spiritual',
      'group-led-by',
      'group-sponsor',
      'group-goal',
    ] as const)
      expect(heads).not.to.include(ui(key));
    expect(textOf(details)).to.include('Every Tuesday, 6 to 8 pm, room 2.').and.include('Monday to Friday');
    expect([...details.querySelectorAll('dd')].filter((dd) => textOf(dd) === '')).to.deep.equal([]);
  });

  it('shows its phone in every country, and in place of a list of meetings where there is none', async () => {
    const host = await whole('country="nz"');
    const [site] = all(card(host), 'link', begins(ui('group-find')));
    expect(site!.getAttribute('href')).to.equal('https://clinic.example/families');
    const call = card(host, MORNING.name).querySelector('.group-actions a')!;
    expect(call.getAttribute('href')).to.equal('tel:5550143');
    expect(textOf(card(host, MORNING.name))).not.to.include(ui('group-no-finder'));
    // Nobody has said when it was checked.
    expect(textOf(card(host, MORNING.name).querySelector('.checked'))).to.equal('');
  });

  for (const typed of [
    'tuesday family evening',
    'TFE',
    'soup and talk',
    'Tarde familiar del martes',
    'tuesday famly evening',
  ]) {
    it(`finds it by “${typed}”`, async () => {
      const host = await whole();
      await type(host, typed);
      await complete(host);
      expect(names(host)[0]).to.equal(NAME);
    });
  }

  it('leads with it where somebody types whom it is for', async () => {
    const host = await whole();
    await type(host, 'my son takes drugs');
    await complete(host);
    expect(names(host).slice(0, 4)).to.include(NAME);
  });

  it('says what was found, with the new names', async () => {
    const host = await whole();
    const said = listen(host);
    await type(host, 'tuesday family evening');
    expect(await said.next()).to.include(NAME);
  });

  it('counts them in the filters', async () => {
    const plain = await element('support-group-finder', 'country="us"');
    const host = await whole();
    const count = async (of: LitElement): Promise<number> => {
      await toggle(one(rootOf(of), 'disclosure', ui('filters-title')));
      const box = one(rootOf(of), 'checkbox', begins(ui('filter-audience:family')));
      return Number(/\d+/.exec(nameOf(box))![0]);
    };
    expect((await count(host)) - (await count(plain))).to.equal(1);
  });

  it('a filter that it does not pass takes it away', async () => {
    const host = await whole('country="us" attendance="in-person"');
    expect(names(host)).to.include(NAME);
    host.setAttribute('attendance', 'online');
    await complete(host);
    expect(names(host)).not.to.include(NAME);
    expect(names(host)).to.include(MORNING.name);
  });

  it('the guided choice comes to it, with a reason', async () => {
    const host = await whole();
    await press(host, ui('guided-start'));
    await press(host, needs.needs.family.label);
    while (all(rootOf(host), 'button', /^(Skip|I would rather not say)$/).length > 0)
      await press(host, /^(Skip|I would rather not say)$/);
    await until(() => names(host).includes(NAME), 'it is in the result');
    const aims = rootOf(host).querySelector('.aims')!;
    expect(all(aims as HTMLElement, 'article', NAME)).to.have.length(1);
    expect(textOf(card(host))).to.include(ui('reason-for-family'));
  });

  it('stands in the comparison, with a dash for what nobody knows', async () => {
    const host = await whole('country="us" groups="na tuesday-families harbor-morning"');
    for (const name of ['Narcotics Anonymous', NAME]) await press(host, ui('pick-label', { name }));
    await press(host, ui('picks-compare'));
    const table = one(rootOf(host), 'table');
    expect(textOf(table)).to.include(NAME).and.include('Every Tuesday');
    const row = all(table, 'row').find((one) => textOf(one).startsWith(ui('group-sponsor')))!;
    expect(textOf(all(row, 'cell')[1])).to.equal('TFE–');
  });

  it('stands on the handout, in both languages', async () => {
    registerSpanish();
    const host = await whole('country="us" groups="tuesday-families na"');
    await press(host, ui('pick-label', { name: NAME }));
    await press(host, ui('picks-handout'));
    const select = all<HTMLSelectElement>(rootOf(host), 'combobox').find((box) =>
      [...box.options].some(({ value }) => value === 'es'),
    )!;
    select.value = 'es';
    select.dispatchEvent(new Event('change'));
    await until(() => rootOf(host).querySelector('.handout [lang=es]') !== null, 'it is in two languages');
    const sheet = textOf(rootOf(host).querySelector('.handout'));
    for (const text of [
      NAME,
      FAMILIES.name.es,
      FAMILIES.summary.es,
      '555-0142',
      'De lunes a viernes',
      'clinic.example/families',
    ])
      expect(sheet).to.include(text);
  });

  it('stands on the handout without what nobody knows', async () => {
    const host = await whole('country="us" groups="harbor-morning"', MORNING.name);
    await press(host, ui('pick-label', { name: MORNING.name }));
    await press(host, ui('picks-handout'));
    const sheet = textOf(rootOf(host).querySelector('.handout'));
    expect(sheet).to.include('555-0143');
    for (const key of ['group-arrive', 'group-no-finder'] as const) expect(sheet).not.to.include(ui(key));
  });

  it('speaks the language of the page where the file does', async () => {
    registerSpanish();
    const host = await whole('country="us" lang="es"', FAMILIES.name.es);
    expect(names(host)).to.include(MORNING.name);
    expect(textOf(card(host, FAMILIES.name.es))).to.include(FAMILIES.summary.es);
  });

  it('names a meeting list’s group, and says nothing wrong about it', async () => {
    const row = {
      name: 'Evening',
      day: 'Tuesday',
      start: '18:00',
      end: '20:00',
      timezone: 'America/Chicago',
    };
    server.on(LIST, () => json({ format: 'support-group-elements/meetings 1', meetings: [row] }));
    const answer = gate<Response>();
    server.on(FILE, () => answer.promise);
    const feed = `<meeting-feed src="${LIST}" group="tuesday-families"></meeting-feed><a href="/x">x</a>`;
    let host!: LitElement;
    const lines = await consoleOf('warn', async () => {
      host = await finder('country="us"', feed);
      await until(() => server.times(LIST) === 1, 'the list was asked for');
      answer.open(json({ groups: [FAMILIES] }));
      await until(() => names(host).includes(NAME), 'it is there');
      await until(() => card(host).querySelector('.next-meeting') !== null, 'its meetings are there');
    });
    expect(lines).to.deep.equal([]);
  });
});

describe('finder: groups and exclude', () => {
  it('take ids of the file too, in their order', async () => {
    const host = await whole('country="us" groups="smart tuesday-families na"');
    expect(names(host)).to.deep.equal(['SMART Recovery', NAME, 'Narcotics Anonymous']);
  });

  it('may name nothing else: until they are there all others are', async () => {
    const host = await whole('country="us" groups="harbor-morning"', MORNING.name);
    expect(names(host)).to.deep.equal([MORNING.name]);
  });

  it('leave one out', async () => {
    const host = await whole('country="us" exclude="harbor-morning na"');
    expect(names(host)).not.to.include(MORNING.name).and.not.include('Narcotics Anonymous');
  });

  it('warn of no id that is still to come, and of one that does not', async () => {
    const lines = await consoleOf('warn', () => whole('country="us" groups="smart tuesday-families"'));
    expect(lines).to.deep.equal([]);
    const later = await consoleOf('warn', () =>
      whole('country="us" groups="smart tuesday-families wednesday-x"'),
    );
    expect(later).to.have.length(1);
    expect(later[0]).to.include('wednesday-x');
  });
});

describe('finder: two on one page', () => {
  it('each has its own file', async () => {
    const other = 'https://clinic.example/other.json';
    server.on(other, () => json({ groups: [{ ...FAMILIES, name: 'Another Evening' }] }));
    const first = await whole();
    const second = await element('support-group-finder', `country="us" groups-src="${other}"`);
    await until(() => names(second).includes('Another Evening'), 'the second has its own');
    const third = await element('support-group-finder', 'country="us"');
    expect(names(first)).to.include(NAME).and.not.include('Another Evening');
    expect(names(second)).not.to.include(NAME);
    expect(names(third)).not.to.include(NAME).and.not.include('Another Evening');
  });

  it('another file takes the place of the first, whichever comes first', async () => {
    const other = 'https://clinic.example/other.json';
    const answer = gate<Response>();
    server.on(FILE, () => answer.promise);
    server.on(other, () =>
      json({ groups: [{ ...FAMILIES, name: 'Another Evening', summary: 'Other words.' }] }),
    );
    const host = await finder('country="us"');
    host.setAttribute('groups-src', other);
    await until(() => names(host).includes('Another Evening'), 'the other file is there');
    answer.open(json({ groups: [FAMILIES] }));
    await new Promise((next) => setTimeout(next, 50));
    expect(names(host)).to.include('Another Evening').and.not.include(NAME);
    host.setAttribute('groups-src', FILE);
    server.on(FILE, () => json({ groups: [FAMILIES] }));
    await until(() => names(host).includes(NAME), 'the first file is there');
    expect(textOf(card(host)))
      .to.include(FAMILIES.summary.en)
      .and.not.include('Other words.');
    host.removeAttribute('groups-src');
    await becomes(() => names(host).includes(NAME), false);
  });
});

describe('finder: groups that come late', () => {
  /** Opens a group near the end of the list, scrolls to it, and lets the file come. */
  async function late(work: (host: LitElement, summary: HTMLElement) => Promise<void>): Promise<void> {
    const answer = gate<Response>();
    server.on(FILE, () => answer.promise);
    const host = await finder('country="us"');
    const summary = one(card(host, 'Nar-Anon Family Groups'), 'disclosure');
    summary.scrollIntoView({ block: 'center' });
    await work(host, summary);
    const before = summary.getBoundingClientRect().top;
    const opened = (summary.parentElement as HTMLDetailsElement).open;
    const { activeElement } = rootOf(host);
    answer.open(json({ groups: [{ ...FAMILIES, name: 'A Family Evening' }, MORNING] }));
    await until(() => names(host).includes('A Family Evening'), 'they have come');
    await complete(host);
    // As a truth: two elements that differ are compared for minutes.
    expect(rootOf(host).activeElement === activeElement, 'the focus is where it was').to.equal(true);
    expect((summary.parentElement as HTMLDetailsElement).open).to.equal(opened);
    expect(Math.abs(summary.getBoundingClientRect().top - before), 'moved by').to.be.below(2);
  }

  it('leave what was opened open, where it is, with the focus on it', () =>
    late(async (_, summary) => {
      summary.focus({ preventScroll: true });
      await toggle(summary);
      summary.scrollIntoView({ block: 'start' });
    }));

  it('leave the focus in the search box', () =>
    late(async (host) => {
      one(rootOf(host), 'searchbox').focus({ preventScroll: true });
      await Promise.resolve();
    }));

  it('move nothing that somebody has scrolled to', () => late(() => Promise.resolve()));

  it('take no focus that nobody gave', async () => {
    const host = await whole();
    expect(rootOf(host).activeElement === null && document.activeElement === document.body).to.equal(true);
  });
});

describe('finder: a file that cannot be had', () => {
  const page = '<!doctype html><title>Login</title>';
  for (const [what, answer, words] of [
    ['is not there', () => new Response('', { status: 404 }), 'status 404'],
    ['is a web page', () => new Response(page), 'web page'],
    ['is empty', () => new Response(''), 'empty'],
    ['is no JSON', () => new Response('{"groups": [,]}'), 'no JSON'],
    ['breaks off', () => new Response('{"groups": [{"id": "a"'), 'no JSON'],
    ['is no list of groups', () => json({ meetings: [] }), 'no list "groups"'],
    ['is too large', () => new Response(new Endless(' '.repeat(100_000)).body), 'larger than 1 MB'],
  ] as const) {
    it(`${what}: the finder shows its own groups, and the console says why in one line`, async () => {
      const address = `https://clinic.example/${what.replaceAll(' ', '-')}.json`;
      server.on(address, answer);
      let host!: LitElement;
      const errors = await uncaught(async () => {
        const lines = await consoleOf('warn', async () => {
          host = await element(
            'support-group-finder',
            `country="us" groups-src="${address}" groups="na our-own"`,
          );
          await settled(host);
          await complete(host);
        });
        expect(lines.filter((line) => line.includes(address))).to.have.length(1);
        expect(lines.join()).to.include(words);
      });
      expect(errors).to.deep.equal([]);
      expect(names(host)).to.deep.equal(['Narcotics Anonymous']);
    });
  }

  for (const address of [
    'javascript:alert(1)',
    'data:application/json,[]',
    'https://user:word@clinic.example/x',
    'http://[::1',
  ])
    it(`${address} is asked for by nobody`, async () => {
      const lines = await consoleOf('warn', async () => {
        const host = await element('support-group-finder', `country="us" groups-src="${address}"`);
        await settled(host);
      });
      expect(lines.join()).to.include(`groups-src="${address}"`);
      expect(server.asked).to.deep.equal([]);
    });

  it('one that never answers holds nothing up', async () => {
    server.on(FILE, () => new Promise<Response>(() => undefined));
    const host = await finder('country="us"');
    await type(host, 'heroin');
    await complete(host);
    expect(names(host)).to.include('Narcotics Anonymous');
    host.remove();
  });

  it('an entry that is wrong is named with its field and how to mend it, and the others are shown', async () => {
    const address = 'https://clinic.example/half.json';
    server.on(address, () =>
      json({ groups: [FAMILIES, { ...MORNING, id: 'na' }, { ...MORNING, attendance: ['video'] }] }),
    );
    const lines = await consoleOf('warn', async () => {
      const host = await element('support-group-finder', `country="us" groups-src="${address}"`);
      await until(() => names(host).includes(NAME), 'the good one is there');
      expect(names(host)).not.to.include(MORNING.name);
    });
    expect(lines).to.have.length(1);
    for (const part of [
      address,
      'groups shown 1, left out 2',
      'na, id:',
      'harbor-morning, attendance: "video"',
    ])
      expect(lines[0]).to.include(part);
  });
});

describe('finder: a hostile file', () => {
  const text = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PAYLOADS) },
    { weight: 1, arbitrary: fc.constantFrom(...AWKWARD.filter((one) => one.length < 3_000)) },
  );
  const several = fc.oneof(
    text,
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('en', 'es'), text),
  );
  /** An entry that is shown, with payloads wherever a text may be. */
  const entry = fc.record(
    {
      name: text.filter((one) => one.trim().length > 3),
      summary: text.filter((one) => one.trim().length > 3),
      abbreviation: text,
      terms: several,
      about: several,
      meeting: several,
      arrive: text,
      suits: text,
      hours: text,
      note: text,
      website: fc.constantFrom(
        'https://clinic.example/"onclick="globalThis.__sgPwned=1',
        'https://clinic.example/<script>globalThis.__sgPwned=1</script>',
        'https://clinic.example/?x=javascript:globalThis.__sgPwned=1',
      ),
    },
    { requiredKeys: ['name', 'summary'] },
  );
  const wrong = fc.dictionary(
    fc.constantFrom(...PROTOTYPE_KEYS, 'id', 'website', 'phone', 'audience'),
    text,
    { maxKeys: 5 },
  );

  it('is drawn as text: nothing runs, no link leads astray, the other groups stay', async () => {
    let number = 0;
    const host = await finder('country="us" groups="na smart local-a local-b"');
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 2 }),
        wrong,
        text,
        async (entries, bad, typed) => {
          // JSON.stringify leaves "__proto__" out where it is no own key: it is written by hand here.
          const body = JSON.stringify({
            groups: [
              ...entries.map((one, i) => ({ ...MORNING, ...one, id: i === 0 ? 'local-a' : 'local-b' })),
              bad,
            ],
          }).replace('{"groups"', '{"__proto__":{"__sgPwned":1},"groups"');
          const address = `${FILE}?${number++}`;
          server.on(address, () => new Response(body));
          const errors = await uncaught(() =>
            consoleOf('warn', async () => {
              host.setAttribute('groups-src', address);
              await host.updateComplete;
              await settled(host);
              await until(
                () => rootOf(host).querySelector('#name-local-a') !== null,
                `they are drawn: ${body}`,
              );
              await type(host, '');
              one<HTMLInputElement>(rootOf(host), 'searchbox').value = typed;
              one(rootOf(host), 'searchbox').dispatchEvent(new InputEvent('input'));
              await host.updateComplete;
              await type(host, '');
            }),
          );
          server.on(address, null);
          expect(errors).to.deep.equal([]);
          expect(badAddresses(rootOf(host))).to.deep.equal([]);
          expect(names(host)).to.include('Narcotics Anonymous');
          expect(fingerprint()).to.equal(undefined);
        },
      ),
      { numRuns: Math.ceil(FUZZ_RUNS / 10) },
    );
  });
});
