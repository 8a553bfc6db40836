/** How often Shift alone is pressed to leave the page, and within which time. */
export const SHIFTS_TO_LEAVE = 3;
export const SHIFTS_WITHIN_MS = 5_000;

/** What matters of an event at the window; everything but a key has no `key`. */
export interface Stroke {
  readonly type: string;
  readonly key?: string;
  readonly repeat?: boolean;
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
}

export interface ShiftPresses {
  /** When each press ended, the oldest first. */
  readonly ends: readonly number[];
  /** Shift is held, and nothing else has happened since. */
  readonly held: boolean;
}

export const NO_SHIFTS: ShiftPresses = { ends: [], held: false };

/** Without the presses that are too long ago. */
export const recentShifts = ({ ends, held }: ShiftPresses, now: number): ShiftPresses => ({
  ends: ends.filter((end) => now - end < SHIFTS_WITHIN_MS),
  held,
});

/**
 * The presses after one more event. A press counts when the key is let go: until then it may be the start of a capital
 * letter, of a selection by pointer or of scrolling sideways, and those are no way out.
 */
export function afterStroke(before: ShiftPresses, stroke: Stroke, now: number): ShiftPresses {
  const { type, key, repeat, altKey, ctrlKey, metaKey } = stroke;
  const letGo = type === 'keyup';
  if (key !== 'Shift' || altKey || ctrlKey || metaKey) return letGo ? before : NO_SHIFTS;
  if (repeat) return before;
  const { ends, held } = recentShifts(before, now);
  return { ends: letGo && held ? [...ends, now] : ends, held: !letGo };
}
