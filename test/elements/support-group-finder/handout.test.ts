import { expect } from '@open-wc/testing';
import { render } from 'lit';
import crisisLines from '../../../data/text/es/crisis-lines.json' with { type: 'json' };
import spanishGroups from '../../../data/text/es/groups.json' with { type: 'json' };
import language from '../../../data/text/es/language.json' with { type: 'json' };
import safety from '../../../data/text/es/safety.json' with { type: 'json' };
import spanish from '../../../data/text/es/ui.json' with { type: 'json' };
import { countriesIn, directoriesIn } from '../../../src/content/crisis.js';
import { groupMapIn } from '../../../src/content/groups.js';
import { groupsIn } from '../../support/all-groups.js';
import { addWords, type Words } from '../../../src/content/words.js';
import type { Group } from '../../../src/domain/groups/types.js';
import { readableUrl } from '../../../src/domain/links/safe-url.js';
import type { View } from '../../../src/elements/shared/support-element.js';
import {
  calendarEvents,
  findOf,
  handoutText,
  helpLines,
  mailUrl,
  smsUrl,
} from '../../../src/elements/support-group-finder/handout/handout-text.js';
import {
  changed,
  EMPTY_HANDOUT,
  meetingsOf,
  withMeeting,
  type HandoutState,
} from '../../../src/elements/support-group-finder/handout/handout.js';
import {
  handoutView,
  type HandoutOptions,
} from '../../../src/elements/support-group-finder/handout/handout.view.js';
import { sheetView, type QrCode } from '../../../src/elements/support-group-finder/handout/sheet.view.js';
import { addMessages } from '../../../src/locales/messages.js';
import { translatorFor } from '../../../src/locales/translator.js';
import { phonesOf } from '../../../src/elements/shared/group-view.js';
import { rightsOf } from '../../../src/elements/shared/frame.js';
import { typedText } from '../../../src/elements/shared/typed-text.js';

addWords('es', { crisisLines, groups: spanishGroups, language, safety } as unknown as Partial<Words>);
addMessages('es', spanish);

const NOW = new Date('2026-10-02T12:00:00');

const view = (code: string | null = 'US', tongue = 'en'): View => ({
  t: translatorFor(tongue, tongue),
  language: tongue,
  level: 2,
  now: NOW,
  country: countriesIn(tongue).find((country) => country.code === code) ?? null,
  newWindow: false,
  frame: rightsOf(document),
  typed: typedText,
});
const groups = (...ids: string[]): Group[] => ids.map((id) => groupMapIn('en').get(id)!);
const COUNTRIES = [null, ...countriesIn('en').map(({ code }) => code)];

const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

function drawn(content: unknown): HTMLElement {
  const box = document.createElement('div');
  render(content, box);
  return box;
}
const NOTHING_ASKED = { withdrawal: [], tolerance: false, needs: [] } as const;
const sheet = (
  shown: readonly Group[],
  state: HandoutState = EMPTY_HANDOUT,
  code: string | null = 'US',
  second: View | null = null,
  qr: () => QrCode | null = () => null,
): HTMLElement => drawn(sheetView(view(code), second, shown, state, qr, NOTHING_ASKED));

const FILLED = withMeeting(
  withMeeting(EMPTY_HANDOUT, 'na', 0, { start: '2026-10-06T19:00', place: '12 High Street' }),
  'na',
  2,
  { place: 'The old library' },
);

describe('handout: what somebody writes on it', () => {
  it('has three rows for each group, and changes one at a time', () => {
    expect(meetingsOf(FILLED, 'na')).to.deep.equal([
      { start: '2026-10-06T19:00', place: '12 High Street' },
      { start: '', place: '' },
      { start: '', place: 'The old library' },
    ]);
    expect(meetingsOf(FILLED, 'smart')).to.deep.equal(meetingsOf(EMPTY_HANDOUT, 'smart'));
    expect(EMPTY_HANDOUT.meetings.size, 'what was before is as it was').to.equal(0);
  });

  it('no longer says “Copied” once something else is written', () => {
    const copied = changed(FILLED, { done: 'copied' });
    expect(copied.done).to.equal('copied');
    expect(changed(copied, { note: 'Ask for Dana.' }).done).to.equal(null);
    expect(withMeeting(copied, 'na', 0, { place: 'x' }).done).to.equal(null);
  });
});

describe('handout: the calendar', () => {
  it('has an entry for each meeting with a time, and none without', () => {
    expect(calendarEvents(view(), groups('na', 'smart'), FILLED)).to.deep.equal([
      {
        title: 'Narcotics Anonymous',
        start: '2026-10-06T19:00',
        minutes: 60,
        place: '12 High Street',
        url: findOf(view(), groups('na')[0]!)!.url,
      },
    ]);
  });

  it('says in neutral words that there is an appointment, and nothing else', () => {
    expect(calendarEvents(view(), groups('na'), changed(FILLED, { neutral: true }))).to.deep.equal([
      { title: 'Appointment', start: '2026-10-06T19:00', minutes: 60, place: '12 High Street' },
    ]);
  });
});

describe('handout: the message', () => {
  it('says whole addresses, meetings, numbers with hours and price, and the note', () => {
    const text = handoutText(view(), groups('na', 'smart'), changed(FILLED, { note: ' Ask for Dana. ' }));
    const lines = text.split('\n');
    for (const group of groups('na', 'smart')) {
      expect(lines).to.include(group.name);
      expect(lines).to.include(findOf(view(), group)!.url);
    }
    expect(text).to.match(/^Tuesday, October 6, 2026, 7:00\sPM · 12 High Street$/m);
    expect(lines).to.include('The old library');
    expect(text).to.match(/: 988 \(Day and night, every day · Free/);
    expect(text).to.match(/call 911 first/);
    expect(lines.at(-1)).to.equal('Ask for Dana.');
    expect(text).to.not.match(/undefined|null|\{\w+\}|\n\n\n/);
  });

  it('points to lists of help lines where the country is not known', () => {
    const text = handoutText(view(null), groups('na'), EMPTY_HANDOUT);
    for (const { url } of directoriesIn('en')) expect(text).to.include(url!);
    expect(text).to.include('your local emergency number');
  });

  it('never says “open now” or “closed now”: it is read at another time', () => {
    for (const code of COUNTRIES)
      expect(handoutText(view(code), groups('na'), EMPTY_HANDOUT)).to.not.match(/(?:open|closed) now/i);
  });

  const TELLING =
    /drug|alcohol|support group|recovery|meeting|sober|addict|droga|alcohol|grupo de apoyo|recuperaci|reuni[oó]n/i;

  for (const tongue of ['en', 'es']) {
    it(`gives nothing away in neutral words, but for web addresses (${tongue})`, () => {
      const state = changed(EMPTY_HANDOUT, { neutral: true });
      for (const code of COUNTRIES) {
        for (const group of groupsIn(tongue)) {
          const text = handoutText(view(code, tongue), [group], state);
          const own = text.replace(/https?:\S+/g, '');
          const where = `${group.id} in ${code}: ${own}`;
          expect(own, where).to.not.include(group.name);
          expect(own, where).to.not.match(TELLING);
          if (group.abbreviation) expect(own.split(/[^\p{L}\d]+/u), where).to.not.include(group.abbreviation);
          for (const { number } of phonesOf(view(code, tongue), group)) expect(own).to.include(number);
        }
      }
    });
  }

  it('survives every character on its way into a text message and an email', () => {
    const note = 'A & B = 100 % #1? “¿Qué?”\nhttps://a.example/?x=1+2 😀';
    const text = handoutText(view(), groups('na'), changed(EMPTY_HANDOUT, { note: `${note}\ud83d` }));
    expect(text.endsWith(note), 'half a character is left out').to.equal(true);
    const sms = smsUrl(text);
    expect(sms.startsWith('sms:?&body=')).to.equal(true);
    expect(decodeURIComponent(sms.slice('sms:?&body='.length))).to.equal(text);
    const mail = mailUrl('Groups & more', text);
    const [, subject, body] = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(mail)!;
    expect(decodeURIComponent(subject!)).to.equal('Groups & more');
    expect(body)
      .to.include('%0D%0A')
      .and.to.not.match(/(?<!%0D)%0A/);
    expect(decodeURIComponent(body!)).to.equal(text.replaceAll('\n', '\r\n'));
  });
});

describe('handout: the sheet', () => {
  it('spells out every address and number, for each group in each country', () => {
    for (const code of COUNTRIES) {
      const all = groupsIn('en');
      const text = textOf(sheet(all, EMPTY_HANDOUT, code));
      for (const group of all) {
        const find = findOf(view(code), group);
        if (find) expect(text, group.id).to.include(readableUrl(find.url));
        for (const said of [group.name, group.summary, group.arrive]) expect(text).to.include(squeezed(said));
        for (const { number } of phonesOf(view(code), group)) expect(text).to.include(number);
      }
      for (const line of helpLines(view(code)))
        expect(text).to.include(line.phone!).and.to.include(line.name);
      const { country } = view(code);
      if (country) {
        expect(text).to.include(country.emergency[0]).and.to.include(`Numbers for ${country.name}.`);
        expect(helpLines(view(code))[0]?.kind, 'a crisis line comes first').to.equal('suicide-crisis');
      } else {
        expect(text).to.include('your local emergency number');
        for (const { url } of directoriesIn('en')) expect(text).to.include(readableUrl(url!));
      }
      expect(text).to.not.match(/undefined|null|\[object|\{\w+\}|(?:Open|Closed) now/);
    }
  });

  it('has lines to write on where nothing is typed, and what was typed where it was', () => {
    const lines = (state: HandoutState): string[] =>
      [...sheet(groups('na'), state).querySelectorAll('.ruled')].map(textOf);
    expect(lines(EMPTY_HANDOUT)).to.deep.equal(['', '', '', '', '']);
    expect(lines(changed(FILLED, { note: 'Ask for Dana.' }))).to.deep.equal([
      'Tuesday, October 6, 2026, 7:00 PM · 12 High Street',
      '',
      'The old library',
    ]);
    expect(textOf(sheet(groups('na'), changed(FILLED, { note: 'Ask for Dana.' })))).to.include(
      'Ask for Dana.',
    );
  });

  it('asks for no meetings of a method or of a group that is no longer active', () => {
    expect(sheet(groups('craft', 'sos')).querySelectorAll('.handout-find .ruled')).to.have.length(0);
    expect(textOf(sheet(groups('sos'))))
      .to.include('No longer active')
      .and.to.include('no list of its meetings');
  });

  it('stands in both languages, each marked, with numbers and addresses once', () => {
    const box = sheet(groups('na'), FILLED, 'US', view('US', 'es'));
    const told = (tongue: string): string =>
      [...box.querySelectorAll(`[lang=${tongue}]`)].map(textOf).join(' ');
    const na = { en: groupMapIn('en').get('na')!, es: groupMapIn('es').get('na')! };
    for (const [tongue, group] of Object.entries(na)) {
      for (const said of [group.name, group.summary, group.arrive])
        expect(told(tongue), tongue).to.include(squeezed(said));
    }
    expect(told('es')).to.include(spanish['translation-draft']).and.to.not.include(na.en.summary);
    expect(told('en')).to.include('November 23, 2026').and.to.not.include(spanish.disclaimer);
    expect(
      [...box.querySelectorAll('[lang=es]')].every((node) => node.getAttribute('dir') === 'ltr'),
    ).to.equal(true);
    const once = (text: string): void => {
      expect(textOf(box).split(text), text).to.have.length(2);
    };
    once(readableUrl(findOf(view(), na.en)!.url));
    once('1-800-662-4357');
    once('12 High Street');
  });

  it('draws a code with a name beside an address, and does without', () => {
    const box = sheet(groups('na'), EMPTY_HANDOUT, 'US', null, () => ({ size: 29, path: 'M4 4h7v1h-7z' }));
    const code = box.querySelector('svg[role=img]')!;
    expect(code.getAttribute('viewBox')).to.equal('0 0 29 29');
    expect(code.querySelector('path')!.getAttribute('d')).to.equal('M4 4h7v1h-7z');
    expect(code.getAttribute('aria-label')).to.include('na.org');
    expect(sheet(groups('na')).querySelector('svg')).to.equal(null);
  });

  it('has room for what the clinic puts on it', () => {
    const slots = [...sheet(groups('na')).querySelectorAll('slot')].map(({ name }) => name);
    expect(slots).to.deep.equal(['handout-header', 'contact']);
  });
});

describe('handout: the form', () => {
  const nothing = (): void => undefined;
  const form = (state: HandoutState, options: Partial<HandoutOptions> = {}): HTMLElement =>
    drawn(
      handoutView(view(), {
        groups: groups('na', 'craft'),
        state,
        second: null,
        languages: [{ code: 'es', name: 'Español' }],
        onChange: nothing,
        onPrint: nothing,
        onCopy: nothing,
        calendar: true,
        onCalendar: nothing,
        onSend: nothing,
        onClose: nothing,
        ...options,
      }),
    );
  const button = (box: HTMLElement, name: string): HTMLElement | undefined =>
    [...box.querySelectorAll<HTMLElement>('button, a.button')].find((one) => textOf(one) === name);

  it('gives each change as a new state', () => {
    let state = EMPTY_HANDOUT;
    const box = form(state, { onChange: (next) => (state = next) });
    const set = (control: HTMLInputElement, value: string): void => {
      control.value = value;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
    };
    expect(box.querySelectorAll('fieldset'), 'a method has no meetings').to.have.length(1);
    set(box.querySelectorAll<HTMLInputElement>('input[type=datetime-local]')[1]!, '2026-10-06T19:00');
    expect(meetingsOf(state, 'na')[1]!.start).to.equal('2026-10-06T19:00');
    set(box.querySelectorAll<HTMLInputElement>('input[type=text]')[0]!, '12 High Street');
    expect(meetingsOf(state, 'na')[0]!.place).to.equal('12 High Street');
    set(box.querySelector<HTMLInputElement>('textarea')!, 'Ask for Dana.');
    expect(state.note).to.equal('Ask for Dana.');
    set(box.querySelector<HTMLInputElement>('select')!, 'es');
    expect(state.second).to.equal('es');
    const neutral = box.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    neutral.checked = true;
    neutral.dispatchEvent(new Event('change'));
    expect(state.neutral).to.equal(true);
  });

  it('offers a calendar file once there is a time, and says so before', () => {
    expect(button(form(EMPTY_HANDOUT), 'Calendar file')).to.equal(undefined);
    expect(textOf(form(EMPTY_HANDOUT))).to.include('For a calendar file, add a day and time');
    expect(button(form(FILLED), 'Calendar file')).to.not.equal(undefined);
    const without = form(EMPTY_HANDOUT, { calendar: false });
    expect(textOf(without), 'where the file for it is missing').to.not.match(/calendar file/i);
  });

  it('copies, texts and mails the same words', () => {
    let copied = '';
    const state = changed(FILLED, { neutral: true });
    const box = form(state, { onCopy: (text) => (copied = text) });
    button(box, 'Copy as text')!.click();
    expect(copied).to.equal(handoutText(view(), groups('na', 'craft'), state));
    expect(button(box, 'Text to myself')!.getAttribute('href')).to.equal(smsUrl(copied));
    expect(button(box, 'Email to myself')!.getAttribute('href')).to.equal(mailUrl('Appointment', copied));
  });

  it('tells that a message is opened, not what is in it', () => {
    const told: unknown[] = [];
    const box = form(FILLED, { onSend: (...what) => told.push(...what) });
    for (const name of ['Text to myself', 'Email to myself']) {
      const link = button(box, name)!;
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
    }
    expect(told).to.deep.equal(['text', 'mail']);
  });

  it('says what became of the copy, and shows the text where the browser refused', () => {
    expect(textOf(form(changed(FILLED, { done: 'copied' })))).to.include('Copied');
    expect(form(FILLED).querySelector('textarea[readonly]')).to.equal(null);
    const box = form(changed(FILLED, { done: 'failed' }));
    document.body.append(box);
    const text = box.querySelector<HTMLTextAreaElement>('textarea[readonly]')!;
    text.focus();
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).to.equal(
      handoutText(view(), groups('na', 'craft'), FILLED),
    );
    box.remove();
  });

  it('keeps what is typed away from the helpers of the browser', () => {
    for (const control of form(EMPTY_HANDOUT).querySelectorAll('input[type=text], textarea')) {
      expect(control.getAttribute('autocomplete')).to.equal('off');
      expect(control.getAttribute('spellcheck')).to.equal('false');
      expect(control.getAttribute('writingsuggestions')).to.equal('false');
    }
  });
});
