import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, byText, element, one, rootOf, textOf, toggle } from '../../support/elements.js';

const steps = (host: Element): HTMLElement[] => all(rootOf(host), 'disclosure', /^Step \d+/);
const open = (host: Element): string[] =>
  steps(host)
    .filter((summary) => (summary.parentElement as HTMLDetailsElement).open)
    .map((summary) => /^Step \d+/.exec(textOf(summary))![0]);

describe('twelve-steps', () => {
  it('shows six themes at first, which hold all twelve steps', async () => {
    const host = await element('twelve-steps');
    const covered = byText(rootOf(host), /^Steps? [\d, and]+$/).map(textOf);
    expect(covered).to.have.length(6);
    const numbers = new Set(covered.flatMap((text) => text.match(/\d+/g)!.map(Number)));
    expect([...numbers].sort((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(steps(host)).to.have.length(0);
  });

  it('shows twelve steps, all closed, with view="steps"', async () => {
    const host = await element('twelve-steps', 'view="steps"');
    expect(steps(host)).to.have.length(12);
    expect(open(host)).to.deep.equal([]);
  });

  it('lets the visitor switch, and says which view is shown', async () => {
    const host = await element('twelve-steps');
    const pressed = (name: string): string | null =>
      one(rootOf(host), 'button', name).getAttribute('aria-pressed');
    expect([pressed('The six themes'), pressed('The twelve steps')]).to.deep.equal(['true', 'false']);
    one(rootOf(host), 'button', 'The twelve steps').click();
    await host.updateComplete;
    expect([pressed('The six themes'), pressed('The twelve steps')]).to.deep.equal(['false', 'true']);
    expect(steps(host)).to.have.length(12);
  });

  it('opens the step that the page names, and shows the steps then', async () => {
    const host = await element('twelve-steps', 'step="4"');
    expect(open(host)).to.deep.equal(['Step 4']);
    for (const part of [
      'What it asks',
      'For example',
      'What a sponsor does here',
      'A question to think about',
      'If you are not religious',
      'The idea behind it',
    ]) {
      expect(byText(rootOf(host), part), part).to.have.length(1);
    }
    host.setAttribute('step', '12');
    await host.updateComplete;
    expect(open(host)).to.deep.equal(['Step 12']);
  });

  it('opens a step by keyboard', async () => {
    const host = await element('twelve-steps', 'view="steps"');
    const [first] = steps(host);
    first!.focus();
    const told = new Promise((resolve) =>
      first!.parentElement!.addEventListener('toggle', resolve, { once: true }),
    );
    await sendKeys({ press: 'Enter' });
    await told;
    expect(open(host)).to.deep.equal(['Step 1']);
  });

  it('keeps the steps that the visitor opened when the view is switched and back', async () => {
    const host = await element('twelve-steps', 'view="steps"');
    await toggle(steps(host)[4]!);
    one(rootOf(host), 'button', 'The six themes').click();
    await host.updateComplete;
    one(rootOf(host), 'button', 'The twelve steps').click();
    await host.updateComplete;
    expect(open(host)).to.deep.equal(['Step 5']);
  });

  it('links the official wording of every fellowship, the one that the page names first', async () => {
    const official = async (attributes: string): Promise<string[]> => {
      const host = await element('twelve-steps', attributes);
      const part = one(rootOf(host), 'heading', 'The official wording').parentElement!;
      return all<HTMLAnchorElement>(part, 'link').map(({ host: site }) => site.replace(/^www\./, ''));
    };
    const plain = await official('');
    expect(plain.length).to.be.greaterThan(3);
    const named = await official('fellowship="cma"');
    expect(named[0]).to.equal('crystalmeth.org');
    expect([...named].sort()).to.deep.equal([...plain].sort());
  });

  it('says what a sponsor is, and that these are our own words', async () => {
    const host = await element('twelve-steps');
    one(rootOf(host), 'heading', 'What is a sponsor?');
    expect(textOf(rootOf(host))).to.match(/own words/i);
  });

  it('keeps what is open when it is moved', async () => {
    const host = await element('twelve-steps', 'step="2"');
    await toggle(steps(host)[6]!);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(host);
    await host.updateComplete;
    expect(open(host)).to.deep.equal(['Step 2', 'Step 7']);
    elsewhere.remove();
  });
});
