import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { until } from '../../support/elements.js';
import {
  finderOf,
  guideRow,
  inNewYork,
  openMeeting,
  press,
  replaced,
  say,
  withServer,
} from '../../support/meeting-page.js';

describe('meeting finder: the calendar file', () => {
  inNewYork();
  const server = withServer();

  /** What "Add to calendar" saves for a meeting. */
  async function saved(host: Parameters<typeof press>[0], name: string): Promise<string> {
    const details = await openMeeting(host, name);
    let file: Blob | null = null;
    let called = '';
    const createObjectURL = (blob: Blob): string => {
      file = blob;
      return 'blob:none';
    };
    function click(this: HTMLAnchorElement): void {
      called = this.download;
    }
    await replaced(URL, 'createObjectURL', createObjectURL, () =>
      replaced(HTMLAnchorElement.prototype, 'click', click, async () => {
        await press(host, say('meetings-calendar'), details);
        await until(() => called !== '', 'the file is saved');
      }),
    );
    expect(called, 'the name tells nothing').to.equal('calendar.ics');
    return (file as unknown as Blob).text();
  }

  it('has all that the standard demands, comes again each week, and says “undefined” nowhere', async () => {
    const host = await finderOf(server(), [
      guideRow({ name: 'Tea; and, talk', timezone: 'America/Chicago', location: undefined }),
    ]);
    const text = await saved(host, 'Tea; and, talk');
    expect(text.replaceAll('\r\n', ''), 'lines end as they must').to.not.match(/[\r\n]/);
    expect(text).to.not.include('undefined');
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getFirstPropertyValue('prodid')).to.be.a('string').and.not.equal('');
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).to.have.length(1);
    const event = new ICAL.Event(events[0]);
    expect(event.uid).to.match(/\S/);
    expect(event.summary).to.equal('Tea; and, talk');
    expect(event.location).to.equal('1 Sample Street, River Town, NY 10001');
    expect(String(event.startDate)).to.equal('2026-11-23T20:00:00');
    expect(events[0]!.getFirstProperty('dtstart')!.getParameter('tzid')).to.equal('America/Chicago');
    expect(event.duration.toSeconds()).to.equal(3600);
    expect(event.isRecurring()).to.equal(true);
    const second = event.iterator();
    second.next();
    expect(String(second.next())).to.equal('2026-11-30T20:00:00');
    const stamp = events[0]!.getFirstPropertyValue('dtstamp') as { toJSDate: () => Date };
    expect(+stamp.toJSDate(), 'when the file was made').to.equal(Date.parse('2026-11-23T23:30:00Z'));
  });

  it('has the link of a meeting without a place', async () => {
    const host = await finderOf(server(), [
      guideRow({ name: 'Online', formatted_address: '', conference_url: 'https://meet.sample.example/a' }),
    ]);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(await saved(host, 'Online')) as unknown[]).getFirstSubcomponent(
        'vevent',
      )!,
    );
    expect(event.location).to.equal('https://meet.sample.example/a');
  });
});
