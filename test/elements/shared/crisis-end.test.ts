import { expect } from '@open-wc/testing';
import { all, element, FULL, rootOf, TAGS, textOf, ui } from '../../support/elements.js';

const withoutCountry = (attributes: string): string => attributes.replace(/country="\w+"/, '');

describe('crisis help is never more than one step away', () => {
  for (const tag of TAGS) {
    it(`<${tag}> has the emergency number and a crisis line to tap, beside the name of the country`, async () => {
      const host = await element(tag, `${withoutCountry(FULL[tag])} country="us"`);
      const calls = all<HTMLAnchorElement>(rootOf(host), 'link').map(({ href }) => href);
      expect(calls).to.include('tel:911').and.include('tel:988');
      expect(textOf(rootOf(host))).to.include(ui('country-numbers', { country: 'the United States' }));
    });

    it(`<${tag}> shows no number of one country where the country is not known, and says what to do`, async () => {
      const host = await element(tag, withoutCountry(FULL[tag]));
      const text = textOf(rootOf(host).querySelector('.base')).toLowerCase();
      expect(text).to.include('your local emergency number');
      expect(all<HTMLAnchorElement>(rootOf(host), 'link').map(({ href }) => href)).to.not.include('tel:988');
    });
  }

  it('follows the country that the visitor chooses', async () => {
    const host = await element('recovery-guide', 'topic="sponsor" country="us"');
    const select = rootOf(host).querySelector('select')!;
    select.value = 'NZ';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await host.updateComplete;
    const calls = all<HTMLAnchorElement>(rootOf(host), 'link').map(({ href }) => href);
    expect(calls).to.include('tel:111').and.to.not.include('tel:911');
  });
});
