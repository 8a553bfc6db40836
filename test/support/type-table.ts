import type { TypeTable } from '../../src/domain/feeds/types.js';

/** Id, code of a Meeting Guide feed, world id of BMLT, name. */
const TYPES = [
  ['open', 'O', 'OPEN', 'Open'],
  ['closed', 'C', 'CLOSED', 'Closed'],
  ['discussion', 'D', 'DISC', 'Discussion'],
  ['women', 'W', 'W', 'Women'],
  ['men', 'M', 'M', 'Men'],
  ['big-book', 'B', '', 'Big Book'],
  ['basic-text', 'BT', 'BT', 'Basic Text'],
  ['newcomers', 'BE', 'BEG', 'Beginners'],
  ['speaker', 'SP', 'SPK', 'Speaker'],
  ['step-study', 'ST', 'STEP', 'Step'],
  ['wheelchair', 'X', 'WCHR', 'Wheelchair'],
  ['lang-es', 'S', '', 'Español'],
  ['eleventh-step', '11', '', '11th Step'],
] as const;

/** Ids that the invented table knows. */
export const SAMPLE_TYPES: readonly string[] = TYPES.map(([id]) => id);

const lookUp = (column: 1 | 2 | 3): ((wanted: string) => string | undefined) => {
  const ids = new Map(TYPES.map((type) => [type[column].toLowerCase(), type[0] as string]));
  ids.delete('');
  return (wanted) => ids.get(wanted.toLowerCase());
};

/** An invented table of a dozen types; the real one has words and codes of its own, and tests of its own. */
export const sampleTypeTable: TypeTable = {
  byCode: lookUp(1),
  byWorldId: lookUp(2),
  byName: lookUp(3),
};
