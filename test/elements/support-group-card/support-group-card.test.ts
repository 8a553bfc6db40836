import { expect } from '@open-wc/testing';
import groups from '../../../data/groups.json' with { type: 'json' };
import { all, byText, element, one, rootOf, textOf, toggle } from '../../support/elements.js';

describe('support-group-card', () => {
  for (const { id, status } of groups.groups) {
    it(`shows ${id}: a name, one line, facts, details, sources`, async () => {
      const host = await element('support-group-card', `group="${id}" country="gb" open`);
      const root = rootOf(host);
      const card = one(root, 'article');
      expect(all(card, 'heading')[0]!.localName).to.equal('h2');
      // A method has no meetings.
      const how = status === 'method' ? 'How it works' : 'What a meeting is like';
      for (const part of ['What it is', how, 'Who it suits', 'Prescribed medicine']) {
        expect(byText(card, part), part).to.have.length(1);
      }
      const text = textOf(root.querySelector('.base'));
      expect(text).to.not.match(/undefined|null|\[object|\{\w+\}/);
      expect(text).to.include('Sources:');
    });
  }

  it('says of a group that is no longer active that it is not, and points to living ones', async () => {
    const host = await element('support-group-card', 'group="sos"');
    const root = rootOf(host);
    expect(byText(root, 'No longer active, as far as we know')).to.have.length(1);
    expect(byText(root, 'See instead:')).to.have.length(1);
    for (const other of ['LifeRing Secular Recovery', 'SMART Recovery']) one(root, 'link', other);
    expect(all(root, 'link', /^Find a meeting/), 'no way to nowhere').to.have.length(0);
  });

  it('says of a group that nobody could check that it has to be checked, and points to others', async () => {
    const host = await element('support-group-card', 'group="dra"');
    expect(byText(rootOf(host), 'Check before you go')).to.have.length(1);
    expect(byText(rootOf(host), 'See instead:')).to.have.length(1);
    one(rootOf(host), 'link', 'Dual Diagnosis Anonymous');
  });

  it('opens and closes in place, and by the attribute', async () => {
    const host = await element<HTMLElementTagNameMap['support-group-card']>(
      'support-group-card',
      'group="na"',
    );
    const details = rootOf(host).querySelector<HTMLElement>('[part=details]')!;
    expect(details.checkVisibility()).to.equal(false);
    await toggle(one(rootOf(host), 'disclosure'));
    expect(details.checkVisibility()).to.equal(true);
    await toggle(one(rootOf(host), 'disclosure'));
    expect(details.checkVisibility()).to.equal(false);
    host.open = true;
    await host.updateComplete;
    expect(details.checkVisibility()).to.equal(true);
  });

  it('shows the list of meetings of the country first, and its phone only there', async () => {
    const us = await element('support-group-card', 'group="na" country="us" open');
    const gb = await element('support-group-card', 'group="na" country="gb" open');
    const first = (host: Element): string =>
      one<HTMLAnchorElement>(rootOf(host), 'link', /^Find a meeting of/).host;
    expect(first(gb)).to.not.equal(first(us));
    const phones = (host: Element): string[] =>
      all<HTMLAnchorElement>(rootOf(host).querySelector('[part=details]')!, 'link')
        .filter(({ protocol }) => protocol === 'tel:')
        .map(({ href }) => href);
    const facts = groups.groups.find(({ id }) => id === 'na')!;
    const numbers = (country: string): string[] =>
      facts.phones
        .filter((phone) => phone.country === country)
        .map(({ number }) => `tel:${number.replace(/[^\d+]/g, '')}`);
    expect(phones(gb)).to.deep.equal(numbers('GB'));
    expect(phones(us)).to.deep.equal(numbers('US'));
  });

  it('follows a change of the group', async () => {
    const host = await element('support-group-card', 'group="na"');
    host.setAttribute('group', 'smart');
    await host.updateComplete;
    one(rootOf(host), 'article', 'SMART Recovery');
  });
});
