import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  becomes,
  begins,
  complete,
  element,
  listen,
  nameOf,
  one,
  rootOf,
  textOf,
  type,
  ui,
} from '../../support/elements.js';
import {
  countSaid,
  inNewYork,
  meetingNames,
  press,
  resultsOf,
  say,
  TOWN,
  town,
} from '../../support/meeting-page.js';

const chip = (host: Element, name: string): HTMLElement => one(rootOf(host), 'button', name);
const chosen = (host: Element): string[] =>
  all(rootOf(host).querySelector('.chosen') ?? document.createElement('p'), 'button').map(nameOf);
const box = (host: Element): HTMLInputElement => one<HTMLInputElement>(rootOf(host), 'searchbox');

describe('meeting finder: the search', () => {
  inNewYork();

  for (const [what, words, found] of [
    ['the name of a meeting', 'kitchen', []],
    ['a name without its accents', 'cafe zoe', ['Late Café']],
    ['a name in capital letters', 'LATE CAFÉ', ['Late Café']],
    ['the building', 'library', ['After Work', 'Together']],
    ['the street', 'mill lane', ['Old Mill', 'Mill Stream']],
    ['the town', 'harbor town', ['After Work', 'Together']],
    ['the postcode', '10002', ['After Work', 'Together']],
    ['a note', 'tea from six', ['Doors Open']],
    ['the group that holds it', '"river town friends"', ['Doors Open']],
    ['for whom it is', 'women', ['Together', 'West Coast Online']],
    ['the language', 'spanish', ['Together']],
    ['the weekday', 'wednesday', ['Old Mill', 'Mill Stream']],
    ['the way to take part', 'phone', ['Sunrise Call']],
    ['two words that are in different places', 'library women', ['Together']],
    ['words in quotes, which stand together', '“harbor town”', ['After Work', 'Together']],
    ['only a part of a word', 'moun', ['Mountain House']],
  ] as const) {
    it(`finds ${what}: ${words}`, async () => {
      const host = await town();
      await type(host, words);
      expect(meetingNames(host)).to.deep.equal(found);
      // What is on now is told in one line.
      expect(countSaid(host)).to.equal(words === 'kitchen' ? 1 : found.length);
    });
  }

  it('finds what was typed before the texts of the list were read', async () => {
    const host = await element('meeting-finder', TOWN);
    await type(host, 'zoe');
    await becomes(() => meetingNames(host), ['Late Café']);
  });

  it('says the count, once per settled change', async () => {
    const host = await town();
    const heard = listen(host);
    await type(host, 'women');
    expect(await heard.next()).to.equal(say('meetings-count', { n: 2 }));
    await type(host, 'denver');
    expect(await heard.next()).to.equal(say('meetings-count', { n: 1 }));
    expect(heard.sentences).to.have.length(2);
  });

  it('is not sent by its form', async () => {
    const host = await town();
    const form = one<HTMLFormElement>(rootOf(host), 'search');
    const sent = new SubmitEvent('submit', { cancelable: true, bubbles: true });
    form.dispatchEvent(sent);
    expect(sent.defaultPrevented).to.equal(true);
  });

  for (const [words, kind] of [
    ['overdose', 'emergency'],
    ['i want to die', 'emergency'],
    ['lost my son to an overdose', 'loss'],
  ] as const) {
    it(`brings the help panel above everything for “${words}”, and takes it back`, async () => {
      const host = await town('no-crisis-strip');
      await type(host, words);
      const panel = rootOf(host).querySelector<HTMLElement>('[part=crisis-panel]')!;
      expect(panel, 'the panel').to.not.equal(null);
      expect(panel.dataset['crisis'] === 'loss').to.equal(kind === 'loss');
      expect(panel.getBoundingClientRect().top).to.be.below(box(host).getBoundingClientRect().top);
      const calls = all<HTMLAnchorElement>(panel, 'link').map(({ href }) => href);
      expect(calls.some((href) => /^tel:(911|988)$/.test(href))).to.equal(true);
      for (const back of all(panel, 'button', ui('panel-back'))) {
        back.click();
        expect(rootOf(host).activeElement).to.equal(box(host));
      }
      await type(host, 'denver');
      expect(rootOf(host).querySelector('[part=crisis-panel]')).to.equal(null);
      expect(meetingNames(host)).to.deep.equal(['Mountain House']);
    });
  }
});

describe('meeting finder: quick choices', () => {
  inNewYork();

  for (const [name, found] of [
    ['meetings-filter-today', ['Doors Open', 'After Work', 'Late Café']],
    ['meetings-filter-tomorrow', ['Sunrise Call', 'Mountain House', 'Together', 'West Coast Online']],
    ['meetings-filter-online', ['Doors Open', 'West Coast Online', 'Old Mill']],
    [
      'meetings-filter-in-person',
      ['Doors Open', 'After Work', 'Late Café', 'Mountain House', 'Together', 'First Friday', 'Ask First'],
    ],
  ] as const) {
    it(`${say(name)} is one tap, and one tap more takes it back`, async () => {
      const host = await town();
      expect(chip(host, say(name)).getAttribute('aria-pressed')).to.equal('false');
      await press(host, say(name));
      expect(chip(host, say(name)).getAttribute('aria-pressed')).to.equal('true');
      expect(meetingNames(host)).to.deep.equal(found);
      await press(host, say(name));
      expect(countSaid(host)).to.equal(12);
    });
  }

  it('hold together: today, or tomorrow, and online', async () => {
    const host = await town();
    await press(host, say('meetings-filter-today'));
    await press(host, say('meetings-filter-online'));
    expect(meetingNames(host)).to.deep.equal(['Doors Open']);
    await press(host, say('meetings-filter-tomorrow'));
    expect(meetingNames(host)).to.deep.equal(['Doors Open', 'West Coast Online']);
  });
});

describe('meeting finder: what is chosen', () => {
  inNewYork();

  const withThree = async (): Promise<LitElement> => {
    const host = await town();
    await type(host, 'town');
    await press(host, say('meetings-filter-today'));
    await press(host, say('meetings-filter-in-person'));
    return host;
  };
  const remove = (filter: string): string => say('meetings-remove', { filter });

  it('stands there by name, and each can be taken away', async () => {
    const host = await withThree();
    expect(chosen(host)).to.deep.equal([
      remove('“town”'),
      remove(say('meetings-filter-today')),
      remove(say('meetings-filter-in-person')),
      say('meetings-clear-all'),
    ]);
    await press(host, remove(say('meetings-filter-today')));
    expect(chosen(host)).to.have.length(3);
    await press(host, remove('“town”'));
    expect(box(host).value).to.equal('');
    await press(host, remove(say('meetings-filter-in-person')));
    expect(chosen(host)).to.deep.equal([]);
    expect(countSaid(host)).to.equal(12);
  });

  it('does not lose the focus when it is taken away', async () => {
    const host = await withThree();
    for (const filter of ['“town”', say('meetings-filter-today')]) {
      one(rootOf(host), 'button', remove(filter)).focus();
      await press(host, remove(filter));
      await becomes(() => rootOf(host).activeElement?.id, 'meeting-count');
    }
  });

  it('is all taken away by one button: words, filters and place', async () => {
    const host = await withThree();
    await press(host, say('meetings-near-me'));
    const place = rootOf(host).querySelector<HTMLInputElement>('#meeting-place')!;
    place.value = 'River Town';
    place.dispatchEvent(new Event('change', { bubbles: true }));
    await complete(host);
    expect(chosen(host)).to.include(remove('River Town'));
    await press(host, say('meetings-clear-all'));
    expect(chosen(host)).to.deep.equal([]);
    expect(box(host).value).to.equal('');
    expect(countSaid(host)).to.equal(12);
    expect(all(rootOf(host), 'combobox', say('meetings-sort')), 'no place to sort by').to.be.empty;
    expect(textOf(rootOf(host))).to.not.include(say('meetings-near-place', { place: 'River Town' }));
    await becomes(() => rootOf(host).activeElement?.id, 'meeting-count');
  });
});

describe('meeting finder: nothing found', () => {
  inNewYork();

  it('offers ways out, and each brings what it promises', async () => {
    const host = await town();
    const set = async (): Promise<HTMLElement[]> => {
      await type(host, 'women');
      for (const name of [say('meetings-filter-today'), say('meetings-filter-online')])
        if (chip(host, name).getAttribute('aria-pressed') === 'false') await press(host, name);
      const empty = rootOf(host).querySelector('[part=empty]')!;
      expect(textOf(empty)).to.include(say('meetings-none'));
      return all(empty, 'button', /^Without /);
    };
    const offers = (await set()).map(nameOf);
    expect(offers).to.deep.equal([
      say('meetings-without', { filter: '“women”', n: 1 }),
      say('meetings-without', { filter: say('meetings-filter-today'), n: 1 }),
    ]);
    for (const offer of offers) {
      await set();
      await press(host, offer);
      expect(countSaid(host), offer).to.equal(Number(/: (\d+) meeting/.exec(offer)![1]));
      await becomes(() => rootOf(host).activeElement?.id, 'meeting-count');
    }
  });

  it('offers to clear all where no single step helps', async () => {
    const host = await town();
    await type(host, 'qwertz');
    await press(host, say('meetings-filter-today'));
    await type(host, 'qwertz women');
    await press(host, say('meetings-filter-online'));
    await type(host, 'first friday');
    const empty = resultsOf(host).querySelector('[part=empty]')!;
    await press(host, say('meetings-clear-all'), empty);
    expect(countSaid(host)).to.equal(12);
  });

  it('offers nothing that would bring nothing', async () => {
    const host = await town();
    await type(host, 'qwertz');
    const empty = resultsOf(host).querySelector('[part=empty]')!;
    expect(all(empty, 'button', begins('Without')).map(nameOf)).to.deep.equal([
      say('meetings-without', { filter: '“qwertz”', n: 12 }),
    ]);
    await press(host, say('meetings-filter-today'));
    expect(all(resultsOf(host), 'button', begins('Without')).map(nameOf)).to.deep.equal([
      say('meetings-without', { filter: '“qwertz”', n: 4 }),
    ]);
  });
});
