import { expect } from '@open-wc/testing';
import {
  all,
  begins,
  byText,
  listen,
  nameOf,
  one,
  rootOf,
  textOf,
  ui,
  until,
} from '../../support/elements.js';
import {
  finderOf,
  guideRow,
  inNewYork,
  itIs,
  meetingNames,
  openMeeting,
  press,
  replaced,
  rowNamed,
  say,
  span,
  timeOf,
  town,
  withServer,
} from '../../support/meeting-page.js';

/** What the details say under a name, or null where they do not have it. */
function entry(details: Element, name: string): string | null {
  const term = [...details.querySelectorAll('dt')].find((dt) => textOf(dt) === name);
  return term ? textOf(term.nextElementSibling) : null;
}
const linkNames = (row: Element): string[] => all(row, 'link').map(nameOf);
const whenIn = (row: Element): string => textOf(row.querySelector('.when'));

describe('meeting finder: a row', () => {
  inNewYork();

  it('has the way there, a link to join, a number to call: what there is, and nothing else', async () => {
    const host = await town();
    const ways = (name: string): string[] => linkNames(rowNamed(host, name));
    expect(ways('Doors Open')).to.deep.equal([
      say('meetings-join-name', { name: 'Doors Open' }),
      say('meetings-directions-name', { name: 'Doors Open' }),
    ]);
    expect(ways('After Work')).to.deep.equal([say('meetings-directions-name', { name: 'After Work' })]);
    expect(ways('Sunrise Call')).to.deep.equal([say('meetings-dial-name', { name: 'Sunrise Call' })]);
  });

  it('gives the number of a meeting by phone to the phone', async () => {
    const host = await town();
    const link = one<HTMLAnchorElement>(rowNamed(host, 'Sunrise Call'), 'link', begins(say('meetings-dial')));
    expect(link.href).to.equal('tel:+15550100100');
    expect(textOf(rowNamed(host, 'Sunrise Call'))).to.include(say('meetings-way-phone'));
  });

  it('sends nobody to a building that is closed, and joins them online where that goes on', async () => {
    const host = await town();
    expect(linkNames(rowNamed(host, 'Old Mill'))).to.deep.equal([
      say('meetings-join-name', { name: 'Old Mill' }),
    ]);
    expect(linkNames(rowNamed(host, 'Mill Stream'))).to.deep.equal([]);
    expect(textOf(rowNamed(host, 'Mill Stream'))).to.include(say('meetings-building-closed'));
    const details = await openMeeting(host, 'Mill Stream');
    expect(textOf(details)).to.include(say('meetings-building-closed'));
    expect(all(details, 'link', say('meetings-directions'))).to.be.empty;
  });

  it('joins a meeting whose host nobody has heard of', async () => {
    const host = await town();
    const join = one<HTMLAnchorElement>(
      rowNamed(host, 'West Coast Online'),
      'link',
      begins(say('meetings-join')),
    );
    expect(join.href).to.equal('https://rooms.unknown-host.example/west');
    expect(join.rel).to.equal('noopener noreferrer');
    expect(join.referrerPolicy).to.equal('no-referrer');
  });

  it('tells an online meeting in the visitor’s time, and that of the meeting with its zone', async () => {
    const host = await town();
    expect(whenIn(rowNamed(host, 'West Coast Online'))).to.equal(
      `${span('22:00', '23:00')} ${say('meetings-zone-other', { time: timeOf('19:00'), zone: 'Pacific Time' })}`,
    );
  });

  it('tells a meeting in person by the clock on its own wall, with the zone', async () => {
    const host = await town();
    expect(whenIn(rowNamed(host, 'Mountain House'))).to.equal(
      `${span('12:00', '13:00')} ${say('meetings-zone', { zone: 'Mountain Time' })}`,
    );
  });

  it('names no zone where it is the visitor’s own', async () => {
    const host = await town();
    expect(whenIn(rowNamed(host, 'Late Café'))).to.equal(span('23:30', '00:30'));
  });
});

describe('meeting finder: the details', () => {
  inNewYork();

  it('open in place, several at once, and close again', async () => {
    const host = await town();
    const names = meetingNames(host);
    const button = rowNamed(host, 'After Work').querySelector('.name')!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await openMeeting(host, 'After Work');
    await openMeeting(host, 'Together');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(meetingNames(host), 'nothing has moved').to.deep.equal(names);
    expect(rootOf(host).querySelectorAll('[part=details]')).to.have.length(2);
    expect(rowNamed(host, 'Together').querySelector('[part=details]')).to.not.equal(null);
    await openMeeting(host, 'After Work');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(rootOf(host).querySelectorAll('[part=details]')).to.have.length(1);
  });

  it('say everything that the list knows', async () => {
    const host = await town();
    const details = await openMeeting(host, 'Doors Open');
    const says = (name: string): string => entry(details, name)!;
    expect(says(say('meetings-when'))).to.equal(
      `${say('meetings-every-week', { day: 'Monday' })}, ${span('18:25', '19:25')}`,
    );
    expect(says(say('meetings-where'))).to.include('Church Hall, 1 Sample Street, River Town');
    expect(says(say('meetings-where'))).to.include('Blue door, ring twice');
    expect(says(say('meetings-how-to-join'))).to.include('meet.sample.example/doors');
    expect(says(say('meetings-how-to-join'))).to.include('Passcode: sample');
    expect(says(say('meetings-notes'))).to.equal('Tea from six o’clock.');
    expect(says(say('meetings-what-it-is'))).to.include('New people: A good first meeting.');
    expect(says(say('meetings-home-group'))).to.equal('River Town Friends');
    expect(says(say('meetings-from-list'))).to.include('Sample Area');
    expect(says(say('meetings-from-list'))).to.include(say('meetings-updated', { date: 'November 1, 2026' }));
  });

  it('leave out what the list does not know', async () => {
    const host = await town();
    const details = await openMeeting(host, 'Ask First');
    expect(entry(details, say('meetings-when'))).to.equal(say('meetings-by-appointment'));
    for (const name of [
      'meetings-notes',
      'meetings-what-it-is',
      'meetings-home-group',
      'meetings-links',
    ] as const)
      expect(entry(details, say(name)), name).to.equal(null);
    expect(all(details, 'button', say('meetings-calendar')), 'no time to put down').to.be.empty;
  });

  it('say how often a meeting is that is not each week', async () => {
    const host = await town();
    const details = await openMeeting(host, 'First Friday');
    expect(entry(details, say('meetings-when'))).to.include(
      say('meetings-monthly', { weeks: say('meetings-week-1'), day: 'Friday' }),
    );
  });

  it('name what else is in the same place', async () => {
    const host = await town();
    const others = entry(await openMeeting(host, 'First Friday'), say('meetings-same-place'));
    expect(others).to.include(`Monday, ${span('18:00', '19:00')}, Kitchen Table`);
  });

  it('show a type that no table knows as it is', async () => {
    const host = await town();
    expect(entry(await openMeeting(host, 'First Friday'), say('meetings-what-it-is'))).to.include(
      'Bring a mug',
    );
  });

  it('say that it may have changed, of a list that nobody has touched for a year', async () => {
    const host = await town();
    expect(entry(await openMeeting(host, 'Doors Open'), say('meetings-from-list'))).to.not.include(
      ui('may-have-changed'),
    );
    itIs(Date.parse('2027-12-06T23:20:00Z'));
    const later = await town();
    expect(entry(await openMeeting(later, 'Doors Open'), say('meetings-from-list'))).to.include(
      ui('may-have-changed'),
    );
  });

  it('report a mistake to whoever keeps the list, with the meeting named', async () => {
    const host = await town();
    const details = await openMeeting(host, 'Doors Open');
    const { href } = one<HTMLAnchorElement>(details, 'link', say('meetings-report'));
    const url = new URL(href);
    expect(url.protocol + url.pathname).to.equal('mailto:lists@sample.example');
    expect(url.searchParams.get('subject')).to.equal(say('meetings-report-subject', { name: 'Doors Open' }));
    expect(url.searchParams.get('body')!.split('\r\n').slice(0, 2)).to.deep.equal(['Doors Open', 'Monday']);
  });

  it('are copied as text that says what, when and where', async () => {
    const host = await town();
    const details = await openMeeting(host, 'Doors Open');
    const heard = listen(host);
    let text = '';
    const clipboard = { writeText: (copied: string) => Promise.resolve(void (text = copied)) } as Clipboard;
    await replaced(navigator as { clipboard: Clipboard }, 'clipboard', clipboard, async () => {
      await press(host, say('meetings-copy'), details);
      await until(() => text !== '', 'it is copied');
    });
    for (const part of [
      'Doors Open',
      'Narcotics Anonymous',
      'Every Monday',
      '1 Sample Street',
      'Passcode: sample',
    ])
      expect(text).to.include(part);
    expect(await heard.next()).to.equal(say('meetings-copied'));
    expect(byText(details, say('meetings-copied'))).to.have.length(1);
  });
});

describe('meeting finder: the details of a list that says little', () => {
  inNewYork();
  const server = withServer();

  it('say from when on, where the list does not say until when', async () => {
    const host = await finderOf(server(), [guideRow({ name: 'Open end', end_time: undefined })]);
    expect(entry(await openMeeting(host, 'Open end'), say('meetings-when'))).to.equal(
      `${say('meetings-every-week', { day: 'Monday' })}, ${say('meetings-from', { time: timeOf('20:00') })}`,
    );
  });
});
