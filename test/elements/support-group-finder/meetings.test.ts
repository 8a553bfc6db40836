import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import {
  all,
  becomes,
  begins,
  byText,
  complete,
  element,
  one,
  rootOf,
  textOf,
  type,
  ui,
  until,
} from '../../support/elements.js';
import { json } from '../../support/fake-server.js';
import {
  countSaid,
  guideRow,
  inNewYork,
  meetingNames,
  press,
  say,
  span,
  withServer,
} from '../../support/meeting-page.js';

const NA = 'https://na.example/list.json';
const SMART = 'https://smart.example/list.json';
const FEEDS = `<p><meeting-feed src="${NA}" group="na" timezone="America/New_York"></meeting-feed></p>
  <meeting-feed src="${SMART}" group="smart" timezone="America/New_York"></meeting-feed>
  <a href="https://clinic.example/help">Help near you</a>`;
const GROUPS = 'country="us" groups="na smart lifering"';

const NA_ROWS = [
  guideRow({ name: 'On for a while', time: '18:00', end_time: '19:00' }),
  guideRow({ name: 'Tonight', time: '19:00' }),
  guideRow({
    name: 'Tomorrow',
    day: 2,
    time: '12:00',
    conference_url: 'https://a.example/1',
    formatted_address: '',
  }),
];
const SMART_ROWS = [guideRow({ name: 'Tools', day: 3, time: '18:00' })];

describe('finder with lists of meetings', () => {
  inNewYork();
  const server = withServer();
  beforeEach(() => {
    server().on(NA, () => json(NA_ROWS));
    server().on(SMART, () => json(SMART_ROWS));
  });

  const card = (host: Element, name: string): HTMLElement => one(rootOf(host), 'article', name);
  const nextOn = (host: Element, name: string): string | null => {
    const next = card(host, name).querySelector('.next-meeting');
    return next && textOf(next);
  };

  async function finder(attributes = GROUPS, cards = 2): Promise<LitElement> {
    const host = await element('support-group-finder', attributes, FEEDS);
    if (rootOf(host).querySelector('[part=results] article'))
      await until(() => rootOf(host).querySelectorAll('.next-meeting').length >= cards, 'the lists are here');
    return host;
  }

  it('name on each card the next meeting that can still be reached, and how many there are', async () => {
    const host = await finder();
    expect(nextOn(host, 'Narcotics Anonymous')).to.equal(
      `${say('meetings-next')} ${say('meetings-day-short-today')}, ${span('19:00', '21:00')} · ${say('meetings-soon', { n: 30 })}` +
        ` · 1 Sample Street, River Town, NY 10001 ${say('meetings-all-of', { n: 3 })}`,
    );
    expect(nextOn(host, 'SMART Recovery'))
      .to.include('Wednesday, ')
      .and.include(say('meetings-all-of', { n: 1 }));
  });

  it('say nothing on the card of a group without a list', async () => {
    const host = await finder();
    expect(nextOn(host, 'LifeRing Secular Recovery')).to.equal(null);
  });

  it('name the next one of the kind that somebody wants', async () => {
    const host = await finder(`${GROUPS} attendance="online"`, 1);
    await becomes(
      () => nextOn(host, 'Narcotics Anonymous')?.includes(say('meetings-day-short-tomorrow')),
      true,
    );
    expect(nextOn(host, 'Narcotics Anonymous')).to.include(say('meetings-way-online'));
    expect(nextOn(host, 'Narcotics Anonymous')).to.include(say('meetings-all-of', { n: 1 }));
  });

  it('open the list of one group from its card, with the focus at its head, and lead back', async () => {
    const host = await finder();
    await press(host, begins(say('meetings-all-of', { n: 3 })));
    await becomes(() => textOf(rootOf(host).activeElement), ui('meetings-title'));
    expect(countSaid(host)).to.equal(3);
    expect(meetingNames(host)).to.deep.equal(['Tonight', 'Tomorrow']);
    await press(host, say('meetings-remove', { filter: 'Narcotics Anonymous' }));
    expect(countSaid(host)).to.equal(4);
    await press(host, ui('guided-back'));
    expect(nextOn(host, 'SMART Recovery')).to.not.equal(null);
    await becomes(
      () => rootOf(host).activeElement?.getAttribute('aria-label') ?? '',
      `${say('meetings-all-of', { n: 3 })}: Narcotics Anonymous`,
    );
  });

  it('bring the emergency panel for words of danger in the search of meetings too', async () => {
    const host = await finder();
    await press(host, begins(say('meetings-all-of', { n: 3 })));
    await type(host, 'overdose');
    expect(rootOf(host).querySelector('[part=crisis-panel]')).to.not.equal(null);
  });

  it('meet words of loss in the search of meetings with help for those who mourn, and take nothing away', async () => {
    const host = await finder();
    await press(host, begins(say('meetings-all-of', { n: 3 })));
    await type(host, 'my son died');
    expect(rootOf(host).querySelector('[data-crisis=loss]')).to.not.equal(null);
    expect(rootOf(host).querySelector('[part=empty]')).to.equal(null);
    await becomes(
      () => textOf(rootOf(host).querySelector('[role=status]')).startsWith(ui('panel-loss-announced')),
      true,
    );
  });

  it('end the guided choice with real meetings of the groups that fit', async () => {
    const host = await finder(`${GROUPS} start="guided"`);
    await press(host, ui('guided-who-self'));
    for (let i = 0; i < 8 && rootOf(host).querySelector('[part=question]'); i++) {
      const skip = all(rootOf(host), 'button', /^(Skip|I would rather not say)$/)[0];
      (skip ?? rootOf(host).querySelector<HTMLElement>('.option, .options input')!).click();
      await complete(host);
    }
    await until(() => meetingNames(host).length > 0, 'there are meetings');
    const upcoming = one(rootOf(host), 'region', say('meetings-next-list'));
    expect(meetingNames(host)).to.deep.equal(['Tonight', 'Tomorrow', 'Tools']);
    expect(textOf(upcoming)).to.include(`${say('meetings-day-short-today')}, ${span('19:00', '21:00')}`);
    expect(textOf(upcoming)).to.include('SMART Recovery');
    one(upcoming, 'button', 'Tonight').click();
    await host.updateComplete;
    expect(upcoming.querySelectorAll('[part=details]')).to.have.length(1);
    await press(host, say('meetings-all'), upcoming);
    expect(countSaid(host)).to.equal(4);
  });

  const whens = (host: Element): string[] =>
    [...rootOf(host).querySelectorAll<HTMLInputElement>('input[type=datetime-local]')].map(
      ({ value }) => value,
    );
  const places = (host: Element): HTMLInputElement[] => [
    ...rootOf(host).querySelectorAll<HTMLInputElement>('.handout-form input[type=text]'),
  ];
  async function handout(host: LitElement): Promise<void> {
    one(rootOf(host), 'button', /^Pick Narc/).click();
    await complete(host);
    await press(host, ui('picks-handout'));
  }

  it('put the next three times on the handout, and onto the sheet that is printed', async () => {
    const host = await finder();
    await handout(host);
    // What has been on for half an hour is not to go to.
    expect(whens(host)).to.deep.equal(['2026-11-23T19:00', '2026-11-24T12:00', '2026-11-30T18:00']);
    expect(places(host)[0]!.value).to.equal('Tonight, 1 Sample Street, River Town, NY 10001');
    expect(textOf(rootOf(host).querySelector('[part=handout]'))).to.include('Tonight, 1 Sample Street');
  });

  it('do not overwrite what somebody has written on the handout', async () => {
    const host = await finder();
    await handout(host);
    const [first] = places(host);
    first!.value = 'My own';
    first!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await complete(host);
    host.requestUpdate();
    await complete(host);
    expect(places(host)[0]!.value).to.equal('My own');
    expect(textOf(rootOf(host).querySelector('[part=handout]')))
      .to.include('My own')
      .and.not.include('Tonight');
  });

  it('leave what was written before they came', async () => {
    server().on(NA, () => new Response('', { status: 404 }));
    server().on(SMART, () => new Response('', { status: 404 }));
    const host = await element('support-group-finder', GROUPS, FEEDS);
    await handout(host);
    const [, second] = places(host);
    second!.value = 'The old library';
    second!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await complete(host);
    server().on(NA, () => json(NA_ROWS));
    dispatchEvent(new Event('online'));
    await until(() => server().times(NA) > 1, 'it is asked for again');
    await press(host, ui('handout-close'));
    await until(() => nextOn(host, 'Narcotics Anonymous') !== null, 'it is here');
    await press(host, ui('picks-handout'));
    expect(places(host).map(({ value }) => value)).to.deep.equal(['', 'The old library', '']);
  });

  it('that cannot be had take nothing away', async () => {
    server().on(NA, () => new Response('', { status: 404 }));
    server().on(SMART, () => json([]));
    const host = await element('support-group-finder', GROUPS, FEEDS);
    const plain = await element('support-group-finder', GROUPS);
    await until(() => server().asked.length >= 2, 'they were asked for');
    await complete(host);
    const texts = (one: Element): string[] => all(rootOf(one), 'article').map(textOf);
    expect(texts(host)).to.deep.equal(texts(plain));
  });

  it('are asked for only where a page names them', async () => {
    const host = await element('support-group-finder', GROUPS);
    await type(host, 'meth');
    expect(server().asked).to.deep.equal([]);
    expect(rootOf(host).querySelector('.next-meeting')).to.equal(null);
    expect(byText(rootOf(host), begins(say('meetings-next')))).to.be.empty;
  });

  it('tell on the element what came of them', async () => {
    const told: string[] = [];
    const host = document.createElement('support-group-finder');
    host.addEventListener('sg-feed-state', (event) =>
      told.push(
        `${(event as Event & { address: string }).address} ${(event as Event & { state: string }).state}`,
      ),
    );
    host.innerHTML = FEEDS;
    document.body.append(host);
    await until(() => told.length === 2, 'both are told');
    expect(told.sort()).to.deep.equal([`${NA} ready`, `${SMART} ready`]);
    host.remove();
  });
});
