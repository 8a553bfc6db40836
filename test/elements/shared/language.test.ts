import { expect, fixture } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { registerLanguage, type LanguageWords } from '../../../src/index.js';
import {
  all,
  byText,
  complete,
  element,
  FALLBACK,
  FULL,
  one,
  rootOf,
  TAGS,
  textOf,
  until,
} from '../../support/elements.js';

const words = (some: unknown): LanguageWords => some as LanguageWords;

// A language written from right to left, and one with a made-up code: each with a few words only.
registerLanguage(
  'ar',
  words({
    ui: {
      'finder-title': 'ابحث عن مجموعة دعم',
      disclaimer: 'هذه الصفحة للمعلومات فقط.',
      count: { one: 'مجموعة واحدة', two: 'مجموعتان', other: '{n} مجموعات' },
    },
    groups: { groups: { na: { name: 'زمالة المدمنين المجهولين' } } },
  }),
);
registerLanguage('tlh', words({ ui: { 'finder-title': 'ghom yISam', 'lines-title': 'QaH DaH' } }));

const wrapperOf = (host: Element): HTMLElement => rootOf(host).querySelector<HTMLElement>('[part~=base]')!;

/** An element below other elements, as a page has it. */
async function inside(markup: string): Promise<LitElement> {
  const page = await fixture<HTMLElement>(markup);
  const host = [page, ...page.querySelectorAll<LitElement>('*')].find(
    (node) => 'updateComplete' in node,
  ) as LitElement;
  await complete(host);
  return host;
}

describe('language: whose words are spoken', () => {
  it('is English on a page in a language that nobody has', async () => {
    for (const lang of ['xx', 'x-klingon', 'en_US', 'not a language', 'e']) {
      const host = await element('four-points', `lang="${lang}"`);
      expect(wrapperOf(host).lang, lang).to.equal('en');
      expect(wrapperOf(host).dir).to.equal('ltr');
      expect(textOf(rootOf(host))).to.include('This page informs.');
    }
  });

  for (const tag of TAGS) {
    it(`says on <${tag}> which language its words are in, and in which direction they run`, async () => {
      const host = await element(tag, `lang="en-GB" ${FULL[tag]}`);
      expect(wrapperOf(host).getAttribute('lang')).to.equal('en');
      expect(wrapperOf(host).getAttribute('dir')).to.equal('ltr');
    });

    it(`shows <${tag}> from right to left in Arabic, with English for every word that is missing`, async () => {
      const host = await element(tag, `lang="ar-EG" ${FULL[tag]}`);
      expect(wrapperOf(host).getAttribute('lang')).to.equal('ar');
      expect(wrapperOf(host).getAttribute('dir')).to.equal('rtl');
      expect(getComputedStyle(wrapperOf(host)).direction).to.equal('rtl');
      const text = textOf(rootOf(host));
      expect(text).to.include('هذه الصفحة للمعلومات فقط.');
      expect(text, 'English for the rest').to.match(/[a-z]{4,} [a-z]{3,}/);
      expect(text, 'no key of a missing word').to.not.match(/undefined|\{\w+\}|\[object/);
    });
  }

  it('is that of the nearest ancestor', async () => {
    const host = await inside(
      `<div lang="ar"><p lang="tlh"><crisis-lines open-root>${FALLBACK}</crisis-lines></p></div>`,
    );
    expect(all(rootOf(host), 'heading')[0]!.textContent).to.equal('QaH DaH');
  });

  it('is that of an ancestor outside the root that the element is in', async () => {
    const page = await fixture<HTMLElement>('<div lang="tlh"><section></section></div>');
    const outer = page.firstElementChild!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<div><crisis-lines open-root></crisis-lines></div>';
    const host = outer.querySelector('crisis-lines')!;
    await host.updateComplete;
    expect(all(rootOf(host), 'heading')[0]!.textContent).to.equal('QaH DaH');
  });

  it('is that of the slot in which the element is shown', async () => {
    const page = await fixture<HTMLElement>('<section><crisis-lines open-root></crisis-lines></section>');
    page.attachShadow({ mode: 'open' }).innerHTML = '<div lang="tlh"><slot></slot></div>';
    const host = page.querySelector('crisis-lines')!;
    const parent = host.parentElement!;
    host.remove();
    parent.append(host);
    await host.updateComplete;
    expect(all(rootOf(host), 'heading')[0]!.textContent).to.equal('QaH DaH');
  });

  it('follows when the page changes its language', async () => {
    const page = await fixture<HTMLElement>('<div lang="en"><crisis-lines open-root></crisis-lines></div>');
    const host = page.querySelector('crisis-lines')!;
    await host.updateComplete;
    page.lang = 'tlh';
    await until(() => wrapperOf(host).lang === 'tlh', 'the language is followed');
    page.lang = 'en';
    await until(() => wrapperOf(host).lang === 'en', 'and back');
  });

  it('follows when the language changes on an element that holds the root that it is in', async () => {
    const page = await fixture<HTMLElement>('<div></div>');
    page.attachShadow({ mode: 'open' }).innerHTML =
      '<div lang="en"><crisis-lines open-root></crisis-lines></div>';
    const host = page.shadowRoot!.querySelector('crisis-lines')!;
    await host.updateComplete;
    page.shadowRoot!.querySelector('div')!.lang = 'tlh';
    await until(() => wrapperOf(host).lang === 'tlh', 'a change inside a shadow root is followed');
  });

  it('changes with the place: an element that moves into another language speaks it', async () => {
    const page = await fixture<HTMLElement>(
      '<div><p lang="en"><crisis-lines open-root></crisis-lines></p><p lang="tlh"></p></div>',
    );
    const host = page.querySelector('crisis-lines')!;
    await host.updateComplete;
    page.lastElementChild!.append(host);
    await host.updateComplete;
    expect(wrapperOf(host).lang).to.equal('tlh');
  });
});

describe('language: words of another language', () => {
  it('replace content as well, entry by entry and string by string', async () => {
    const host = await element('support-group-finder', 'lang="ar" groups="na smart"');
    const root = rootOf(host);
    expect(textOf(one(root, 'heading', 'ابحث عن مجموعة دعم'))).to.equal('ابحث عن مجموعة دعم');
    one(root, 'article', 'زمالة المدمنين المجهولين');
    one(root, 'article', 'SMART Recovery');
    expect(byText(root, 'مجموعتان'), 'the plural form for two').to.have.length(1);
  });

  it('changes every row of the finder when the page changes its language', async () => {
    const host = await element('support-group-finder', 'lang="en" groups="na smart"');
    one(rootOf(host), 'article', 'Narcotics Anonymous');
    host.lang = 'ar';
    await until(
      () => all(rootOf(host), 'article', 'زمالة المدمنين المجهولين').length === 1,
      'the row changes',
    );
  });

  it('keeps phone numbers in their own direction', async () => {
    const host = await element('support-group-card', 'lang="ar" group="na" country="gb" open');
    const numbers = [...rootOf(host).querySelectorAll<HTMLElement>('a[href^="tel:"]')];
    expect(numbers.length).to.be.greaterThan(0);
    for (const number of numbers) {
      const piece = number.querySelector('bdi');
      // An element of its own, or the isolating characters of Unicode inside a sentence.
      if (piece) expect(getComputedStyle(piece).direction, number.outerHTML).to.equal('ltr');
      else expect(textOf(number)).to.match(/\u2066[\d ]+\u2069/);
    }
  });
});
