import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  begins,
  byText,
  complete,
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
} from '../../support/elements.js';

const finder = (attributes = 'country="us"'): Promise<LitElement> =>
  element('support-group-finder', attributes);

async function withFilters(attributes?: string): Promise<LitElement> {
  const host = await finder(attributes);
  await toggle(one(rootOf(host), 'disclosure', begins(ui('filters-title'))));
  await complete(host);
  return host;
}

const choice = (host: Element, label: string): HTMLInputElement =>
  one<HTMLInputElement>(rootOf(host), 'checkbox', begins(`${label} (`));
const countOf = (box: HTMLInputElement): number => Number(/\((\d+)\)$/.exec(nameOf(box))![1]);

async function pick(host: LitElement, label: string): Promise<void> {
  choice(host, label).click();
  await complete(host);
}

describe('finder, filters', () => {
  it('say before the click how many groups the click will give', async () => {
    const host = await withFilters();
    const labels = all<HTMLInputElement>(rootOf(host), 'checkbox').map((box) =>
      nameOf(box).replace(/ \(\d+\)$/, ''),
    );
    expect(labels.length).to.be.greaterThan(10);
    for (const label of labels) {
      const count = countOf(choice(host, label));
      await pick(host, label);
      expect(all(rootOf(host), 'article').length, label).to.equal(count);
      await pick(host, label);
    }
  });

  it('say it for a second filter too', async () => {
    const host = await withFilters();
    await pick(host, ui('filter-attendance:online'));
    for (const label of [
      ui('filter-approach:secular'),
      ui('filter-audience:family'),
      ui('filter-goal:self-chosen'),
    ]) {
      const count = countOf(choice(host, label));
      await pick(host, label);
      expect(all(rootOf(host), 'article').length, label).to.equal(count);
      expect(byText(rootOf(host), ui('count', { n: count })).length).to.be.greaterThan(0);
      await pick(host, label);
    }
  });

  it('speak the count, once per settled change', async () => {
    const host = await withFilters();
    const heard = listen(host);
    await pick(host, ui('filter-attendance:online'));
    await pick(host, ui('filter-approach:secular'));
    const shown = all(rootOf(host), 'article').length;
    expect(await heard.next()).to.equal(ui('announce-results', { n: shown }));
    one(rootOf(host), 'button', ui('filters-clear')).click();
    await complete(host);
    expect(await heard.next()).to.equal(ui('announce-results', { n: all(rootOf(host), 'article').length }));
    expect(heard.sentences).to.have.length(2);
  });

  it('are all taken away by one button, which then goes', async () => {
    const host = await withFilters();
    const before = groupNames(rootOf(host));
    await pick(host, ui('filter-attendance:online'));
    await pick(host, ui('filter-also:women'));
    expect(byText(rootOf(host), ui('filters-chosen', { n: 2 }))).to.have.length(1);
    const clear = one(rootOf(host), 'button', ui('filters-clear'));
    clear.click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.deep.equal(before);
    expect(all(rootOf(host), 'button', ui('filters-clear'))).to.have.length(0);
    expect(all<HTMLInputElement>(rootOf(host), 'checkbox').some(({ checked }) => checked)).to.equal(false);
  });

  it('hold for a search as well', async () => {
    const host = await withFilters();
    await pick(host, ui('filter-approach:secular'));
    await type(host, 'meth');
    expect(groupNames(rootOf(host))).to.not.include('Crystal Meth Anonymous');
    expect(groupNames(rootOf(host))[0]).to.equal('SMART Recovery');
  });

  it('that no group passes say what to take away, and what that gives', async () => {
    const host = await finder('country="us" groups="na" attendance="phone" approach="buddhist"');
    const empty = rootOf(host).querySelector('[part=empty]')!;
    expect(textOf(empty)).to.include(ui('count-none'));
    // Without “by phone” nothing would be there either, so it is not offered.
    expect(all(empty, 'button', begins(ui('guided-relax', { choice: ui('filter-attendance:phone') })))).to.be
      .empty;
    one(empty, 'button', ui('guided-relax', { choice: ui('filter-approach:buddhist'), n: 1 })).click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.deep.equal(['Narcotics Anonymous']);
  });

  it('that no group passes are cleared by one button', async () => {
    const host = await finder('country="us" groups="na" approach="buddhist"');
    const heard = listen(host);
    one(rootOf(host), 'button', ui('filters-clear-all')).click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.deep.equal(['Narcotics Anonymous']);
    expect(await heard.next()).to.equal(ui('announce-results', { n: 1 }));
  });

  it('that would leave nothing say 0, and are no dead end', async () => {
    const host = await withFilters('country="us" groups="na smart"');
    expect(countOf(choice(host, ui('filter-also:women')))).to.equal(0);
    await pick(host, ui('filter-also:women'));
    one(
      rootOf(host).querySelector('[part=empty]')!,
      'button',
      ui('guided-relax', { choice: ui('filter-also:women'), n: 2 }),
    ).click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.have.length(2);
  });
});

describe('finder, filters and the focus: a button that goes away leaves it in a good place', () => {
  const focused = (host: Element): Element | null => rootOf(host).activeElement;

  it('after “clear filters”', async () => {
    const host = await withFilters();
    await pick(host, ui('filter-attendance:online'));
    const clear = one(rootOf(host), 'button', ui('filters-clear'));
    clear.focus();
    clear.click();
    await complete(host);
    expect(focused(host)).to.not.equal(null);
  });

  it('after a filter is taken away because nothing is left', async () => {
    const host = await finder('country="us" groups="na" approach="buddhist"');
    const [drop] = all(rootOf(host).querySelector('[part=empty]')!, 'button');
    drop!.focus();
    drop!.click();
    await complete(host);
    expect(focused(host)).to.not.equal(null);
  });

  it('after a question is answered', async () => {
    const host = await finder();
    await type(host, 'skunk');
    const [answer] = all(one(rootOf(host), 'group', ui('question-title', { word: 'skunk' })), 'button');
    answer!.focus();
    answer!.click();
    await complete(host);
    expect(focused(host)).to.not.equal(null);
  });
});

describe('finder, attributes', () => {
  it('groups: only these are shown, in this order', async () => {
    const host = await finder('country="us" groups="na aa"');
    expect(groupNames(rootOf(host))).to.deep.equal(['Narcotics Anonymous', 'Alcoholics Anonymous']);
  });

  it('groups: their order is kept across kinds of groups, too', async () => {
    const host = await finder('country="us" groups="smart na"');
    expect(groupNames(rootOf(host))).to.deep.equal(['SMART Recovery', 'Narcotics Anonymous']);
  });

  it('exclude: these are left out, in a search as well', async () => {
    const host = await finder('country="us" exclude="cma na"');
    expect(groupNames(rootOf(host))).to.not.include('Narcotics Anonymous');
    await type(host, 'meth');
    expect(groupNames(rootOf(host))[0]).to.equal('SMART Recovery');
  });

  it('substance: its groups lead without a search, and a warning comes first where it is needed', async () => {
    const host = await finder('country="us" substance="alcohol"');
    const fit = one(rootOf(host), 'region', ui('leading-title'));
    expect(groupNames(fit)[0]).to.equal('Alcoholics Anonymous');
    expect(byText(rootOf(host), /do not stop all at once/).length).to.be.greaterThan(0);
  });

  it('audience: family groups only, words for families, and the visitor can change it', async () => {
    const host = await withFilters('country="us" audience="family"');
    const names = groupNames(rootOf(host));
    expect(names).to.include('Nar-Anon Family Groups');
    expect(names).to.not.include('Narcotics Anonymous');
    expect(byText(rootOf(host), ui('finder-lead-family'))).to.have.length(1);
    expect(choice(host, ui('filter-audience:family')).checked).to.equal(true);
    await pick(host, ui('filter-audience:family'));
    expect(groupNames(rootOf(host))).to.include('Narcotics Anonymous');
  });

  it('attendance and approach: the filters that are chosen at the start', async () => {
    const host = await withFilters('country="us" attendance="phone online" approach="skills"');
    for (const label of [
      ui('filter-attendance:phone'),
      ui('filter-attendance:online'),
      ui('filter-approach:skills'),
    ])
      expect(choice(host, label).checked, label).to.equal(true);
    expect(groupNames(rootOf(host))).to.include('SMART Recovery');
    expect(groupNames(rootOf(host))).to.not.include('Narcotics Anonymous');
  });

  it('follow a change by the page, and keep what the visitor chose elsewhere', async () => {
    const host = await withFilters('country="us" audience="family"');
    await pick(host, ui('filter-attendance:online'));
    host.setAttribute('audience', 'self');
    await complete(host);
    expect(choice(host, ui('filter-audience:self')).checked).to.equal(true);
    expect(choice(host, ui('filter-audience:family')).checked).to.equal(false);
    expect(choice(host, ui('filter-attendance:online')).checked).to.equal(true);
  });

  it('contact: what the page owner says stands above the search', async () => {
    const host = await element(
      'support-group-finder',
      'country="us"',
      '<p slot="contact">Our clinic: 555 0100</p>',
    );
    const [contact] = host.querySelectorAll('[slot=contact]');
    expect(contact!.checkVisibility()).to.equal(true);
    const box = one(rootOf(host), 'searchbox').getBoundingClientRect();
    expect(contact!.getBoundingClientRect().bottom).to.be.at.most(box.top);
  });
});
