import { expect } from '@open-wc/testing';
import { readAll } from '../../../src/domain/feeds/read-all.js';
import { BOUNDS, type FeedContext, type FeedFormat, type Problem } from '../../../src/domain/feeds/types.js';
import type { Meeting } from '../../../src/domain/meetings/types.js';
import { countedSteps } from '../../support/at-once.js';
import { sampleTypeTable } from '../../support/type-table.js';

const context: FeedContext = { group: 'na', timezone: '', now: new Date(0), types: sampleTypeTable };
/** A row says on how many days it is; −1 cannot be read, −2 breaks the reader. */
const format: FeedFormat = {
  name: 'simple',
  recognise: () => true,
  reader: () => (row, index) => {
    if (row === -2) throw new TypeError('never seen before');
    if (row === -1) return { row: index + 1, name: 'A', reason: 'bad-day', value: '' };
    return Array.from({ length: row as number }, () => ({ id: `${index}` }) as Meeting);
  },
};
const read = (rows: readonly number[]) => {
  const meetings: Meeting[] = [];
  const problems: Problem[] = [];
  const { value: full, steps } = countedSteps(
    readAll(format, { rows, around: {} }, context, meetings, problems),
  );
  return { full, steps, ids: meetings.map(({ id }) => id), problems };
};

describe('the rows of a list', () => {
  it('are read in their order', () =>
    expect(read([1, -1, 2])).to.deep.equal({
      full: false,
      steps: 0,
      ids: ['0', '2', '2'],
      problems: [{ row: 2, name: 'A', reason: 'bad-day', value: '' }],
    }));
  it('are counted where one breaks the reader, and the others are there', () => {
    const { ids, problems } = read([1, -2, 1]);
    expect(ids).to.deep.equal(['0', '2']);
    expect(problems).to.deep.equal([{ row: 2, name: '', reason: 'not-a-meeting', value: '' }]);
  });
  it('are read to the bound of meetings, and no row by half', () => {
    const { full, ids } = read(new Array<number>(BOUNDS.rows).fill(7));
    expect([full, ids.length]).to.deep.equal([true, BOUNDS.rows - (BOUNDS.rows % 7)]);
  });
  it('may fill the bound', () => {
    const { full, ids } = read(new Array<number>(BOUNDS.rows / 5).fill(5));
    expect([full, ids.length]).to.deep.equal([false, BOUNDS.rows]);
  });
  it('are read in steps', () => expect(read(new Array<number>(1_000).fill(1)).steps).to.equal(4));
});
