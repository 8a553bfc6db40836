import { expect } from '@open-wc/testing';
import { addMessages, nearestLanguage } from '../../src/locales/messages.js';
import { fill, translatorFor } from '../../src/locales/translator.js';

describe('the translator', () => {
  const english = translatorFor('en', 'en-GB');

  it('fills in names', () => expect(english('call', { number: '988' })).to.equal('Call 988'));
  it('leaves an unknown name to be seen', () => expect(fill('{a} {b}', { a: 1 })).to.equal('1 {b}'));
  it('chooses the plural form', () => {
    expect(english('count', { n: 1 })).to.equal('1 group');
    expect(english('count', { n: 0 })).to.equal('0 groups');
    expect(english('count', { n: 12 })).to.equal('12 groups');
  });
  it('writes dates as the region of the page does', () => {
    expect(english.date('2026-10-01')).to.equal('1 October 2026');
    expect(translatorFor('en', 'en-US').date('2026-10-01')).to.equal('October 1, 2026');
  });
  it('writes times as the region of the page does', () => expect(english.time('17:30')).to.equal('17:30'));
  it('knows the weekdays from Monday', () => {
    expect(english.weekday(1)).to.equal('Monday');
    expect(english.weekday(7)).to.equal('Sunday');
  });
  it('survives a broken language tag', () =>
    expect(translatorFor('en', 'en_US!').date('2026-10-01')).to.contain('2026'));
  it('speaks English where a language does not exist', () => expect(nearestLanguage('xx-YY')).to.equal('en'));
  it('shows a missing string in English, and the others in the language', () => {
    addMessages('qq', { free: 'Gratis' });
    const other = translatorFor(nearestLanguage('qq-AA'), 'qq-AA');
    expect(other.language).to.equal('qq');
    expect(other('free')).to.equal('Gratis');
    expect(other('website')).to.equal('Website');
  });
  it('chooses the plural forms of a language with many', () => {
    addMessages('pl', { count: { one: '{n} grupa', few: '{n} grupy', other: '{n} grup' } });
    const polish = translatorFor('pl', 'pl');
    expect([1, 3, 5, 22].map((n) => polish('count', { n }))).to.deep.equal([
      '1 grupa',
      '3 grupy',
      '5 grup',
      '22 grupy',
    ]);
  });
});
