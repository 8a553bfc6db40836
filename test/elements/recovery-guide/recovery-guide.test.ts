import { expect } from '@open-wc/testing';
import guides from '../../../data/guides.json' with { type: 'json' };
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

  it('leaves the children of the page in sight where it has no topic, and its end', async () => {
    const host = await element('recovery-guide');
    for (const child of host.children) expect(child.checkVisibility()).to.equal(true);
    expect(textOf(rootOf(host))).to.include(ui('disclaimer'));
    expect(all(rootOf(host), 'heading')).to.have.length(0);
    host.setAttribute('topic', 'sponsor');
    await host.updateComplete;
    for (const child of host.children) expect(child.checkVisibility()).to.equal(false);
  });

  it('follows a change of the topic', async () => {
    const host = await element('recovery-guide', 'topic="sponsor"');
    one(rootOf(host), 'heading', 'What a sponsor is, and how to find one');
    host.setAttribute('topic', 'first-meeting');
    await host.updateComplete;
    one(rootOf(host), 'heading', 'Your first meeting');
  });
});
