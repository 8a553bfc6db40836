import { expect } from '@open-wc/testing';
import {
  all,
  becomes,
  byText,
  complete,
  consoleOf,
  listen,
  one,
  rootOf,
  textOf,
  type,
  ui,
  uncaught,
  until,
} from '../../support/elements.js';
import { gate, json } from '../../support/fake-server.js';
import {
  countSaid,
  finder,
  guideRow,
  inNewYork,
  meetingNames,
  openMeeting,
  press,
  say,
  withServer,
} from '../../support/meeting-page.js';

const A = 'https://a.example/list.json';
const B = 'https://b.example/list.json';
const BOTH = `country="us" src="${A} ${B}"`;

const listOf =
  (name: string, own = {}): (() => Response) =>
  () =>
    json([guideRow({ name, ...own })]);
const missing = (): Response => new Response('', { status: 404 });
const page = (): Response =>
  new Response('<!doctype html><title>Our meetings</title>', { headers: { 'content-type': 'text/html' } });
const note = (host: Element): string => textOf(rootOf(host).querySelector('[part=note]'));

describe('meeting finder: while lists come', () => {
  inNewYork();
  const server = withServer();

  it('says that they are loading, and the search is not there to be used in vain', async () => {
    const { promise, open } = gate<Response>();
    server().on(A, () => promise);
    const wrapper = document.createElement('div');
    wrapper.innerHTML = `<meeting-finder open-root country="us" src="${A}">Meetings</meeting-finder>`;
    document.body.append(wrapper);
    const host = wrapper.firstElementChild as Parameters<typeof complete>[0];
    await until(() => byText(rootOf(host), ui('meetings-loading')).length > 0, 'it says so');
    expect(all(rootOf(host), 'heading', ui('meetings-title'))).to.have.length(1);
    expect(all(rootOf(host), 'searchbox')).to.be.empty;
    expect(rootOf(host).querySelector('[part=crisis-strip]'), 'help is there at once').to.not.equal(null);
    open(listOf('Here')());
    await complete(host);
    expect(meetingNames(host)).to.deep.equal(['Here']);
    expect(textOf(rootOf(host))).to.not.include(ui('meetings-loading'));
    wrapper.remove();
  });

  it('shows the first list soon, and says that another is on its way', async () => {
    const { promise, open } = gate<Response>();
    server().on(A, listOf('First'));
    server().on(B, () => promise);
    const host = await finder(BOTH);
    expect(meetingNames(host)).to.deep.equal(['First']);
    expect(note(host)).to.include(say('meetings-loading-more', { n: 1 }));
    await type(host, 'meeting');
    open(listOf('Second meeting', { time: '19:00' })());
    await becomes(() => meetingNames(host), ['Second meeting']);
    expect(note(host)).to.equal('');
    await type(host, '');
    expect(meetingNames(host)).to.deep.equal(['Second meeting', 'First']);
  });

  it('keeps details open when another list comes', async () => {
    const { promise, open } = gate<Response>();
    server().on(A, () => promise);
    server().on(B, listOf('Open one'));
    const host = await finder(BOTH);
    await openMeeting(host, 'Open one');
    open(listOf('Before it', { time: '19:00' })());
    await becomes(() => meetingNames(host), ['Before it', 'Open one']);
    const details = rootOf(host).querySelector('[part=details]')!;
    expect(textOf(details.closest('[part=meeting]'))).to.include('Open one');
  });

  it('hears nothing of a list once it is taken out, and shows it when it is put back', async () => {
    const { promise, open } = gate<Response>();
    server().on(A, () => promise);
    const wrapper = document.createElement('div');
    wrapper.innerHTML = `<meeting-finder open-root country="us" src="${A}">Meetings</meeting-finder>`;
    document.body.append(wrapper);
    const host = wrapper.firstElementChild as Parameters<typeof complete>[0];
    const told: string[] = [];
    host.addEventListener('sg-feed-state', () => told.push('sg-feed-state'));
    await until(() => server().asked.length > 0, 'it is asked for');
    const errors = await uncaught(async () => {
      host.remove();
      open(listOf('Late')());
      await promise;
      await new Promise((next) => setTimeout(next));
    });
    expect(errors).to.deep.equal([]);
    expect(server().asked[0]!.init.signal!.aborted, 'nothing more is asked for').to.equal(true);
    expect(rootOf(host).querySelector('[part=meeting]')).to.equal(null);
    expect(told).to.deep.equal([]);
    server().on(A, listOf('Again'));
    wrapper.append(host);
    await complete(host);
    await becomes(() => meetingNames(host), ['Again']);
    wrapper.remove();
  });

  it('keeps words, filters and the list when it is moved, and asks for nothing again', async () => {
    server().on(A, () => json([guideRow({ name: 'One' }), guideRow({ name: 'Two', time: '19:00' })]));
    const host = await finder(`country="us" src="${A}"`);
    await type(host, 'one');
    await press(host, say('meetings-filter-today'));
    const section = document.createElement('section');
    document.body.append(section);
    section.append(host);
    await complete(host);
    expect(meetingNames(host)).to.deep.equal(['One']);
    host.remove();
    section.append(host);
    await complete(host);
    expect(one<HTMLInputElement>(rootOf(host), 'searchbox').value).to.equal('one');
    expect(server().times(A)).to.equal(1);
    await press(host, say('meetings-clear-all'));
    expect(countSaid(host)).to.equal(2);
    section.remove();
  });

  it('stands twice on one page, each with its own words', async () => {
    server().on(A, listOf('First'));
    server().on(B, listOf('Second'));
    const first = await finder(`country="us" src="${A}"`);
    const second = await finder(`country="us" src="${B}"`);
    await type(first, 'qwertz');
    expect(countSaid(first)).to.equal(0);
    expect(meetingNames(second)).to.deep.equal(['Second']);
  });
});

describe('meeting finder: lists that cannot be had', () => {
  inNewYork();
  const server = withServer();

  /** Shows a finder and gives what it wrote on the console about that. */
  async function shown(
    attributes: string,
  ): Promise<{ host: Awaited<ReturnType<typeof finder>>; said: string[] }> {
    let host!: Awaited<ReturnType<typeof finder>>;
    const said = await consoleOf('warn', async () => {
      host = await finder(attributes);
      await becomes(() => note(host).includes(say('meetings-try-again')), true);
    });
    return { host, said: said.filter((line) => line.includes('.example')) };
  }

  it('leave the others in sight, are named, and are tried again by one button', async () => {
    server().on(A, listOf('Here'));
    server().on(B, missing);
    const { host } = await shown(BOTH);
    expect(meetingNames(host)).to.deep.equal(['Here']);
    expect(note(host)).to.include(say('meetings-failed', { lists: 'b.example' }));
    expect(note(host)).to.include(say('meetings-lists-loaded', { n: 1, all: 2 }));
    server().on(B, listOf('There', { time: '19:00' }));
    await press(host, say('meetings-try-again'));
    await becomes(() => meetingNames(host), ['There', 'Here']);
    expect(note(host)).to.equal('');
    expect(server().times(A), 'what is here is not asked for again').to.equal(1);
  });

  it('keep their button, and its focus, while they are tried again', async () => {
    server().on(A, missing);
    server().on(B, listOf('Here'));
    const { host } = await shown(BOTH);
    const { promise, open } = gate<Response>();
    server().on(A, () => promise);
    const button = one(rootOf(host), 'button', say('meetings-try-again'));
    const asked = server().times(A);
    button.focus();
    button.click();
    await becomes(() => textOf(button), ui('meetings-loading'));
    expect(rootOf(host).activeElement).to.equal(button);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    expect(server().times(A), 'it is asked for once').to.equal(asked + 1);
    open(missing());
    await becomes(() => textOf(button), say('meetings-try-again'));
    expect(button.getAttribute('aria-disabled')).to.equal('false');
    expect(rootOf(host).activeElement).to.equal(button);
    server().on(A, listOf('There', { time: '19:00' }));
    await press(host, say('meetings-try-again'));
    await becomes(() => meetingNames(host), ['There', 'Here']);
    expect(note(host)).to.equal('');
  });

  it('have their button while they are tried again, also where there is no other list', async () => {
    server().on(A, missing);
    const { host } = await shown(`country="us" src="${A}"`);
    const { promise, open } = gate<Response>();
    server().on(A, () => promise);
    one(rootOf(host), 'button', say('meetings-try-again')).click();
    await until(() => all(rootOf(host), 'button', ui('meetings-loading')).length === 1, 'it says so');
    open(listOf('Here')());
    await becomes(() => meetingNames(host), ['Here']);
    expect(note(host)).to.equal('');
  });

  it('are called by the label that their page gives them', async () => {
    server().on(A, missing);
    const { host } = await shown(`country="us" src="${A}#label=Our+town"`);
    expect(note(host)).to.include(say('meetings-failed', { lists: 'Our town' }));
  });

  it('are told to a screen reader', async () => {
    const { promise, open } = gate<Response>();
    server().on(A, listOf('Here'));
    server().on(B, () => promise);
    const host = await finder(BOTH);
    const heard = listen(host);
    open(missing());
    expect(await heard.next()).to.equal(say('meetings-failed', { lists: 'b.example' }));
  });

  it('that all fail leave help, and a way to try again, and the link of the page', async () => {
    server().on(A, missing);
    server().on(B, page);
    const { host } = await shown(BOTH);
    expect(note(host)).to.include(say('meetings-failed', { lists: 'a.example and b.example' }));
    expect(all(rootOf(host), 'searchbox')).to.be.empty;
    expect(rootOf(host).querySelector('[part=crisis-strip]')).to.not.equal(null);
    for (const child of host.children) expect(child.checkVisibility(), child.outerHTML).to.equal(true);
    server().on(A, listOf('Back'));
    await press(host, say('meetings-try-again'));
    await becomes(() => meetingNames(host), ['Back']);
  });

  for (const [what, answer, advice] of [
    ['a status that says no', missing, 'status 404'],
    ['a web page where a list should be', page, 'a web page where a list should be'],
    ['something else', () => json({ hello: 'world' }), 'no meeting list that we can read'],
    ['nothing', () => new Response(''), 'the answer is empty'],
  ] as const) {
    it(`say once on the console what to do: ${what}`, async () => {
      const url = `https://${what.replaceAll(' ', '-')}.example/list`;
      server().on(url, answer);
      const { said } = await shown(`country="us" src="${url}"`);
      await shown(`country="us" src="${url}"`);
      expect(said).to.have.length(1);
      expect(said[0]).to.include(url).and.include(advice);
    });
  }

  it('that are empty say so in the count, without a fault', async () => {
    server().on(A, () => json([]));
    const host = await finder(`country="us" src="${A}"`);
    expect(countSaid(host)).to.equal(0);
    expect(note(host)).to.equal('');
    expect(all(rootOf(host), 'button', say('meetings-try-again'))).to.be.empty;
    expect(textOf(rootOf(host)), 'there is nothing to take away').to.not.include(say('meetings-none'));
  });
});
