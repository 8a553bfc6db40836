import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import words from '../../../data/text/en/glossary.json' with { type: 'json' };
import { element, rootOf, textOf, type Tag } from '../../support/elements.js';

const termsOf = (host: Element): HTMLElement[] => [...rootOf(host).querySelectorAll<HTMLElement>('.term')];
const meaningOf = (term: Element): HTMLElement => term.nextElementSibling as HTMLElement;

describe('words of the groups are explained where they stand', () => {
  for (const [tag, attributes] of [
    ['recovery-guide', 'topic="first-meeting"'],
    ['support-group-card', 'group="na" open'],
    ['support-group-comparison', 'groups="na smart"'],
    ['twelve-steps', 'view="steps" step="5"'],
  ] as const satisfies readonly (readonly [Tag, string])[]) {
    it(`<${tag}> has such words, each once in a piece, with its meaning closed at first`, async () => {
      const terms = termsOf(await element(tag, attributes));
      expect(terms.length).to.be.greaterThan(0);
      const meanings = Object.values(words.terms).map(({ text }) => ` (${text})`);
      for (const term of terms) {
        expect(term.getAttribute('aria-expanded'), textOf(term)).to.equal('false');
        expect(meaningOf(term).checkVisibility(), textOf(term)).to.equal(false);
        expect(meanings).to.include(meaningOf(term).textContent);
      }
      // A step and the introduction are pieces of their own.
      if (tag !== 'twelve-steps') {
        const explained = terms.map((term) => meaningOf(term).textContent);
        expect(new Set(explained).size).to.equal(explained.length);
      }
    });
  }

  it('open and close with the keyboard, and the meaning comes next in the reading order', async () => {
    const host = await element('recovery-guide', 'topic="first-meeting"');
    const [term] = termsOf(host);
    const paragraph = term!.parentElement!;
    const before = paragraph.innerText;
    term!.focus();
    await sendKeys({ press: 'Enter' });
    expect(term!.getAttribute('aria-expanded')).to.equal('true');
    expect(meaningOf(term!).checkVisibility()).to.equal(true);
    expect(paragraph.innerText).to.equal(
      before.replace(term!.innerText, `${term!.innerText}${meaningOf(term!).innerText}`),
    );
    expect(rootOf(host).activeElement).to.equal(term);
    await sendKeys({ press: 'Space' });
    expect(term!.getAttribute('aria-expanded')).to.equal('false');
    expect(paragraph.innerText).to.equal(before);
  });

  it('take no space of their own in the sentence while they are closed', async () => {
    const host = await element('recovery-guide', 'topic="first-meeting"');
    const [term] = termsOf(host);
    const { fontSize, fontWeight, lineHeight } = getComputedStyle(term!);
    const around = getComputedStyle(term!.parentElement!);
    expect([fontSize, fontWeight, lineHeight]).to.deep.equal([
      around.fontSize,
      around.fontWeight,
      around.lineHeight,
    ]);
  });

  it('does not explain a word in the guide that is about it', async () => {
    const host = await element('recovery-guide', 'topic="sponsor"');
    expect(termsOf(host).map((term) => textOf(term).toLowerCase())).to.not.include('sponsor');
  });
});
