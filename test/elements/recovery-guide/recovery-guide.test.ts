import { expect } from '@open-wc/testing';
import glossary from '../../../data/text/en/glossary.json' with { type: 'json' };
import guides from '../../../data/guides.json' with { type: 'json' };
import { RecoveryGuide } from '../../../src/index.js';
import { all, element, one, rootOf, textOf, ui } from '../../support/elements.js';

describe('recovery-guide', () => {
  for (const { id } of guides.guides) {
    it(`shows the topic "${id}": a title, sections, sources with addresses`, async () => {
      const host = await element('recovery-guide', `topic="${id}"`);
      const root = rootOf(host);
      const headings = all(root, 'heading');
      expect(headings.length).to.be.greaterThan(3);
      expect(headings[0]!.localName).to.equal('h2');
      one(root, 'article', textOf(headings[0]));
      expect(textOf(root.querySelector('.base'))).to.not.match(/undefined|null|\[object|\{\w+\}/);
      expect(all(root.querySelector('[part=footer]')!, 'link').length).to.be.greaterThan(1);
    });
  }

  it('explains all words of the groups at the end of the guide to a first meeting, and only there', async () => {
    const host = await element('recovery-guide', 'topic="first-meeting"');
    const summary = one(rootOf(host), 'disclosure', ui('glossary-title'));
    const list = [...summary.parentElement!.querySelectorAll('dt')].map(textOf);
    expect(list).to.have.members(Object.values(glossary.terms).map(({ term }) => term));
    host.setAttribute('topic', 'medicine');
    await host.updateComplete;
    expect(all(rootOf(host), 'disclosure')).to.have.length(0);
  });

  it('leaves the children of the page in sight where it has no topic, and its end', async () => {
    const host = await element('recovery-guide');
    for (const child of host.children) expect(child.checkVisibility()).to.equal(true);
    expect(textOf(rootOf(host))).to.include(ui('disclaimer'));
    expect(all(rootOf(host), 'heading')).to.have.length(0);
    host.setAttribute('topic', 'sponsor');
    await host.updateComplete;
    for (const child of host.children) expect(child.checkVisibility()).to.equal(false);
  });

  it('says of facts older than a year that they may have changed', async () => {
    const clock = Object.getPrototypeOf(RecoveryGuide) as { now: () => Date };
    const { now } = clock;
    try {
      for (const [day, marked] of [
        ['2026-12-01', false],
        ['2028-12-01', true],
      ] as const) {
        clock.now = () => new Date(`${day}T12:00:00Z`);
        const host = await element('recovery-guide', 'topic="sponsor"');
        expect(textOf(rootOf(host)).includes(ui('may-have-changed')), day).to.equal(marked);
      }
    } finally {
      clock.now = now;
    }
  });

  it('follows a change of the topic', async () => {
    const host = await element('recovery-guide', 'topic="sponsor"');
    one(rootOf(host), 'heading', 'What a sponsor is, and how to find one');
    host.setAttribute('topic', 'first-meeting');
    await host.updateComplete;
    one(rootOf(host), 'heading', 'Your first meeting');
  });
});
