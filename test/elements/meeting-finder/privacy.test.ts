import { expect } from '@open-wc/testing';
import { complete, rootOf, textOf, type } from '../../support/elements.js';
import {
  box,
  choose,
  countSaid,
  finder,
  inNewYork,
  meetingNames,
  openFilters,
  openMeeting,
  press,
  replaced,
  say,
  TOWN,
  town,
} from '../../support/meeting-page.js';

/** What a page, or whoever uses the device next, can see. */
const traces = (): readonly unknown[] => [
  location.href,
  document.title,
  history.length,
  document.cookie,
  localStorage.length,
  sessionStorage.length,
];

/** Everything that somebody can do, one after the other. */
async function useAll(host: Awaited<ReturnType<typeof town>>): Promise<void> {
  await type(host, 'library');
  await press(host, say('meetings-filter-tomorrow'));
  await openFilters(host);
  await choose(host, 'Women');
  await press(host, say('meetings-near-me'));
  const place = rootOf(host).querySelector<HTMLInputElement>('#meeting-place')!;
  place.value = 'River Town';
  place.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await complete(host);
  await openMeeting(host, 'Together');
}

describe('meeting finder: what leaves it', () => {
  inNewYork();

  it('is nothing: no address, no title, no history, no storage, no attribute, no request', async () => {
    const before = traces();
    const host = await town();
    const markup = host.outerHTML;
    const asked: unknown[] = [];
    const { fetch } = globalThis;
    const watched: typeof fetch = async (...request) => {
      asked.push(request[0]);
      return fetch(...request);
    };
    await replaced(globalThis as { fetch: typeof fetch }, 'fetch', watched, () => useAll(host));
    expect(meetingNames(host), 'it was used').to.deep.equal(['Together']);
    expect(traces()).to.deep.equal(before);
    expect(host.outerHTML).to.equal(markup);
    expect(asked).to.deep.equal([]);
  });

  it('is no event of what somebody types or chooses', async () => {
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push(event.type);
    const types = ['input', 'change', 'submit', 'keydown', 'toggle', 'sg-feed-state'];
    const host = await town();
    for (const target of [host, document]) for (const name of types) target.addEventListener(name, hear);
    try {
      await useAll(host);
    } finally {
      for (const name of types) document.removeEventListener(name, hear);
    }
    expect(heard).to.deep.equal([]);
  });

  it('is no entry in the history for a letter that is typed', async () => {
    const before = history.length;
    const host = await town('sync-url');
    await type(host, 'women on tuesday');
    expect(history.length).to.equal(before);
    expect(location.href).to.not.include('women');
  });
});

describe('meeting finder: sync-url', () => {
  inNewYork();
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  it('writes the filters to the address, and nothing that was typed, and no place', async () => {
    const before = history.length;
    const host = await town('sync-url');
    await useAll(host);
    const { searchParams } = new URL(location.href);
    expect(searchParams.getAll('meeting-day')).to.deep.equal(['tomorrow']);
    expect(searchParams.getAll('meeting-type')).to.deep.equal(['women']);
    expect(decodeURIComponent(location.href)).to.not.match(/library|river|40\.|-74/i);
    expect(history.length, 'Back leads to the page before').to.equal(before);
    await press(host, say('meetings-clear-all'));
    expect(location.href).to.equal(address);
  });

  it('keeps what else stands in the address', async () => {
    history.replaceState({ page: 1 }, '', `${address.replace(/#.*/, '')}&own=1#here`);
    const host = await town('sync-url');
    await press(host, say('meetings-filter-online'));
    expect(new URL(location.href).searchParams.get('own')).to.equal('1');
    expect(location.hash).to.equal('#here');
    expect(history.state).to.deep.equal({ page: 1 });
  });

  it('is read back from a link, in place of what the page sets', async () => {
    const first = await town('sync-url');
    await press(first, say('meetings-filter-online'));
    await press(first, say('meetings-filter-tomorrow'));
    const found = meetingNames(first);
    first.remove();
    const second = await town('sync-url attendance="phone" weekdays="fri"');
    expect(meetingNames(second)).to.deep.equal(found);
    await openFilters(second);
    expect(box(second, say('meetings-filter-online')).checked).to.equal(true);
  });

  it('survives a link that somebody has spoiled', async () => {
    history.replaceState(
      null,
      '',
      `${address.replace(/#.*/, '')}&meeting-day=someday&meeting-type=%3Cb%3E&meeting-way=`,
    );
    const host = await finder(`${TOWN} sync-url`);
    expect(countSaid(host), 'what no list has is no filter').to.equal(12);
    expect(textOf(rootOf(host))).to.not.include('<b>');
    expect(rootOf(host).querySelector('b')).to.equal(null);
  });

  it('changes nothing where the page does not want it, whatever stands in a link', async () => {
    history.replaceState(null, '', `${address.replace(/#.*/, '')}&meeting-day=tomorrow`);
    const linked = location.href;
    const host = await town();
    expect(countSaid(host)).to.equal(12);
    await press(host, say('meetings-filter-online'));
    expect(location.href).to.equal(linked);
  });
});
