import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { begins, one, rootOf, textOf, until } from '../../support/elements.js';
import {
  box,
  finderOf,
  guideRow,
  inNewYork,
  meetingNames,
  press,
  rowNamed,
  say,
  withServer,
} from '../../support/meeting-page.js';

describe('meeting finder: by keyboard alone', () => {
  inNewYork();
  const server = withServer();

  it('every row is reached, opened and closed, and its links follow it', async () => {
    const host = await finderOf(
      server(),
      [1, 2, 3].map((i) => guideRow({ name: `Meeting ${i}`, slug: `m${i}`, time: `20:0${i}` })),
    );
    const root = rootOf(host);
    one(root, 'disclosure', begins(say('meetings-filters'))).focus();
    const reached: string[] = [];
    for (let i = 0; i < 7; i++) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = root;
      reached.push(activeElement?.getAttribute('aria-label') ?? textOf(activeElement));
    }
    expect(reached).to.deep.equal([
      say('meetings-print'),
      ...[1, 2, 3].flatMap((i) => [
        `Meeting ${i}`,
        say('meetings-directions-name', { name: `Meeting ${i}` }),
      ]),
    ]);
    rowNamed(host, 'Meeting 2').querySelector<HTMLElement>('.name')!.focus();
    for (const key of ['Enter', 'Space']) {
      await sendKeys({ press: key });
      await host.updateComplete;
      expect(root.querySelectorAll('[part=details]')).to.have.length(key === 'Enter' ? 1 : 0);
      expect(textOf(root.activeElement)).to.equal('Meeting 2');
    }
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await until(() => rowNamed(host, 'Meeting 2').contains(root.activeElement), 'its details follow it');
  });

  it('the quick choices and the filters can be used', async () => {
    const host = await finderOf(server(), [
      guideRow({ name: 'Monday' }),
      guideRow({ name: 'Friday', day: 5 }),
    ]);
    const root = rootOf(host);
    one(root, 'button', say('meetings-filter-today')).focus();
    await sendKeys({ press: 'Space' });
    await host.updateComplete;
    expect(meetingNames(host)).to.deep.equal(['Monday']);
    await press(host, say('meetings-clear-all'));
    one(root, 'disclosure', begins(say('meetings-filters'))).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => root.querySelector('.filters-body') !== null, 'the filters are open');
    box(host, 'Friday').focus();
    await sendKeys({ press: 'Space' });
    await host.updateComplete;
    expect(meetingNames(host)).to.deep.equal(['Friday']);
    expect(root.activeElement).to.equal(box(host, 'Friday'));
  });
});
