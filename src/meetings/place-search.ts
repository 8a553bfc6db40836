import { coarse } from '../domain/meetings/distance.js';
import type { MeetingList } from '../domain/meetings/list.js';
import { knownPlaces, placeNamed, type KnownPlace } from '../domain/meetings/places.js';
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
  #known: { list: MeetingList; places: readonly KnownPlace[] } | null = null;

  constructor(host: PlaceSearchHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.#open || this.#host.query().near !== null;
  }

  /** The places that can be named; none before the texts of the list have been read. */
  placesIn(list: MeetingList): readonly KnownPlace[] {
    if (!list.hasTexts) return [];
    if (this.#known?.list !== list) this.#known = { list, places: knownPlaces(list) };
    return this.#known.places;
  }

  /** Nothing stays of it; the query is the caller's. */
  forget(): void {
    this.location = 'none';
    this.typed = '';
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
      const place = placeNamed(this.#known?.places ?? [], typed);
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

  #set(change: Partial<MeetingQuery>): void {
    this.#host.setQuery({ ...this.#host.query(), ...change });
  }

  #near({ latitude, longitude, name }: Omit<Near, 'meters'>): void {
    const meters = this.#host.query().near?.meters ?? Infinity;
    this.#set({ near: { latitude, longitude, name, meters }, sort: 'distance' });
  }
}
