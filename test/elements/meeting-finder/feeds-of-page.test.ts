import { expect } from '@open-wc/testing';
import { all, becomes, element, rootOf, show, textOf, until } from '../../support/elements.js';
import { json, type FakeServer } from '../../support/fake-server.js';
import {
  finder,
  guideRow,
  inNewYork,
  meetingNames,
  openMeeting,
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

interface Told {
  readonly address: string;
  readonly state: string;
  readonly shown: number;
  readonly leftOut: number;
}

describe('meeting finder: the lists that its page names', () => {
  inNewYork();
  const server = withServer();

  const feed = (url: string, own = ''): string => `<meeting-feed src="${url}" ${own}></meeting-feed>`;
  const both = (fake: FakeServer): void => {
    fake.on(A, listOf('First'));
    fake.on(B, listOf('Second', { time: '21:00' }));
  };

  it('are none: then the children are shown, and nothing is asked for', async () => {
    const host = await element('meeting-finder', 'country="us"');
    for (const child of host.children) expect(child.checkVisibility()).to.equal(true);
    expect(server().asked).to.deep.equal([]);
    expect(all(rootOf(host), 'searchbox')).to.be.empty;
    expect(rootOf(host).querySelector('[part=footer]')).to.not.equal(null);
  });

  it('are two in one attribute, on lines of their own', async () => {
    both(server());
    const host = await finder(`country="us" src="  ${A}\n  ${B}  "`);
    expect(meetingNames(host)).to.deep.equal(['First', 'Second']);
  });

  it('are children, however an editor has wrapped them', async () => {
    both(server());
    const host = await finder(
      'country="us"',
      `<p>${feed(A, 'group="na"')}</p><div><div>${feed(B, 'group="aa" label="Ours"')}</div></div>`,
    );
    expect(meetingNames(host)).to.deep.equal(['First', 'Second']);
    expect(textOf(await openMeeting(host, 'Second'))).to.include('Ours');
  });

  it('are added later, and taken away again', async () => {
    both(server());
    const host = await finder('country="us"', feed(A));
    const second = document.createElement('meeting-feed');
    second.setAttribute('src', B);
    host.append(second);
    await becomes(() => meetingNames(host), ['First', 'Second']);
    host.querySelector('meeting-feed')!.remove();
    await becomes(() => meetingNames(host), ['Second']);
    second.setAttribute('src', A);
    await becomes(() => meetingNames(host), ['First']);
    second.remove();
    await becomes(() => all(rootOf(host), 'searchbox').length, 0);
  });

  it('are changed while the element is out of the page', async () => {
    both(server());
    const host = await finder('country="us"', feed(A));
    const { parentElement } = host;
    host.remove();
    host.querySelector('meeting-feed')!.setAttribute('src', B);
    parentElement!.append(host);
    await becomes(() => meetingNames(host), ['Second']);
  });

  it('are asked for without cookies and without a referrer, each once', async () => {
    both(server());
    await finder(BOTH);
    expect(
      server()
        .asked.map(({ url }) => url)
        .sort(),
    ).to.deep.equal([A, B]);
    for (const { init } of server().asked) {
      expect(init.credentials).to.equal('omit');
      expect(init.referrerPolicy).to.equal('no-referrer');
    }
  });

  it('never hear what stands behind “#”', async () => {
    both(server());
    await finder(`country="us" src="${A}#group=na&amp;timezone=America/Chicago"`);
    expect(server().asked.map(({ url }) => url)).to.deep.equal([A]);
  });
});

describe('meeting finder: sg-feed-state', () => {
  inNewYork();
  const server = withServer();

  it('tells for each list what came of it, to a listener on the element alone', async () => {
    server().on(A, () => json([guideRow(), guideRow({ day: 'Someday' })]));
    server().on(B, missing);
    const told: Told[] = [];
    const outside: string[] = [];
    const hear = (event: Event): void => void outside.push(event.type);
    document.addEventListener('sg-feed-state', hear);
    addEventListener('sg-feed-state', hear, { capture: false });
    const wrapper = document.createElement('div');
    const host = document.createElement('meeting-finder');
    host.setAttribute('src', `${A}#group=na ${B}`);
    host.addEventListener('sg-feed-state', (event) => {
      expect([event.bubbles, event.composed]).to.deep.equal([false, false]);
      const { address, state, shown, leftOut } = event as Event & Told;
      told.push({ address, state, shown, leftOut });
    });
    wrapper.append(host);
    document.body.append(wrapper);
    await until(() => told.length === 2, 'both are told');
    told.sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(told).to.deep.equal([
      { address: A, state: 'partial', shown: 1, leftOut: 1 },
      { address: B, state: 'failed', shown: 0, leftOut: 0 },
    ]);
    expect(outside).to.deep.equal([]);
    document.removeEventListener('sg-feed-state', hear);
    removeEventListener('sg-feed-state', hear);
    wrapper.remove();
  });

  it('says “ready” of a list without a fault', async () => {
    server().on(A, listOf('Here'));
    const told: string[] = [];
    const wrapper = await show(`<div></div>`);
    const host = document.createElement('meeting-finder');
    host.addEventListener('sg-feed-state', (event) => told.push((event as Event & Told).state));
    host.setAttribute('src', A);
    wrapper.append(host);
    await until(() => told.length > 0, 'it is told');
    expect(told).to.deep.equal(['ready']);
  });
});
