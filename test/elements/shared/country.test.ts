import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  byText,
  complete,
  element,
  listen,
  one,
  rootOf,
  show,
  textOf,
  ui,
} from '../../support/elements.js';

const UNKNOWN = 'Call your local emergency number:';
/** Each emergency number stands beside the places where it works. */
const PLACES = [
  'Europe, India, and South Africa: 112',
  'Australia: 000',
  'Brazil: 192',
  'Canada, Mexico, and United States: 911',
  'New Zealand: 111',
  'United Kingdom: 999',
];

// The visitor's clock stands in Dublin for all of this file; it is read once, when the first element needs it.
const { prototype } = Intl.DateTimeFormat;
const before = Object.getOwnPropertyDescriptor(prototype, 'resolvedOptions')!;
Object.defineProperty(prototype, 'resolvedOptions', {
  ...before,
  value(this: Intl.DateTimeFormat) {
    const options = (before.value as () => Intl.ResolvedDateTimeFormatOptions).call(this);
    return { ...options, timeZone: 'Europe/Dublin' };
  },
});
after(() => {
  Object.defineProperty(prototype, 'resolvedOptions', before);
});

const text = (host: Element): string => textOf(rootOf(host).querySelector('.base'));

/** The `<select>` of countries, wherever it is folded away. */
const chooser = (host: Element): HTMLSelectElement => rootOf(host).querySelector('select')!;

async function choose(host: LitElement, code: string): Promise<void> {
  const select = chooser(host);
  select.value = code;
  expect(select.value, 'there is such a choice').to.equal(code);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await complete(host);
}

describe('country: whose numbers are shown', () => {
  it('is what the page says, in any case', async () => {
    for (const written of ['ie', 'IE', ' Ie ']) {
      const host = await element('crisis-lines', `country="${written}"`);
      expect(text(host)).to.include('Numbers for Ireland.');
      one(rootOf(host), 'link', 'Call 112');
    }
  });

  it('takes "uk" for the United Kingdom, without a warning', async () => {
    const host = await element('crisis-lines', 'country="uk"');
    expect(text(host)).to.include('Numbers for the United Kingdom.');
    one(rootOf(host), 'link', 'Call 999');
  });

  it('is asked where the page does not say, and no number stands without its place', async () => {
    for (const tag of ['crisis-lines', 'support-group-finder'] as const) {
      const host = await element(tag, 'lang="en-US"');
      expect(text(host)).to.include(UNKNOWN);
      one(rootOf(host), 'disclosure', ui('country-ask'));
      one(rootOf(host), 'combobox', ui('country-choose'));
      const dialled = all<HTMLAnchorElement>(rootOf(host), 'link').filter(
        ({ protocol }) => protocol === 'tel:',
      );
      expect(dialled.map(textOf)).to.deep.equal(PLACES);
    }
  });

  it('is the region of the language where the clock of the visitor agrees', async () => {
    expect(text(await element('crisis-lines', 'lang="en-IE"'))).to.include('Numbers for Ireland.');
    expect(text(await element('crisis-lines', 'lang="en-US"')), 'not where it does not').to.include(UNKNOWN);
    expect(text(await element('crisis-lines', 'lang="en"'))).to.include(UNKNOWN);
  });

  it('is what the page says, before the language and the clock', async () => {
    const host = await element('crisis-lines', 'lang="en-IE" country="nz"');
    expect(text(host)).to.include('Numbers for New Zealand.');
  });

  it('stands beside the numbers, with a way to change it, in every place with numbers', async () => {
    for (const tag of ['crisis-lines', 'support-group-finder'] as const) {
      const host = await element(tag, 'country="au"');
      expect(byText(rootOf(host), 'Numbers for Australia.')).to.have.length(1);
      one(rootOf(host), 'disclosure', 'Not in Australia? Change').click();
      one(rootOf(host), 'combobox', ui('country-choose'));
    }
  });

  it('follows a change of the attribute', async () => {
    const host = await element('crisis-lines', 'country="gb"');
    host.setAttribute('country', 'ca');
    await host.updateComplete;
    expect(text(host)).to.include('Numbers for Canada.');
  });
});

// What a visitor chooses holds for the page until it is left: from here on a choice has been made.
describe('country: the visitor knows better', () => {
  let first: LitElement;
  let second: LitElement;

  beforeEach(async () => {
    first = await show(
      '<crisis-lines open-root country="gb"></crisis-lines><support-group-finder open-root country="gb"></support-group-finder>',
    );
    second = first.nextElementSibling as LitElement;
  });

  it('changes the country of all elements on the page, and says so once', async () => {
    const here = listen(first);
    const there = listen(second);
    await choose(first, 'IE');
    await complete(second);
    for (const host of [first, second]) expect(text(host)).to.include('Numbers for Ireland.');
    expect(await here.next()).to.equal('Showing numbers for Ireland.');
    await choose(first, 'NZ');
    expect(await here.next()).to.equal('Showing numbers for New Zealand.');
    expect(here.sentences).to.have.length(2);
    expect(there.sentences, 'only where the choice was made').to.deep.equal([]);
  });

  it('shows the chosen country in every list to choose from', async () => {
    await choose(first, 'CA');
    await complete(second);
    for (const host of [first, second]) expect(chooser(host).value).to.equal('CA');
    await choose(second, 'AU');
    await complete(first);
    for (const host of [first, second]) expect(chooser(host).value).to.equal('AU');
  });

  it('takes an element that comes later along', async () => {
    await choose(first, 'NZ');
    expect(text(await element('crisis-lines', 'country="us"'))).to.include('Numbers for New Zealand.');
  });

  it('points to lists for the whole world where a country is not known', async () => {
    const heard = listen(second);
    await choose(second, '-');
    await complete(first);
    for (const host of [first, second]) expect(text(host)).to.include(UNKNOWN);
    expect(text(first)).to.include('no checked numbers for your country');
    expect(all(rootOf(first), 'link', /Find A Helpline|findahelpline/i).length).to.be.greaterThan(0);
    expect(await heard.next()).to.equal('Showing help for other countries.');
    await choose(second, 'US');
    expect(text(first)).to.include('Numbers for the United States.');
  });
});
