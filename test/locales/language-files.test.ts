import { expect } from '@open-wc/testing';
import { offerLanguages, wordsFor } from '../../src/locales/language-files.js';
import { offerLanguageFiles, registerLanguage } from '../../src/elements/shared/register-language.js';
import { addMessages, messageIn } from '../../src/locales/messages.js';

/** Each test has a language of its own: what was asked for once is not asked for again. */
const language = (() => {
  let n = 0;
  return (): string => `q${String.fromCharCode(97 + n++)}x`;
})();

async function warnings(work: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (message: string) => void said.push(message);
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('words from a file beside the module', () => {
  it('are not asked for by a page in English, or in a language that is not offered', () => {
    let asked = 0;
    offerLanguages([language()], () => Promise.resolve(asked++));
    for (const tag of ['en', 'en-US', 'xx', '', 'not a tag']) expect(wordsFor(tag), tag).to.equal(null);
    expect(asked).to.equal(0);
  });

  it('are asked for once, however many elements and regions want them', async () => {
    const own = language();
    const asked: string[] = [];
    offerLanguages([own], (one) => Promise.resolve(asked.push(one)));
    await Promise.all([wordsFor(own), wordsFor(`${own}-MX`), wordsFor(own.toUpperCase())]);
    expect(asked).to.deep.equal([own]);
  });

  it('are not asked for where the page brought a language along that no file is offered for', () => {
    const own = language();
    addMessages(own, { sources: 'Fuentes' });
    expect(wordsFor(`${own}-ES`)).to.equal(null);
  });

  it('lie under single words that the page brought along, whichever comes first', async () => {
    for (const pageFirst of [true, false]) {
      const own = language();
      const page = (): void => registerLanguage(own, { ui: { sources: 'De la página' } });
      offerLanguageFiles([own], () =>
        Promise.resolve({ ui: { sources: 'Fuentes', related: 'Relacionado' } }),
      );
      if (pageFirst) page();
      await wordsFor(`${own}-ES`);
      if (!pageFirst) page();
      expect(messageIn(own, 'sources')).to.equal('De la página');
      expect(messageIn(own, 'related')).to.equal('Relacionado');
      expect(messageIn(own, 'free')).to.equal('Free');
    }
  });

  it('are asked for as the language is written', async () => {
    const asked: string[] = [];
    offerLanguages(['pt-BR'], (one) => Promise.resolve(asked.push(one)));
    await wordsFor('pt-br');
    expect(asked).to.deep.equal(['pt-BR']);
  });

  it('that cannot be had are named once on the console, with the remedy, and nothing is thrown', async () => {
    const own = language();
    offerLanguages([own], () => Promise.reject(new Error('blocked')));
    const said = await warnings(async () => {
      await wordsFor(own);
      await wordsFor(own);
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.include(`"${own}"`).and.include(`support-group-elements.words.${own}.js`);
  });
});
