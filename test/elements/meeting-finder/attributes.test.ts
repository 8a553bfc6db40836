import { expect } from '@open-wc/testing';
import { all, begins, complete, consoleOf, one, rootOf, textOf } from '../../support/elements.js';
import {
  box,
  choose,
  countSaid,
  finder,
  inNewYork,
  meetingNames,
  openFilters,
  press,
  resultsOf,
  say,
  town,
} from '../../support/meeting-page.js';

/** Lines on the console that are about an attribute. */
const linesOf = async (work: () => unknown, about: string): Promise<string[]> =>
  (await consoleOf('warn', work)).filter((line) => line.includes(about));

async function near(attributes: string): Promise<string[]> {
  const host = await town(attributes);
  await press(host, say('meetings-near-me'));
  const input = rootOf(host).querySelector<HTMLInputElement>('#meeting-place')!;
  input.value = 'River Town';
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await complete(host);
  return [...rootOf(host).querySelectorAll('#meeting-within option')].map(textOf);
}

describe('meeting finder: its attributes', () => {
  inNewYork();

  it('weekdays: the days that are chosen at the start, which the visitor can change', async () => {
    const host = await town('weekdays="tue, Fri"');
    expect(countSaid(host)).to.equal(5);
    await openFilters(host);
    expect([
      box(host, 'Tuesday').checked,
      box(host, 'Friday').checked,
      box(host, 'Monday').checked,
    ]).to.deep.equal([true, true, false]);
    await choose(host, 'Tuesday');
    expect(meetingNames(host)).to.deep.equal(['First Friday']);
  });

  it('attendance: the ways that are chosen at the start', async () => {
    const host = await town('attendance="phone online"');
    expect(meetingNames(host)).to.deep.equal(['Doors Open', 'Sunrise Call', 'West Coast Online', 'Old Mill']);
    await press(host, say('meetings-clear-all'));
    expect(countSaid(host)).to.equal(12);
  });

  it('follow a change by the page, and keep what the visitor chose elsewhere', async () => {
    const host = await town('attendance="online"');
    await openFilters(host);
    await choose(host, 'Tuesday');
    host.setAttribute('attendance', 'phone');
    await complete(host);
    expect(meetingNames(host)).to.deep.equal(['Sunrise Call']);
  });

  it('limit: rows at the start', async () => {
    expect(meetingNames(await town('limit="2"'))).to.have.length(2);
    const host = await town('limit="2"');
    host.setAttribute('limit', '4');
    await complete(host);
    expect(meetingNames(host)).to.have.length(4);
  });

  it('distance-unit: kilometers, miles, or those of the country', async () => {
    expect((await near('distance-unit="km"'))[1]).to.equal(say('meetings-km', { n: 5 }));
    expect((await near('distance-unit="mi"'))[1]).to.equal(say('meetings-miles', { n: 5 }));
    expect((await near('distance-unit="auto"'))[1], 'in the United States').to.equal(
      say('meetings-miles', { n: 5 }),
    );
  });

  it('view: a list, or a table', async () => {
    expect(resultsOf(await town()).querySelector('table')).to.equal(null);
    const host = await town('view="table"');
    expect(all(resultsOf(host), 'list')).to.be.empty;
    host.setAttribute('view', 'list');
    await complete(host);
    expect(resultsOf(host).querySelector('table')).to.equal(null);
  });

  it('heading-level: its title, and the days below it', async () => {
    const host = await town('heading-level="4"');
    expect(one(rootOf(host), 'heading', begins('Find a meeting')).localName).to.equal('h4');
    expect(resultsOf(host).querySelector('.day > :first-child')!.localName).to.equal('h5');
  });

  it('no-crisis-strip: takes the strip away', async () => {
    expect(rootOf(await town()).querySelector('[part=crisis-strip]')).to.not.equal(null);
    expect(rootOf(await town('no-crisis-strip')).querySelector('[part=crisis-strip]')).to.equal(null);
  });

  it('link-target: links lead to a new window and say so', async () => {
    const host = await town('link-target="blank"');
    const link = all<HTMLAnchorElement>(resultsOf(host), 'link', begins(say('meetings-directions')))[0]!;
    expect(link.target).to.equal('_blank');
    expect(link.getAttribute('aria-label')).to.match(/\(.+\)$/);
  });

  for (const [attribute, value, accepted] of [
    ['view', 'grid', 'list, table'],
    ['limit', '0', '1 to 200'],
    ['limit', 'many', '1 to 200'],
    ['weekdays', 'caturday', 'mon, tue'],
    ['attendance', 'by-post', 'in-person, online, phone'],
    ['distance-unit', 'furlong', 'auto, km, mi'],
  ] as const) {
    it(`${attribute}="${value}" says once what is accepted, and shows all meetings`, async () => {
      const lines = await linesOf(async () => {
        for (let i = 0; i < 2; i++) {
          const host = await town(`${attribute}="${value}"`);
          expect(meetingNames(host)).to.have.length(11);
          await complete(host);
        }
      }, value);
      expect(lines).to.have.length(1);
      for (const part of ['<meeting-finder>', `${attribute}="${value}"`, accepted])
        expect(lines[0]).to.include(part);
    });
  }

  for (const [what, attributes, part] of [
    ['an address that is none', 'src="javascript:alert(1)"', 'no address of a meeting list'],
    [
      'a format that nobody knows',
      'src="/feeds/sample-town.json" format="excel"',
      'format="excel" is not known',
    ],
    ['an option that nobody knows', 'src="/feeds/sample-town.json#zone=1"', 'option "zone"'],
    [
      'a group that nobody knows',
      'src="/feeds/mg-edmonton-2022.json" group="aardvarks"',
      'group="aardvarks", which is no group',
    ],
  ] as const) {
    it(`${what} is told once on the console`, async () => {
      const lines = await linesOf(async () => {
        for (let i = 0; i < 2; i++) await finder(`country="us" ${attributes}`);
      }, part);
      expect(lines).to.have.length(1);
    });
  }
});
