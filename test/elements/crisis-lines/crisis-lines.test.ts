import { expect } from '@open-wc/testing';
import lines from '../../../data/crisis-lines.json' with { type: 'json' };
import words from '../../../data/text/en/crisis-lines.json' with { type: 'json' };
import { CrisisLines } from '../../../src/index.js';
import {
  all,
  byText,
  element,
  isBefore,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
} from '../../support/elements.js';

/** The class that holds the clock of all elements. */
const clock = Object.getPrototypeOf(CrisisLines) as { now: () => Date };
const { now } = clock;

const wordsOf = words.lines as Record<string, { name: string; cost?: string }>;

/** The entry of one service. */
const lineOf = (host: Element, name: string): HTMLElement => byText(rootOf(host), name)[0]!.closest('li')!;

describe('crisis-lines', () => {
  afterEach(() => {
    clock.now = now;
  });

  for (const { code, emergency, lines: services } of lines.countries) {
    it(`shows the emergency number of ${code} first, and every service with hours and price`, async () => {
      const host = await element('crisis-lines', `country="${code}"`);
      const root = rootOf(host);
      const call = one<HTMLAnchorElement>(root, 'link', `Call ${emergency[0]}`);
      expect(call.href).to.equal(`tel:${emergency[0]}`);
      for (const link of all(root, 'link')) expect(link === call || isBefore(call, link)).to.equal(true);
      for (const { id, phone, sms, cost } of services) {
        const { name, cost: price } = wordsOf[id]!;
        const entry = lineOf(host, name);
        if (phone !== null) {
          const number = `tel:${phone.replace(/[^\d+*#,]/g, '')}`;
          expect(
            all<HTMLAnchorElement>(entry, 'link').some(({ href }) => href === number),
            id,
          ).to.equal(true);
        }
        if (phone === null && sms === null) continue;
        expect(price !== undefined, `${id}: a price in words exactly where a call is paid`).to.equal(
          cost === 'paid',
        );
        expect(textOf(entry), `price of ${id}`).to.include(
          price ?? (cost === 'free' ? 'Free' : 'Price not known'),
        );
        expect(textOf(entry), `hours of ${id}`).to.match(/Day and night|not known|\d|open|closed|hours/i);
      }
      expect(textOf(root.querySelector('.base'))).to.not.match(/undefined|\[object|\{\w+\}/);
    });
  }

  it('names the language of every service', () => {
    const spoken = lines.countries.flatMap(({ lines: services }) =>
      services.flatMap(({ languages }) => languages),
    );
    expect(Object.keys(words.languages)).to.include.members(spoken);
  });

  it('says what a call costs, and in which language, beside the number', async () => {
    const host = await element('crisis-lines', 'country="de"');
    const hotline = textOf(lineOf(host, 'Sucht & Drogen Hotline'));
    expect(hotline).to.include('€0.20 per call').and.to.include('In German');
    expect(hotline).to.not.match(/Free|Price not known/);
  });

  it('knows that a service is open after midnight', async () => {
    for (const [moment, state] of [
      ['2026-11-24T00:59:00Z', 'Open now'],
      ['2026-11-24T01:00:00Z', 'Closed now'],
      ['2026-11-24T07:00:00Z', 'Open now'],
    ] as const) {
      clock.now = () => new Date(moment);
      const host = await element('crisis-lines', 'country="fr"');
      expect(textOf(lineOf(host, 'Drogues Info Service')), moment).to.include(state);
    }
  });

  it('says whether a service is open now, by the clock of its own country', async () => {
    const frank = 'Drinkline';
    for (const [moment, state] of [
      ['2026-11-24T08:59:00Z', 'Closed now'],
      ['2026-11-24T09:00:00Z', 'Open now'],
      ['2026-11-24T19:59:00Z', 'Open now'],
      ['2026-11-24T20:00:00Z', 'Closed now'],
      ['2026-07-21T08:30:00Z', 'Open now'],
      ['2026-11-28T16:30:00Z', 'Closed now'],
    ] as const) {
      clock.now = () => new Date(moment);
      const host = await element('crisis-lines', 'country="gb"');
      expect(textOf(lineOf(host, frank)), moment).to.include(state);
    }
  });

  it('says of an old number that it may have changed', async () => {
    clock.now = () => new Date('2026-12-01T12:00:00Z');
    const fresh = await element('crisis-lines', 'country="us"');
    clock.now = () => new Date('2028-12-01T12:00:00Z');
    const old = await element('crisis-lines', 'country="us"');
    const marks = (host: Element): number => byText(rootOf(host), 'May have changed').length;
    expect(marks(old)).to.be.greaterThan(marks(fresh));
    const us = lines.countries.find(({ code }) => code === 'US')!;
    expect(marks(old)).to.be.at.least(us.lines.length);
  });

  it('gives every link a name that tells it apart', async () => {
    const host = await element('crisis-lines', 'country="us"');
    const seen = new Map<string, string>();
    for (const link of all<HTMLAnchorElement>(rootOf(host), 'link')) {
      const before = seen.get(nameOf(link));
      expect(before ?? link.href, nameOf(link)).to.equal(link.href);
      seen.set(nameOf(link), link.href);
    }
  });

  it('says what to do in an overdose and before stopping, in place', async () => {
    const host = await element('crisis-lines', 'country="ie"');
    await toggle(one(rootOf(host), 'disclosure', 'What to do in an overdose'));
    expect(byText(rootOf(host), /^Call 112 now\./).length).to.be.greaterThan(0);
    await toggle(one(rootOf(host), 'disclosure', 'Before you stop'));
    expect(byText(rootOf(host), /Stopping suddenly can cause seizures/).length).to.be.greaterThan(0);
    expect(byText(rootOf(host), /Never stop a prescribed medicine/).length).to.be.greaterThan(0);
  });

  it('lists help for other countries, and the emergency number of several, where the country is not known', async () => {
    const host = await element('crisis-lines');
    expect(
      all<HTMLAnchorElement>(rootOf(host), 'link')
        .filter(({ protocol }) => protocol === 'tel:')
        .map(textOf),
    ).to.include.members([
      'Europe, India, and South Africa: 112',
      'Canada, Mexico, and United States: 911',
      'United Kingdom: 999',
    ]);
    expect(all<HTMLAnchorElement>(rootOf(host), 'link').length).to.be.greaterThan(1);
  });

  it('shows the number of the page owner', async () => {
    const host = await element('crisis-lines', 'country="gb"', '<p slot="contact">Our clinic: 555 0100</p>');
    expect(host.querySelector('[slot=contact]')!.checkVisibility()).to.equal(true);
  });
});
