import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  becomes,
  begins,
  byText,
  complete,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
  type,
  ui,
} from '../../support/elements.js';
import { json } from '../../support/fake-server.js';
import {
  box,
  boxes,
  choose,
  countOf,
  countSaid,
  finder,
  guideRow,
  inNewYork,
  meetingNames,
  openFilters,
  press,
  say,
  town,
  withServer,
} from '../../support/meeting-page.js';

const legends = (host: Element): string[] =>
  all(rootOf(host).querySelector('[part=filters]')!, 'group').map(nameOf);
const labels = (host: Element): string[] =>
  boxes(host).map((input) => nameOf(input).replace(/ \(\d+\)$/, ''));

/** Shows all meetings of what is on now too, so that rows can be counted. */
async function shownRows(host: LitElement): Promise<number> {
  const on = all(rootOf(host), 'disclosure', /on now$/)[0];
  const details = on?.parentElement as HTMLDetailsElement | undefined;
  if (details && !details.open) {
    await toggle(on!);
    await host.updateComplete;
  }
  return meetingNames(host).length;
}

describe('meeting finder: the filters', () => {
  inNewYork();

  it('are closed at first, and then stand in sets with a name each', async () => {
    const host = await town();
    expect(boxes(host)).to.be.empty;
    await openFilters(host);
    expect(legends(host)).to.deep.equal([
      say('meetings-filter-days'),
      say('meetings-filter-times'),
      say('meetings-filter-ways'),
      say('meetings-filter-regions'),
      'Who may come',
      'Who it is for',
      'What to know before you go',
      'Language',
      'What happens there',
      'More',
    ]);
  });

  it('say before the click how many meetings the click will leave', async () => {
    const host = await town('limit="100"');
    await openFilters(host);
    const all = labels(host);
    expect(all.length).to.be.greaterThan(20);
    for (const label of all) {
      const count = countOf(box(host, label));
      await choose(host, label);
      expect(countSaid(host), label).to.equal(count);
      expect(await shownRows(host), label).to.equal(count);
      await choose(host, label);
    }
    expect(countSaid(host)).to.equal(12);
  });

  it('say it for a second filter too, which is added to the first', async () => {
    const host = await town();
    await openFilters(host);
    await choose(host, say('meetings-filter-online'));
    for (const label of ['Women', 'Tuesday', say('meetings-filter-today')]) {
      const count = countOf(box(host, label));
      await choose(host, label);
      expect(countSaid(host), label).to.equal(count);
      await choose(host, label);
    }
    await choose(host, 'Women');
    await choose(host, 'Open');
    expect(meetingNames(host), 'two types: both').to.deep.equal(['West Coast Online']);
  });

  it('of one kind are joined by “or”', async () => {
    const host = await town();
    await openFilters(host);
    await choose(host, 'Tuesday');
    await choose(host, 'Friday');
    expect(countSaid(host)).to.equal(5);
    await choose(host, say('meetings-filter-phone'));
    await choose(host, say('meetings-filter-online'));
    expect(meetingNames(host)).to.deep.equal(['Sunrise Call', 'West Coast Online']);
  });

  it('have the areas inside an area below it', async () => {
    const host = await town();
    await openFilters(host);
    expect(byText(rootOf(host), say('meetings-filter-inside', { region: 'Sample County' }))).to.have.length(
      1,
    );
    await choose(host, 'Harbor Town');
    expect(meetingNames(host)).to.deep.equal(['After Work', 'Together']);
    await choose(host, 'Harbor Town');
    await choose(host, 'Far County');
    expect(meetingNames(host)).to.deep.equal(['Mountain House']);
  });

  it('show no choice that would leave nothing, but keep what is chosen', async () => {
    const host = await town();
    await openFilters(host);
    await choose(host, say('meetings-filter-phone'));
    expect(labels(host)).to.not.include('Women').and.not.include('Monday');
    await type(host, 'qwertz');
    expect(labels(host)).to.deep.equal([say('meetings-filter-phone')]);
    expect(countOf(box(host, say('meetings-filter-phone')))).to.equal(0);
  });

  it('keep the focus on the box that somebody chooses, also inside a part that opens', async () => {
    const host = await town();
    await openFilters(host);
    for (const label of ['Harbor Town', 'Wheelchair access', 'Tuesday']) {
      for (let i = 0; i < 2; i++) {
        box(host, label).focus();
        await choose(host, label);
        expect(rootOf(host).activeElement, label).to.equal(box(host, label));
      }
    }
  });

  it('say how many are chosen, also when they are closed again', async () => {
    const host = await town();
    await openFilters(host);
    await choose(host, 'Women');
    await choose(host, 'Tuesday');
    const summary = one(rootOf(host), 'disclosure', begins(say('meetings-filters')));
    expect(nameOf(summary)).to.include(ui('filters-chosen', { n: 2 }));
    await toggle(summary);
    await complete(host);
    expect(boxes(host)).to.be.empty;
    expect(nameOf(summary)).to.include(ui('filters-chosen', { n: 2 }));
    await press(host, say('meetings-remove', { filter: 'Women' }));
    expect(nameOf(summary)).to.include(ui('filters-chosen', { n: 1 }));
  });
});

describe('meeting finder: a choice that is taken back', () => {
  inNewYork();

  for (const label of [say('meetings-filter-phone'), 'Harbor Town', 'Wheelchair access']) {
    it(`keeps its box and the focus until the next one, also where it would leave nothing: ${label}`, async () => {
      const host = await town();
      await openFilters(host);
      await choose(host, label);
      await type(host, 'qwertz');
      box(host, label).focus();
      await choose(host, label);
      expect(rootOf(host).activeElement).to.equal(box(host, label));
      expect(box(host, label).checked).to.equal(false);
      expect(countOf(box(host, label))).to.equal(0);
      expect(countSaid(host)).to.equal(0);
      await type(host, 'mountain');
      await choose(host, 'Far County');
      expect(labels(host)).to.not.include(label);
    });
  }
});

describe('meeting finder: the lists of two fellowships', () => {
  inNewYork();
  const server = withServer();

  async function both(): Promise<LitElement> {
    server().on('https://a.example/na.json', () => json([guideRow({ name: 'First', types: ['W'] })]));
    server().on('https://b.example/aa.json', () => json([guideRow({ name: 'Second', time: '21:00' })]));
    return finder('country="us" src="https://a.example/na.json#group=na https://b.example/aa.json#group=aa"');
  }

  it('stand in one list, and each row names its own', async () => {
    const host = await both();
    expect(meetingNames(host)).to.deep.equal(['First', 'Second']);
    const [first, second] = [...rootOf(host).querySelectorAll('[part~=meeting]')].map(
      (row) => row.textContent,
    );
    expect(first).to.include('Narcotics Anonymous').and.not.to.include('Alcoholics');
    expect(second).to.include('Alcoholics Anonymous').and.not.to.include('Narcotics');
  });

  it('can be chosen among', async () => {
    const host = await both();
    await openFilters(host);
    expect(legends(host)).to.include(say('meetings-filter-groups'));
    expect(countOf(box(host, 'Alcoholics Anonymous'))).to.equal(1);
    await choose(host, 'Alcoholics Anonymous');
    expect(meetingNames(host)).to.deep.equal(['Second']);
  });
});

describe('meeting finder: lists with very many groups, areas and types', () => {
  inNewYork();
  const server = withServer();

  const MANY = 130;
  const more = (host: Element): string[] =>
    byText(rootOf(host).querySelector('[part=filters]')!, /search for the name above$/).map(textOf);

  /** Town 0 to Town 129 with one meeting each, and one more in Town 120 and later. */
  const manyTowns = (): Promise<LitElement> => {
    server().on('https://a.example/na.json', () =>
      json(
        Array.from({ length: MANY + 10 }, (_, i) => {
          const at = i < MANY ? i : i - 10;
          return guideRow({
            name: `Meeting ${i}`,
            slug: `m${i}`,
            region: `Town ${at}`,
            types: [`Kind ${at}`],
          });
        }),
      ),
    );
    return finder('country="us" src="https://a.example/na.json"');
  };
  const inPart = (host: Element, start: string): string[] =>
    labels(host).filter((label) => label.startsWith(start));

  for (const [what, summary] of [
    ['Town ', say('meetings-filter-all-regions', { n: MANY })],
    ['Kind ', say('meetings-filter-show', { n: MANY })],
  ] as const) {
    it(`show a hundred boxes of a part, those with most meetings, and say how to find the others: ${what}`, async () => {
      const host = await manyTowns();
      await toggle(one(rootOf(host), 'disclosure', begins(say('meetings-filters'))));
      await complete(host);
      await toggle(one(rootOf(host), 'disclosure', summary));
      const shown = inPart(host, what);
      expect(shown).to.have.length(100).and.include(`${what}120`).and.include(`${what}129`);
      expect(shown, 'in order of their names').to.deep.equal(
        [...shown].sort(new Intl.Collator('en').compare),
      );
      expect(more(host)).to.deep.equal([say('meetings-filter-more', { n: 30 })]);
      expect(shown).to.not.include(`${what}119`);
      await type(host, `${what}119`);
      expect(inPart(host, what)).to.deep.equal([`${what}119`]);
      expect(more(host)).to.deep.equal([]);
      await choose(host, `${what}119`);
      await type(host, '');
      expect(inPart(host, what), 'what is chosen stays').to.include(`${what}119`);
      box(host, `${what}119`).focus();
      await choose(host, `${what}119`);
      expect(rootOf(host).activeElement).to.equal(box(host, `${what}119`));
      expect(inPart(host, what).length, 'the box that was just used may come on top').to.be.within(100, 101);
    });
  }

  it('open their groups like their areas', async () => {
    const sources = Array.from({ length: 13 }, (_, i) => {
      server().on(`https://a.example/${i}.json`, () => json([guideRow({ name: `Meeting ${i}` })]));
      return `https://a.example/${i}.json#group=g${i}`;
    });
    const host = await finder(`country="us" src="${sources.join(' ')}"`);
    await becomes(() => countSaid(host), 13);
    await toggle(one(rootOf(host), 'disclosure', begins(say('meetings-filters'))));
    await complete(host);
    expect(legends(host)).to.include(say('meetings-filter-groups'));
    expect(labels(host)).to.not.include('g7');
    await toggle(one(rootOf(host), 'disclosure', say('meetings-filter-show', { n: 13 })));
    await choose(host, 'g7');
    expect(meetingNames(host)).to.deep.equal(['Meeting 7']);
  });
});

describe('meeting finder: a long list of areas and types', () => {
  inNewYork();
  const server = withServer();

  it('is shown when somebody opens it, and does not close while they choose', async () => {
    server().on('https://a.example/na.json', () =>
      json(
        Array.from({ length: 14 }, (_, i) =>
          guideRow({ name: `Meeting ${i}`, slug: `m${i}`, region: `Area ${i}`, types: [`Kind ${i}`] }),
        ),
      ),
    );
    const host = await finder('country="us" src="https://a.example/na.json"');
    await toggle(one(rootOf(host), 'disclosure', begins(say('meetings-filters'))));
    await complete(host);
    expect(labels(host)).to.not.include('Area 3').and.not.include('Kind 3');
    for (const [summary, label] of [
      [say('meetings-filter-all-regions', { n: 14 }), 'Area 3'],
      [say('meetings-filter-show', { n: 14 }), 'Kind 3'],
    ] as const) {
      await toggle(one(rootOf(host), 'disclosure', summary));
      box(host, label).focus();
      await choose(host, label);
      expect(meetingNames(host)).to.deep.equal(['Meeting 3']);
      await choose(host, label);
      expect(rootOf(host).activeElement).to.equal(box(host, label));
    }
  });
});
