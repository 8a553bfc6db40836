import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import safety from '../../../data/text/en/safety.json' with { type: 'json' };
import search from '../../../data/text/en/search.json' with { type: 'json' };
import {
  all,
  begins,
  byText,
  complete,
  element,
  groupNames,
  isBefore,
  listen,
  one,
  rootOf,
  textOf,
  toggle,
  type,
  ui,
} from '../../support/elements.js';

const finder = (attributes = 'country="us"'): Promise<LitElement> =>
  element('support-group-finder', attributes);

/** The names of the groups that lead. */
const leading = (host: Element): string[] => groupNames(one(rootOf(host), 'region', ui('leading-title')));

/** What is shown between the search and the first group. */
const beforeFirstGroup = (host: Element): HTMLElement[] => {
  const [group] = all(rootOf(host), 'article');
  return all(rootOf(host), 'heading').filter((heading) => isBefore(heading, group!));
};

describe('finder, search: typed words lead to groups', () => {
  it('"meth": Crystal Meth Anonymous leads, Narcotics Anonymous and SMART Recovery follow', async () => {
    const host = await finder();
    await type(host, 'meth');
    expect(leading(host).slice(0, 3)).to.deep.equal([
      'Crystal Meth Anonymous',
      'Narcotics Anonymous',
      'SMART Recovery',
    ]);
  });

  it('"my brother": family groups lead, and no group for people who use stands among them', async () => {
    const host = await finder();
    await type(host, 'my brother');
    const names = leading(host);
    for (const name of [
      'Nar-Anon Family Groups',
      'Al-Anon Family Groups and Alateen',
      'SMART Recovery Family & Friends',
    ]) {
      expect(names.slice(0, 4)).to.include(name);
    }
    expect(names).to.not.include('Narcotics Anonymous');
  });

  it('"no god": secular groups lead', async () => {
    const host = await finder();
    await type(host, 'no god');
    const secular = ['SMART Recovery', 'LifeRing Secular Recovery', 'Women for Sobriety', 'Recovery Dharma'];
    for (const name of leading(host).slice(0, 3)) expect(secular).to.include(name);
  });

  it('"suboxone": a group that welcomes medicine leads, and says so', async () => {
    const host = await finder();
    await type(host, 'suboxone');
    const [first] = all(one(rootOf(host), 'region', ui('leading-title')), 'article');
    expect(textOf(first)).to.match(/Made for people on medicine|Welcomes people on medicine/);
  });

  it('gives each leading group a reason', async () => {
    const host = await finder();
    await type(host, 'meth');
    for (const group of all(one(rootOf(host), 'region', ui('leading-title')), 'article')) {
      expect(
        group.querySelectorAll('[part=reasons] li').length,
        textOf(group).slice(0, 60),
      ).to.be.greaterThan(0);
    }
  });

  it('keeps all other groups below', async () => {
    const host = await finder();
    const before = groupNames(rootOf(host));
    await type(host, 'meth');
    await toggle(one(rootOf(host), 'disclosure', begins(ui('others-title'))));
    await complete(host);
    expect(groupNames(rootOf(host)).sort()).to.deep.equal(before.sort());
  });

  it('forgives a typing error', async () => {
    const host = await finder();
    await type(host, 'herion ');
    expect(leading(host)).to.include('Heroin Anonymous');
  });

  it('starts again when the search is cleared, and the box has the focus', async () => {
    const host = await finder();
    const before = groupNames(rootOf(host));
    await type(host, 'meth');
    one(rootOf(host), 'button', ui('search-clear')).click();
    await complete(host);
    expect(groupNames(rootOf(host))).to.deep.equal(before);
    expect(rootOf(host).activeElement === one(rootOf(host), 'searchbox')).to.equal(true);
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal('');
  });

  it('offers words to start with, and each leads to groups', async () => {
    const host = await finder();
    const examples = all(one(rootOf(host), 'group', ui('search-examples')), 'button').map(textOf);
    expect(examples.length).to.be.greaterThan(3);
    for (const example of examples) {
      one(one(rootOf(host), 'group', ui('search-examples')), 'button', example).click();
      await complete(host);
      expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal(example);
      expect(leading(host).length, example).to.be.greaterThan(0);
    }
  });
});

describe('finder, search: words of danger', () => {
  it('"overdose": the emergency panel stands above everything, in the order in which help is needed', async () => {
    const host = await finder();
    await type(host, 'overdose');
    const panel = one(rootOf(host), 'region', ui('panel-emergency'));
    for (const heading of all(rootOf(host), 'heading')) {
      expect(panel.contains(heading) || isBefore(panel, heading), textOf(heading)).to.equal(true);
    }
    expect(isBefore(panel, one(rootOf(host), 'searchbox'))).to.equal(true);
    const text = textOf(panel);
    const places = [/Call 911/, /naloxone/i, /breaths/, /2 to 3 minutes/, /on their side/, /Stay/].map(
      (part) => text.search(part),
    );
    expect(places).to.not.include(-1);
    expect([...places].sort((a, b) => a - b)).to.deep.equal(places);
    expect(one<HTMLAnchorElement>(panel, 'link', 'Call 911').href).to.equal('tel:911');
  });

  it('"lost my son to an overdose": bereavement support, with one emergency line and no emergency panel', async () => {
    const host = await finder();
    await type(host, 'lost my son to an overdose');
    expect(all(rootOf(host), 'region', ui('panel-emergency'))).to.have.length(0);
    const panel = one(rootOf(host), 'region', safety.loss.title);
    expect(textOf(panel).match(/911/g)).to.have.length(1);
    const [first] = all(one(rootOf(host), 'region', ui('leading-title')), 'article');
    expect(textOf(first)).to.match(/lost somebody|died|grief/i);
  });

  it('"kill myself": the crisis line stands above everything', async () => {
    const host = await finder();
    await type(host, 'I want to kill myself');
    const panel = one(rootOf(host), 'region', safety.suicide.title);
    expect(isBefore(panel, one(rootOf(host), 'heading', ui('finder-title')))).to.equal(true);
    expect(all<HTMLAnchorElement>(panel, 'link').some(({ href }) => href === 'tel:988')).to.equal(true);
  });

  it('cannot be switched off: the panel comes without the standing strip, too', async () => {
    const host = await finder('country="us" no-crisis-strip');
    expect(byText(rootOf(host), ui('strip-title'))).to.have.length(0);
    await type(host, 'overdose');
    one(rootOf(host), 'region', ui('panel-emergency'));
  });

  it('has a standing strip with the emergency number and a crisis line', async () => {
    const host = await finder();
    one(rootOf(host), 'link', 'Call 911');
    expect(all<HTMLAnchorElement>(rootOf(host), 'link').some(({ href }) => href === 'tel:988')).to.equal(
      true,
    );
    expect(isBefore(one(rootOf(host), 'link', 'Call 911'), one(rootOf(host), 'searchbox'))).to.equal(true);
  });

  it('leads back to the search by a button', async () => {
    const host = await finder();
    await type(host, 'overdose');
    one(rootOf(host), 'button', ui('panel-back')).click();
    expect(rootOf(host).activeElement === one(rootOf(host), 'searchbox')).to.equal(true);
  });

  it('goes away with the words', async () => {
    const host = await finder();
    await type(host, 'overdose');
    await type(host, 'overdose awareness group');
    await type(host, '');
    expect(all(rootOf(host), 'region', ui('panel-emergency'))).to.have.length(0);
  });
});

describe('finder, search: stopping safely', () => {
  for (const word of [
    'alcohol',
    'xanax',
    'valium',
    'zopiclone',
    'ghb',
    'detox',
    'cold turkey',
    'withdrawal',
    'cut down',
    'drink less',
    'moderation management',
  ]) {
    it(`"${word}" warns before any group`, async () => {
      const host = await finder();
      await type(host, word);
      const [warning] = byText(rootOf(host), /do not stop .*all at once/i);
      expect(warning, 'there is a warning').to.not.equal(undefined);
      expect(isBefore(warning!, all(rootOf(host), 'article')[0]!)).to.equal(true);
      expect(beforeFirstGroup(host).map(textOf).join()).to.match(/Before you stop/);
      expect(textOf(rootOf(host))).to.include(
        'Never stop a prescribed medicine because someone in a group says so.',
      );
    });
  }

  it('"meth" does not', async () => {
    const host = await finder();
    await type(host, 'meth');
    expect(byText(rootOf(host), /do not stop .*all at once/i)).to.have.length(0);
  });

  it('"pregnant" sends to medical help first', async () => {
    const host = await finder();
    await type(host, 'pregnant and using');
    const [note] = byText(rootOf(host), /get medical help first/i);
    expect(isBefore(note!, all(rootOf(host), 'article')[0]!)).to.equal(true);
  });
});

describe('finder, search: never a dead end', () => {
  const everything = (host: LitElement): void => {
    expect(all(rootOf(host), 'article').length).to.be.greaterThan(12);
  };

  it('asks back where a word has two meanings, and takes the answer', async () => {
    const host = await finder();
    await type(host, 'skunk');
    const question = one(rootOf(host), 'group', ui('question-title', { word: 'skunk' }));
    const pressed = (): (string | null)[] =>
      all(question, 'button').map((answer) => answer.getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['false', 'false']);
    one(question, 'button', /cannabis/i).click();
    await complete(host);
    expect(pressed()).to.deep.equal(['true', 'false']);
    expect(leading(host)[0]).to.equal('Marijuana Anonymous');
    one(question, 'button', /heroin/i).click();
    await complete(host);
    expect(pressed(), 'the visitor may change their mind').to.deep.equal(['false', 'true']);
    expect(leading(host)).to.not.include('Marijuana Anonymous');
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value, 'their own word stays').to.equal('skunk');
  });

  for (const word of Object.keys(search.ambiguous)) {
    it(`takes every answer to “${word}”`, async () => {
      const host = await finder();
      await type(host, word);
      const question = one(rootOf(host), 'group', ui('question-title', { word }));
      for (const answer of all(question, 'button')) {
        answer.click();
        await complete(host);
        expect(answer.getAttribute('aria-pressed')).to.equal('true');
        expect(all(rootOf(host), 'article').length, textOf(answer)).to.be.greaterThan(0);
      }
    });
  }

  it('says so where we know no group made for a need, and shows the others', async () => {
    const host = await finder('country="us" exclude="millati-islami"');
    await type(host, 'muslim');
    expect(byText(rootOf(host), begins(ui('need-without-group')))).to.have.length(1);
    everything(host);
  });

  it('says which word it does not know, and shows all groups', async () => {
    const host = await finder();
    await type(host, 'qwertzuiop');
    expect(byText(rootOf(host), ui('unknown-title', { words: 'qwertzuiop' }))).to.have.length(1);
    everything(host);
  });

  it('shows all groups for white space, one letter, marks and very long words', async () => {
    const host = await finder();
    for (const odd of ['   ', '?!', '🙂', 'x'.repeat(200), '<img src=x onerror=alert(1)>', '{n}']) {
      await type(host, odd);
      everything(host);
      expect(rootOf(host).querySelectorAll('img').length).to.equal(0);
    }
  });
});

describe('finder, search: what a screen reader hears', () => {
  it('is one sentence per settled change, from a status node that was there from the start', async () => {
    const host = await finder();
    const status = one(rootOf(host), 'status');
    expect(textOf(status)).to.equal('');
    const heard = listen(host);
    await type(host, 'meth');
    expect(await heard.next()).to.match(
      /^\d+ groups fit what you asked for\. First: Crystal Meth Anonymous, Narcotics Anonymous,? and SMART Recovery\.$/,
    );
    await type(host, 'qwertzuiop');
    expect(await heard.next()).to.match(/^\d+ groups shown\.$/);
    await type(host, 'overdose');
    expect(await heard.next()).to.match(/^Emergency help is shown at the top\. Call 911 first\./);
    expect(heard.sentences, 'none in between').to.have.length(3);
    expect(one(rootOf(host), 'status') === status).to.equal(true);
  });

  it('is the question where a word has two meanings', async () => {
    const host = await finder();
    const heard = listen(host);
    await type(host, 'skunk');
    expect(await heard.next()).to.match(begins(`${ui('question-title', { word: 'skunk' })} Cannabis`));
  });
});

describe('finder: groups', () => {
  it('opens the details of a group in place, by keyboard, and tells the element', async () => {
    const host = await finder();
    const opened: string[] = [];
    host.addEventListener('sg-group-open', (event) =>
      opened.push((event as Event & { group: string }).group),
    );
    const summary = one(rootOf(host), 'disclosure', ui('group-more', { name: 'SMART Recovery' }));
    const details = summary.parentElement!.querySelector<HTMLElement>('[part=details]')!;
    expect(details.checkVisibility()).to.equal(false);
    summary.focus();
    const told = new Promise((resolve) =>
      summary.parentElement!.addEventListener('toggle', resolve, { once: true }),
    );
    await sendKeys({ press: 'Enter' });
    await told;
    await complete(host);
    expect(details.checkVisibility()).to.equal(true);
    expect(opened).to.deep.equal(['smart']);
    expect(rootOf(host).activeElement === summary, 'the focus stays').to.equal(true);
    for (const part of [
      'What it is',
      'What a meeting is like',
      'What to say when you arrive',
      'Where to find meetings',
    ]) {
      expect(textOf(details)).to.include(part);
    }
  });

  it('keeps a group open when other words bring it to another place', async () => {
    const host = await finder();
    await toggle(one(rootOf(host), 'disclosure', ui('group-more', { name: 'Narcotics Anonymous' })));
    await type(host, 'meth');
    const summary = one(rootOf(host), 'disclosure', ui('group-more', { name: 'Narcotics Anonymous' }));
    expect((summary.parentElement as HTMLDetailsElement).open).to.equal(true);
  });

  it('shows of every group one line, its facts, and where to find a meeting', async () => {
    const host = await finder();
    for (const group of all(rootOf(host), 'article')) {
      expect(textOf(group.querySelector('.summary')).length).to.be.within(10, 120);
      expect(group.querySelectorAll('[part=facts] li').length).to.be.greaterThan(1);
      const links = all(group, 'link', begins(ui('group-find-label')));
      expect(
        links.length === 1 ||
          [ui('group-no-finder'), ui('status-method')].some((text) => textOf(group).includes(text)),
        textOf(group).slice(0, 60),
      ).to.equal(true);
    }
  });

  it('are gathered as people look for them, with a heading for each', async () => {
    const host = await finder();
    for (const [section, name] of [
      [ui('section-twelve-step'), 'Narcotics Anonymous'],
      [ui('section-other-ways'), 'SMART Recovery'],
      [ui('section-mental-health'), 'Dual Recovery Anonymous'],
      [ui('section-family'), 'Nar-Anon Family Groups'],
    ] as const) {
      one(one(rootOf(host), 'region', section), 'article', name);
    }
  });
});

describe('finder: moving it', () => {
  it('keeps words, filters and open groups when it is moved, taken out and put back', async () => {
    const host = await finder();
    await type(host, 'meth');
    await toggle(one(rootOf(host), 'disclosure', ui('group-more', { name: 'SMART Recovery' })));
    const before = leading(host);
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(host);
    await complete(host);
    host.remove();
    elsewhere.append(host);
    await complete(host);
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal('meth');
    expect(leading(host)).to.deep.equal(before);
    const summary = one(rootOf(host), 'disclosure', ui('group-more', { name: 'SMART Recovery' }));
    expect((summary.parentElement as HTMLDetailsElement).open).to.equal(true);
    const heard = listen(host);
    await type(host, 'heroin');
    expect(await heard.next(), 'it still speaks').to.match(/^\d+ groups fit/);
    elsewhere.remove();
  });
});
