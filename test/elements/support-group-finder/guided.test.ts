import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import words from '../../../data/text/en/needs.json' with { type: 'json' };
import { groupMapIn } from '../../../src/content/groups.js';
import {
  all,
  begins,
  byText,
  complete,
  element,
  groupNames,
  isBefore,
  listen,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
  type,
  ui,
  until,
} from '../../support/elements.js';

const guided = (attributes = ''): Promise<LitElement> =>
  element('support-group-finder', `country="us" start="guided" ${attributes}`);
const browse = (attributes = ''): Promise<LitElement> =>
  element('support-group-finder', `country="us" ${attributes}`);

const SELF = ui('guided-who-self');
const FAMILY = words.needs.family.label;
const NO_RELIGION = ui('guided-spiritual-not-religious');

const HEADINGS = {
  who: ui('guided-who'),
  about: ui('guided-about'),
  spiritual: ui('guided-spiritual'),
  also: ui('guided-also'),
  background: ui('guided-background'),
  attendance: ui('filter-attendance'),
  result: ui('leading-title'),
};

/** The heading that has the focus: where a screen reader and a keyboard are. */
const focused = (host: LitElement): string => textOf(rootOf(host).activeElement);

async function press(host: LitElement, role: 'button' | 'checkbox', name: string | RegExp): Promise<void> {
  one(rootOf(host), role, name).click();
  await complete(host);
}

/** Ticks or taps answers, and goes on. */
async function answer(host: LitElement, ...names: string[]): Promise<void> {
  const several = all(rootOf(host), 'button', ui('guided-next')).length > 0;
  for (const name of names) await press(host, several ? 'checkbox' : 'button', name);
  if (names.length === 0) await press(host, 'button', /^(Skip|I would rather not say)$/);
  else if (several) await press(host, 'button', ui('guided-next'));
}

const options = (host: LitElement): string[] =>
  all(rootOf(host).querySelector('.options')!, 'checkbox').map(nameOf);

const toResult = async (host: LitElement): Promise<void> => {
  await answer(host, SELF);
  await answer(host, 'Alcohol');
  for (const _ of ['spiritual', 'also', 'background', 'attendance']) await answer(host);
};

/** The chip that shows an answer. */
const chip = (host: LitElement, text: string): HTMLElement =>
  one(rootOf(host).querySelector('[part=answers]')!, 'button', new RegExp(`${text}$`));

describe('finder, guided choice', () => {
  it('asks one question after the other, and each gets the focus', async () => {
    const host = await guided();
    expect(document.activeElement, 'nothing takes the focus by itself').to.equal(document.body);
    expect(all(rootOf(host), 'heading').map(textOf)).to.include(HEADINGS.who);
    await answer(host, SELF);
    expect(focused(host)).to.equal(HEADINGS.about);
    expect(all(rootOf(host), 'heading').map(textOf)).not.to.include(HEADINGS.who);
    await answer(host, 'Alcohol', 'Cocaine and crack');
    expect(focused(host)).to.equal(HEADINGS.spiritual);
    await answer(host, ui('guided-spiritual-either'));
    expect(focused(host)).to.equal(HEADINGS.also);
    await answer(host);
    expect(focused(host)).to.equal(HEADINGS.background);
    await answer(host);
    expect(focused(host)).to.equal(HEADINGS.attendance);
    await answer(host, 'Online');
    expect(focused(host)).to.equal(HEADINGS.result);
    expect(groupNames(rootOf(host))).to.have.length(3);
  });

  it('can be walked with the keyboard alone', async () => {
    const host = await guided();
    one(rootOf(host), 'button', SELF).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(host) === HEADINGS.about, 'the second question');
    await sendKeys({ press: 'Tab' });
    expect(nameOf(rootOf(host).activeElement!)).to.equal('Alcohol');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });
    await until(() => focused(host) === HEADINGS.spiritual, 'Enter in a box goes on');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(textOf(rootOf(host).activeElement)).to.equal(NO_RELIGION);
    await sendKeys({ press: 'Space' });
    await until(() => focused(host) === HEADINGS.also, 'the fourth question');
  });

  it('says in one sentence what came of it', async () => {
    const host = await guided();
    const heard = listen(host);
    await toResult(host);
    expect(await heard.next()).to.match(begins(ui('announce-leading', { n: '{n}', names: '{names}' })));
    expect(heard.sentences).to.have.length(1);
  });

  it('goes back with the answers kept', async () => {
    const host = await guided();
    await answer(host, SELF);
    await answer(host, 'Alcohol', 'Heroin');
    await press(host, 'button', ui('guided-back'));
    expect(focused(host)).to.equal(HEADINGS.about);
    const ticked = all<HTMLInputElement>(rootOf(host), 'checkbox').filter(({ checked }) => checked);
    expect(ticked.map(nameOf)).to.deep.equal(['Alcohol', 'Heroin']);
    await press(host, 'button', ui('guided-back'));
    expect(one(rootOf(host), 'button', SELF).getAttribute('aria-pressed')).to.equal('true');
  });

  it('leaves from the first question to all groups', async () => {
    const host = await guided();
    await press(host, 'button', ui('guided-back'));
    expect(one(rootOf(host), 'searchbox')).to.exist;
    expect(groupNames(rootOf(host)).length).to.be.greaterThan(20);
  });

  it('is one button away from all groups, and back', async () => {
    const host = await browse('groups="na smart al-anon"');
    await press(host, 'button', ui('guided-start'));
    expect(focused(host)).to.equal(HEADINGS.who);
    await press(host, 'button', ui('filters-clear-all'));
    expect(groupNames(rootOf(host))).to.have.length(3);
  });

  it('lets each answer be changed on its own, and comes back to the result', async () => {
    const host = await guided();
    await toResult(host);
    expect(groupNames(rootOf(host))[0]).to.equal('Alcoholics Anonymous');
    chip(host, 'Alcohol').click();
    await complete(host);
    expect(focused(host)).to.equal(HEADINGS.about);
    await press(host, 'checkbox', 'Alcohol');
    await press(host, 'checkbox', 'Gambling');
    await press(host, 'button', ui('guided-next'));
    expect(focused(host)).to.equal(HEADINGS.result);
    expect(groupNames(rootOf(host))[0]).to.equal('Gamblers Anonymous');
    chip(host, SELF).click();
    await complete(host);
    await press(host, 'button', ui('guided-back'));
    expect(focused(host), 'Back from a single answer').to.equal(HEADINGS.result);
  });

  it('forgets everything when it starts over', async () => {
    const host = await guided();
    await toResult(host);
    await press(host, 'button', ui('guided-over'));
    expect(focused(host)).to.equal(HEADINGS.who);
    expect(all(rootOf(host), 'button').filter((it) => it.getAttribute('aria-pressed') === 'true')).to.be
      .empty;
    await answer(host, SELF);
    expect(all<HTMLInputElement>(rootOf(host), 'checkbox').filter(({ checked }) => checked)).to.be.empty;
  });

  it('leaves no trace on the page: no address, title, storage, attribute or event', async () => {
    const events: string[] = [];
    const host = await guided();
    const before = [location.href, document.title, history.length, document.cookie, host.outerHTML];
    for (const name of ['sg-group-open', 'sg-handout', 'change', 'input', 'submit'])
      host.addEventListener(name, () => events.push(name));
    await toResult(host);
    expect([location.href, document.title, history.length, document.cookie, host.outerHTML]).to.deep.equal(
      before,
    );
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(events).to.be.empty;
  });

  it('warns about stopping before any group', async () => {
    const host = await guided();
    await toResult(host);
    const note = rootOf(host).querySelector('[part=note]')!;
    expect(textOf(note)).to.include('seizures');
    expect(isBefore(note, rootOf(host).querySelector('article')!)).to.equal(true);
  });

  it('keeps crisis help in sight at each question', async () => {
    const host = await guided();
    expect(one(rootOf(host), 'link', /Call 911/)).to.exist;
    await answer(host, SELF);
    expect(one(rootOf(host), 'link', /Call 911/)).to.exist;
  });

  it('asks relatives other things, and shows help for an unsafe home before all groups', async () => {
    const host = await guided();
    await answer(host, FAMILY);
    await answer(host, 'Alcohol');
    await answer(host);
    expect(focused(host)).to.equal(HEADINGS.also);
    expect(options(host)).to.deep.equal(['Not safe at home']);
    await answer(host, 'Not safe at home');
    while (focused(host) !== HEADINGS.result) await answer(host);
    const help = all(rootOf(host), 'heading', ui('lines-unsafe-home'))[0]!;
    expect(isBefore(help, rootOf(host).querySelector('article')!)).to.equal(true);
  });

  it('shows relatives both aims side by side', async () => {
    for (const host of [await guided('audience="family"'), await browse('audience="family"')]) {
      if (focused(host) !== HEADINGS.result && rootOf(host).querySelector('[part=question]')) {
        expect(all(rootOf(host), 'heading').map(textOf), 'for whom is answered').to.include(HEADINGS.about);
        while (rootOf(host).querySelector('[part=question]')) await answer(host);
      }
      const [own, theirs] = rootOf(host).querySelectorAll('.aims > section');
      expect(textOf(own!.querySelector('h3'))).to.equal(ui('aim-own-wellbeing'));
      expect(textOf(theirs!.querySelector('h3'))).to.equal(ui('aim-help-into-care'));
      expect(groupNames(own!)[0]).to.equal('Nar-Anon Family Groups');
      expect(groupNames(theirs!)[0]).to.equal('SMART Recovery Family & Friends');
    }
  });

  it('begins after what the page says about itself', async () => {
    const host = await guided('substance="heroin"');
    await answer(host, SELF);
    await until(() => focused(host) === HEADINGS.spiritual, 'the question about drugs is answered');
  });

  it('says which answer to take back where few groups fit, and what that adds', async () => {
    const host = await guided();
    await answer(host, SELF);
    await answer(host, 'Smoking, vaping, nicotine');
    await answer(host, NO_RELIGION);
    while (focused(host) !== HEADINGS.result) await answer(host);
    const narrow = rootOf(host).querySelector('[part=empty]')!;
    expect(one(narrow, 'link', /988/), 'the crisis line').to.exist;
    const chips = all(narrow, 'button', begins(ui('guided-relax', { choice: NO_RELIGION, n: '{n}' })));
    chips[0]!.click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.include('Nicotine Anonymous');
  });

  it('keeps every group within reach', async () => {
    const host = await guided();
    await toResult(host);
    for (const summary of all(rootOf(host), 'disclosure', /\(\d+ groups?\)$/)) await toggle(summary);
    await complete(host);
    expect(new Set(groupNames(rootOf(host))).size).to.equal(groupMapIn('en').size);
  });

  it('shows what there is, and somebody to talk to, where no group of the page fits', async () => {
    const host = await guided('groups="al-anon" no-crisis-strip');
    await answer(host, SELF);
    while (rootOf(host).querySelector('[part=question]')) await answer(host);
    expect(groupNames(rootOf(host)), 'without opening anything').to.deep.equal([
      groupMapIn('en').get('al-anon')!.name,
    ]);
    expect(one(rootOf(host).querySelector('.leading') ?? rootOf(host), 'link', /988/)).to.exist;
  });

  it('does not speak of helping somebody change where a home is not safe', async () => {
    const host = await guided('audience="family"');
    await answer(host, 'Alcohol');
    await answer(host);
    await answer(host, 'Not safe at home');
    while (rootOf(host).querySelector('[part=question]')) await answer(host);
    expect(all(rootOf(host), 'heading', ui('aim-help-into-care'))).to.be.empty;
    const help = one(rootOf(host), 'heading', ui('lines-unsafe-home'));
    expect(isBefore(help, rootOf(host).querySelector('[part=note]')!), 'first of all').to.equal(true);
  });

  it('warns nobody about stopping who mourns or grew up with it, and everybody who takes several drugs', async () => {
    for (const [who, about, warned] of [
      [words.needs.bereaved.label, 'Alcohol', false],
      [words.needs['grew-up-with'].label, 'Alcohol', false],
      [SELF, 'Any drug, or several drugs', true],
      [FAMILY, 'Alcohol', true],
    ] as const) {
      const host = await guided();
      await answer(host, who);
      await answer(host, about);
      while (rootOf(host).querySelector('[part=question]')) await answer(host);
      expect(rootOf(host).querySelector('[part=note]') !== null, who).to.equal(warned);
    }
  });

  it('keeps the emergency panel that typed words brought up', async () => {
    const host = await browse('no-crisis-strip');
    await type(host, 'overdose');
    expect(rootOf(host).querySelector('[data-crisis=emergency]')).to.exist;
    await press(host, 'button', ui('guided-start'));
    expect(rootOf(host).querySelector('[data-crisis=emergency]')).to.exist;
    await toResult(host);
    expect(rootOf(host).querySelector('[data-crisis=emergency]')).to.exist;
  });

  it('keeps ticks where they were set when the country changes', async () => {
    const host = await guided();
    await answer(host, SELF);
    await answer(host, 'Smoking, vaping, nicotine');
    await answer(host, words.needs.buddhist.label);
    while (focused(host) !== HEADINGS.background) await answer(host);
    const ticked = (): string[] =>
      all<HTMLInputElement>(rootOf(host), 'checkbox')
        .filter(({ checked }) => checked)
        .map(nameOf);
    await press(host, 'checkbox', ui('guided-background-young'));
    host.setAttribute('country', 'gb');
    await complete(host);
    expect(ticked()).to.deep.equal([ui('guided-background-young')]);
  });

  it('keeps what is ticked when somebody goes back before going on', async () => {
    const host = await guided();
    await answer(host, SELF);
    await press(host, 'checkbox', 'Heroin');
    await press(host, 'button', ui('guided-back'));
    await press(host, 'button', SELF);
    await press(host, 'button', ui('guided-back'));
    expect(one<HTMLInputElement>(rootOf(host), 'checkbox', 'Heroin').checked).to.equal(true);
  });

  it('asks somebody else other things: nothing is left of what does not concern them', async () => {
    const host = await guided();
    await answer(host, SELF);
    await answer(host, 'Alcohol');
    await answer(host);
    await answer(host, words.needs.setback.label);
    while (rootOf(host).querySelector('[part=question]')) await answer(host);
    chip(host, SELF).click();
    await complete(host);
    await press(host, 'button', FAMILY);
    expect(focused(host), 'what concerns relatives is asked').to.equal(HEADINGS.also);
    expect(options(host)).to.deep.equal([words.needs['unsafe-home'].label]);
    await answer(host, words.needs['unsafe-home'].label);
    while (rootOf(host).querySelector('[part=question]')) await answer(host);
    expect(textOf(rootOf(host).querySelector('[part=answers]'))).not.to.include(words.needs.setback.label);
    expect(byText(rootOf(host), ui('finder-lead-family'))).to.have.length(1);
  });

  it('names what to look for in lists of meetings, where no group is made for it', async () => {
    const host = await guided();
    host.setAttribute('country', 'gb');
    await answer(host, SELF);
    await answer(host, 'Heroin');
    await answer(host);
    await answer(host);
    await answer(host, words.needs.muslim.label);
    while (rootOf(host).querySelector('[part=question]')) await answer(host);
    expect(byText(rootOf(host), ui('guided-look', { labels: words.needs.muslim.label }))).to.have.length(1);
  });

  it('follows attributes as they are written, and at run time', async () => {
    const host = await guided('audience=" Family " substance="“heroin”" attendance="online"');
    expect(all(rootOf(host), 'heading').map(textOf)).to.include(HEADINGS.spiritual);
    host.setAttribute('start', 'browse');
    await complete(host);
    expect(one(rootOf(host), 'searchbox')).to.exist;
  });
});

describe('finder, online today', () => {
  it('leads in two taps to lists of groups that meet online every day', async () => {
    const host = await browse();
    await press(host, 'button', ui('tonight'));
    expect(focused(host)).to.equal(ui('tonight'));
    const links = all<HTMLAnchorElement>(rootOf(host), 'link', /^Find a meeting of/);
    expect(links.map(({ href }) => href)).to.include('https://virtual-na.org/');
    for (const article of all(rootOf(host), 'article'))
      expect(textOf(article)).to.include(ui('reason-meets-online-daily'));
    await press(host, 'button', ui('guided-back'));
    expect(one(rootOf(host), 'searchbox')).to.exist;
  });
});

describe('finder, picks', () => {
  const pick = (host: LitElement, name: string): Promise<void> =>
    press(host, 'button', ui('pick-label', { name }));

  it('compares what was picked, in that order', async () => {
    const host = await browse('groups="na smart lifering"');
    const heard = listen(host);
    await pick(host, 'SMART Recovery');
    expect(await heard.next()).to.equal(ui('announce-picks', { n: 1 }));
    expect(all(rootOf(host), 'button', ui('picks-compare')), 'one is nothing to compare').to.be.empty;
    await pick(host, 'Narcotics Anonymous');
    await press(host, 'button', ui('picks-compare'));
    expect(focused(host)).to.equal(ui('compare-title'));
    expect(all(rootOf(host), 'columnheader').map(textOf)).to.deep.equal([
      'SMART Recovery',
      'Narcotics Anonymous',
    ]);
    await press(host, 'button', ui('guided-back'));
    expect(focused(host)).to.equal(ui('picks-title'));
  });

  it('holds four at the most, and says so', async () => {
    const host = await browse('groups="na smart lifering aa mara"');
    for (const name of [
      'Narcotics Anonymous',
      'SMART Recovery',
      'LifeRing Secular Recovery',
      'Alcoholics Anonymous',
    ])
      await pick(host, name);
    const fifth = one<HTMLButtonElement>(
      rootOf(host),
      'button',
      ui('pick-label', { name: groupMapIn('en').get('mara')!.name }),
    );
    expect(fifth.disabled).to.equal(true);
    expect(textOf(fifth.parentElement)).to.include(ui('picks-full'));
    await press(host, 'button', ui('picks-clear'));
    expect(all(rootOf(host), 'button', ui('picks-go'))).to.be.empty;
  });

  it('say their state once, with their visible word in their name, and keep the focus', async () => {
    const host = await browse('groups="na smart"');
    const button = one(rootOf(host), 'button', ui('pick-label', { name: 'SMART Recovery' }));
    button.focus();
    button.click();
    await complete(host);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(nameOf(button)).to.include(textOf(button));
    button.click();
    await complete(host);
    expect(rootOf(host).activeElement).to.equal(button);
  });

  it('are not offered where the page wants neither comparison nor handout', async () => {
    const host = await browse('groups="na smart" no-compare no-handout');
    expect(all(rootOf(host), 'button', /^Pick/)).to.be.empty;
    const some = await browse('groups="na smart" no-compare');
    await pick(some, 'SMART Recovery');
    await pick(some, 'Narcotics Anonymous');
    expect(all(rootOf(some), 'button', ui('picks-compare'))).to.be.empty;
    expect(all(rootOf(some), 'button', ui('picks-handout'))).to.have.length(1);
  });
});
