import type { Group } from '../../../domain/groups/types.js';

/** A meeting to go to. */
export interface HandoutMeeting {
  /** Wall-clock time where the meeting is, `YYYY-MM-DDTHH:MM`, or '' where nobody has said one. */
  readonly start: string;
  readonly place: string;
}

/** What somebody chose for a handout and wrote on it. */
export interface HandoutState {
  readonly note: string;
  /** Language of the second column; null: none. */
  readonly second: string | null;
  /** Messages and calendar entries name no group and no reason. */
  readonly neutral: boolean;
  /** The next meetings, by group id. */
  readonly meetings: ReadonlyMap<string, readonly HandoutMeeting[]>;
  /** What became of the copy. */
  readonly done: 'copied' | 'failed' | null;
}

/** Meetings of one group on a sheet. */
const MEETINGS = 3;
const NO_MEETING: HandoutMeeting = { start: '', place: '' };

export const EMPTY_HANDOUT: HandoutState = {
  note: '',
  second: null,
  neutral: false,
  meetings: new Map(),
  done: null,
};

/** With something changed; "Copied" is no longer true then. */
export const changed = (state: HandoutState, change: Partial<HandoutState>): HandoutState => ({
  ...state,
  done: null,
  ...change,
});

/** The meetings of a group, one for each row of the sheet; a row that nobody has filled in is empty. */
export const meetingsOf = ({ meetings }: HandoutState, id: string): HandoutMeeting[] =>
  Array.from({ length: MEETINGS }, (_, row) => meetings.get(id)?.[row] ?? NO_MEETING);

export const withMeeting = (
  state: HandoutState,
  id: string,
  row: number,
  change: Partial<HandoutMeeting>,
): HandoutState => {
  const rows = meetingsOf(state, id).map((meeting, i) => (i === row ? { ...meeting, ...change } : meeting));
  return changed(state, { meetings: new Map(state.meetings).set(id, rows) });
};

/** Whether there are meetings to go to. */
export const hasMeetings = ({ status }: Group): boolean => status !== 'dormant' && status !== 'method';
