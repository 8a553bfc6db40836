import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, byText, element, one, rootOf, textOf } from '../../support/elements.js';

describe('four-points', () => {
  it('shows four points, numbered, each with tools', async () => {
    const host = await element('four-points');
    const points = all(rootOf(host), 'heading', /^Point \d/);
    expect(points.map((point) => /^Point \d/.exec(textOf(point))![0])).to.deep.equal([
      'Point 1',
      'Point 2',
      'Point 3',
      'Point 4',
    ]);
    for (const point of points) {
      expect(
        all(point.closest('li')!, 'disclosure', /^How it works: ./).length,
        textOf(point),
      ).to.be.greaterThan(0);
    }
  });

  it('shows how a tool works in place, by keyboard', async () => {
    const host = await element('four-points');
    const [tool] = all(rootOf(host), 'disclosure', /^How it works/);
    const steps = tool!.parentElement!.querySelector('ol')!;
    expect(steps.checkVisibility()).to.equal(false);
    tool!.focus();
    await sendKeys({ press: 'Enter' });
    expect(steps.checkVisibility()).to.equal(true);
    expect(all(steps.parentElement!, 'list')[0]!.childElementCount).to.be.greaterThan(1);
  });

  it('gives each tool a name of its own for screen readers', async () => {
    const host = await element('four-points');
    for (const point of all(rootOf(host), 'heading', /^Point \d/)) {
      const names = all(point.closest('li')!, 'disclosure').map(textOf);
      expect(new Set(names).size).to.equal(names.length);
    }
  });

  it('says that these are our own words and links the official site', async () => {
    const host = await element('four-points');
    expect(textOf(rootOf(host))).to.match(/own words/i);
    expect(
      all<HTMLAnchorElement>(rootOf(host), 'link').some(({ host: site }) =>
        site.endsWith('smartrecovery.org'),
      ),
    ).to.equal(true);
    one(rootOf(host), 'heading', 'Helpful thinking');
    one(rootOf(host), 'heading', 'Let your body help');
    expect(byText(rootOf(host), /undefined|\[object/)).to.have.length(0);
  });
});
