import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { resolveCountry, type CountryZones } from '../domain/country/resolve-country.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What a visitor chose on this page, for all elements on it; it lives in memory only. `null`: another country. */
let chosen: string | null | undefined;
const controllers = new Set<CountryController>();

let timeZone: string | null | undefined;

/** The visitor's zone, read once: the formatter that tells it is slow to make. */
const visitorTimeZone = (): string | null => {
  if (timeZone === undefined) {
    try {
      timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
    } catch {
      timeZone = null;
    }
  }
  return timeZone;
};

/** Knows whose numbers to show, and lets the visitor correct it once for the whole page. */
export class CountryController implements ReactiveController {
  readonly #host: Host;
  readonly #clues: () => { attribute: string | null; language: string; countries: readonly CountryZones[] };

  constructor(
    host: Host,
    clues: () => { attribute: string | null; language: string; countries: readonly CountryZones[] },
  ) {
    this.#host = host;
    this.#clues = clues;
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
  }

  hostDisconnected(): void {
    controllers.delete(this);
  }

  /** The code of the country, or null where it has to be asked. */
  get code(): string | null {
    if (chosen !== undefined) return chosen;
    const { countries, attribute, language } = this.#clues();
    return resolveCountry(
      {
        attribute,
        language,
        get timeZone() {
          return visitorTimeZone();
        },
      },
      countries,
    );
  }

  /** What the visitor said: a code, or null for a country that we have no numbers for. */
  choose(code: string | null): void {
    chosen = code;
    for (const controller of controllers) controller.#host.requestUpdate();
  }

  /** Whether the visitor has said where they are. */
  get asked(): boolean {
    return chosen !== undefined;
  }
}
