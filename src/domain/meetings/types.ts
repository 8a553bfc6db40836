/** A place where people meet. The same one is the same object within a feed. */
export interface Place {
  /** The building: "St Mark's Church". */
  readonly name: string;
  /** As one line, as people write it there. */
  readonly address: string;
  readonly city: string;
  readonly postcode: string;
  /** From the large to the small: `["New York", "Bronx"]`. */
  readonly regions: readonly string[];
  /** In degrees; null where the feed gives no position, or an impossible one. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  /** Whether the address leads to a door; false for "Austin, TX, USA". */
  readonly exact: boolean;
  /** How to find the door, trains, buses. */
  readonly notes: string;
}

/** When a meeting takes place if not each week. */
export type Repeat =
  /** On the first, third, last … such weekday of the month: 1 to 5, −1 for the last. */
  | { readonly kind: 'monthly'; readonly weeks: readonly number[] }
  /** Every `weeks` weeks, counted from a day on which it takes place, `YYYY-MM-DD`. */
  | { readonly kind: 'interval'; readonly weeks: number; readonly from: string }
  /** On these days only, `YYYY-MM-DD`, in order: what a calendar says. */
  | { readonly kind: 'dates'; readonly dates: readonly string[] };

/** What a clock on the wall of the meeting shows. */
export interface Timetable {
  /** Monday is 1, Sunday is 7; 0: by appointment. */
  readonly day: number;
  /** Minutes after midnight, 0 to 1439; −1: no fixed time, ask first. */
  readonly start: number;
  /** How long it takes, in minutes; it may go beyond midnight; 1440 is around the clock; 0: not known. */
  readonly minutes: number;
  /** IANA name of the zone of that clock; '' where neither the feed nor the page says one. */
  readonly zone: string;
  /** Absent: each week. */
  readonly repeat?: Repeat;
}

/** A link for giving money to the group. */
export interface Payment {
  readonly service: 'venmo' | 'square' | 'paypal' | 'homegroup';
  readonly url: string;
}

/** One meeting, whatever feed it came from. Text is plain text; links have passed the check of domain/links. */
export interface Meeting extends Timetable {
  /** Unique within its feed. */
  readonly id: string;
  /** Id of a group in data/groups.json, or ''. */
  readonly group: string;
  readonly name: string;
  readonly inPerson: boolean;
  readonly online: boolean;
  readonly phone: boolean;
  /** The building is closed for now; the meeting may go on online. */
  readonly closed: boolean;
  readonly place: Place | null;
  /** Link to join; '' where the feed gives none. */
  readonly join: string;
  /** Passcode and the like. */
  readonly joinNotes: string;
  /** A `tel:` address to dial in, with pauses and PIN where the feed gives them; '' for none. */
  readonly dial: string;
  /** The number as people read it. */
  readonly dialText: string;
  readonly dialNotes: string;
  /** Ids of data/meeting-types.json, in the feed's order; what no table knows as `=` and the text to show: `=Grapevine`. */
  readonly types: readonly string[];
  readonly notes: string;
  /** The home group that holds the meeting: its name, and notes. */
  readonly homeGroup: string;
  readonly homeGroupNotes: string;
  readonly district: string;
  /** Page about this meeting, page of the home group, where to report a mistake (`https:` or `mailto:`); '' for none. */
  readonly url: string;
  readonly website: string;
  readonly feedback: string;
  /** Who keeps the list, as far as the feed says so. */
  readonly keeper: string;
  readonly payments: readonly Payment[];
  /** Day of the last change, `YYYY-MM-DD`, or ''. */
  readonly updated: string;
}
