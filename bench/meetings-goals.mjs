/** What a list of meetings is measured against: our own goals, and the meeting finders that are used most. */

/** Upper bounds by the number of meetings. Speed is a goal on the processor as it is. */
export function GOALS(count, slower) {
  const always = { elements: 1499, shift: 0 };
  if (slower > 1) return always;
  const at = (figures) => figures[count];
  return {
    ...always,
    usable: at({ 1000: 150, 10000: 350, 50000: 1100 }),
    longest: 200,
    letter: at({ 10000: 16, 50000: 50 }),
    filters: at({ 50000: 30 }),
    heap: at({ 10000: 15, 50000: 60 }),
  };
}

/**
 * Measured in November 2026 with production builds in the same way: TSML UI 1.8 (fef58db) and Crumb Widget 1.3.0
 * (5f6c265), which got all meetings at once. The page kept no room for them. Scripts in kB of gzip.
 */
const figures = (scripts, table) => (count, slower) => {
  const [usable, longest, letter, heap, elements, plain, filters] = table[slower]?.[count] ?? [];
  return { scripts, first: usable, usable, longest, letter, heap, elements, plain, filters };
};

export const PEERS = [
  {
    name: 'TSML UI',
    figures: figures(208.8, {
      1: {
        1000: [587, 177, 114, 6.4, 1969, 0.081],
        10000: [1365, 816, 222, 21.1, 2767, 0.081, 174],
        50000: [4434, 3360, 543, 84.6, 2770, 0.081, 2296],
      },
      4: {
        1000: [1597, 431, 447],
        10000: [4887, 3352, 662],
      },
    }),
  },
  {
    name: 'Crumb',
    figures: figures(120.5, {
      1: {
        1000: [981, 450, 23, 31.5, 27_789, 0.167],
        10000: [6911, 3968, 181, 290, 277_452, 0.167],
        50000: [52_646, 38_297, 1305, 1437, 1_384_595, 0.167],
      },
      4: { 1000: [2869, 1314, 81] },
    }),
  },
];
