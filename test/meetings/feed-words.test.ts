import { feedSource, type FeedOptions } from '../../src/domain/feeds/address.js';
import { sourceAdvice } from '../../src/meetings/feed-words.js';
import { expect } from '../support/assert.js';

function adviceOn(options: FeedOptions): string[] {
  const said: string[] = [];
  feedSource('https://na.example.org/a', 'https://example.org/', options, (problem) =>
    said.push(sourceAdvice('meeting-finder', problem)),
  );
  return said;
}

describe('advice on what a page says about a list', () => {
  for (const [options, right, other] of [
    [{ timezone: 'EST' }, 'America/Chicago', 'icalendar'],
    [{ format: 'xml' }, 'icalendar', 'America/Chicago'],
  ] as const) {
    it(`${JSON.stringify(options)}: it says what is wrong, and what would be right`, () => {
      const [advice, ...more] = adviceOn(options);
      expect(more).to.deep.equal([]);
      expect(advice)
        .to.include(Object.values(options)[0])
        .and.include(`Accepted: `)
        .and.include(right)
        .and.not.include(other);
    });
  }
});
