import { expect } from '@open-wc/testing';
import {
  afterStroke,
  NO_SHIFTS,
  recentShifts,
  type Stroke,
} from '../../../src/domain/safety/shift-presses.js';

type Step = readonly [at: number, stroke: Stroke];

const down = (key: string, more: Partial<Stroke> = {}): Stroke => ({ type: 'keydown', key, ...more });
const up = (key: string, more: Partial<Stroke> = {}): Stroke => ({ type: 'keyup', key, ...more });
const shift = (at: number): Step[] => [
  [at, down('Shift')],
  [at + 100, up('Shift')],
];
const letter = (at: number, key = 'm'): Step[] => [
  [at, down(key)],
  [at + 50, up(key)],
];
/** A capital letter. */
const capital = (at: number): Step[] => [
  [at, down('Shift')],
  [at + 50, down('M')],
  [at + 100, up('M')],
  [at + 150, up('Shift')],
];
/** Shift is held while something else happens. */
const heldWith = (at: number, type: string): Step[] => [
  [at, down('Shift')],
  [at + 50, { type }],
  [at + 100, up('Shift')],
];

const CASES: readonly (readonly [what: string, presses: number, steps: readonly Step[]])[] = [
  ['nothing', 0, []],
  ['one press', 1, shift(0)],
  ['two presses', 2, [...shift(0), ...shift(500)]],
  ['three presses', 3, [...shift(0), ...shift(500), ...shift(1_000)]],
  ['three just within five seconds', 3, [...shift(0), ...shift(2_000), ...shift(4_999)]],
  ['three in more than five seconds', 2, [...shift(0), ...shift(2_500), ...shift(5_000)]],
  ['four, of which the last three are close', 3, [0, 4_800, 5_200, 5_600].flatMap(shift)],
  ['a press that is not over', 0, [[0, down('Shift')]]],
  [
    'one long press with the repeats of the keyboard',
    1,
    [
      [0, down('Shift')],
      [500, down('Shift', { repeat: true })],
      [530, down('Shift', { repeat: true })],
      [900, up('Shift')],
    ],
  ],
  ['capital letters', 0, [0, 400, 800].flatMap(capital)],
  ['a letter between', 1, [...shift(0), ...shift(400), ...letter(800), ...shift(1_200)]],
  ['a capital letter between', 1, [...shift(0), ...shift(400), ...capital(800), ...shift(1_200)]],
  [
    'a letter that is let go after Shift went down',
    1,
    [
      [0, down('m')],
      [20, down('Shift')],
      [40, up('m')],
      [80, up('Shift')],
    ],
  ],
  ['a letter let go between', 2, [...shift(0), [300, up('m')], ...shift(400)]],
  ['Escape between', 0, [...shift(0), ...shift(400), ...letter(800, 'Escape')]],
  [
    'Shift and Tab',
    0,
    [0, 400, 800].flatMap((at): Step[] => [
      [at, down('Shift')],
      [at + 20, down('Tab')],
      [at + 40, up('Shift')],
    ]),
  ],
  ['a selection by pointer', 0, [0, 400, 800].flatMap((at) => heldWith(at, 'pointerdown'))],
  ['scrolling sideways', 0, [0, 400, 800].flatMap((at) => heldWith(at, 'wheel'))],
  ['a key that an autofill made up', 0, [...shift(0), [300, { type: 'keydown' }]]],
  ...(['altKey', 'ctrlKey', 'metaKey'] as const).map(
    (held) =>
      [
        `${held} held, as for another keyboard layout`,
        0,
        [0, 400, 800].flatMap((at): Step[] => [
          [at, down('Shift', { [held]: true })],
          [at + 50, up('Shift', { [held]: true })],
        ]),
      ] as const,
  ),
  [
    'both Shift keys at once',
    1,
    [
      [0, down('Shift')],
      [10, down('Shift')],
      [80, up('Shift')],
      [90, up('Shift')],
    ],
  ],
  ['a Shift let go that was pressed elsewhere', 0, [[0, up('Shift')]]],
];

const after = (steps: readonly Step[]): typeof NO_SHIFTS =>
  steps.reduce((presses, [at, stroke]) => afterStroke(presses, stroke, at), NO_SHIFTS);

describe('Shift, pressed alone', () => {
  for (const [what, presses, steps] of CASES) {
    it(`counts ${presses} after ${what}`, () => {
      const all = after(steps);
      const at = steps.at(-1)?.[0] ?? 0;
      expect(recentShifts(all, at).ends).to.have.length(presses);
    });
  }

  it('is forgotten after five seconds, each press by itself', () => {
    const two = after([...shift(0), ...shift(3_000)]);
    const left = (now: number): number => recentShifts(two, now).ends.length;
    expect([5_099, 5_100, 8_099, 8_100].map(left)).to.deep.equal([2, 1, 1, 0]);
  });
});
