import { inSlices } from '../controllers/in-slices.js';
import { coarse } from '../domain/meetings/distance.js';
import type { MeetingList } from '../domain/meetings/list.js';
import { hasPlaces, placeNamed, readingPlaces, type KnownPlace } from '../domain/meetings/places.js';
import type { MeetingQuery, Near } from '../domain/meetings/query.js';
import type { LocationState } from './search.view.js';

/** What a search by place needs of the list around it. */
export interface PlaceSearchHost {
  readonly query: () => MeetingQuery;
  readonly setQuery: (query: MeetingQuery) => void;
  readonly update: () => void;
  readonly focus: (selector: string) => void;
}

/** "Near": where somebody is, or a place of the lists. What is said here stays in the element. */
export class PlaceSearch {
  location: LocationState = 'none';
  /** What was typed as a place. */
  typed = '';

  readonly #host: PlaceSearchHost;
  #open = false;
  #list: MeetingList | null = null;
  #hasPlaces = false;
  #places: readonly KnownPlace[] = [];
  /** The list whose places are known, or being read. */
  #readOf: MeetingList | null = null;
  #isReading = false;
  /** What was typed before the places were known. */
  #awaited: string | null = null;

  constructor(host: PlaceSearchHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.#open || this.#host.query().near !== null;
  }

  /**
   * Whether there are places to search by, and what they are called; none before the texts of the list have been read.
   * Names are read when somebody opens the part, and drawn when they are there.
   */
  placesIn(list: MeetingList): { readonly hasPlaces: boolean; readonly places: readonly KnownPlace[] } {
    if (!list.hasTexts) return { hasPlaces: false, places: [] };
    if (this.#list !== list) {
      this.#list = list;
      this.#hasPlaces = hasPlaces(list);
    }
    if (this.#hasPlaces && this.isOpen && this.#readOf !== list) void this.#read(list);
    // The names of the list before are better than none for a moment.
    return { hasPlaces: this.#hasPlaces, places: this.#places };
  }

  /** Nothing stays of it; the query is the caller's. */
  forget(): void {
    this.location = 'none';
    this.typed = '';
    this.#awaited = null;
  }

  readonly actions = {
    openNear: (open: boolean): void => {
      this.#open = open;
      if (!open) this.location = 'none';
      if (open || this.#host.query().near === null) this.#host.update();
      else this.actions.forgetPlace();
      if (open) this.#host.focus('#meeting-place');
    },
    nearMe: (): void => {
      this.#awaited = null;
      this.location = 'asking';
      this.#host.update();
      // An answer may come after somebody has typed a place, or has changed their mind.
      const isAwaited = (): boolean => this.location === 'asking';
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          if (!isAwaited()) return;
          this.location = 'here';
          this.typed = '';
          this.#near({ ...coarse(coords), name: '' });
        },
        () => {
          if (!isAwaited()) return;
          this.location = 'refused';
          this.#host.update();
        },
        // Roughly is enough, and quicker.
        { enableHighAccuracy: false, timeout: 15_000, maximumAge: 600_000 },
      );
    },
    nearPlace: (typed: string): void => {
      this.typed = typed;
      if (typed.trim() === '') {
        this.actions.forgetPlace();
        return;
      }
      if (this.#isReading) {
        this.#awaited = typed;
        return;
      }
      const place = placeNamed(this.#places, typed);
      this.location = place ? 'here' : 'unknown-place';
      if (place) {
        this.typed = place.name;
        this.#near(place);
      } else this.#host.update();
    },
    within: (meters: number): void => {
      const { near } = this.#host.query();
      if (near) this.#set({ near: { ...near, meters } });
    },
    sort: (sort: MeetingQuery['sort']): void => this.#set({ sort }),
    forgetPlace: (): void => {
      this.forget();
      this.#set({ near: null, sort: 'time' });
    },
  };

  async #read(list: MeetingList): Promise<void> {
    this.#readOf = list;
    this.#isReading = true;
    const places = await inSlices(readingPlaces(list), () => this.#readOf !== list);
    if (!places || this.#readOf !== list) return;
    this.#places = places;
    this.#isReading = false;
    const typed = this.#awaited;
    this.#awaited = null;
    if (typed === null) this.#host.update();
    else this.actions.nearPlace(typed);
  }

  #set(change: Partial<MeetingQuery>): void {
    this.#host.setQuery({ ...this.#host.query(), ...change });
  }

  #near({ latitude, longitude, name }: Omit<Near, 'meters'>): void {
    const meters = this.#host.query().near?.meters ?? Infinity;
    this.#set({ near: { latitude, longitude, name, meters }, sort: 'distance' });
  }
}
