import { expect } from '@open-wc/testing';
import { becomes, begins, all, consoleOf, one, rootOf, textOf, type } from '../../support/elements.js';
import { gate, json } from '../../support/fake-server.js';
import {
  box,
  choose,
  countOf,
  countSaid,
  finder,
  finderOf,
  guideRow,
  inNewYork,
  itIs,
  lookAgain,
  meetingNames,
  MINUTE,
  NOW,
  openFilters,
  openMeeting,
  rowNamed,
  rows,
  say,
  span,
  timeOf,
  withServer,
} from '../../support/meeting-page.js';

/** Read as if it were a list of New York, where the visitor is: no hour is another one then. */
const EDMONTON = 'src="/feeds/mg-edmonton-2022.json#group=aa&amp;timezone=America/New_York" country="ca"';
/** Real lists, as they were found, with what their pages know about them. */
const REAL = [
  ['a list of which each day is an array', EDMONTON, 315],
  ['a list from a sheet', 'src="/feeds/mg-sanjose-2021.json#group=aa&amp;timezone=America/Los_Angeles"', 693],
  ['a list of the whole world', 'src="/feeds/mg-eda-worldwide-2023.json"', 185],
  [
    'a list of a BMLT server',
    'src="/feeds/bmlt-newyork-sample.json#group=na&amp;timezone=America/New_York"',
    1513,
  ],
  ['a BMLT list without its formats', 'src="/feeds/bmlt-australia-2023.json#group=na"', 54],
  ['a list of a few odd rows', 'src="/feeds/mg-edge-cases.json#group=aa"', 19],
  ['a table with the columns of a plugin', 'src="/feeds/sample-plugin.csv#group=na"', null],
  ['a calendar', 'src="/feeds/sample-google.ics#group=na"', null],
] as const;

describe('meeting finder: lists as they really come', () => {
  inNewYork();

  for (const [what, attributes, n] of REAL) {
    it(`shows all meetings of ${what}, and “undefined” nowhere`, async () => {
      const host = await finder(`${attributes} limit="200"`);
      // Two copies of a meeting are one.
      const read = countSaid(host);
      if (n !== null) expect(read).to.be.within(n * 0.97, n);
      else expect(read).to.be.greaterThan(0);
      for (const row of rows(host).slice(0, 12)) row.querySelector<HTMLElement>('.name')!.click();
      await host.updateComplete;
      expect(rootOf(host).querySelectorAll('[part=details]').length).to.be.greaterThan(0);
      // What a list itself says about days, it may say.
      const text = textOf(rootOf(host).querySelector('.base'));
      expect(text).to.not.match(/undefined|\bNaN\b|\[object|\{\w+\}|Invalid Date/);
      expect(host.problems.filter(({ reason }) => reason !== 'ended' && reason !== 'not-a-meeting')).to.be
        .empty;
    });
  }

  it('shows 315 meetings where the day of each is an array, no more and no fewer', async () => {
    const host = await finder(EDMONTON);
    expect(countSaid(host)).to.equal(315);
    expect(host.problems).to.deep.equal([]);
  });

  it('keeps a meeting at “7:00 PM” in the evening', async () => {
    const host = await finder(`${EDMONTON} limit="200"`);
    await openFilters(host);
    // 36 of its rows say AM.
    expect(countOf(box(host, say('meetings-filter-morning')))).to.equal(36);
    await choose(host, say('meetings-filter-evening'));
    expect(countSaid(host)).to.equal(203);
    for (const row of rows(host)) expect(textOf(row.querySelector('.when strong'))).to.match(/^\S+ PM/);
  });
});

describe('meeting finder: rows that are wrong', () => {
  inNewYork();
  const server = withServer();

  it('leave the others in sight, are counted with the reason, and told on the console once', async () => {
    const list = [
      guideRow({ name: 'Good' }),
      guideRow({ name: 'No such day', day: 'Someday' }),
      guideRow({ name: 'No such time', time: '25:99' }),
      guideRow({ name: 'No type', types: [null], time: '21:00' }),
      null,
      'text',
      guideRow({ name: '', location: '', group: '' }),
      guideRow({ name: 'Last', time: '22:00', day: ['1', 3] }),
    ];
    let host!: Awaited<ReturnType<typeof finderOf>>;
    const said = (
      await consoleOf('info', async () => {
        host = await finderOf(server(), list);
        expect(meetingNames(host)).to.deep.equal(['Good', 'No type', 'Last', 'Last']);
        expect(host.problems.map(({ row, name, reason, value }) => [row, name, reason, value])).to.deep.equal(
          [
            [2, 'No such day', 'bad-day', 'Someday'],
            [3, 'No such time', 'bad-time', '25:99'],
            [5, '', 'not-a-meeting', ''],
            [6, '', 'not-a-meeting', 'text'],
            [7, '', 'no-name', ''],
          ],
        );
        expect(host.problems.every(({ address }) => address === 'https://town.example/list.json')).to.equal(
          true,
        );
        // The list is asked for again after a while, and is as wrong as before.
        let again = 0;
        host.addEventListener('sg-feed-state', () => again++);
        itIs(NOW + 31 * MINUTE);
        lookAgain();
        await becomes(() => again, 1);
      })
    ).filter((line) => line.includes('town.example'));
    expect(said).to.have.length(1);
    for (const part of ['4 meetings are shown, 5 rows are left out', 'row 2 "No such day"', '(Someday)'])
      expect(said[0]).to.include(part);
    expect(textOf(rootOf(host)), 'the visitor does not have to care').to.not.include('Someday');
  });

  it('do not keep a list from being shown of which they are all but one', async () => {
    const host = await finderOf(server(), [...Array<null>(40).fill(null), guideRow({ name: 'Only' })]);
    expect(meetingNames(host)).to.deep.equal(['Only']);
    expect(host.problems).to.have.length(40);
  });
});

describe('meeting finder: text of a list', () => {
  inNewYork();
  const server = withServer();

  it('has its entities written out', async () => {
    const host = await finderOf(server(), [guideRow({ name: 'Rock &amp; Roll &#8211; Caf&eacute;' })]);
    expect(meetingNames(host)).to.deep.equal(['Rock & Roll – Café']);
  });

  it('is text: markup in it makes no element and runs nothing', async () => {
    const attack =
      '<img src=x onerror="globalThis.attacked = 1"><b>bold</b><script>globalThis.attacked = 2</script>';
    const fields = [
      'location',
      'notes',
      'group',
      'location_notes',
      'group_notes',
      'district',
      'region',
      'city',
    ];
    const host = await finderOf(server(), [
      guideRow({
        name: `Name ${attack}`,
        ...Object.fromEntries(fields.map((field) => [field, `${field} ${attack}`])),
        types: [attack],
        conference_url: 'https://meet.sample.example/"onclick="globalThis.attacked=3',
        conference_url_notes: attack,
        url: 'javascript:globalThis.attacked=4',
        website: 'data:text/html,<script>globalThis.attacked=5</script>',
        feedback_emails: 'a@sample.example?body=<script>',
      }),
    ]);
    await openMeeting(host, meetingNames(host)[0]!);
    await openFilters(host);
    const root = rootOf(host);
    expect(root.querySelectorAll('[part=results] :is(img, b, script, iframe, style)')).to.have.length(0);
    expect(root.querySelectorAll('[part=filters] :is(img, b, script, iframe, style)')).to.have.length(0);
    for (const node of root.querySelectorAll('*'))
      expect(
        node.getAttributeNames().filter((name) => name.startsWith('on')),
        node.outerHTML.slice(0, 200),
      ).to.deep.equal([]);
    for (const { protocol } of all<HTMLAnchorElement>(root, 'link'))
      expect(protocol).to.be.oneOf(['https:', 'http:', 'tel:', 'mailto:', 'sms:']);
    expect((globalThis as { attacked?: number }).attacked).to.equal(undefined);
  });

  it('joins a meeting at any host, and one that gives its link among other words', async () => {
    const host = await finderOf(server(), [
      guideRow({
        name: 'Own server',
        conference_url: 'https://video.village-hall.example/room/7',
        formatted_address: '',
      }),
      guideRow({
        name: 'Among words',
        conference_url: 'Join at https://b.example/9 at eight',
        formatted_address: '',
        time: '20:10',
      }),
    ]);
    expect(
      rows(host).map((row) => one<HTMLAnchorElement>(row, 'link', begins(say('meetings-join'))).href),
    ).to.deep.equal(['https://video.village-hall.example/room/7', 'https://b.example/9']);
  });

  it('reads types that come as one text, and shows those that nobody knows', async () => {
    const host = await finderOf(
      server(),
      [guideRow({ name: 'Typed', types: 'O, W,Grapevine' })],
      'group="aa"',
    );
    const details = textOf(await openMeeting(host, 'Typed'));
    expect(details).to.include('Open').and.include('Women').and.include('Grapevine');
  });

  it('tells a time whose zone nobody gives as what it is', async () => {
    const host = await finderOf(server(), [
      guideRow({ name: 'Online', conference_url: 'https://a.example/1', formatted_address: '' }),
      guideRow({ name: 'Here', time: '20:10', end_time: '21:10' }),
      guideRow({ name: 'There', time: '20:20', end_time: '21:20', timezone: 'America/Chicago' }),
    ]);
    const when = (name: string): string => textOf(rowNamed(host, name).querySelector('.when'));
    expect(when('Online')).to.equal(`${span('20:00', '21:00')} ${say('meetings-zone-unknown')}`);
    expect(when('Here')).to.equal(span('20:10', '21:10'));
    expect(when('There')).to.equal(`${span('20:20', '21:20')} Central Time`);
  });

  it('tells a meeting in two ways by both clocks', async () => {
    const host = await finderOf(server(), [
      guideRow({
        name: 'Both',
        timezone: 'America/Chicago',
        conference_url: 'https://a.example/1',
        attendance_option: 'hybrid',
      }),
    ]);
    expect(textOf(rowNamed(host, 'Both').querySelector('.when'))).to.equal(
      `${span('20:00', '21:00')} ${say('meetings-zone-and-yours', { zone: 'Central Time', time: timeOf('21:00') })}`,
    );
  });
});

describe('meeting finder: a very long list', () => {
  inNewYork();
  const server = withServer();

  it('of 6,000 rows is counted and searched to its end, and few of it are in the page', async () => {
    const list = Array.from({ length: 6000 }, (_, i) =>
      guideRow({
        name: `Meeting ${i}`,
        slug: `m${i}`,
        day: i % 7,
        formatted_address: `${i} Sample Street, River Town, NY 10001`,
      }),
    );
    const host = await finderOf(server(), list);
    expect(countSaid(host)).to.equal(6000);
    expect(rows(host)).to.have.length(30);
    await type(host, '“meeting 5999”');
    await becomes(() => meetingNames(host), ['Meeting 5999']);
  });

  it('that comes in pieces is not shown before it is read, and then at once', async () => {
    const { promise, open } = gate<Response>();
    server().on('https://slow.example/list.json', () => promise);
    const pending = finder('country="us" src="https://slow.example/list.json"');
    open(json([guideRow({ name: 'Late' })]));
    expect(meetingNames(await pending)).to.deep.equal(['Late']);
  });
});
