import { expect } from '@open-wc/testing';
import { regionOf, resolveCountry } from '../../../src/domain/country/resolve-country.js';

const countries = [
  { code: 'US', timeZones: ['America/New_York', 'America/Chicago'] },
  { code: 'GB', timeZones: ['Europe/London'] },
  { code: 'AU', timeZones: ['Australia/', 'Antarctica/Macquarie'] },
];

describe('the country whose numbers are shown', () => {
  for (const [name, attribute, language, timeZone, code] of [
    ['what the page owner wrote', 'us', 'en-GB', 'Europe/London', 'US'],
    ['what the page owner wrote, with white space', ' gb ', 'en', null, 'GB'],
    ['the language, where the time zone agrees', null, 'en-GB', 'Europe/London', 'GB'],
    ['asked, where a system writes en-US on a page read in London', null, 'en-US', 'Europe/London', null],
    ['asked, where the language has no region', null, 'en', 'Europe/London', null],
    ['asked, where the time zone is not known', null, 'en-GB', null, null],
    ['asked, where we have no numbers', null, 'fr-FR', 'Europe/Paris', null],
    ['asked, where the page owner wrote an unknown country', 'zz', 'fr', null, null],
    ['the language, in any zone that begins as the data says', null, 'en-AU', 'Australia/Perth', 'AU'],
    ['asked, where the zone only looks alike', null, 'en-AU', 'Australiana', null],
    ['the language, where the attribute is empty', '', 'en-US', 'America/Chicago', 'US'],
  ] as const) {
    it(`is ${name}`, () =>
      expect(resolveCountry({ attribute, language, timeZone }, countries)).to.equal(code));
  }

  it('has no region in a broken language tag', () => expect(regionOf('not a tag')).to.equal(null));
});
