import { expect } from '@open-wc/testing';
import {
  all,
  becomes,
  begins,
  byText,
  complete,
  isBefore,
  nameOf,
  one,
  rootOf,
  textOf,
  toggle,
} from '../../support/elements.js';
import { FakeServer } from '../../support/fake-server.js';
import {
  countSaid,
  dayHeadings,
  finderOf,
  guideRow,
  inNewYork,
  itIs,
  itIsAndGoesOn,
  lookAgain,
  meetingNames,
  MINUTE,
  NOW,
  press,
  resultsOf,
  rowNamed,
  say,
  town,
} from '../../support/meeting-page.js';

/** What stands beside the time of a meeting: "Starts in 20 minutes". */
const momentOf = (host: Element, name: string): string =>
  textOf(rowNamed(host, name).querySelector('.moment'));
const onNow = (host: Element, n: number): HTMLElement =>
  one(rootOf(host), 'disclosure', say('meetings-on-now', { n }));

describe('meeting finder: the list', () => {
  inNewYork();

  it('is in the order in which the meetings start, by days, those without a time last', async () => {
    const host = await town();
    expect(dayHeadings(host)).to.deep.equal([
      say('meetings-day-today', { day: 'Monday', date: 'November 23, 2026' }),
      say('meetings-day-tomorrow', { day: 'Tuesday', date: 'November 24, 2026' }),
      say('meetings-day', { day: 'Wednesday', date: 'November 25, 2026' }),
      say('meetings-day', { day: 'Friday', date: 'December 4, 2026' }),
      say('meetings-no-fixed-time'),
    ]);
    expect(meetingNames(host)).to.deep.equal([
      'Doors Open',
      'After Work',
      'Late Café',
      'Sunrise Call',
      'Mountain House',
      'Together',
      'West Coast Online',
      'Old Mill',
      'Mill Stream',
      'First Friday',
      'Ask First',
    ]);
  });

  it('counts all meetings, those that are on now too', async () => {
    const host = await town();
    expect(countSaid(host)).to.equal(12);
  });

  it('has below the heading of each day the meetings of that day', async () => {
    const host = await town();
    const days = [...resultsOf(host).querySelectorAll('.day')];
    expect(days.map((day) => day.querySelectorAll('[part=meeting]').length)).to.deep.equal([3, 4, 2, 1, 1]);
    for (const day of days) expect(day.querySelector('h1, h2, h3, h4')!.localName).to.equal('h3');
  });

  it('tells in one line what has been on for a while, and shows it when asked', async () => {
    const host = await town();
    const summary = onNow(host, 1);
    expect(isBefore(summary, rowNamed(host, 'Doors Open')), 'above what can still be reached').to.equal(true);
    expect(meetingNames(host)).to.not.include('Kitchen Table');
    await toggle(summary);
    await host.updateComplete;
    expect(meetingNames(host)[0]).to.equal('Kitchen Table');
    expect(momentOf(host, 'Kitchen Table')).to.equal(say('meetings-on', { n: 30 }));
    await toggle(summary);
    await host.updateComplete;
    expect(meetingNames(host)).to.not.include('Kitchen Table');
  });

  it('keeps what started within the last ten minutes first, with the one filled button', async () => {
    const host = await town();
    expect(meetingNames(host)[0]).to.equal('Doors Open');
    expect(momentOf(host, 'Doors Open')).to.equal(say('meetings-just-started', { n: 5 }));
    const join = one(rowNamed(host, 'Doors Open'), 'link', begins(say('meetings-join')));
    expect(join.classList.contains('quiet')).to.equal(false);
    const later = one(rowNamed(host, 'West Coast Online'), 'link', begins(say('meetings-join')));
    expect(later.classList.contains('quiet')).to.equal(true);
  });

  it('says in how many minutes a meeting starts, within an hour', async () => {
    const host = await town();
    expect(momentOf(host, 'After Work')).to.equal(say('meetings-soon', { n: 20 }));
    expect(momentOf(host, 'Late Café')).to.equal('');
  });

  it('counts the minutes down by itself while somebody looks', async () => {
    itIsAndGoesOn(NOW + MINUTE - 300);
    const host = await town();
    expect(momentOf(host, 'After Work')).to.equal(say('meetings-soon', { n: 20 }));
    await becomes(() => momentOf(host, 'After Work'), say('meetings-soon', { n: 19 }));
  });

  for (const [when, moment, first, on] of [
    ['twenty minutes later', NOW + 20 * MINUTE, 'After Work', 2],
    ['after midnight, when the last of the evening is on', NOW + 345 * MINUTE, 'Sunrise Call', 1],
    ['the next morning', NOW + 11 * 60 * MINUTE, 'Sunrise Call', 0],
  ] as const) {
    it(`is true again when somebody comes back ${when}`, async () => {
      const host = await town();
      itIs(moment);
      lookAgain();
      await becomes(() => meetingNames(host)[0], first);
      expect(countSaid(host)).to.equal(12);
      const summary = all(resultsOf(host), 'disclosure');
      expect(summary.map(nameOf)).to.deep.equal(on ? [say('meetings-on-now', { n: on })] : []);
    });
  }

  it('names the day anew at midnight', async () => {
    const host = await town();
    itIs(NOW + 331 * MINUTE);
    lookAgain();
    await becomes(
      () => dayHeadings(host)[0],
      say('meetings-day-today', { day: 'Monday', date: 'November 23, 2026' })
        .replace('Monday', 'Tuesday')
        .replace('23', '24'),
    );
  });

  it('shows so many as its page wants, and more with each “Show more”, where the focus goes on', async () => {
    const host = await town('limit="3"');
    const seen = [meetingNames(host)];
    expect(seen[0]).to.have.length(3);
    for (const left of [8, 5, 2]) {
      await press(host, begins(`${say('meetings-show-more')} (${say('meetings-left', { n: left })})`));
      const before = seen.at(-1)!;
      const now = meetingNames(host);
      const fresh = now.filter((name) => !before.includes(name));
      expect(fresh).to.have.length(Math.min(3, left));
      await becomes(() => textOf(rootOf(host).activeElement), fresh[0]!);
      seen.push(now);
    }
    expect(all(rootOf(host), 'button', begins(say('meetings-show-more')))).to.be.empty;
  });

  it('moves the focus on among those that are on now, too', async () => {
    itIs(NOW + 31 * MINUTE);
    const host = await town('limit="1"');
    await toggle(onNow(host, 2));
    await host.updateComplete;
    expect(meetingNames(host)).to.deep.equal(['Doors Open', 'Late Café']);
    await press(host, say('meetings-show-more'));
    expect(meetingNames(host)).to.deep.equal(['Doors Open', 'After Work', 'Late Café']);
    await becomes(() => textOf(rootOf(host).activeElement), 'After Work');
  });

  it('moves the focus to the first new row where the new rows stand on several days', async () => {
    // In a time zone that is ahead a meeting that starts later may stand below an earlier day.
    const server = new FakeServer();
    try {
      const host = await finderOf(
        server,
        [
          // Monday at seven in Los Angeles is four hours after Tuesday at seven in London.
          guideRow({ name: 'London', day: 2, time: '00:30', timezone: 'Europe/London' }),
          guideRow({ name: 'Los Angeles', day: 1, time: '19:00', timezone: 'America/Los_Angeles' }),
        ],
        'limit="1"',
      );
      expect(meetingNames(host)).to.deep.equal(['London']);
      await press(host, begins(say('meetings-show-more')));
      expect(meetingNames(host)).to.deep.equal(['Los Angeles', 'London']);
      await becomes(() => textOf(rootOf(host).activeElement), 'Los Angeles');
    } finally {
      server.close();
    }
  });
});

describe('meeting finder: a table', () => {
  inNewYork();

  it('has a table for each day with its heading as its name, and rows with names', async () => {
    const host = await town('view="table"');
    const tables = [...resultsOf(host).querySelectorAll('table')];
    expect(tables.map((table) => table.getAttribute('aria-label'))).to.deep.equal(dayHeadings(host));
    expect(tables.length).to.equal(5);
    for (const table of tables) {
      expect([...table.querySelectorAll('th[scope=col]')].map(textOf)).to.deep.equal([
        say('meetings-when'),
        say('meetings-what'),
        say('meetings-where'),
        say('meetings-how-to-join'),
      ]);
    }
    const names = [...resultsOf(host).querySelectorAll('th[scope=row] .name')].map(textOf);
    expect(names).to.deep.equal(meetingNames(await town()));
  });

  it('opens the details of a meeting in a row of their own below it', async () => {
    const host = await town('view="table"');
    const row = rowNamed(host, 'Doors Open');
    row.querySelector<HTMLElement>('.name')!.click();
    await complete(host);
    expect(row.nextElementSibling!.querySelector('[part=details]')).to.not.equal(null);
    expect(byText(row.nextElementSibling!, 'Blue door, ring twice')).to.have.length(1);
  });
});
