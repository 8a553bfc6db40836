import { expect } from '@open-wc/testing';
import { complete, rootOf } from '../../support/elements.js';
import {
  finderOf,
  withServer,
  guideRow,
  inNewYork,
  meetingNames,
  press,
  say,
} from '../../support/meeting-page.js';

describe('meeting finder: on paper', () => {
  inNewYork();
  const server = withServer();
  let printed: (() => void)[] = [];
  const realPrint = globalThis.print;

  beforeEach(() => {
    globalThis.print = () => printed.forEach((look) => look());
  });
  afterEach(() => {
    printed = [];
    globalThis.print = realPrint;
  });

  const rows = Array.from({ length: 70 }, (_, i) => guideRow({ name: `Meeting ${i}`, slug: `m${i}` }));

  it('all that was found is printed, and nothing of the page around; afterwards all is as it was', async () => {
    const host = await finderOf(server(), rows);
    expect(meetingNames(host)).to.have.length(30);
    const seen: { rows: number; alone: boolean }[] = [];
    printed.push(() => {
      seen.push({ rows: meetingNames(host).length, alone: host.hasAttribute('data-sg-printing') });
    });
    await press(host, say('meetings-print'));
    await complete(host);
    globalThis.dispatchEvent(new Event('afterprint'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await complete(host);
    expect(seen).to.deep.equal([{ rows: 70, alone: true }]);
    expect(host.hasAttribute('data-sg-printing')).to.equal(false);
    expect(meetingNames(host)).to.have.length(30);
  });

  it('the number to dial is written out', async () => {
    const host = await finderOf(server(), [
      guideRow({
        name: 'By phone',
        conference_phone: '+1 555 010 0100',
        formatted_address: '',
        location: '',
      }),
    ]);
    expect(rootOf(host).querySelector('.ways .on-paper')?.textContent).to.match(/555.?010.?0100/);
  });
});
