import type { Meetings } from '../controllers/meeting-store.js';
import type { DistanceUnit } from '../domain/meetings/distance.js';
import type { Found } from '../domain/meetings/find.js';
import type { Meeting } from '../domain/meetings/types.js';
import type { View } from '../elements/shared/support-element.js';
import type { TypeNames } from './type-names.js';

/** What the views of a list need to know. */
export interface ListView extends View {
  readonly meetings: Meetings;
  readonly types: TypeNames;
  readonly unit: DistanceUnit;
  /** The present, in milliseconds. */
  readonly at: number;
  /** The name of a group, or null for an id that is none. */
  readonly groupName: (id: string) => string | null;
  /** Whether there is more than one fellowship, or the page has not said which it is: then each row names its own. */
  readonly namesGroups: boolean;
  /** What a list is called on the page. */
  readonly feedName: (feed: number) => string;
  /** The last change of a list as it says itself, `YYYY-MM-DD`, or ''. */
  readonly feedUpdated: (feed: number) => string;
  /** What became of the last thing that somebody took along, by meeting: "Copied". */
  readonly done: { readonly index: number; readonly text: string } | null;
  readonly actions: RowActions;
}

/** What somebody can do with a meeting. */
export interface RowActions {
  readonly toggle: (index: number) => void;
  readonly copy: (index: number) => void;
  readonly calendar: (index: number) => void;
}

export interface Row {
  readonly index: number;
  readonly meeting: Meeting;
  readonly open: boolean;
  /** Meters from the place asked for; null where nobody asked or nobody knows. */
  readonly meters: number | null;
}

export type { Found };
