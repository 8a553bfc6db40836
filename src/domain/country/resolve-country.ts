/** What is known about a country for finding out where a visitor is. */
export interface CountryZones {
  readonly code: string;
  /** IANA zones in the country; one that ends with `/` stands for all that begin with it. */
  readonly timeZones: readonly string[];
}

export interface CountryClues {
  /** What the page owner wrote in `country`. */
  readonly attribute: string | null;
  /** The page's language tag, such as `en-GB`. */
  readonly language: string;
  /** The visitor's IANA zone, such as `Europe/London`. */
  readonly timeZone: string | null;
}

/** The region of a language tag, upper case, or null: `en-GB` gives `GB`, `en` gives null. */
export function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).region ?? null;
  } catch {
    return null;
  }
}

/**
 * The country whose numbers to show, or null where it has to be asked. The page owner's word counts; the region of the
 * language counts only where the visitor's time zone agrees, because many systems write `en-US` on every page.
 */
export function resolveCountry(clues: CountryClues, countries: readonly CountryZones[]): string | null {
  const written = clues.attribute?.trim().toUpperCase();
  if (written && countries.some(({ code }) => code === written)) return written;
  const region = regionOf(clues.language);
  const country = countries.find(({ code }) => code === region);
  if (!country || clues.timeZone === null) return null;
  const { timeZone } = clues;
  const isHere = (zone: string): boolean =>
    zone.endsWith('/') ? timeZone.startsWith(zone) : timeZone === zone;
  return country.timeZones.some(isHere) ? country.code : null;
}
